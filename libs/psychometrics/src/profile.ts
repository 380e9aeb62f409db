import { bandOf, bandsOverlap, roundAsShown } from './band.js';
import type {
  BandRule,
  Basis,
  Interval,
  MotiveScore,
  NormGroup,
  ProfileDocument,
  Provenance,
} from './documents.js';
import type { InstrumentDocument, Scale } from './instrument.js';
import { normalTails } from './numeric/normal.js';
import { answerQuality } from './answer-quality.js';

/** Version of the formulas in this library; a change of any shown number changes it. */
export const SCORING_VERSION = '1';

/** Half width of a 95 % normal interval in standard errors, the 1.96 of the handbooks. */
export const Z95 = 1.96;

export interface ScoringContext {
  /** Id of the assessment that the figures come from. */
  readonly assessment: string;
  /** Seconds each item took, by item id, when they are known. */
  readonly seconds?: Readonly<Record<string, number>>;
}

/** How scale scores that were computed elsewhere are expressed. */
export type ScoreKind = 'raw' | 'z' | 't' | 'sten';

/**
 * Scores one assessment: the profile of one person.
 *
 * Shape: one answer an item, by item id; items left out are missing. One `MotiveScore` a scale, in the instrument's
 * order. Raw score: mean of the answered items of a scale after reversing (x' = min + max - x), if at least the share
 * `minimumAnswered` of them is answered, else no score. With a norm group z = (raw - mean) / SD, T = 50 + 10 z,
 * sten = 5.5 + 2 z (linear, neither rounded nor cut off), percentile = 100 times the normal probability below z, and the
 * observed-score interval z -+ 1.96 sqrt(1 - reliability). Without one the value is the position on the response
 * scale, -2 (lowest option) to +2 (highest), and there is no interval. The value is rounded to two decimals and the
 * rounded value is classified.
 *
 * @param answers Answers as given (not reversed), by item id.
 * @param instrument Published instrument document.
 * @param norm Norm group of exactly this instrument version, or `null`.
 * @param rule Band rule.
 * @param context Assessment id, and seconds per item when they are known.
 * @throws RangeError for an unknown item, an answer outside the response scale, or a norm group of another instrument
 *   version or without one of the scales.
 * @example
 * scoreAssessment({ 'autonomy-1': 5, 'autonomy-2': 2, 'autonomy-3': 4 }, sampleInstrument, sampleNorm,
 *   DEFAULT_BAND_RULE, { assessment: 'a-17' }).motives[0]
 * // => { raw: 4.3333, value: 2.67, z: 2.6667, t: 76.667, band: 'red', interval: { low: 1.8827, high: 3.4507,
 * //    level: 0.95 } }
 */
export function scoreAssessment(
  answers: Readonly<Record<string, number>>,
  instrument: InstrumentDocument,
  norm: NormGroup | null,
  rule: BandRule,
  context: ScoringContext,
): ProfileDocument {
  refuseStrangeAnswers(answers, instrument);
  refuseForeignNorm(norm, instrument);
  const motives = instrument.scales.map((scale) => {
    const { raw, answered } = meanScore(answers, scale, instrument);
    return motiveScore(scale, answered, scale.keys.length, raw, instrument, norm, rule);
  });
  return {
    motives,
    quality: answerQuality(answers, instrument, context.seconds),
    provenance: provenanceOf(instrument, norm, rule, context.assessment, 'answers'),
  };
}

/**
 * Makes a profile of scale scores that were computed elsewhere (an instrument taken on paper or bought).
 *
 * `raw` scores are means on the response scale and are treated like scored answers. `z`, `t` and `sten` are already
 * normed: they are turned back into z (z = (T - 50) / 10, z = (sten - 5.5) / 2) and shown as they are; the norm group
 * then only describes them and gives their reliability. Without a norm group they have no interval and no raw score.
 * Nothing is known about single items: `answered` and `of` are 0, and there are no quality flags.
 *
 * @param scores Scores by scale id; a scale left out has no score.
 * @param kind How the scores are expressed.
 * @throws RangeError for an unknown scale, a score that is not a number, a raw score outside the response scale, or a
 *   norm group of another instrument version or without one of the scales.
 * @example
 * profileFromScores({ autonomy: 62 }, 't', sampleInstrument, null, DEFAULT_BAND_RULE, { assessment: 'a-17'
 *   }).motives[0]
 * // => { value: 1.2, z: 1.2, sten: 7.9, band: 'red', interval: null }
 */
export function profileFromScores(
  scores: Readonly<Record<string, number>>,
  kind: ScoreKind,
  instrument: InstrumentDocument,
  norm: NormGroup | null,
  rule: BandRule,
  context: ScoringContext,
): ProfileDocument {
  refuseForeignNorm(norm, instrument);
  const known = new Set(instrument.scales.map((scale) => scale.id));
  for (const [scale, score] of Object.entries(scores)) {
    if (!known.has(scale)) throw new RangeError(`the instrument ${instrument.id} has no scale ${scale}`);
    if (!Number.isFinite(score)) throw new RangeError(`the score of ${scale} is not a number`);
    if (kind === 'raw') refuseOutsideScale(score, instrument, `the raw score of ${scale}`);
  }
  const motives = instrument.scales.map((scale) => {
    const score = scores[scale.id];
    if (score === undefined) return motiveScore(scale, 0, 0, null, instrument, norm, rule);
    if (kind === 'raw') return motiveScore(scale, 0, 0, score, instrument, norm, rule);
    return normedScore(scale, zOf(score, kind), norm, rule);
  });
  return {
    motives,
    quality: { answered: 0, of: 0, flags: [] },
    provenance: provenanceOf(instrument, norm, rule, context.assessment, kind),
  };
}

