import { insufficient, type InsufficientData } from './outcome.js';
import { mean, standardDeviation } from './numeric/moments.js';
import { finite, present } from './numeric/present.js';
import { normalQuantile } from './numeric/normal.js';

/** Scores of a sample: missing ones (null, NaN) are left out of every figure and stay missing (NaN) in the result. */
export type Sample = ArrayLike<number | null>;

export interface Standardised {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /** One z a respondent, in the order given; NaN where the score is missing. */
  readonly z: Float64Array;
}

/**
 * z scores within a sample: (x - mean) / SD with SD over n - 1.
 *
 * @returns `InsufficientData` with fewer than two scores or no variance.
 * @example
 * standardise([1, 2, null, 3]) // => { n: 3, mean: 2, sd: 1, z: [-1, 0, NaN, 1] }
 */
export function standardise(scores: Sample): Standardised | InsufficientData {
  const given = present(scores);
  if (given.length < 2) return insufficient('too-few-observations', given.length, 2);
  const centre = mean(given);
  const sd = standardDeviation(given);
  if (!(sd > 1e-14 * Math.abs(centre)) || sd === 0) return insufficient('no-variance', given.length, 2);
  const z = Float64Array.from(scores, (x) => (x === null ? NaN : (x - centre) / sd));
  return { n: given.length, mean: centre, sd, z };
}

/**
 * Linear standard score: mean + sd z. `linearScore(z, SCALES.t)` is 50 + 10 z.
 *
 * @example
 * linearScore(1.2, SCALES.t) // => 62
 */
export function linearScore(z: number, scale: { readonly mean: number; readonly sd: number }): number {
  return scale.mean + scale.sd * finite(z, 'a z score');
}

/** The usual standard scales: mean, SD and, for normalised tables, the ends at which they are cut off. */
export const SCALES = {
  t: { mean: 50, sd: 10, min: 10, max: 90 },
  iq: { mean: 100, sd: 15, min: 40, max: 160 },
  sten: { mean: 5.5, sd: 2, min: 1, max: 10 },
  stanine: { mean: 5, sd: 2, min: 1, max: 9 },
  tanine: { mean: 50, sd: 10, min: 1, max: 100 },
  tetronic: { mean: 10, sd: 4, min: 0, max: 20 },
} as const;

/**
 * Stanine band of a z score: 1 to 9, cut at -1.75, -1.25, ..., 1.75; a score on a cut belongs to the band above it.
 *
 * @example
 * [stanineBand(-0.25), stanineBand(-0.26), stanineBand(1.75)] // => [5, 4, 9]
 */
export function stanineBand(z: number): number {
  return bandFrom(z, -1.75, 8);
}

/**
 * Sten band of a z score: 1 to 10, cut at -2, -1.5, ..., 2; a score on a cut belongs to the band above it.
 *
 * @example
 * [stenBand(0), stenBand(-0.01), stenBand(2)] // => [6, 5, 10]
 */
export function stenBand(z: number): number {
  return bandFrom(z, -2, 9);
}

function bandFrom(z: number, first: number, cuts: number): number {
  if (Number.isNaN(z)) throw new RangeError('a band needs a number');
  return 1 + Math.min(cuts, Math.max(0, Math.floor((z - first) / 0.5 + 1)));
}

/** How a percentile rank counts those with the same score. */
export type PercentileRule = 'below' | 'at-or-below' | 'mid-rank';

/**
 * Percentile ranks of a sample's own scores, 0 to 100.
 *
 * `below`: share with a lower score; `at-or-below`: share with the same or a lower score; `mid-rank`: share below plus
 * half the share of those equal (the person included).
 *
 * @returns One rank a respondent, in the order given, NaN where the score is missing.
 * @example
 * percentileRanks([1, 2, 2, 3]) // => [12.5, 50, 50, 87.5]
 * percentileRanks([1, 2, 2, 3], 'below') // => [0, 25, 25, 75]
 */
export function percentileRanks(scores: Sample, rule: PercentileRule = 'mid-rank'): Float64Array {
  const sorted = Float64Array.from(present(scores)).sort();
  return Float64Array.from(scores, (x) => (x === null || Number.isNaN(x) ? NaN : rankIn(sorted, x, rule)));
}

