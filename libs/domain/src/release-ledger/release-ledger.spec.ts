import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../kernel/decider.js';
import { streamOf, type EngagementId, type PersonId, type TenantId, type WaveId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { releaseLedgerDecider } from './release-ledger.decider.js';
import type { ReleasedCell, ReleaseId, ReleaseLedgerCommand, ReleaseLedgerEvent } from './release-ledger.js';

const given = scenariosOf(releaseLedgerDecider);
const now = '2026-04-02T10:00:00.000Z';
const engagementId = '00000000-0000-4000-8000-0000000000d1' as EngagementId;
const spring = '00000000-0000-4000-8000-0000000000f1' as WaveId;
const autumn = '00000000-0000-4000-8000-0000000000f2' as WaveId;
const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonId;
const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => person(from + i));
const cell = (
  id: string,
  contributors: readonly PersonId[],
  change: Partial<ReleasedCell> = {},
): ReleasedCell => ({
  ...{ cut: 'team', id, waveId: spring, contributors, distribution: false },
  ...change,
});
type Publish = Extract<ReleaseLedgerCommand, { type: 'PublishRelease' }>;
const publish = (id: string, cells: readonly ReleasedCell[], change: Partial<Publish> = {}): Publish => ({
  type: 'PublishRelease',
  releaseId: id as ReleaseId,
  engagementId,
  waveId: spring,
  k: 5,
  contentHash: `sha256:${'a'.repeat(64)}`,
  ...change,
  cells,
  now,
});
const published = (command: Publish, version = 1): ReleaseLedgerEvent => {
  const { type: _, now: publishedAt, ...release } = command;
  return { type: 'ReleasePublished', ...release, version, publishedAt };
};
const sales = cell('sales', people(1, 6));
const marketing = cell('marketing', people(7, 13));

describe('PublishRelease', () => {
  it('publishes the first release of two teams', () => {
    const first = publish('r1', [sales, marketing]);
    given().when(first).thenEvents(published(first));
  });
  it('counts the versions of a wave', () => {
    const [first, second] = [publish('r1', [sales]), publish('r2', [sales])];
    given(published(first)).when(second).thenEvents(published(second, 2));
    const other = publish('r3', [sales], { waveId: autumn });
    given(published(first)).when(other).thenEvents(published(other, 1));
  });
  it('is refused when a group is too small, and says which and how many it takes', () =>
    given()
      .when(publish('r1', [sales, cell('board', people(1, 4))]))
      .thenRefused({ refusal: 'GroupTooSmall', cells: ['board'], needed: 5 }));
  it('is refused below the limit that was agreed for the engagement', () =>
    given()
      .when(publish('r1', [sales], { k: 7 }))
      .thenRefused({ refusal: 'GroupTooSmall', cells: ['sales'], needed: 7 }));
  it('is refused when the distribution of fewer than ten people would show', () => {
    const shown = (n: number) => publish('r1', [cell('sales', people(1, n), { distribution: true })]);
    given()
      .when(shown(9))
      .thenRefused({ refusal: 'GroupTooSmall', cells: ['sales'], needed: 10 });
    given()
      .when(shown(10))
      .thenEvents(published(shown(10)));
    given()
      .when({ ...shown(11), k: 12 })
      .thenRefused({ refusal: 'GroupTooSmall', cells: ['sales'], needed: 12 });
  });
  it('is refused when another release has this id', () =>
    given(published(publish('r1', [sales])))
      .when(publish('r1', [marketing]))
      .thenRefused({ refusal: 'ReleaseAlreadyPublished' }));
  it('shows the same content again after it was withdrawn by mistake, and no other', () => {
    const history = [published(publish('r1', [sales])), withdrawn('r1')];
    given(...history)
      .when(publish('r1', [sales]))
      .thenEvents(published(publish('r1', [sales])));
    given(...history)
      .when(publish('r1', [marketing]))
      .thenRefused({ refusal: 'ReleaseAlreadyPublished' });
  });
  it('is quiet when repeated', () =>
    given(published(publish('r1', [sales])))
      .when(publish('r1', [sales]))
      .thenNothing());
});

describe('attacks on a release', () => {
  it('nested groups: a department less its part is too few people', () => {
    const department = cell('department', people(1, 9), { cut: 'organisation' });
    given(published(publish('r1', [sales])))
      .when(publish('r2', [department]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['department'], persons: 3 });
    given()
      .when(publish('r1', [sales, department]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['sales', 'department'], persons: 3 });
  });
  it('a withdrawal between two releases: the difference is one person', () =>
    given(published(publish('r1', [marketing])))
      .when(publish('r2', [cell('marketing', people(7, 12))]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['marketing'], persons: 1 }));
  it('somebody who joins between two releases is as easily found', () =>
    given(published(publish('r1', [marketing])))
      .when(publish('r2', [cell('marketing', people(7, 14))]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['marketing'], persons: 1 }));
  it('three overlapping groups determine one person although no two of them do', () => {
    const [a, b, c] = [people(10, 15), people(20, 25), people(30, 35)];
    const x = person(99);
    const before = publish('r1', [cell('ab', [...a, ...b]), cell('bc', [...b, ...c])]);
    const attack = publish('r2', [cell('acx', [...a, ...c, x]), cell('abcx', [...a, ...b, ...c, x])]);
    given().when(before).thenEvents(published(before));
    given(published(before))
      .when(attack)
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['acx', 'abcx'], persons: 1 });
  });
  it('another name for the group does not help', () =>
    given(published(publish('r1', [marketing])))
      .when(publish('r2', [cell('growth', people(7, 12))]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['growth'], persons: 1 }));
  it('a withdrawn release still counts: it was seen', () =>
    given(published(publish('r1', [marketing])), withdrawn('r1'))
      .when(publish('r2', [cell('marketing', people(7, 12))]))
      .thenRefused({ refusal: 'ReleaseWouldIdentify', cells: ['marketing'], persons: 1 }));
  it('the same people again, or as many others as a group needs, are no attack', () => {
    const again = publish('r2', [marketing]);
    given(published(publish('r1', [marketing])))
      .when(again)
      .thenEvents(published(again, 2));
    const grown = publish('r2', [cell('marketing', people(7, 18))]);
    given(published(publish('r1', [marketing])))
      .when(grown)
      .thenEvents(published(grown, 2));
  });
  it('another wave asks other values', () => {
    const other = publish('r2', [cell('marketing', people(7, 12), { waveId: autumn })], { waveId: autumn });
    given(published(publish('r1', [marketing])))
      .when(other)
      .thenEvents(published(other));
  });
});

