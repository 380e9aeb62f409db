import { insufficient, type InsufficientData } from './outcome.js';
import { seededUniform, shuffle } from './numeric/random.js';

export interface Faultline {
  readonly n: number;
  /** Average silhouette width of the best partition, at most 1. */
  readonly asw: number;
  /** Group number of each member, from 1, in the order in which groups first appear. */
  readonly groups: readonly number[];
  /** Silhouette of each member; a lone member has 0. */
  readonly silhouettes: readonly number[];
  readonly method: 'exhaustive' | 'search';
}

const EXHAUSTIVE_TO = 10;

/**
 * Average silhouette width faultline: how well the team falls into subgroups.
 *
 * Shape: rows = members, columns = attributes, complete; scale and weigh the columns beforehand (nominal attributes as
 * sqrt(1/2) per category). Euclidean distances; silhouette after Rousseeuw (1987), lone members 0; the value is the
 * largest mean silhouette over all partitions into 2 to n - 1 groups. Exhaustive to 10 members; above that average-link
 * merging from single members down to two groups, each partition improved by moving single members while it helps.
 *
 * @returns `InsufficientData` with fewer than 3 members.
 * @throws RangeError for rows of unequal length or a value that is not a number.
 * Source: Meyer & Glenz (2013); Rousseeuw (1987).
 */
export function averageSilhouetteFaultline(
  rows: readonly (readonly number[])[],
  options: { readonly exhaustiveTo?: number } = {},
): Faultline | InsufficientData {
  if (rows.length < 3) return insufficient('too-few-observations', rows.length, 3);
  const distances = euclidean(rows);
  const exhaustive = rows.length <= (options.exhaustiveTo ?? EXHAUSTIVE_TO);
  const groups = exhaustive ? bestOfAll(distances, rows.length) : bestBySearch(distances, rows.length);
  const silhouettes = silhouetteWidths(distances, groups);
  return {
    n: rows.length,
    asw: average(silhouettes),
    groups: numbered(groups),
    silhouettes: Array.from(silhouettes),
    method: exhaustive ? 'exhaustive' : 'search',
  };
}

/**
 * Permutation probability of a faultline: the share of teams of the same size and the same attribute values, dealt out
 * anew attribute by attribute, that split at least as clearly. Both sides are judged by the search, so that like is
 * compared with like.
 *
 * @param draws Random teams, default 199; p = (1 + hits) / (1 + draws).
 * @param seed Seed of the random teams, default 1.
 */
export function faultlinePermutation(
  rows: readonly (readonly number[])[],
  options: { readonly draws?: number; readonly seed?: number } = {},
): { readonly p: number; readonly expected: number; readonly draws: number } | InsufficientData {
  const observed = averageSilhouetteFaultline(rows, { exhaustiveTo: 0 });
  if ('kind' in observed) return observed;
  const draws = options.draws ?? 199;
  const uniform = seededUniform(options.seed ?? 1);
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
  let hits = 0;
  let total = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const column of columns) shuffle(column, uniform);
    const dealt = rows.map((_, member) => columns.map((column) => column[member]!));
    const asw = average(silhouettesBySearch(dealt));
    total += asw;
    if (asw >= observed.asw - 1e-12) hits += 1;
  }
  return { p: (1 + hits) / (1 + draws), expected: total / draws, draws };
}

function silhouettesBySearch(rows: readonly (readonly number[])[]): Float64Array {
  const distances = euclidean(rows);
  return silhouetteWidths(distances, bestBySearch(distances, rows.length));
}

function euclidean(rows: readonly (readonly number[])[]): Float64Array {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    const row = rows[i]!;
    if (row.length !== width) throw new RangeError('every member needs the same attributes');
    if (!row.every(Number.isFinite))
      throw new RangeError(`member ${i} has an attribute that is not a number`);
    for (let j = 0; j < i; j += 1) {
      let square = 0;
      for (let k = 0; k < width; k += 1) square += (row[k]! - rows[j]![k]!) ** 2;
      distances[i * n + j] = Math.sqrt(square);
      distances[j * n + i] = Math.sqrt(square);
    }
  }
  return distances;
}

