import { randomUUID } from 'node:crypto';
import { streamOf, type CommandMeta, type Decider, type EventCodec, type TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createJournal, type Journal } from './journal.js';
import { openMemoryStore } from './memory.js';
import { START, Unavailable, type EventStore } from './port.js';
import { eventIdOf } from './stored-form.js';
import type { Vault } from './vault-port.js';
import { memoryVault } from './vault.js';

/** A team with named members, small enough to see every rule of the journal in. */
type TeamFact = { type: 'Formed' } | { type: 'Joined'; who: string; note: string } | { type: 'Novelty' };
type TeamOrder = { do: 'form' } | { do: 'join'; who: string } | { do: 'welcome'; who: readonly string[] };
type Team = { formed: boolean; members: readonly string[] };
type TeamRefusal = { refusal: 'NotFormed' } | { refusal: 'TeamIsFull'; members: number };

let decided = 0;
const decider: Decider<TeamOrder, Team, TeamFact, TeamRefusal> = {
  category: 'Team',
  initialState: { formed: false, members: [] },
  decide(order, team) {
    decided++;
    if (order.do === 'form') return team.formed ? [] : [{ type: 'Formed' }];
    if (!team.formed) return { refusal: 'NotFormed' };
    const who = (order.do === 'join' ? [order.who] : order.who).filter(
      (each) => !team.members.includes(each),
    );
    if (team.members.length + who.length > 12) return { refusal: 'TeamIsFull', members: team.members.length };
    return who.map((each) => ({ type: 'Joined', who: each, note: `about ${each}` }));
  },
  evolve: (team, fact) =>
    fact.type === 'Joined' ? { ...team, members: [...team.members, fact.who] } : { ...team, formed: true },
};

const codec: EventCodec<TeamFact> = {
  storedName: (fact) => `${fact.type}.v1`,
  encode(fact, streamId) {
    if (fact.type !== 'Joined') return { clear: {}, sealed: [] };
    const { who, note } = fact;
    return {
      clear: { team: streamId },
      sealed: [
        { subject: `person:${who}`, fields: { who } },
        { subject: `person:${who}`, fields: { note } },
      ],
    };
  },
  decode(name, _clear, opened) {
    if (name === 'Formed.v1') return { type: 'Formed' };
    if (name !== 'Joined.v1') return { unknown: name };
    const [who, note] = opened.map((part) => (part === 'forgotten' ? { who: 'forgotten', note: '' } : part));
    return { type: 'Joined', ...(who as { who: string }), ...(note as { note: string }) };
  },
};

let store: EventStore;
let vault: Vault;
let journal: Journal<TeamFact, TeamRefusal>;
const journalOver = (over: EventStore): Journal<TeamFact, TeamRefusal> =>
  createJournal({ store: over, vault, codec, deciders: { Team: decider } });
const meta = (tenantId: TenantId = TENANT_A): CommandMeta => ({
  tenantId,
  actorId: 'user-1',
  commandId: randomUUID(),
  correlationId: 'correlation-1',
  causationId: null,
  now: '2026-03-01T09:00:00.000Z',
});
/** The same, but for the methods given. */
const instead = <T extends object>(original: T, methods: Partial<T>): T =>
  new Proxy(original, {
    get(target, name) {
      const method: unknown = Reflect.get(name in methods ? methods : target, name);
      return typeof method === 'function' ? method.bind(name in methods ? methods : target) : method;
    },
  });
const to = (id: string, command: TeamOrder) => ({ category: 'Team' as const, id, command });
const factsOf = async (id: string, tenant = TENANT_A): Promise<unknown[]> =>
  (await journal.decode(await store.readStream(tenant, streamOf('Team', tenant, id)))).map((recorded) =>
    'event' in recorded ? recorded.event : recorded.unknown,
  );

beforeEach(() => {
  store = openMemoryStore();
  vault = memoryVault();
  journal = journalOver(store);
  decided = 0;
});

