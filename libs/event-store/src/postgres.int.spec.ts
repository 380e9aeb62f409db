import { randomUUID } from 'node:crypto';
import { streamOf, type TenantId } from '@rapport/domain';
import { createPool } from '@rapport/platform/database';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { anEvent, eventStoreContract } from './contract.js';
import { migrateLog } from './migrations.js';
import {
  START,
  Unavailable,
  WrongExpectedVersion,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
} from './port.js';
import { openPostgresStore } from './postgres.js';

async function openLog(): Promise<{ database: FreshDatabase; owner: pg.Pool; app: pg.Pool }> {
  const database = await freshDatabase('log');
  const owner = createPool(database.ownerUrl, { max: 3 });
  await Promise.all([migrateLog(owner), migrateLog(owner)]);
  return { database, owner, app: createPool(database.appUrl, { max: 24 }) };
}

/** Appends in a transaction left open for a while, as a slow or dying process would. */
const slowAppend = async (
  app: pg.Pool,
  request: {
    tenant: TenantId;
    stream: string;
    events: readonly EventToAppend[];
    delayMs: number;
    takeBack: boolean;
  },
): Promise<boolean> => {
  const client = await app.connect();
  await client.query('begin');
  const [first, ...rest] = request.events;
  await client.query('select log.append($1,$2,-1,$3,$4,$5,$6,$7)', [
    request.tenant,
    request.stream,
    request.events.map(({ eventId }) => eventId),
    first!.type,
    first!.data,
    first!.meta,
    rest.length === 0 ? null : JSON.stringify(rest),
  ]);
  await client.query('select pg_sleep($1)', [request.delayMs / 1000]);
  await client.query(request.takeBack ? 'rollback' : 'commit');
  client.release();
  return !request.takeBack;
};

eventStoreContract('PostgreSQL', async () => {
  const { database, owner, app } = await openLog();
  const another = (): EventStore => openPostgresStore({ pool: app, listenUrl: database.appUrl });
  const [here, there] = [another(), another()];
  const byOwner = openPostgresStore({ pool: owner, listenUrl: database.ownerUrl });
  return {
    here,
    there,
    owner: byOwner,
    another: async () => another(),
    appendAwkwardly: (request) => slowAppend(app, request),
    close: async () => {
      await byOwner.close();
      await here.close();
      await there.close();
      await app.end();
      await owner.end();
      await database.drop();
    },
  };
});

