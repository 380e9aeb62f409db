import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateKeys, migrateLog } from '@rapport/event-store';
import { migrateJobs } from '@rapport/jobs';
import { createPool } from '@rapport/platform/database';
import { migrateReadModels } from '@rapport/read-models';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import type pg from 'pg';

/** Tables without rows of any one firm, and why. */
const OF_NOBODY = [
  // Versions of the tables themselves, and how far read models are built.
  ...['rapport_migrations', 'log.migrations', 'keys.migrations', 'log.cluster'],
  ...['projector.instances', 'projector.rebuilds', 'projector.shards', 'projector.versions'],
  // Which firms there are, by id alone: whoever goes through all of them begins here.
  ...['log.tenants', 'keys.tenants', 'audit.tenants'],
  // Hashes that are counted, also of addresses that try many firms.
  'access.attempts',
  // The queue's own: ids of what is to be done, and no more.
  ...['dedup', 'dedup_next', 'event', 'job', 'job_dependency', 'job_log', 'meta', 'metrics', 'migration'].map(
    (name) => `jobs.${name}`,
  ),
  ...['rate_limit', 'relay_inbox', 'relay_node', 'relay_retained', 'relay_subscription', 'scheduler'].map(
    (name) => `jobs.${name}`,
  ),
];
/** Tells of the oldest running transaction, which the application may not see itself; no rows of anybody. */
const OF_THE_OWNER = ['projector.horizon()'];

const USER = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'`;
/** Everything in a database that could let one firm see another, each as a sentence. */
const CATALOGUE = `
  with tables as (
    select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${USER})
  select name || ': no tenant_id' as problem from tables where not tenant and name <> all($1)
  union all select name || ': row security is off' from tables where tenant and not relrowsecurity
  union all select name || ': its owner goes around row security' from tables where tenant and not relforcerowsecurity
  union all select t.name || ': no policy for reading and writing' from tables t where tenant and not exists (
    select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)
  union all select t.name || ': policy ' || p.polname || ' does not ask for the tenant' from tables t join pg_policy p on p.polrelid = t.oid
    where pg_get_expr(p.polqual, p.polrelid) !~ '\\(tenant_id = .*current_setting\\(''app\\.tenant''::text\\)'
      or pg_get_expr(p.polwithcheck, p.polrelid) !~ '\\(tenant_id = .*current_setting\\(''app\\.tenant''::text\\)'
  union all select t.name || ': ' || i.indexrelid::regclass || ' is unique over all firms' from tables t join pg_index i on i.indrelid = t.oid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where tenant and i.indisunique and a.attname is distinct from 'tenant_id'
  union all select t.name || ': belongs to ' || r.rolname from tables t join pg_roles r on r.oid = t.relowner where r.rolname like 'rapport_app%'
  union all select c.oid::regclass || ': a view with the rights of its owner' from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and ${USER} and not coalesce(c.reloptions @> array['security_invoker=true'], false)
  union all select c.oid::regclass || ': a materialised view' from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'm' and ${USER}
  union all select f.oid::regprocedure || ': a function with the rights of its owner' from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where f.prosecdef and ${USER} and f.oid::regprocedure::text <> all($2)
  union all select n.nspname || ': a schema the application may create in' from pg_namespace n
    where ${USER} and has_schema_privilege('rapport_app', n.oid, 'create')
  union all select r.rolname || ': a role that goes around row security' from pg_roles r
    where r.rolname like 'rapport_app%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)
  order by problem`;

let database: FreshDatabase;
let owner: pg.Pool;
let keys: pg.Pool;
/** One connection, so that whatever one firm leaves behind meets the next. */
let app: pg.Pool;
let keysApp: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase('catalogue');
  owner = createPool(database.ownerUrl, { max: 1 });
  keys = createPool(database.keysUrl, { max: 1 });
  app = createPool(database.appUrl, { max: 1 });
  keysApp = createPool(appOf(database), { max: 1 });
  await migrateLog(owner);
  await migrateKeys(keys);
  await migrateReadModels(database.ownerUrl);
  await migrateJobs(database.ownerUrl);
}, 60_000);
afterAll(async () => {
  await Promise.all([owner, keys, app, keysApp].map((pool) => pool.end()));
  await database.drop();
});

/** The keys, as the application reaches them. */
function appOf({ appUrl, keysUrl }: FreshDatabase): string {
  const url = new URL(appUrl);
  url.pathname = new URL(keysUrl).pathname;
  return url.href;
}

type Runs = Pick<pg.Pool, 'query'>;
const problems = async (at: Runs): Promise<readonly string[]> =>
  (await at.query<{ problem: string }>(CATALOGUE, [OF_NOBODY, OF_THE_OWNER])).rows.map(
    ({ problem }) => problem,
  );

