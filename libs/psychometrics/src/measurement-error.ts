import type { Interval } from './documents.js';
import { finite } from './numeric/present.js';
import { normalQuantile } from './numeric/normal.js';

/**
 * Standard error of measurement: SD sqrt(1 - reliability), the spread of observed scores about a true score.
 *
 * @example
 * standardErrorOfMeasurement(15, 0.9) // => 4.7434
 */
export function standardErrorOfMeasurement(sd: number, reliability: number): number {
  refuse(sd, reliability);
  return sd * Math.sqrt(1 - reliability);
}

/**
 * Standard error of estimation: SD sqrt(r (1 - r)), the spread of true scores about the estimated true score.
 *
 * @example
 * standardErrorOfEstimation(15, 0.9) // => 4.5
 */
export function standardErrorOfEstimation(sd: number, reliability: number): number {
  refuse(sd, reliability);
  return sd * Math.sqrt(reliability * (1 - reliability));
}

/**
 * Standard error of prediction: SD sqrt(1 - r^2), the spread of a parallel test's scores about their prediction.
 *
 * @example
 * standardErrorOfPrediction(15, 0.9) // => 6.5383
 */
export function standardErrorOfPrediction(sd: number, reliability: number): number {
  refuse(sd, reliability);
  return sd * Math.sqrt(1 - reliability * reliability);
}

/**
 * Estimated true score: mean + r (observed - mean), drawn towards the mean (Kelley).
 *
 * @example
 * estimatedTrueScore(120, 100, 0.9) // => 118
 */
export function estimatedTrueScore(observed: number, mean: number, reliability: number): number {
  return finite(mean, 'a mean') + reliability * (finite(observed, 'a score') - mean);
}

/**
 * Observed-score interval: observed -+ z SEM.
 *
 * @param level Coverage, default 0.95; z is the exact normal quantile.
 * @example
 * observedScoreInterval(120, 15, 0.9) // => { low: 110.7, high: 129.3, level: 0.95 }
 */
export function observedScoreInterval(
  observed: number,
  sd: number,
  reliability: number,
  level = 0.95,
): Interval {
  const half = normalQuantile((1 + level) / 2) * standardErrorOfMeasurement(sd, reliability);
  finite(observed, 'a score');
  return { low: observed - half, high: observed + half, level };
}

/**
 * True-score interval: estimated true score -+ z SEE (Kelley). It is narrower and lies nearer to the mean.
 *
 * @example
 * trueScoreInterval(120, 100, 15, 0.9) // => { low: 109.18, high: 126.82, level: 0.95 }
 */
export function trueScoreInterval(
  observed: number,
  mean: number,
  sd: number,
  reliability: number,
  level = 0.95,
): Interval {
  const centre = estimatedTrueScore(observed, mean, reliability);
  const half = normalQuantile((1 + level) / 2) * standardErrorOfEstimation(sd, reliability);
  return { low: centre - half, high: centre + half, level };
}

/**
 * Difference limit of two scores on one scale (two persons, or two motives of one person): the smallest difference
 * that measurement error alone exceeds in 5 % of the cases, 1.96 sqrt(SEM1^2 + SEM2^2).
 *
 * @param z Standard errors, default 1.96.
 * @example
 * differenceLimit(3, 4) // => 9.8
 */
export function differenceLimit(sem1: number, sem2: number, z = 1.96): number {
  if (!(sem1 >= 0 && sem2 >= 0)) throw new RangeError('a standard error cannot be negative');
  finite(sem1 + sem2, 'a standard error');
  return z * Math.hypot(sem1, sem2);
}

function refuse(sd: number, reliability: number): void {
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`an SD cannot be ${sd}`);
  if (!(reliability >= 0 && reliability <= 1)) {
    throw new RangeError(`a reliability lies in 0..1, got ${reliability}`);
  }
}
