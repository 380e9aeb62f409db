import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { validateInstrument, validateNormGroup } from '@rapport/psychometrics';

import { bfi25, bfi25Norm } from './bfi.js';

const [header = [], ...rows] = readFileSync(new URL('../../fixtures/bfi-60.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(';'));

describe('bfi-25', () => {
  it('is an instrument the engine accepts, and so is its norm group', () => {
    expect(validateInstrument(bfi25)).toMatchObject({ ok: true });
    expect(validateNormGroup(bfi25Norm)).toMatchObject({ ok: true });
  });

  it('keys each of its 25 items once', () => {
    const keyed = bfi25.scales.flatMap(({ keys }) => keys.map(({ item }) => item));
    expect([...keyed].sort()).toEqual(bfi25.items.map(({ id }) => id).sort());
    expect(new Set(keyed).size).toBe(25);
  });

  it('reverses the seven items that the source reverses', () => {
    const reversed = bfi25.scales.flatMap(({ keys }) =>
      keys.filter(({ key }) => key === -1).map(({ item }) => item),
    );
    expect(reversed).toEqual(['a1', 'c4', 'c5', 'e1', 'e2', 'o2', 'o5']);
  });

  it('shows no two items of a scale side by side', () => {
    const scales = bfi25.items.map(({ id }) => id[0]);
    expect(scales.filter((scale, index) => scale === scales[index + 1])).toEqual([]);
  });

  it('labels six options and speaks two languages', () => {
    expect(bfi25.response.labels).toHaveLength(6);
    expect(bfi25.items.filter(({ text }) => text.de === text.en || text.de === '')).toEqual([]);
  });
});

describe('the norm group of bfi-25', () => {
  it('covers every scale with plausible figures', () => {
    expect(bfi25Norm.scales.map(({ scale }) => scale)).toEqual(bfi25.scales.map(({ id }) => id));
    for (const { mean, sd, reliability, n } of bfi25Norm.scales) {
      expect(mean).toBeGreaterThan(bfi25.response.min);
      expect(mean).toBeLessThan(bfi25.response.max);
      expect(sd).toBeGreaterThan(0.5);
      expect(sd).toBeLessThan(1.5);
      expect(reliability).toBeGreaterThan(0.5);
      expect(reliability).toBeLessThan(0.9);
      expect(n).toBe(2436);
    }
  });

  it('belongs to this version of the instrument', () => {
    expect(bfi25Norm.instrument).toEqual({ id: bfi25.id, version: bfi25.version });
  });
});

describe('the fixture of real answers', () => {
  it('has a column for every item and 60 complete rows within the response range', () => {
    expect(header).toEqual([
      'name',
      'email',
      'team',
      ...bfi25.scales.flatMap(({ keys }) => keys.map(({ item }) => item)),
    ]);
    expect(rows).toHaveLength(60);
    const outside = rows.filter(
      (row) => row.slice(3).length !== 25 || !row.slice(3).every((cell) => /^[1-6]$/u.test(cell)),
    );
    expect(outside).toEqual([]);
  });

  it('holds invented names only, and two teams of thirty', () => {
    rows.forEach((row, index) => {
      const number = String(index + 1).padStart(2, '0');
      expect(row.slice(0, 3)).toEqual([
        `Person ${number}`,
        `person${number}@example.org`,
        index < 30 ? 'Team A' : 'Team B',
      ]);
    });
  });
});
