/**
 * A seeded source of uniform numbers (Mulberry32). The library never draws on its own: a caller who wants a Monte Carlo
 * answer gives the seed, and the same seed gives the same answer on every machine.
 *
 * @param seed Any integer; only its lower 32 bits count.
 * @returns A function that gives the next number in [0, 1).
 * @example
 * seededUniform(1)() === seededUniform(1)() // => true
 */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles an array in place (Fisher-Yates). */
export function shuffle(values: { [index: number]: number; length: number }, uniform: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(uniform() * (i + 1));
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}

/** Draws the first values of an array at random from all of them, in place, and gives their sum. */
export function sumOfDrawn(values: Float64Array, draws: number, uniform: () => number): number {
  let total = 0;
  for (let i = 0; i < draws; i += 1) {
    const j = i + Math.floor(uniform() * (values.length - i));
    const drawn = values[j]!;
    values[j] = values[i]!;
    values[i] = drawn;
    total += drawn;
  }
  return total;
}