describe('executing a command', () => {
  it('stores what was decided and answers its place', async () => {
    const about = meta();
    const accepted = await journal.execute(to('t', { do: 'form' }), about);
    expect(accepted).toEqual({
      kind: 'accepted',
      revision: 0,
      position: await store.head(TENANT_A),
      events: 1,
    });
    const [stored] = await store.readStream(TENANT_A, streamOf('Team', TENANT_A, 't'));
    expect(stored).toMatchObject({
      type: 'Formed.v1',
      eventId: eventIdOf(about.commandId, 0),
      data: { clear: {} },
      meta: {
        tenantId: TENANT_A,
        actorId: 'user-1',
        commandId: about.commandId,
        $correlationId: 'correlation-1',
        $causationId: null,
        at: about.now,
      },
    });
  });

  it('passes a refusal on and stores nothing', async () => {
    const refused = await journal.execute(to('t', { do: 'join', who: 'Ada' }), meta());
    expect(refused).toEqual({ kind: 'refused', refusals: [{ index: 0, refusal: { refusal: 'NotFormed' } }] });
    expect(await factsOf('t')).toEqual([]);
  });

  it('accepts a command that changes nothing, at the place where the stream stands', async () => {
    const first = await journal.execute(to('t', { do: 'form' }), meta());
    expect(await journal.execute(to('t', { do: 'form' }), meta())).toEqual({ ...first, events: 0 });
    expect(await journal.executeAll([], meta())).toEqual({
      kind: 'accepted',
      revision: -1,
      position: START,
      events: 0,
    });
  });

  it('stores nothing when a stream has grown since the commands were made from it', async () => {
    await journal.execute(to('t', { do: 'form' }), meta());
    const asOf = await store.head(TENANT_A);
    await journal.execute(to('u', { do: 'form' }), meta());
    const join = (who: string) => [to('t', { do: 'join', who })];
    const about = meta();
    const first = await journal.executeAll(join('Ada'), about, asOf);
    expect(first).toMatchObject({ kind: 'accepted', events: 1 });
    expect(await journal.executeAll(join('Bo'), meta(), asOf)).toEqual({
      kind: 'stale',
      position: await store.head(TENANT_A),
    });
    // The one that was first may be repeated: it is the same command.
    expect(await journal.executeAll(join('Ada'), about, asOf)).toEqual(first);
    expect(await factsOf('t')).toHaveLength(2);
  });

  it('finds out that a stream has grown when others were faster in the middle', async () => {
    await journal.execute(to('t', { do: 'form' }), meta());
    const asOf = await store.head(TENANT_A);
    const outcomes = await Promise.all(
      ['Ada', 'Bo', 'Cy', 'Di'].map((who) =>
        journal.executeAll([to('t', { do: 'join', who })], meta(), asOf),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'stale', 'stale', 'stale']);
    expect(await factsOf('t')).toHaveLength(2);
  });

  it('answers the same command again as the first time, without deciding again', async () => {
    await journal.execute(to('t', { do: 'form' }), meta());
    const about = meta();
    const first = await journal.execute(to('t', { do: 'welcome', who: ['Ada', 'Bo'] }), about);
    await journal.execute(to('t', { do: 'join', who: 'Cy' }), meta());
    const before = decided;
    expect(await journal.execute(to('t', { do: 'welcome', who: ['Ada', 'Bo'] }), about)).toEqual(first);
    expect(decided).toBe(before);
    expect(first).toMatchObject({ revision: 2, events: 2 });
  });

  it('finds the same command done when the answer of its append was lost', async () => {
    const losing: EventStore = instead(store, {
      append: async (...args: Parameters<EventStore['append']>) => {
        await store.append(...args);
        throw new Unavailable('the answer was lost');
      },
    });
    const about = meta();
    await expect(journalOver(losing).execute(to('t', { do: 'form' }), about)).rejects.toBeInstanceOf(
      Unavailable,
    );
    expect(await journal.execute(to('t', { do: 'form' }), about)).toMatchObject({
      kind: 'accepted',
      events: 1,
    });
    expect(await factsOf('t')).toEqual([{ type: 'Formed' }]);
  });

  it('decides anew on the fresh state when others were faster', async () => {
    await journal.execute(to('t', { do: 'form' }), meta());
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, n) => journal.execute(to('t', { do: 'join', who: `p${n}` }), meta())),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(4).fill('accepted'));
    expect(await factsOf('t')).toHaveLength(5);
  });

  it('gives up with a conflict when others are faster every time', async () => {
    await journal.execute(to('t', { do: 'form' }), meta());
    let rivals = 0;
    const busy: EventStore = instead(store, {
      append: async (...args: Parameters<EventStore['append']>) => {
        await journal.execute(to('t', { do: 'join', who: `rival${rivals++}` }), meta());
        return store.append(...args);
      },
    });
    const outcome = await journalOver(busy).execute(to('t', { do: 'join', who: 'slow' }), meta());
    expect(outcome).toEqual({ kind: 'conflict' });
    expect(rivals).toBe(6);
    expect(await factsOf('t')).toHaveLength(7);
  });

  it('does not decide over an event it does not know', async () => {
    await store.append(TENANT_A, streamOf('Team', TENANT_A, 't'), 'no-stream', [
      { eventId: randomUUID(), type: 'Novelty.v1', data: { clear: {} }, meta: { ...eventMeta() } },
    ]);
    await expect(journal.execute(to('t', { do: 'form' }), meta())).rejects.toThrow(/Novelty\.v1/);
    expect(await factsOf('t')).toEqual(['Novelty.v1']);
  });

  it('keeps two tenants apart, even for the same team and command id', async () => {
    const about = meta(TENANT_A);
    await journal.execute(to('t', { do: 'form' }), about);
    const other = await journal.execute(to('t', { do: 'form' }), { ...about, tenantId: TENANT_B });
    expect(other).toMatchObject({ kind: 'accepted', revision: 0, events: 1 });
    expect(await factsOf('t', TENANT_B)).toEqual([{ type: 'Formed' }]);
  });
});

