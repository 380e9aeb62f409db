/**
 * Benjamini-Hochberg adjusted p values: the smallest false discovery rate at which each finding would be called.
 *
 * Sorted upwards, adjusted p(i) = min over j >= i of m p(j) / j, not above 1. `null` (no test) stays `null` and is not
 * counted.
 *
 * @param p p values in any order.
 * @returns Adjusted values in the order given.
 * @throws RangeError for a p outside 0..1.
 * @example
 * benjaminiHochberg([0.01, 0.04, null, 0.03]) // => [0.03, 0.04, null, 0.04]
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tests = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  for (const { value } of tests) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a p value must lie in 0..1, got ${value}`);
  }
  tests.sort((a, b) => a.value - b.value);
  const adjusted: (number | null)[] = p.map(() => null);
  let least = 1;
  for (let rank = tests.length; rank >= 1; rank -= 1) {
    const test = tests[rank - 1]!;
    least = Math.min(least, Math.max(test.value, (tests.length * test.value) / rank));
    adjusted[test.index] = least;
  }
  return adjusted;
}