/** Silhouette of every member: (b - a) / max(a, b), 0 for a lone member, in one group, or where all distances are 0. */
function silhouetteWidths(distances: Float64Array, groups: ArrayLike<number>): Float64Array {
  const n = groups.length;
  let count = 0;
  for (let i = 0; i < n; i += 1) count = Math.max(count, groups[i]! + 1);
  const sizes = new Float64Array(count);
  for (let i = 0; i < n; i += 1) sizes[groups[i]!]! += 1;
  const widths = new Float64Array(n);
  const sums = new Float64Array(count);
  for (let i = 0; i < n; i += 1) {
    const own = groups[i]!;
    if (sizes[own] === 1) continue;
    sums.fill(0);
    for (let j = 0; j < n; j += 1) sums[groups[j]!]! += distances[i * n + j]!;
    let nearest = Infinity;
    for (let group = 0; group < count; group += 1) {
      if (group !== own && sizes[group]! > 0) nearest = Math.min(nearest, sums[group]! / sizes[group]!);
    }
    const inside = sums[own]! / (sizes[own]! - 1);
    const larger = Math.max(inside, nearest);
    widths[i] = nearest === Infinity || larger === 0 ? 0 : (nearest - inside) / larger;
  }
  return widths;
}

function average(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return values.length === 0 ? 0 : total / values.length;
}

/** Visits every set partition once, as a restricted growth string; the first of several equal ones wins. */
function bestOfAll(distances: Float64Array, n: number): Int32Array {
  const groups = new Int32Array(n);
  let best: Int32Array = Int32Array.from(groups);
  let bestValue = -Infinity;
  const visit = (member: number, used: number): void => {
    if (member === n) {
      if (used < 2 || used === n) return;
      const value = average(silhouetteWidths(distances, groups));
      if (value > bestValue + 1e-14) {
        bestValue = value;
        best = Int32Array.from(groups);
      }
      return;
    }
    for (let group = 0; group <= used; group += 1) {
      groups[member] = group;
      visit(member + 1, Math.max(used, group + 1));
    }
  };
  visit(0, 0);
  return best;
}

function bestBySearch(distances: Float64Array, n: number): Int32Array {
  let best: Int32Array = new Int32Array(n);
  let bestValue = -Infinity;
  for (const start of mergings(distances, n)) {
    const { groups, value } = improved(distances, start);
    if (value > bestValue + 1e-14) {
      best = groups;
      bestValue = value;
    }
  }
  return best;
}

/** The partitions of average-link clustering with 2 to n - 1 groups. */
function mergings(distances: Float64Array, n: number): Int32Array[] {
  const groups = Int32Array.from({ length: n }, (_, i) => i);
  const partitions: Int32Array[] = [];
  for (let left = n - 1; left >= 2; left -= 1) {
    const [into, from] = nearestGroups(distances, groups, n);
    for (let i = 0; i < n; i += 1) if (groups[i] === from) groups[i] = into;
    partitions.push(Int32Array.from(numbered(groups), (group) => group - 1));
  }
  return partitions;
}

function nearestGroups(distances: Float64Array, groups: Int32Array, n: number): readonly [number, number] {
  const sums = new Float64Array(n * n);
  const pairs = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const low = Math.min(groups[i]!, groups[j]!);
      const high = Math.max(groups[i]!, groups[j]!);
      if (low === high) continue;
      sums[low * n + high]! += distances[i * n + j]!;
      pairs[low * n + high]! += 1;
    }
  }
  let nearest: readonly [number, number] = [0, 0];
  let least = Infinity;
  for (let low = 0; low < n; low += 1) {
    for (let high = low + 1; high < n; high += 1) {
      const between = sums[low * n + high]! / pairs[low * n + high]!;
      if (between < least) {
        least = between;
        nearest = [low, high];
      }
    }
  }
  return nearest;
}

/** Moves single members to another or a new group while the mean silhouette grows. */
function improved(distances: Float64Array, start: Int32Array): { groups: Int32Array; value: number } {
  const n = start.length;
  const groups = Int32Array.from(start);
  let value = average(silhouetteWidths(distances, groups));
  for (let moved = true; moved;) {
    moved = false;
    for (let i = 0; i < n; i += 1) {
      const count = Math.max(...groups) + 1;
      const home = groups[i]!;
      let bestHome = home;
      for (let group = 0; group < Math.min(n, count + 1); group += 1) {
        if (group === home) continue;
        groups[i] = group;
        const trial = average(silhouetteWidths(distances, groups));
        if (trial > value + 1e-14) {
          value = trial;
          bestHome = group;
          moved = true;
        }
      }
      groups[i] = bestHome;
    }
  }
  return { groups, value };
}

/** Group numbers from 1 in the order of first appearance. */
function numbered(groups: ArrayLike<number>): number[] {
  const seen = new Map<number, number>();
  return Array.from(groups, (group) => {
    if (!seen.has(group)) seen.set(group, seen.size + 1);
    return seen.get(group)!;
  });
}
