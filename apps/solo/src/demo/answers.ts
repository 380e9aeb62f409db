import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type { TeamKey } from './cast.js';
import { seeded } from './random.js';

/**
 * Where a team leans, in SD of the norm group: the pattern that practitioners report of B2B sales and strategic
 * marketing, a hypothesis and invented here. Motives that are not named lean nowhere.
 */
const lean: Readonly<Record<TeamKey, Readonly<Record<string, number>>>> = {
  marketing: {
    autonomy: -1.1,
    'social-recognition': 1.2,
    'social-contact': -0.2,
    curiosity: 0.7,
    structure: 0.7,
    sensuality: 0.5,
    competition: -0.4,
  },
  sales: {
    autonomy: 1.4,
    'social-recognition': -1.1,
    status: 1.2,
    'social-contact': 1.3,
    competition: 0.8,
    influence: 0.6,
    structure: -0.5,
    safety: -0.5,
  },
};

/** How far members of one team differ; status is what marketing people differ most in. */
const SPREAD = 0.75;
const wide: Readonly<Record<TeamKey, Readonly<Record<string, number>>>> = {
  marketing: { status: 1.2 },
  sales: {},
};

/** Means and SDs of an invented norm sample, so that the demo shows bands; said to be invented wherever it appears. */
export function inventedNorm(instrument: InstrumentDocument): NormGroup {
  const random = seeded(4711);
  return {
    id: 'demo-norm',
    version: '1.0.0',
    instrument: { id: instrument.id, version: instrument.version },
    title: { de: 'Erfundene Vergleichsgruppe der Demo', en: 'Invented comparison group of the demo' },
    population: {
      de: 'Erfundene Werte, um die Darstellung zu zeigen. Keine echten Personen.',
      en: 'Invented values to show the display. No real people.',
    },
    collected: { from: '2026-01-01', to: '2026-01-31' },
    n: 240,
    provisional: true,
    scales: instrument.scales.map(({ id }) => ({
      scale: id,
      mean: round(3.1 + 0.25 * random.normal(), 2),
      sd: round(0.68 + 0.06 * random.next(), 2),
      reliability: round(0.78 + 0.1 * random.next(), 2),
      n: 240,
    })),
  };
}

/** A person's lasting position on every motive, in SD of the norm group. */
export function traits(
  name: string,
  team: TeamKey,
  instrument: InstrumentDocument,
): Readonly<Record<string, number>> {
  const random = seeded(seedOf(name));
  return Object.fromEntries(
    instrument.scales.map(({ id }) => {
      const spread = wide[team][id] ?? SPREAD;
      return [id, (lean[team][id] ?? 0) + spread * random.normal()];
    }),
  );
}

/** Answers of one occasion: the lasting position, a little of the day, and the noise of single items. */
export function answersOf(
  name: string,
  team: TeamKey,
  occasion: string,
  instrument: InstrumentDocument,
  norm: NormGroup,
): { answers: Record<string, number>; seconds: Record<string, number> } {
  const lasting = traits(name, team, instrument);
  const random = seeded(seedOf(`${name}/${occasion}`));
  const { min, max } = instrument.response;
  const answers: Record<string, number> = {};
  const seconds: Record<string, number> = {};
  for (const scale of instrument.scales) {
    const group = norm.scales.find((s) => s.scale === scale.id)!;
    const level = group.mean + group.sd * (lasting[scale.id]! + 0.2 * random.normal());
    for (const { item, key } of scale.keys) {
      const keyed = clamp(Math.round(level + 0.7 * random.normal()), min, max);
      answers[item] = key === 1 ? keyed : min + max - keyed;
      seconds[item] = round(clamp(5 + 2 * random.normal(), 1.8, 20), 1);
    }
  }
  return { answers, seconds };
}

const seedOf = (text: string): number => {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
  return hash >>> 0;
};
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const round = (value: number, digits: number) => Number(value.toFixed(digits));
