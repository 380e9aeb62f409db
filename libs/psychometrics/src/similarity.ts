import { rowOf, toMatrix, type MatrixLike } from './matrix.js';
import { pearson } from './numeric/correlation.js';
import { insufficient, type InsufficientData } from './outcome.js';

/** A profile: one number a motive, null or NaN where missing. Motives that one of the two lacks are left out. */
export type Profile = ArrayLike<number | null>;

export interface ProfileSimilarity {
  /** Motives both have. */
  readonly motives: number;
  /** Sum of squared differences. */
  readonly d2: number;
  /** Its root, the Euclidean distance. */
  readonly d: number;
  /** Sum of absolute differences. */
  readonly l1: number;
  /** Correlation of the shapes; a flat profile has none. */
  readonly pearson: number | InsufficientData;
  readonly spearman: number | InsufficientData;
  readonly cosine: number | InsufficientData;
  /** Double-entry intraclass correlation: shape, level and scatter together; a flat profile has one. */
  readonly doubleEntry: number | InsufficientData;
}

/**
 * How alike two profiles are, by the usual measures.
 *
 * Double-entry ICC: the Pearson correlation of (a, b) with (b, a), which is
 * (2 sum (a - m)(b - m)) / (sum (a - m)^2 + sum (b - m)^2) about the common mean m.
 *
 * @returns `InsufficientData` when the two share no motive.
 * @throws RangeError when the lengths differ.
 * Source: Cronbach & Gleser (1953); Furr (2010).
 * @example
 * profileSimilarity([1, 2, 3, 4], [2, 3, 4, 5])
 * // => { motives: 4, d2: 4, d: 2, l1: 4, pearson: 1, spearman: 1, cosine: 0.99381, doubleEntry: 0.66667 }
 */
export function profileSimilarity(a: Profile, b: Profile): ProfileSimilarity | InsufficientData {
  const { x, y } = shared(a, b);
  if (x.length === 0) return insufficient('too-few-observations', 0, 1);
  let d2 = 0;
  let l1 = 0;
  for (let i = 0; i < x.length; i += 1) {
    const gap = x[i]! - y[i]!;
    d2 += gap * gap;
    l1 += Math.abs(gap);
  }
  return {
    motives: x.length,
    d2,
    d: Math.sqrt(d2),
    l1,
    pearson: pearson(x, y),
    spearman: pearson(midRanks(x), midRanks(y)),
    cosine: cosine(x, y),
    doubleEntry: doubleEntry(x, y),
  };
}

/**
 * Overall and distinctive similarity of two profiles: the correlation of the profiles as they are, and of what is left
 * after the normative profile (the mean of everybody) is taken away, which is what the two share beyond what all share.
 *
 * @param norm Mean profile of the norm group or of the whole sample.
 * Source: Furr (2008).
 * @example
 * distinctiveSimilarity([1, 3, 3], [2, 1, 4], [1, 2, 3]) // => { overall: 0.18898, distinctive: -1 }
 */
export function distinctiveSimilarity(
  a: Profile,
  b: Profile,
  norm: Profile,
): { readonly overall: number | InsufficientData; readonly distinctive: number | InsufficientData } {
  if (norm.length !== a.length)
    throw new RangeError(`a norm profile of ${norm.length} for ${a.length} motives`);
  const less = (profile: Profile): number[] =>
    Array.from({ length: profile.length }, (_, i) => (profile[i] ?? NaN) - (norm[i] ?? NaN));
  return { overall: pearson(a, b), distinctive: pearson(less(a), less(b)) };
}

/** Measures of all pairs of rows, each as a symmetric rows x rows matrix; NaN where a measure does not exist. */
export interface AllPairs {
  readonly rows: number;
  readonly d2: Float64Array;
  readonly pearson: Float64Array;
  readonly doubleEntry: Float64Array;
}

/**
 * All pairs of many complete profiles in one pass.
 *
 * @param profiles Rows = people, columns = motives, without gaps.
 * @returns Matrices by the matrix convention: NaN where a flat profile has no correlation.
 * @throws RangeError when a value is missing: use `profileSimilarity` pair by pair then.
 * @example
 * allPairsSimilarity([[1, 2, 3, 4], [2, 3, 4, 5]]).doubleEntry // => [1, 0.66667, 0.66667, 1]
 */
export function allPairsSimilarity(profiles: MatrixLike): AllPairs {
  const matrix = toMatrix(profiles);
  const { rows, columns } = matrix;
  if (matrix.values.some(Number.isNaN)) throw new RangeError('all profiles must be complete');
  const means = new Float64Array(rows);
  const squares = new Float64Array(rows);
  const centred = new Float64Array(matrix.values.length);
  for (let i = 0; i < rows; i += 1) {
    const row = rowOf(matrix, i);
    let total = 0;
    for (let k = 0; k < columns; k += 1) total += row[k]!;
    means[i] = total / columns;
    for (let k = 0; k < columns; k += 1) {
      const deviation = row[k]! - means[i]!;
      centred[i * columns + k] = deviation;
      squares[i]! += deviation * deviation;
    }
    if (squares[i]! <= columns * (1e-15 * means[i]!) ** 2) squares[i] = 0;
  }
  const d2 = new Float64Array(rows * rows);
  const r = new Float64Array(rows * rows);
  const icc = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let products = 0;
      let gaps = 0;
      const a = i * columns;
      const b = j * columns;
      for (let k = 0; k < columns; k += 1) {
        products += centred[a + k]! * centred[b + k]!;
        const gap = matrix.values[a + k]! - matrix.values[b + k]!;
        gaps += gap * gap;
      }
      const level = means[i]! - means[j]!;
      const lift = (columns * level * level) / 4;
      const correlation = products / Math.sqrt(squares[i]! * squares[j]!);
      const entry = (2 * (products - lift)) / (squares[i]! + squares[j]! + 2 * lift);
      d2[a === b ? i * rows + i : i * rows + j] = gaps;
      d2[j * rows + i] = gaps;
      r[i * rows + j] = i === j && squares[i]! > 0 ? 1 : correlation;
      r[j * rows + i] = r[i * rows + j]!;
      icc[i * rows + j] = entry;
      icc[j * rows + i] = entry;
    }
  }
  return { rows, d2, pearson: r, doubleEntry: icc };
}

function shared(a: Profile, b: Profile): { x: number[]; y: number[] } {
  if (a.length !== b.length) throw new RangeError(`profiles of ${a.length} and ${b.length} motives`);
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const one = a[i] ?? NaN;
    const other = b[i] ?? NaN;
    if (Number.isNaN(one) || Number.isNaN(other)) continue;
    x.push(one);
    y.push(other);
  }
  return { x, y };
}

function cosine(x: readonly number[], y: readonly number[]): number | InsufficientData {
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i += 1) {
    xy += x[i]! * y[i]!;
    xx += x[i]! * x[i]!;
    yy += y[i]! * y[i]!;
  }
  return xx === 0 || yy === 0
    ? insufficient('no-variance', x.length, 1)
    : xy / (Math.sqrt(xx) * Math.sqrt(yy));
}

function doubleEntry(x: readonly number[], y: readonly number[]): number | InsufficientData {
  return x.length < 1 ? insufficient('too-few-observations', 0, 1) : pearson([...x, ...y], [...y, ...x]);
}

/**
 * Ranks from 1, ties at their mean rank.
 *
 * @example
 * midRanks([10, 30, 20, 20]) // => [1, 4, 2.5, 2.5]
 */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end += 1;
    for (let at = start; at <= end; at += 1) ranks[order[at]!] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}
