import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatDay, formatList, formatNumber, formatPercent, formatSigned } from './format.js';
import { dayFromNow } from './today.js';

describe('numbers', () => {
  it('carry a decimal comma and a true minus in German', () => {
    expect(formatSigned(-0.84, 'de')).toBe('\u22120,8');
    expect(formatNumber(1234.5, 'de', 1)).toBe('1.234,5');
  });

  it('carry a decimal point and a true minus in English', () => {
    expect(formatSigned(-0.84, 'en')).toBe('\u22120.8');
    expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
  });

  it('show a plus above zero and no sign on what rounds to zero', () => {
    expect(formatSigned(0.84, 'de')).toBe('+0,8');
    expect(formatSigned(-0.04, 'de')).toBe('0,0');
    expect(formatNumber(-0.04, 'en', 1)).toBe('0.0');
  });

  it('are a dash where there is none', () => {
    expect(formatNumber(null, 'de')).toBe('–');
    expect(formatSigned(Number.NaN, 'en')).toBe('–');
  });

  it('say shares and file sizes in the units of the language', () => {
    expect(formatPercent(0.756, 'en')).toBe('76%');
    expect(formatPercent(0.756, 'de')).toMatch(/^76\s%$/u);
    expect(formatBytes(1_284_221, 'de')).toBe('1,3 MB');
    expect(formatBytes(88_211, 'en')).toBe('88 kB');
  });
});

describe('days', () => {
  it('stay the same day in every time zone', () => {
    expect(formatDay('2026-03-01', 'de')).toBe('01.03.2026');
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026');
    expect(formatDay(null, 'de')).toBe('–');
  });

  it('are counted from the reader\u2019s own midnight', () => {
    expect(dayFromNow(0, new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
    expect(dayFromNow(1, new Date(2026, 11, 31, 23, 59))).toBe('2027-01-01');
  });
});

describe('lists', () => {
  it('are joined as in a sentence', () => {
    expect(formatList(['Marketing', 'Vertrieb'], 'de')).toBe('Marketing und Vertrieb');
    expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });
});
