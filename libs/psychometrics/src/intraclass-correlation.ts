import type { Interval } from './documents.js';
import { groupIndex, type GroupIndex, type GroupLabels } from './groups.js';
import { normalQuantile } from './numeric/normal.js';
import { finite } from './numeric/present.js';
import { findRoot } from './numeric/root.js';
import { fQuantile, fTails } from './numeric/student.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';

export interface IccAnova {
  /** Respondents with a value, and groups among them. */
  readonly n: number;
  readonly groups: number;
  readonly meanGroupSize: number;
  /** Size that corrects for unequal groups, (N - sum n^2 / N) / (k - 1). */
  readonly n0: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  /** MSB / MSW and its upper tail; neither exists when nobody differs from the own group. */
  readonly f: number | InsufficientData;
  readonly p: number | InsufficientData;
  readonly etaSquared: number;
  /** ICC(1) with the mean group size (as R's multilevel). */
  readonly icc1: number;
  /** ICC(1) with n0, the variance-components estimate (as R's ICC). */
  readonly icc1N0: number;
  /** ICC(2), reliability of the group means, (MSB - MSW) / MSB; it does not exist when all group means are equal. */
  readonly icc2: number | InsufficientData;
  /** Intervals of `icc1N0`: Thomas-Hultquist-Donner (by F) and Smith (by its large-sample variance). */
  readonly intervals: {
    readonly thomasHultquistDonner: Interval;
    readonly smith: Interval | InsufficientData;
  };
}

/**
 * ICC(1) and ICC(2) from the one-way analysis of variance.
 *
 * ICC(1) = (MSB - MSW) / (MSB + (size - 1) MSW), once with the mean group size and once with n0: with unequal groups the
 * two differ. Rows without a value or a group are left out; groups of one take part.
 *
 * @returns `InsufficientData` with fewer than two groups, no group of two, or values that are all equal. Where only the
 *   groups differ and nobody within them, both ICCs are 1 and there is no F.
 * Source: Bliese (2000); Donner (1979); Smith (1957).
 * @example
 * iccAnova([1, 2, 2, 4, 5, 5, 4], ['a', 'a', 'a', 'b', 'b', 'b', 'b'])
 * // => { icc1: 0.92007, icc1N0: 0.92157, icc2: 0.97578 }
 */
export function iccAnova(
  values: ArrayLike<number | null>,
  groups: GroupLabels,
  level = 0.95,
): IccAnova | InsufficientData {
  const { sizes, means, within, n, grand } = summarise(values, groups);
  const k = sizes.length;
  if (k < 2) return insufficient('too-few-observations', k, 2);
  if (n <= k) return insufficient('too-few-observations', n, k + 1);
  let [between, squares, cubes] = [0, 0, 0];
  for (let i = 0; i < k; i += 1) {
    const size = sizes[i]!;
    const deviation = means[i]! - grand;
    between += size * deviation * deviation;
    squares += size * size;
    cubes += size * size * size;
  }
  if (!(within + between > 1e-28 * n * grand * grand)) return insufficient('no-variance', n, k + 1);
  const unanimous = !(within > 1e-14 * (within + between));
  const dfBetween = k - 1;
  const dfWithin = n - k;
  const msb = between / dfBetween;
  const msw = unanimous ? 0 : within / dfWithin;
  const n0 = (n - squares / n) / dfBetween;
  const icc1N0 = (msb - msw) / (msb + (n0 - 1) * msw);
  const f = unanimous ? insufficient('no-variance', n, k + 1) : msb / msw;
  return {
    n,
    groups: k,
    meanGroupSize: n / k,
    n0,
    meanSquareBetween: msb,
    meanSquareWithin: msw,
    dfBetween,
    dfWithin,
    f,
    p: isInsufficient(f) ? f : fTails(f, dfBetween, dfWithin).upper,
    etaSquared: between / (between + within),
    icc1: (msb - msw) / (msb + (n / k - 1) * msw),
    icc1N0,
    icc2: msb > 1e-14 * msw ? (msb - msw) / msb : insufficient('no-variance', n, k + 1),
    intervals: {
      thomasHultquistDonner: isInsufficient(f)
        ? { low: 1, high: 1, level }
        : fInterval(f, dfBetween, dfWithin, n0, level),
      smith: smithInterval(icc1N0, { n, k, squares, cubes }, n0, level),
    },
  };
}

