import { columnOf, type Matrix } from './matrix.js';
import { pearson } from './numeric/correlation.js';
import { inverse } from './numeric/linear-algebra.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';

/** A square symmetric matrix, row-major, with the number of rows behind each entry. */
export interface Covariances {
  readonly size: number;
  readonly values: Float64Array;
  /** Rows in which both columns have a value. */
  readonly pairs: Float64Array;
}

/**
 * Covariance matrix (n - 1) over pairwise complete rows: each entry uses all rows in which both columns have a value,
 * with the means over these rows. An entry with fewer than two such rows is NaN: callers turn it into `InsufficientData`.
 */
export function pairwiseCovariances(matrix: Matrix): Covariances {
  const { rows, columns, values } = matrix;
  const result = new Float64Array(columns * columns);
  const pairs = new Float64Array(columns * columns);
  const incomplete = values.some(Number.isNaN);
  if (!incomplete) return completeCovariances(matrix);
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let n = 0;
      let sumI = 0;
      let sumJ = 0;
      for (let row = 0; row < rows; row += 1) {
        const x = values[row * columns + i]!;
        const y = values[row * columns + j]!;
        if (Number.isNaN(x) || Number.isNaN(y)) continue;
        n += 1;
        sumI += x;
        sumJ += y;
      }
      const meanI = sumI / n;
      const meanJ = sumJ / n;
      let products = 0;
      for (let row = 0; row < rows; row += 1) {
        const x = values[row * columns + i]!;
        const y = values[row * columns + j]!;
        if (Number.isNaN(x) || Number.isNaN(y)) continue;
        products += (x - meanI) * (y - meanJ);
      }
      const covariance = n < 2 ? NaN : products / (n - 1);
      result[i * columns + j] = covariance;
      result[j * columns + i] = covariance;
      pairs[i * columns + j] = n;
      pairs[j * columns + i] = n;
    }
  }
  return { size: columns, values: result, pairs };
}

function completeCovariances({ rows, columns, values }: Matrix): Covariances {
  const means = new Float64Array(columns);
  for (let at = 0; at < values.length; at += 1) means[at % columns]! += values[at]!;
  for (let column = 0; column < columns; column += 1) means[column]! /= rows;
  const result = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < columns; i += 1) {
      const deviation = values[row * columns + i]! - means[i]!;
      for (let j = 0; j <= i; j += 1) {
        result[i * columns + j]! += deviation * (values[row * columns + j]! - means[j]!);
      }
    }
  }
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const covariance = rows < 2 ? NaN : result[i * columns + j]! / (rows - 1);
      result[i * columns + j] = covariance;
      result[j * columns + i] = covariance;
    }
  }
  return { size: columns, values: result, pairs: new Float64Array(columns * columns).fill(rows) };
}

/**
 * Pearson correlations over pairwise complete rows, with the variances over these rows too (R's
 * cor(use = "pairwise")). With gaps they differ from the correlations of the pairwise covariances, whose variances come
 * from all rows of an item. NaN where two columns share fewer than two rows or one of them does not vary there.
 */
export function pairwiseCorrelations(matrix: Matrix): Covariances {
  const { columns } = matrix;
  if (!matrix.values.some(Number.isNaN)) return toCorrelations(pairwiseCovariances(matrix));
  const values = new Float64Array(columns * columns);
  const pairs = new Float64Array(columns * columns);
  const all = Array.from({ length: columns }, (_, column) => columnOf(matrix, column));
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const r = pearson(all[i]!, all[j]!);
      values[i * columns + j] = isInsufficient(r) ? NaN : i === j ? 1 : r;
      values[j * columns + i] = values[i * columns + j]!;
      const shared = all[i]!.reduce(
        (n, x, row) => (Number.isNaN(x) || Number.isNaN(all[j]![row]!) ? n : n + 1),
        0,
      );
      pairs[i * columns + j] = shared;
      pairs[j * columns + i] = shared;
    }
  }
  return { size: columns, values, pairs };
}

/** Correlations of covariances; NaN where a variance is 0. */
export function toCorrelations({ size, values, pairs }: Covariances): Covariances {
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(values[i * size + i]!));
  const result = Float64Array.from(values, (value, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return i === j ? 1 : value / (scale[i]! * scale[j]!);
  });
  return { size, values: result, pairs };
}

/**
 * Squared multiple correlation of each variable with all others, 1 - 1 / diagonal of the inverse. Pairwise correlations
 * can contradict each other, so that it leaves 0..1: it is then cut at the end (as R's psych::smc).
 *
 * @param r Correlations, row-major.
 * @returns `InsufficientData` when the correlations have no inverse.
 */
export function squaredMultipleCorrelations(r: Float64Array, size: number): Float64Array | InsufficientData {
  const inverted = inverse(r, size);
  if (inverted === undefined) return insufficient('singular', size, size);
  const smc = Float64Array.from({ length: size }, (_, i) => 1 - 1 / inverted[i * size + i]!);
  if (!smc.every(Number.isFinite)) return insufficient('singular', size, size);
  return smc.map((x) => Math.min(1, Math.max(0, x)));
}
