import { pairwiseCorrelations, pairwiseCovariances } from './covariance.js';
import type { Answers } from './careless.js';
import { rowOf, toMatrix, type MatrixLike } from './matrix.js';
import { finite } from './numeric/present.js';
import { pearson } from './numeric/correlation.js';
import { cholesky, forwardSolve } from './numeric/linear-algebra.js';
import { insufficient, type InsufficientData } from './outcome.js';

/** Means and covariances of a sample, against which single answer patterns are judged. */
export interface ReferenceSample {
  readonly n: number;
  readonly items: number;
  readonly means: Float64Array;
  /** Lower Cholesky factor of the covariance matrix. */
  readonly factor: Float64Array;
}

/**
 * Reference sample for Mahalanobis distances; in use the norm sample, never the small team itself.
 *
 * Means over the answers given, covariances (n - 1) over pairwise complete rows.
 *
 * @returns `InsufficientData` when the covariance matrix is not positive definite (constant or repeated items, too few
 *   people, many gaps), where R goes on and may answer with negative squares.
 * @example
 * referenceSample([[1, 2], [2, 1], [3, 5], [4, 3]]).means // => [2.5, 2.75]
 */
export function referenceSample(answers: MatrixLike): ReferenceSample | InsufficientData {
  const matrix = toMatrix(answers);
  const { rows, columns, values } = matrix;
  if (rows <= columns) return insufficient('too-few-observations', rows, columns + 1);
  const covariances = pairwiseCovariances(matrix);
  const factor = cholesky(covariances.values, columns);
  if (factor === undefined) return insufficient('singular', rows, columns + 1);
  const means = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    let total = 0;
    let n = 0;
    for (let row = 0; row < rows; row += 1) {
      const x = values[row * columns + column]!;
      if (Number.isNaN(x)) continue;
      total += x;
      n += 1;
    }
    means[column] = total / n;
  }
  return { n: rows, items: columns, means, factor };
}

/**
 * Squared Mahalanobis distance of one person's answers from a reference sample: unusual patterns are far away.
 *
 * A missing answer counts as the sample's mean of that item.
 *
 * @returns `InsufficientData` without a single answer.
 * @throws RangeError when the number of answers differs.
 * Source: Mahalanobis (1936); missing answers as in R's psych::outlier.
 * @example
 * mahalanobisDistance([1, 5], referenceSample([[1, 2], [2, 1], [3, 5], [4, 3]])) // => 6.5357
 */
export function mahalanobisDistance(answers: Answers, sample: ReferenceSample): number | InsufficientData {
  if (answers.length !== sample.items)
    throw new RangeError(`${answers.length} answers for ${sample.items} items`);
  const deviations = new Float64Array(sample.items);
  let given = 0;
  for (let i = 0; i < sample.items; i += 1) {
    const answer = answers[i] ?? NaN;
    if (Number.isNaN(answer)) continue;
    deviations[i] = finite(answer, 'an answer') - sample.means[i]!;
    given += 1;
  }
  if (given === 0) return insufficient('too-few-observations', 0, 1);
  const solved = forwardSolve(sample.factor, sample.items, deviations);
  return solved.reduce((t, x) => t + x * x, 0);
}

/** Two items and their correlation in the sample. */
export interface ItemPair {
  readonly a: number;
  readonly b: number;
  readonly r: number;
}

/**
 * Psychometric synonyms (or antonyms): the item pairs that correlate above (below minus) a critical value in a sample.
 *
 * Correlations over pairwise complete rows; items as answered, not reversed.
 *
 * @param critical Default 0.6, its sign is ignored.
 * @returns Pairs, strongest first; none is an empty list, never an error.
 * Source: Meade & Craig (2012).
 * @example
 * itemPairs([[1, 5], [2, 4], [3, 3], [5, 2]], 'antonyms') // => [{ a: 1, b: 0, r: -0.98271 }]
 */
export function itemPairs(
  answers: MatrixLike,
  kind: 'synonyms' | 'antonyms',
  critical = 0.6,
): readonly ItemPair[] {
  const { size, values } = pairwiseCorrelations(toMatrix(answers));
  const sign = kind === 'synonyms' ? 1 : -1;
  const found: ItemPair[] = [];
  for (let b = 0; b < size; b += 1) {
    for (let a = b + 1; a < size; a += 1) {
      const r = values[a * size + b]!;
      if (sign * r > Math.abs(critical)) found.push({ a, b, r });
    }
  }
  return found.sort((x, y) => sign * (y.r - x.r));
}

/**
 * Psychometric synonym or antonym score of one person: the correlation of the two halves of the pairs over the pairs.
 * Careless people score near 0 on synonyms (and on antonyms, where careful ones score clearly negative).
 *
 * @returns `InsufficientData` with fewer than three pairs that both have an answer, or no variance in a half.
 * @example
 * pairConsistency([1, 2, 4, 4, 5, 5], [{ a: 1, b: 0, r: 0.7 }, { a: 3, b: 2, r: 0.7 }, { a: 5, b: 4, r: 0.8
 *   }])
 * // => 0.99587
 */
export function pairConsistency(answers: Answers, pairs: readonly ItemPair[]): number | InsufficientData {
  const usable = pairs.filter(
    ({ a, b }) => !Number.isNaN(answers[a] ?? NaN) && !Number.isNaN(answers[b] ?? NaN),
  );
  if (usable.length < 3) return insufficient('too-few-observations', usable.length, 3);
  return pearson(
    usable.map(({ a }) => answers[a]!),
    usable.map(({ b }) => answers[b]!),
  );
}

/**
 * What leaving flagged people out would do to a figure: the figure with everybody and without them, side by side.
 * Flags never delete; this shows whether they matter.
 *
 * @param answers Rows = respondents.
 * @param flagged One mark a row.
 * @param figure Any figure of a matrix, for example `(m) => cronbachAlpha(m)`.
 * @throws RangeError when there is not one mark a row.
 * @example
 * withoutFlagged([[1], [2], [9]], [false, false, true], (rows) => mean(toMatrix(rows).values))
 * // => { all: 4, without: 1.5, left: 2 }
 */
export function withoutFlagged<T>(
  answers: MatrixLike,
  flagged: readonly boolean[],
  figure: (rows: MatrixLike) => T,
): { readonly all: T; readonly without: T; readonly left: number } {
  const matrix = toMatrix(answers);
  if (flagged.length !== matrix.rows) throw new RangeError(`${flagged.length} marks for ${matrix.rows} rows`);
  const kept = flagged.flatMap((out, row) => (out ? [] : [row]));
  const values = new Float64Array(kept.length * matrix.columns);
  kept.forEach((row, at) => values.set(rowOf(matrix, row), at * matrix.columns));
  return {
    all: figure(matrix),
    without: figure({ rows: kept.length, columns: matrix.columns, values }),
    left: kept.length,
  };
}