describe('the log in PostgreSQL', () => {
  let database: FreshDatabase;
  let owner: pg.Pool;
  let app: pg.Pool;
  let store: EventStore;
  const tenant = randomUUID() as TenantId;
  const stream = (id = randomUUID()): string => streamOf('Team', tenant, id);

  beforeAll(async () => {
    ({ database, owner, app } = await openLog());
    store = openPostgresStore({ pool: app, listenUrl: database.appUrl });
  });
  afterAll(async () => {
    await store.close();
    await app.end();
    await owner.end();
    await database.drop();
  });

  it('does not pass by an event that became visible after a later one, as a reader by number would', async () => {
    const [early, late] = [anEvent({ who: 'early' }), anEvent({ who: 'late' })];
    const client = await app.connect();
    await client.query('begin');
    await client.query(`select log.append($1,$2,-1,$3,'A.v1','{}','{}',null)`, [
      tenant,
      stream(),
      [early.eventId],
    ]);
    await store.append(tenant, stream(), 'no-stream', [late]);

    const byNumber = async (after: number): Promise<{ event_id: string; position: string }[]> =>
      (
        await owner.query<{ event_id: string; position: string }>(
          'select event_id, position from log.events where tenant_id = $1 and position > $2 order by position',
          [tenant, after],
        )
      ).rows;
    const naive = await byNumber(0);
    expect(naive.map(({ event_id }) => event_id)).toEqual([late.eventId]);
    expect(await store.readAll(tenant, START, {}, 10)).toEqual([]);
    expect(await store.head(tenant)).toBe(START);

    await client.query('commit');
    client.release();
    expect(await byNumber(Number(naive[0]!.position))).toEqual([]);
    const seen: StoredEvent[] = [];
    for await (const batch of store.subscribe(tenant, START, {}, AbortSignal.timeout(4000)))
      if (seen.push(...batch) >= 2) break;
    expect(seen.map(({ eventId }) => eventId)).toEqual([early.eventId, late.eventId]);
  });

  it('lets nobody wait for long for what came before the waiting, or what an open transaction hid', async () => {
    const tenant = randomUUID() as TenantId;
    const open = await owner.connect();
    await open.query('begin');
    await open.query('select pg_current_xact_id()');
    await store.append(tenant, streamOf('Team', tenant, randomUUID()), 'no-stream', [anEvent({ n: 1 })]);
    let looks = 0;
    for (let seen: readonly StoredEvent[] = []; seen.length === 0; looks++) {
      seen = await store.readAll(tenant, START, {}, 10);
      if (looks === 3) {
        expect(seen).toEqual([]);
        await open.query('rollback');
        open.release();
      }
      if (seen.length === 0) await store.woken(tenant, 60_000, new AbortController().signal, START);
    }
    expect(looks).toBeGreaterThan(4);
  });

  it('gives the services no way to change, delete, reorder or smuggle events', async () => {
    const events = { tenant: randomUUID() as TenantId, client: await app.connect() };
    const { client } = events;
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    const denied = async (sql: string, values: unknown[] = []): Promise<void> => {
      await client.query('savepoint attempt');
      await expect(client.query(sql, values)).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback to attempt');
    };
    await denied(`update log.events set data = '{}'`);
    await denied('delete from log.events');
    await denied('truncate log.events');
    const columns = 'tenant_id, stream, revision, event_id, category, type, data, meta';
    await denied(`insert into log.events (${columns}, tx) values ($1,'s',0,$1,'c','t','{}','{}','1')`, [
      tenant,
    ]);
    await denied(`insert into log.events (${columns}) values ($1,'s',0,$1,'c','t','{}','{}')`, [
      events.tenant,
    ]);
    await denied('drop table log.events');
    await denied(
      `insert into log.events (${columns}, recorded_at) values ($1,'s',0,$1,'c','t','{}','{}',now())`,
      [tenant],
    );
    await denied('select log.restore($1, $2)', [tenant, '[]']);
    await denied(`delete from log.hidden`);
    await denied(`update log.cluster set tx_offset = 0`);
    await client.query('rollback');
    client.release();
  });

  it('has row-level security forced on every table with a tenant, and nothing the app role owns', async () => {
    const { rows } = await owner.query(`
      select c.relname, c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null) as policies
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind = 'r' and c.relnamespace = 'log'::regnamespace`);
    const walled = { forced: true, owner: expect.not.stringMatching('rapport_app'), policies: 1 };
    expect(rows).toEqual(
      expect.arrayContaining(['events', 'hidden'].map((relname) => ({ relname, ...walled }))),
    );
    expect(rows).toHaveLength(2);
    const { rows: definers } = await owner.query(
      `select proname from pg_proc where pronamespace = 'log'::regnamespace and prosecdef`,
    );
    expect(definers).toEqual([]);
  });

  it('keeps what was checked true until the commit: who would change it waits, and comes after', async () => {
    const [a, b, c] = [stream(), stream(), stream()];
    const client = await app.connect();
    await client.query('begin');
    const event = anEvent();
    const append = { stream: a, expected: -1, id: event.eventId, ids: [event.eventId], type: event.type };
    await client.query('select * from log.append_all($1, $2, $3)', [
      JSON.stringify([{ ...append, data: {}, meta: event.meta }]),
      tenant,
      JSON.stringify([b, c].map((each) => ({ stream: each, expected: -1 }))),
    ]);
    const opposite = store
      .appendMany(
        tenant,
        [{ stream: b, expected: 'no-stream', events: [anEvent()] }],
        [{ stream: a, expected: 'no-stream' }],
      )
      .catch((error: unknown) => error);
    const simple = store.append(tenant, c, 'no-stream', [anEvent()]);
    const waiting = 'select from pg_locks where locktype = $1 and not granted';
    while (((await owner.query(waiting, ['advisory'])).rowCount ?? 0) < 2);
    await client.query('commit');
    client.release();
    expect(await opposite).toBeInstanceOf(WrongExpectedVersion);
    const [first] = await store.readStream(tenant, a);
    expect((await simple).position > first!.position).toBe(true);
  });

  it('finishes two batches that lock the same streams in opposite order', async () => {
    const [a, b] = [stream(), stream()];
    const batch = (streams: string[]): Promise<unknown> =>
      store.appendMany(
        tenant,
        streams.map((each) => ({ stream: each, expected: 'any', events: [anEvent()] })),
      );
    await Promise.all(Array.from({ length: 6 }, (_, n) => batch(n % 2 ? [a, b] : [b, a])));
    expect([(await store.readStream(tenant, a)).length, (await store.readStream(tenant, b)).length]).toEqual([
      6, 6,
    ]);
  });

  it('says Unavailable when nobody listens, when the server hangs up, and when no connection is free', async () => {
    const nobody = createPool('postgresql://x:y@127.0.0.1:9/none', { connectTimeout: 500 });
    const away = openPostgresStore({ pool: nobody, listenUrl: 'postgresql://x:y@127.0.0.1:9/none' });
    await expect(away.append(tenant, stream(), 'any', [anEvent()])).rejects.toBeInstanceOf(Unavailable);
    await away.close();
    await nobody.end();

    const narrow = createPool(database.appUrl, { max: 1, connectTimeout: 200, statementTimeout: 500 });
    const held = await narrow.connect();
    held.on('error', () => {});
    const starved = openPostgresStore({ pool: narrow, listenUrl: database.appUrl });
    await expect(starved.head(tenant)).rejects.toBeInstanceOf(Unavailable);
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
    held.release();
    const reading = starved.readStream(tenant, stream());
    await reading;
    const sleeping = narrow.query('select pg_sleep(0.4)').catch((error: unknown) => error);
    await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await sleeping;
    expect(await starved.readStream(tenant, stream())).toEqual([]);
    await starved.close();
    await narrow.end();
  });

  it('keeps following after every connection was cut', async () => {
    const own = randomUUID() as TenantId;
    const stop = new AbortController();
    const seen: string[] = [];
    void appendStubbornly();
    for await (const batch of store.subscribe(own, START, {}, stop.signal)) {
      seen.push(...batch.map(({ eventId }) => eventId));
      if (seen.length === 3) break;
      if (seen.length === 1)
        await owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        );
      void appendStubbornly();
    }
    stop.abort();
    expect(seen).toHaveLength(3);

    async function appendStubbornly(): Promise<void> {
      const event = anEvent();
      const target = streamOf('Team', own, randomUUID());
      for (;;)
        try {
          await store.append(own, target, 'no-stream', [event]);
          return;
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
        }
    }
  });
});