describe('the walls between firms in the database', () => {
  it('stand around every table, view and function there is', async () => {
    expect({ log: await problems(owner), keys: await problems(keys) }).toEqual({ log: [], keys: [] });
  });

  it('have no exception that is not there any more', async () => {
    const gone = async (at: pg.Pool) =>
      (
        await at.query<{ name: string }>(
          `select name from unnest($1::text[]) name where to_regclass(name) is null and name !~ '\\('
             or name ~ '\\(' and to_regprocedure(name) is null`,
          [[...OF_NOBODY, ...OF_THE_OWNER]],
        )
      ).rows.map(({ name }) => name);
    const inKeys = new Set(await gone(keys));
    expect((await gone(owner)).filter((name) => inKeys.has(name))).toEqual([]);
  });

  const planted: readonly (readonly [string, string, string])[] = [
    ['no tenant', 'create table read.bad (id text)', 'read.bad: no tenant_id'],
    ['no row security', 'create table read.bad (tenant_id uuid not null)', 'read.bad: row security is off'],
    [
      'row security that the owner goes around',
      'create table read.bad (tenant_id uuid not null); alter table read.bad enable row level security',
      'read.bad: its owner goes around row security',
    ],
    [
      'no policy',
      'create table audit.bad (tenant_id uuid not null); alter table audit.bad enable row level security, force row level security',
      'audit.bad: no policy for reading and writing',
    ],
    [
      'a policy that lets everybody in',
      'create policy second on read.persons for select using (true)',
      'read.persons: policy second does not ask for the tenant',
    ],
    [
      'something unique over all firms',
      'create unique index bad on access.accounts (email)',
      'access.accounts: access.bad is unique over all firms',
    ],
    [
      'a view of the owner’s',
      'create view read.bad as select * from read.persons',
      'read.bad: a view with the rights of its owner',
    ],
    ['a materialised view', 'create materialized view read.bad as select 1', 'read.bad: a materialised view'],
    [
      'a function of the owner’s',
      `create function read.bad() returns int language sql security definer as 'select 1'`,
      'read.bad(): a function with the rights of its owner',
    ],
    [
      'a schema to create in',
      'grant create on schema read to rapport_app',
      'read: a schema the application may create in',
    ],
  ];
  it.each(planted)('would be missed by %s', async (_, statements, problem) => {
    const client = await owner.connect();
    try {
      await client.query('begin');
      await client.query(statements);
      expect(await problems(client)).toContain(problem);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('the application on one connection', () => {
  const as = async <T>(pool: pg.Pool, tenant: string | null, statement: string, values: unknown[] = []) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (tenant !== null) await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
      const { rows, rowCount } = await client.query<T & pg.QueryResultRow>(statement, values);
      await client.query('commit');
      return { rows, rowCount };
    } catch (error) {
      await client.query('rollback');
      return { code: (error as { code?: string }).code };
    } finally {
      client.release();
    }
  };
  const tablesOf = async (pool: pg.Pool) =>
    (
      await pool.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relkind in ('r', 'p') and ${USER} order by name`)
    ).rows.map(({ name }) => name);

  it('neither reads, adds, moves nor removes a row of another firm, in any table', async () => {
    let tried = 0;
    const broken: string[] = [];
    for (const [all, pool] of [
      [owner, app],
      [keys, keysApp],
    ] as const)
      for (const table of await tablesOf(all)) {
        const attempts: readonly (readonly [string, string])[] = [
          ['reads', `select 1 from ${table} where tenant_id = '${TENANT_B}'`],
          ['adds', `insert into ${table} (tenant_id) values ('${TENANT_B}')`],
          ['moves', `update ${table} set tenant_id = '${TENANT_B}'`],
          ['changes', `update ${table} set tenant_id = tenant_id where tenant_id = '${TENANT_B}'`],
          ['removes', `delete from ${table} where tenant_id = '${TENANT_B}'`],
        ];
        for (const [what, statement] of attempts) {
          tried++;
          const done = await as(pool, TENANT_A, statement);
          const refused = 'code' in done ? done.code === '42501' : done.rowCount === 0 && what !== 'adds';
          if (!refused) broken.push(`${what} ${table}: ${JSON.stringify(done)}`);
        }
        tried++;
        // Nothing of the firm before is left on the connection, and without one there is no answer.
        const nobody = await as(pool, null, `select 1 from ${table}`);
        if (!('code' in nobody)) broken.push(`reads ${table} for nobody`);
      }
    console.info(`statements against rows of another firm: ${tried}`);
    expect(broken).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });
});
