import { describe, expect, it } from '@jest/globals';
import { sampleInstrument, sampleNorm } from '../fixtures/sample.js';
import { localNorms, normDrift } from './local-norms.js';
import { validateNormGroup } from './norm-validation.js';
import {
  blomScores,
  linearScore,
  normTable,
  percentileRank,
  percentileRanks,
  SCALES,
  stanineBand,
  standardise,
  stenBand,
} from './norms.js';
import { isInsufficient } from './outcome.js';

describe('standard scores', () => {
  it('z uses the SD with n - 1 and keeps gaps', () => {
    const found = standardise([1, null, 2, 3]);
    expect(found).toMatchObject({ n: 3, mean: 2, sd: 1 });
    expect(isInsufficient(found) ? [] : [...found.z]).toEqual([-1, NaN, 0, 1]);
  });

  it('T, IQ and sten are linear', () => {
    expect(linearScore(1.5, SCALES.t)).toBe(65);
    expect(linearScore(-1, SCALES.iq)).toBe(85);
    expect(linearScore(1.25, SCALES.sten)).toBe(8);
  });

  it('a score on a cut belongs to the band above it', () => {
    expect([-9, -1.76, -1.75, -0.26, -0.25, 0.24, 0.25, 1.74, 1.75, 9].map(stanineBand)).toEqual([
      1, 1, 2, 4, 5, 5, 6, 8, 9, 9,
    ]);
    expect([-9, -2.01, -2, -0.01, 0, 1.99, 2, 9].map(stenBand)).toEqual([1, 1, 2, 5, 6, 9, 10, 10]);
    expect(() => stenBand(NaN)).toThrow(RangeError);
  });
});

describe('percentiles', () => {
  it('count those below, those up to and half of those equal', () => {
    const sample = [1, 2, null, 2, 3];
    expect([...percentileRanks(sample)]).toEqual([12.5, 50, NaN, 50, 87.5]);
    expect([...percentileRanks(sample, 'below')]).toEqual([0, 25, NaN, 25, 75]);
    expect([...percentileRanks(sample, 'at-or-below')]).toEqual([25, 75, NaN, 75, 100]);
    expect(percentileRank(2.5, sample)).toBe(75);
  });

  it("Blom's scores of five are 1.180, 0.497 and 0 as in the printed tables, ties share their rank", () => {
    const [lowest, second, middle, , highest] = blomScores([1, 2, 3, 4, 5]);
    expect(lowest).toBeCloseTo(-1.18, 2);
    expect(second).toBeCloseTo(-0.497, 3);
    expect(middle).toBeCloseTo(0, 12);
    expect(highest).toBeCloseTo(1.18, 2);
    const [tied, same] = blomScores([7, 7, 9, null]);
    expect(tied).toBe(same);
    expect(tied).toBeCloseTo(-0.3957, 4);
  });

  it('a norm table gives each whole score its percentile, z and rounded standard score', () => {
    const rows = normTable([1, 2, 2, 4], SCALES.sten);
    expect(rows).toMatchObject([
      { score: 1, n: 1, percentile: 12.5, standard: 3 },
      { score: 2, n: 2, percentile: 50, standard: 6 },
      { score: 3, n: 0, percentile: 50, standard: 6 },
      { score: 4, n: 1, percentile: 87.5, standard: 8 },
    ]);
    expect(isInsufficient(rows) ? NaN : rows[3]!.z).toBeCloseTo(1.15035, 5);
  });

  it('rounds halves to even and stops at the ends of the scale', () => {
    const standards = (mean: number, sd: number) => {
      const rows = normTable([1, 2, 3], { mean, sd, min: 1, max: 9 });
      return isInsufficient(rows) ? [] : rows.map(({ standard }) => standard);
    };
    expect(standards(4.5, 0)).toEqual([4, 4, 4]);
    expect(standards(5.5, 0)).toEqual([6, 6, 6]);
    expect(standards(5.51, 0)).toEqual([6, 6, 6]);
    expect(standards(5.4, 0)).toEqual([5, 5, 5]);
    expect(standards(5, 100)).toEqual([1, 5, 9]);
    expect(() => normTable([1.5], SCALES.sten)).toThrow(RangeError);
  });
});

