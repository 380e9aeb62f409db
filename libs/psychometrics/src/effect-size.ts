import type { Interval } from './documents.js';
import { insufficient, type InsufficientData } from './outcome.js';
import { logGammaRatio } from './numeric/gamma.js';
import { mean, sumOfSquares } from './numeric/moments.js';
import { noncentralityAt, tTestPower } from './numeric/noncentral-t.js';
import { present } from './numeric/present.js';
import { findRoot } from './numeric/root.js';

export interface StandardisedDifference {
  readonly n: { readonly a: number; readonly b: number };
  /** Cohen's d with the pooled SD. */
  readonly d: number;
  readonly dInterval: Interval;
  /** Hedges' g = J d. */
  readonly g: number;
  readonly gInterval: Interval;
  /** The exact small-sample correction. */
  readonly correction: number;
}

/**
 * Hedges' correction J(m) = gamma(m/2) / (sqrt(m/2) gamma((m - 1)/2)), the gamma form, not 1 - 3/(4m - 1).
 *
 * @param df Degrees of freedom of the standard deviation, > 1.
 * @example
 * hedgesCorrection(18) // => 0.95765
 */
export function hedgesCorrection(df: number): number {
  if (!(df > 1 && df < Infinity)) throw new RangeError(`Hedges' correction needs df > 1, got ${df}`);
  return Math.exp(-logGammaRatio((df - 1) / 2, 0.5)) / Math.sqrt(df / 2);
}

/**
 * Standardised difference between two independent groups: Cohen's d, Hedges' g and their noncentral-t intervals.
 *
 * d = (mean a - mean b) / pooled SD (n - 1); g = J d. Interval: the noncentralities under which the observed t is the
 * 97.5th and the 2.5th percentile, times sqrt(1/na + 1/nb); that of g is J times that of d (as R's effectsize does).
 * Missing values (null, NaN) are left out.
 *
 * @param level Coverage, default 0.95.
 * @returns `InsufficientData` with fewer than two values in a group or fewer than 4 together, or without variance.
 * Source: Hedges (1981); Steiger & Fouladi (1997).
 * @example
 * hedgesG([5, 6, 7, 8], [3, 4, 5, 6])
 * // => { d: 1.5492, g: 1.3457, gInterval: { low: -0.10824, high: 2.7221, level: 0.95 } }
 */
export function hedgesG(
  a: ArrayLike<number | null>,
  b: ArrayLike<number | null>,
  level = 0.95,
): StandardisedDifference | InsufficientData {
  const x = present(a);
  const y = present(b);
  const fewest = Math.min(x.length, y.length);
  if (fewest < 2) return insufficient('too-few-observations', fewest, 2);
  const df = x.length + y.length - 2;
  const pooled = Math.sqrt((sumOfSquares(x) + sumOfSquares(y)) / df);
  if (isFlat(pooled, x, y)) return insufficient('no-variance', fewest, 2);
  const d = (mean(x) - mean(y)) / pooled;
  const unit = Math.sqrt(1 / x.length + 1 / y.length);
  const t = d / unit;
  const low = unit * noncentralityAt(t, df, (1 + level) / 2);
  const high = unit * noncentralityAt(t, df, (1 - level) / 2);
  const correction = hedgesCorrection(df);
  return {
    n: { a: x.length, b: y.length },
    d,
    dInterval: { low, high, level },
    g: correction * d,
    gInterval: { low: correction * low, high: correction * high, level },
    correction,
  };
}

export interface PairedDifference {
  /** Pairs with both values. */
  readonly n: number;
  /** Mean difference in SDs of the differences. */
  readonly dz: number;
  readonly dzInterval: Interval;
  /** g_z = J d_z. */
  readonly gz: number;
  readonly gzInterval: Interval;
}

/**
 * Standardised difference of paired values, first minus second: d_z = mean / SD of the differences, g_z = J(n - 1) d_z,
 * interval by the noncentral t distribution divided by sqrt(n).
 *
 * @returns `InsufficientData` with fewer than three pairs or constant differences.
 * @throws RangeError when the lengths differ.
 * @example
 * pairedHedgesG([3, 5, 6, 7], [2, 5, 4, 4]) // => { dz: 1.1619, gz: 0.84075 }
 */
export function pairedHedgesG(
  first: ArrayLike<number | null>,
  second: ArrayLike<number | null>,
  level = 0.95,
): PairedDifference | InsufficientData {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} and ${second.length} values to pair`);
  const d = present(Array.from({ length: first.length }, (_, i) => (first[i] ?? NaN) - (second[i] ?? NaN)));
  const n = d.length;
  if (n < 3) return insufficient('too-few-observations', n, 3);
  const sd = Math.sqrt(sumOfSquares(d) / (n - 1));
  if (isFlat(sd, d, [])) return insufficient('no-variance', n, 3);
  const dz = mean(d) / sd;
  const t = dz * Math.sqrt(n);
  const low = noncentralityAt(t, n - 1, (1 + level) / 2) / Math.sqrt(n);
  const high = noncentralityAt(t, n - 1, (1 - level) / 2) / Math.sqrt(n);
  const correction = hedgesCorrection(n - 1);
  return {
    n,
    dz,
    dzInterval: { low, high, level },
    gz: correction * dz,
    gzInterval: { low: correction * low, high: correction * high, level },
  };
}

/**
 * Smallest standardised difference d that a two-sided t test of two groups of these sizes shows with the wanted power.
 *
 * @param power Wanted power, default 0.8.
 * @param alpha Level of the test, default 0.05.
 * @returns `InsufficientData` when a group has fewer than two members.
 * @example
 * detectableDifference(5, 5) // => 2.0244
 */
export function detectableDifference(
  na: number,
  nb: number,
  power = 0.8,
  alpha = 0.05,
): number | InsufficientData {
  if (na < 2 || nb < 2) return insufficient('too-few-observations', Math.min(na, nb), 2);
  const df = na + nb - 2;
  const delta = findRoot((each) => tTestPower(each, df, alpha) - power, 0, 4, 1e-10);
  if (delta === undefined) throw new RangeError(`no difference reaches the power ${power}`);
  return delta * Math.sqrt(1 / na + 1 / nb);
}

/** A pooled SD that is only rounding noise of equal values. */
function isFlat(pooled: number, x: readonly number[], y: readonly number[]): boolean {
  const size = Math.max(...x.map(Math.abs), ...y.map(Math.abs));
  return pooled <= 1e-14 * size || pooled === 0;
}
