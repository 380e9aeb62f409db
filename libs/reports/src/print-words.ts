import type { Locale } from '@rapport/domain';

/** The few words of the printed page that are no content: labels of facts, running lines, tables of counts. */
export interface PrintWords {
  readonly goals: string;
  readonly indicators: string;
  readonly questions: string;
  readonly copy: Readonly<Record<'coach' | 'client', string>>;
  readonly position: string;
  readonly fingerprint: string;
  readonly figure: string;
  readonly table: string;
  readonly invited: string;
  readonly submitted: string;
  readonly withdrawn: string;
  readonly statements: string;
  readonly flagged: string;
  readonly strongest: string;
  readonly motives: string;
  readonly values: string;
  readonly valuesOf: (data: { team: string }) => string;
  readonly onlyReleased: (data: { shown: number; n: number }) => string;
  readonly notCounted: (count: number) => string;
  readonly meansOnly: (data: { team: string; n: number; minimum: number }) => string;
  readonly addressed: string;
  readonly noneReleased: string;
  readonly fewerThan: (minimum: number) => string;
  readonly agreed: string;
  readonly reviewed: string;
  readonly revised: string;
  readonly cause: string;
  readonly checkIns: string;
  readonly nextReview: (data: { day: string }) => string;
  readonly agreementCounts: (data: { open: number; agreed: number; reviewed: number }) => string;
  readonly versionsDiffer: string;
  readonly noComparison: string;
  readonly oppositeCount: (data: { count: number; of: number }) => string;
  readonly perMotive: string;
  readonly about: string;
  readonly participation: string;
  readonly wholeFingerprint: string;
  readonly strongestPairs: string;
  readonly noPairs: string;
  readonly translators: string;
  readonly onePerson: string;
  readonly population: string;
  readonly source: string;
  readonly licence: string;
  readonly collected: string;
  readonly furtherMarked: string;
  readonly furtherMarkedText: string;
  readonly alsoMarked: (data: { motives: string }) => string;
  readonly open: string;
  readonly waveStillOpen: string;
  readonly function: Readonly<Record<string, string>>;
}

const de: PrintWords = {
  goals: 'Ziele',
  indicators: 'Kennzahlen',
  questions: 'Fragen für das Gespräch',
  copy: { coach: 'Exemplar für die Begleitung', client: 'Exemplar für den Auftraggeber' },
  position: 'Protokollstand',
  fingerprint: 'Prüfsumme',
  figure: 'Abbildung',
  table: 'Tabelle',
  invited: 'Eingeladen',
  submitted: 'Abgegeben',
  withdrawn: 'Zurückgezogen',
  statements: 'Beantwortete Aussagen',
  flagged: 'Bögen mit Hinweis',
  strongest: 'Am stärksten ausgeprägt',
  motives: 'Die Motive',
  values: 'Zahlen zu den Abbildungen',
  valuesOf: ({ team }) => `Einzelwerte der freigegebenen Profile: ${team}`,
  onlyReleased: ({ shown, n }) =>
    shown === 1
      ? `Gezeigt ist die eine Person von ${n}, die ihr Profil freigegeben hat.`
      : `Gezeigt sind die ${shown} von ${n} Personen, die ihr Profil freigegeben haben.`,
  notCounted: (count) =>
    count === 1
      ? 'Ein Mitglied hat das Profil nicht freigegeben und zählt in diesen Werten nicht mit, damit es sich nicht herausrechnen lässt.'
      : `${count} Mitglieder haben ihr Profil nicht freigegeben und zählen in diesen Werten nicht mit, damit sie sich nicht herausrechnen lassen.`,
  meansOnly: ({ team, n, minimum }) =>
    `${team} (n = ${n}): Mittelwert des Teams. Wie sich die Mitglieder verteilen, wird erst ab ${minimum} Personen gezeigt.`,
  addressed: 'Die Texte sprechen die Person selbst an, damit sie im Gespräch vorgelesen werden können.',
  noneReleased: 'Für diesen Bericht hat niemand ein Profil freigegeben.',
  fewerThan: (minimum) => `unter ${minimum}`,
  agreed: 'Vereinbart am',
  reviewed: 'Geprüft am',
  revised: 'Neu gefasst',
  cause: 'Anlass',
  checkIns: 'Zwischenstände',
  nextReview: ({ day }) => `Nächster Prüftermin: ${day}.`,
  agreementCounts: ({ open, agreed, reviewed }) =>
    `${open} vorgeschlagen, ${agreed} vereinbart, ${reviewed} geprüft.`,
  versionsDiffer:
    'Die beiden Wellen beruhen auf verschiedenen Versionen von Fragebogen, Norm oder Bereichsregel. Nebeneinandergestellt würden sie eine Veränderung vortäuschen.',
  noComparison: 'Für dieses Team liegt aus der früheren Welle kein Ergebnis vor.',
  oppositeCount: ({ count, of }) =>
    `In ${count === 0 ? 'keinem' : count} von ${of} Motiven stehen Mitglieder auf entgegengesetzten Seiten.`,
  perMotive: 'Fragen zu diesen Motiven',
  about: 'Worum es geht',
  participation: 'Beteiligung',
  wholeFingerprint: 'SHA-256 der JSON-Fassung dieses Berichts:',
  strongestPairs: 'Paare mit dem größten Abstand',
  noPairs:
    'Zwischen den gezeigten Personen liegt kein Motiv so weit auseinander, dass ein blinder Fleck naheliegt.',
  translators: 'Wer zwischen den Teams vermitteln kann',
  onePerson: 'eine benannte Person',
  population: 'Wofür sie steht',
  source: 'Herkunft',
  licence: 'Lizenz',
  collected: 'Erhoben',
  furtherMarked: 'Weitere deutliche Unterschiede',
  furtherMarkedText:
    'Hier ist der Abstand deutlich, doch liegen beide Teams nahe der Mitte. Fragen Sie nach, ob er im Alltag spürbar ist.',
  alsoMarked: ({ motives }) => `Ebenfalls deutlich: ${motives}.`,
  open: 'offen',
  waveStillOpen:
    'Die Welle ist noch offen: Weitere Antworten können dazukommen und stehen dann in einem neuen Bericht.',
  function: {
    marketing: 'Marketing',
    sales: 'Vertrieb',
    service: 'Service',
    product: 'Produkt',
    engineering: 'Entwicklung',
    operations: 'Betrieb',
    finance: 'Finanzen',
    hr: 'Personal',
    management: 'Leitung',
    other: 'Team',
  },
};

