import type { BandRule, MotiveScore, NormGroup, Provenance } from './documents.js';
import type { InstrumentDocument } from './instrument.js';
import { scoreAssessment, type ScoringContext } from './profile.js';

/** One step from an answer to the raw score. */
export interface CountedAnswer {
  readonly item: string;
  /** As given; `null` when the item was left out. */
  readonly answer: number | null;
  readonly key: 1 | -1;
  /** What counts in the mean: the answer, or min + max - answer where the key is -1. */
  readonly counted: number | null;
}

/** How the score of one motive came about, in the order of the computation. */
export interface ScoreExplanation {
  readonly motive: string;
  readonly answers: readonly CountedAnswer[];
  /** Sum of what counts; the raw score is this over the number of answers. */
  readonly sum: number;
  /** Fewest answers that give a score. */
  readonly needed: number;
  /** Figures of the norm group that z and the interval rest on. */
  readonly norm: NormGroup['scales'][number] | null;
  /** The score itself, as the profile has it. */
  readonly score: MotiveScore;
  readonly provenance: Provenance;
}

/**
 * Explains one number of a profile: answers, keyed answers, raw score, norm figures, band, each with its versions.
 *
 * Shape: takes what `scoreAssessment` takes and the motive asked about. The score in it is the score of the profile, not
 * a second computation.
 *
 * @param answers Answers as given, by item id.
 * @param motive Scale id.
 * @throws RangeError for a motive that the instrument has not, and whatever `scoreAssessment` refuses.
 * @example
 * explainScore('autonomy', { 'autonomy-1': 5, 'autonomy-2': 2, 'autonomy-3': 4 }, sampleInstrument, sampleNorm,
 *   DEFAULT_BAND_RULE, { assessment: 'a-17' }).answers
 * // => [{ item: 'autonomy-1', answer: 5, key: 1, counted: 5 }, { item: 'autonomy-2', answer: 2, key: -1, counted: 4 },
 * //    { item: 'autonomy-3', answer: 4, key: 1, counted: 4 }, { item: 'autonomy-4', answer: null, key: -1, counted: null }]
 */
export function explainScore(
  motive: string,
  answers: Readonly<Record<string, number>>,
  instrument: InstrumentDocument,
  norm: NormGroup | null,
  rule: BandRule,
  context: ScoringContext,
): ScoreExplanation {
  const scale = instrument.scales.find(({ id }) => id === motive);
  if (scale === undefined) throw new RangeError(`the instrument ${instrument.id} has no scale ${motive}`);
  const { motives, provenance } = scoreAssessment(answers, instrument, norm, rule, context);
  const { min, max } = instrument.response;
  const counted = scale.keys.map(({ item, key }): CountedAnswer => {
    const answer = answers[item] ?? null;
    return { item, answer, key, counted: answer === null || key === 1 ? answer : min + max - answer };
  });
  return {
    motive,
    answers: counted,
    sum: counted.reduce((t, each) => t + (each.counted ?? 0), 0),
    needed: Math.max(1, Math.ceil(instrument.minimumAnswered * scale.keys.length - 1e-9)),
    norm: norm?.scales.find((figures) => figures.scale === motive) ?? null,
    score: motives.find((each) => each.motive === motive)!,
    provenance,
  };
}
