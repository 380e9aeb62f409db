import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditRelease, type GroupFigure } from './anonymity-audit.js';

const people = (count: number, from = 1): string[] => Array.from({ length: count }, (_, i) => `p${from + i}`);
const figure = (id: string, members: readonly string[], measure = 'autonomy'): GroupFigure => ({
  id,
  measure,
  members,
});

describe('the audit of a release', () => {
  it('lets the first figure about enough people through', () => {
    expect(auditRelease([figure('team', people(5))], [])).toMatchObject({
      permitted: true,
      people: 5,
      findings: [],
    });
  });

  it('refuses a figure about too few people', () => {
    const { permitted, findings } = auditRelease([figure('team', people(4))], []);
    expect(permitted).toBe(false);
    expect(findings[0]).toMatchObject({ kind: 'too-few', figures: ['team'] });
  });

  it('finds the withdrawal between two releases', () => {
    const { findings } = auditRelease([figure('second', people(6))], [figure('first', people(7))]);
    expect(findings).toContainEqual({
      kind: 'difference',
      measure: 'autonomy',
      people: ['p7'],
      figures: ['first', 'second'],
    });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'determined', people: ['p7'] }));
  });

  it('finds nested groups whose rest is too small', () => {
    const units = [figure('a', people(6)), figure('b', people(6, 7))];
    const { findings } = auditRelease([figure('all', people(15))], units);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'determined', people: ['p13', 'p14', 'p15'] }),
    );
    expect(auditRelease([figure('all', people(17))], units).permitted).toBe(true);
  });

  it('finds three overlapping groups that determine one person although no two do', () => {
    const [a, b, c] = [people(6, 10), people(6, 20), people(6, 30)];
    const released = [figure('ab', [...a, ...b]), figure('bc', [...b, ...c])];
    const { findings } = auditRelease(
      [figure('acx', [...a, ...c, 'x']), figure('abcx', [...a, ...b, ...c, 'x'])],
      released,
    );
    expect(findings.some(({ kind, people: found }) => kind === 'determined' && found.join() === 'x')).toBe(
      true,
    );
    expect(findings.some(({ kind }) => kind === 'difference')).toBe(false);
  });

  it('keeps measures apart', () => {
    const first = figure('first', people(7), 'autonomy, wave 1');
    expect(auditRelease([figure('second', people(6), 'autonomy, wave 2')], [first]).permitted).toBe(true);
    const second = figure('second', people(6), 'autonomy, wave 2');
    expect(auditRelease([figure('first', people(7), 'autonomy, wave 1'), second], []).findings).toEqual([]);
  });

  it('refuses for a single finding', () => {
    const nested = [figure('a', people(6)), figure('b', people(6, 7))];
    const { permitted, findings } = auditRelease([figure('all', people(15))], nested);
    expect(findings).toHaveLength(1);
    expect(permitted).toBe(false);
  });

  it('refuses what has more combinations than can be looked at', () => {
    // Every person stands in figures of their own, so all groups of four of 120 people would have to be tried.
    const chain = Array.from({ length: 115 }, (_, at) =>
      figure(`f${at}`, people(60 + (at % 2), 1 + Math.floor(at / 2))),
    );
    const { permitted, findings } = auditRelease(chain, [], { threshold: 9 });
    expect(permitted).toBe(false);
    expect(findings.some(({ kind }) => kind === 'undecided')).toBe(true);
  });

  it('counts what a viewer knows of himself', () => {
    const released = [figure('all', people(11))];
    const candidate = [figure('team', people(6))];
    expect(auditRelease(candidate, released).permitted).toBe(true);
    const { findings } = auditRelease(candidate, released, { known: ['p11'] });
    expect(findings[0]).toMatchObject({ kind: 'determined', people: ['p7', 'p8', 'p9', 'p10'] });
  });

  it('refuses a lower threshold and a person named twice', () => {
    expect(() => auditRelease([], [], { threshold: 4 })).toThrow(RangeError);
    expect(() => auditRelease([figure('team', ['p1', 'p1'])], [])).toThrow(/twice/);
  });

  it('permits exactly when brute force finds no group below the threshold', () => {
    const member = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(member, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 5, max: 7 }),
        (groups, threshold) => {
          const figures = groups.map((group, at) => figure(`f${at}`, group.map(String)));
          const { findings } = auditRelease(figures, [], { threshold });
          const found = findings.find(({ kind }) => kind === 'determined');
          expect(found?.people.length).toBe(smallestDetermined(groups, 9, threshold));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Size of the smallest group below the threshold whose row is a rational combination of the rows; all groups tried. */
function smallestDetermined(groups: readonly number[][], n: number, threshold: number): number | undefined {
  const rows = groups.map((group) => Array.from({ length: n }, (_, i) => (group.includes(i) ? 1n : 0n)));
  const rank = rationalRank(rows);
  let smallest: number | undefined;
  for (let mask = 1; mask < 2 ** n; mask += 1) {
    const row = Array.from({ length: n }, (_, i) => BigInt((mask >> i) & 1));
    const size = row.filter((x) => x === 1n).length;
    if (size >= (smallest ?? threshold)) continue;
    if (rationalRank([...rows, row]) === rank) smallest = size;
  }
  return smallest;
}

/** Rank by elimination without fractions, in whole numbers of any size. */
function rationalRank(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    for (let at = rank + 1; at < rows.length; at += 1) {
      const share = rows[at]![column]!;
      if (share === 0n) continue;
      rows[at] = rows[at]!.map((x, k) => x * rows[rank]![column]! - share * rows[rank]![k]!);
    }
    rank += 1;
  }
  return rank;
}