describe('WithdrawRelease', () => {
  const withdraw: ReleaseLedgerCommand = {
    ...{ type: 'WithdrawRelease', releaseId: 'r1' as ReleaseId, reason: 'wrong team', now },
  };
  it('withdraws it whole', () =>
    given(published(publish('r1', [sales])))
      .when(withdraw)
      .thenEvents(withdrawn('r1')));
  it('is refused for a release that is not there', () => {
    given().when(withdraw).thenRefused({ refusal: 'ReleaseUnknown' });
    given(published(publish('r2', [sales])))
      .when(withdraw)
      .thenRefused({ refusal: 'ReleaseUnknown' });
  });
  it('is quiet when withdrawn, whatever the reason', () =>
    given(published(publish('r1', [sales])), withdrawn('r1'))
      .when({ ...withdraw, reason: 'another' })
      .thenNothing());
});

describe('generated organisations', () => {
  const ONE = 12;
  const group = fc.uniqueArray(fc.integer({ min: 1, max: ONE }), { minLength: 3, maxLength: ONE });
  const attempts = fc.array(fc.array(group, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 });

  it('never let one person or fewer than k be worked out from everything that was released', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(attempts, (releases) => {
        let state = releaseLedgerDecider.initialState;
        const shown: number[][] = [];
        for (const [n, groups] of releases.entries()) {
          const cells = groups.map((g, i) => cell(`g${n}-${i}`, g.toSorted((a, b) => a - b).map(person)));
          const decided = releaseLedgerDecider.decide(publish(`r${n}`, cells), state);
          if (isRefusal(decided)) {
            refused++;
            continue;
          }
          accepted++;
          state = decided.reduce(releaseLedgerDecider.evolve, state);
          shown.push(...groups);
        }
        expect(derivable(shown, ONE, 5)).toEqual([]);
        for (const a of shown)
          for (const b of shown) {
            const apart = [...a.filter((x) => !b.includes(x)), ...b.filter((x) => !a.includes(x))].length;
            expect(apart === 0 || apart >= 5).toBe(true);
          }
      }),
      { numRuns: 120 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });
  it('would be caught by this check if only the size of groups counted', () =>
    expect(
      derivable(
        [
          [1, 2, 3, 4, 5, 6],
          [1, 2, 3, 4, 5],
        ],
        ONE,
        5,
      ),
    ).toEqual([[6]]));
});

/** Every group below k whose sum is a rational combination of the sums shown: all groups tried, no shortcut. */
function derivable(shown: readonly (readonly number[])[], n: number, k: number): number[][] {
  const basis = reduced(shown.map((group) => rowOf(group, n)));
  const found: number[][] = [];
  const grow = (from: number, group: number[]): void => {
    if (group.length > 0 && spans(basis, rowOf(group, n))) found.push(group);
    if (group.length === k - 1) return;
    for (let next = from; next <= n; next++) grow(next + 1, [...group, next]);
  };
  if (shown.length > 0) grow(1, []);
  return found;
}

const rowOf = (group: readonly number[], n: number): bigint[] =>
  Array.from({ length: n }, (_, i) => (group.includes(i + 1) ? 1n : 0n));

/** Rows in echelon form by elimination in whole numbers. */
function reduced(rows: readonly bigint[][]): bigint[][] {
  const basis: bigint[][] = [];
  for (const row of rows) {
    const rest = remainder(basis, row);
    if (rest.some((x) => x !== 0n)) basis.push(rest);
  }
  return basis;
}

const spans = (basis: readonly bigint[][], row: bigint[]): boolean =>
  remainder(basis, row).every((x) => x === 0n);

function remainder(basis: readonly bigint[][], row: readonly bigint[]): bigint[] {
  let rest = [...row];
  for (const own of basis) {
    const pivot = own.findIndex((x) => x !== 0n);
    const [a, b] = [rest[pivot]!, own[pivot]!];
    if (a !== 0n) rest = rest.map((x, i) => x * b - own[i]! * a);
  }
  return rest;
}

describe('two tenants', () => {
  it('have different ledgers for client organisations with one id', () => {
    const id = '00000000-0000-4000-8000-0000000000c1';
    const [a, b] = ['1', '2'].map((n) => `${n}0000000-0000-4000-8000-000000000000` as TenantId);
    expect(streamOf('ReleaseLedger', a!, id)).not.toBe(streamOf('ReleaseLedger', b!, id));
  });
});

function withdrawn(id: string): ReleaseLedgerEvent {
  return {
    type: 'ReleaseWithdrawn',
    releaseId: id as ReleaseId,
    engagementId,
    reason: 'wrong team',
    withdrawnAt: now,
  };
}
