import { describe, expect, it } from '@jest/globals';
import { fQuantile, fTails, studentQuantile, studentTails } from './student.js';
import { noncentralityAt, noncentralTProbability } from './noncentral-t.js';
import { normalQuantile, normalTails } from './normal.js';

/** Reference values computed with 40 digits (mpmath). */
const error = (actual: number, expected: number): number => Math.abs(actual - expected) / expected;

describe('distributions against 40-digit references', () => {
  it.each([
    [-37.5, 4.605353009581955e-308],
    [-30, 4.906713927148187e-198],
    [-12, 1.776482112077679e-33],
    [-5.1, 1.6982674071476014e-7],
    [-4.9, 4.79183276590319e-7],
    [-2.51, 0.0060365580804126635],
    [-2.49, 0.006387154764943173],
    [-1, 0.15865525393145705],
    [-0.3, 0.3820885778110474],
    [0.7, 0.758036347776927],
  ])('normal tail at %p', (z, expected) => {
    expect(error(normalTails(z).lower, expected)).toBeLessThan(1e-12);
    expect(error(normalTails(-z).upper, expected)).toBeLessThan(1e-12);
  });

  it.each([
    [1e300, 1, 3.1830988618379065e-301],
    [1e5, 1.5, 1.1924482404598361e-8],
    [40, 3, 1.7190340394579263e-5],
    [3, 2.5, 0.03628804777451592],
    [0.001, 7, 0.4996150086224994],
    [1e-8, 5, 0.4999999962039331],
    [60, 30, 4.1556548067661245e-33],
    [38, 400, 4.094696047895725e-135],
    [37, 1e5, 5.98731412171233e-298],
    [12, 1e6, 1.785842562382545e-33],
    [2.1, 17.776, 0.02513823559143847],
  ])('t tail at %p with %p degrees of freedom', (t, df, expected) => {
    expect(error(studentTails(t, df).upper, expected)).toBeLessThan(1e-10);
  });

  it.each([
    [1e-6, 3, 7, 0.9999999984758311],
    [0.5, 1, 1, 0.6081734479693928],
    [12.449144525532958, 98, 7283, 4.089196109590706e-176],
    [1.3, 7282, 7283, 2.6003137779706025e-29],
    [1e8, 2, 3, 1.837117265752245e-12],
    [5, 0.5, 200, 0.048083644008340753],
  ])('F tail at %p with %p and %p degrees of freedom', (f, df1, df2, expected) => {
    expect(error(fTails(f, df1, df2).upper, expected)).toBeLessThan(1e-10);
  });

  it.each([
    [2, 18, 0, 0.9695892671653338],
    [2, 18, 1.5, 0.6728479926807426],
    [-1.86, 18, -3, 0.8673370148818517],
    [5, 3, 2, 0.8890520674382772],
    [0, 9, 1.2, 0.11506967022170828],
    [0.3, 1, 0.5, 0.39844477865758493],
    [40, 2, 10, 0.9388997366227075],
    [6, 685, 4.4, 0.942631821458023],
    [55, 30, 50, 0.7330333963468528],
    [10, 500, 8, 0.9714523875655414],
    [-2, 5, 3, 7.799636091832038e-6],
  ])('noncentral t at %p with %p degrees of freedom about %p', (t, df, delta, expected) => {
    expect(Math.abs(noncentralTProbability(t, df, delta) - expected)).toBeLessThan(1e-10);
  });

  it('quantiles are the inverse of the tails, in both tails', () => {
    for (const p of [1e-300, 1e-100, 1e-9, 0.025, 0.3, 0.4999]) {
      expect(error(normalTails(normalQuantile(p)).lower, p)).toBeLessThan(1e-10);
      for (const df of [1, 2.5, 30, 1e5]) {
        expect(error(studentTails(studentQuantile(p, df), df).lower, p)).toBeLessThan(1e-10);
        // The F quantile of 1e-300 with one degree of freedom is about 1e-600, below the least number there is.
        if (p >= 1e-100) expect(error(fTails(fQuantile(p, df, 7), df, 7).lower, p)).toBeLessThan(1e-10);
      }
    }
    for (const p of [0.5001, 0.9, 0.975, 0.999999]) {
      expect(studentQuantile(p, 9)).toBeCloseTo(-studentQuantile(1 - p, 9), 6);
      expect(error(fTails(fQuantile(p, 3, 40), 3, 40).lower, p)).toBeLessThan(1e-12);
    }
  });

  it('the noncentrality of an observed t is the inverse of its probability', () => {
    for (const [t, df, p] of [
      [2, 8, 0.975],
      [-4, 3, 0.025],
      [0, 20, 0.5],
      [30, 10, 0.975],
    ] as const) {
      expect(Math.abs(noncentralTProbability(t, df, noncentralityAt(t, df, p)) - p)).toBeLessThan(1e-9);
    }
  });

  it('refuses what is no probability or has no degrees of freedom', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentTails(1, 0)).toThrow(RangeError);
    expect(() => fTails(-1, 2, 2)).toThrow(RangeError);
    expect(() => noncentralTProbability(1, 0, 0)).toThrow(RangeError);
  });
});
