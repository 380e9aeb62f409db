import { pairwiseCovariances, toCorrelations } from './covariance.js';
import { completeRows, toMatrix, type MatrixLike } from './matrix.js';
import { cholesky, forwardSolve, inverse } from './numeric/linear-algebra.js';
import { insufficient, type InsufficientData } from './outcome.js';

export interface OneFactorOmega {
  /** Complete rows. */
  readonly n: number;
  readonly items: number;
  /** Omega total of the items as they are: (sum of loadings)^2 over itself plus the sum of residual variances. */
  readonly omega: number;
  /** The same from the correlations, so of the standardised items. */
  readonly standardised: number;
  /** Loadings and residual variances of the covariance matrix with divisor n, as maximum likelihood has it. */
  readonly loadings: readonly number[];
  readonly residuals: readonly number[];
  /** A residual variance is 0 or negative (Heywood case): take the figure with care, or rather another model. */
  readonly improper: boolean;
}

const LEAST_RESIDUAL = 1e-6;
const ROUNDS = 500;
/** The discrepancy is known no better than this: steps inside it are taken, the gradient leads. */
const ROUNDING = 1e-12;

/**
 * Omega total of one factor, estimated by maximum likelihood on the covariance matrix.
 *
 * Shape: rows = respondents, columns = items, already reversed; rows with gaps are dropped. The model: covariance =
 * loading x loading' + diagonal of residual variances, every item its own loading (congeneric). Fisher scoring with
 * halved steps on the correlation matrix, which gives the same omega, because maximum likelihood does not depend on the
 * units. Residual variances are not bounded (as in lavaan); where that does not settle they are kept above 0. Omega
 * depends on the estimator: least squares gives another figure.
 *
 * @returns `InsufficientData` with fewer than three items or too few complete rows, a singular covariance matrix, an item
 *   without variance, or an estimate that does not settle.
 * Source: McDonald (1999); Joereskog (1967); checked against R's lavaan.
 * @example
 * oneFactorOmega([[1, 2, 1, 2], [2, 1, 3, 2], [3, 4, 3, 3], [4, 3, 5, 4], [5, 5, 3, 4], [2, 3, 1, 1], [4, 5, 5, 5],
 *   [3, 2, 2, 4]])
 * // => { omega: 0.8904, loadings: [1.1794, 1.021, 1.0812, 1.0703], improper: false }
 */
export function oneFactorOmega(items: MatrixLike): OneFactorOmega | InsufficientData {
  const matrix = completeRows(toMatrix(items));
  const k = matrix.columns;
  if (k < 3) return insufficient('too-few-observations', k, 3);
  if (matrix.rows <= k) return insufficient('too-few-observations', matrix.rows, k + 1);
  const covariances = pairwiseCovariances(matrix);
  const sds = Array.from({ length: k }, (_, i) =>
    Math.sqrt((covariances.values[i * k + i]! * (matrix.rows - 1)) / matrix.rows),
  );
  if (sds.some((sd) => !(sd > 0))) return insufficient('no-variance', matrix.rows, k + 1);
  const { values } = toCorrelations(covariances);
  if (cholesky(values, k) === undefined) return insufficient('singular', matrix.rows, k + 1);
  const fit = fitOneFactor(values, k, -Infinity) ?? fitOneFactor(values, k, LEAST_RESIDUAL);
  if (fit === undefined) return insufficient('not-converged', matrix.rows, k + 1);
  const loadings = fit.loadings.map((loading, i) => loading * sds[i]!);
  const residuals = fit.residuals.map((residual, i) => residual * sds[i]! ** 2);
  return {
    n: matrix.rows,
    items: k,
    omega: omegaOf(loadings, residuals),
    standardised: omegaOf(fit.loadings, fit.residuals),
    loadings,
    residuals,
    improper: fit.residuals.some((residual) => residual <= 2 * LEAST_RESIDUAL),
  };
}

function omegaOf(loadings: readonly number[], residuals: readonly number[]): number {
  const shared = loadings.reduce((t, loading) => t + loading, 0) ** 2;
  return shared / (shared + residuals.reduce((t, residual) => t + residual, 0));
}

interface OneFactorFit {
  readonly loadings: number[];
  readonly residuals: number[];
}

function fitOneFactor(r: Float64Array, k: number, least: number): OneFactorFit | undefined {
  let current = start(r, k);
  let value = discrepancy(r, k, current);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = scoringStep(r, k, current);
    if (step === undefined) return undefined;
    let share = 1;
    let next = moved(current, step, share, least);
    let nextValue = discrepancy(r, k, next);
    while (!(nextValue <= value + ROUNDING) && share > 1e-10) {
      share /= 2;
      next = moved(current, step, share, least);
      nextValue = discrepancy(r, k, next);
    }
    const largest = Math.max(
      ...next.loadings.map((loading, i) => Math.abs(loading - current.loadings[i]!)),
      ...next.residuals.map((residual, i) => Math.abs(residual - current.residuals[i]!)),
    );
    if (nextValue <= value + ROUNDING) {
      current = next;
      value = nextValue;
    }
    if (largest < 1e-12 || !(share > 1e-10)) return positive(current);
  }
  return undefined;
}

