import type { Band, Interval } from '@rapport/psychometrics';
import type {
  BandCounts,
  BandSharesModel,
  BlindSpotMatrixModel,
  ChangeModel,
  ChartModel,
  ComparisonModel,
  MotiveLabel,
  ProfileChartModel,
  ProgressModel,
  ScoreScale,
  TeamDotsModel,
  TimelineModel,
} from './models.js';

/** Realistic models for tests: sixteen motives, a sales team of nine, a marketing team of eight. */
export const motivesDe: readonly MotiveLabel[] = (
  [
    ['influence', 'Einfluss', 'führt Entscheidungen aus', 'führt, entscheidet, verantwortet'],
    ['autonomy', 'Autonomie', 'sucht Konsens und Verbundenheit', 'handelt unabhängig'],
    ['curiosity', 'Neugier', 'lernt im Tun', 'will Wissen und Theorie'],
    ['social-recognition', 'Soziale Anerkennung', 'ruht in sich ohne Rückmeldung', 'lebt von Rückmeldung'],
    ['structure', 'Struktur', 'bleibt flexibel und spontan', 'plant und ordnet Details'],
    ['possession', 'Besitzen', 'gibt großzügig weiter', 'bewahrt und baut Werte auf'],
    ['principles', 'Prinzipien', 'handelt zweckorientiert', 'steht zu Werten und Regeln'],
    ['social-commitment', 'Soziales Engagement', 'bleibt realistisch', 'setzt sich für Gerechtigkeit ein'],
    ['social-contact', 'Sozialkontakte', 'genießt Zurückgezogenheit', 'sucht Gesellschaft, knüpft Netze'],
    ['family', 'Familie', 'lebt partnerschaftlich', 'sorgt für andere'],
    ['status', 'Status', 'bleibt unter Gleichen', 'hebt sich ab'],
    ['competition', 'Revanche', 'sucht Harmonie', 'vergleicht sich und kämpft'],
    ['sensuality', 'Sinnlichkeit', 'mag es nüchtern', 'sucht Schönheit'],
    ['food', 'Essensgenuss', 'isst genügsam', 'genießt gutes Essen'],
    ['physical-activity', 'Bewegung', 'mag es bequem', 'braucht Anstrengung'],
    ['safety', 'Sicherheit', 'bleibt unter Druck gelassen', 'meidet Risiko und Stress'],
  ] as const
).map(([id, name, low, high]) => ({ id, name, low, high }));

export const motivesEn: readonly MotiveLabel[] = (
  [
    ['influence', 'Influence', 'carries decisions out', 'leads, decides, takes charge'],
    ['autonomy', 'Autonomy', 'seeks consensus', 'acts independently'],
    ['curiosity', 'Curiosity', 'learns by doing', 'wants knowledge and theory'],
    ['social-recognition', 'Social recognition', 'is sure without feedback', 'thrives on feedback'],
    ['structure', 'Structure', 'stays flexible', 'plans and orders details'],
    ['possession', 'Possession', 'gives away generously', 'keeps and builds value'],
    ['principles', 'Principles', 'puts purpose first', 'stands by values'],
    ['social-commitment', 'Social commitment', 'stays realistic', 'works for a better world'],
    ['social-contact', 'Social contact', 'enjoys being reserved', 'seeks company'],
    ['family', 'Family', 'lives as partners', 'cares for others'],
    ['status', 'Status', 'stays among equals', 'stands out'],
    ['competition', 'Competition', 'seeks harmony', 'compares and fights'],
    ['sensuality', 'Sensuality', 'likes it sober', 'seeks beauty'],
    ['food', 'Enjoyment of food', 'eats frugally', 'relishes food'],
    ['physical-activity', 'Physical activity', 'likes comfort', 'needs exertion'],
    ['safety', 'Safety', 'keeps calm under risk', 'avoids risk and stress'],
  ] as const
).map(([id, name, low, high]) => ({ id, name, low, high }));

export const motivesIn = (lang: 'de' | 'en') => (lang === 'de' ? motivesDe : motivesEn);

export const normed: ScoreScale = { basis: 'norm', cut: 1, provisional: true, normSize: 412 };
export const raw: ScoreScale = { basis: 'response-scale', cut: 1 };

export const bandFor = (value: number, cut = 1): Band =>
  value >= cut ? 'red' : value <= -cut ? 'blue' : 'balanced';
const around = (value: number, half: number): Interval => ({
  low: value - half,
  high: value + half,
  level: 0.95,
});
const tenth = (value: number) => Math.round(value * 10) / 10;

const SCORES = [1.7, 0.97, -0.4, 1.2, -1.6, 0.2, -1.1, 0.5, 2.6, -0.1, 1.4, 0.8, -0.9, 0, -2.1, -1.2];

export const profile = (lang: 'de' | 'en', scale = normed): ProfileChartModel => ({
  kind: 'profile',
  title: lang === 'de' ? 'Profil Anna Berger' : 'Profile of Anna Berger',
  scale,
  rows: motivesIn(lang).map((motive, index) => {
    const value = SCORES[index] ?? 0;
    const missing = motive.id === 'food';
    return {
      motive,
      value: missing ? null : value,
      band: missing ? null : bandFor(value),
      interval: missing ? null : around(value * 0.9, 0.45),
      bandOverlaps: Math.abs(Math.abs(value * 0.9) - 1) < 0.45,
    };
  }),
});

/** Member values of a team of a given size, spread differently from motive to motive. */
const valuesOf = (motive: number, people: number): readonly number[] =>
  Array.from({ length: people }, (_, person) =>
    tenth(
      Math.max(
        -2.4,
        Math.min(
          2.4,
          ((SCORES[motive] ?? 0) * 0.6 + 1.3 * Math.sin(1.7 * person + motive * (1 + (motive % 3)))) * 1.05,
        ),
      ),
    ),
  );

