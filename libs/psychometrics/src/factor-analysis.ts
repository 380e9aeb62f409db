import { inverse } from './numeric/linear-algebra.js';
import { symmetricEigen } from './numeric/eigen.js';

/** Loadings, row-major: rows = items, columns = factors. */
export interface Loadings {
  readonly items: number;
  readonly factors: number;
  readonly values: Float64Array;
}

/** Ends of a unique variance, as in R's psych. */
const LEAST_UNIQUE = 0.005;
const MOST_UNIQUE = 1;
const ROUNDS = 500;

/**
 * Factors of a correlation matrix by minimum residuals (unweighted least squares), in the principal orientation.
 *
 * The unique variances are moved by Gauss-Newton steps, halved until the residuals shrink, within 0.005 to 1; for
 * given unique variances the loadings are the first eigenvectors of the reduced correlations.
 *
 * @param r Correlations, row-major.
 * @returns `undefined` when it does not settle.
 * Source: Harman & Jones (1966); Joereskog (1977) for the steps.
 */
export function minimumResidualFactors(
  r: Float64Array,
  items: number,
  factors: number,
): Loadings | undefined {
  let state = residualState(r, startingUniqueness(r, items), items, factors);
  for (let round = 0; round < ROUNDS; round += 1) {
    const free = Array.from({ length: items }, (_, i) => i).filter((i) => mayMove(state, i));
    if (free.every((i) => Math.abs(state.gradient[i]!) < 1e-12)) return state.loadings;
    const step = gaussNewton(state, free);
    if (step === undefined) return undefined;
    let next = state;
    for (let share = 1; share > 1e-9; share /= 2) {
      const unique = Float64Array.from(state.unique);
      free.forEach((i, at) => {
        unique[i] = Math.min(MOST_UNIQUE, Math.max(LEAST_UNIQUE, unique[i]! - share * step[at]!));
      });
      const trial = residualState(r, unique, items, factors);
      if (trial.value < state.value) {
        next = trial;
        break;
      }
    }
    // No shorter step helps: the residuals are as small as the arithmetic can make them.
    if (next === state) return state.loadings;
    state = next;
  }
  return undefined;
}

function startingUniqueness(r: Float64Array, items: number): Float64Array {
  const inverted = inverse(r, items);
  return Float64Array.from({ length: items }, (_, i) => {
    const unique = inverted === undefined ? 0.5 : 1 / inverted[i * items + i]!;
    return unique > LEAST_UNIQUE && unique < MOST_UNIQUE ? unique : 0.5;
  });
}

interface ResidualState {
  readonly unique: Float64Array;
  /** Half the sum of the squared eigenvalues that the factors leave out. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** Projection on the eigenvectors that are left out. */
  readonly rest: Float64Array;
  readonly loadings: Loadings;
}

function residualState(r: Float64Array, unique: Float64Array, items: number, factors: number): ResidualState {
  const reduced = Float64Array.from(r);
  for (let i = 0; i < items; i += 1) reduced[i * items + i] = 1 - unique[i]!;
  const { values, vectors } = symmetricEigen(reduced, items);
  const gradient = new Float64Array(items);
  const rest = new Float64Array(items * items);
  let value = 0;
  for (let m = factors; m < items; m += 1) {
    value += values[m]! ** 2 / 2;
    for (let i = 0; i < items; i += 1) {
      const w = vectors[i * items + m]!;
      gradient[i]! -= values[m]! * w * w;
      for (let j = 0; j < items; j += 1) rest[i * items + j]! += w * vectors[j * items + m]!;
    }
  }
  const loadings = Float64Array.from({ length: items * factors }, (_, at) => {
    const factor = at % factors;
    return vectors[Math.floor(at / factors) * items + factor]! * Math.sqrt(Math.max(0, values[factor]!));
  });
  return { unique, value, gradient, rest, loadings: { items, factors, values: loadings } };
}

function mayMove({ unique, gradient }: ResidualState, item: number): boolean {
  if (unique[item]! <= LEAST_UNIQUE && gradient[item]! > 0) return false;
  return !(unique[item]! >= MOST_UNIQUE && gradient[item]! < 0);
}

/** Gradient against the squared projections, which approximate the second derivatives where the residuals are small. */
function gaussNewton(
  { gradient, rest, unique }: ResidualState,
  free: readonly number[],
): Float64Array | undefined {
  const items = unique.length;
  const n = free.length;
  for (let ridge = 1e-12; ridge < 1e6; ridge *= 1000) {
    const hessian = new Float64Array(n * n);
    free.forEach((i, p) => free.forEach((j, q) => (hessian[p * n + q] = rest[i * items + j]! ** 2)));
    for (let p = 0; p < n; p += 1) hessian[p * n + p]! += ridge;
    const inverted = inverse(hessian, n);
    if (inverted !== undefined)
      return product(
        inverted,
        Float64Array.from(free, (i) => gradient[i]!),
        n,
        n,
        1,
      );
  }
  return undefined;
}

/**
 * Varimax rotation with Kaiser's normalisation, plane by plane.
 *
 * Source: Kaiser (1958).
 */