function fInterval(f: number, df1: number, df2: number, n0: number, level: number): Interval {
  const upper = (1 + level) / 2;
  const low = f / fQuantile(upper, df1, df2);
  const high = f * fQuantile(upper, df2, df1);
  return { low: (low - 1) / (low + n0 - 1), high: (high - 1) / (high + n0 - 1), level };
}

/** The variance formula turns negative for a clearly negative ICC: then there is no such interval. */
function smithInterval(
  icc: number,
  { n, k, squares, cubes }: Readonly<Record<'n' | 'k' | 'squares' | 'cubes', number>>,
  n0: number,
  level: number,
): Interval | InsufficientData {
  const first = (1 + icc * (n0 - 1)) ** 2 / (n - k);
  const second =
    (k - 1) * (1 - icc) * (1 + icc * (2 * n0 - 1)) +
    icc ** 2 * (squares - (2 * cubes) / n + (squares / n) ** 2);
  const variance = ((2 * (1 - icc) ** 2) / n0 ** 2) * (first + second / (k - 1) ** 2);
  if (!(variance >= 0)) return insufficient('no-variance', n, n + 1);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return { low: icc - half, high: icc + half, level };
}

export interface IccReml {
  readonly n: number;
  readonly groups: number;
  /** Variance between groups; 0 when the groups differ less than chance would make them. */
  readonly between: number;
  /** Variance within groups. */
  readonly within: number;
  readonly icc1: number;
  /** Reliability of a mean of the mean group size. */
  readonly icc2: number;
  /** Reliability of the group means, averaged over groups, and over groups weighted by size. */
  readonly icc2Mean: number;
  readonly icc2Weighted: number;
}

/**
 * ICC by restricted maximum likelihood in the random-intercept model value = mean + group + rest.
 *
 * The restricted likelihood is profiled down to the ratio of the two variances, whose score equation is solved; several
 * starting points guard against a second maximum.
 *
 * @returns `InsufficientData` with fewer than two groups, no group of two, or no variance within the groups.
 * Source: Patterson & Thompson (1971); checked against R's lme4 and nlme (1e-5).
 * @example
 * iccReml([1, 2, 2, 4, 5, 5, 4], ['a', 'a', 'a', 'b', 'b', 'b', 'b'])
 * // => { between: 3.9167, within: 0.33333, icc1: 0.92157 }
 */
export function iccReml(values: ArrayLike<number | null>, groups: GroupLabels): IccReml | InsufficientData {
  const { sizes: counts, means, within, n } = summarise(values, groups);
  const sizes = Float64Array.from(counts);
  const k = sizes.length;
  if (k < 2) return insufficient('too-few-observations', k, 2);
  if (n <= k) return insufficient('too-few-observations', n, k + 1);
  if (!(within > 0)) return insufficient('no-variance', n, k + 1);
  const profile = (ratio: number): { deviance: number; slope: number; scale: number } => {
    const weights = sizes.map((size) => size / (1 + size * ratio));
    const total = weights.reduce((t, w) => t + w, 0);
    const centre = weights.reduce((t, w, i) => t + w * means[i]!, 0) / total;
    const squares = within + weights.reduce((t, w, i) => t + w * (means[i]! - centre) ** 2, 0);
    const squaresSlope = -weights.reduce((t, w, i) => t + w * w * (means[i]! - centre) ** 2, 0);
    const logs = sizes.reduce((t, size) => t + Math.log1p(size * ratio), 0);
    return {
      deviance: (n - 1) * Math.log(squares) + logs + Math.log(total),
      slope: ((n - 1) * squaresSlope) / squares + total - weights.reduce((t, w) => t + w * w, 0) / total,
      scale: squares / (n - 1),
    };
  };
  const ratio = bestRatio(profile);
  const { scale } = profile(ratio);
  const between = ratio * scale;
  const reliability = (size: number): number => (size * ratio) / (1 + size * ratio);
  return {
    n,
    groups: k,
    between,
    within: scale,
    icc1: ratio / (1 + ratio),
    icc2: reliability(n / k),
    icc2Mean: sizes.reduce((t, size) => t + reliability(size), 0) / k,
    icc2Weighted: sizes.reduce((t, size) => t + size * reliability(size), 0) / n,
  };
}

