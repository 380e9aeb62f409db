import { pairwiseCorrelations, squaredMultipleCorrelations } from './covariance.js';
import { minimumResidualFactors, oblimin, varimax } from './factor-analysis.js';
import { toMatrix, type Matrix, type MatrixLike } from './matrix.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';

export interface HierarchicalOmega {
  readonly items: number;
  readonly factors: number;
  /** Omega hierarchical: share of the variance of the total that one general factor explains. */
  readonly hierarchical: number;
  /** Omega total: share that all common factors explain. */
  readonly total: number;
  /** Omega hierarchical of an endlessly long test of such items: hierarchical / total. */
  readonly limit: number;
  /** Standardised alpha of the items as keyed. */
  readonly alpha: number;
  readonly lambda6: number | InsufficientData;
  /** Loading of each item on the general factor, after reversing. */
  readonly general: readonly number[];
  /** Loadings on the group factors, one row an item. */
  readonly group: readonly (readonly number[])[];
  /** Unexplained variance of each item. */
  readonly uniqueness: readonly number[];
  /** Items that load negatively on the general factor and were reversed. */
  readonly reversed: readonly number[];
}

/**
 * Omega hierarchical (with omega total) by the Schmid-Leiman transformation.
 *
 * Shape: rows = respondents, columns = items; correlations over pairwise complete rows. Group factors by minimum
 * residuals, turned by varimax and then oblimin; one general factor of the factors' correlations (with two factors both
 * load the root of their correlation). Loading on the general factor = oblique loadings times general loadings of the
 * factors. Items that load negatively are reversed. Omega hierarchical = (sum of general loadings)^2 / sum of the
 * correlations; omega total = (sum of the correlations - sum of the uniquenesses) / the same sum.
 *
 * Variant: R's psych::omega with its defaults (fm = "minres", rotate = "oblimin", flip = TRUE), estimated to the
 * optimum; the package stops a little earlier, so figures agree to about 1e-4. It depends on the number of factors:
 * name it beside the figure. `oneFactorOmega` answers another question (one factor, maximum likelihood).
 *
 * @param data Answers; or correlations when `options.data` is 'correlations'.
 * @param options.factors Number of group factors, at least 2, default 3.
 * @returns `InsufficientData` with too few items for so many factors, an item without variance, pairs nobody answered
 *   together, or an estimate that does not settle.
 * @throws RangeError for fewer than two factors or correlations that are not square.
 * Source: Schmid & Leiman (1957); McDonald (1999); Zinbarg, Revelle, Yovel & Li (2005).
 * @example
 * hierarchicalOmega([[1, 0.6, 0.6, 0.3, 0.3, 0.3], [0.6, 1, 0.6, 0.3, 0.3, 0.3], [0.6, 0.6, 1, 0.3, 0.3, 0.3],
 *   [0.3, 0.3, 0.3, 1, 0.6, 0.6], [0.3, 0.3, 0.3, 0.6, 1, 0.6], [0.3, 0.3, 0.3, 0.6, 0.6, 1]], { factors: 2,
 *   data: 'correlations' })
 * // => { hierarchical: 0.58065, total: 0.87097, limit: 0.66667 }
 */
export function hierarchicalOmega(
  data: MatrixLike,
  options: { readonly factors?: number; readonly data?: 'answers' | 'correlations' } = {},
): HierarchicalOmega | InsufficientData {
  const factors = options.factors ?? 3;
  if (!(Number.isInteger(factors) && factors >= 2)) {
    throw new RangeError(`omega hierarchical needs at least 2 factors, got ${factors}`);
  }
  const matrix = toMatrix(data);
  const items = matrix.columns;
  const needed = fewestItems(factors);
  if (items < needed) return insufficient('too-few-observations', items, needed);
  const r = options.data === 'correlations' ? given(matrix) : correlationsOf(matrix);
  if (isInsufficient(r)) return r;
  const orthogonal = minimumResidualFactors(r, items, factors);
  if (orthogonal === undefined) return insufficient('not-converged', items, needed);
  const oblique = oblimin(varimax(orthogonal));
  const towardsGeneral = oblique === undefined ? undefined : secondOrder(oblique.phi, factors);
  if (oblique === undefined || towardsGeneral === undefined)
    return insufficient('not-converged', items, needed);
  const row = (l: Float64Array, item: number): number[] =>
    Array.from(l.subarray(item * factors, (item + 1) * factors));
  const pattern = Array.from({ length: items }, (_, item) => row(oblique.loadings.values, item));
  const general = pattern.map((each) => each.reduce((t, loading, f) => t + loading * towardsGeneral[f]!, 0));
  const key = general.map((loading) => (loading < 0 ? -1 : 1));
  const uniqueness = pattern.map(
    (_, item) => 1 - row(orthogonal.values, item).reduce((t, l) => t + l * l, 0),
  );
  const keyed = r.map((x, at) => x * key[Math.floor(at / items)]! * key[at % items]!);
  return {
    items,
    factors,
    ...shares(keyed, items, general.map(Math.abs), uniqueness),
    general: general.map(Math.abs),
    group: pattern.map((each, item) =>
      each.map((loading, f) => key[item]! * loading * Math.sqrt(Math.max(0, 1 - towardsGeneral[f]! ** 2))),
    ),
    uniqueness,
    reversed: key.flatMap((sign, item) => (sign < 0 ? [item] : [])),
  };
}

function shares(
  r: Float64Array,
  items: number,
  general: readonly number[],
  uniqueness: readonly number[],
): Pick<HierarchicalOmega, 'hierarchical' | 'total' | 'limit' | 'alpha' | 'lambda6'> {
  const variance = r.reduce((t, x) => t + x, 0);
  const ofGeneral = general.reduce((t, loading) => t + loading, 0) ** 2;
  const common = variance - uniqueness.reduce((t, u) => t + u, 0);
  const smc = squaredMultipleCorrelations(r, items);
  return {
    hierarchical: ofGeneral / variance,
    total: common / variance,
    limit: ofGeneral / common,
    alpha: ((variance - items) / variance) * (items / (items - 1)),
    lambda6: isInsufficient(smc) ? smc : (variance + smc.reduce((t, x) => t + x, 0) - items) / variance,
  };
}

/** The fewest items whose correlations are as many as the loadings of so many factors need. */
function fewestItems(factors: number): number {
  let items = factors + 1;
  while ((items - factors) ** 2 < items + factors) items += 1;
  return items;
}

function given({ rows, columns, values }: Matrix): Float64Array {
  if (rows !== columns) throw new RangeError(`correlations are square, these are ${rows} x ${columns}`);
  if (!values.every((x) => x >= -1 && x <= 1)) throw new RangeError('correlations lie between -1 and 1');
  return values;
}

function correlationsOf(matrix: Matrix): Float64Array | InsufficientData {
  const { values, pairs } = pairwiseCorrelations(matrix);
  const fewest = pairs.reduce((a, b) => Math.min(a, b), Infinity);
  if (fewest < 2) return insufficient('too-few-observations', fewest, 2);
  return values.every(Number.isFinite) ? values : insufficient('no-variance', fewest, 2);
}

/** Loadings of the group factors on the general one. */
function secondOrder(phi: Float64Array, factors: number): readonly number[] | undefined {
  if (factors === 2) {
    const root = Math.sqrt(Math.abs(phi[1]!));
    return [root, Math.sign(phi[1]!) * root];
  }
  const found = minimumResidualFactors(phi, factors, 1);
  return found === undefined ? undefined : Array.from(found.values);
}
