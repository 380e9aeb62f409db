import { incompleteBeta, type Tails } from './incomplete-beta.js';
import { logBeta } from './gamma.js';
import { normalQuantile } from './normal.js';
import { findRoot } from './root.js';

/**
 * Student's t and the F distribution through the incomplete beta function; relative error of the small tail about
 * 1e-12 down to 1e-300. Degrees of freedom may be fractions (Welch-Satterthwaite).
 */

/**
 * Both tails of Student's t distribution.
 *
 * @param t Any number.
 * @param df Degrees of freedom, > 0.
 * @example
 * 2 * studentTails(2, 7.3).upper // => 0.083941
 */
export function studentTails(t: number, df: number): Tails {
  if (!(df > 0) || Number.isNaN(t)) throw new RangeError(`t tails need df > 0 and a number, got ${df}, ${t}`);
  const ratio = Math.abs(t) / Math.sqrt(df);
  const square = ratio * ratio;
  const x = 1 / (1 + square);
  const small = ratio > 1e100 ? farTail(ratio, df) : 0.5 * incompleteBeta(df / 2, 0.5, x, square * x).lower;
  return t < 0 ? { lower: small, upper: 1 - small } : { lower: 1 - small, upper: small };
}

/** First term of the tail, which is exact to rounding where 1 + ratio^2 equals ratio^2. */
function farTail(ratio: number, df: number): number {
  return 0.5 * Math.exp(-df * Math.log(ratio) - Math.log(df / 2) - logBeta(df / 2, 0.5));
}

/**
 * Quantile of Student's t distribution.
 *
 * @param p Share below, 0 < p < 1.
 * @param df Degrees of freedom, > 0.
 * @example
 * studentQuantile(0.975, 9) // => 2.2622
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`);
  if (p === 0.5) return 0;
  const tail = Math.log(Math.min(p, 1 - p));
  const root = findRoot((log) => tail - Math.log(studentTails(Math.exp(log), df).upper), -1, 1, 1e-15);
  if (root === undefined) throw new RangeError(`no t quantile for p = ${p}, df = ${df}`);
  return p < 0.5 ? -Math.exp(root) : Math.exp(root);
}

/**
 * Both tails of the F distribution.
 *
 * @param f Ratio of two mean squares, >= 0.
 * @param df1 Degrees of freedom of the numerator.
 * @param df2 Degrees of freedom of the denominator.
 * @example
 * fTails(4, 3, 20).upper // => 0.022077
 */
export function fTails(f: number, df1: number, df2: number): Tails {
  if (!(df1 > 0 && df2 > 0 && f >= 0)) throw new RangeError(`F tails need f >= 0 and df > 0`);
  if (f === 0) return { lower: 0, upper: 1 };
  const odds = (df1 / df2) * f;
  if (!Number.isFinite(odds)) return { lower: 1, upper: 0 };
  const y = 1 / (1 + odds);
  return incompleteBeta(df1 / 2, df2 / 2, odds * y, y);
}

/**
 * Quantile of the F distribution.
 *
 * @param p Share below, 0 < p < 1.
 * @example
 * fQuantile(0.95, 3, 20) // => 3.0984
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`);
  const miss = (log: number): number => {
    const { lower, upper } = fTails(Math.exp(log), df1, df2);
    return p < 0.5 ? Math.log(lower) - Math.log(p) : Math.log(1 - p) - Math.log(upper);
  };
  // Fisher's z: half the logarithm of F is nearly normal, which makes a narrow first bracket.
  const spread = Math.sqrt(2 / df1 + 2 / df2);
  const start = 1 / df2 - 1 / df1 + spread * normalQuantile(p);
  const root = findRoot(miss, start - 0.01 * spread, start + 0.01 * spread, 1e-15);
  if (root === undefined) throw new RangeError(`no F quantile for p = ${p}, df = ${df1}, ${df2}`);
  return Math.exp(root);
}
