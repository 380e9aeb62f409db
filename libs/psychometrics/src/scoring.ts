import { matrixOf, type Matrix, type MatrixLike } from './matrix.js';
import { median } from './numeric/moments.js';

/** Which columns a scale is made of; a key belongs to (scale, item): 1 counts as answered, -1 is reversed. */
export interface ScaleColumns {
  readonly id: string;
  readonly items: readonly { readonly column: number; readonly key: 1 | -1 }[];
}

export interface ScoringOptions {
  /** Ends of the response scale; needed as soon as a key is -1. */
  readonly min: number;
  readonly max: number;
  /**
   * `mean` of the answered items (default), `sum` of the answered items, `prorated-sum` = mean times number of items.
   * A plain `sum` with missing answers is not prorated: ask for `maximumMissing: 0` to have only complete sums.
   */
  readonly method?: 'mean' | 'sum' | 'prorated-sum';
  /**
   * Share of the items that must be answered, default 0.8. 0 means at least one; with imputation it means that even a
   * person without any answer gets the imputed score, as in R's psych, and `answered` says 0.
   */
  readonly minimumAnswered?: number;
  /** At most so many missing answers; replaces `minimumAnswered`. */
  readonly maximumMissing?: number;
  /** Puts the item's mean or median over the respondents in place of a missing answer; default `none`. */
  readonly impute?: 'none' | 'mean' | 'median';
}

/** Scores as a matrix (rows = respondents, columns = scales, NaN = no score), and how many answers stand behind each. */
export interface ScaleScores extends Matrix {
  /** Answered items, same layout as the scores. */
  readonly answered: Uint16Array;
  /** Respondents with a score, by scale. */
  readonly scored: readonly number[];
}

/**
 * Scale scores of many respondents.
 *
 * Shape: rows = respondents, columns = items as answered. Reverse x' = min + max - x for key -1. A score exists when
 * enough items are answered; the count of answers is kept beside it and ignores imputed ones.
 *
 * @param answers Answers; NaN or null = missing.
 * @param scales Scales by column and key.
 * @returns A matrix of scores, NaN where a respondent has none (the matrix convention).
 * @throws RangeError for a key that is neither 1 nor -1 or a column that does not exist (both named with their
 *   position), a scale without items, an answer outside min..max, or options out of range.
 * Source: the counting rule is that of R's psych::scoreItems(totals = FALSE, impute = "none") for `mean`.
 * @example
 * scaleScores([[5, 2], [3, null]], [{ id: 'a', items: [{ column: 0, key: 1 }, { column: 1, key: -1 }] }], {
 *   min: 1, max: 5 }).values
 * // => [4.5, NaN]
 */
export function scaleScores(
  answers: MatrixLike,
  scales: readonly ScaleColumns[],
  options: ScoringOptions,
): ScaleScores {
  const matrix = matrixOf(answers);
  refuseBadKeys(scales, matrix);
  refuseBadOptions(options);
  const fill = fillValues(matrix, options.impute ?? 'none');
  const plan = planOf(scales, options, fill !== undefined);
  const values = new Float64Array(matrix.rows * scales.length);
  const answered = new Uint16Array(values.length);
  const scored = scoreRows(matrix, plan, fill, values, answered);
  return { rows: matrix.rows, columns: scales.length, values, answered, scored: Array.from(scored) };
}

/** The keys of all scales in a row: those of scale s from starts[s], of these the reversed ones from turns[s]. */
interface Plan {
  readonly min: number;
  readonly max: number;
  readonly method: 'mean' | 'sum' | 'prorated-sum';
  readonly starts: Int32Array;
  readonly turns: Int32Array;
  readonly columns: Int32Array;
  /** Answers that each scale needs. */
  readonly needed: Float64Array;
}

function planOf(scales: readonly ScaleColumns[], options: ScoringOptions, imputed: boolean): Plan {
  const { min, max, method = 'mean' } = options;
  const starts = new Int32Array(scales.length + 1);
  const turns = new Int32Array(scales.length);
  scales.forEach(({ items }, at) => {
    turns[at] = starts[at]! + items.filter(({ key }) => key === 1).length;
    starts[at + 1] = starts[at]! + items.length;
  });
  const items = scales.flatMap((scale) => scale.items.toSorted((a, b) => b.key - a.key));
  const columns = Int32Array.from(items, ({ column }) => column);
  const needed = Float64Array.from(scales, (scale) => neededAnswers(scale.items.length, options, imputed));
  return { min, max, method, starts, turns, columns, needed };
}

