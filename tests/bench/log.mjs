/**
 * The log beside raw PostgreSQL, on a server of its own that writes to disk: appends, catch-up and growth.
 * `RAPPORT_BENCH_LARGE=1` grows it to 5 million events, which takes some minutes and about 4 GB.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { eventCodec } from '../../libs/domain/dist/index.js';
import {
  createJournal,
  migrateKeys,
  migrateLog,
  openPostgresStore,
  openVault,
} from '../../libs/event-store/dist/index.js';
import { appUrl, createPool, prepareDatabase } from '../../libs/platform/dist/database.js';
import { startPostgres } from '../../libs/testing/dist/embedded/index.js';

const PAIRS = Number(process.env.RAPPORT_BENCH_PAIRS ?? 12);
const SLICE_MS = 400;
const CONNECTIONS = 10;
const SIZES = process.env.RAPPORT_BENCH_LARGE ? [100_000, 1_000_000, 5_000_000] : [100_000];

const anEvent = (tenant) => ({
  eventId: randomUUID(),
  type: 'TeamMemberAdded.v1',
  data: { clear: { personId: randomUUID(), validFrom: '2026-03-01', note: 'x'.repeat(120) } },
  meta: {
    tenantId: tenant,
    actorId: randomUUID(),
    commandId: randomUUID(),
    $correlationId: randomUUID(),
    $causationId: null,
    at: '2026-03-01T09:00:00.000Z',
  },
});

export async function run() {
  const dataDir = mkdtempSync('/var/tmp/rapport-bench-log-');
  chmodSync(dataDir, 0o755);
  const server = await startPostgres({ dataDir, durable: true });
  try {
    const url = await server.ensureDatabase('bench');
    await prepareDatabase(url);
    const owner = createPool(url, { max: 2, statementTimeout: 600_000 });
    await migrateLog(owner);
    await migrateKeys(owner);
    await owner.query(`
      create table public.raw (like log.events including all);
      grant insert, select on public.raw to rapport_app;`);
    const app = createPool(appUrl(url), { max: CONNECTIONS });
    const store = openPostgresStore({ pool: app, listenUrl: appUrl(url) });
    const rows = [];
    const figure = (row) => {
      console.log(Object.values(row).join('  '));
      rows.push(row);
    };
    for (const callers of [1, 8, 32])
      figure(await appends({ app, store, callers, events: 1, goal: callers === 32 ? 2 : 0.9 }));
    figure(await appends({ app, store, callers: 1, events: 20, goal: 1.1 }));
    figure(await unsealing({ app, store, owner }));
    for (const size of SIZES) for (const row of await grown({ app, store, owner, size })) figure(row);
    await store.close();
    await app.end();
    await owner.end();
    return {
      title: 'Log',
      note: `Appends: ${PAIRS} paired slices of ${SLICE_MS} ms in random order against INSERT by the same driver into a table with the same columns and indexes but no row-level security, ${CONNECTIONS} connections, synchronous commit; ratio is the median of the pairs, spread their quartiles. Reads: one subscription from the start.`,
      rows,
    };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function appends({ app, store, callers, events, goal, what = '' }) {
  const tenant = randomUUID();
  const rawText = `insert into raw (tenant_id, stream, revision, event_id, category, type, data, meta) values ${Array.from(
    { length: events },
    (_, n) => `(${Array.from({ length: 8 }, (_, c) => `$${n * 8 + c + 1}`).join()})`,
  ).join()} returning revision, tx, position`;
  const kinds = {
    raw: (stream, revision, batch) =>
      app.query({
        name: `raw ${events}`,
        text: rawText,
        values: batch.flatMap((e, n) => [
          tenant,
          stream,
          revision + n,
          e.eventId,
          'Team',
          e.type,
          JSON.stringify(e.data),
          JSON.stringify(e.meta),
        ]),
      }),
    ours: (stream, revision, batch) =>
      store.append(tenant, stream, revision === 0 ? 'no-stream' : revision - 1, batch),
  };
  const slice = async (kind, ms) => {
    let done = 0;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        while (performance.now() - started < ms) {
          const stream = `Team-${tenant}_${randomUUID()}`;
          for (let n = 0; n < 30 && performance.now() - started < ms; n++) {
            const batch = Array.from({ length: events }, () => anEvent(tenant));
            await kinds[kind](stream, n * events, batch);
            done += events;
          }
        }
      }),
    );
    return (done / (performance.now() - started)) * 1000;
  };
  for (const kind of ['raw', 'ours']) await slice(kind, 300);
  const pairs = [];
  for (let n = 0; n < PAIRS; n++) {
    const pair = {};
    for (const kind of Math.random() < 0.5 ? ['raw', 'ours'] : ['ours', 'raw'])
      pair[kind] = await slice(kind, SLICE_MS);
    pairs.push(pair);
  }
  const ratios = pairs.map(({ raw, ours }) => ours / raw);
  return {
    figure: `append ${events === 1 ? 'one event' : `${events} events`}, ${callers} ${callers === 1 ? 'caller' : 'callers'}${what}`,
    'events/s': rounded(
      at(
        pairs.map(({ ours }) => ours),
        0.5,
      ),
    ),
    'raw/s': rounded(
      at(
        pairs.map(({ raw }) => raw),
        0.5,
      ),
    ),
    ratio: at(ratios, 0.5).toFixed(2),
    spread: `${at(ratios, 0.25).toFixed(2)} to ${at(ratios, 0.75).toFixed(2)}`,
    goal: `ratio >= ${goal}`,
  };
}

/** Fills a tenant by SQL, as many appends of the past would have: 10 events a transaction number. */
async function fill(
  owner,
  tenant,
  from,
  to,
  data = `json_build_object('clear', json_build_object('personId', gen_random_uuid(), 'validFrom', '2026-03-01', 'note', repeat('x', 120)))`,
) {
  const client = await owner.connect();
  for (let n = from; n < to; n += 50_000) {
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    await client.query(
      `insert into log.events (tenant_id, stream, revision, event_id, category, type, data, meta)
       select $1::uuid, 'Team-' || $1 || '_' || md5((n / 20)::text)::uuid, n % 20, gen_random_uuid(), 'Team',
         'TeamMemberAdded.v1', ${data},
         json_build_object('tenantId', $1, 'actorId', gen_random_uuid(), 'commandId', gen_random_uuid(),
           '$correlationId', gen_random_uuid(), '$causationId', null, 'at', '2026-03-01T09:00:00.000Z')
       from generate_series($2::int, $3::int - 1) n`,
      [tenant, n, Math.min(n + 50_000, to)],
    );
    await client.query('commit');
  }
  await client.query('vacuum (analyze) log.events');
  client.release();
}

