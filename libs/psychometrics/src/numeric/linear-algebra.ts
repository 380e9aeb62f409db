/** Square matrices, row-major. Routines refuse a singular matrix by giving nothing back. */

/**
 * Lower Cholesky factor L of a symmetric positive definite matrix, A = L L'.
 *
 * @param matrix n x n, row-major; only its lower triangle is read.
 * @returns `undefined` when the matrix is not positive definite to working precision.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i * n + j]!;
      for (let k = 0; k < j; k += 1) rest -= factor[i * n + k]! * factor[j * n + k]!;
      if (i !== j) {
        factor[i * n + j] = rest / factor[j * n + j]!;
      } else {
        if (!(rest > n * 1e-14 * matrix[i * n + i]!)) return undefined;
        factor[i * n + i] = Math.sqrt(rest);
      }
    }
  }
  return factor;
}

/** Solves L y = b for a lower triangular L. */
export function forwardSolve(factor: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const y = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let rest = b[i]!;
    for (let k = 0; k < i; k += 1) rest -= factor[i * n + k]! * y[k]!;
    y[i] = rest / factor[i * n + i]!;
  }
  return y;
}

/**
 * Inverse by Gauss-Jordan elimination with row pivoting; the matrix need not be positive definite.
 *
 * @returns `undefined` when a pivot is lost in rounding, so when the matrix is singular to working precision.
 */
export function inverse(matrix: Float64Array, n: number): Float64Array | undefined {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(n * n);
  let largest = 0;
  for (let i = 0; i < n; i += 1) right[i * n + i] = 1;
  for (const value of matrix) largest = Math.max(largest, Math.abs(value));
  for (let column = 0; column < n; column += 1) {
    const pivot = pivotRow(left, n, column);
    if (!(Math.abs(left[pivot * n + column]!) > n * 1e-15 * largest)) return undefined;
    if (pivot !== column) {
      swapRows(left, n, pivot, column);
      swapRows(right, n, pivot, column);
    }
    const scale = 1 / left[column * n + column]!;
    for (let k = 0; k < n; k += 1) {
      left[column * n + k]! *= scale;
      right[column * n + k]! *= scale;
    }
    for (let row = 0; row < n; row += 1) {
      const share = left[row * n + column]!;
      if (row === column || share === 0) continue;
      for (let k = 0; k < n; k += 1) {
        left[row * n + k]! -= share * left[column * n + k]!;
        right[row * n + k]! -= share * right[column * n + k]!;
      }
    }
  }
  return right;
}

function pivotRow(matrix: Float64Array, n: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < n; row += 1) {
    if (Math.abs(matrix[row * n + column]!) > Math.abs(matrix[best * n + column]!)) best = row;
  }
  return best;
}

function swapRows(matrix: Float64Array, n: number, a: number, b: number): void {
  for (let k = 0; k < n; k += 1) {
    const kept = matrix[a * n + k]!;
    matrix[a * n + k] = matrix[b * n + k]!;
    matrix[b * n + k] = kept;
  }
}
