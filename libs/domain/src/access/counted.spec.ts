import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedFor, type StaffLook } from './counted.js';

const ids = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `p${i + from}`);
const look = (
  contributors: readonly string[],
  visible: readonly string[] = [],
  more: Partial<StaffLook> = {},
) => countedFor({ contributors, visible: new Set(visible), known: new Set(), earlier: [], ...more });

describe('whose values figures for people of the firm are made of', () => {
  it('is everyone when everyone released, however few', () => {
    expect(look(ids(3), ids(3))).toEqual({ members: ids(3), notShown: 0, notCounted: 0, remember: null });
  });
  it('is everyone when five or more are closed, and that is remembered', () => {
    expect(look(ids(7), ids(2))).toEqual({ members: ids(7), notShown: 5, notCounted: 0, remember: ids(7) });
  });
  it('is only those who released when one to four are closed', () => {
    expect(look(ids(6), ids(5))).toEqual({ members: ids(5), notShown: 1, notCounted: 1, remember: null });
    expect(look(ids(6), ids(2)).members).toEqual(ids(2));
  });
  it('is nobody when too few are closed and none is open', () => {
    expect(look(ids(4)).members).toEqual([]);
  });
  it('counts what colleagues in the engagement can see as known', () => {
    expect(look(ids(7), [], { known: new Set(ids(3)) }).members).toEqual([]);
    expect(look(ids(7), [], { known: new Set(ids(2)) }).members).toEqual(ids(7));
  });
  it('lets an agreed limit raise five, never lower it', () => {
    expect(look(ids(7), [], { smallestGroup: 8 }).members).toEqual([]);
    expect(look(ids(4), [], { smallestGroup: 1 }).members).toEqual([]);
  });
  it('lets a newcomer wait until five have come, and shows the earlier group meanwhile', () => {
    const earlier = [ids(6)];
    expect(look(ids(7), [], { earlier })).toMatchObject({ members: ids(6), notCounted: 1, remember: null });
    expect(look(ids(11), [], { earlier })).toMatchObject({ members: ids(11), remember: ids(11) });
  });
  it('counts a newcomer at once who released the profile', () => {
    expect(look(ids(7), ['p6'], { earlier: [ids(6)] }).members).toEqual(ids(7));
  });
  it('counts only those who released once somebody has left a group that was shown', () => {
    expect(look(ids(9, 1), ['p3'], { earlier: [ids(10)] }).members).toEqual(['p3']);
  });
});

/** What happens between looks, and who looks. */
type Step = {
  readonly what: 'join' | 'leave' | 'release' | 'revoke' | 'look';
  readonly who: number;
  readonly as: 0 | 1;
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('join', 'leave', 'release', 'revoke', 'look', 'look'),
  who: fc.nat(11),
  as: fc.constantFrom(0 as const, 1 as const),
});

interface Shown {
  readonly members: readonly string[];
  readonly everReleased: ReadonlySet<string>;
}

/** Plays a story with two readers who put together what they see; answers what they were shown. */
function play(start: number, steps: readonly Step[], decide = countedFor) {
  const contributors = new Set(ids(start));
  const released = [new Set<string>(), new Set<string>()] as const;
  const ever = new Set<string>();
  const earlier: (readonly string[])[] = [];
  const shown: Shown[] = [];
  for (const { what, who, as } of [...steps, { what: 'look', who: 0, as: 0 } as const]) {
    const id = `p${who}`;
    if (what === 'join') contributors.add(id);
    if (what === 'leave') contributors.delete(id);
    if (what === 'release' && contributors.has(id)) {
      released[as].add(id);
      ever.add(id);
    }
    if (what === 'revoke') released[as].delete(id);
    if (what !== 'look') continue;
    const visible = new Set([...released[as]].filter((each) => contributors.has(each)));
    const known = new Set([...released[0], ...released[1]].filter((each) => contributors.has(each)));
    const group = decide({ contributors: [...contributors].sort(), visible, known, earlier });
    if (group.remember) earlier.push(group.remember);
    if (group.members.length > 0) shown.push({ members: group.members, everReleased: new Set(ever) });
  }
  return { shown, ever };
}

