import { firstRows, groupIndex, groupRows, type GroupIndex, type GroupLabels } from './groups.js';
import { matrixOf, toMatrix, type Matrix, type MatrixLike } from './matrix.js';
import { median } from './numeric/moments.js';
import { finite } from './numeric/present.js';
import { insufficient, type InsufficientData } from './outcome.js';

/**
 * Agreement within teams, for items about the team itself (a pulse, say). Motives are properties of persons: for them
 * agreement is never demanded. In every function rows = respondents, columns = items, `groups` = one label a row (null =
 * left out); one line a group comes back, in the order in which the groups first appear. A group in which nobody can be
 * counted has no line, as in R.
 */
export interface GroupAgreement {
  readonly group: string;
  /** Respondents counted in the group. */
  readonly n: number;
  readonly value: number | InsufficientData;
}

/** What becomes of rows with missing answers: `pairwise` keeps them for the items they have, `listwise` drops them. */
export type MissingRule = 'pairwise' | 'listwise';

/**
 * Variance of the answers of people who choose at random among A options, (A^2 - 1) / 12.
 *
 * @example
 * uniformVariance(5) // => 2
 */
export function uniformVariance(options: number): number {
  if (!(options >= 2)) throw new RangeError(`a response scale needs at least two options, got ${options}`);
  return (options * options - 1) / 12;
}

/**
 * rwg of a single item: 1 - s^2 / random variance; s^2 (n - 1) is cut at the random variance, so 0 is the least.
 *
 * @param randomVariance Variance under no agreement, for example `uniformVariance(5)`.
 * @returns A value a group; `InsufficientData` below two answers.
 * Source: James, Demaree & Wolf (1984); as R's multilevel::rwg.
 * @example
 * rwg([4, 4, 5, 3, 1], ['a', 'a', 'a', 'b', 'b'], 2).map(({ value }) => value) // => [0.83333, 0]
 */
export function rwg(
  values: ArrayLike<number | null>,
  groups: GroupLabels,
  randomVariance: number,
): readonly GroupAgreement[] {
  refuseVariance(randomVariance);
  return byVariance(
    column(values),
    groups,
    'listwise',
    (variance) => 1 - Math.min(variance, randomVariance) / randomVariance,
  );
}

/**
 * rwg(j) of several items: j (1 - q) / (j (1 - q) + q), q = mean item variance / random variance, cut at 1.
 *
 * @param missing Default 'pairwise': a row with gaps counts in the variances of the items it has (multilevel 2.8; version
 *   2.7 dropped it).
 * @returns A value a group; `InsufficientData` when an item has fewer than two answers there.
 * Source: James, Demaree & Wolf (1984).
 * @example
 * rwgJ([[4, 5], [4, 4], [5, 4]], ['a', 'a', 'a'], uniformVariance(5)) // => [{ group: 'a', n: 3, value: 0.90909 }]
 */
export function rwgJ(
  items: MatrixLike,
  groups: GroupLabels,
  randomVariance: number,
  missing: MissingRule = 'pairwise',
): readonly GroupAgreement[] {
  refuseVariance(randomVariance);
  const matrix = matrixOf(items);
  return byVariance(matrix, groups, missing, (variance) => {
    const share = Math.min(variance, randomVariance) / randomVariance;
    const agreed = matrix.columns * (1 - share);
    return agreed / (agreed + share);
  });
}

/**
 * r*wg(j) of Lindell: 1 - mean item variance / random variance, not cut: below 0 means more spread than at random.
 *
 * Source: Lindell, Brandt & Whitney (1999).
 * @example
 * rwgJLindell([[1, 5], [5, 1], [3, 3]], ['a', 'a', 'a'], 2) // => [{ group: 'a', n: 3, value: -1 }]
 */
export function rwgJLindell(
  items: MatrixLike,
  groups: GroupLabels,
  randomVariance: number,
  missing: MissingRule = 'pairwise',
): readonly GroupAgreement[] {
  refuseVariance(randomVariance);
  return byVariance(matrixOf(items), groups, missing, (variance) => 1 - variance / randomVariance);
}

/**
 * a_wg of Brown and Hauenstein, mean over the items: 1 - 2 s^2 / ((H + L) M - M^2 - H L) (k - 1) / k.
 *
 * An item whose mean is so near an end of the scale that the formula does not hold (M < (L (k - 1) + H) / k, and so at
 * the upper end) is left out; with all answers at one end it is 1. Rows with gaps are dropped.
 *
 * @param range Ends L and H of the response scale.
 * @returns `InsufficientData` below two complete rows, and 'not-defined' when no item can be used.
 * Source: Brown & Hauenstein (2005).
 * @example
 * awg([[4], [4], [5], [3]], ['a', 'a', 'a', 'a'], { min: 1, max: 5 }) // => [{ group: 'a', n: 4, value: 0.66667 }]
 */
