import { describe, expect, it } from '@jest/globals';
import { chainWalk, FIRST_PREVIOUS, hashOfEntry, type AuditEntry, type ChainHead } from './chain.js';

const TENANT = '0aaaaaaa-0000-4000-8000-00000000000a';

function chainOf(n: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= n; seq++) {
    const entry = {
      seq,
      at: `2026-01-01T00:00:${String(seq % 60).padStart(2, '0')}.000001Z`,
      actor: `user-${seq % 3}`,
      action: seq % 2 ? 'profile.read' : 'report.download',
      object: `Assessment/ä${seq}`,
      decision: seq % 5 ? ('allow' as const) : ('deny' as const),
      consentRef: seq % 5 ? 'release:coach/*' : null,
      subject: seq % 2 ? `person-${seq % 4}` : null,
      detail: seq % 7 ? null : 'AAAA',
      prevHash: entries.at(-1)?.hash ?? FIRST_PREVIOUS,
    };
    entries.push({ ...entry, hash: hashOfEntry(TENANT, entry) });
  }
  return entries;
}

const whole = chainOf(60);
const head: ChainHead = { seq: 60, hash: whole.at(-1)!.hash };

/** In portions, as it is read. */
function problemOf(entries: readonly AuditEntry[], kept: ChainHead | null = head) {
  const walk = chainWalk(TENANT, kept);
  for (let at = 0; at < entries.length; at += 7) {
    const problem = walk.take(entries.slice(at, at + 7));
    if (problem) return problem;
  }
  return walk.end();
}

/** mulberry32: the same mutations in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const FIELDS = ['at', 'actor', 'action', 'object', 'decision', 'consentRef', 'subject', 'detail'] as const;

/** Ways to falsify a log; a thorough forger makes the hashes anew, of one entry or of all that follow. */
const MUTATIONS: readonly ((chain: AuditEntry[], random: (below: number) => number) => AuditEntry[])[] = [
  function edit(chain, random) {
    const at = random(chain.length);
    const field = FIELDS[random(FIELDS.length)]!;
    chain[at] = { ...chain[at]!, [field]: `${chain[at]![field] ?? ''}x` };
    return chain;
  },
  function editAndHash(chain, random) {
    const at = random(chain.length);
    const edited = { ...chain[at]!, actor: 'nobody' };
    chain[at] = { ...edited, hash: hashOfEntry(TENANT, edited) };
    return chain;
  },
  function editAndHashAllThatFollow(chain, random) {
    const from = random(chain.length);
    for (let at = from; at < chain.length; at++) {
      const entry = { ...chain[at]!, prevHash: chain[at - 1]?.hash ?? FIRST_PREVIOUS };
      const edited = at === from ? { ...entry, actor: 'nobody' } : entry;
      chain[at] = { ...edited, hash: hashOfEntry(TENANT, edited) };
    }
    return chain;
  },
  function moveCharacterIntoTheNextField(chain, random) {
    const at = random(chain.length);
    const { actor, action, ...rest } = chain[at]!;
    chain[at] = { ...rest, actor: actor.slice(0, -1), action: actor.slice(-1) + action };
    return chain;
  },
  function remove(chain, random) {
    chain.splice(random(chain.length), 1 + random(3));
    return chain;
  },
  function removeAndNumberAnew(chain, random) {
    chain.splice(random(chain.length), 1);
    return chain.map((entry, n) => ({ ...entry, seq: n + 1 }));
  },
  function swap(chain, random) {
    const a = random(chain.length);
    const b = (a + 1 + random(chain.length - 1)) % chain.length;
    [chain[a], chain[b]] = [chain[b]!, chain[a]!];
    return chain;
  },
  function swapContents(chain, random) {
    const a = random(chain.length);
    const b = (a + 1 + random(chain.length - 1)) % chain.length;
    const [first, second] = [chain[a]!, chain[b]!];
    chain[a] = { ...second, seq: first.seq };
    chain[b] = { ...first, seq: second.seq };
    return chain;
  },
  function cutTheEnd(chain, random) {
    return chain.slice(0, random(chain.length));
  },
  function insert(chain, random) {
    const at = random(chain.length);
    chain.splice(at, 0, { ...chain[at]! });
    return chain;
  },
];

describe('the chain of an audit log', () => {
  it('that nobody touched is whole, with and without the head that was kept', () => {
    expect([problemOf(whole), problemOf(whole, null)]).toEqual([null, null]);
    expect(problemOf([], null)).toBeNull();
  });
  it('may have grown since its head was kept', () => {
    expect(problemOf(chainOf(60), { seq: 20, hash: whole[19]!.hash })).toBeNull();
  });
  it('shows every one of a thousand falsifications', () => {
    const random = randomOf(20261125);
    const undetected: string[] = [];
    for (let n = 0; n < 1000; n++) {
      const mutate = MUTATIONS[n % MUTATIONS.length]!;
      if (problemOf(mutate([...whole], random)) === null) undetected.push(mutate.name);
    }
    expect(undetected).toEqual([]);
  });
  it('names the first broken entry', () => {
    const edited = whole.map((entry) => (entry.seq === 31 ? { ...entry, object: 'other' } : entry));
    expect(problemOf(edited)).toEqual({ kind: 'changed', seq: 31 });
    expect(problemOf(whole.filter(({ seq }) => seq !== 12))).toEqual({ kind: 'gap', seq: 12, found: 13 });
    expect(problemOf(whole.slice(0, 50))).toEqual({ kind: 'head-missing', seq: 60 });
  });
  it('without the head cannot tell that its end was cut off: that is what the head is kept for', () => {
    expect(problemOf(whole.slice(0, 50), null)).toBeNull();
  });
});
