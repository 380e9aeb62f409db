import { describe, expect, it } from '@jest/globals';
import { sampleMember } from '../fixtures/sample.js';
import {
  classifyChange,
  clinicalCutoffs,
  reliableChangeIndex,
  smallestReliableChange,
} from './reliable-change.js';
import { changeDecomposition, personChange, teamChange } from './team-change.js';

describe('reliable change after Jacobson and Truax', () => {
  it('from 32.5 to 47.5 with SD 7.5 and reliability .80 is 3.16 standard errors of the difference', () => {
    expect(reliableChangeIndex(32.5, 47.5, 7.5, 0.8)).toBeCloseTo(3.1623, 4);
    expect(reliableChangeIndex(47.5, 32.5, 7.5, 0.8)).toBeCloseTo(-3.1623, 4);
    expect(smallestReliableChange(7.5, 0.8)).toBeCloseTo(9.2969, 3);
    expect(smallestReliableChange(7.5, 0.8, 0.9)).toBeCloseTo(7.8022, 3);
    expect(() => reliableChangeIndex(1, 2, 7.5, 1)).toThrow(/no reliable change index/);
  });

  it('counts from 1.96 on, towards the better side', () => {
    expect(classifyChange(1.95, 1)).toBe('unchanged');
    expect(classifyChange(1.96, 1)).toBe('improved');
    expect(classifyChange(-1.96, 1)).toBe('deteriorated');
    expect(classifyChange(-1.96, -1)).toBe('improved');
    expect(classifyChange(2, -1)).toBe('deteriorated');
    expect(classifyChange(-2)).toBe('changed');
    expect(classifyChange(1.7, 1, 1.645)).toBe('improved');
  });

  it('has the cut-offs of the definition in both directions', () => {
    const [ill, well] = [
      { mean: 35.48, sd: 8.16 },
      { mean: 7.69, sd: 7.52 },
    ];
    const low = clinicalCutoffs(ill, well);
    expect(low.a).toBeCloseTo(19.16, 2);
    expect(low.b).toBeCloseTo(22.73, 2);
    expect(low.c).toBeCloseTo(21.02, 2);
    const high = clinicalCutoffs({ mean: 40, sd: 7.5 }, { mean: 60, sd: 5 });
    expect(high).toEqual({ a: 55, b: 50, c: 52 });
    expect(() => clinicalCutoffs(ill, ill)).toThrow(/different means/);
    expect(() => clinicalCutoffs({ mean: 1, sd: 0 }, { mean: 2, sd: 0 })).toThrow(/above 0/);
  });
});

describe('the change of a team', () => {
  it('is taken apart into those who stayed, came and left', () => {
    const pairs = [
      { first: 1, second: 1.5 },
      { first: 0, second: 1.5 },
    ];
    expect(changeDecomposition([1, 0, 2], [1.5, 1.5, 0], pairs)).toEqual({
      first: 1,
      second: 1,
      within: 1,
      entry: -0.5,
      exit: -0.5,
      difference: 0,
    });
    expect(changeDecomposition([1, 2], [3], [])).toEqual({
      first: 1.5,
      second: 3,
      difference: 1.5,
      within: null,
      entry: null,
      exit: null,
    });
    expect(changeDecomposition([], [3], [])).toMatchObject({ first: null, second: 3, difference: null });
    expect(changeDecomposition([3], [], [])).toMatchObject({ first: 3, second: null, difference: null });
  });

  const wave = (...values: number[]) => values.map((z, i) => sampleMember(`p${i}`, [z, 0]));

  it('has the paired t interval and the exact sign-flip p', () => {
    const [autonomy] = teamChange(wave(0, 0, 0), wave(1, 2, 3)).motives;
    expect(autonomy).toMatchObject({ stayed: 3, p: 0.25, finding: 'too-little-data' });
    expect(autonomy?.interval?.low).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 6);
    expect(autonomy?.interval?.high).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 6);
    expect(teamChange(wave(0), wave(1)).motives[0]?.interval).toBeNull();
    expect(teamChange(wave(0, 0), wave(1, 2)).motives[0]?.interval).not.toBeNull();
  });

  it('is reliable from six people on, judged after the adjustment over the motives', () => {
    const [six] = teamChange(wave(0, 0, 0, 0, 0, 0), wave(1, 1, 1, 1, 1, 1)).motives;
    expect(six).toMatchObject({ p: 2 / 64, pAdjusted: 4 / 64, finding: 'no-reliable-change' });
    const [seven] = teamChange(wave(0, 0, 0, 0, 0, 0, 0), wave(1, 1, 1, 1, 1, 1, 1)).motives;
    expect(seven).toMatchObject({ p: 2 / 128, pAdjusted: 4 / 128, finding: 'reliable-change' });
    const [five] = teamChange(wave(0, 0, 0, 0, 0), wave(1, 1, 1, 1, 1)).motives;
    expect(five).toMatchObject({ p: 2 / 32, pAdjusted: null, finding: 'too-little-data' });
  });

  it('does not mistake the rounding of a subtraction for different sizes of change', () => {
    const [autonomy] = teamChange(wave(0.1, 0.3, 0.7), wave(0.4, 0, 1)).motives;
    expect(autonomy?.p).toBe(1);
  });

  it('counts who stayed, joined and left', () => {
    const second = [sampleMember('p0', [1, 1]), sampleMember('new', [1, 1])];
    expect(teamChange(wave(0, 0, 0), second).n).toEqual({
      first: 3,
      second: 2,
      stayed: 1,
      joined: 1,
      left: 2,
    });
  });
});

describe('the change of a person', () => {
  const between = (first: number, second: number) =>
    personChange(sampleMember('p', [first, 0]).profile, sampleMember('p', [second, 0]).profile).motives[0];

  it('is reliable from 1.96 standard errors of the difference on', () => {
    // SEM 0.4, so the standard error of the difference is 0.5657 and 1.96 of them are 1.1087.
    expect(between(0, 1.1)?.rci).toBeCloseTo(1.9445, 4);
    expect(between(0, 1.1)?.finding).toBe('no-reliable-change');
    expect(between(0, 1.11)?.finding).toBe('reliable-change');
    expect(between(0, -1.11)).toMatchObject({ first: 0, second: -1.11, finding: 'reliable-change' });
    expect(between(0, -1.11)?.rci).toBeLessThan(0);
  });
});
