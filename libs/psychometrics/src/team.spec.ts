import { describe, expect, it } from '@jest/globals';
import type { MemberProfile } from './documents.js';
import { teamFaultline, teamPersonality } from './team.js';
import { personChange, teamChange } from './team-change.js';
import { compareTeams } from './team-comparison.js';
import { sampleMember } from '../fixtures/sample.js';

/** Every number in a document, by its path. */
function numbersIn(document: unknown): number[] {
  if (typeof document === 'number') return [document];
  if (typeof document !== 'object' || document === null) return [];
  return Object.values(document).flatMap(numbersIn);
}

const team = (prefix: string, ...values: (number | null)[][]) =>
  values.map((z, index) => sampleMember(`${prefix}${index + 1}`, z));

describe('team personality', () => {
  it('describes the composition of a motive', () => {
    const [autonomy, structure] = teamPersonality(team('p', [1.2, -1], [1.4, 1.1], [0.4, 0])).motives;
    expect(autonomy).toMatchObject({
      n: 3,
      mean: 1,
      min: 0.4,
      max: 1.4,
      counts: { red: 2, balanced: 1, blue: 0 },
      pattern: 'mixed',
    });
    expect(autonomy?.sd).toBeCloseTo(Math.sqrt(0.28), 12);
    expect(autonomy?.interval?.high).toBeCloseTo(1 + (1.96 * 0.4) / Math.sqrt(3), 12);
    expect(structure?.pattern).toBe('split');
  });

  it('finds blind spots between a red and a blue member, strongest first', () => {
    const { blindSpots } = teamPersonality(team('p', [1.5, 0], [-1.2, 0], [-2, 0]));
    expect(blindSpots.map(({ red, blue }) => [red, blue])).toEqual([
      ['p1', 'p3'],
      ['p1', 'p2'],
    ]);
    expect(blindSpots[0]?.limit).toBeCloseTo(1.96 * 0.4 * Math.SQRT2, 12);
  });

  it('names what the whole team does not see from within', () => {
    const { teamBlindSpots } = teamPersonality(team('p', [1.5, 0], [1.2, 0], [2, 0], [0.2, 0]));
    expect(teamBlindSpots).toEqual([{ motive: 'autonomy', side: 'red', share: 0.75, n: 4 }]);
  });

  it('shows a clear faultline and says how probable it is by chance', () => {
    const split = teamFaultline(team('p', [2, 2], [1.9, 2.1], [2.1, 1.9], [-2, -2], [-1.9, -2], [-2, -2.1]));
    expect(split).toMatchObject({
      groups: [
        ['p1', 'p2', 'p3'],
        ['p4', 'p5', 'p6'],
      ],
    });
    expect('asw' in split && split.asw).toBeGreaterThan(0.9);
    expect('p' in split && split.p).toBeLessThan(0.2);
  });

  it('has no faultline below four members or without a motive that all have', () => {
    const tooLittle = (n: number) => ({ kind: 'too-little-data', n, needed: 4 });
    expect(teamFaultline(team('p', [1, 1], [2, 2], [0, 0]))).toEqual(tooLittle(3));
    expect(teamFaultline(team('p', [1, null], [2, null], [null, 0], [null, 1]))).toEqual(tooLittle(0));
    expect(teamFaultline(team('p', [1, null], [2, null], [-2, 0], [-1, 1]))).toMatchObject({
      groups: [
        ['p1', 'p2'],
        ['p3', 'p4'],
      ],
    });
    expect(() => teamFaultline([...team('p', [1, 1]), ...team('p', [1, 1])])).toThrow(/twice/);
  });

  it('looks for a faultline in a team, not in a department', () => {
    const people = (n: number) => team('p', ...Array.from({ length: n }, (_, i) => [(i % 7) - 3]));
    expect(teamFaultline(people(31))).toEqual({ kind: 'too-many-members', n: 31, most: 30 });
    expect(teamFaultline(people(12))).toHaveProperty('asw');
  });

  it.each<[string, MemberProfile[]]>([
    ['nobody', []],
    ['one person', team('p', [1, 2])],
    ['one person without scores', team('p', [null, null])],
    ['people who are all alike', team('p', [0, 0], [0, 0], [0, 0], [0, 0], [0, 0])],
    ['people with gaps', team('p', [0, null], [1, null], [null, 2], [null, null])],
  ])('has no number that is not one about %s', (_, members) => {
    const documents = [
      teamPersonality(members),
      teamFaultline(members),
      compareTeams(members, members),
      compareTeams(members, []),
      compareTeams([], members),
      teamChange(members, members),
      teamChange(members, []),
      teamChange([], members),
    ];
    expect(numbersIn(documents).every(Number.isFinite)).toBe(true);
    expect(JSON.stringify(documents)).not.toContain('NaN');
  });

  it('refuses to mix versions and says which', () => {
    const [one, other] = team('p', [1, 1], [1, 1]);
    const { provenance } = other!.profile;
    const changed = (change: object) => ({
      ...other!,
      profile: { ...other!.profile, provenance: { ...provenance, ...change } },
    });
    expect(() => teamPersonality([one!, changed({ instrument: { id: 'sample', version: '2' } })])).toThrow(
      /instrument/,
    );
    expect(() => teamPersonality([one!, changed({ norm: null })])).toThrow(/norm group/);
    expect(() => teamPersonality([one!, changed({ scoring: '0' })])).toThrow(/scoring version/);
    expect(() =>
      teamPersonality([one!, changed({ bandRule: { ...provenance.bandRule, cut: 1.5 } })]),
    ).toThrow(/band rule/);
    expect(() => compareTeams([one!], [changed({ norm: null })])).toThrow(RangeError);
    expect(() => teamPersonality([one!, one!])).toThrow(/twice/);
  });
});