function zOf(score: number, kind: 'z' | 't' | 'sten'): number {
  if (kind === 't') return (score - 50) / 10;
  return kind === 'sten' ? (score - 5.5) / 2 : score;
}

function meanScore(
  answers: Readonly<Record<string, number>>,
  scale: Scale,
  instrument: InstrumentDocument,
): { raw: number | null; answered: number } {
  const { min, max } = instrument.response;
  let total = 0;
  let answered = 0;
  for (const { item, key } of scale.keys) {
    const answer = answers[item];
    if (answer === undefined) continue;
    total += key === 1 ? answer : min + max - answer;
    answered += 1;
  }
  const enough = answered > 0 && answered >= instrument.minimumAnswered * scale.keys.length - 1e-9;
  return { raw: enough ? total / answered : null, answered };
}

function motiveScore(
  scale: Scale,
  answered: number,
  of: number,
  raw: number | null,
  instrument: InstrumentDocument,
  norm: NormGroup | null,
  rule: BandRule,
): MotiveScore {
  const basis: Basis = norm === null ? 'response-scale' : 'norm';
  if (raw === null) return { ...noScore(scale.id, basis), answered, of };
  if (norm === null) {
    const { min, max } = instrument.response;
    const value = roundAsShown(-2 + (4 * (raw - min)) / (max - min));
    return { ...noScore(scale.id, basis), answered, of, raw, value, band: bandOf(value, rule) };
  }
  const figures = figuresOf(norm, scale.id);
  return { ...normedScore(scale, (raw - figures.mean) / figures.sd, norm, rule), answered, of, raw };
}

function normedScore(scale: Scale, z: number, norm: NormGroup | null, rule: BandRule): MotiveScore {
  const value = roundAsShown(z);
  const figures = norm === null ? null : figuresOf(norm, scale.id);
  const interval = figures === null ? null : observedScoreInterval(z, figures.reliability);
  return {
    motive: scale.id,
    answered: 0,
    of: 0,
    raw: figures === null ? null : figures.mean + z * figures.sd,
    basis: 'norm',
    value,
    z,
    t: 50 + 10 * z,
    sten: 5.5 + 2 * z,
    percentile: 100 * normalTails(z).lower,
    band: bandOf(value, rule),
    interval,
    bandOverlaps: interval !== null && bandsOverlap(interval, rule),
  };
}

function observedScoreInterval(z: number, reliability: number): Interval {
  const half = Z95 * Math.sqrt(1 - reliability);
  return { low: z - half, high: z + half, level: 0.95 };
}

function noScore(motive: string, basis: Basis): MotiveScore {
  return {
    motive,
    answered: 0,
    of: 0,
    raw: null,
    basis,
    value: null,
    z: null,
    t: null,
    sten: null,
    percentile: null,
    band: null,
    interval: null,
    bandOverlaps: false,
  };
}

function figuresOf(norm: NormGroup, scale: string): NormGroup['scales'][number] {
  const figures = norm.scales.find((each) => each.scale === scale);
  if (figures === undefined) throw new RangeError(`norm group ${norm.id} has no scale ${scale}`);
  return figures;
}

function provenanceOf(
  instrument: InstrumentDocument,
  norm: NormGroup | null,
  bandRule: BandRule,
  assessment: string,
  source: NonNullable<Provenance['source']>,
): Provenance {
  return {
    instrument: { id: instrument.id, version: instrument.version },
    norm:
      norm === null ? null : { id: norm.id, version: norm.version, n: norm.n, provisional: norm.provisional },
    bandRule,
    assessments: [assessment],
    scoring: SCORING_VERSION,
    source,
  };
}

function refuseForeignNorm(norm: NormGroup | null, instrument: InstrumentDocument): void {
  if (norm === null) return;
  const { id, version } = norm.instrument;
  if (id !== instrument.id || version !== instrument.version) {
    throw new RangeError(
      `norm group ${norm.id} belongs to ${id} ${version}, not to ${instrument.id} ${instrument.version}`,
    );
  }
  for (const scale of instrument.scales) {
    const { sd, reliability } = figuresOf(norm, scale.id);
    if (!(sd > 0)) throw new RangeError(`norm group ${norm.id}: the SD of ${scale.id} is not positive`);
    if (!(reliability >= 0 && reliability <= 1)) {
      throw new RangeError(`norm group ${norm.id}: the reliability of ${scale.id} is not between 0 and 1`);
    }
  }
}

function refuseStrangeAnswers(
  answers: Readonly<Record<string, number>>,
  instrument: InstrumentDocument,
): void {
  const known = new Set(instrument.items.map((item) => item.id));
  for (const [item, answer] of Object.entries(answers)) {
    if (!known.has(item)) throw new RangeError(`the instrument ${instrument.id} has no item ${item}`);
    refuseOutsideScale(answer, instrument, `the answer to ${item}`);
  }
}

function refuseOutsideScale(value: number, instrument: InstrumentDocument, what: string): void {
  const { min, max } = instrument.response;
  if (!(value >= min && value <= max)) throw new RangeError(`${what} is ${value}, outside ${min} to ${max}`);
}
