import { insufficient, type InsufficientData } from './outcome.js';
import { mean } from './numeric/moments.js';
import { present } from './numeric/present.js';
import { seededUniform, sumOfDrawn } from './numeric/random.js';

export interface PermutationTest {
  readonly n: { readonly a: number; readonly b: number };
  /** Mean of a minus mean of b. */
  readonly difference: number;
  /** Share of the splits whose absolute difference is at least as large. */
  readonly twoSided: number;
  /** Share of the splits whose difference is at least as large. */
  readonly greater: number;
  /** Share of the splits whose difference is at most as large. */
  readonly less: number;
  readonly method: 'exact' | 'monte-carlo';
  /** Number of splits looked at. */
  readonly splits: number;
}

export interface PermutationOptions {
  /** Up to this many splits all of them are counted; default 2,704,156, the splits of 12 against 12. */
  readonly exactLimit?: number;
  /** Random splits above the limit; default 10,000. */
  readonly draws?: number;
  /** Seed of the random splits; default 1. */
  readonly seed?: number;
}

const EXACT_LIMIT = 2_704_156;
/** Cells times steps that the counting over a grid may cost before it is left to the other ways. */
const GRID_WORK = 40_000_000;

/**
 * Permutation test of the difference between two means.
 *
 * Shape: two samples; missing values (null, NaN) are left out. p = share of all splits of the pooled values into groups
 * of these sizes whose statistic is at least as extreme as the observed one, ties included (the observed split counts).
 * Variant: two-sided by the absolute mean difference. All splits are counted up to `exactLimit`, and above it whenever
 * the values lie on a grid (scores with few decimals), where counting sums needs no enumeration; else random splits,
 * p = (1 + hits) / (1 + draws).
 *
 * @returns `InsufficientData` when a group is empty.
 * @throws RangeError when `draws` is not positive.
 * Source: Fisher (1935); Phipson & Smyth (2010) for the random splits.
 * @example
 * permutationTest([1, 2], [3, 4]) // => { difference: -2, twoSided: 0.33333, method: 'exact' }
 */
export function permutationTest(
  a: ArrayLike<number | null>,
  b: ArrayLike<number | null>,
  options: PermutationOptions = {},
): PermutationTest | InsufficientData {
  const x = present(a);
  const y = present(b);
  const fewest = Math.min(x.length, y.length);
  if (fewest < 1) return insufficient('too-few-observations', fewest, 1);
  const draws = options.draws ?? 10_000;
  if (!(draws >= 1)) throw new RangeError(`random splits must be at least 1, got ${draws}`);
  const pooled = [...x, ...y];
  const splits = binomial(pooled.length, x.length);
  const grid = onGrid(pooled);
  const base = { n: { a: x.length, b: y.length }, difference: mean(x) - mean(y) };
  if (grid !== undefined && gridWork(grid, fewest) <= GRID_WORK) {
    return { ...base, ...countOnGrid(grid, x.length), method: 'exact', splits };
  }
  if (splits <= (options.exactLimit ?? EXACT_LIMIT)) {
    return { ...base, ...countAll(pooled, x.length), method: 'exact', splits };
  }
  return {
    ...base,
    ...countRandom(pooled, x.length, draws, seededUniform(options.seed ?? 1)),
    method: 'monte-carlo',
    splits: draws,
  };
}

interface Shares {
  readonly twoSided: number;
  readonly greater: number;
  readonly less: number;
}

/**
 * Exact sign-flip test of a mean of paired differences against zero.
 *
 * p = share of the 2^n ways to turn the signs whose absolute sum is at least the observed one. All are counted when the
 * values lie on a grid or n <= 20, else random signs are drawn.
 *
 * @param differences One difference a pair; missing ones are left out.
 * @returns `InsufficientData` without a pair. With n = 5 the p cannot go below 0.0625, with n = 6 below 0.03125.
 * @example
 * signFlipTest([1, 2, 3]) // => { n: 3, mean: 2, twoSided: 0.25, method: 'exact' }
 */
