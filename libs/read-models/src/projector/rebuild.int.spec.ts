import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import pg from 'pg';
import {
  cancelRebuild,
  canonicalJson,
  inTenant,
  migrateReadModels,
  projectBatch,
  projections,
  projectionStates,
  rebuild,
  verifyProjections,
  type Projection,
  type RebuildOptions,
  type Verified,
} from '../index.js';
import { formed, joined, ListLog, renamed, teamId } from './history.fixture.js';

const [teams] = projections.filter((p) => p.name === 'teams');
const [users] = projections.filter((p) => p.name === 'users');
const both = [teams!, users!];
const tenants = [TENANT_A, TENANT_B];

/** What the next release makes of the same events, with a column more. */
const loud: Projection = {
  ...teams!,
  version: 2,
  columns: { ...teams!.columns, shout: 'text' },
  columnsOf: (row) => ({ ...teams!.columnsOf(row), shout: (row as { name: string }).name.toUpperCase() }),
};

describe('rebuilding beside the live read model', () => {
  let database: FreshDatabase;
  let owner: pg.Pool;
  let pool: pg.Pool;
  let source: ListLog;

  beforeAll(async () => {
    database = await freshDatabase('rebuild');
    owner = new pg.Pool({ connectionString: database.ownerUrl });
    pool = new pg.Pool({ connectionString: database.appUrl, pipeline: true });
  });
  beforeAll(async () => {
    await migrateReadModels(database.ownerUrl);
    source = new ListLog(4);
    for (const tenant of tenants) {
      for (let n = 1; n <= 10; n++)
        source.add(tenant, n, formed(`Team ${n} ${tenant[1]}`), joined(n), joined(n + 1));
      await catchUp(tenant);
    }
  });
  afterEach(async () => {
    await cancelRebuild(owner, pool, source);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), pool.end()]);
    await database.drop();
  });

  const catchUp = async (tenant: TenantId, which: readonly Projection[] = both) => {
    while ((await projectBatch(pool, tenant, source, which)) > 0);
  };
  const options = (more: Partial<RebuildOptions> = {}): RebuildOptions => ({
    owner,
    pool,
    source,
    projections: both,
    signal: new AbortController().signal,
    ...more,
  });
  const verified = async () => {
    const all: Verified[] = [];
    await verifyProjections(options(), (one) => all.push(one));
    return all;
  };
  const nameOf = (tenant: TenantId, n: number) =>
    inTenant(pool, tenant, async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from read.teams where id = $1', [
        teamId(n),
      ]);
      return rows[0]?.name;
    });
  const membersOf = (tenant: TenantId, n: number) =>
    inTenant(pool, tenant, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select jsonb_array_length(doc->'members') as n from read.teams where id = $1`,
        [teamId(n)],
      );
      return rows[0]!.n;
    });
  const spoil = (tenant: TenantId) =>
    inTenant(pool, tenant, (client) =>
      client.query(`update read.teams set name = 'spoilt' where id = $1`, [teamId(3)]),
    );
  const tablesIn = async (schema: string) => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by 1`,
      [schema],
    );
    return rows.map((row) => row.name);
  };

  it('gives the same rows by hash, table for table and tenant for tenant', async () => {
    const all = await verified();
    expect(all).toHaveLength(4);
    for (const { live, rebuilt } of all) expect(rebuilt).toEqual(live);
    expect(all.map((v) => v.live.rows)).toEqual([10, 0, 10, 0]);
    const [a, , b] = all;
    expect(a!.live.sha256).not.toBe(b!.live.sha256);
    expect(await tablesIn('read_next')).toEqual(['checkpoints', 'unknown_events']);
  });

  it('finds a row that is not what the log says, and puts it right for that tenant alone', async () => {
    await spoil(TENANT_A);
    await spoil(TENANT_B);
    const different = (await verified()).filter((v) => v.live.sha256 !== v.rebuilt.sha256);
    expect(different.map((v) => [v.tenant, v.projection])).toEqual([
      [TENANT_A, 'teams'],
      [TENANT_B, 'teams'],
    ]);
    await rebuild(options({ tenant: TENANT_A }));
    expect(await nameOf(TENANT_A, 3)).toBe('Team 3 a');
    expect(await nameOf(TENANT_B, 3)).toBe('spoilt');
    await rebuild(options());
    expect(await nameOf(TENANT_B, 3)).toBe('Team 3 b');
  });

  it('serves the old rows until the moment of the switch, also while the log grows', async () => {
    await spoil(TENANT_A);
    const seen = new Set<string | undefined>();
    const growing: ListLog = Object.assign(Object.create(source) as ListLog, {
      read: async (...args: Parameters<ListLog['read']>) => {
        seen.add(await nameOf(TENANT_A, 3));
        source.add(TENANT_A, 4, joined(50 + seen.size));
        return source.read(...args);
      },
    });
    // The log grows with every look, so it is stopped from outside of it: three looks are enough.
    let looks = 0;
    const limited: ListLog = Object.assign(Object.create(growing) as ListLog, {
      read: (...args: Parameters<ListLog['read']>) =>
        looks++ < 3 ? growing.read(...args) : source.read(...args),
    });
    await rebuild(options({ source: limited }));
    expect([...seen]).toEqual(['spoilt']);
    expect(await nameOf(TENANT_A, 3)).toBe('Team 3 a');
    await catchUp(TENANT_A);
    for (const { live, rebuilt } of await verified()) expect(rebuilt).toEqual(live);
  });

  it('folds what the live one has folded since it caught up, before it takes its place', async () => {
    await spoil(TENANT_A);
    const before = (await membersOf(TENANT_A, 5)) + 1;
    let grown = false;
    const late: ListLog = Object.assign(Object.create(source) as ListLog, {
      read: async (...args: Parameters<ListLog['read']>) => {
        const events = await source.read(...args);
        if (events.length === 0 && args[0] === TENANT_B && !grown) {
          grown = true;
          source.add(TENANT_A, 5, joined(99));
          await catchUp(TENANT_A);
        }
        return events;
      },
    });
    await rebuild(options({ source: late }));
    expect(grown).toBe(true);
    expect(await nameOf(TENANT_A, 3)).toBe('Team 3 a');
    expect(await membersOf(TENANT_A, 5)).toBe(before);
  });

  it('goes on where it was stopped, and never before the switch changes what is read', async () => {
    await spoil(TENANT_A);
    const stop = new AbortController();
    const stopped = rebuild(
      options({ signal: stop.signal, onProgress: ({ events }) => events >= 12 && stop.abort() }),
    );
    await expect(stopped).rejects.toThrow('the next rebuild goes on');
    expect(await nameOf(TENANT_A, 3)).toBe('spoilt');
    const first: number[] = [];
    await rebuild(options({ onProgress: ({ events }) => first.push(events) }));
    expect(first[0]).toBeGreaterThanOrEqual(12);
    expect(await nameOf(TENANT_A, 3)).toBe('Team 3 a');
  });

  it('can be cancelled from elsewhere while it runs, and leaves nothing behind', async () => {
    let cancelled = false;
    const slow: ListLog = Object.assign(Object.create(source) as ListLog, {
      read: async (...args: Parameters<ListLog['read']>) => {
        if (!cancelled) {
          cancelled = true;
          expect(await cancelRebuild(owner, pool, source)).toEqual(['teams', 'users']);
        }
        return source.read(...args);
      },
    });
    await expect(rebuild(options({ source: slow }))).rejects.toThrow('the rebuild was cancelled');
    expect(await tablesIn('read_next')).toEqual(['checkpoints', 'unknown_events']);
    expect(await tablesIn('read_old')).toEqual([]);
  });

  it('stops at an event that cannot be taken, and the old rows go on serving', async () => {
    source.add(TENANT_A, 1, renamed('BAD'));
    await catchUp(TENANT_A);
    const bad: Projection = {
      ...teams!,
      apply(row, recorded, key, references) {
        if (recorded.event.type === 'TeamRenamed') throw new Error('no');
        return teams!.apply(row, recorded, key, references);
      },
    };
    await expect(rebuild(options({ projections: [bad] }))).rejects.toThrow('teams cannot take TeamRenamed');
    expect(await nameOf(TENANT_A, 1)).toBe('BAD');
  });

  it('brings in a new version with a new column; the old release then leaves it alone', async () => {
    await owner.query('select 1');
    const [before] = await projectionStates(pool, TENANT_A, source, [loud]);
    expect(before).toMatchObject({ version: 1, wanted: 2 });
    expect(await projectBatch(pool, TENANT_A, source, [loud])).toBe(0);
    await expect(rebuild(options({ projections: [loud], tenant: TENANT_A }))).rejects.toThrow(
      'for all firms',
    );

    await rebuild(options({ projections: [loud] }));
    const { rows } = await inTenant(pool, TENANT_B, (client) =>
      client.query<{ shout: string }>('select shout from read.teams where id = $1', [teamId(2)]),
    );
    expect(rows[0]?.shout).toBe('TEAM 2 B');
    source.add(TENANT_B, 2, renamed('neu'));
    await catchUp(TENANT_B);
    expect(await nameOf(TENANT_B, 2)).toBe('Team 2 b');
    await catchUp(TENANT_B, [loud]);
    expect(await nameOf(TENANT_B, 2)).toBe('neu');
  });

  it('leaves every table walled and owned by the owner', async () => {
    await rebuild(options({ projections: [users!] }));
    const { rows } = await owner.query<{ walled: boolean; owner: string; policies: string }>(`
      select c.relrowsecurity and c.relforcerowsecurity as walled, r.rolname as owner,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relkind = 'r' and c.relnamespace in ('read'::regnamespace, 'read_next'::regnamespace)`);
    expect(rows.length).toBeGreaterThan(projections.length);
    for (const row of rows) {
      expect(row).toMatchObject({ walled: true, policies: '1' });
      expect(row.owner).not.toBe('rapport_app');
    }
    await expect(pool.query('create table read_next.mine (id text)')).rejects.toThrow('permission denied');
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ä' }], a: 0.1 })).toBe(
      '{"a":0.1,"b":[1,{"c":"ä","d":null}]}',
    );
  });
});