describe('comparing two teams', () => {
  it('marks a difference that measurement error cannot explain', () => {
    const { motives } = compareTeams(
      team('a', [1.5, 0.2], [1.2, 0], [1.4, -0.1]),
      team('b', [-1, 0], [-0.6, 0.1], [-0.8, 0.2]),
    );
    expect(motives[0]).toMatchObject({
      finding: 'marked-difference',
      rule: 'measurement-error',
      constellation: 'red-blue',
      redSide: 'a',
    });
    expect(motives[0]?.p).toBeCloseTo(0.1, 12);
    expect(motives[1]).toMatchObject({
      finding: 'no-reliable-difference',
      constellation: null,
      redSide: null,
    });
  });

  it('falls back to the permutation p where no reliability is known', () => {
    const far = (prefix: string, z: number) =>
      [0, 0.1, 0.2, 0.3, 0.4].map((step, index) => sampleMember(`${prefix}${index}`, [z + step, 0], null));
    const { motives } = compareTeams(far('a', 1), far('b', -1));
    expect(motives[0]).toMatchObject({ finding: 'marked-difference', rule: 'permutation', interval: null });
    expect(motives[1]).toMatchObject({ finding: 'no-reliable-difference', g: null });
  });

  it('says too little data when a side has fewer than two members', () => {
    const { motives, detectable, translators } = compareTeams(team('a', [2, 2]), team('b', [-2, 2], [-2, 2]));
    expect(motives[0]).toMatchObject({ finding: 'too-little-data', rule: null, p: null });
    expect(detectable).toEqual({ kind: 'too-little-data', n: 1, needed: 2 });
    expect(translators).toEqual([]);
  });

  it('names the members who stand nearest to the other team', () => {
    const { translators } = compareTeams(
      team('a', [2, 2], [1, 1], [0, 0]),
      team('b', [-1, -1], [-2, -2], [0.5, 0.5]),
    );
    expect(translators.map(({ member }) => member)).toEqual(['a3', 'a2', 'b3', 'b1']);
  });

  it('reads two teams on the same side as red-red', () => {
    const { motives } = compareTeams(
      team('a', [0.6, -0.6], [0.6, -0.6]),
      team('b', [0.4, -0.9], [0.4, -0.9]),
    );
    expect(motives.map(({ constellation, redSide }) => [constellation, redSide])).toEqual([
      ['red-red', 'a'],
      ['blue-blue', 'a'],
    ]);
  });

  it('prints which difference two teams of five can detect', () => {
    const five = (prefix: string) => team(prefix, [1, 0], [0.5, 1], [0, 0.2], [1.1, 0], [0.2, 0]);
    expect(compareTeams(five('a'), five('b')).detectable).toBeCloseTo(2.024, 3);
  });
});

describe('change of a team', () => {
  it('splits the difference of the means into within, entry and exit', () => {
    const first = team('p', [1, 0], [0, 0], [2, 0]);
    const second = [sampleMember('p1', [1.5, 0]), sampleMember('p2', [0.5, 0]), sampleMember('new', [-1, 0])];
    const { n, motives } = teamChange(first, second);
    expect(n).toEqual({ first: 3, second: 3, stayed: 2, joined: 1, left: 1 });
    const { within, entry, exit, difference, finding } = motives[0]!;
    expect(within).toBeCloseTo(0.5, 12);
    expect(entry).toBeCloseTo(1 / 3 - 1, 12);
    expect(exit).toBeCloseTo(-0.5, 12);
    expect(difference).toBe(within! + entry! + exit!);
    expect(finding).toBe('too-little-data');
  });

  it('calls a change reliable only with six or more people who stayed', () => {
    const people = (count: number, z: number) =>
      Array.from({ length: count }, (_, index) => sampleMember(`p${index}`, [z + index / 10, 0]));
    const found = (count: number) =>
      teamChange(people(count, 0), people(count, 1)).motives.map(({ finding }) => finding);
    expect(found(5)).toEqual(['too-little-data', 'too-little-data']);
    expect(found(8)).toEqual(['reliable-change', 'no-reliable-change']);
  });

  it('refuses waves that were scored under different norms', () => {
    expect(() => teamChange(team('p', [1, 1]), [sampleMember('p1', [1, 1], null)])).toThrow(/norm group/);
  });
});

describe('change of a person', () => {
  it('uses the reliable change index of Jacobson and Truax', () => {
    const [from, to] = [sampleMember('p', [0, 0]), sampleMember('p', [1.2, 0.5])];
    const { motives } = personChange(from.profile, to.profile);
    expect(motives[0]?.rci).toBeCloseTo(1.2 / (0.4 * Math.SQRT2), 12);
    expect(motives.map(({ finding }) => finding)).toEqual(['reliable-change', 'no-reliable-change']);
  });

  it('has too little data without a reliability or a score', () => {
    const [from, to] = [sampleMember('p', [0, null], null), sampleMember('p', [1.2, 0.5], null)];
    expect(personChange(from.profile, to.profile).motives).toEqual([
      { motive: 'autonomy', first: 0, second: 1.2, rci: null, finding: 'too-little-data' },
      { motive: 'structure', first: null, second: 0.5, rci: null, finding: 'too-little-data' },
    ]);
  });
});