describe('local norms', () => {
  const description = {
    id: 'firm',
    version: '1',
    title: sampleNorm.title,
    population: sampleNorm.population,
    collected: sampleNorm.collected,
  };
  /** All eight items so that both scales have this score after reversing. */
  const person = (score: number, given = 4) =>
    Object.fromEntries(
      sampleInstrument.scales.flatMap(({ keys }) =>
        keys.slice(0, given).map(({ item, key }) => [item, key === 1 ? score : 6 - score]),
      ),
    );
  const norms = (people: Record<string, number>[], more = {}) =>
    localNorms(people, sampleInstrument, { ...description, ...more });

  it('have the mean, the SD with n - 1 and the alpha of each scale', () => {
    expect(norms([person(5), person(3), person(1)])).toMatchObject({
      n: 3,
      provisional: true,
      instrument: { id: 'sample', version: '1' },
      scales: ['autonomy', 'structure'].map((scale) => ({ scale, n: 3, mean: 3, sd: 2, reliability: 1 })),
    });
  });

  it('leave out who answered less than three quarters of a scale', () => {
    const found = norms([person(5, 3), person(3), person(1), person(2, 2)]);
    expect(found).toMatchObject({ n: 4, scales: [{ n: 3, mean: 3 }, { n: 3 }] });
  });

  it('are provisional under 100 people, or when their maker says so', () => {
    const people = (count: number) => Array.from({ length: count }, (_, i) => person(1 + (i % 5)));
    expect(norms(people(99))).toMatchObject({ provisional: true });
    expect(norms(people(100))).toMatchObject({ provisional: false });
    expect(norms(people(100), { provisional: true })).toMatchObject({ provisional: true });
  });

  it('do not exist for one person, nor for people who are all alike', () => {
    expect(norms([person(3)])).toMatchObject({ reason: 'too-few-observations', n: 1, needed: 2 });
    expect(norms([person(3), person(3)])).toMatchObject({ reason: 'no-variance', n: 2 });
    expect(() => norms([{ ...person(3), 'autonomy-1': 6 }])).toThrow(/autonomy-1 is 6, outside 1 to 5/);
  });

  it('call a negative alpha 0', () => {
    const torn = [
      [5, 5, 3, 3],
      [1, 1, 3, 4],
      [3, 3, 3, 3],
    ].map((given) => ({
      ...person(3),
      ...Object.fromEntries(given.map((answer, i) => [`autonomy-${i + 1}`, answer])),
    }));
    const found = norms(torn.map((each, i) => ({ ...each, 'structure-1': 1 + i })));
    expect(isInsufficient(found) ? found : found.scales[0]!.reliability).toBe(0);
  });

  it('drift in SDs of the old version', () => {
    const next = {
      ...sampleNorm,
      scales: [
        { scale: 'autonomy', mean: 3.25, sd: 0.4, reliability: 0.9, n: 300 },
        { scale: 'new', mean: 3, sd: 1, reliability: 0.9, n: 300 },
      ],
    };
    const [drift, ...others] = normDrift(sampleNorm, next);
    expect(others).toEqual([]);
    expect(drift).toMatchObject({ scale: 'autonomy', mean: 0.5, sdRatio: 0.8 });
    expect(drift?.reliability).toBeCloseTo(0.06, 12);
  });
});

describe('a norm group from outside', () => {
  const [autonomy, structure] = sampleNorm.scales;
  const problems = (change: object): string[] => {
    const found = validateNormGroup({ ...sampleNorm, ...change }, sampleInstrument);
    return found.ok ? [] : found.problems.map(({ path, reason }) => `${path}: ${reason}`);
  };
  const scales = (change: object) => problems({ scales: [{ ...autonomy, ...change }, structure] });

  it('is accepted when it is right', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ n: 99, provisional: true })).toEqual([]);
    expect(problems({ n: 100, provisional: false })).toEqual([]);
    expect(problems({ collected: { from: '2026', to: '2026' } })).toEqual([]);
    expect(scales({ reliability: 0 })).toEqual([]);
    expect(scales({ reliability: 1 })).toEqual([]);
    expect(scales({ n: 2 })).toEqual([]);
  });

  it.each<[string, () => string[]]>([
    [
      'provisional: must be true with a sample of 99, under 100',
      () => problems({ n: 99, provisional: false }),
    ],
    ['n: must be a whole number of at least 2', () => problems({ n: 1, provisional: true })],
    ['n: must be a whole number of at least 2', () => problems({ n: 150.5 })],
    ['collected: ends before it begins', () => problems({ collected: { from: '2026-03', to: '2026-02' } })],
    [
      'collected.from: must be a date such as 2026-03-31',
      () => problems({ collected: { from: 'spring', to: '2026-02' } }),
    ],
    [
      'instrument: is sample 2, expected sample 1',
      () => problems({ instrument: { id: 'sample', version: '2' } }),
    ],
    [
      'instrument: is other 1, expected sample 1',
      () => problems({ instrument: { id: 'other', version: '1' } }),
    ],
    ['scales[0].sd: must be above 0', () => scales({ sd: 0 })],
    ['scales[0].reliability: must lie between 0 and 1', () => scales({ reliability: 1.01 })],
    ['scales[0].reliability: must lie between 0 and 1', () => scales({ reliability: -0.01 })],
    ['scales[0].mean: must be a number', () => scales({ mean: null })],
    ['scales: the scale structure is missing', () => problems({ scales: [autonomy] })],
    ['scales[1].scale: autonomy appears twice', () => problems({ scales: [autonomy, autonomy] })],
    ['scales: needs at least one scale', () => problems({ scales: [] })],
  ])('is refused: %s', (expected, found) => {
    expect(found()).toContain(expected);
  });
});
