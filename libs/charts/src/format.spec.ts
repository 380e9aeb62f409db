import { describe, expect, it } from '@jest/globals';
import {
  formatDifference,
  formatNumber,
  formatPercent,
  formatScore,
  formatSigned,
  listOf,
} from './format.js';

describe('numbers for the eye', () => {
  it('writes a true minus and a comma in German, a true minus and a point in English', () => {
    expect(formatNumber(-0.8, 'de')).toBe('\u22120,8');
    expect(formatNumber(-0.8, 'en')).toBe('\u22120.8');
  });

  it('gives a plus sign above zero and no sign to what rounds to zero', () => {
    expect(formatSigned(1.24, 'de')).toBe('+1,2');
    expect(formatSigned(-0.04, 'en')).toBe('0.0');
    expect(formatSigned(0.04, 'en')).toBe('0.0');
  });

  it('shows a second decimal of a difference where the first would cross the line from which it counts', () => {
    expect(formatDifference(-0.46, 0.5, 'de')).toBe('\u22120,46');
    expect(formatDifference(0.5, 0.5, 'en')).toBe('+0.5');
    expect(formatDifference(0.497, 0.5, 'en')).toBe('+0.5');
    expect(formatDifference(-1.24, 0.5, 'en')).toBe('\u22121.2');
    expect(formatDifference(null, 0.5, 'en')).toBe('–');
  });

  it('rounds half away from zero on both sides', () => {
    expect([formatNumber(0.25, 'en'), formatNumber(-0.25, 'en'), formatNumber(1.005, 'en', 2)]).toEqual([
      '0.3',
      '\u22120.3',
      '1.01',
    ]);
  });

  it('shows more decimals until the printed score agrees with its band', () => {
    expect(formatScore(0.97, 'balanced', 1, 'de')).toBe('+0,97');
    expect(formatScore(-0.996, 'balanced', 1, 'en')).toBe('\u22120.996');
    expect(formatScore(1, 'red', 1, 'de')).toBe('+1,0');
    expect(formatScore(-1.04, 'blue', 1, 'en')).toBe('\u22121.0');
    expect(formatScore(-0.79, 'balanced', 0.8, 'de')).toBe('\u22120,79');
  });

  it('trusts the band of the model where the number says another one', () => {
    expect(formatScore(0.5, 'red', 1, 'en')).toBe('+0.5');
  });

  it('prints a dash for what is missing or no number', () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY])
      expect(formatSigned(value, 'de')).toBe('–');
  });

  it('separates the percent sign in German only', () => {
    expect(formatPercent(0.333, 'de')).toBe('33\u00a0%');
    expect(formatPercent(0.333, 'en')).toBe('33%');
  });

  it('joins names and counts the rest, but never a rest of one', () => {
    expect(listOf(['A', 'B', 'C'], 'de')).toBe('A, B und C');
    expect(listOf(['A', 'B', 'C'], 'en', 2)).toBe('A, B and C');
    expect(listOf(['A', 'B', 'C', 'D'], 'en', 2)).toBe('A, B and 2 more');
    expect(listOf([], 'en')).toBe('');
  });
});
