import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startAssessment } from '@rapport/assessment';
import { deciders, eventCodec, type AddressedCommand, type Caller, type TenantId } from '@rapport/domain';
import { migrateKeys, migrateLog, openLog, type Log } from '@rapport/event-store';
import { migrateJobs } from '@rapport/jobs';
import { createLogger, readSettings, type RunningService } from '@rapport/platform';
import { createPool, prepareDatabase } from '@rapport/platform/database';
import { startProfiling } from '@rapport/profiling';
import {
  applyErasures,
  inTenant,
  migrateReadModels,
  personsPastRetention,
  profile,
  residueOf,
  sweep,
  tenantOf,
} from '@rapport/read-models';
import { startReporting } from '@rapport/reporting';
import { freshDatabase, startPostgres, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  assessment,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  person,
  release,
  USERS,
} from '../../apps/gateway/src/firm.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
const key = () => randomBytes(32).toString('base64');

interface House {
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly start: () => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

const keys = { kek: key(), token: key() };

/** Everything but the gateway, on databases that may be others than the last time. */
async function house(mainUrl: string, keysUrl: string): Promise<House> {
  const common = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: mainUrl,
    KEYS_DATABASE_URL: keysUrl,
    KEY_ENCRYPTION_KEY: keys.kek,
    SERVICE_TOKEN_SECRET: keys.token,
    PUBLIC_URL: 'http://localhost:4900',
  };
  const log = await openLog({ settings: readSettings('assessment', common), codec: eventCodec, deciders });
  const pool = createPool(
    mainUrl.includes('options=') ? mainUrl : `${mainUrl}?options=-c%20role%3Drapport_app`,
    {
      max: 5,
    },
  );
  const logger = createLogger('test', 'silent');
  return {
    pool,
    log,
    async start() {
      const running: RunningService[] = [await startAssessment(readSettings('assessment', common), logger)];
      const more = { ...common, ASSESSMENT_URL: running[0]!.url };
      running.push(await startProfiling(readSettings('profiling', more), logger));
      running.push(await startReporting(readSettings('reporting', more), logger));
      return async () => {
        for (const each of running.toReversed()) await each.close();
      };
    },
    async close() {
      await log.close();
      await pool.end();
    },
  };
}

async function migrated(mainUrl: string, keysUrl: string): Promise<void> {
  await prepareDatabase(mainUrl);
  const owner = createPool(mainUrl, { max: 2 });
  const keyOwner = createPool(keysUrl, { max: 2 });
  await migrateLog(owner);
  await migrateKeys(keyOwner);
  await migrateReadModels(mainUrl);
  await migrateJobs(mainUrl);
  await Promise.all([owner.end(), keyOwner.end()]);
}

let count = 0;
async function send(log: Log, tenant: TenantId, ...commands: readonly AddressedCommand[]): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
  const outcome = await log.journal.executeAll(commands, {
    tenantId: tenant,
    actorId: 'system:test',
    commandId: id,
    correlationId: id,
    causationId: null,
    now: new Date().toISOString(),
  });
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
}

/** Waits for what is told by other processes; the limit of the test ends it. */
async function until<T>(ask: () => Promise<T | undefined | null | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await pause(50);
  }
}

const rowOf = (pool: pg.Pool, tenant: TenantId, text: string, values: unknown[] = []) =>
  inTenant(pool, tenant, async (client) => (await client.query<{ doc: never }>(text, values)).rows[0]);
const erasureOf = async (pool: pg.Pool, tenant: TenantId, n: number) =>
  (await rowOf(pool, tenant, 'select doc from read.erasures where id = $1', [person(n)]))?.doc as
    { status: string; certificate: { removed: Record<string, number>; sha256: string } } | undefined;

const personCommand = (n: number, command: Extract<AddressedCommand, { category: 'Person' }>['command']) =>
  ({ category: 'Person', id: person(n), command }) satisfies AddressedCommand;
const ask = (n: number): AddressedCommand[] => [
  personCommand(n, { type: 'RequestErasure', by: person(n), now: '2026-03-01T10:00:00.000Z' }),
  personCommand(n, { type: 'ConfirmErasure', by: USERS.admin, now: '2026-03-01T10:01:00.000Z' }),
];
const named = (n: number, name: string) =>
  personCommand(n, {
    type: 'CorrectPerson',
    name,
    email: `${name.toLowerCase()}@acme.example`,
    locale: 'de',
  });

