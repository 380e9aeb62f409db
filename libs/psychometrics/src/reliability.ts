import { pairwiseCovariances } from './covariance.js';
import { completeRows, toMatrix, type MatrixLike } from './matrix.js';
import { insufficient, type InsufficientData } from './outcome.js';

export interface Alpha {
  readonly n: number;
  readonly items: number;
  /** Cronbach's alpha of the items as they are. */
  readonly raw: number;
}

/**
 * Cronbach's alpha.
 *
 * Shape: rows = respondents, columns = items, already reversed. alpha = k / (k - 1) (1 - sum of item variances / sum of
 * all covariances), covariances with n - 1 over pairwise complete rows ('pairwise', default) or over complete rows only
 * ('listwise').
 *
 * @returns `InsufficientData` with fewer than two items or rows, or when the total does not vary.
 * Source: Cronbach (1951).
 */
export function cronbachAlpha(
  items: MatrixLike,
  options: { readonly missing?: 'pairwise' | 'listwise' } = {},
): Alpha | InsufficientData {
  const all = toMatrix(items);
  const matrix = options.missing === 'listwise' ? completeRows(all) : all;
  if (matrix.columns < 2) return insufficient('too-few-observations', matrix.columns, 2);
  if (matrix.rows < 2) return insufficient('too-few-observations', matrix.rows, 2);
  const { size, values } = pairwiseCovariances(matrix);
  let total = 0;
  let diagonal = 0;
  values.forEach((value, at) => {
    total += value;
    if (Math.floor(at / size) === at % size) diagonal += value;
  });
  if (Number.isNaN(total)) return insufficient('too-few-observations', 0, 2);
  if (!(total > 1e-14 * diagonal) || total <= 0) return insufficient('no-variance', matrix.rows, 2);
  return { n: matrix.rows, items: size, raw: (size / (size - 1)) * (1 - diagonal / total) };
}
