import { describe, expect, it } from '@jest/globals';
import { bandOf, bandsOverlap, roundAsShown } from './band.js';
import { reverseAnswers, scaleScores, type ScoringOptions } from './scoring.js';

const keys = (...signs: (1 | -1)[]) => [{ id: 'a', items: signs.map((key, column) => ({ column, key })) }];
const options = (more: Partial<ScoringOptions> = {}): ScoringOptions => ({ min: 1, max: 5, ...more });
const scored = (
  row: (number | null)[],
  more: Partial<ScoringOptions> = {},
  signs = row.map((): 1 | -1 => 1),
) => scaleScores([row], keys(...signs), options(more)).values[0];

describe('scale scores', () => {
  it('reverse x to min + max - x before anything is added', () => {
    expect(scored([5, 2], {}, [1, -1])).toBe(4.5);
    expect(scored([5, 2], { method: 'sum' }, [1, -1])).toBe(9);
    expect(scored([2, 5], {}, [-1, 1])).toBe(4.5);
    expect(scaleScores([[6, 0]], keys(1, -1), { min: 0, max: 6 }).values[0]).toBe(6);
  });

  it('belong to the scale and the row they stand in', () => {
    const scales = [
      { id: 'a', items: [{ column: 2, key: 1 as const }] },
      { id: 'b', items: [0, 1].map((column) => ({ column, key: -1 as const })) },
    ];
    const found = scaleScores(
      [
        [1, 2, 3],
        [4, null, null],
      ],
      scales,
      options({ minimumAnswered: 0.5 }),
    );
    expect([...found.values]).toEqual([3, 4.5, NaN, 2]);
    expect([...found.answered]).toEqual([1, 2, 0, 1]);
    expect(found).toMatchObject({ rows: 2, columns: 2, scored: [1, 2] });
  });

  it('need four of five answers unless asked otherwise', () => {
    expect(scored([5, 4, 3, 4, null])).toBe(4);
    expect(scored([5, 4, 3, null, null])).toBeNaN();
    expect(scored([5, 4, 3, null, null], { maximumMissing: 2 })).toBe(4);
    expect(scored([5, 4, 3, null, null], { maximumMissing: 1 })).toBeNaN();
    expect(scored([5, null, null], { minimumAnswered: 1 / 3 })).toBe(5);
    expect(scored([null, null], { minimumAnswered: 0 })).toBeNaN();
    expect(scored([null, null], { maximumMissing: 2 })).toBeNaN();
  });

  it('are means, sums of what is there, or sums prorated to all items', () => {
    const given = [4, 2, null];
    expect(scored(given, { maximumMissing: 1 })).toBe(3);
    expect(scored(given, { maximumMissing: 1, method: 'sum' })).toBe(6);
    expect(scored(given, { maximumMissing: 1, method: 'prorated-sum' })).toBe(9);
  });

  it('put the mean or the median of the item in place of a gap, reversed like an answer, and do not count it', () => {
    const rows = [[1], [1], [4], [null]].map(([x]) => [5, x!]);
    const filled = (impute: 'mean' | 'median') =>
      scaleScores(rows, keys(1, -1), options({ impute, minimumAnswered: 0.5 }));
    expect(filled('mean').values[3]).toBe((5 + 4) / 2);
    expect(filled('median').values[3]).toBe((5 + 5) / 2);
    expect(filled('mean').answered[3]).toBe(1);
  });

  it.each<[RegExp, () => unknown]>([
    [/row 2, column 1: 6 lies outside 1 to 5/, () => scaleScores([[1], [6]], keys(1), options())],
    [/row 1, column 2: 0.5 lies/, () => scaleScores([[1, 0.5]], keys(1, -1), options())],
    [/scale a, item 2: the key is 0/, () => scaleScores([[1, 1]], keys(1, 0 as 1), options())],
    [/item 2: there is no column 1/, () => scaleScores([[1]], keys(1, 1), options())],
    [/no column -1/, () => scaleScores([[1]], [{ id: 'a', items: [{ column: -1, key: 1 }] }], options())],
    [/scale a has no items/, () => scaleScores([[1]], keys(), options())],
    [/min < max/, () => scaleScores([[1]], keys(1), { min: 1, max: 1 })],
    [/minimumAnswered/, () => scored([1], { minimumAnswered: 1.1 })],
    [/minimumAnswered/, () => scored([1], { minimumAnswered: -0.1 })],
    [/maximumMissing/, () => scored([1], { maximumMissing: -1 })],
    [/min < max/, () => reverseAnswers([1], 2, 2)],
  ])('refuse with the place and the reason: %s', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it('leave both ends of the scale and columns of no scale alone', () => {
    expect(scored([1, 5])).toBe(3);
    expect(scaleScores([[1, 99]], keys(1), options()).values[0]).toBe(1);
    expect([...reverseAnswers([1, 2, 5], 1, 5)]).toEqual([5, 4, 1]);
  });
});

describe('the band of a value', () => {
  const rule = { id: 'r', version: '1', cut: 1 };

  it('is that of the number shown, its cuts included', () => {
    expect([1, 0.99, 0.996, -0.99, -1, -0.996, 0].map((z) => bandOf(z, rule))).toEqual([
      'red',
      'balanced',
      'red',
      'balanced',
      'blue',
      'blue',
      'balanced',
    ]);
    expect(bandOf(1.4, { ...rule, cut: 1.5 })).toBe('balanced');
    expect(roundAsShown(1.236)).toBe(1.24);
    expect(() => bandOf(NaN, rule)).toThrow(/needs a number/);
    expect(() => bandOf(1, { ...rule, cut: 0 })).toThrow(/cut > 0/);
  });

  it('is uncertain when the interval reaches another one', () => {
    expect(bandsOverlap({ low: 0.5, high: 1.1 }, rule)).toBe(true);
    expect(bandsOverlap({ low: 1, high: 2 }, rule)).toBe(false);
  });
});