let database: FreshDatabase;
let server: pg.Pool;
let home: House;
let stop: (() => Promise<void>) | undefined;
const copies: string[] = [];

beforeAll(async () => {
  database = await freshDatabase('erasure');
  await migrated(database.ownerUrl, database.keysUrl);
  const maintenance = new URL(database.ownerUrl);
  maintenance.pathname = '/postgres';
  server = createPool(maintenance.href, { max: 1, statementTimeout: 60_000 });
  home = await house(database.ownerUrl, database.keysUrl);
  for (const tenant of [NORTH, SOUTH])
    await send(
      home.log,
      tenant,
      ...firmCommands(tenant, tenant === NORTH ? 'north' : 'south'),
      ...release(1, 2, 'coach'),
      named(2, 'Zweimarke'),
      named(3, 'Dreimarke'),
    );
  stop = await home.start();
  for (const tenant of [NORTH, SOUTH])
    await until(() =>
      rowOf(home.pool, tenant, `select doc from read.persons where id = $1 and name = 'Dreimarke'`, [
        person(3),
      ]),
    );
}, 120_000);
afterAll(async () => {
  await stop?.();
  await home.close();
  for (const name of copies) await server.query(`drop database if exists "${name}" with (force)`);
  await server.end();
  await database.drop();
}, 60_000);

/** The database as a dump of this moment would be. */
async function dumpOf(url: string): Promise<string> {
  const from = new URL(url);
  const source = from.pathname.slice(1);
  const name = `${source}_${randomBytes(4).toString('hex')}`;
  await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [source]);
  await server.query(`create database "${name}" template "${source}"`);
  copies.push(name);
  from.pathname = `/${name}`;
  return from.href;
}

