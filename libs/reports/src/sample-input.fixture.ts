import {
  bfi25,
  bfi25Norm,
  motiveTexts,
  rapportMotives,
  rapportMotivesBusiness,
  reportTexts,
} from '@rapport/content';
import type { Audience, Locale, TeamId, WaveId } from '@rapport/domain';
import {
  compareTeams,
  scoreAssessment,
  teamFaultline,
  teamPersonality,
  type BandRule,
  type InstrumentDocument,
  type MemberProfile,
  type NormGroup,
} from '@rapport/psychometrics';
import type { AssemblyTexts } from './assembly.js';
import type { ReportAgreement, ReportInput, ReportTeam } from './input.js';

/** A realistic, invented engagement: marketing with nine and sales with eight members, two waves, five agreements. */
export const texts: AssemblyTexts = { report: reportTexts, motives: motiveTexts };

export interface SampleOptions {
  readonly audience?: Audience;
  readonly locale?: Locale;
  readonly instrument?: 'full' | 'business' | 'bfi';
  readonly normed?: boolean;
  readonly compared?: boolean;
  readonly agreed?: boolean;
  /** Members of marketing and sales. */
  readonly sizes?: readonly [number, number];
  /** How many of each team keep their profile to themselves. */
  readonly kept?: number;
}

const rule: BandRule = { id: 'standard', version: '1.0.0', cut: 1 };
const people = {
  marketing: [
    'Miriam Adler',
    'Jörg Brandt',
    'Clara Eßer',
    'David Fuchs',
    'Leonie Grimm',
    'Nils Hartwig',
    'Sofía Jansen',
    'Felix Krämer',
    'Hannah Lorenz',
    'Öykü Mertens',
    'Pia Neumann',
    'Rafael Otto',
  ],
  sales: [
    'Markus Ahrens',
    'Katrin Böhm',
    'Stefan Degen',
    'Yasemin Erdem',
    'Oliver Franke',
    'Birgit Holm',
    'Ralf Kessler',
    'Sandra Möller',
    'Deniz Yılmaz',
    'Ida Novák',
    'Tom Petersen',
    'Ute Quandt',
  ],
} as const;
type TeamKey = keyof typeof people;

const lean: Readonly<Record<TeamKey, Readonly<Record<string, number>>>> = {
  marketing: { autonomy: -1.2, 'social-recognition': 1.2, curiosity: 0.6, structure: 0.8, competition: -0.4 },
  sales: {
    autonomy: 1.4,
    'social-recognition': -1.1,
    status: 1.2,
    'social-contact': 1.4,
    competition: 0.8,
    influence: 0.6,
  },
};