export function signFlipTest(
  differences: ArrayLike<number | null>,
  options: Pick<PermutationOptions, 'draws' | 'seed'> = {},
):
  | {
      readonly n: number;
      readonly mean: number;
      readonly twoSided: number;
      readonly method: 'exact' | 'monte-carlo';
    }
  | InsufficientData {
  const d = present(differences);
  if (d.length === 0) return insufficient('too-few-observations', 0, 1);
  const base = { n: d.length, mean: mean(d) };
  const grid = onGrid(d);
  if (grid !== undefined && grid.reduce((total, each) => total + Math.abs(each), 0) * d.length <= GRID_WORK) {
    return { ...base, twoSided: flipsOnGrid(grid), method: 'exact' };
  }
  if (d.length <= 20) return { ...base, twoSided: allFlips(d), method: 'exact' };
  const draws = options.draws ?? 10_000;
  return {
    ...base,
    twoSided: randomFlips(d, draws, seededUniform(options.seed ?? 1)),
    method: 'monte-carlo',
  };
}

/** Number of ways to choose k of n, exact while it fits a double. */
function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) ways = (ways * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(ways);
}

/** The values as whole numbers of a common decimal step, shifted so that the least is 0; undefined when off any grid. */
function onGrid(values: readonly number[]): number[] | undefined {
  for (let step = 1; step <= 1_000_000; step *= 10) {
    const whole = values.map((value) => Math.round(value * step));
    const fits = values.every(
      (value, i) => Math.abs(value * step - whole[i]!) <= 1e-12 * Math.abs(value * step),
    );
    if (fits && whole.every(Number.isSafeInteger)) return whole;
  }
  return undefined;
}

function shifted(whole: readonly number[]): number[] {
  const least = whole.reduce((low, each) => Math.min(low, each), Infinity);
  return whole.map((each) => each - least);
}

function gridWork(whole: readonly number[], fewest: number): number {
  const top = shifted(whole).sort((p, q) => q - p);
  const reach = top.slice(0, fewest).reduce((total, each) => total + each, 0);
  return (reach + 1) * fewest * whole.length;
}

/** Counts, for each sum, the ways to choose the smaller group; then compares statistics as whole numbers. */
function countOnGrid(whole: readonly number[], sizeA: number): Shares {
  const values = shifted(whole);
  const n = values.length;
  const smaller = Math.min(sizeA, n - sizeA);
  const reach = [...values]
    .sort((p, q) => q - p)
    .slice(0, smaller)
    .reduce((t, v) => t + v, 0);
  const ways = Array.from({ length: smaller + 1 }, () => new Float64Array(reach + 1));
  ways[0]![0] = 1;
  values.forEach((value, used) => {
    for (let size = Math.min(smaller, used + 1); size >= 1; size -= 1) {
      const into = ways[size]!;
      const from = ways[size - 1]!;
      for (let total = reach; total >= value; total -= 1) into[total]! += from[total - value]!;
    }
  });
  const all = values.reduce((t, v) => t + v, 0);
  const sumA = values.slice(0, sizeA).reduce((t, v) => t + v, 0);
  const statistic = (groupSum: number): number => {
    const a = smaller === sizeA ? groupSum : all - groupSum;
    return a * n - all * sizeA;
  };
  const observed = sumA * n - all * sizeA;
  return shares(ways[smaller]!, statistic, observed);
}

function shares(ways: Float64Array, statistic: (groupSum: number) => number, observed: number): Shares {
  let total = 0;
  let twoSided = 0;
  let greater = 0;
  let less = 0;
  ways.forEach((count, groupSum) => {
    if (count === 0) return;
    const value = statistic(groupSum);
    total += count;
    if (Math.abs(value) >= Math.abs(observed)) twoSided += count;
    if (value >= observed) greater += count;
    if (value <= observed) less += count;
  });
  return { twoSided: twoSided / total, greater: greater / total, less: less / total };
}

