import type { NormGroup } from './documents.js';
import type { InstrumentDocument, LocalText, Scale } from './instrument.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';
import { mean, standardDeviation } from './numeric/moments.js';
import { cronbachAlpha } from './reliability.js';

/** Below this sample a norm group is provisional whatever its maker says. */
export const NORM_SAMPLE_NEEDED = 100;

/** What the maker of a norm group says about it. */
export interface NormDescription {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  readonly population: LocalText;
  readonly collected: { readonly from: string; readonly to: string };
  readonly provisional?: boolean;
}

/**
 * Local norms: the norm group of a firm's own consented answers.
 *
 * Shape: one record of answers a person (as given, not reversed), by item id; only one record a person. Each scale:
 * mean and SD (n - 1) of the mean scores of those who answered enough of its items, and Cronbach's alpha over the
 * items pairwise (0 where it is negative, and for a scale of one item, for which it does not exist). Under 100 people
 * the group is marked provisional.
 *
 * @param answers Answers of the sample.
 * @param instrument Instrument that was answered.
 * @param description Id, version, population and dates.
 * @returns The norm group, or `InsufficientData` when a scale has fewer than two scores or they do not vary.
 * @throws RangeError for an answer outside the response scale.
 * @example
 * localNorms([], sampleInstrument, { id: 'firm', version: '1', title: { de: 'f', en: 'f' }, population: { de:
 *   'f', en: 'f' }, collected: { from: '2026-01', to: '2026-02' } })
 * // => { kind: 'insufficient-data', reason: 'too-few-observations', n: 0, needed: 2 }
 */
export function localNorms(
  answers: readonly Readonly<Record<string, number>>[],
  instrument: InstrumentDocument,
  description: NormDescription,
): NormGroup | InsufficientData {
  const scales: NormGroup['scales'][number][] = [];
  for (const scale of instrument.scales) {
    const items = answers.map((person) => reversedAnswers(person, scale, instrument));
    const scores = items.flatMap((given) => meanScore(given, instrument.minimumAnswered));
    if (scores.length < 2) return insufficient('too-few-observations', scores.length, 2);
    const sd = standardDeviation(scores);
    if (!(sd > 1e-12)) return insufficient('no-variance', scores.length, 2);
    const alpha = cronbachAlpha(items);
    const reliability = isInsufficient(alpha) ? 0 : Math.min(1, Math.max(0, alpha.raw));
    scales.push({ scale: scale.id, mean: mean(scores), sd, reliability, n: scores.length });
  }
  return {
    id: description.id,
    version: description.version,
    instrument: { id: instrument.id, version: instrument.version },
    title: description.title,
    population: description.population,
    collected: description.collected,
    n: answers.length,
    provisional: (description.provisional ?? false) || answers.length < NORM_SAMPLE_NEEDED,
    scales,
  };
}

function reversedAnswers(
  person: Readonly<Record<string, number>>,
  scale: Scale,
  { response: { min, max } }: InstrumentDocument,
): (number | null)[] {
  return scale.keys.map(({ item, key }) => {
    const answer = person[item];
    if (answer === undefined) return null;
    if (!(answer >= min && answer <= max)) {
      throw new RangeError(`the answer to ${item} is ${answer}, outside ${min} to ${max}`);
    }
    return key === 1 ? answer : min + max - answer;
  });
}

function meanScore(items: readonly (number | null)[], minimum: number): number[] {
  const given = items.filter((answer) => answer !== null);
  const enough = given.length > 0 && given.length >= minimum * items.length - 1e-9;
  return enough ? [mean(given)] : [];
}

export interface NormDrift {
  readonly scale: string;
  /** Mean of the new version minus mean of the old one, in SDs of the old one. */
  readonly mean: number;
  /** SD of the new version over SD of the old one. */
  readonly sdRatio: number;
  readonly reliability: number;
}

/**
 * Drift of a norm group against its last version, for the scales that both have: how far a person with unchanged
 * answers moves on the axis only because the norm changed.
 *
 * @returns One line a scale: shift of the mean in old SDs, ratio of the SDs, difference of the reliabilities.
 * @example
 * normDrift(sampleNorm, { ...sampleNorm, scales: [{ scale: 'autonomy', mean: 3.25, sd: 0.5, reliability: 0.84,
 *   n: 90 }] })
 * // => [{ scale: 'autonomy', mean: 0.5, sdRatio: 1, reliability: 0 }]
 */
export function normDrift(previous: NormGroup, next: NormGroup): readonly NormDrift[] {
  return next.scales.flatMap((figures) => {
    const old = previous.scales.find(({ scale }) => scale === figures.scale);
    if (old === undefined) return [];
    return [
      {
        scale: figures.scale,
        mean: (figures.mean - old.mean) / old.sd,
        sdRatio: figures.sd / old.sd,
        reliability: figures.reliability - old.reliability,
      },
    ];
  });
}