/** The same numbers for the same seed, uniform in [0, 1). */
function seeded(text: string): () => number {
  let state = 2166136261;
  for (const char of text) state = Math.imul(state ^ char.codePointAt(0)!, 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

function normFor(instrument: InstrumentDocument): NormGroup {
  const next = seeded('norm');
  return {
    id: 'sample-norm',
    version: '1.0.0',
    instrument: { id: instrument.id, version: instrument.version },
    title: { de: 'Erfundene Vergleichsgruppe', en: 'Invented comparison group' },
    population: {
      de: 'Erfundene Werte, um die Darstellung zu zeigen. Keine echten Personen.',
      en: 'Invented values to show the display. No real people.',
    },
    collected: { from: '2026-01-01', to: '2026-01-31' },
    n: 240,
    provisional: true,
    scales: instrument.scales.map(({ id }) => ({
      scale: id,
      mean: 3.1 + 0.2 * normal(next),
      sd: 0.68 + 0.06 * next(),
      reliability: 0.78 + 0.1 * next(),
      n: 240,
    })),
  };
}

function member(
  name: string,
  team: TeamKey,
  wave: string,
  instrument: InstrumentDocument,
  norm: NormGroup | null,
): MemberProfile {
  const lasting = seeded(name);
  const day = seeded(`${name}/${wave}`);
  const { min, max } = instrument.response;
  const answers: Record<string, number> = {};
  for (const scale of instrument.scales) {
    const level = 3.1 + 0.7 * ((lean[team][scale.id] ?? 0) + 0.75 * normal(lasting) + 0.2 * normal(day));
    for (const { item, key } of scale.keys) {
      const keyed = Math.min(max, Math.max(min, Math.round(level + 0.7 * normal(day))));
      answers[item] = key === 1 ? keyed : min + max - keyed;
    }
  }
  const assessment = `${wave}-${people[team].indexOf(name as never) + 1}-${team}`;
  return {
    member: `person:${name}`,
    assessment,
    profile: scoreAssessment(answers, instrument, norm, rule, { assessment }),
  };
}

const aims = {
  marketing: {
    goals:
      'Nachfrage in drei Zielgruppen aufbauen, die Marke für Service bekannt machen, Strategie über drei Jahre.',
    indicators: 'Bekanntheit in den Zielgruppen, qualifizierte Anfragen je Quartal.',
  },
  sales: {
    goals:
      'Auftragseingang und Umsatz des Jahres sichern, Stammkunden halten, zwölf neue Gespräche im Monat.',
    indicators: 'Auftragseingang und Umsatz je Monat, Abschlussquote.',
  },
} as const;

const waves = {
  first: {
    id: 'wave-1',
    title: 'Erste Messung',
    opensOn: '2026-03-02',
    closesOn: '2026-03-20',
    closed: true,
  },
  second: {
    id: 'wave-2',
    title: 'Zweite Messung',
    opensOn: '2026-09-14',
    closesOn: '2026-10-02',
    closed: true,
  },
} as const;

/** Input of a report as the read models would give it. */
export function sampleInput(options: SampleOptions = {}): ReportInput {
  const { audience = 'coach', locale = 'de', instrument: edition = 'full', normed = true } = options;
  const { compared = true, agreed = true, sizes = [9, 8], kept = 1 } = options;
  const instrument = { full: rapportMotives, business: rapportMotivesBusiness, bfi: bfi25 }[edition];
  const norm = !normed ? null : edition === 'bfi' ? bfi25Norm : normFor(instrument);
  const membersOf = (team: TeamKey, wave: string, names: readonly string[]) =>
    names.map((name) => member(name, team, wave, instrument, norm));
  const teamOf = (team: TeamKey, size: number): ReportTeam => {
    const now = people[team].slice(0, size);
    const before = [...now.slice(0, -1), people[team].at(-1)!];
    const members = membersOf(team, 'second', now);
    const past = compared ? membersOf(team, 'first', before) : [];
    return {
      id: `team-${team}`,
      name: team === 'marketing' ? 'Marketing' : locale === 'de' ? 'Vertrieb' : 'Sales',
      function: team,
      ...aims[team],
      participation: { invited: size + 1, submitted: size, withdrawn: 0 },
      members,
      personality:
        members.length === 0 ? null : { ...teamPersonality(members), faultline: teamFaultline(members) },
      earlier: compared
        ? {
            participation: { invited: size, submitted: size, withdrawn: 0 },
            members: past,
            personality: past.length === 0 ? null : teamPersonality(past),
          }
        : null,
      released:
        audience === 'client' ? [] : now.slice(kept).map((name) => ({ member: `person:${name}`, name })),
    };
  };
  const teams = [teamOf('marketing', sizes[0]), teamOf('sales', sizes[1])];
  return {
    reportId: '3f0f6f6e-4e0c-4b8e-9a55-0b9f6f7a1c11',
    audience,
    locale,
    dated: '2026-10-12',
    logPosition: '00000000000000004711:0000000000000815',
    firm: 'Brückenbau Beratung',
    clientOrganisation: 'Nordwerk Antriebe GmbH',
    engagement: {
      title: 'Marketing & Vertrieb',
      goal: 'Beide Teams verstehen, was die andere Seite antreibt, und vereinbaren, wie sie zusammenarbeiten.',
      invented: true,
    },
    wave: waves.second,
    comparedWave: compared ? waves.first : null,
    instrument,
    norm,
    teams,
    agreements: agreed ? agreements(teams) : [],
  };
}

function agreements(teams: readonly ReportTeam[]): readonly ReportAgreement[] {
  const [a, b] = teams;
  const found = compareTeams(a!.members, b!.members).motives;
  const agreement = (
    id: string,
    motive: string,
    rest: Pick<ReportAgreement, 'text' | 'owner' | 'dueOn' | 'reviewOn' | 'status'> &
      Partial<ReportAgreement>,
  ): ReportAgreement => {
    const evidence = found.find((each) => each.motive === motive);
    return {
      id,
      outcome: null,
      reviewNote: null,
      reviewedOn: null,
      revision: 0,
      checkIns: [],
      ...rest,
      finding: {
        kind: 'team-comparison',
        waveId: 'wave-1' as WaveId,
        motive,
        teamA: a!.id as TeamId,
        teamB: b!.id as TeamId,
        constellation: evidence?.constellation ?? null,
        evidence:
          typeof evidence?.difference === 'number'
            ? {
                difference: evidence.difference,
                low: evidence.interval?.low ?? null,
                high: evidence.interval?.high ?? null,
              }
            : null,
      },
    };
  };
  return [
    agreement('feedback', 'social-recognition', {
      text: 'Der Vertrieb meldet jeden zweiten Freitag in drei Sätzen zurück, welche Unterlagen im Gespräch genutzt wurden und was sie bewirkt haben.',
      owner: { kind: 'team', name: b!.name },
      dueOn: '2026-04-30',
      reviewOn: '2026-09-30',
      status: 'reviewed',
      outcome: 'kept',
      reviewedOn: '2026-09-30',
      reviewNote: 'Elf von zwölf Rückmeldungen kamen. Beide Teams möchten dabei bleiben.',
      checkIns: [
        { on: '2026-05-22', state: 'on-track', note: 'Drei Rückmeldungen liegen vor, eine kam später.' },
        { on: '2026-07-10', state: 'on-track', note: 'Läuft. Zwei Vorlagen wurden danach geändert.' },
      ],
    }),
    agreement('frame', 'autonomy', {
      text: 'Wir legen gemeinsam einen Rahmen fest, in dem der Vertrieb Lösungen allein zusagt. Was darüber hinausgeht, wird am selben Tag kurz abgestimmt.',
      owner: { kind: 'team', name: a!.name },
      dueOn: '2026-05-15',
      reviewOn: '2026-09-30',
      status: 'reviewed',
      outcome: 'partly',
      reviewedOn: '2026-09-30',
      reviewNote: 'Der Rahmen wird genutzt. Abgestimmt wird meist erst am nächsten Tag.',
      checkIns: [
        { on: '2026-06-12', state: 'slipping', note: 'Die Abstimmung am selben Tag gelingt nur manchmal.' },
      ],
    }),
    agreement('visits', 'social-contact', {
      text: 'Je eine Person aus dem Marketing begleitet im Monat einen Kundenbesuch und bringt eine Frage mit.',
      owner: { kind: 'team', name: a!.name },
      dueOn: '2026-05-31',
      reviewOn: '2026-09-30',
      status: 'reviewed',
      outcome: 'broken',
      reviewedOn: '2026-09-30',
      reviewNote: 'Es kam zu keinem Besuch, die Termine lagen in den Messewochen.',
      checkIns: [{ on: '2026-06-12', state: 'stuck', note: 'Zwei Termine wurden verschoben.' }],
    }),
    agreement('stage', 'status', {
      text: 'Im Monatsbericht stehen gewonnene Aufträge und die Arbeit, die sie vorbereitet hat, nebeneinander.',
      owner: { kind: 'person', name: 'Miriam Adler' },
      dueOn: '2026-11-30',
      reviewOn: '2027-03-31',
      status: 'agreed',
      checkIns: [{ on: '2026-11-13', state: 'on-track', note: 'Der erste Bericht in neuer Form ist da.' }],
    }),
    agreement('visits-again', 'social-contact', {
      text: 'Der Vertrieb lädt das Marketing zu einem festen Besuchstag im Quartal ein.',
      owner: { kind: 'team', name: b!.name },
      dueOn: '2026-12-18',
      reviewOn: '2027-03-31',
      status: 'proposed',
    }),
  ];
}
