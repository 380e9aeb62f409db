import { describe, expect, it } from '@jest/globals';
import { swarm } from './swarm.js';

/** Distance of the two nearest marks of a row. */
const nearest = (positions: readonly number[], stacks: ReturnType<typeof swarm>, row = 0): number => {
  const placed = positions.map((x, index) => ({ x, y: (stacks.levels[row]?.[index] ?? 0) * stacks.pitch }));
  return Math.min(
    ...placed.flatMap((a, i) => placed.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  );
};

describe('stacked members', () => {
  it('stay on the ground where there is room', () => {
    expect(swarm([[10, 40, 70]], 26).levels).toEqual([[0, 0, 0]]);
  });

  it('stand on each other in the order of the members where they share a position', () => {
    expect(swarm([[40, 40, 10, 40]], 40).levels).toEqual([[0, 1, 0, 2]]);
  });

  it.each([
    ['nine close together', [50, 51, 52, 53, 54, 55, 56, 57, 58]],
    ['twelve on one spot', Array.from({ length: 12 }, () => 80)],
    ['steps of a tenth', Array.from({ length: 20 }, (_, index) => index * 7.3)],
  ])('never hide each other: %s', (_, positions) => {
    const stacks = swarm([positions], 26);
    expect(nearest(positions, stacks)).toBeGreaterThanOrEqual(2 * stacks.radius);
  });

  it('take more height rather than becoming too small to see', () => {
    const stacks = swarm([Array.from({ length: 20 }, () => 80)], 26);
    expect(stacks.radius).toBeGreaterThanOrEqual(2.5);
    expect(stacks.height).toBeGreaterThanOrEqual(20 * stacks.pitch);
  });

  it('need the given height when there is nobody', () => {
    expect(swarm([[], []], 26)).toMatchObject({ height: 26, levels: [[], []] });
  });
});
