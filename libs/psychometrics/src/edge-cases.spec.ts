import { describe, expect, it } from '@jest/globals';
import {
  averageDeviation,
  averageSilhouetteFaultline,
  awg,
  bandOf,
  blauIndex,
  coefficientOfVariation,
  cronbachAlpha,
  DEFAULT_BAND_RULE,
  designEffect,
  differenceLimit,
  distinctiveSimilarity,
  evenOddConsistency,
  faultlinePermutation,
  functionPattern,
  giniCoefficient,
  hedgesG,
  iccAnova,
  iccReml,
  isInsufficient,
  itemPairs,
  longString,
  mahalanobisDistance,
  mannWhitney,
  meanPairwiseDistance,
  normTable,
  oneFactorOmega,
  overlap,
  pairConsistency,
  pairedTest,
  percentileRank,
  profileSimilarity,
  referenceSample,
  roundAsShown,
  rwg,
  rwgJ,
  SCALES,
  scaleScores,
  secondsPerItem,
  standardise,
  twoGroupFaultline,
  variabilityByPart,
  welchTest,
  wilsonInterval,
  withoutFlagged,
  type FunctionMember,
} from './index.js';

const tooFew = (n: number, needed: number) => ({
  kind: 'insufficient-data',
  reason: 'too-few-observations',
  n,
  needed,
});
const flat = (n: number, needed: number) => ({ kind: 'insufficient-data', reason: 'no-variance', n, needed });