/** Walks through all choices of group a in lexical order; ties are judged with a tolerance for rounding. */
function countAll(pooled: readonly number[], sizeA: number): Shares {
  const n = pooled.length;
  const centre = mean(pooled);
  const values = pooled.map((value) => value - centre);
  const observed = values.slice(0, sizeA).reduce((t, v) => t + v, 0);
  const slack = 1e-11 * values.reduce((t, v) => t + Math.abs(v), 0);
  const chosen = Array.from({ length: sizeA }, (_, i) => i);
  const tally = { total: 0, twoSided: 0, greater: 0, less: 0 };
  for (;;) {
    let total = 0;
    for (let i = 0; i < sizeA; i += 1) total += values[chosen[i]!]!;
    count(tally, total, observed, slack);
    let at = sizeA - 1;
    while (at >= 0 && chosen[at] === n - sizeA + at) at -= 1;
    if (at < 0) break;
    chosen[at]! += 1;
    for (let i = at + 1; i < sizeA; i += 1) chosen[i] = chosen[i - 1]! + 1;
  }
  const { total, twoSided, greater, less } = tally;
  return { twoSided: twoSided / total, greater: greater / total, less: less / total };
}

function countRandom(pooled: readonly number[], sizeA: number, draws: number, uniform: () => number): Shares {
  const centre = mean(pooled);
  const values = Float64Array.from(pooled, (value) => value - centre);
  let observed = 0;
  for (let i = 0; i < sizeA; i += 1) observed += values[i]!;
  const slack = 1e-11 * values.reduce((t, v) => t + Math.abs(v), 0);
  const tally = { total: 1, twoSided: 1, greater: 1, less: 1 };
  for (let draw = 0; draw < draws; draw += 1) {
    count(tally, sumOfDrawn(values, sizeA, uniform), observed, slack);
  }
  const { total, twoSided, greater, less } = tally;
  return { twoSided: twoSided / total, greater: greater / total, less: less / total };
}

function count(
  tally: { total: number; twoSided: number; greater: number; less: number },
  value: number,
  observed: number,
  slack: number,
): void {
  tally.total += 1;
  if (Math.abs(value) >= Math.abs(observed) - slack) tally.twoSided += 1;
  if (value >= observed - slack) tally.greater += 1;
  if (value <= observed + slack) tally.less += 1;
}

function flipsOnGrid(whole: readonly number[]): number {
  const sizes = whole.map(Math.abs);
  const all = sizes.reduce((t, v) => t + v, 0);
  let ways = new Float64Array(all + 1);
  ways[0] = 1;
  for (const size of sizes) {
    const next = Float64Array.from(ways);
    for (let total = all; total >= size; total -= 1) next[total]! += ways[total - size]!;
    ways = next;
  }
  const observed = Math.abs(whole.reduce((t, v) => t + v, 0));
  let hits = 0;
  ways.forEach((count, positive) => {
    if (Math.abs(2 * positive - all) >= observed) hits += count;
  });
  return hits / 2 ** whole.length;
}

function allFlips(d: readonly number[]): number {
  const observed = Math.abs(d.reduce((t, v) => t + v, 0));
  const slack = 1e-11 * d.reduce((t, v) => t + Math.abs(v), 0);
  let hits = 0;
  for (let mask = 0; mask < 2 ** d.length; mask += 1) {
    let total = 0;
    for (let i = 0; i < d.length; i += 1) total += (mask >>> i) & 1 ? -d[i]! : d[i]!;
    if (Math.abs(total) >= observed - slack) hits += 1;
  }
  return hits / 2 ** d.length;
}

function randomFlips(d: readonly number[], draws: number, uniform: () => number): number {
  const observed = Math.abs(d.reduce((t, v) => t + v, 0));
  const slack = 1e-11 * d.reduce((t, v) => t + Math.abs(v), 0);
  let hits = 1;
  for (let draw = 0; draw < draws; draw += 1) {
    const total = d.reduce((t, v) => t + (uniform() < 0.5 ? -v : v), 0);
    if (Math.abs(total) >= observed - slack) hits += 1;
  }
  return hits / (draws + 1);
}