const en: PrintWords = {
  goals: 'Goals',
  indicators: 'Indicators',
  questions: 'Questions for the conversation',
  copy: { coach: 'Copy for coaching', client: 'Copy for the client' },
  position: 'Log position',
  fingerprint: 'Fingerprint',
  figure: 'Figure',
  table: 'Table',
  invited: 'Invited',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  statements: 'Statements answered',
  flagged: 'Questionnaires with a note',
  strongest: 'Most pronounced',
  motives: 'The motives',
  values: 'Numbers behind the figures',
  valuesOf: ({ team }) => `Individual values of released profiles: ${team}`,
  onlyReleased: ({ shown, n }) =>
    shown === 1
      ? `Shown is the one person out of ${n} who released their profile.`
      : `Shown are the ${shown} out of ${n} people who released their profile.`,
  notCounted: (count) =>
    count === 1
      ? 'One member has not released the profile and does not count in these figures, so that nobody can work it out.'
      : `${count} members have not released their profiles and do not count in these figures, so that nobody can work them out.`,
  meansOnly: ({ team, n, minimum }) =>
    `${team} (n = ${n}): mean of the team. How the members are distributed is only shown from ${minimum} people up.`,
  addressed: 'The texts speak to the person directly, so that they can be read out in the conversation.',
  noneReleased: 'Nobody has released a profile for this report.',
  fewerThan: (minimum) => `fewer than ${minimum}`,
  agreed: 'Agreed on',
  reviewed: 'Reviewed on',
  revised: 'Reworded',
  cause: 'Prompted by',
  checkIns: 'Check-ins',
  nextReview: ({ day }) => `Next review: ${day}.`,
  agreementCounts: ({ open, agreed, reviewed }) =>
    `${open} proposed, ${agreed} agreed, ${reviewed} reviewed.`,
  versionsDiffer:
    'The two waves rest on different versions of questionnaire, norm or band rule. Side by side they would feign a change.',
  noComparison: 'There is no result for this team from the earlier wave.',
  oppositeCount: ({ count, of }) =>
    count === 0
      ? `In none of ${of} motives do members stand on opposite sides.`
      : `In ${count} of ${of} motives members stand on opposite sides.`,
  perMotive: 'Questions on these motives',
  about: 'What it is about',
  participation: 'Participation',
  wholeFingerprint: 'SHA-256 of the JSON file of this report:',
  strongestPairs: 'Pairs with the widest gap',
  noPairs: 'No motive separates the people shown so far that a blind spot is likely.',
  translators: 'Who can mediate between the teams',
  onePerson: 'a named person',
  population: 'What it stands for',
  source: 'Origin',
  licence: 'Licence',
  collected: 'Collected',
  furtherMarked: 'Further marked differences',
  furtherMarkedText:
    'The gap is marked, yet both teams are close to the middle. Ask whether it is felt day to day.',
  alsoMarked: ({ motives }) => `Also marked: ${motives}.`,
  open: 'open',
  waveStillOpen: 'The wave is still open: further answers may come in and will appear in a new report.',
  function: {
    marketing: 'Marketing',
    sales: 'Sales',
    service: 'Service',
    product: 'Product',
    engineering: 'Engineering',
    operations: 'Operations',
    finance: 'Finance',
    hr: 'Human resources',
    management: 'Management',
    other: 'Team',
  },
};

export const printWords: Readonly<Record<Locale, PrintWords>> = { de, en };
