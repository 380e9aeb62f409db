import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOf, type TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import pg from 'pg';
import {
  EventFailed,
  inTenant,
  migrateReadModels,
  parkedStreams,
  projectBatch,
  projections,
  projectionStates,
  replayParked,
  runProjections,
  type Projection,
} from '../index.js';
import { eventually, formed, joined, ListLog, renamed, teamId } from './history.fixture.js';

const [teams] = projections.filter((p) => p.name === 'teams');
const [users] = projections.filter((p) => p.name === 'users');

/** Teams, but it cannot take a team of this name; `broken` is the bug that is repaired later. */
const breaking = (on: string, how: 'apply' | 'row'): Projection => ({
  ...teams!,
  apply(row, recorded, key, references) {
    const { event } = recorded;
    if (event.type !== 'TeamRenamed' || event.name !== on)
      return teams!.apply(row, recorded, key, references);
    if (how === 'apply') throw new TypeError('cannot read properties of undefined');
    return { ...(row as object), name: 'a\u0000b' };
  },
});

describe('running projections', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  const said: { data: object; message: string }[] = [];
  const log = {
    info: (data: object, message: string) => void said.push({ data, message }),
    error: (data: object, message: string) => void said.push({ data, message }),
  };

  beforeAll(async () => {
    database = await freshDatabase('run');
    await migrateReadModels(database.ownerUrl);
    pool = new pg.Pool({ connectionString: database.appUrl, pipeline: true });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const teamNames = (tenant: TenantId) =>
    inTenant(pool, tenant, async (client) => {
      const { rows } = await client.query<{ id: string; name: string; n: number }>(
        `select id, name, jsonb_array_length(doc->'members') as n from read.teams order by id`,
      );
      return rows;
    });

  /** Runs until it is so, then stops. */
  async function running<T>(
    tenant: TenantId,
    source: ListLog,
    which: readonly Projection[],
    look: () => Promise<T>,
    isSo: (seen: T) => boolean,
    retryMs: readonly number[] = [0, 1, 1],
  ): Promise<T> {
    const stop = new AbortController();
    const run = runProjections({
      pool,
      tenant,
      source,
      projections: which,
      signal: stop.signal,
      log,
      retryMs,
    });
    try {
      return await eventually(look, isSo);
    } finally {
      stop.abort();
      await run;
    }
  }

  it.each([
    ['apply', TENANT_A, 'cannot read properties of undefined'],
    ['row', TENANT_B, 'invalid byte sequence for encoding "UTF8": 0x00'],
  ] as const)(
    'park the stream of an event that breaks in %s, let the others go on, and fold it after the repair',
    async (how, tenant, reason) => {
      const source = new ListLog();
      source.add(tenant, 1, formed('eins'), joined(1));
      source.add(tenant, 2, formed('zwei'));
      source.add(tenant, 1, renamed('BAD'), joined(2));
      source.add(tenant, 2, joined(3));
      source.add(tenant, 1, renamed('gut'), joined(4));
      source.add(tenant, 3, formed('drei'));
      const bad = breaking('BAD', how);

      await running(
        tenant,
        source,
        [bad, users!],
        () => projectionStates(pool, tenant, source, [bad, users!]),
        (states) => states.every((s) => s.lagEvents === 0),
      );
      expect(await parkedStreams(pool, tenant)).toMatchObject([
        {
          projection: 'teams',
          stream: streamOf('Team', tenant, teamId(1)),
          type: 'TeamRenamed',
          attempts: 4,
          parked: true,
          error: reason,
        },
      ]);
      expect(said.some(({ message }) => message.startsWith('a stream is parked'))).toBe(true);
      expect(await teamNames(tenant)).toEqual([
        { id: teamId(1), name: 'eins', n: 1 },
        { id: teamId(2), name: 'zwei', n: 1 },
        { id: teamId(3), name: 'drei', n: 0 },
      ]);

      const stream = streamOf('Team', tenant, teamId(1));
      if (how === 'apply') {
        await expect(replayParked(pool, tenant, source, bad, stream)).rejects.toThrow(EventFailed);
        expect(await parkedStreams(pool, tenant)).toHaveLength(1);
      }
      expect(await replayParked(pool, tenant, source, teams!, stream)).toMatchObject({ events: 4 });
      expect(await replayParked(pool, tenant, source, teams!, stream)).toBeNull();
      expect((await teamNames(tenant))[0]).toEqual({ id: teamId(1), name: 'gut', n: 3 });
      expect(await parkedStreams(pool, tenant)).toEqual([]);

      source.add(tenant, 1, joined(5));
      while ((await projectBatch(pool, tenant, source, [teams!, users!])) > 0);
      expect((await teamNames(tenant))[0]?.n).toBe(4);
    },
  );

  it('park a stream whose event cannot be read, for those alone who care for its kind', async () => {
    const tenant = '0ccccccc-0000-4000-8000-00000000000c' as TenantId;
    const source = new ListLog();
    source.add(tenant, 1, formed('eins'));
    const stream = streamOf('Team', tenant, teamId(1));
    source.addRaw(tenant, (position) => ({
      unreadable: new Error('personId is missing'),
      type: 'TeamMemberAdded.v1',
      stream,
      position,
    }));
    source.add(tenant, 2, formed('zwei'));
    await running(
      tenant,
      source,
      [teams!, users!],
      () => projectionStates(pool, tenant, source, [teams!, users!]),
      (states) => states.every((s) => s.lagEvents === 0),
    );
    expect(await parkedStreams(pool, tenant)).toMatchObject([{ projection: 'teams', stream, parked: true }]);
    expect((await teamNames(tenant)).map((t) => t.name)).toEqual(['eins', 'zwei']);
  });

  it('pass over types that only a newer release knows, and count each once', async () => {
    const tenant = '0ddddddd-0000-4000-8000-00000000000d' as TenantId;
    const source = new ListLog(2);
    source.add(tenant, 1, formed('eins'));
    for (let n = 0; n < 3; n++) source.addRaw(tenant, (position) => ({ unknown: 'TeamMerged.v1', position }));
    source.add(tenant, 1, joined(1));
    const both = [teams!, users!];
    await running(
      tenant,
      source,
      both,
      () => projectionStates(pool, tenant, source, both),
      (states) => states.every((s) => s.lagEvents === 0),
    );
    const states = await projectionStates(pool, tenant, source, both);
    expect(states.map((s) => [s.name, s.unknownEvents])).toEqual([
      ['teams', 3],
      ['users', 3],
    ]);
    expect(await parkedStreams(pool, tenant)).toEqual([]);
  });

  it('let the other read models go on while one is still being tried', async () => {
    const tenant = '0aaaaaaa-1111-4000-8000-00000000000a' as TenantId;
    const source = new ListLog(10);
    source.add(tenant, 1, formed('eins'), renamed('BAD'), joined(1));
    const both = [breaking('BAD', 'apply'), users!];
    const hour = 3_600_000;
    const { states, parked } = await running(
      tenant,
      source,
      both,
      async () => ({
        states: await projectionStates(pool, tenant, source, both),
        parked: await parkedStreams(pool, tenant),
      }),
      (seen) => seen.parked.length > 0 && seen.states[1]?.lagEvents === 0,
      [hour],
    );
    expect(states[0]).toMatchObject({ name: 'teams', lagEvents: 2, events: 1, parked: 0 });
    expect(parked).toMatchObject([{ attempts: 1, parked: false }]);
  });

  it('forget a failure that was overcome before the last attempt', async () => {
    const tenant = '0eeeeeee-0000-4000-8000-00000000000e' as TenantId;
    const source = new ListLog();
    source.add(tenant, 1, formed('eins'), renamed('BAD'), joined(1));
    let left = 2;
    const flaky: Projection = {
      ...teams!,
      apply(row, recorded, key, references) {
        if (recorded.event.type === 'TeamRenamed' && left-- > 0) throw new Error('not now');
        return teams!.apply(row, recorded, key, references);
      },
    };
    await running(
      tenant,
      source,
      [flaky],
      async () => ({ parked: await parkedStreams(pool, tenant), rows: await teamNames(tenant) }),
      ({ parked, rows }) => parked.length === 0 && rows[0]?.n === 1,
    );
    expect(await teamNames(tenant)).toEqual([{ id: teamId(1), name: 'BAD', n: 1 }]);
  });

  it('a batch that was read before a stream was replayed does not count after it', async () => {
    const tenant = '0fffffff-0000-4000-8000-00000000000f' as TenantId;
    const source = new ListLog(10);
    const bad = breaking('BAD', 'apply');
    source.add(tenant, 1, formed('eins'), renamed('BAD'));
    await running(
      tenant,
      source,
      [bad],
      () => parkedStreams(pool, tenant),
      ([one]) => one?.parked === true,
    );
    while ((await projectBatch(pool, tenant, source, [bad])) > 0);
    source.add(tenant, 1, joined(1));
    // This instance has read that the stream is parked; before it writes, the stream is replayed.
    const slow = new (class extends ListLog {
      override read = async (...args: Parameters<ListLog['read']>) => {
        const events = await source.read(...args);
        await replayParked(pool, tenant, source, teams!, streamOf('Team', tenant, teamId(1)));
        return events;
      };
    })();
    await expect(projectBatch(pool, tenant, slow, [teams!])).rejects.toThrow('moved the checkpoint');
    while ((await projectBatch(pool, tenant, source, [teams!])) > 0);
    expect(await teamNames(tenant)).toEqual([{ id: teamId(1), name: 'BAD', n: 1 }]);
  });
});