export function awg(
  items: MatrixLike,
  groups: GroupLabels,
  range: { readonly min: number; readonly max: number },
): readonly GroupAgreement[] {
  const { min, max } = range;
  if (!(min < max)) throw new RangeError(`the response scale needs min < max, got ${min} to ${max}`);
  return byGroup(toMatrix(items), groups, (matrix, rows) => {
    const k = rows.length;
    if (k < 2) return undefined;
    const usable: number[] = [];
    for (let item = 0; item < matrix.columns; item += 1) {
      const centre = itemMean(matrix, rows, item);
      if (centre === min || centre === max) {
        usable.push(1);
        continue;
      }
      if (centre < (min * (k - 1) + max) / k || centre > (max * (k - 1) + min) / k) continue;
      const most = (((max + min) * centre - centre * centre - max * min) * k) / (k - 1);
      usable.push(1 - (2 * itemVariance(matrix, rows, item)!) / most);
    }
    if (usable.length === 0) return insufficient('not-defined', k, 2);
    return usable.reduce((t, a) => t + a, 0) / usable.length;
  });
}

/**
 * Average deviation index AD, mean over the items: mean distance of the answers from their mean or median. Small means
 * agreement. Rows with gaps are dropped.
 *
 * @param about 'mean' (default) or 'median'.
 * @returns `InsufficientData` below two complete rows.
 * Source: Burke, Finkelstein & Dusig (1999).
 * @example
 * averageDeviation([[1], [2], [6]], ['a', 'a', 'a']) // => [{ group: 'a', n: 3, value: 2 }]
 * averageDeviation([[1], [2], [6]], ['a', 'a', 'a'], 'median') // => [{ group: 'a', n: 3, value: 1.6667 }]
 */
export function averageDeviation(
  items: MatrixLike,
  groups: GroupLabels,
  about: 'mean' | 'median' = 'mean',
): readonly GroupAgreement[] {
  return byGroup(toMatrix(items), groups, (matrix, rows) => {
    if (rows.length < 2) return undefined;
    let total = 0;
    for (let item = 0; item < matrix.columns; item += 1) {
      const answers = Float64Array.from(rows, (row) => matrix.values[row * matrix.columns + item]!);
      const centre = about === 'mean' ? itemMean(matrix, rows, item) : median(answers);
      total += answers.reduce((t, x) => t + Math.abs(x - centre), 0) / answers.length;
    }
    return total / matrix.columns;
  });
}

/** The index of every group by its mean item variance. */
function byVariance(
  matrix: Matrix,
  groups: GroupLabels,
  missing: MissingRule,
  index: (variance: number) => number,
): GroupAgreement[] {
  const groupsOfRows = groupIndex(groups, matrix.rows);
  const { sizes, fewest, variances } =
    (groupsOfRows.everyRow ? variancesOfAll(matrix, groupsOfRows) : undefined) ??
    variancesOfGiven(matrix, groupsOfRows, missing);
  const found: GroupAgreement[] = [];
  for (const row of firstRows(groupsOfRows)) {
    const group = groupsOfRows.of[row]!;
    const n = sizes[group]!;
    if (n === 0) continue;
    const least = fewest[group]!;
    const value = least < 2 ? insufficient('too-few-observations', least, 2) : index(variances[group]!);
    found.push({ group: String(groups[row]), n, value });
  }
  return found;
}

/** By group: respondents, answers to the item with the fewest of them, and the mean item variance. */
interface GroupVariances {
  readonly sizes: Int32Array;
  readonly fewest: Int32Array;
  readonly variances: Float64Array;
}

/** Where every row has a group, in two passes without a look at what is missing; undefined when something is. */
function variancesOfAll(
  { rows, columns, values }: Matrix,
  { count, of }: GroupIndex,
): GroupVariances | undefined {
  if (columns === 0) return undefined;
  const sizes = new Int32Array(count);
  const means = new Float64Array(count * columns);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const group = of[row]!;
    sizes[group]! += 1;
    for (let to = group * columns, end = to + columns; to < end; to += 1, at += 1) means[to]! += values[at]!;
  }
  let total = 0;
  for (let group = 0, at = 0; group < count; group += 1) {
    const size = sizes[group]!;
    if (size === 0) at += columns;
    else for (const end = at + columns; at < end; at += 1) total += means[at]! /= size;
  }
  // A missing value makes it no number.
  if (!Number.isFinite(total)) return undefined;
  const variances = new Float64Array(count);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const group = of[row]!;
    let squares = 0;
    for (let to = group * columns, end = to + columns; to < end; to += 1, at += 1) {
      const deviation = values[at]! - means[to]!;
      squares += deviation * deviation;
    }
    variances[group]! += squares;
  }
  for (let group = 0; group < count; group += 1) variances[group]! /= (sizes[group]! - 1) * columns;
  return { sizes, fewest: sizes, variances };
}