/** Ratio of the variances with the least deviance: the best of the zeros of the slope and of ratio 0. */
function bestRatio(profile: (ratio: number) => { deviance: number; slope: number }): number {
  const grid = Array.from({ length: 49 }, (_, i) => 10 ** (-8 + i / 3));
  let best = 0;
  let least = profile(0).deviance;
  for (let i = 1; i < grid.length; i += 1) {
    const low = grid[i - 1]!;
    const high = grid[i]!;
    if (!(profile(low).slope < 0 && profile(high).slope >= 0)) continue;
    const log = findRoot((x) => profile(Math.exp(x)).slope, Math.log(low), Math.log(high), 1e-13);
    if (log === undefined) continue;
    const { deviance } = profile(Math.exp(log));
    if (deviance < least) {
      least = deviance;
      best = Math.exp(log);
    }
  }
  return best;
}

interface GroupSums {
  readonly sizes: Int32Array;
  readonly means: Float64Array;
  readonly within: number;
  readonly n: number;
  readonly grand: number;
}

/** Sizes, means and the sum of squares within the groups that have a value, in two passes over the values. */
function summarise(scores: ArrayLike<number | null>, groups: GroupLabels): GroupSums {
  const values = scores instanceof Float64Array ? scores : Float64Array.from(scores, (x) => x ?? NaN);
  const index = groupIndex(groups, values.length);
  let sums = index.everyRow ? addUpAll(values, index) : addUp(values, index);
  let { n, total } = toMeans(sums);
  // A missing value makes the total no number.
  const complete = index.everyRow && Number.isFinite(total);
  if (index.everyRow && !complete) {
    sums = addUp(values, index);
    ({ n, total } = toMeans(sums));
  }
  finite(total, 'a sum of these values');
  const squares = complete ? squaresOfAll : squaresWithin;
  return { ...withoutEmpty(sums), within: squares(values, index.of, sums.means), n, grand: total / n };
}

type Sums = Pick<GroupSums, 'sizes' | 'means'>;

/** Without a look at what is missing: rows of no group, or no value. */
function addUpAll(values: Float64Array, { count, of }: GroupIndex): Sums {
  const sizes = new Int32Array(count);
  const means = new Float64Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row]!;
    sizes[group]! += 1;
    means[group]! += values[row]!;
  }
  return { sizes, means };
}

function addUp(values: Float64Array, { count, of }: GroupIndex): Sums {
  const sizes = new Int32Array(count);
  const means = new Float64Array(count);
  for (let row = 0; row < values.length; row += 1) {
    const group = of[row]!;
    const x = values[row]!;
    if (group < 0 || Number.isNaN(x)) continue;
    sizes[group]! += 1;
    means[group]! += x;
  }
  return { sizes, means };
}

/** Divides the sums by the sizes. */
function toMeans({ sizes, means }: Sums): { n: number; total: number } {
  let n = 0;
  let total = 0;
  for (let group = 0; group < sizes.length; group += 1) {
    const size = sizes[group]!;
    n += size;
    total += means[group]!;
    means[group]! /= size;
  }
  return { n, total };
}

function withoutEmpty(sums: Sums): Sums {
  const { sizes, means } = sums;
  if (!sizes.includes(0)) return sums;
  return { sizes: sizes.filter((size) => size > 0), means: means.filter((_, group) => sizes[group]! > 0) };
}

function squaresOfAll(values: Float64Array, of: Int32Array, means: Float64Array): number {
  let squares = 0;
  for (let row = 0; row < of.length; row += 1) {
    const deviation = values[row]! - means[of[row]!]!;
    squares += deviation * deviation;
  }
  return squares;
}

function squaresWithin(values: Float64Array, of: Int32Array, means: Float64Array): number {
  let squares = 0;
  for (let row = 0; row < values.length; row += 1) {
    const group = of[row]!;
    if (group < 0) continue;
    const deviation = values[row]! - means[group]!;
    if (!Number.isNaN(deviation)) squares += deviation * deviation;
  }
  return squares;
}
