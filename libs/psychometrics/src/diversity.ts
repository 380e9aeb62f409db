import { mean, standardDeviation } from './numeric/moments.js';
import { present } from './numeric/present.js';
import { insufficient, type InsufficientData } from './outcome.js';

/**
 * Diversity of a team over categories (bands, functions). In every function `counts` is one number of people a category,
 * zeros included: the number of possible categories is the length of the list.
 */

/**
 * Blau's index: 1 - sum of squared shares. 0 = all alike, at most 1 - 1 / categories.
 *
 * @returns `InsufficientData` when nobody is counted.
 * @throws RangeError for a negative count.
 * Source: Blau (1977).
 * @example
 * blauIndex([4, 1, 1]) // => 0.5
 */
export function blauIndex(counts: ArrayLike<number>): number | InsufficientData {
  const n = total(counts);
  if (n === 0) return insufficient('too-few-observations', 0, 1);
  return 1 - Array.from(counts).reduce((t, count) => t + (count / n) ** 2, 0);
}

/**
 * Index of qualitative variation: Blau's index over its largest possible value, 0..1.
 *
 * @throws RangeError with fewer than two categories.
 * @example
 * qualitativeVariation([4, 1, 1]) // => 0.75
 */
export function qualitativeVariation(counts: ArrayLike<number>): number | InsufficientData {
  if (counts.length < 2) throw new RangeError('variation needs at least two possible categories');
  const blau = blauIndex(counts);
  return typeof blau === 'number' ? (blau * counts.length) / (counts.length - 1) : blau;
}

/**
 * Shannon's entropy with natural logarithms: - sum of share log share.
 *
 * @example
 * shannonEntropy([3, 3]) // => 0.69315
 */
export function shannonEntropy(counts: ArrayLike<number>): number | InsufficientData {
  const n = total(counts);
  if (n === 0) return insufficient('too-few-observations', 0, 1);
  return Array.from(counts).reduce(
    (t, count) => (count === 0 ? t : t - (count / n) * Math.log(count / n)),
    0,
  );
}

/**
 * Deviation from the mode: 1 - mean over the other categories of (count of the mode - count) / n; 0 = all in one
 * category, 1 = spread evenly (Wilcox, 1973).
 *
 * @example
 * deviationFromMode([4, 1, 1]) // => 0.5
 */
export function deviationFromMode(counts: ArrayLike<number>): number | InsufficientData {
  const n = total(counts);
  if (n === 0) return insufficient('too-few-observations', 0, 1);
  if (counts.length < 2) throw new RangeError('variation needs at least two possible categories');
  const all = Array.from(counts);
  const mode = Math.max(...all);
  return 1 - all.reduce((t, count) => t + (mode - count), 0) / (n * (all.length - 1));
}

/**
 * Coefficient of variation SD (n - 1) / mean, for a ratio scale such as tenure.
 *
 * @returns `InsufficientData` below two values; 'no-variance' when the mean is 0 and so the unit is missing.
 * @example
 * coefficientOfVariation([2, 4, 6]) // => 0.5
 */
export function coefficientOfVariation(values: ArrayLike<number | null>): number | InsufficientData {
  const given = present(values);
  if (given.length < 2) return insufficient('too-few-observations', given.length, 2);
  const centre = mean(given);
  return centre === 0
    ? insufficient('no-variance', given.length, 2)
    : standardDeviation(given) / Math.abs(centre);
}

/**
 * Gini coefficient: mean absolute difference of all ordered pairs over twice the mean; 0 = equal. Divisor n^2, not
 * n (n - 1).
 *
 * @throws RangeError for a negative value: shares of a negative whole have no meaning.
 * @example
 * giniCoefficient([0, 0, 0, 10]) // => 0.75
 */
export function giniCoefficient(values: ArrayLike<number | null>): number | InsufficientData {
  const sorted = present(values).sort((a, b) => a - b);
  if (sorted.length < 1) return insufficient('too-few-observations', 0, 1);
  if (sorted[0]! < 0) throw new RangeError(`Gini needs values of at least 0, got ${sorted[0]}`);
  const sum = sorted.reduce((t, x) => t + x, 0);
  if (sum === 0) return insufficient('no-variance', sorted.length, 1);
  const n = sorted.length;
  const weighted = sorted.reduce((t, x, i) => t + (2 * (i + 1) - n - 1) * x, 0);
  return weighted / (n * sum);
}

/**
 * Mean distance of all pairs of members on one attribute, mean |x - y|.
 *
 * @returns `InsufficientData` below two values.
 * @example
 * meanPairwiseDistance([1, 2, 4]) // => 2
 */
export function meanPairwiseDistance(values: ArrayLike<number | null>): number | InsufficientData {
  const sorted = present(values).sort((a, b) => a - b);
  const n = sorted.length;
  if (n < 2) return insufficient('too-few-observations', n, 2);
  const sum = sorted.reduce((t, x, i) => t + (2 * (i + 1) - n - 1) * x, 0);
  return sum / ((n * (n - 1)) / 2);
}

function total(counts: ArrayLike<number>): number {
  let n = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i]!;
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`a count cannot be ${count}`);
    n += count;
  }
  return n;
}
