/** The people of the demo. All of them are invented. */
export const firm = { slug: 'demo', name: 'Brückenbau Beratung', locale: 'de' } as const;
export const client = { name: 'Nordwerk Antriebe GmbH' } as const;

export const PASSWORD = 'Rapport-Demo-2026';

export const staff = [
  {
    key: 'admin',
    name: 'Anna Albrecht',
    email: 'admin@brueckenbau.example',
    roles: ['firm-admin'],
    client: false,
  },
  {
    key: 'consultant',
    name: 'Jana Berger',
    email: 'jana.berger@brueckenbau.example',
    roles: ['consultant'],
    client: false,
  },
  {
    key: 'coach',
    name: 'Tomasz Keller',
    email: 'tomasz.keller@brueckenbau.example',
    roles: ['coach'],
    client: false,
  },
  {
    key: 'client',
    name: 'Petra Lindner',
    email: 'petra.lindner@nordwerk.example',
    roles: ['client-admin'],
    client: true,
  },
] as const;

export type TeamKey = 'marketing' | 'sales';

export const teams: Readonly<
  Record<
    TeamKey,
    { name: string; function: string; goals: string; indicators: string; members: readonly string[] }
  >
> = {
  marketing: {
    name: 'Marketing',
    function: 'marketing',
    goals:
      'Nachfrage in drei Zielgruppen aufbauen, die Marke Nordwerk für Service bekannt machen, Strategie über drei Jahre.',
    indicators:
      'Bekanntheit in den Zielgruppen, qualifizierte Anfragen je Quartal, Anteil wiederverwendeter Inhalte.',
    members: [
      'Miriam Adler',
      'Jonas Brandt',
      'Clara Eberle',
      'David Fuchs',
      'Leonie Grimm',
      'Nils Hartwig',
      'Sofia Jansen',
      'Felix Krämer',
      'Hannah Lorenz',
    ],
  },
  sales: {
    name: 'Vertrieb',
    function: 'sales',
    goals:
      'Auftragseingang und Umsatz des Jahres sichern, Stammkunden halten, jeden Monat zwölf neue Gespräche beginnen.',
    indicators: 'Auftragseingang und Umsatz je Monat, Abschlussquote, Zahl neuer Gespräche.',
    members: [
      'Markus Ahrens',
      'Katrin Böhm',
      'Stefan Degen',
      'Yasemin Erdem',
      'Oliver Franke',
      'Birgit Holm',
      'Ralf Kessler',
      'Sandra Möller',
    ],
  },
};

/** Left sales between the waves; who came instead. */
export const left = { team: 'sales', name: 'Ralf Kessler', on: '2026-06-30' } as const;
export const joined = { team: 'sales', name: 'Deniz Yilmaz', on: '2026-07-15' } as const;

/** Did not answer in the second wave yet: whoever explores the demo can do it. */
export const unanswered = 'Hannah Lorenz';

/** Released the own profile to nobody; everyone else to coach and consultant. */
export const keepsToThemselves = ['David Fuchs'];

export const waves = {
  first: { title: 'Erste Messung', opensOn: '2026-03-02', closesOn: '2026-03-20' },
  second: { title: 'Zweite Messung', opensOn: '2026-09-14', closesOn: '2027-03-31' },
} as const;

export const emailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(' ', '.')}@nordwerk.example`;
