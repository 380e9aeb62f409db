/** Values of which some are missing (null or NaN). */
export type WithGaps = ArrayLike<number | null>;

/**
 * The values that are there, in order: without null and NaN.
 *
 * @throws RangeError for an infinite value, which no answer and no score can be.
 */
export function present(values: WithGaps): number[] {
  const given: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) throw new RangeError(`value ${i + 1} is infinite`);
    given.push(value);
  }
  return given;
}

/**
 * Passes a finite number on.
 *
 * @throws RangeError for NaN and infinities, naming what was asked for.
 */
export function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${what} must be a number, got ${value}`);
  return value;
}