export function varimax({ items, factors, values }: Loadings): Loadings {
  const l = Float64Array.from(values);
  const lengths = Float64Array.from({ length: items }, (_, i) => {
    let square = 0;
    for (let f = 0; f < factors; f += 1) square += l[i * factors + f]! ** 2;
    return Math.sqrt(square) || 1;
  });
  for (let at = 0; at < l.length; at += 1) l[at]! /= lengths[Math.floor(at / factors)]!;
  for (let round = 0; round < 200; round += 1) {
    let largest = 0;
    for (let p = 0; p < factors - 1; p += 1) {
      for (let q = p + 1; q < factors; q += 1) {
        const angle = varimaxAngle(l, items, factors, p, q);
        largest = Math.max(largest, Math.abs(angle));
        turnPlane(l, items, factors, p, q, angle);
      }
    }
    if (largest < 1e-12) break;
  }
  for (let at = 0; at < l.length; at += 1) l[at]! *= lengths[Math.floor(at / factors)]!;
  return { items, factors, values: l };
}

function varimaxAngle(l: Float64Array, items: number, factors: number, p: number, q: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < items; i += 1) {
    const x = l[i * factors + p]!;
    const y = l[i * factors + q]!;
    const u = x * x - y * y;
    const v = 2 * x * y;
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  }
  return Math.atan2(d - (2 * a * b) / items, c - (a * a - b * b) / items) / 4;
}

function turnPlane(
  l: Float64Array,
  items: number,
  factors: number,
  p: number,
  q: number,
  angle: number,
): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let i = 0; i < items; i += 1) {
    const x = l[i * factors + p]!;
    const y = l[i * factors + q]!;
    l[i * factors + p] = c * x + s * y;
    l[i * factors + q] = c * y - s * x;
  }
}

export interface Oblique {
  /** Pattern loadings. */
  readonly loadings: Loadings;
  /** Correlations of the factors, row-major. */
  readonly phi: Float64Array;
}

/**
 * Oblimin rotation with gamma 0 (quartimin) by gradient projection, from the given orientation.
 *
 * @returns `undefined` when it does not settle.
 * Source: Jennrich (2002); the criterion of Jennrich & Sampson (1966).
 */
export function oblimin({ items, factors, values: a }: Loadings): Oblique | undefined {
  let turned: Float64Array = new Float64Array(factors * factors);
  for (let f = 0; f < factors; f += 1) turned[f * factors + f] = 1;
  let state = quartimin(a, turned, items, factors);
  let step = 1;
  for (let round = 0; state !== undefined && round < 5000; round += 1) {
    const projected = onSphere(state.gradient, turned, factors);
    const slope = Math.sqrt(projected.reduce((t, x) => t + x * x, 0));
    const start = turned;
    let next: Quartimin | undefined;
    step *= 2;
    for (let halving = 0; slope > 1e-10 && next === undefined && halving <= 20; halving += 1) {
      const trial = normalisedColumns(
        start.map((x, at) => x - step * projected[at]!),
        factors,
      );
      const found = quartimin(a, trial, items, factors);
      if (found !== undefined && state.value - found.value > 0.5 * slope * slope * step) {
        next = found;
        turned = trial;
      } else {
        step /= 2;
      }
    }
    if (next === undefined) return slope < SETTLED ? finished(state, turned, items, factors) : undefined;
    state = next;
  }
  return undefined;
}

/** Below this slope the arithmetic may see no further gain. */
const SETTLED = 1e-5;

function finished(state: Quartimin, turned: Float64Array, items: number, factors: number): Oblique {
  const phi = product(transpose(turned, factors, factors), turned, factors, factors, factors);
  return { loadings: { items, factors, values: state.pattern }, phi };
}

interface Quartimin {
  readonly value: number;
  readonly pattern: Float64Array;
  readonly gradient: Float64Array;
}

function quartimin(
  a: Float64Array,
  turned: Float64Array,
  items: number,
  factors: number,
): Quartimin | undefined {
  const inverted = inverse(turned, factors);
  if (inverted === undefined) return undefined;
  const pattern = product(a, transpose(inverted, factors, factors), items, factors, factors);
  const slope = new Float64Array(items * factors);
  let value = 0;
  for (let i = 0; i < items; i += 1) {
    let all = 0;
    for (let f = 0; f < factors; f += 1) all += pattern[i * factors + f]! ** 2;
    for (let f = 0; f < factors; f += 1) {
      const loading = pattern[i * factors + f]!;
      const others = all - loading * loading;
      slope[i * factors + f] = loading * others;
      value += (loading * loading * others) / 4;
    }
  }
  const inner = product(
    product(transpose(pattern, items, factors), slope, factors, items, factors),
    inverted,
    factors,
    factors,
    factors,
  );
  return { value, pattern, gradient: transpose(inner, factors, factors).map((x) => -x) };
}

/** The part of a gradient that keeps every column at unit length. */
function onSphere(gradient: Float64Array, turned: Float64Array, factors: number): Float64Array {
  const along = new Float64Array(factors);
  gradient.forEach((x, at) => (along[at % factors]! += x * turned[at]!));
  return gradient.map((x, at) => x - turned[at]! * along[at % factors]!);
}

function normalisedColumns(matrix: Float64Array, factors: number): Float64Array {
  const lengths = new Float64Array(factors);
  matrix.forEach((x, at) => (lengths[at % factors]! += x * x));
  return matrix.map((x, at) => x / Math.sqrt(lengths[at % factors]!));
}

function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from(
    { length: rows * columns },
    (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)]!,
  );
}

/** Product of an n x m and an m x p matrix. */
function product(a: Float64Array, b: Float64Array, n: number, m: number, p: number): Float64Array {
  const c = new Float64Array(n * p);
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < m; k += 1) {
      const x = a[i * m + k]!;
      for (let j = 0; j < p; j += 1) c[i * p + j]! += x * b[k * p + j]!;
    }
  }
  return c;
}
