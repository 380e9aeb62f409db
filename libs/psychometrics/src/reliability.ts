import {
  pairwiseCovariances,
  squaredMultipleCorrelations,
  toCorrelations,
  type Covariances,
} from './covariance.js';
import type { Interval } from './documents.js';
import { columnOf, completeRows, selectColumns, toMatrix, type Matrix, type MatrixLike } from './matrix.js';
import { pearson } from './numeric/correlation.js';
import { mean, median, standardDeviation } from './numeric/moments.js';
import { finite } from './numeric/present.js';
import { fQuantile } from './numeric/student.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';

export interface Alpha {
  /** Respondents (rows), with missing answers or not; with 'listwise' the complete ones. */
  readonly n: number;
  /** Items that vary and so take part. */
  readonly items: number;
  /** Columns left out because all their answers are equal or missing. */
  readonly constantItems: readonly number[];
  /** Cronbach's alpha of the items as they are. */
  readonly raw: number;
  /** Alpha of the standardised items, from the correlations. */
  readonly standardised: number;
  /** Guttman's lambda 6, from the squared multiple correlations. */
  readonly lambda6: number | InsufficientData;
  readonly meanInterItemR: number;
  readonly medianInterItemR: number;
  /** Asymptotic standard error of the raw alpha; pairwise covariances can contradict each other so much that it has none. */
  readonly standardError: number | InsufficientData;
  /** Mean and SD of the respondents' mean scores; constant items count in them, as in R's psych. */
  readonly score: { readonly mean: number; readonly sd: number };
  readonly perItem: readonly ItemStatistics[];
}

export interface ItemStatistics {
  readonly column: number;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /**
   * Alpha of the other items, which does not exist when their sum does not vary. A single item has no alpha: with two
   * items this is their covariance over the variance of the one that is left, as R's psych::alpha prints it.
   */
  readonly alphaIfDropped: number | InsufficientData;
  /** The same from the correlations; with two items their correlation. */
  readonly standardisedAlphaIfDropped: number | InsufficientData;
  /** Corrected item-rest correlation: the item with the sum of the others. */
  readonly restR: number | InsufficientData;
  /** Correlation with the mean score, the item included. */
  readonly totalR: number | InsufficientData;
}

/**
 * Cronbach's alpha with what belongs to it.
 *
 * Shape: rows = respondents, columns = items, already reversed. alpha = k / (k - 1) (1 - sum of item variances / sum of
 * all covariances), covariances with n - 1 over pairwise complete rows ('pairwise', default, as R's psych::alpha) or
 * over complete rows only ('listwise'). Standardised alpha: the same from the correlations. Lambda 6 = 1 - sum of
 * (1 - squared multiple correlation) / sum of the correlations. Standard error after Duhachek & Iacobucci (2004).
 * Items that do not vary are left out and named.
 *
 * @returns `InsufficientData` with fewer than two varying items or two rows, a pair of items nobody answered together,
 *   or a total without variance.
 * Source: Cronbach (1951); Guttman (1945).
 * @example
 * cronbachAlpha([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 3, 5], [5, 5, 4]])
 * // => { raw: 0.89241, standardised: 0.89072, lambda6: 0.97442, meanInterItemR: 0.73097 }
 */