/** Centroid loadings as a start: column sums over the root of the total. */
function start(r: Float64Array, k: number): OneFactorFit {
  const sums = Array.from({ length: k }, (_, i) => {
    let total = 0;
    for (let j = 0; j < k; j += 1) total += r[i * k + j]!;
    return total;
  });
  const total = sums.reduce((t, each) => t + each, 0);
  const loadings = sums.map((each) =>
    Math.max(-0.9, Math.min(0.9, total > 0 ? (0.9 * each) / Math.sqrt(total) : 0.5)),
  );
  return { loadings, residuals: loadings.map((loading) => 1 - loading * loading) };
}

function implied({ loadings, residuals }: OneFactorFit, k: number): Float64Array {
  return Float64Array.from({ length: k * k }, (_, at) => {
    const i = Math.floor(at / k);
    const j = at % k;
    return loadings[i]! * loadings[j]! + (i === j ? residuals[i]! : 0);
  });
}

/** log |Sigma| + trace(R Sigma^-1), the part of the likelihood that moves. */
function discrepancy(r: Float64Array, k: number, fit: OneFactorFit): number {
  const sigma = implied(fit, k);
  const factor = cholesky(sigma, k);
  const inverted = inverse(sigma, k);
  if (factor === undefined || inverted === undefined) return Infinity;
  let value = 0;
  for (let i = 0; i < k; i += 1) value += 2 * Math.log(factor[i * k + i]!);
  for (let at = 0; at < k * k; at += 1) value += r[at]! * inverted[at]!;
  return value;
}

/** Fisher-scoring step of the loadings and residual variances: expected Hessian against gradient. */
function scoringStep(r: Float64Array, k: number, fit: OneFactorFit): Float64Array | undefined {
  const sigma = implied(fit, k);
  const p = inverse(sigma, k);
  if (p === undefined) return undefined;
  const { loadings } = fit;
  const misfit = product(
    product(
      p,
      sigma.map((value, at) => value - r[at]!),
      k,
    ),
    p,
    k,
  );
  const q = loadings.map((_, i) => loadings.reduce((t, loading, j) => t + p[i * k + j]! * loading, 0));
  const s = loadings.reduce((t, loading, i) => t + loading * q[i]!, 0);
  const size = 2 * k;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < k; i += 1) {
    gradient[i] = 2 * loadings.reduce((t, loading, j) => t + misfit[i * k + j]! * loading, 0);
    gradient[k + i] = misfit[i * k + i]!;
    for (let j = 0; j < k; j += 1) {
      const pij = p[i * k + j]!;
      hessian[i * size + j] = 2 * (q[i]! * q[j]! + s * pij);
      hessian[i * size + k + j] = 2 * pij * q[j]!;
      hessian[(k + j) * size + i] = 2 * pij * q[j]!;
      hessian[(k + i) * size + k + j] = pij * pij;
    }
  }
  return solvePositive(hessian, gradient, size);
}

function solvePositive(matrix: Float64Array, b: Float64Array, n: number): Float64Array | undefined {
  for (let ridge = 0; ridge < 1; ridge = ridge === 0 ? 1e-10 : ridge * 100) {
    const damped = matrix.map((value, at) => (at % (n + 1) === 0 ? value * (1 + ridge) + ridge : value));
    const factor = cholesky(damped, n);
    if (factor === undefined) continue;
    const y = forwardSolve(factor, n, b);
    const x = new Float64Array(n);
    for (let i = n - 1; i >= 0; i -= 1) {
      let rest = y[i]!;
      for (let j = i + 1; j < n; j += 1) rest -= factor[j * n + i]! * x[j]!;
      x[i] = rest / factor[i * n + i]!;
    }
    return x;
  }
  return undefined;
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const c = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      for (let m = 0; m < k; m += 1) c[i * k + j]! += a[i * k + m]! * b[m * k + j]!;
    }
  }
  return c;
}

function moved(
  { loadings, residuals }: OneFactorFit,
  step: Float64Array,
  share: number,
  least: number,
): OneFactorFit {
  const k = loadings.length;
  return {
    loadings: loadings.map((loading, i) => loading - share * step[i]!),
    residuals: residuals.map((residual, i) => Math.max(least, residual - share * step[k + i]!)),
  };
}

/** A factor has no sign of its own: the loadings are turned so that their sum is positive. */
function positive({ loadings, residuals }: OneFactorFit): OneFactorFit {
  const sign = loadings.reduce((t, loading) => t + loading, 0) < 0 ? -1 : 1;
  return { loadings: loadings.map((loading) => sign * loading), residuals };
}
