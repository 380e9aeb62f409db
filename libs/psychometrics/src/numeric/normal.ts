import type { Tails } from './incomplete-beta.js';

/**
 * Standard normal distribution. Tails are accurate to about 1e-14 relative down to 1e-300.
 */

const LOG_SQRT_TWO_PI = 0.9189385332046727418;
const FRACTION_FROM = 2.5;

/**
 * Density of the standard normal distribution.
 *
 * @example
 * normalDensity(0) // => 0.39894
 */
export function normalDensity(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('a normal density needs a number');
  return Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI);
}

/**
 * Both tails of the standard normal distribution at z.
 *
 * Below |z| = 2.5 the all-positive series of the error function (Abramowitz & Stegun 26.2.11), above it the continued
 * fraction of the upper tail (26.2.14), so that the small tail never comes from a subtraction.
 *
 * @example
 * normalTails(-1.959963984540054).lower // => 0.025
 */
export function normalTails(z: number): Tails {
  if (Number.isNaN(z)) throw new RangeError('normal tails need a number');
  const distance = Math.abs(z);
  const small = distance < FRACTION_FROM ? 0.5 - centralArea(distance) : upperTail(distance);
  return z < 0 ? { lower: small, upper: 1 - small } : { lower: 1 - small, upper: small };
}

/** Area between 0 and z. */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; term > sum * 1e-17 && k < 200; k += 1) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return normalDensity(z) * sum;
}

function upperTail(z: number): number {
  let fraction = 0;
  for (let k = Math.ceil(12 + 700 / (z * z)); k > 0; k -= 1) fraction = k / (z + fraction);
  return normalDensity(z) / (z + fraction);
}

/**
 * Quantile of the standard normal distribution: the z below which the share p lies.
 *
 * Newton steps on the logarithm of the smaller tail; relative error about 1e-13 for p from 1e-300 to 1 - 1e-16.
 *
 * @throws RangeError unless 0 < p < 1.
 * @example
 * normalQuantile(0.975) // => 1.96
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`);
  if (p === 0.5) return 0;
  if (Math.abs(p - 0.5) < 0.1) return centralQuantile(p - 0.5);
  const tail = Math.min(p, 1 - p);
  const target = Math.log(tail);
  const root = Math.sqrt(-2 * target);
  let z = root - (2.30753 + 0.27061 * root) / (1 + root * (0.99229 + 0.04481 * root));
  for (let step = 0; step < 60; step += 1) {
    const { upper } = normalTails(z);
    const change = ((Math.log(upper) - target) * upper) / normalDensity(z);
    z += change;
    if (Math.abs(change) <= 1e-16 * Math.abs(z)) break;
  }
  return p < 0.5 ? -z : z;
}

/** Near the median the area from the centre is solved for, which keeps the relative precision of a small z. */
function centralQuantile(area: number): number {
  let z = area / normalDensity(0);
  for (let step = 0; step < 30; step += 1) {
    const change = (Math.sign(z) * centralArea(Math.abs(z)) - area) / normalDensity(z);
    z -= change;
    if (Math.abs(change) <= 1e-17 * Math.abs(z)) break;
  }
  return z;
}