async function catchUp(store, tenant, count, work = () => undefined) {
  const stop = new AbortController();
  const started = performance.now();
  let seen = 0;
  for await (const batch of store.subscribe(tenant, '', {}, stop.signal)) {
    await work(batch);
    if ((seen += batch.length) >= count) break;
  }
  return (seen / (performance.now() - started)) * 1000;
}

const growing = randomUUID();
let filled = 0;

async function grown({ app, store, owner, size }) {
  await fill(owner, growing, filled, size);
  filled = size;
  const what = `, log of ${size / 1e6} million`;
  const rates = [];
  for (let n = 0; n < 3; n++) rates.push(await catchUp(store, growing, Math.min(size, 1_000_000)));
  const tail = await readTail(store);
  const { rows: sizes } = await owner.query(
    `select pg_total_relation_size('log.events') / greatest(1, reltuples) as bytes from pg_class where oid = 'log.events'::regclass`,
  );
  return [
    {
      figure: `catch-up, plain${what}`,
      'events/s': rounded(at(rates, 0.5)),
      'raw/s': '',
      ratio: '',
      spread: `${rounded(Math.min(...rates))} to ${rounded(Math.max(...rates))}`,
      goal: '250,000/s',
    },
    {
      figure: `bytes an event with indexes${what}`,
      'events/s': '',
      'raw/s': '',
      ratio: '',
      spread: rounded(Number(sizes[0].bytes)),
      goal: '',
    },
    {
      figure: `last 500 events${what}`,
      'events/s': '',
      'raw/s': '',
      ratio: '',
      spread: `${tail} ms`,
      goal: '',
    },
    await appends({ app, store, callers: 1, events: 1, goal: 0.9, what }),
  ];
}

/** Milliseconds to read the last events of the large tenant from a checkpoint near its end. */
async function readTail(store) {
  const head = await store.head(growing);
  const near = `${head.slice(0, 17)}${(parseInt(head.slice(17), 16) - 500).toString(16).padStart(16, '0')}`;
  const times = [];
  for (let n = 0; n < 20; n++) {
    const started = performance.now();
    await store.readAll(growing, near, {}, 500);
    times.push(performance.now() - started);
  }
  return at(times, 0.5).toFixed(1);
}

/** Catch-up through vault and codec: what a projection that reads everything pays before its own work. */
async function unsealing({ app, store, owner }) {
  const tenant = randomUUID();
  const vault = openVault({ pool: app, keyEncryptionKey: randomBytes(32).toString('base64') });
  const journal = createJournal({ store, vault, codec: eventCodec, deciders: {} });
  const count = 60_000;
  const client = await owner.connect();
  await client.query('begin');
  await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
  for (let n = 0; n < count; n += 2000) {
    const events = [];
    for (let i = n; i < n + 2000; i++) {
      const id = randomUUID();
      const event = { ...anEvent(tenant), type: 'PersonRegistered.v1' };
      const place = {
        tenant,
        stream: `Person-${tenant}_${id}`,
        type: event.type,
        eventId: event.eventId,
        subject: `person:${i % 500}`,
      };
      const sealed = [
        await vault.seal(place, { name: 'Jörg Müller-Lüdenscheidt', email: 'joerg@example.org' }),
      ];
      events.push({
        ...event,
        stream: place.stream,
        data: { clear: { clientId: randomUUID(), locale: 'de' }, sealed },
      });
    }
    await client.query(
      `insert into log.events (tenant_id, stream, revision, event_id, category, type, data, meta)
       select $1, e.stream, 0, e."eventId", 'Person', e.type, e.data, e.meta
       from json_to_recordset($2) as e (stream text, "eventId" uuid, type text, data json, meta json)`,
      [tenant, JSON.stringify(events)],
    );
  }
  await client.query('commit');
  client.release();
  const rates = [];
  for (let n = 0; n < 5; n++)
    rates.push(await catchUp(store, tenant, count, (batch) => journal.decode(batch)));
  await vault.close?.();
  return {
    figure: 'catch-up, unsealed and decoded',
    'events/s': rounded(at(rates, 0.5)),
    'raw/s': '',
    ratio: '',
    spread: `${rounded(Math.min(...rates))} to ${rounded(Math.max(...rates))}`,
    goal: '80,000/s',
  };
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const rounded = (n) => Math.round(n).toLocaleString('en');
