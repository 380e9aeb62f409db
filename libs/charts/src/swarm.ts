/** Members stacked so that no mark hides another. */
export interface Swarm {
  readonly radius: number;
  /** Distance from one level to the next. */
  readonly pitch: number;
  /** Height all stacks need. */
  readonly height: number;
  /** One list a row: the level of each mark, 0 at the bottom. */
  readonly levels: readonly (readonly number[])[];
}

const LARGEST = 4;
const SMALLEST = 2.5;
const STEP = 0.25;
/** Least distance of two marks on one level, in radii: the feet of triangles may touch, the marks stay whole. */
const WIDTH = 2.08;

/** Lowest free level for each position, taken from left to right; equal positions keep the order of the members. */
const levelsOf = (positions: readonly number[], width: number): readonly number[] => {
  const levels = new Array<number>(positions.length).fill(0);
  const lastOnLevel: number[] = [];
  const order = positions
    .map((_, index) => index)
    .sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0) || a - b);
  for (const index of order) {
    const x = positions[index] ?? 0;
    const free = lastOnLevel.findIndex((last) => x - last >= width);
    const level = free === -1 ? lastOnLevel.length : free;
    lastOnLevel[level] = x;
    levels[index] = level;
  }
  return levels;
};

/**
 * Stacks for all rows with one size of mark: the largest that fits into the height, and where even the smallest
 * does not, as much height as that takes.
 */
export const swarm = (rows: readonly (readonly number[])[], height: number): Swarm => {
  for (let radius = LARGEST; ; radius -= STEP) {
    const pitch = 2 * radius + 0.6;
    const levels = rows.map((positions) => levelsOf(positions, WIDTH * radius));
    const stack = pitch * (1 + Math.max(0, ...levels.flat()));
    if (stack <= height || radius - STEP < SMALLEST)
      return { radius, pitch, height: Math.max(height, stack), levels };
  }
};