/** One pass over the answers, which checks them on the way; gives the number of scores of each scale. */
function scoreRows(
  matrix: Matrix,
  plan: Plan,
  fill: Float64Array | undefined,
  values: Float64Array,
  answered: Uint16Array,
): Int32Array {
  const { min, max, starts, turns, columns } = plan;
  const answers = matrix.values;
  const ends = min + max;
  const width = turns.length;
  const scored = new Int32Array(width);
  for (let row = 0; row < matrix.rows; row += 1) {
    const base = row * matrix.columns;
    for (let scale = 0; scale < width; scale += 1) {
      const start = starts[scale]!;
      const turn = turns[scale]!;
      const end = starts[scale + 1]!;
      let total = 0;
      let usable = 0;
      for (let i = start; i < turn; i += 1) {
        const x = answers[base + columns[i]!]!;
        if (!(x >= min && x <= max)) continue;
        total += x;
        usable += 1;
      }
      for (let i = turn; i < end; i += 1) {
        const x = answers[base + columns[i]!]!;
        if (!(x >= min && x <= max)) continue;
        total += ends - x;
        usable += 1;
      }
      const cell = row * width + scale;
      const k = end - start;
      answered[cell] = usable;
      let counted = usable;
      if (usable < k) {
        refuseOutside(matrix, row, plan, scale);
        for (let i = start; fill !== undefined && i < end; i += 1) {
          const x = fill[columns[i]!]!;
          if (!Number.isNaN(answers[base + columns[i]!]!) || Number.isNaN(x)) continue;
          total += i < turn ? x : ends - x;
          counted += 1;
        }
      }
      if (usable < plan.needed[scale]! || counted === 0) {
        values[cell] = NaN;
        continue;
      }
      scored[scale]! += 1;
      values[cell] = scoreOf(total, counted, k, plan.method);
    }
  }
  return scored;
}

function scoreOf(total: number, counted: number, k: number, method: Plan['method']): number {
  if (method === 'sum') return total;
  return method === 'mean' ? total / counted : (total / counted) * k;
}

function refuseOutside({ values, columns: width }: Matrix, row: number, plan: Plan, scale: number): void {
  const { min, max, starts, columns } = plan;
  for (let i = starts[scale]!; i < starts[scale + 1]!; i += 1) {
    const column = columns[i]!;
    const x = values[row * width + column]!;
    if (x < min || x > max) {
      throw new RangeError(`row ${row + 1}, column ${column + 1}: ${x} lies outside ${min} to ${max}`);
    }
  }
}

function neededAnswers(
  items: number,
  { minimumAnswered = 0.8, maximumMissing }: ScoringOptions,
  imputed: boolean,
): number {
  const least = imputed ? 0 : 1;
  if (maximumMissing !== undefined) return Math.max(least, items - maximumMissing);
  return Math.max(least, Math.ceil(minimumAnswered * items - 1e-9));
}

function fillValues(matrix: Matrix, impute: 'none' | 'mean' | 'median'): Float64Array | undefined {
  if (impute === 'none') return undefined;
  const fill = new Float64Array(matrix.columns);
  for (let column = 0; column < matrix.columns; column += 1) {
    const given: number[] = [];
    for (let row = 0; row < matrix.rows; row += 1) {
      const x = matrix.values[row * matrix.columns + column]!;
      if (!Number.isNaN(x)) given.push(x);
    }
    if (given.length === 0) fill[column] = NaN;
    else fill[column] = impute === 'median' ? median(given) : given.reduce((t, x) => t + x, 0) / given.length;
  }
  return fill;
}

function refuseBadKeys(scales: readonly ScaleColumns[], matrix: Matrix): void {
  scales.forEach(({ id, items }) => {
    if (items.length === 0) throw new RangeError(`scale ${id} has no items`);
    items.forEach(({ column, key }, position) => {
      if (key !== 1 && key !== -1)
        throw new RangeError(`scale ${id}, item ${position + 1}: the key is ${String(key)}`);
      if (!Number.isInteger(column) || column < 0 || column >= matrix.columns) {
        throw new RangeError(`scale ${id}, item ${position + 1}: there is no column ${column}`);
      }
    });
  });
}

function refuseBadOptions({ min, max, minimumAnswered = 0.8, maximumMissing = 0 }: ScoringOptions): void {
  if (!(min < max)) throw new RangeError(`the response scale needs min < max, got ${min} to ${max}`);
  if (!(minimumAnswered >= 0 && minimumAnswered <= 1)) {
    throw new RangeError(`minimumAnswered must lie in 0..1, got ${minimumAnswered}`);
  }
  if (!(maximumMissing >= 0))
    throw new RangeError(`maximumMissing must be at least 0, got ${maximumMissing}`);
}

/**
 * Reverses answers: x' = min + max - x. Twice is the identity; a missing answer (NaN) stays missing.
 *
 * @throws RangeError unless min < max, or for an answer outside the scale.
 * @example
 * reverseAnswers([1, 2, NaN], 1, 5) // => [5, 4, NaN]
 */
export function reverseAnswers(answers: ArrayLike<number>, min: number, max: number): Float64Array {
  if (!(min < max)) throw new RangeError(`the response scale needs min < max, got ${min} to ${max}`);
  return Float64Array.from(answers, (x, at) => {
    if (x < min || x > max) throw new RangeError(`answer ${at + 1}: ${x} lies outside ${min} to ${max}`);
    return min + max - x;
  });
}
