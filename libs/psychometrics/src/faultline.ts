import { insufficient, type InsufficientData } from './outcome.js';
import { finite } from './numeric/present.js';
import { sumOfSquares } from './numeric/moments.js';
import { seededUniform, shuffle } from './numeric/random.js';
import { bestBySearch, bestOfAll, quickSearch, silhouetteWidths } from './silhouette.js';

/** Rows = members, columns = attributes or motives, complete. */
export type Attributes = readonly (readonly number[])[];

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
 * Average silhouette width faultline: how clearly the team falls into subgroups.
 *
 * Euclidean distances over the columns; silhouette after Rousseeuw, lone members 0; the value is the largest mean
 * silhouette over all partitions into 2 to n - 1 groups. Exhaustive to 10 members (`exhaustiveTo`); above that
 * average-link merging from single members down to two groups, every partition on the way improved by moving single
 * members while it helps. Show it beside `faultlinePermutation`: small teams always split somehow.
 *
 * @param rows Scaled and weighted beforehand, see `attributeColumns`.
 * @returns `InsufficientData` with fewer than 3 members.
 * @throws RangeError for rows of unequal length or a value that is not a number.
 * Source: Meyer & Glenz (2013); Rousseeuw (1987).
 * @example
 * averageSilhouetteFaultline([[1], [2], [9], [10]])
 * // => { asw: 0.87451, groups: [1, 1, 2, 2], method: 'exhaustive' }
 */
export function averageSilhouetteFaultline(
  rows: Attributes,
  options: { readonly exhaustiveTo?: number } = {},
): Faultline | InsufficientData {
  const n = rows.length;
  if (n < 3) return insufficient('too-few-observations', n, 3);
  const distances = euclidean(rows);
  const exhaustive = n <= (options.exhaustiveTo ?? EXHAUSTIVE_TO);
  const groups = exhaustive ? bestOfAll(distances, n) : bestBySearch(distances, n);
  const silhouettes = silhouetteWidths(distances, groups);
  return {
    n,
    asw: average(silhouettes),
    groups: numbered(groups),
    silhouettes,
    method: exhaustive ? 'exhaustive' : 'search',
  };
}

/**
 * Permutation probability of a faultline: the share of teams of the same size with the same attribute values, dealt out
 * anew attribute by attribute, that split at least as clearly. Observed and dealt teams are judged by one quick search
 * (the best average-link partition, improved), so that like is compared with like.
 *
 * @param options.draws Random teams, default 199; p = (1 + hits) / (1 + draws).
 * @param options.seed Seed of the random teams, default 1.
 * @returns p, and the `expected` average silhouette width of such teams; `InsufficientData` with fewer than 3 members.
 * @example
 * faultlinePermutation([[1, 1], [2, 2], [9, 9], [10, 10]], { draws: 99 })
 * // => { p: 0.34, expected: 0.40293, draws: 99 }
 */
export function faultlinePermutation(
  rows: Attributes,
  options: { readonly draws?: number; readonly seed?: number } = {},
): { readonly p: number; readonly expected: number; readonly draws: number } | InsufficientData {
  if (rows.length < 3) return insufficient('too-few-observations', rows.length, 3);
  const draws = options.draws ?? 199;
  if (!(draws >= 1)) throw new RangeError(`random teams must be at least 1, got ${draws}`);
  const distances = euclidean(rows);
  const quickWidth = quickSearch(distances, rows.length);
  const observed = quickWidth();
  const uniform = seededUniform(options.seed ?? 1);
  const columns = columnsOf(rows);
  let hits = 0;
  let total = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const column of columns) shuffle(column, uniform);
    measure(columns, distances);
    const asw = quickWidth();
    total += asw;
    if (asw >= observed - 1e-12) hits += 1;
  }
  return { p: (1 + hits) / (1 + draws), expected: total / draws, draws };
}

export interface TwoGroupFaultline {
  readonly n: number;
  /** Between-group sum of squares over the total, 0..1. */
  readonly fau: number;
  readonly groups: readonly number[];
}

/**
 * Fau of Thatcher, Jehn and Zanutto: the best split into two groups, lone members allowed, by between-group sum of
 * squares over the total sum of squares.
 *
 * @returns `InsufficientData` with fewer than 2 members, or members who are all alike.
 * @throws RangeError above 24 members: 2^(n - 1) - 1 splits are looked at.
 * Source: Thatcher, Jehn & Zanutto (2003).
 * @example
 * twoGroupFaultline([[1], [2], [9], [10]]) // => { n: 4, fau: 0.98462, groups: [1, 1, 2, 2] }
 */