function variancesOfGiven(
  { rows, columns, values }: Matrix,
  groups: GroupIndex,
  missing: MissingRule,
): GroupVariances {
  const { count } = groups;
  const of = missing === 'listwise' ? withoutGaps(groups.of, values, columns) : groups.of;
  const sizes = new Int32Array(count);
  const given = new Int32Array(count * columns);
  const means = new Float64Array(given.length);
  for (let row = 0; row < rows; row += 1) {
    const group = of[row]!;
    if (group < 0) continue;
    sizes[group]! += 1;
    for (let k = 0, at = row * columns; k < columns; k += 1, at += 1) {
      const x = values[at]!;
      if (Number.isNaN(x)) continue;
      given[group * columns + k]! += 1;
      means[group * columns + k]! += x;
    }
  }
  for (let at = 0; at < means.length; at += 1) {
    finite(means[at]!, 'a sum of these values');
    means[at]! /= given[at]!;
  }
  const squares = squaredDeviations(values, of, means, columns);
  const fewest = new Int32Array(count);
  const variances = new Float64Array(count);
  for (let group = 0; group < count; group += 1) {
    let total = 0;
    let least = columns === 0 ? 0 : sizes[group]!;
    for (let at = group * columns; at < (group + 1) * columns; at += 1) {
      least = Math.min(least, given[at]!);
      total += squares[at]! / (given[at]! - 1);
    }
    fewest[group] = least;
    variances[group] = total / columns;
  }
  return { sizes, fewest, variances };
}

function withoutGaps(of: Int32Array, values: Float64Array, columns: number): Int32Array {
  return of.map((group, row) => (isComplete(values, row * columns, (row + 1) * columns) ? group : -1));
}

function squaredDeviations(
  values: Float64Array,
  of: Int32Array,
  means: Float64Array,
  columns: number,
): Float64Array {
  const squares = new Float64Array(means.length);
  for (let row = 0; row < of.length; row += 1) {
    if (of[row]! < 0) continue;
    const to = of[row]! * columns;
    for (let k = 0, at = row * columns; k < columns; k += 1, at += 1) {
      const deviation = values[at]! - means[to + k]!;
      if (!Number.isNaN(deviation)) squares[to + k]! += deviation * deviation;
    }
  }
  return squares;
}

/** Rows of each group, those with gaps dropped. */
function byGroup(
  matrix: Matrix,
  groups: GroupLabels,
  index: (matrix: Matrix, rows: readonly number[]) => number | undefined | InsufficientData,
): GroupAgreement[] {
  return groupRows(groups, matrix.rows).flatMap(({ group, rows }) => {
    const { columns, values } = matrix;
    const kept = rows.filter((row) => isComplete(values, row * columns, (row + 1) * columns));
    if (kept.length === 0) return [];
    const value = columns === 0 ? undefined : index(matrix, kept);
    const answered = columns === 0 ? 0 : kept.length;
    return [{ group, n: kept.length, value: value ?? insufficient('too-few-observations', answered, 2) }];
  });
}

function isComplete(values: Float64Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (Number.isNaN(values[at]!)) return false;
  return true;
}

function column(values: ArrayLike<number | null>): Matrix {
  return toMatrix({ rows: values.length, columns: 1, values: Float64Array.from(values, (x) => x ?? NaN) });
}

function itemMean({ columns, values }: Matrix, rows: readonly number[], item: number): number {
  let total = 0;
  let n = 0;
  for (const row of rows) {
    const x = values[row * columns + item]!;
    if (Number.isNaN(x)) continue;
    total += x;
    n += 1;
  }
  return total / n;
}

/** Variance (n - 1) of an item over the rows that have it; undefined below two. */
function itemVariance(matrix: Matrix, rows: readonly number[], item: number): number | undefined {
  const { columns, values } = matrix;
  const centre = itemMean(matrix, rows, item);
  let squares = 0;
  let n = 0;
  for (const row of rows) {
    const x = values[row * columns + item]!;
    if (Number.isNaN(x)) continue;
    squares += (x - centre) * (x - centre);
    n += 1;
  }
  return n < 2 ? undefined : squares / (n - 1);
}

function refuseVariance(randomVariance: number): void {
  if (!(randomVariance > 0))
    throw new RangeError(`the random variance must be above 0, got ${randomVariance}`);
}
