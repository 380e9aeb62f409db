/**
 * Read models beside PostgreSQL: scoring alone, folding, the same rows by plain INSERT, a whole rebuild, and the time
 * from an append to the row. `RAPPORT_BENCH_PEOPLE=20000` takes a larger firm.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { rapportMotives } from '../../libs/content/dist/index.js';
import { deciders, eventCodec, streamOf } from '../../libs/domain/dist/index.js';
import { openLog } from '../../libs/event-store/dist/index.js';
import { eventIdOf, toStored } from '../../libs/event-store/dist/stored-form.js';
import { createLogger, readSettings } from '../../libs/platform/dist/index.js';
import { appUrl, createPool } from '../../libs/platform/dist/database.js';
import {
  eventSourceOf,
  inTenant,
  openReadWake,
  projectBatch,
  projections,
  rebuild,
  waitForPosition,
} from '../../libs/read-models/dist/index.js';
import { startPostgres } from '../../libs/testing/dist/embedded/index.js';
import { startProfiling } from '../../apps/profiling/dist/index.js';
import { migrateAll } from '../../apps/solo/dist/migrate-all.js';

const PEOPLE = Number(process.env.RAPPORT_BENCH_PEOPLE ?? 2000);
const TEAM_SIZE = 8;
const SAVES = 4;
const ROUNDS = 3;
const PROBES = 400;
const CALLERS = 8;
const BAND_RULE = { id: 'standard', version: '1', cut: 1 };

export async function run() {
  const dataDir = mkdtempSync('/var/tmp/rapport-bench-projections-');
  chmodSync(dataDir, 0o755);
  const server = await startPostgres({ dataDir, durable: true });
  const closing = [() => server.stop()];
  try {
    const [url, keys] = [await server.ensureDatabase('bench'), await server.ensureDatabase('bench_keys')];
    await migrateAll(url, keys);
    const settings = {
      DATABASE_URL: url,
      KEYS_DATABASE_URL: keys,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'silent',
      PORT: '0',
    };
    const log = await openLog({ settings, codec: eventCodec, deciders });
    const pool = createPool(appUrl(url), { max: 6, statementTimeout: 120_000, pipeline: true });
    const owner = createPool(url, { max: 4, statementTimeout: 120_000, idleInTransactionTimeout: 120_000 });
    closing.push(
      () => log.close(),
      () => pool.end(),
      () => owner.end(),
    );
    const tenant = randomUUID();
    await history(log, tenant);
    const source = eventSourceOf(log);
    const decoded = await everything(source, tenant);
    const count = decoded.length;
    const figures = [
      scoringAlone(decoded),
      ...(await folding({ pool, tenant, source, decoded })),
      await rebuilding({ owner, pool, source, tenant, count }),
      ...(await lags({ settings, log, pool, url, tenant })),
    ];
    return {
      title: 'Read models',
      note: `${PEOPLE} people in teams of ${TEAM_SIZE}, ${rapportMotives.items.length} items, ${count} events; a submitted assessment is ${SAVES + 3} events: opened, agreed, answers saved ${SAVES} times, submitted with all answers. Medians of ${ROUNDS} rounds; synchronous commit. Rates count every event of the log, whether a read model cares for it or not, but "scoring" counts submissions.`,
      rows: figures,
    };
  } finally {
    for (const close of closing.reverse()) await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A firm in which everybody has answered, written as the command side writes it. */