export function cronbachAlpha(
  items: MatrixLike,
  options: { readonly missing?: 'pairwise' | 'listwise' } = {},
): Alpha | InsufficientData {
  const all = toMatrix(items);
  const rows = options.missing === 'listwise' ? completeRows(all) : all;
  if (rows.rows < 2) return insufficient('too-few-observations', rows.rows, 2);
  const varying = varyingColumns(rows);
  if (varying.length < 2) return insufficient('too-few-observations', varying.length, 2);
  const matrix = varying.length === rows.columns ? rows : selectColumns(rows, varying);
  const covariances = pairwiseCovariances(matrix);
  if (covariances.values.some(Number.isNaN)) {
    return insufficient(
      'too-few-observations',
      covariances.pairs.reduce((a, b) => Math.min(a, b), Infinity),
      2,
    );
  }
  const correlations = toCorrelations(covariances);
  const raw = alphaOf(covariances);
  const standardised = alphaOf(correlations);
  if (isInsufficient(raw)) return insufficient('no-variance', rows.rows, 2);
  if (isInsufficient(standardised)) return insufficient('no-variance', rows.rows, 2);
  const off = offDiagonal(correlations);
  const totals = meanScores(matrix);
  const constants = constantAnswers(rows, varying);
  const withConstants = present(totals).map((mean) => {
    const sum = constants.reduce((t, answer) => t + answer, mean * varying.length);
    return sum / (varying.length + constants.length);
  });
  return {
    n: rows.rows,
    items: varying.length,
    constantItems: Array.from({ length: rows.columns }, (_, i) => i).filter((i) => !varying.includes(i)),
    raw,
    standardised,
    lambda6: lambda6(correlations),
    meanInterItemR: mean(off),
    medianInterItemR: median(off),
    standardError: standardError(covariances, rows.rows),
    score: { mean: mean(withConstants), sd: standardDeviation(withConstants) },
    perItem: varying.map((column, at) =>
      itemStatistics(column, at, matrix, covariances, correlations, totals),
    ),
  };
}

function varyingColumns(matrix: Matrix): number[] {
  const varying: number[] = [];
  for (let column = 0; column < matrix.columns; column += 1) {
    let first = NaN;
    for (let row = 0; row < matrix.rows; row += 1) {
      const x = matrix.values[row * matrix.columns + column]!;
      if (Number.isNaN(x)) continue;
      if (Number.isNaN(first)) first = x;
      if (x !== first) {
        varying.push(column);
        break;
      }
    }
  }
  return varying;
}

/** The answer of each item that everybody answered alike; items without any answer have none. */
function constantAnswers(matrix: Matrix, varying: readonly number[]): number[] {
  return Array.from({ length: matrix.columns }, (_, column) => column).flatMap((column) => {
    if (varying.includes(column)) return [];
    return Array.from(
      columnOf(matrix, column)
        .filter((x) => !Number.isNaN(x))
        .slice(0, 1),
    );
  });
}

/** alpha of a covariance or correlation matrix, without one of its items when `skip` is given. */
function alphaOf({ size, values }: Covariances, skip = -1): number | InsufficientData {
  let total = 0;
  let diagonal = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      if (i === skip || j === skip) continue;
      total += values[i * size + j]!;
      if (i === j) diagonal += values[i * size + j]!;
    }
  }
  const k = skip < 0 ? size : size - 1;
  if (!(Math.abs(total) > 1e-14 * diagonal)) return insufficient('no-variance', k, 2);
  return (k / (k - 1)) * (1 - diagonal / total);
}

function offDiagonal({ size, values }: Covariances): number[] {
  const off: number[] = [];
  for (let i = 1; i < size; i += 1) for (let j = 0; j < i; j += 1) off.push(values[i * size + j]!);
  return off;
}

function lambda6({ size, values }: Covariances): number | InsufficientData {
  const smc = squaredMultipleCorrelations(values, size);
  if (isInsufficient(smc)) return smc;
  return 1 - smc.reduce((t, each) => t + 1 - each, 0) / values.reduce((t, r) => t + r, 0);
}

function standardError(covariances: Covariances, n: number): number | InsufficientData {
  const variance = samplingVariance(covariances);
  return variance >= 0 ? Math.sqrt(variance / n) : insufficient('singular', n, n + 1);
}

/** Large-sample variance of alpha, times n. */
function samplingVariance({ size, values }: Covariances): number {
  let total = 0;
  let trace = 0;
  let squareTrace = 0;
  let squareTotal = 0;
  for (let i = 0; i < size; i += 1) {
    let row = 0;
    for (let j = 0; j < size; j += 1) {
      const c = values[i * size + j]!;
      row += c;
      squareTrace += c * c;
    }
    total += row;
    squareTotal += row * row;
    trace += values[i * size + i]!;
  }
  const factor = (2 * size * size) / ((size - 1) ** 2 * total ** 3);
  return factor * (total * (squareTrace + trace * trace) - 2 * trace * squareTotal);
}

