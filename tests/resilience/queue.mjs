import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { putJob } from '../../libs/jobs/dist/index.js';
import { inTenant } from '../../libs/read-models/dist/index.js';
import { check, History } from './history.mjs';
import { Child, eventually } from './place.mjs';
import { openRedis } from './redis.mjs';

const LOCK_MS = 1000;

/** What can happen to the way of a job, by what is killed, forgotten or full. */
const FAULTS = {
  worker: async ({ workers, chance }) => again(chance.pick(workers)),
  relay: async ({ relay }) => again(relay),
  frozen: async ({ workers, chance }) => {
    const worker = chance.pick(workers);
    await worker.signal('SIGSTOP');
    await pause(2.5 * LOCK_MS);
    await worker.signal('SIGCONT');
  },
  forgotten: async ({ place, redis }) => (redis ? redis.forgetAll() : forgetAll(place.owner)),
  // Jobs are written down all the same while it is away or full.
  'queue killed': async ({ redis, put }) => {
    await redis.kill();
    await put();
    await pause(1000);
    await redis.start();
  },
  'queue full': async ({ redis, put }) => {
    await redis.limit('1mb');
    await put();
    await pause(1000);
    await redis.limit('0');
  },
};

const NAMES = {
  worker: 'a worker killed',
  relay: 'the relay killed',
  frozen: 'a worker frozen beyond its lock',
  forgotten: 'the queue emptied',
  'queue killed': 'Redis killed',
  'queue full': 'Redis full',
};

/**
 * F10-F14: jobs are written down while workers, relay and queue are killed, frozen, emptied and filled. Whatever was
 * acknowledged has one result. `faults` names what is to happen.
 */
export async function queue(
  place,
  chance,
  { backend, faults, jobs, kills, mutant, reconciles = true, workers = 2 },
) {
  const tenant = randomUUID();
  const unique = mutant === 'two results' ? '' : 'primary key';
  await place.owner.query(`drop schema if exists resilience cascade; create schema resilience;
    create table resilience.starts (id text not null, at timestamptz not null default now());
    create index on resilience.starts (id);
    create table resilience.results (id text not null ${unique});
    grant usage on schema resilience to rapport_app;
    grant select, insert on all tables in schema resilience to rapport_app`);
  const redis = backend === 'Redis' ? await openRedis() : undefined;
  const common = { tenant, redisUrl: redis?.url, mutant: mutant ?? 'none', lockMs: LOCK_MS, reconciles };
  const child = (role) =>
    new Child('tests/resilience/worker.mjs', place.settings, {
      args: [JSON.stringify({ role, ...common })],
      supervised: true,
    });
  const relay = child('relay');
  const working = Array.from({ length: workers }, () => child('worker'));
  const history = new History();
  const results = async () =>
    (await place.owner.query('select id from resilience.results')).rows.map((r) => r.id);
  const recoveries = [];
  const counts = {};
  const put = async () => {
    const reportId = randomUUID();
    history.say('invoke', reportId);
    await inTenant(place.pool, tenant, (client) =>
      putJob(client, 'render-report', { tenantId: tenant, reportId }),
    );
    history.say('ok', reportId);
  };
  try {
    for (const each of [relay, ...working]) each.start();
    for (let kill = 0; kill <= kills; kill++) {
      for (let n = 0; n < jobs / (kills + 1); n++) await put();
      if (kill === kills) break;
      const before = (await results()).length;
      await eventually('somebody works', async () => (await results()).length > before, 15_000).catch(
        () => undefined,
      );
      await pause(chance.between(0, 100));
      const fault = chance.pick(faults);
      counts[NAMES[fault]] = (counts[NAMES[fault]] ?? 0) + 1;
      const began = performance.now();
      await FAULTS[fault]({ place, chance, redis, relay, workers: working, put });
      const then = (await results()).length;
      if (mutant || then === history.count('ok')) continue;
      await eventually('the next job is done', async () => (await results()).length > then, 30_000);
      recoveries.push(performance.now() - began);
    }
    const patience = mutant ? 6000 : 60_000;
    const wanted = history.count('ok');
    await eventually('all is done', async () => new Set(await results()).size >= wanted, patience).catch(
      () => undefined,
    );
    await pause(2 * LOCK_MS);
    const there = await results();
    const { rows } = await place.owner.query(
      'select count(*)::int as n from (select id from resilience.starts group by id having count(*) > 1) s',
    );
    return {
      acknowledged: wanted,
      'started more than once': rows[0].n,
      counts,
      recoveries: { [`G7 jobs on ${backend}, from the fault to the next job done`]: recoveries },
      ...check(history.operations, there, there),
    };
  } finally {
    for (const each of [relay, ...working]) await each.signal('SIGKILL');
    await redis?.kill();
    await forgetAll(place.owner);
  }
}

async function again(child) {
  await child.signal('SIGKILL');
  child.start();
}

async function forgetAll(owner) {
  const { rows } = await owner.query(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as t from pg_tables
     where schemaname = 'jobs' and tablename not like '%migration%'`,
  );
  // Others use these tables in whatever order: the truncation may lose a deadlock.
  await eventually('the queue has forgotten all', () =>
    owner.query(`truncate ${rows.map((row) => row.t).join(', ')}`),
  );
}