async function history(log, tenant) {
  const meta = (commandId = randomUUID()) => ({
    tenantId: tenant,
    actorId: 'system:bench',
    commandId,
    correlationId: commandId,
    causationId: null,
    now: '2026-03-02T10:00:00.000Z',
  });
  const append = async (category, id, events) => {
    const stream = streamOf(category, tenant, id);
    const about = meta();
    const stored = await Promise.all(
      events.map((event, n) =>
        toStored(
          { codec: eventCodec, vault: log.vault },
          stream,
          eventIdOf(about.commandId, n),
          event,
          about,
        ),
      ),
    );
    await log.store.append(tenant, stream, 'no-stream', stored);
  };
  const { id, version, items, response } = rapportMotives;
  await append('Firm', tenant, [
    { type: 'FirmFounded', name: 'Bench', slug: `bench-${tenant.slice(0, 8)}`, locale: 'en' },
  ]);
  await append('Instrument', id, [
    { type: 'InstrumentPublished', document: structuredClone(rapportMotives) },
  ]);
  const [waveId, engagementId] = [randomUUID(), randomUUID()];
  const width = response.max - response.min + 1;
  const people = Array.from({ length: PEOPLE }, (_, n) => n).values();
  const itemIds = items.map((item) => item.id);
  let teamId = randomUUID();
  const callers = Array.from({ length: CALLERS }, async () => {
    for (const n of people) {
      if (n % TEAM_SIZE === 0) teamId = randomUUID();
      const personId = randomUUID();
      const place = { waveId, engagementId, personId, teamId };
      const context = { ...place, instrument: { id, version }, norm: null, bandRule: BAND_RULE };
      const answers = Object.fromEntries(
        itemIds.map((item, i) => [item, response.min + ((n * 7 + i * 13) % width)]),
      );
      const parts = Array.from({ length: SAVES }, (_, part) =>
        Object.fromEntries(Object.entries(answers).filter((__, i) => i % SAVES === part)),
      );
      const seconds = Object.fromEntries(itemIds.map((item) => [item, 4]));
      await append('Assessment', randomUUID(), [
        {
          type: 'AssessmentOpened',
          ...context,
          items: itemIds,
          range: { min: response.min, max: response.max },
        },
        { type: 'ParticipationAgreed', personId, noticeVersion: '1', noticeHash: 'x', locale: 'en' },
        ...parts.map((part) => ({ type: 'AnswersRecorded', personId, answers: part, seconds: {} })),
        {
          type: 'AssessmentSubmitted',
          ...context,
          measurement: { kind: 'answers', answers, seconds },
          source: 'browser',
          submittedAt: '2026-03-02T10:00:00.000Z',
        },
      ]);
    }
  });
  await Promise.all(callers);
}