describe('too little data is an answer with counts', () => {
  it.each<[string, unknown, unknown]>([
    ['alpha of one item', cronbachAlpha([[1], [2], [3]]), tooFew(1, 2)],
    ['alpha of one person', cronbachAlpha([[1, 2]]), tooFew(1, 2)],
    [
      'alpha of constant items',
      cronbachAlpha([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      tooFew(0, 2),
    ],
    [
      'omega of two items',
      oneFactorOmega([
        [1, 2],
        [2, 3],
        [3, 5],
        [4, 4],
      ]),
      tooFew(2, 3),
    ],
    ['z scores of equal values', standardise([2, 2, 2]), flat(3, 2)],
    ['z scores of nobody', standardise([null, null]), tooFew(0, 2)],
    ['a norm table of nobody', normTable([], SCALES.sten), tooFew(0, 1)],
    ['a percentile in no sample', percentileRank(1, []), tooFew(0, 1)],
    ['Welch with a lone person', welchTest([1], [2, 3]), tooFew(1, 2)],
    ['Welch of two constant groups', welchTest([1, 1], [2, 2]), flat(2, 2)],
    ['Hedges g of two constant groups', hedgesG([1, 1], [2, 2]), flat(2, 2)],
    ['a paired test of constant differences', pairedTest([1, 2, 3], [2, 3, 4]), flat(3, 2)],
    ['Mann-Whitney of nobody', mannWhitney([], [1]), tooFew(0, 1)],
    ['Mann-Whitney of equal values', mannWhitney([1, 1], [1, 1]), flat(4, 2)],
    ['ICC of one group', iccAnova([1, 2, 3], ['a', 'a', 'a']), tooFew(1, 2)],
    ['ICC of lone members', iccAnova([1, 2, 3], ['a', 'b', 'c']), tooFew(3, 4)],
    ['ICC of equal values', iccAnova([2, 2, 2, 2], ['a', 'a', 'b', 'b']), flat(4, 3)],
    ['REML without variance within', iccReml([1, 1, 2, 2], ['a', 'a', 'b', 'b']), flat(4, 3)],
    ['REML of lone members', iccReml([1, 2, 3], ['a', 'b', 'c']), tooFew(3, 4)],
    ['a faultline of two', averageSilhouetteFaultline([[1], [2]]), tooFew(2, 3)],
    ['a faultline permutation of two', faultlinePermutation([[1], [2]]), tooFew(2, 3)],
    ['Fau of people who are alike', twoGroupFaultline([[1], [1], [1]]), flat(3, 2)],
    ['Blau of nobody', blauIndex([0, 0]), tooFew(0, 1)],
    ['variation about a mean of 0', coefficientOfVariation([-1, 1]), flat(2, 2)],
    ['the distance of one person', meanPairwiseDistance([1]), tooFew(1, 2)],
    ['similarity without a common motive', profileSimilarity([1, null], [null, 2]), tooFew(0, 1)],
    [
      'a reference sample smaller than the questionnaire',
      referenceSample([
        [1, 2],
        [2, 1],
      ]),
      tooFew(2, 3),
    ],
    ['even-odd of one factor', evenOddConsistency([[1, 2, 3, 4]]), tooFew(1, 2)],
    ['a long string of no answers', longString([null, null]), tooFew(0, 1)],
    ['no times', secondsPerItem([null]), tooFew(0, 1)],
    [
      'two synonym pairs',
      pairConsistency(
        [1, 2, 3],
        [
          { a: 0, b: 1, r: 1 },
          { a: 1, b: 2, r: 1 },
        ],
      ),
      tooFew(2, 3),
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('refuses a covariance matrix without an inverse', () => {
    const repeated = [
      [1, 1],
      [2, 2],
      [4, 4],
      [3, 3],
    ];
    expect(referenceSample(repeated)).toMatchObject({ reason: 'singular' });
    expect(cronbachAlpha(repeated)).toMatchObject({ raw: 1, lambda6: { reason: 'singular' } });
    expect(
      oneFactorOmega([
        [1, 1, 2],
        [2, 2, 1],
        [4, 4, 2],
        [3, 3, 5],
      ]),
    ).toMatchObject({ reason: 'singular' });
  });

  it('a group of one has no agreement, the others have', () => {
    const groups = ['a', 'b', 'b', null];
    expect(rwg([1, 2, 2, 5], groups, 2)).toEqual([
      { group: 'a', n: 1, value: tooFew(1, 2) },
      { group: 'b', n: 2, value: 1 },
    ]);
    expect(averageDeviation([[1], [2], [4], [5]], groups).map(({ value }) => value)).toEqual([
      tooFew(1, 2),
      1,
    ]);
    expect(awg([[5], [5], [5], [5]], groups, { min: 1, max: 5 })[1]).toEqual({ group: 'b', n: 2, value: 1 });
  });
});

describe('where R has a figure, so have we', () => {
  it('members who agree wholly while their teams differ have an ICC of 1 and no F', () => {
    expect(iccAnova([1, 1, 2, 2], ['a', 'a', 'b', 'b'])).toMatchObject({
      icc1: 1,
      icc1N0: 1,
      icc2: 1,
      f: flat(4, 3),
      p: flat(4, 3),
      intervals: { thomasHultquistDonner: { low: 1, high: 1 } },
    });
  });

  it('counts the item with the fewest answers where a group lacks some', () => {
    const items = [
      [1, 2],
      [2, null],
      [3, null],
    ];
    expect(rwgJ(items, ['a', 'a', 'a'], 2)).toEqual([{ group: 'a', n: 3, value: tooFew(1, 2) }]);
  });

  it('a_wg of answers next to an end of the scale is not defined, however many they are', () => {
    const [line] = awg([[1], [1], [1], [2]], ['a', 'a', 'a', 'a'], { min: 1, max: 5 });
    expect(line?.value).toEqual({ kind: 'insufficient-data', reason: 'not-defined', n: 4, needed: 2 });
  });

  it('item statistics that do not exist say so', () => {
    const opposed = [
      [1, 2, 5],
      [2, 4, 3],
      [3, 1, 4],
    ];
    const turned = opposed.map(([a, b]) => [a!, b!, 6 - b!]);
    const alpha = cronbachAlpha(turned);
    if (isInsufficient(alpha)) throw new Error('enough data');
    expect(alpha.perItem[0]?.restR).toMatchObject({ reason: 'no-variance' });
    expect(alpha.perItem[0]?.alphaIfDropped).toMatchObject({ reason: 'no-variance' });
  });

  it('a person without answers has no score, unless imputation is asked to reach so far', () => {
    const scale = [{ id: 'a', items: [0, 1].map((column) => ({ column, key: 1 as const })) }];
    const rows = [
      [1, 2],
      [3, 4],
      [null, null],
    ];
    const score = (options: object) => scaleScores(rows, scale, { min: 1, max: 5, ...options });
    expect(score({ minimumAnswered: 0 }).values[2]).toBeNaN();
    expect(score({ impute: 'mean' }).values[2]).toBeNaN();
    expect(score({ impute: 'mean', minimumAnswered: 0 }).values[2]).toBe(2.5);
    expect(score({ impute: 'mean', minimumAnswered: 0 }).answered[2]).toBe(0);
  });
});

describe('a mistake of the caller is a RangeError', () => {
  it.each<[string, () => unknown]>([
    [
      'a key of 0',
      () => scaleScores([[1]], [{ id: 'a', items: [{ column: 0, key: 0 as 1 }] }], { min: 1, max: 5 }),
    ],
    [
      'an item without a column',
      () => scaleScores([[1]], [{ id: 'a', items: [{ column: 1, key: 1 }] }], { min: 1, max: 5 }),
    ],
    [
      'an answer outside the scale',
      () => scaleScores([[6]], [{ id: 'a', items: [{ column: 0, key: 1 }] }], { min: 1, max: 5 }),
    ],
    ['rows of unequal length', () => cronbachAlpha([[1, 2], [1]])],
    [
      'an infinite value',
      () =>
        cronbachAlpha([
          [1, Infinity],
          [1, 2],
        ]),
    ],
    ['a missing group label', () => rwg([1, 2], ['a'], 2)],
    ['no random variance', () => rwg([1, 2], ['a', 'a'], 0)],
    ['a negative count', () => blauIndex([-1, 2])],
    ['a negative value for Gini', () => giniCoefficient([-1, 2])],
    ['profiles of unequal length', () => profileSimilarity([1], [1, 2])],
    ['a cut of 0', () => bandOf(1, { ...DEFAULT_BAND_RULE, cut: 0 })],
    ['more parts than items', () => variabilityByPart([1, 2], 3)],
    ['a share above 1', () => wilsonInterval(3, 2)],
    ['a team smaller than a person', () => designEffect(0, 0.1)],
    ['a norm table of fractions', () => normTable([1.5], SCALES.sten)],
    ['marks for other rows', () => withoutFlagged([[1]], [], (rows) => rows)],
  ])('%s', (_, call) => {
    expect(call).toThrow(RangeError);
  });
});

describe('single figures', () => {
  it('shows 1.00 as red and 0.99 as balanced', () => {
    expect(bandOf(0.995001, DEFAULT_BAND_RULE)).toBe('red');
    expect(bandOf(0.994, DEFAULT_BAND_RULE)).toBe('balanced');
    expect(bandOf(-0.996, DEFAULT_BAND_RULE)).toBe('blue');
    expect(Object.is(roundAsShown(-0.001), 0)).toBe(true);
  });

  it('counts, prorates and imputes as asked', () => {
    const scale = [{ id: 'a', items: [0, 1, 2, 3, 4].map((column) => ({ column, key: 1 as const })) }];
    const row = [
      [5, 4, 3, 4, null],
      [1, 1, 1, 1, 1],
    ];
    const score = (options: object) => scaleScores(row, scale, { min: 1, max: 5, ...options }).values[0];
    expect(score({})).toBe(4);
    expect(score({ method: 'sum' })).toBe(16);
    expect(score({ method: 'prorated-sum' })).toBe(20);
    expect(score({ method: 'sum', impute: 'mean' })).toBe(17);
    expect(score({ maximumMissing: 0 })).toBeNaN();
    expect(scaleScores(row, scale, { min: 1, max: 5, impute: 'mean' }).answered[0]).toBe(4);
  });

  it('a missing answer joins no run', () => {
    expect(longString([3, 3, null, 3])).toEqual({ longest: 2, average: 4 / 3 });
  });

  it('a missing answer lies at the sample mean', () => {
    const sample = referenceSample([
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 3],
    ]);
    if ('kind' in sample) throw new Error('enough data');
    expect(mahalanobisDistance([2.5, null], sample)).toBe(0);
    expect(mahalanobisDistance([null, null], sample)).toEqual(tooFew(0, 1));
  });

  it('names antonyms, and none where there are none', () => {
    const rows = [
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ];
    const [pair, ...others] = itemPairs(rows, 'antonyms');
    expect(pair).toMatchObject({ a: 1, b: 0 });
    expect(pair?.r).toBeCloseTo(-1, 12);
    expect(others).toEqual([]);
    expect(itemPairs(rows, 'synonyms')).toEqual([]);
  });

  it('Mann-Whitney without ties is exact: three against three fully apart have p = 0.1', () => {
    expect(mannWhitney([4, 5, 6], [1, 2, 3])).toMatchObject({
      u: 9,
      superiority: 1,
      method: 'exact',
      p: 0.1,
    });
  });

  it('Gini, mean distance, overlap, Wilson and the design effect have their textbook values', () => {
    expect(giniCoefficient([0, 0, 0, 10])).toBeCloseTo(0.75, 12);
    expect(meanPairwiseDistance([1, 2, 4])).toBeCloseTo(2, 12);
    expect(overlap(0.8)).toBeCloseTo(0.6892, 4);
    expect(wilsonInterval(3, 10).low).toBeCloseTo(0.1078, 4);
    expect(wilsonInterval(3, 10).high).toBeCloseTo(0.6032, 4);
    expect(designEffect(9, 0.1)).toBeCloseTo(1.8, 12);
    expect(differenceLimit(3, 4)).toBeCloseTo(9.8, 12);
  });

  it('what all share is no distinctive similarity', () => {
    const norm = [1, 2, 3, 4];
    const { overall, distinctive } = distinctiveSimilarity([1.1, 1.9, 3.1, 3.9], [0.9, 2.1, 2.9, 4.1], norm);
    expect(overall).toBeGreaterThan(0.98);
    expect(distinctive).toBeCloseTo(-1, 12);
  });

  it('shows the figure with and without flagged people', () => {
    const found = withoutFlagged([[1], [2], [9]], [false, false, true], (rows) =>
      'rows' in rows ? rows.rows : 0,
    );
    expect(found).toEqual({ all: 3, without: 2, left: 2 });
  });
});

describe('the pattern of a function', () => {
  const people = (organisations: number, each: number): FunctionMember[] =>
    Array.from({ length: organisations * each }, (_, i) => ({
      organisation: `o${i % organisations}`,
      team: `t${i % organisations}`,
      value: (i % 5) - 2,
      band: i % 5 === 4 ? 'red' : i % 5 === 0 ? 'blue' : 'balanced',
    }));

  it('is shown only from three client organisations and twenty people up', () => {
    expect(functionPattern(people(2, 20))).toEqual(tooFew(2, 3));
    expect(functionPattern(people(3, 6))).toEqual(tooFew(18, 20));
    expect(functionPattern(people(4, 5))).toMatchObject({ people: 20, organisations: 4 });
  });

  it('has shares that sum to one and intervals on the effective number of people', () => {
    const pattern = functionPattern(people(4, 10));
    if ('kind' in pattern) throw new Error('enough data');
    const { red, balanced, blue } = pattern.shares;
    expect(red.share + balanced.share + blue.share).toBeCloseTo(1, 12);
    expect(pattern.effectiveN).toBeCloseTo(pattern.people / pattern.designEffect, 12);
    expect(red.interval.low).toBeLessThan(red.share);
    expect(red.interval.high).toBeGreaterThan(red.share);
  });
});
