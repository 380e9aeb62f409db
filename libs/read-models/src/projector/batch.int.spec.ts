import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOf, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import pg from 'pg';
import {
  CheckpointMoved,
  inTenant,
  migrateReadModels,
  projectBatch,
  projections,
  type EventSource,
  type Projection,
} from '../index.js';

const TEAM = '11111111-0000-4000-8000-000000000001';
const CLIENT = '22222222-0000-4000-8000-000000000002' as never;
const person = (n: number) => `33333333-0000-4000-8000-00000000000${n}` as never;

const positionOf = (n: number) => n.toString(16).padStart(16, '0');
const recorded = (tenant: TenantId, n: number, event: DomainEvent): Recorded<DomainEvent> => ({
  event,
  stream: streamOf('Team', tenant, TEAM),
  revision: n,
  eventId: `${tenant}-${n}`,
  position: positionOf(n + 1),
  meta: {
    tenantId: tenant,
    actorId: 'a',
    commandId: 'c',
    $correlationId: 'c',
    $causationId: null,
    at: '2026-01-01T00:00:00.000Z',
  },
});

/** A log that is a list; `limit` small enough that several batches are needed. */
const logOf = (events: ReadonlyMap<TenantId, readonly Recorded<DomainEvent>[]>, batch = 2): EventSource => ({
  read: async (tenant, after) => (events.get(tenant) ?? []).filter((e) => e.position > after).slice(0, batch),
  instrument: async () => ({ documents: [], norms: [] }),
  woken: async () => undefined,
});

const history = (tenant: TenantId, name: string): Recorded<DomainEvent>[] =>
  [
    { type: 'TeamFormed', clientId: CLIENT, name, function: 'sales' } as const,
    ...[1, 2, 3, 4, 5].map(
      (n) => ({ type: 'TeamMemberAdded', personId: person(n), validFrom: '2026-01-01' }) as const,
    ),
    { type: 'TeamMemberLeft', personId: person(5), validTo: '2026-02-01' } as const,
  ].map((event, n) => recorded(tenant, n, event));

const teams = projections.filter((p) => p.name === 'teams');

async function drain(
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  which: readonly Projection[] = teams,
) {
  while ((await projectBatch(pool, tenant, source, which)) > 0);
}
const readTeam = (pool: pg.Pool, tenant: TenantId) =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ doc: { name: string; members: unknown[] } }>(
      'select doc from read.teams where id = $1',
      [TEAM],
    );
    return rows[0]?.doc;
  });

describe('projections in PostgreSQL', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  const both = new Map([
    [TENANT_A, history(TENANT_A, 'Vertrieb')],
    [TENANT_B, history(TENANT_B, 'Vertrieb B')],
  ]);

  beforeAll(async () => {
    database = await freshDatabase('projector');
    await migrateReadModels(database.ownerUrl);
    pool = new pg.Pool({ connectionString: database.appUrl, pipeline: true });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('keep two tenants with the same ids apart', async () => {
    await drain(pool, TENANT_A, logOf(both));
    await drain(pool, TENANT_B, logOf(both));
    expect((await readTeam(pool, TENANT_A))?.name).toBe('Vertrieb');
    expect((await readTeam(pool, TENANT_B))?.name).toBe('Vertrieb B');
  });

  it('refuse to read or write anything without a tenant', async () => {
    await expect(pool.query('select * from read.teams')).rejects.toThrow(/app\.tenant|uuid/);
    const foreign = inTenant(pool, TENANT_A, (client) =>
      client.query("insert into read.teams (tenant_id, id, doc) values ($1, 'x', '{}')", [TENANT_B]),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it('give the same row when every event is delivered twice', async () => {
    const before = await readTeam(pool, TENANT_A);
    await drain(pool, TENANT_A, logOf(both));
    expect(await readTeam(pool, TENANT_A)).toEqual(before);
    expect(before?.members).toHaveLength(5);
  });

  it('count every event once when four instances race', async () => {
    const tenant = '0ccccccc-0000-4000-8000-00000000000c' as TenantId;
    const events = new Map([[tenant, history(tenant, 'Rennen')]]);
    const instance = async () => {
      for (let moved = 0; ;) {
        try {
          if ((await projectBatch(pool, tenant, logOf(events, 1), teams)) === 0) return moved;
        } catch (error) {
          if (!(error instanceof CheckpointMoved)) throw error;
          moved++;
        }
      }
    };
    await Promise.all([instance(), instance(), instance(), instance()]);
    expect((await readTeam(pool, tenant))?.members).toHaveLength(5);
  });

  it('leave neither row nor checkpoint behind when a batch breaks in the middle', async () => {
    const tenant = '0ddddddd-0000-4000-8000-00000000000d' as TenantId;
    const events = new Map([[tenant, history(tenant, 'Abbruch')]]);
    const [team] = teams;
    const breaking: Projection = {
      ...team!,
      name: 'teams',
      columnsOf: () => {
        throw new Error('killed in the middle');
      },
    };
    await expect(projectBatch(pool, tenant, logOf(events), [breaking])).rejects.toThrow(
      'killed in the middle',
    );
    expect(await readTeam(pool, tenant)).toBeUndefined();
    await drain(pool, tenant, logOf(events));
    expect((await readTeam(pool, tenant))?.members).toHaveLength(5);
  });

  it('bring a newcomer forward alone until it has caught up with the others', async () => {
    const tenant = '0eeeeeee-0000-4000-8000-00000000000e' as TenantId;
    const events = new Map([[tenant, history(tenant, 'Neuling')]]);
    await drain(pool, tenant, logOf(events));
    const newcomer = projections.filter((p) => p.name === 'teams' || p.name === 'persons');
    await drain(pool, tenant, logOf(events), newcomer);
    expect((await readTeam(pool, tenant))?.members).toHaveLength(5);
  });
});

describe('the catalogue of tables', () => {
  let database: FreshDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase('catalogue');
    await migrateReadModels(database.ownerUrl);
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('has a table for every projection', async () => {
    const { rows } = await owner.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'read'",
    );
    const names = rows.map((r) => r.table_name);
    for (const { table } of projections) expect(names).toContain(table);
  });

  /**
   * Counts of attempts hold hashes only, also of addresses that try many firms: there is nobody's row to wall off. The
   * list of audited tenants holds their ids, so that a chain can be verified without being told of it.
   */
  const ownedByNobody = ['access.attempts', 'audit.tenants'];

  it('puts row-level security, forced, on every table and begins every unique index with the tenant', async () => {
    const { rows } = await owner.query<{
      name: string;
      walled: boolean;
      policies: string;
      leading: boolean;
    }>(`
      select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as walled,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
        (select coalesce(bool_and(a.attname = 'tenant_id'), true) from pg_index i
           join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisunique) as leading
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('read', 'read_next', 'access', 'files', 'audit', 'outbox')`);
    expect(rows.length).toBeGreaterThanOrEqual(projections.length + 5);
    for (const row of rows.filter(({ name }) => !ownedByNobody.includes(name)))
      expect(row).toMatchObject({ walled: true, leading: true, policies: '1' });
  });

  it('knows the tenant of every row but those of nobody', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('read', 'read_next', 'access', 'files', 'audit', 'outbox')
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(ownedByNobody);
  });

  it('lets the app role own nothing', async () => {
    const { rows } = await owner.query(
      "select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'rapport_app'",
    );
    expect(rows).toEqual([]);
  });
});