/** All groups of one to four closed people whose sum follows from what was shown, by elimination over fractions. */
function opened(shown: readonly (readonly string[])[], known: ReadonlySet<string>): readonly string[][] {
  const people = [...new Set(shown.flat())].filter((id) => !known.has(id)).sort();
  const rows = shown.map((members) => people.map((id) => (members.includes(id) ? 1 : 0)));
  const rank = (matrix: readonly (readonly number[])[]) => {
    const m = matrix.map((row) => row.map((x) => BigInt(x)));
    let rankSoFar = 0;
    for (let column = 0; column < people.length; column++) {
      const pivot = m.findIndex((row, at) => at >= rankSoFar && row[column] !== 0n);
      if (pivot < 0) continue;
      [m[rankSoFar], m[pivot]] = [m[pivot]!, m[rankSoFar]!];
      const lead = m[rankSoFar]!;
      for (let at = rankSoFar + 1; at < m.length; at++) {
        const [a, b] = [m[at]![column]!, lead[column]!];
        if (a !== 0n) m[at] = m[at]!.map((x, i) => x * b - lead[i]! * a);
      }
      rankSoFar++;
    }
    return rankSoFar;
  };
  const base = rank(rows);
  const found: string[][] = [];
  const visit = (from: number, chosen: string[]) => {
    if (chosen.length > 0 && rank([...rows, people.map((id) => (chosen.includes(id) ? 1 : 0))]) === base)
      found.push(chosen);
    if (chosen.length === 4) return;
    for (let at = from; at < people.length; at++) visit(at + 1, [...chosen, people[at]!]);
  };
  if (rows.length > 0) visit(0, []);
  return found;
}

const sets = (shown: readonly Shown[]) => shown.map(({ members }) => members);
const RUNS = 300;

describe('two readers who remember everything they were shown', () => {
  it('open nobody by those who come and go', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.array(step, { maxLength: 8 }), (start, steps) => {
        // Whoever is to release anything has done so before the first look.
        const before = steps.filter(({ what }) => what === 'release');
        const after = steps.filter(({ what }) => what !== 'release' && what !== 'revoke');
        const { shown, ever } = play(start, [...before, ...after]);
        expect(opened(sets(shown), ever)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('open nobody by one who releases between two looks, beyond what the release itself takes out of a figure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }),
        fc.array(step, { maxLength: 4 }),
        fc.nat(11),
        (start, steps, who) => {
          const looks = [
            { what: 'look', who: 0, as: 0 },
            { what: 'look', who: 0, as: 1 },
          ] as const;
          const releases = steps.filter(({ what }) => what === 'release');
          const story = [...releases, ...looks, { what: 'release', who, as: 0 } as const, ...looks];
          const { shown, ever } = play(start, story);
          // A figure about five closed people is about four once one of them has released; never about one.
          for (const group of opened(sets(shown), ever)) expect(group).toHaveLength(4);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('never are shown a figure with one to four closed people in it, whatever happened', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 14 }), (start, steps) => {
        for (const { members, everReleased } of play(start, steps).shown) {
          const closed = members.filter((id) => !everReleased.has(id)).length;
          if (steps.every(({ what }) => what !== 'revoke')) expect(closed === 0 || closed >= 5).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('would open somebody if figures were live: planted, and found', () => {
    const live = (asked: StaffLook) => countedFor({ ...asked, earlier: [] });
    const joins = play(
      6,
      [...Array<Step>(1).fill({ what: 'look', who: 0, as: 0 }), { what: 'join', who: 6, as: 0 }],
      live,
    );
    expect(opened(sets(joins.shown), joins.ever)).toEqual([['p6']]);
    const everyone = (asked: StaffLook) => ({ ...countedFor(asked), members: asked.contributors });
    const release = ids(5).map((_, who): Step => ({ what: 'release', who, as: 0 }));
    const last = play(6, release, everyone);
    expect(opened(sets(last.shown), last.ever)).toEqual([['p5']]);
  });
});
