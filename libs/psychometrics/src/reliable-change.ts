import { standardErrorOfMeasurement } from './measurement-error.js';
import { finite } from './numeric/present.js';
import { normalQuantile } from './numeric/normal.js';

/**
 * Reliable change index of Jacobson and Truax: (second - first) / (sqrt(2) SEM), SEM = SD sqrt(1 - reliability).
 *
 * @param sd SD of the norm group (or of the first scores, as some packages do).
 * @throws RangeError when the standard error of the difference is 0: then every change is certain and has no index.
 * Source: Jacobson & Truax (1991).
 * @example
 * reliableChangeIndex(32.5, 47.5, 7.5, 0.8) // => 3.1623
 */
export function reliableChangeIndex(first: number, second: number, sd: number, reliability: number): number {
  const error = Math.SQRT2 * standardErrorOfMeasurement(sd, reliability);
  if (error === 0) throw new RangeError('without measurement error there is no reliable change index');
  return finite(second - first, 'a change') / error;
}

/**
 * Smallest reliable change: z sqrt(2) SEM.
 *
 * @param level Coverage, default 0.95; z is the exact normal quantile (1.95996, not 1.96).
 * @example
 * smallestReliableChange(7.5, 0.8) // => 9.2969
 */
export function smallestReliableChange(sd: number, reliability: number, level = 0.95): number {
  return normalQuantile((1 + level) / 2) * Math.SQRT2 * standardErrorOfMeasurement(sd, reliability);
}

/**
 * Says what a reliable change index means.
 *
 * @param better 1 when higher scores are better, -1 when lower ones are, 0 when neither is.
 * @param critical Default 1.96; an index that reaches it counts.
 * @example
 * [classifyChange(2.1, 1), classifyChange(2.1, -1), classifyChange(-2.1), classifyChange(1.9)]
 * // => ['improved', 'deteriorated', 'changed', 'unchanged']
 */
export function classifyChange(
  rci: number,
  better: 1 | 0 | -1 = 0,
  critical = 1.96,
): 'improved' | 'deteriorated' | 'changed' | 'unchanged' {
  if (Number.isNaN(rci)) throw new RangeError('a reliable change index must be a number');
  if (!(Math.abs(rci) >= critical)) return 'unchanged';
  if (better === 0) return 'changed';
  return Math.sign(rci) === better ? 'improved' : 'deteriorated';
}

export interface Reference {
  readonly mean: number;
  readonly sd: number;
}

export interface Cutoffs {
  /** Two SDs away from the dysfunctional mean, towards the functional one. */
  readonly a: number;
  /** Within two SDs of the functional mean; the functional group's own SD. */
  readonly b: number;
  /** Where the two distributions meet, each weighted by the other's SD. */
  readonly c: number;
}

/**
 * Clinical cut-offs a, b and c of Jacobson and Truax.
 *
 * The direction follows from the means. Some packages take the dysfunctional group's SD in type b; the definition,
 * and this function, take the functional group's.
 *
 * @throws RangeError when the means are equal or both SDs are 0.
 * @example
 * clinicalCutoffs({ mean: 35.48, sd: 8.16 }, { mean: 7.69, sd: 7.52 }) // => { a: 19.16, b: 22.73, c: 21.018 }
 */
export function clinicalCutoffs(dysfunctional: Reference, functional: Reference): Cutoffs {
  const direction = Math.sign(finite(functional.mean - dysfunctional.mean, 'a mean'));
  if (direction === 0) throw new RangeError('the two groups need different means');
  const weight = finite(functional.sd + dysfunctional.sd, 'an SD');
  if (!(weight > 0)) throw new RangeError('at least one SD must be above 0');
  return {
    a: dysfunctional.mean + direction * 2 * dysfunctional.sd,
    b: functional.mean - direction * 2 * functional.sd,
    c: (functional.sd * dysfunctional.mean + dysfunctional.sd * functional.mean) / weight,
  };
}
