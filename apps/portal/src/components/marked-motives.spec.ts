import { describe, expect, it } from '@jest/globals';
import { markedMotives } from './marked-motives.js';

const score = (motive: string, value: number | null, band: 'RED' | 'BALANCED' | 'BLUE' | null) => ({
  motive,
  value,
  band,
});

describe('the motives told in words', () => {
  it('are those outside the balanced band, the most marked first, whichever pole', () => {
    const told = markedMotives([
      score('status', 1.1, 'RED'),
      score('autonomy', -1.9, 'BLUE'),
      score('family', 0.9, 'BALANCED'),
      score('safety', null, null),
    ]);
    expect(told.map(({ motive }) => motive)).toEqual(['autonomy', 'status']);
  });

  it('are five at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => score(`m${String(index)}`, 1 + index / 10, 'RED'));
    expect(markedMotives(many)).toHaveLength(5);
  });
});
