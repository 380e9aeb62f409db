import { logGamma } from './gamma.js';
import { normalTails } from './normal.js';
import { findRoot } from './root.js';
import { studentQuantile } from './student.js';

/**
 * Noncentral t distribution: T = (Z + delta) / S with S^2 = chi-square(df) / df. The probability is the mean of the
 * normal probability of Z <= t S - delta over the density of S, integrated by Gauss-Legendre panels that are narrow
 * where the integrand bends (about the mode of S and about S = delta / t). Absolute error below 1e-11.
 */

const NODES = 16;
const { nodes, weights } = gaussLegendre(NODES);

/**
 * P(T <= t) for the noncentral t distribution.
 *
 * @param t Any number.
 * @param df Degrees of freedom, > 0.
 * @param delta Noncentrality.
 * @example
 * noncentralTProbability(2, 18, 1.5) // => 0.67285
 */
export function noncentralTProbability(t: number, df: number, delta: number): number {
  if (!(df > 0) || Number.isNaN(t) || Number.isNaN(delta)) throw new RangeError('noncentral t needs df > 0');
  const logConstant = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  const density = (s: number): number => Math.exp(logConstant + (df - 1) * Math.log(s) - 0.5 * df * s * s);
  let total = 0;
  const edges = panelEdges(t, df, delta);
  for (let panel = 1; panel < edges.length; panel += 1) {
    const from = edges[panel - 1]!;
    const half = (edges[panel]! - from) / 2;
    let sum = 0;
    for (let k = 0; k < NODES; k += 1) {
      const s = from + half * (1 + nodes[k]!);
      const weight = weights[k]! * density(s);
      if (weight > 1e-22) sum += weight * normalTails(t * s - delta).lower;
    }
    total += half * sum;
  }
  return Math.min(1, Math.max(0, total));
}

function panelEdges(t: number, df: number, delta: number): number[] {
  const spread = 1 / Math.sqrt(2 * df);
  const mode = Math.sqrt(Math.max(0, df - 1) / df);
  const low = Math.max(0, mode - 9 * spread);
  const high = mode + 10 * spread;
  const edges = new Set<number>([low, high]);
  for (let k = -7.5; k <= 9; k += 1.5) edges.add(mode + k * spread);
  if (t !== 0) {
    const bend = delta / t;
    const width = 1 / Math.abs(t);
    for (const k of [-8, -5, -3, -1.5, 0, 1.5, 3, 5, 8]) edges.add(bend + k * width);
  }
  return [...edges].filter((edge) => edge >= low && edge <= high).sort((x, y) => x - y);
}

/**
 * Noncentrality of which the observed t is the given quantile: the limits of a confidence interval.
 *
 * @param t Observed t.
 * @param df Degrees of freedom.
 * @param p Share of the noncentral distribution that lies below t.
 * @returns delta with P(T <= t; delta) = p, absolute error below 1e-9 times its size.
 * @example
 * noncentralityAt(2, 18, 0.975) // => -0.089409
 */
export function noncentralityAt(t: number, df: number, p: number): number {
  const width = 1 + Math.abs(t) / Math.sqrt(df);
  const root = findRoot((delta) => p - noncentralTProbability(t, df, delta), t - width, t + width, 1e-12);
  if (root === undefined) throw new RangeError(`no noncentrality for t = ${t}, df = ${df}, p = ${p}`);
  return root;
}

/**
 * Power of the two-sided t test.
 *
 * @param delta Noncentrality under the alternative.
 * @param df Degrees of freedom.
 * @param alpha Level, for example 0.05.
 * @example
 * tTestPower(3, 18, 0.05) // => 0.80971
 */
export function tTestPower(delta: number, df: number, alpha: number): number {
  const critical = studentQuantile(1 - alpha / 2, df);
  return 1 - noncentralTProbability(critical, df, delta) + noncentralTProbability(-critical, df, delta);
}

/** Nodes and weights on [-1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): { nodes: readonly number[]; weights: readonly number[] } {
  const at: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < n; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= n; k += 1) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    at.push(x);
    weight.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes: at, weights: weight };
}