/** Mean of each respondent's answered items; NaN without one. */
function meanScores({ rows, columns, values }: Matrix): Float64Array {
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let total = 0;
    let n = 0;
    for (let column = 0; column < columns; column += 1) {
      const x = values[row * columns + column]!;
      if (Number.isNaN(x)) continue;
      total += x;
      n += 1;
    }
    scores[row] = n === 0 ? NaN : total / n;
  }
  return scores;
}

function present(values: Float64Array): Float64Array {
  return values.filter((x) => !Number.isNaN(x));
}

function itemStatistics(
  column: number,
  at: number,
  matrix: Matrix,
  covariances: Covariances,
  correlations: Covariances,
  totals: Float64Array,
): ItemStatistics {
  const { size, values } = covariances;
  const own = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) own[row] = matrix.values[row * size + at]!;
  const given = present(own);
  let withRest = 0;
  let rest = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) if (i !== at && j !== at) rest += values[i * size + j]!;
    if (i !== at) withRest += values[i * size + at]!;
  }
  return {
    column,
    n: given.length,
    mean: mean(given),
    sd: standardDeviation(given),
    alphaIfDropped: size === 2 ? values[1]! / values[3 - 3 * at]! : alphaOf(covariances, at),
    standardisedAlphaIfDropped: size === 2 ? correlations.values[1]! : alphaOf(correlations, at),
    restR:
      rest > 0
        ? withRest / Math.sqrt(values[at * size + at]! * rest)
        : insufficient('no-variance', given.length, 2),
    totalR: pearson(own, totals),
  };
}

/**
 * Feldt's interval of Cronbach's alpha: 1 - (1 - alpha) F, with F quantiles of n - 1 and (n - 1)(k - 1) degrees of
 * freedom.
 *
 * @param alpha Observed alpha, below 1.
 * @param n Respondents, at least 2.
 * @param items Number of items, at least 2.
 * @param level Coverage, default 0.95.
 * Source: Feldt, Woodruff & Salih (1987).
 * @example
 * feldtInterval(0.8, 30, 6) // => { low: 0.66429, high: 0.89322, level: 0.95 }
 */
export function feldtInterval(alpha: number, n: number, items: number, level = 0.95): Interval {
  finite(alpha, 'an alpha');
  if (!(n >= 2 && items >= 2))
    throw new RangeError(`Feldt's interval needs n >= 2 and items >= 2, got ${n}, ${items}`);
  const df1 = n - 1;
  const df2 = df1 * (items - 1);
  const tail = (1 - level) / 2;
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    level,
  };
}

/**
 * Spearman-Brown: reliability of a test that is `factor` times as long.
 *
 * @example
 * spearmanBrown(0.6, 2) // => 0.75
 */
export function spearmanBrown(reliability: number, factor: number): number {
  if (!(factor > 0 && factor < Infinity))
    throw new RangeError(`a length factor must be above 0, got ${factor}`);
  const length = 1 + (factor - 1) * finite(reliability, 'a reliability');
  if (!(length > 0))
    throw new RangeError(`a reliability of ${reliability} cannot be stretched ${factor} times`);
  return (factor * reliability) / length;
}

/**
 * Spearman-Brown turned round: how many times as long a test must be to reach a reliability.
 *
 * @example
 * spearmanBrownLength(0.72, 0.9) // => 3.5
 */
export function spearmanBrownLength(reliability: number, wanted: number): number {
  if (!(reliability > 0 && reliability < 1 && wanted > 0 && wanted < 1)) {
    throw new RangeError('both reliabilities must lie between 0 and 1');
  }
  return (wanted * (1 - reliability)) / (reliability * (1 - wanted));
}