/** Everything the database holds of a marker, in every table, and what the sealed log still gives back of it. */
async function hits(pool: pg.Pool, log: Log, tenant: TenantId, marker: string): Promise<readonly string[]> {
  const found = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('read', 'access', 'files', 'outbox', 'audit', 'log', 'jobs') and table_type = 'BASE TABLE'
         and has_table_privilege(format('%I.%I', table_schema, table_name), 'select') order by 1`,
    );
    const places: string[] = [];
    for (const { name } of rows) {
      const { rows: hit } = await client.query(
        `select 1 from ${name} t where position(lower($1) in lower(t::text)) > 0
           or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0 limit 1`,
        [marker],
      );
      if (hit.length > 0) places.push(name);
    }
    return places;
  });
  const events = await log.journal.decode(await log.store.readAll(tenant, '', {}, 10_000));
  return events.some((event) => JSON.stringify(event).toLowerCase().includes(marker.toLowerCase()))
    ? [...found, 'opened from the log']
    : found;
}

describe('the erasure of a person', () => {
  it('takes away key, rows, files and sessions, and leaves everybody else and the other firm as they were', async () => {
    const { pool, log } = home;
    const coach: Caller = {
      ...{ kind: 'user', tenantId: NORTH, userId: USERS.coach, roles: ['coach'], clientId: null },
      engagements: [ENGAGEMENT],
    };
    expect((await profile(pool, coach, assessment(1, 2)))?.person.name).toBe('Zweimarke');
    await inTenant(pool, NORTH, async (client) => {
      await client.query(
        `insert into access.sessions (tenant_id, id_hash, kind, subject_id, expires_at)
         values ($1, 'x', 'participant', $2, now() + interval '1 hour')`,
        [NORTH, person(2)],
      );
      await client.query(
        `insert into files.report_files (tenant_id, report_id, format, sha256, content)
         values ($1, $2, 'pdf', 'x', convert_to('Zweimarke', 'UTF8'))`,
        [NORTH, COACH_REPORT],
      );
    });
    expect(await hits(pool, log, NORTH, 'Zweimarke')).toEqual(
      expect.arrayContaining(['files.report_files', 'read.persons', 'opened from the log']),
    );
    const bystanders = () =>
      inTenant(pool, NORTH, async (client) => {
        const { rows } = await client.query(
          `select id, doc::text from read.persons where id <> $1 union all
           select id, doc::text from read.individual_profiles where person_id <> $1 order by 1`,
          [person(2)],
        );
        return rows;
      });
    const before = await bystanders();

    await send(log, NORTH, ...ask(2));
    const done = await until(async () => {
      const row = await erasureOf(pool, NORTH, 2);
      return row?.status === 'erased' && row;
    });

    expect(await hits(pool, log, NORTH, 'Zweimarke')).toEqual([]);
    expect(await profile(pool, coach, assessment(1, 2))).toBeNull();
    expect(Object.values(await residueOf(pool, NORTH, person(2))).every((n) => n === 0)).toBe(true);
    expect(done.certificate.removed).toMatchObject({ details: 1, 'report-files': 1, sessions: 1 });
    expect(done.certificate.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await log.erasures.list(NORTH)).toMatchObject([
      { personId: person(2), sha256: done.certificate.sha256 },
    ]);
    expect(await bystanders()).toEqual(before);
    expect(await hits(pool, log, NORTH, 'Dreimarke')).toContain('opened from the log');
    expect(await hits(pool, log, SOUTH, 'Zweimarke')).toContain('read.persons');
    const team = await rowOf(
      pool,
      NORTH,
      `select doc from read.team_personalities where team_id = $1 limit 1`,
      [MARKETING],
    );
    expect(JSON.stringify(team?.doc)).not.toContain(person(2));
  }, 60_000);

  it('of which the key was kept is noticed: this is what the search is for', async () => {
    const { pool, log } = home;
    await inTenant(pool, SOUTH, (client) =>
      client.query('delete from read.persons where id = $1', [person(3)]),
    );
    expect(await hits(pool, log, SOUTH, 'Dreimarke')).toEqual(['opened from the log']);
  });

  it('that is asked for twice and begun again ends with the same certificate', async () => {
    const { pool, log } = home;
    const first = await erasureOf(pool, NORTH, 2);
    await inTenant(pool, NORTH, (client) =>
      client.query(
        `update outbox.jobs set settled_at = null, outcome = null, relayed_at = null where name = 'erase-person'`,
      ),
    );
    await until(() =>
      rowOf(
        pool,
        NORTH,
        `select data as doc from outbox.jobs where name = 'erase-person' and outcome = 'done'`,
      ),
    );
    expect(await erasureOf(pool, NORTH, 2)).toEqual(first);
    expect(await log.erasures.list(NORTH)).toHaveLength(1);
  }, 30_000);

  it('that was killed at any step ends when it is begun again', async () => {
    const { pool, log } = home;
    // Destroyed the key and wrote the row beside it, and then died: no event, nothing deleted.
    await log.erasures.begin(NORTH, person(3), { details: 1 });
    await send(log, NORTH, ...ask(3));
    const row = await until(async () => {
      const found = await erasureOf(pool, NORTH, 3);
      return found?.status === 'erased' && found;
    });
    expect(row.certificate.removed).toEqual({ details: 1 });
    expect(await hits(pool, log, NORTH, 'Dreimarke')).toEqual([]);
  }, 30_000);
});

describe('after a restore', () => {
  it('of the database from before an erasure, nothing is served of the person, and the log is told again', async () => {
    await stop?.();
    stop = undefined;
    await home.close();
    const before = await dumpOf(database.ownerUrl);
    home = await house(database.ownerUrl, database.keysUrl);
    stop = await home.start();
    await send(home.log, SOUTH, ...ask(2));
    await until(async () => (await erasureOf(home.pool, SOUTH, 2))?.status === 'erased');
    await stop();
    stop = undefined;

    const restored = await house(before, database.keysUrl);
    expect(
      (await hits(restored.pool, restored.log, SOUTH, 'Zweimarke')).filter(
        (p) => p !== 'opened from the log',
      ),
    ).toContain('read.persons');
    const end = await restored.start();
    try {
      // Starting waits for it: from the first moment there is nothing left.
      expect(await hits(restored.pool, restored.log, SOUTH, 'Zweimarke')).toEqual([]);
      await until(async () => (await erasureOf(restored.pool, SOUTH, 2))?.status === 'erased');
      const team = await rowOf(
        restored.pool,
        SOUTH,
        'select doc from read.team_personalities where team_id = $1',
        [MARKETING],
      );
      expect(JSON.stringify(team?.doc)).not.toContain(person(2));
    } finally {
      await end();
      await restored.close();
    }
  }, 90_000);

  it('of the keys from before an erasure, the log says whose key must go again', async () => {
    const oldKeys = await dumpOf(database.keysUrl);
    const before = new pg.Pool({ connectionString: oldKeys, max: 1 });
    await before.query('alter table keys.subject_keys disable trigger stay_destroyed');
    await before.query(
      `update keys.subject_keys set wrapped = '\\x00', wrapped_by = 'old', destroyed_at = null where subject = $1`,
      [`person:${person(2)}`],
    );
    await before.query(
      'alter table keys.subject_keys enable trigger stay_destroyed; delete from keys.erasures',
    );
    const again = await house(database.ownerUrl, oldKeys);
    try {
      expect(await applyErasures(again.pool, SOUTH, again.log.erasures)).toEqual({
        persons: 1,
        purged: [],
        unfinished: [],
      });
      const { rows } = await before.query(
        'select destroyed_at is not null as gone from keys.subject_keys where tenant_id = $1 and subject = $2',
        [SOUTH, `person:${person(2)}`],
      );
      expect(rows).toEqual([{ gone: true }]);
    } finally {
      await before.end();
      await again.close();
    }
  }, 60_000);
});

describe('in the files of the database', () => {
  const marked = 'Zoë-Märker-7f31';
  const stays = 'Bÿstander-4c20';
  const folder = `/var/tmp/rapport-erasure-${process.pid}`;
  let cluster: Awaited<ReturnType<typeof startPostgres>>;
  let there: House;

  beforeAll(async () => {
    cluster = await startPostgres({ dataDir: folder, durable: true });
    const [mainUrl, keysUrl] = [
      await cluster.ensureDatabase('rapport'),
      await cluster.ensureDatabase('keys'),
    ];
    await migrated(mainUrl, keysUrl);
    there = await house(mainUrl, keysUrl);
  }, 60_000);
  afterAll(async () => {
    await there.close();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('nothing of an erased person is left after the sweep, in no encoding, and of others everything', async () => {
    const { log, pool } = there;
    await send(log, NORTH, ...firmCommands(NORTH, 'north'), named(2, marked), named(3, stays));
    const end = await there.start();
    await until(() => rowOf(pool, NORTH, 'select doc from read.persons where name = $1', [stays]));
    await inTenant(pool, NORTH, (client) =>
      client.query(
        `insert into files.report_files (tenant_id, report_id, format, sha256, content)
         values ($1, $2, 'pdf', 'x', convert_to($3, 'UTF8'))`,
        [NORTH, COACH_REPORT, marked],
      ),
    );
    const owner = new pg.Pool({ connectionString: await cluster.ensureDatabase('rapport'), max: 1 });
    await owner.query('analyze; checkpoint');
    expect(await filesWith(folder, marked)).not.toEqual([]);
    await send(log, NORTH, ...ask(2));
    await until(async () => (await erasureOf(pool, NORTH, 2))?.status === 'erased');
    await end();
    const steps: string[] = [];
    for await (const step of sweep(owner)) steps.push(step);
    await owner.end();
    expect(steps.join()).not.toMatch(/not permitted/);
    expect(await filesWith(folder, marked)).toEqual([]);
    expect(await filesWith(folder, stays)).not.toEqual([]);
  }, 90_000);
});

/** A text as it may stand in a file: UTF-8, UTF-16 both ways, escaped in JSON, and base64 at each of three places. */
function spellings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), utf8])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
  );
  return [
    utf8,
    Buffer.from(text.toLowerCase()),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(escaped),
    ...base64,
  ];
}

async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const wanted = spellings(text);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (wanted.some((each) => bytes.includes(each))) found.push(path);
  }
  return found;
}

describe('the retention clock', () => {
  it('names whoever has outlived the retention of every engagement, and nobody a day before', async () => {
    const { pool } = home;
    // The last wave closes on 28 February 2026 and 24 months were agreed.
    expect(await personsPastRetention(pool, SOUTH, '2028-02-27T00:00:00.000Z')).toEqual([]);
    const due = await personsPastRetention(pool, SOUTH, '2028-02-29T00:00:00.000Z');
    expect(due).toContain(person(1));
    expect(due).not.toContain(person(2));
  });
});