/**
 * Percentile rank of one score in a sample that need not contain it.
 *
 * @returns `InsufficientData` for an empty sample.
 * @example
 * percentileRank(2.5, [1, 2, 2, 3]) // => 75
 */
export function percentileRank(
  score: number,
  sample: Sample,
  rule: PercentileRule = 'mid-rank',
): number | InsufficientData {
  finite(score, 'a score');
  const sorted = Float64Array.from(present(sample)).sort();
  return sorted.length === 0 ? insufficient('too-few-observations', 0, 1) : rankIn(sorted, score, rule);
}

function rankIn(sorted: Float64Array, score: number, rule: PercentileRule): number {
  const below = firstAtLeast(sorted, score);
  const upTo = firstAbove(sorted, score);
  const count = rule === 'below' ? below : rule === 'at-or-below' ? upTo : below + (upTo - below) / 2;
  return (100 * count) / sorted.length;
}

/**
 * Blom's normal scores: the normal quantile of (rank - 3/8) / (n + 1/4), ties at their mean rank.
 *
 * Source: Blom (1958).
 * @example
 * blomScores([1, 2, 3]) // => [-0.86942, 0, 0.86942]
 */
export function blomScores(scores: Sample): Float64Array {
  const sorted = Float64Array.from(present(scores)).sort();
  return Float64Array.from(scores, (x) => {
    if (x === null || Number.isNaN(x)) return NaN;
    const rank = (firstAtLeast(sorted, x) + 1 + firstAbove(sorted, x)) / 2;
    return normalQuantile((rank - 0.375) / (sorted.length + 0.25));
  });
}

export interface NormTableRow {
  readonly score: number;
  /** How many had exactly this score; a score nobody had takes the figures of the row below. */
  readonly n: number;
  /** Mid-rank percentile, 0 to 100. */
  readonly percentile: number;
  /** Normalised z: the normal quantile of the percentile. */
  readonly z: number;
  /** Whole-number standard score, cut off at the ends of the scale. */
  readonly standard: number;
}

/**
 * Rank-normalised norm table of whole-number raw scores, for example to stens or stanines.
 *
 * Percentile = 100 (number below + half the number at the score) / n; z = normal quantile; standard score = sd z + mean
 * rounded (halves to even), cut off at the scale's ends. A linear score of the same name is another thing: it keeps the
 * shape of the distribution, this one makes it normal.
 *
 * @param scores Whole-number raw scores.
 * @param scale One of `SCALES` or your own.
 * @returns One row for each whole number from the least to the largest score; `InsufficientData` without a score.
 * @throws RangeError for a score that is not a whole number.
 * @example
 * normTable([1, 2, 2, 4], SCALES.sten).map(({ score, standard }) => [score, standard])
 * // => [[1, 3], [2, 6], [3, 6], [4, 8]]
 */
export function normTable(
  scores: Sample,
  scale: { readonly mean: number; readonly sd: number; readonly min: number; readonly max: number },
): readonly NormTableRow[] | InsufficientData {
  const sorted = Float64Array.from(present(scores)).sort();
  if (sorted.length === 0) return insufficient('too-few-observations', 0, 1);
  if (!sorted.every(Number.isInteger)) throw new RangeError('a norm table needs whole-number scores');
  const rows: NormTableRow[] = [];
  for (let score = sorted[0]!; score <= sorted[sorted.length - 1]!; score += 1) {
    const n = firstAbove(sorted, score) - firstAtLeast(sorted, score);
    const below = rows[rows.length - 1];
    if (n === 0 && below !== undefined) {
      rows.push({ ...below, score, n });
      continue;
    }
    const percentile = rankIn(sorted, score, 'mid-rank');
    const z = normalQuantile(percentile / 100);
    const standard = Math.min(scale.max, Math.max(scale.min, roundHalfEven(scale.mean + scale.sd * z)));
    rows.push({ score, n, percentile, z, standard });
  }
  return rows;
}

function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}

/** Index of the first sorted value that is not below x. */
function firstAtLeast(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first sorted value above x. */
function firstAbove(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