export function twoGroupFaultline(rows: Attributes): TwoGroupFaultline | InsufficientData {
  const n = rows.length;
  if (n < 2) return insufficient('too-few-observations', n, 2);
  if (n > 24) throw new RangeError(`Fau looks at all splits: at most 24 members, got ${n}`);
  checkRows(rows);
  const columns = columnsOf(rows);
  const total = columns.reduce((t, column) => t + sumOfSquares(column), 0);
  if (!(total > 0)) return insufficient('no-variance', n, 2);
  const centred = columns.map((column) => {
    const centre = column.reduce((t, x) => t + x, 0) / n;
    return column.map((x) => x - centre);
  });
  let best = 0;
  let bestBetween = -1;
  for (let split = 1; split < 2 ** (n - 1); split += 1) {
    let size = 0;
    for (let i = 0; i < n - 1; i += 1) if ((split >>> i) & 1) size += 1;
    let squares = 0;
    for (const column of centred) {
      let sum = 0;
      for (let i = 0; i < n - 1; i += 1) if ((split >>> i) & 1) sum += column[i + 1]!;
      squares += sum * sum;
    }
    const between = squares / size + squares / (n - size);
    if (between > bestBetween + 1e-12 * total) {
      bestBetween = between;
      best = split;
    }
  }
  const groups = rows.map((_, i) => (i > 0 && (best >>> (i - 1)) & 1 ? 2 : 1));
  return { n, fau: bestBetween / total, groups };
}

/** An attribute of all members: numbers with a weight, or names of categories with a weight. */
export type Attribute =
  | { readonly kind: 'numeric'; readonly values: readonly number[]; readonly weight?: number }
  | { readonly kind: 'nominal'; readonly values: readonly string[]; readonly weight?: number };

/**
 * Columns for a faultline: a numeric attribute times its weight; a nominal one as a column per category with sqrt(1/2)
 * times its weight, so that two people of different categories are one weight apart.
 *
 * To rescale a numeric attribute divide its weight by the SD over the whole data set, not over the team.
 *
 * @throws RangeError when attributes have unequal numbers of members.
 * @example
 * attributeColumns([{ kind: 'numeric', values: [30, 40], weight: 0.1 }, { kind: 'nominal', values: ['x', 'y']
 *   }])
 * // => [[3, 0.70711, 0], [4, 0, 0.70711]]
 */
export function attributeColumns(attributes: readonly Attribute[]): number[][] {
  const n = attributes[0]?.values.length ?? 0;
  const rows: number[][] = Array.from({ length: n }, () => []);
  for (const { kind, values, weight = 1 } of attributes) {
    if (values.length !== n) throw new RangeError(`attributes of ${values.length} and ${n} members`);
    if (kind === 'numeric') {
      rows.forEach((row, i) =>
        row.push(weight * finite(values[i] as number, `the attribute of member ${i + 1}`)),
      );
      continue;
    }
    for (const category of new Set(values)) {
      rows.forEach((row, i) => row.push(values[i] === category ? weight * Math.SQRT1_2 : 0));
    }
  }
  return rows;
}

function euclidean(rows: Attributes): Float64Array {
  checkRows(rows);
  return measure(columnsOf(rows), new Float64Array(rows.length ** 2));
}

const columnsOf = (rows: Attributes): Float64Array[] =>
  (rows[0] ?? []).map((_, k) => Float64Array.from(rows, (row) => row[k]!));

/** Writes the distance of every two members. */
function measure(columns: readonly Float64Array[], into: Float64Array): Float64Array {
  const n = Math.sqrt(into.length);
  into.fill(0);
  for (const column of columns) {
    for (let i = 1; i < n; i += 1) {
      for (let j = 0; j < i; j += 1) into[i * n + j]! += (column[i]! - column[j]!) ** 2;
    }
  }
  for (let i = 1; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      into[i * n + j] = Math.sqrt(into[i * n + j]!);
      into[j * n + i] = into[i * n + j]!;
    }
  }
  return into;
}

function checkRows(rows: Attributes): void {
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== width) throw new RangeError('every member needs the same attributes');
    if (!row.every(Number.isFinite))
      throw new RangeError(`member ${i + 1} has an attribute that is not a number`);
  });
}

function average(values: readonly number[]): number {
  return values.reduce((t, x) => t + x, 0) / values.length;
}

/** Group numbers from 1 in the order of first appearance. */
function numbered(groups: ArrayLike<number>): number[] {
  const seen = new Map<number, number>();
  return Array.from(groups, (group) => {
    if (!seen.has(group)) seen.set(group, seen.size + 1);
    return seen.get(group)!;
  });
}