async function everything(source, tenant) {
  const all = [];
  for (let after = ''; ;) {
    const page = await source.read(tenant, after, 2000);
    all.push(...page);
    if (page.length < 2000) return all;
    after = page.at(-1).position;
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const perSecond = (n, ms) => Math.round((n * 1000) / ms).toLocaleString('en');
const figure = (what, value, goal, ratio = '-') => {
  const row = { what, value, goal, 'ratio to plain INSERT': ratio };
  console.log(Object.values(row).join('  '));
  return row;
};

function scoringAlone(decoded) {
  const projection = projections.find((p) => p.name === 'individual-profiles');
  const submitted = decoded.filter((e) => e.event?.type === 'AssessmentSubmitted');
  const references = { instrument: () => rapportMotives, norm: () => null };
  const times = Array.from({ length: ROUNDS }, () => {
    // A new object each time: what was scored once is remembered by the event.
    const events = submitted.map((e) => ({ ...e, event: { ...e.event } }));
    const began = performance.now();
    for (const event of events) projection.apply(undefined, event, event.stream, references);
    return performance.now() - began;
  });
  return figure('scoring, in memory', `${perSecond(submitted.length, median(times))} submissions/s`, '-');
}

async function folding({ pool, tenant, source, decoded }) {
  const inMemory = {
    ...source,
    read: async (_, after, limit) => {
      let from = 0;
      for (let to = decoded.length; from < to;) {
        const middle = (from + to) >> 1;
        if (decoded[middle].position > after) to = middle;
        else from = middle + 1;
      }
      return decoded.slice(from, from + limit);
    },
  };
  const rows = [];
  for (const [what, names] of [
    ['individual profiles', ['individual-profiles']],
    ['all read models', projections.map((p) => p.name)],
  ]) {
    const which = projections.filter((p) => names.includes(p.name));
    const folded = [];
    const plain = [];
    for (let round = 0; round < ROUNDS; round++) {
      await empty(pool, tenant);
      const fresh = decoded.map((e) => ('event' in e ? { ...e, event: { ...e.event } } : e));
      decoded.splice(0, decoded.length, ...fresh);
      let began = performance.now();
      while ((await projectBatch(pool, tenant, inMemory, which, { limit: 2000 })) > 0);
      folded.push(performance.now() - began);
      const inserts = await rowsOf(pool, tenant, which);
      await empty(pool, tenant);
      began = performance.now();
      for (const insert of inserts) await inTenant(pool, tenant, (client) => client.query(insert));
      plain.push(performance.now() - began);
    }
    const ratio = median(folded.map((ms, n) => plain[n] / ms)).toFixed(2);
    rows.push(
      figure(
        `fold and write ${what}`,
        `${perSecond(decoded.length, median(folded))} events/s`,
        '100,000',
        ratio,
      ),
    );
  }
  await empty(pool, tenant);
  return rows;
}

/** The rows that are there, as plain inserts of a thousand each. */
async function rowsOf(pool, tenant, which) {
  const inserts = [];
  for (const { table, columns } of which) {
    const names = Object.keys(columns);
    const { rows } = await inTenant(pool, tenant, (client) =>
      client.query(
        `select id, doc::text as doc${names.map((n) => `, ${n}::text`).join('')} from read.${table} order by id`,
      ),
    );
    for (let from = 0; from < rows.length; from += 1000) {
      const part = rows.slice(from, from + 1000);
      inserts.push({
        text: `insert into read.${table} (tenant_id, id, doc${names.map((n) => `, ${n}`).join('')})
          select $1::uuid, t.* from unnest($2::text[], $3::jsonb[]${names.map((n, i) => `, $${i + 4}::${columns[n]}[]`).join('')}) as t`,
        values: [
          tenant,
          part.map((r) => r.id),
          part.map((r) => r.doc),
          ...names.map((n) => part.map((r) => r[n])),
        ],
      });
    }
  }
  return inserts;
}

const empty = (pool, tenant) =>
  inTenant(pool, tenant, async (client) => {
    for (const { table } of projections) await client.query(`delete from read.${table}`);
    await client.query('delete from read.checkpoints');
  });

async function rebuilding({ owner, pool, source, tenant, count }) {
  while ((await projectBatch(pool, tenant, source, projections, { limit: 2000 })) > 0);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await rebuild({ owner, pool, source, projections, signal: new AbortController().signal });
    times.push(performance.now() - began);
  }
  return figure(
    'rebuild: read, unseal, fold, write, switch',
    `${perSecond(count, median(times))} events/s`,
    '-',
  );
}

/** From the answer to an append until every read model is there, as a query sees it that waits for the position. */
async function lags({ settings, log, pool, url, tenant }) {
  const profiling = await startProfiling(
    readSettings('profiling', settings),
    createLogger('bench', 'silent'),
  );
  const wake = openReadWake(appUrl(url), () => undefined);
  try {
    const team = randomUUID();
    const execute = (command) => {
      const commandId = randomUUID();
      return log.journal.execute(
        { category: 'Team', id: team, command },
        {
          tenantId: tenant,
          actorId: 'system:bench',
          commandId,
          correlationId: commandId,
          causationId: null,
          now: new Date().toISOString(),
        },
      );
    };
    const formed = await execute({
      type: 'FormTeam',
      clientId: randomUUID(),
      name: 'Team',
      function: 'sales',
    });
    await waitForPosition(pool, tenant, formed.position, 60_000, wake);
    const taken = [];
    for (let n = 0; n < PROBES; n++) {
      const { position } = await execute({ type: 'RenameTeam', name: `Team ${n}`, function: 'sales' });
      const began = performance.now();
      if (!(await waitForPosition(pool, tenant, position, 10_000, wake))) throw new Error('never arrived');
      taken.push(performance.now() - began);
    }
    taken.sort((a, b) => a - b);
    const at = (q) => `${taken[Math.min(taken.length - 1, Math.floor(q * taken.length))].toFixed(1)} ms`;
    return [
      figure('append to read model, median', at(0.5), '-'),
      figure('append to read model, 99th percentile', at(0.99), '20 ms'),
    ];
  } finally {
    await wake.close();
    await profiling.close();
  }
}
