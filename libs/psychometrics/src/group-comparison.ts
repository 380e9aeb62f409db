import type { Interval } from './documents.js';
import { mean, sumOfSquares, variance } from './numeric/moments.js';
import { present } from './numeric/present.js';
import { normalTails } from './numeric/normal.js';
import { studentQuantile, studentTails } from './numeric/student.js';
import { insufficient, type InsufficientData } from './outcome.js';
import { midRanks } from './similarity.js';

/** Values of one group; missing ones (null, NaN) are left out. */
export type Group = ArrayLike<number | null>;

export interface TTest {
  readonly n: { readonly a: number; readonly b: number };
  /** Mean of a minus mean of b. */
  readonly difference: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Welch's t test for two independent groups, with the degrees of freedom of Satterthwaite.
 *
 * @param level Coverage of the interval of the difference, default 0.95.
 * @returns `InsufficientData` with fewer than two values in a group, or when both groups are constant.
 * Source: Welch (1947).
 * @example
 * welchTest([5, 6, 7, 8], [3, 4, 6]) // => { t: 1.9825, df: 3.9593, p: 0.11919 }
 */
export function welchTest(a: Group, b: Group, level = 0.95): TTest | InsufficientData {
  const x = present(a);
  const y = present(b);
  const fewest = Math.min(x.length, y.length);
  if (fewest < 2) return insufficient('too-few-observations', fewest, 2);
  const va = variance(x) / x.length;
  const vb = variance(y) / y.length;
  const df = (va + vb) ** 2 / (va ** 2 / (x.length - 1) + vb ** 2 / (y.length - 1));
  return tTest(x, y, Math.sqrt(va + vb), df, level);
}

/**
 * Student's t test for two independent groups with a common variance.
 *
 * @example
 * studentTest([5, 6, 7, 8], [3, 4, 6]) // => { t: 2.0402, df: 5, p: 0.09684 }
 */
export function studentTest(a: Group, b: Group, level = 0.95): TTest | InsufficientData {
  const x = present(a);
  const y = present(b);
  const fewest = Math.min(x.length, y.length);
  if (fewest < 1 || x.length + y.length < 3) return insufficient('too-few-observations', fewest, 2);
  const df = x.length + y.length - 2;
  const pooled = (sumOfSquares(x) + sumOfSquares(y)) / df;
  return tTest(x, y, Math.sqrt(pooled * (1 / x.length + 1 / y.length)), df, level);
}

function tTest(x: number[], y: number[], error: number, df: number, level: number): TTest | InsufficientData {
  const ma = mean(x);
  const mb = mean(y);
  if (!(error > 10 * Number.EPSILON * Math.max(Math.abs(ma), Math.abs(mb)))) {
    return insufficient('no-variance', Math.min(x.length, y.length), 2);
  }
  const difference = ma - mb;
  const t = difference / error;
  const half = studentQuantile((1 + level) / 2, df) * error;
  return {
    n: { a: x.length, b: y.length },
    difference,
    t,
    df,
    p: 2 * studentTails(-Math.abs(t), df).lower,
    interval: { low: difference - half, high: difference + half, level },
  };
}

export interface PairedTest {
  /** Pairs with both values. */
  readonly n: number;
  /** Mean of first minus second. */
  readonly difference: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly interval: Interval;
  /** Mean difference in SDs of the differences. */
  readonly dz: number;
}

/**
 * Paired t test of first minus second.
 *
 * @throws RangeError when the lengths differ.
 * @returns `InsufficientData` with fewer than two pairs or constant differences.
 * @example
 * pairedTest([3, 5, 6, 7], [2, 5, 4, 4]) // => { t: 2.3238, df: 3, p: 0.10273 }
 */
export function pairedTest(first: Group, second: Group, level = 0.95): PairedTest | InsufficientData {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} and ${second.length} values to pair`);
  const d = present(Array.from({ length: first.length }, (_, i) => (first[i] ?? NaN) - (second[i] ?? NaN)));
  if (d.length < 2) return insufficient('too-few-observations', d.length, 2);
  const centre = mean(d);
  const sd = Math.sqrt(variance(d));
  if (!(sd > 10 * Number.EPSILON * Math.abs(centre)) || sd === 0)
    return insufficient('no-variance', d.length, 2);
  const df = d.length - 1;
  const error = sd / Math.sqrt(d.length);
  const half = studentQuantile((1 + level) / 2, df) * error;
  return {
    n: d.length,
    difference: centre,
    t: centre / error,
    df,
    p: 2 * studentTails(-Math.abs(centre / error), df).lower,
    interval: { low: centre - half, high: centre + half, level },
    dz: centre / sd,
  };
}

export interface MannWhitney {
  readonly n: { readonly a: number; readonly b: number };
  /** Pairs in which a is larger, ties counted half (R's W). */
  readonly u: number;
  /** Two-sided. */
  readonly p: number;
  /** U over all pairs: probability that a random member of a lies above one of b. */
  readonly superiority: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Mann-Whitney U test (Wilcoxon rank sum).
 *
 * Exact distribution when both groups have fewer than 50 values and there are no ties, else the normal approximation
 * with correction for ties and for continuity (as R's wilcox.test).
 *
 * @returns `InsufficientData` when a group is empty or all values are equal.
 * Source: Mann & Whitney (1947).
 * @example
 * mannWhitney([4, 5, 6], [1, 2, 3]) // => { n: { a: 3, b: 3 }, u: 9, superiority: 1, p: 0.1, method: 'exact' }
 */
export function mannWhitney(a: Group, b: Group): MannWhitney | InsufficientData {
  const x = present(a);
  const y = present(b);
  const fewest = Math.min(x.length, y.length);
  if (fewest < 1) return insufficient('too-few-observations', fewest, 1);
  const pooled = [...x, ...y];
  const ranks = midRanks(pooled);
  const rankSum = ranks.slice(0, x.length).reduce((t, rank) => t + rank, 0);
  const u = rankSum - (x.length * (x.length + 1)) / 2;
  const pairs = x.length * y.length;
  const base = { n: { a: x.length, b: y.length }, u, superiority: u / pairs };
  const sizes = tieSizes(pooled);
  if (sizes.length === pooled.length && x.length < 50 && y.length < 50) {
    return { ...base, p: exactU(u, x.length, y.length), method: 'exact' };
  }
  const n = pooled.length;
  const ties = sizes.reduce((t, size) => t + (size ** 3 - size), 0);
  const spread = Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))));
  if (!(spread > 0)) return insufficient('no-variance', n, 2);
  const distance = u - pairs / 2;
  const z = (distance - Math.sign(distance) * 0.5) / spread;
  const tails = normalTails(z);
  return { ...base, p: Math.min(1, 2 * Math.min(tails.lower, tails.upper)), method: 'normal' };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/** Twice the smaller tail of the exact distribution of U, at most 1: all choices of na of the ranks 0 to na + nb - 1. */
function exactU(u: number, na: number, nb: number): number {
  const least = (na * (na - 1)) / 2;
  const reach = least + na * nb;
  const ways = Array.from({ length: na + 1 }, () => new Float64Array(reach + 1));
  ways[0]![0] = 1;
  for (let rank = 0; rank < na + nb; rank += 1) {
    for (let size = Math.min(na, rank + 1); size >= 1; size -= 1) {
      const into = ways[size]!;
      const from = ways[size - 1]!;
      for (let total = reach; total >= rank; total -= 1) into[total]! += from[total - rank]!;
    }
  }
  const counts = ways[na]!.subarray(least);
  const low = Math.min(u, na * nb - u);
  let tail = 0;
  let total = 0;
  counts.forEach((count, at) => {
    total += count;
    if (at <= low) tail += count;
  });
  return Math.min(1, (2 * tail) / total);
}

/**
 * Overlap of two normal distributions with one variance whose means lie d apart: 2 Phi(-|d| / 2), 1 = identical.
 *
 * @example
 * overlap(0.8) // => 0.68916
 */
export function overlap(d: number): number {
  return 2 * normalTails(-Math.abs(d) / 2).lower;
}

/**
 * Common-language effect: probability that a random member of the first group lies above one of the second, under
 * normal distributions with one variance: Phi(d / sqrt 2).
 *
 * Source: McGraw & Wong (1992).
 * @example
 * commonLanguageEffect(0.8) // => 0.7142
 */
export function commonLanguageEffect(d: number): number {
  return normalTails(d / Math.SQRT2).lower;
}
