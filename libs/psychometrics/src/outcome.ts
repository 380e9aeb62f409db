/**
 * The answer of a function that was asked for more than the data hold. Results never signal by NaN, null or an
 * exception; an exception (`RangeError`) means that the caller made a mistake, such as matrices of unequal width.
 */
export interface InsufficientData {
  readonly kind: 'insufficient-data';
  readonly reason: InsufficientReason;
  /** How many usable observations there are, and how many it needs. */
  readonly n: number;
  readonly needed: number;
}

export type InsufficientReason =
  /** Fewer usable observations than the definition needs. */
  | 'too-few-observations'
  /** All usable observations are equal, so a variance, correlation or scale unit does not exist. */
  | 'no-variance'
  /** The covariance matrix has no inverse: more variables than independent rows, or one repeats others. */
  | 'singular'
  /** An iterative estimate did not settle. */
  | 'not-converged'
  /** The values lie where the definition does not hold, whatever their number. */
  | 'not-defined';

/**
 * Builds the answer "not enough data".
 *
 * @param reason What is missing.
 * @param n Usable observations found.
 * @param needed Usable observations that the definition needs.
 * @example
 * insufficient('too-few-observations', 1, 2)
 * // => { kind: 'insufficient-data', reason: 'too-few-observations', n: 1, needed: 2 }
 */
export function insufficient(reason: InsufficientReason, n: number, needed: number): InsufficientData {
  return { kind: 'insufficient-data', reason, n, needed };
}

/**
 * Tells "not enough data" from a result.
 *
 * @example
 * isInsufficient(cronbachAlpha([[1, 2]])) // => true
 */
export function isInsufficient(result: unknown): result is InsufficientData {
  return (
    typeof result === 'object' &&
    result !== null &&
    (result as { kind?: unknown }).kind === 'insufficient-data'
  );
}
