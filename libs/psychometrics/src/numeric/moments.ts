import { finite } from './present.js';

/**
 * Sums and moments that keep their digits: compensated sums, two-pass means and variances.
 */

/**
 * Sum with Neumaier's compensation: the error does not grow with the number of terms.
 *
 * @example
 * sum([1, 1e100, 1, -1e100]) // => 2
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return finite(total + lost, 'a sum of these values');
}

/**
 * Mean of at least one value.
 *
 * @example
 * mean([1, 2, 6]) // => 3
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('the mean of no values does not exist');
  return sum(values) / values.length;
}

/** Sum of squared deviations from the mean, in two passes with the correction for the rounding of the mean. */
export function sumOfSquares(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i += 1) {
    const deviation = values[i]! - centre;
    squares += deviation * deviation;
    drift += deviation;
  }
  return Math.max(0, squares - (drift * drift) / values.length);
}

/**
 * Variance with divisor n - 1, of at least two values.
 *
 * @example
 * variance([1, 2, 6]) // => 7
 */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) throw new RangeError('a variance needs at least two values');
  return sumOfSquares(values) / (values.length - 1);
}

/**
 * Standard deviation with divisor n - 1, of at least two values.
 *
 * @example
 * standardDeviation([2, 4, 6]) // => 2
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * Median: the middle value, or the mean of the two middle ones.
 *
 * @example
 * median([1, 9, 2, 4]) // => 3
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5, 7);
}

/**
 * Sample quantile.
 *
 * @param values At least one number, in any order.
 * @param p Share below, 0..1.
 * @param type Hyndman & Fan's type: 7 (position 1 + (n - 1) p, the usual one) or 6 (position (n + 1) p, for norms).
 * @example
 * [quantile([1, 2, 3, 4], 0.25), quantile([1, 2, 3, 4], 0.25, 6)] // => [1.75, 1.25]
 */
export function quantile(values: ArrayLike<number>, p: number, type: 6 | 7 = 7): number {
  if (values.length === 0) throw new RangeError('a quantile of no values does not exist');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile needs 0 <= p <= 1, got ${p}`);
  const sorted = Float64Array.from(values).sort();
  finite(sorted[0]! + sorted[sorted.length - 1]!, 'a value');
  return quantileOfSorted(sorted, p, type);
}

/** The same of values that are in order already. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number, type: 6 | 7 = 7): number {
  const position = type === 7 ? (sorted.length - 1) * p : (sorted.length + 1) * p - 1;
  const below = Math.floor(position + 4 * Number.EPSILON);
  const rest = Math.abs(position - below) < 4 * Number.EPSILON ? 0 : position - below;
  const last = sorted.length - 1;
  const low = sorted[Math.min(last, Math.max(0, below))]!;
  const high = sorted[Math.min(last, Math.max(0, below + 1))]!;
  return low + rest * (high - low);
}

/** The numbers from the least to the largest, as a new list; a few are sorted by insertion, without any machinery. */
export function inOrder(values: readonly number[]): number[] {
  const sorted = values.slice();
  if (sorted.length > 50) return sorted.sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i += 1) {
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! > value; at -= 1) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
  }
  return sorted;
}
