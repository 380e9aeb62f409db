import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { streamOf, type TenantId } from '@rapport/domain';
import { createPool, prepareDatabase } from '@rapport/platform/database';
import {
  freshDatabase,
  startPostgres,
  type FreshDatabase,
  type RunningPostgres,
} from '@rapport/testing/embedded';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { anEvent } from './contract.js';
import { migrateLog, rebaseLog } from './migrations.js';
import { START, type EventStore, type StoredEvent } from './port.js';
import { openPostgresStore } from './postgres.js';

const tenants = [randomUUID(), randomUUID()] as TenantId[];
const [a, b] = tenants as [TenantId, TenantId];
const dataDir = mkdtempSync('/var/tmp/rapport-test-rebase-');
let cluster: RunningPostgres;
let oldHouse: FreshDatabase;
let oldOwner: pg.Pool;
let owner: pg.Pool;
let old: EventStore;
let store: EventStore;
let written = 0;

beforeAll(async () => {
  chmodSync(dataDir, 0o755);
  cluster = await startPostgres({ dataDir, durable: false });
  const url = await cluster.ensureDatabase('house');
  await prepareDatabase(url);
  owner = createPool(url, { max: 3 });
  store = openPostgresStore({ pool: owner, listenUrl: url });
  oldHouse = await freshDatabase('rebase');
  oldOwner = createPool(oldHouse.ownerUrl, { max: 3 });
  await migrateLog(oldOwner);
  // A cluster with a past: its transactions are numbered higher than those of a fresh one.
  await oldOwner.query(`create table past (); do $$ begin for n in 1..3000 loop
    begin insert into past default values; exception when others then null; end; end loop; end $$`);
  old = openPostgresStore({ pool: oldOwner, listenUrl: oldHouse.ownerUrl });
  for (let round = 0; round < 12; round++) for (const tenant of tenants) await write(old, tenant);
  await oldOwner.query('select log.truncate($1, $2, 1)', [a, streamOf('Team', a, 't0')]);
}, 60_000);
afterAll(async () => {
  await old.close();
  await store.close();
  await oldOwner.end();
  await owner.end();
  await oldHouse.drop();
  await cluster.stop();
  rmSync(dataDir, { recursive: true });
});

const write = (to: EventStore, tenant: TenantId): Promise<unknown> =>
  to.append(tenant, streamOf(written < 2 ? 'Firm' : 'Team', tenant, `t${written >> 1}`), 'any', [
    anEvent({ n: written++ }, tenant),
  ]);

/** What pg_dump and pg_restore carry over: every column of every table as it is, numbers of transactions included. */
async function restoreDump(): Promise<void> {
  const tables = ['events', 'tenants', 'hidden', 'cluster'];
  await owner.query('drop schema if exists log cascade');
  await migrateLog(owner);
  for (const table of tables) {
    const { rows } = await oldOwner.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from log.${table} t`,
    );
    await owner.query(`delete from log.${table}`);
    await owner.query(
      `insert into log.${table} overriding system value select * from json_populate_recordset(null::log.${table}, $1)`,
      [rows[0]!.rows],
    );
  }
  await owner.query(`select setval('log.events_position_seq', (select max(position) from log.events))`);
}

const numbers = (events: readonly StoredEvent[]): number[] =>
  events.map(({ data }) => (data as { n: number }).n);
const readOn = (tenant: TenantId, after = START): Promise<readonly StoredEvent[]> =>
  store.readAll(tenant, after, {}, 1000);

it('goes on after a dump was restored into another cluster: readers neither lose nor repeat', async () => {
  await restoreDump();
  const seen = new Map<TenantId, StoredEvent[]>();
  for (const tenant of tenants) seen.set(tenant, [...(await old.readAll(tenant, START, {}, 5))]);

  // Without it, as a canary: readers see nothing of what is there.
  expect(await readOn(a)).toEqual([]);
  await migrateLog(owner);

  for (let round = 0; round < 10; round++) for (const tenant of tenants) await write(store, tenant);
  for (const tenant of tenants) {
    const before = seen.get(tenant)!;
    for await (const batch of store.subscribe(
      tenant,
      before.at(-1)!.position,
      {},
      AbortSignal.timeout(10_000),
    ))
      if (before.push(...batch) >= 22) break;
    const expected = Array.from({ length: 22 }, (_, n) => 2 * n + tenants.indexOf(tenant));
    expect(numbers(before)).toEqual(expected);
    expect(numbers(await readOn(tenant))).toEqual(expected);
    expect(await store.head(tenant)).toBe(before.at(-1)!.position);
  }
}, 30_000);

it('changes nothing where nothing is wrong, and goes on rightly after one more move', async () => {
  const first = await rebaseLog(owner);
  expect(first).toMatchObject({ moved: false, tenants: 2 });
  expect(first.offset).toBeGreaterThan(0n);
  const heads = await Promise.all(tenants.map((tenant) => store.head(tenant)));
  expect(await rebaseLog(owner)).toEqual(first);
  expect(await Promise.all(tenants.map((tenant) => store.head(tenant)))).toEqual(heads);

  // As in a cluster that is younger still: what is there is numbered higher than what will come.
  await owner.query(`update log.events set tx = (tx::text::bigint + 100000)::text::xid8`);
  await owner.query(`update log.cluster set system = 'another'`);
  expect(await readOn(b)).toEqual([]);
  expect(await rebaseLog(owner)).toMatchObject({ moved: true });
  const last = (await readOn(b)).at(-1)!;
  await write(store, a);
  await write(store, b);
  expect(numbers(await readOn(b, last.position))).toHaveLength(1);
}, 30_000);

it('keeps a transaction that is open before the events of one that came later', async () => {
  const client = await owner.connect();
  const head = await store.head(a);
  await client.query('begin');
  await client.query(`select log.append($1, $2, -1, $3, 'Early.v1', '{}', '{}', null)`, [
    a,
    streamOf('Team', a, 'early'),
    [randomUUID()],
  ]);
  await store.append(a, streamOf('Team', a, 'late'), 'no-stream', [anEvent()]);
  expect(await readOn(a, head)).toEqual([]);
  await client.query('commit');
  client.release();
  expect((await readOn(a, head)).map(({ stream }) => stream.split('_')[1])).toEqual(['early', 'late']);
}, 30_000);