const countsOf = (values: readonly number[]): BandCounts => ({
  blue: values.filter((value) => bandFor(value) === 'blue').length,
  balanced: values.filter((value) => bandFor(value) === 'balanced').length,
  red: values.filter((value) => bandFor(value) === 'red').length,
});

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const teamDots = (lang: 'de' | 'en', people = 9): TeamDotsModel => ({
  kind: 'team-dots',
  title: lang === 'de' ? 'Team Vertrieb' : 'Sales team',
  scale: normed,
  rows: motivesIn(lang).map((motive, index) => {
    const values = valuesOf(index, people);
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return {
      motive,
      members: values.map((value, person) => ({
        label: `A${String(person + 1)}`,
        value,
        band: bandFor(value),
      })),
      mean: meanOf(values),
      interval: around(meanOf(values), 0.22),
      quartiles: { q1: at(0.25), median: at(0.5), q3: at(0.75) },
      counts: countsOf(values),
    };
  }),
});

export const bandShares = (lang: 'de' | 'en'): BandSharesModel => ({
  kind: 'band-shares',
  title: lang === 'de' ? 'Anteile im Team Vertrieb' : 'Shares in the sales team',
  rows: motivesIn(lang).map((motive, index) => ({
    motive,
    counts: motive.id === 'food' ? null : countsOf(valuesOf(index, 9)),
  })),
});

export const comparison = (lang: 'de' | 'en'): ComparisonModel => ({
  kind: 'comparison',
  title: lang === 'de' ? 'Marketing und Vertrieb' : 'Marketing and sales',
  scale: normed,
  teams: lang === 'de' ? { a: 'Marketing', b: 'Vertrieb' } : { a: 'Marketing', b: 'Sales' },
  rows: motivesIn(lang).map((motive, index) => {
    const a = tenth((SCORES[index] ?? 0) * 0.6);
    const b = tenth((SCORES[(index + 5) % 16] ?? 0) * -0.5);
    const marked = Math.abs(a - b) > 0.7;
    const little = motive.id === 'food';
    return {
      motive,
      a: { mean: little ? null : a, interval: little ? null : around(a, 0.24) },
      b: { mean: little ? null : b, interval: little ? null : around(b, 0.27) },
      difference: little ? null : a - b,
      finding: little ? 'too-little-data' : marked ? 'marked-difference' : 'no-reliable-difference',
    };
  }),
});

export const blindSpots = (people = 9, named = true): BlindSpotMatrixModel => {
  const names = [
    'Anna Berger',
    'Ben Özil',
    'Clara Weiß',
    'Deniz Kaya',
    'Eva Maria Lindqvist',
    'Finn O’Neill',
    'Greta Sommer',
    'Hugo Brandt',
    'Ida Novák',
  ];
  const members = Array.from({ length: people }, (_, index) => {
    const name = names[index];
    return { code: `A${String(index + 1)}`, ...(named && name !== undefined ? { name } : {}) };
  });
  return {
    kind: 'blind-spots',
    title: 'Blinde Flecken',
    rows: members,
    columns: members,
    counts: members.map((_, row) =>
      members.map((__, column) =>
        row === column ? null : (((row + 2) * (column + 2) + row + column) % 11) % 6,
      ),
    ),
  };
};

export const change = (lang: 'de' | 'en'): ChangeModel => ({
  kind: 'change',
  title: lang === 'de' ? 'Erste und zweite Welle' : 'First and second wave',
  scale: raw,
  waves:
    lang === 'de'
      ? { first: 'Welle 1, März 2025', second: 'Welle 2, Oktober 2025' }
      : { first: 'Wave 1, March 2025', second: 'Wave 2, October 2025' },
  rows: motivesIn(lang).map((motive, index) => {
    const first = tenth((SCORES[index] ?? 0) * 0.7);
    const second = tenth(first + 0.9 * Math.sin(index * 1.9));
    const little = motive.id === 'food';
    return {
      motive,
      first,
      second: little ? null : second,
      finding: little
        ? 'too-little-data'
        : Math.abs(second - first) > 0.6
          ? 'reliable-change'
          : 'no-reliable-change',
    };
  }),
});

export const progress = (): ProgressModel => ({
  kind: 'progress',
  title: 'Welle 1',
  submitted: 7,
  inProgress: 2,
  notStarted: 3,
  withdrawn: 1,
});

export const timeline = (lang: 'de' | 'en'): TimelineModel => ({
  kind: 'timeline',
  title: lang === 'de' ? 'Team Vertrieb über vier Wellen' : 'Sales team over four waves',
  scale: normed,
  waves: ['03/2024', '10/2024', '03/2025', '10/2025'],
  motives: motivesIn(lang)
    .slice(0, 5)
    .map((motive, index) => ({
      motive,
      points: [0, 1, 2, 3].map((wave) => ({
        mean:
          index === 2 && wave === 1 ? null : tenth((SCORES[index] ?? 0) * 0.8 - 0.4 * wave * Math.cos(index)),
        sd: index === 2 && wave === 1 ? null : 0.6 + 0.1 * wave,
        n: 9 - (wave % 2),
      })),
    })),
});

export const allModels = (lang: 'de' | 'en'): readonly ChartModel[] => [
  profile(lang),
  profile(lang, raw),
  teamDots(lang),
  teamDots(lang, 24),
  bandShares(lang),
  comparison(lang),
  blindSpots(9),
  blindSpots(24, false),
  change(lang),
  progress(),
  timeline(lang),
];