describe('executing many commands', () => {
  it('lets commands of one stream build on each other, in order, over several streams', async () => {
    const outcome = await journal.executeAll(
      [
        to('a', { do: 'form' }),
        to('b', { do: 'form' }),
        to('a', { do: 'join', who: 'Ada' }),
        to('a', { do: 'join', who: 'Ada' }),
        to('b', { do: 'welcome', who: ['Bo', 'Cy'] }),
      ],
      meta(),
    );
    expect(outcome).toEqual({
      kind: 'accepted',
      revision: 2,
      position: await store.head(TENANT_A),
      events: 5,
    });
    expect([await factsOf('a'), await factsOf('b')].map((facts) => facts.length)).toEqual([2, 3]);
  });

  it('names every refused command and stores nothing at all', async () => {
    const outcome = await journal.executeAll(
      [to('a', { do: 'form' }), to('b', { do: 'join', who: 'Bo' }), to('c', { do: 'join', who: 'Cy' })],
      meta(),
    );
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ index: 1 }, { index: 2 }] });
    expect(await store.head(TENANT_A)).toBe(START);
  });

  it('reads a few streams at a time, however many are addressed', async () => {
    let [now, most] = [0, 0];
    const counting = instead(store, {
      readStream: async (...args) => {
        most = Math.max(most, ++now);
        await new Promise(setImmediate);
        now--;
        return store.readStream(...args);
      },
    });
    const batch = Array.from({ length: 300 }, (_, n) => to(`t${n}`, { do: 'form' }));
    expect(await journalOver(counting).executeAll(batch, meta())).toMatchObject({ events: 300 });
    expect(most).toBe(4);
  });

  it('answers the same batch again as the first time', async () => {
    const about = meta();
    const batch = [to('a', { do: 'form' }), to('b', { do: 'form' })];
    const first = await journal.executeAll(batch, about);
    await journal.execute(to('b', { do: 'join', who: 'Bo' }), meta());
    expect(await journal.executeAll(batch, about)).toEqual(first);
    expect(await factsOf('a')).toHaveLength(1);
  });
});

describe('reading decoded events', () => {
  it('opens what the vault still can, and goes on where a person is forgotten', async () => {
    await journal.executeAll(
      [to('t', { do: 'form' }), to('t', { do: 'welcome', who: ['Ada', 'Bo'] })],
      meta(),
    );
    const stored = await store.readStream(TENANT_A, streamOf('Team', TENANT_A, 't'));
    expect(JSON.stringify(stored)).not.toContain('about Ada');
    await vault.destroyKey(TENANT_A, 'person:Ada');
    expect(await factsOf('t')).toEqual([
      { type: 'Formed' },
      { type: 'Joined', who: 'forgotten', note: '' },
      { type: 'Joined', who: 'Bo', note: 'about Bo' },
    ]);
  });

  it('keeps name and place of an event that only a newer version knows', async () => {
    const stream = streamOf('Team', TENANT_A, 't');
    const { position } = await store.append(TENANT_A, stream, 'no-stream', [
      { eventId: randomUUID(), type: 'Novelty.v1', data: { clear: {} }, meta: eventMeta() },
    ]);
    const read = await journal.decode(await store.readAll(TENANT_A, START, {}, 10));
    expect(read).toEqual([{ unknown: 'Novelty.v1', stream, position }]);
  });

  it('asks the vault once for all persons of a batch', async () => {
    await journal.executeAll(
      [to('t', { do: 'form' }), to('t', { do: 'welcome', who: ['Ada', 'Bo'] })],
      meta(),
    );
    const asked: string[][] = [];
    const watched: Vault = instead(vault, {
      prefetch: async (_, subjects) => void asked.push([...subjects]),
    });
    const reader = createJournal({ store, vault: watched, codec, deciders: {} });
    await reader.decode(await store.readAll(TENANT_A, START, {}, 10));
    expect(asked).toEqual([['person:Ada', 'person:Bo']]);
  });
});

it('makes event ids from command id and number, the same every time and nowhere twice', () => {
  const ids = [eventIdOf('a', 0), eventIdOf('a', 1), eventIdOf('b', 0)];
  expect(eventIdOf('a', 0)).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

const eventMeta = () => ({
  tenantId: TENANT_A,
  actorId: 'a newer version',
  commandId: randomUUID(),
  $correlationId: 'c',
  $causationId: null,
  at: '2026-03-01T09:00:00.000Z',
});
