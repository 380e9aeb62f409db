import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { sendCommands } from '../../libs/platform/dist/index.js';
import { appUrl } from '../../libs/platform/dist/database.js';
import { check, History } from './history.mjs';
import { Child, eventually, found, freePort, joins } from './place.mjs';
import { startProxy } from './proxy.mjs';

const CLIENTS = 30;
/** Longest time until a caller has an answer, with room for a busy machine. */
const LONGEST_MS = 6500;
const GIVE_UP_MS = 20_000;

/**
 * F19, F28: the database takes what comes and answers nothing (`hole`), or every connection of the door waits for a lock
 * (`pool`). Each caller has an answer in time, health says how it is, and all goes on when the fault is over.
 */
export async function stalls(place, chance, { kind, stalls: times, mutant }) {
  const proxy = await startProxy(Number(new URL(place.url).port));
  if (mutant) return withoutLimits(place, proxy);
  const secret = randomBytes(32).toString('base64');
  const port = await freePort();
  const env = { ...place.settings, DATABASE_URL: place.urlThrough(proxy.port), SERVICE_TOKEN_SECRET: secret };
  const door = new Child(
    'apps/assessment/dist/main.js',
    { ...env, PORT: String(port) },
    { supervised: true },
  );
  const [tenant, team] = [randomUUID(), randomUUID()];
  await place.send(tenant, found(tenant, team));
  door.start();
  const history = new History();
  const took = [];
  const untruthful = [];
  const answered = async (work) => {
    const began = performance.now();
    const result = await Promise.race([work.catch(() => undefined), pause(GIVE_UP_MS, 'hung')]);
    took.push({ ms: performance.now() - began, hung: result === 'hung' });
    return result;
  };
  const sender = { assessmentUrl: `http://127.0.0.1:${port}`, secret, service: 'resilience' };
  const ask = async () => {
    const id = randomUUID();
    const commandId = randomUUID();
    history.say('invoke', id);
    const send = () =>
      sendCommands(sender, {
        tenantId: tenant,
        commandId,
        now: new Date().toISOString(),
        commands: [joins(team, id)],
      });
    for (let attempt = 0; ; attempt++) {
      const outcome = await answered(send());
      if (outcome?.kind === 'accepted') return history.say('ok', id);
      if (attempt === 10) return history.say('info', id);
      await pause(chance.between(50, 300));
    }
  };
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  const recoveries = [];
  try {
    await eventually('the door is open', isReady);
    for (let n = 0; n < times; n++) {
      const end = await (kind === 'hole' ? hole(proxy) : lock(place));
      const asking = Array.from({ length: CLIENTS }, ask);
      await pause(500);
      if ((await answered(isReady())) === true) untruthful.push(`stall ${n}: ready`);
      await pause(chance.between(4000, 6000));
      await end();
      const healed = performance.now();
      await eventually('the door is ready again', isReady, 30_000);
      recoveries.push(performance.now() - healed);
      await Promise.all(asking);
    }
    const { rows } = await place.owner.query(
      `select data->'clear'->>'personId' as id from log.events where tenant_id = $1 and type like 'TeamMemberAdded%'`,
      [tenant],
    );
    const log = rows.map((row) => row.id);
    return {
      acknowledged: history.count('ok'),
      'longest answer ms': Math.round(Math.max(...took.map(({ ms }) => ms))),
      recoveries: {
        [kind === 'hole' ? 'black hole, to ready again' : 'pool exhausted, to ready again']: recoveries,
      },
      ...check(history.operations, log, log),
      hung: took.filter(({ ms }) => ms > LONGEST_MS),
      untruthful,
    };
  } finally {
    await door.signal('SIGKILL');
    await proxy.stop();
  }
}

async function hole(proxy) {
  proxy.mode = 'hole';
  return async () => void (proxy.mode = 'pass');
}

/** Whoever appends or reads waits for this transaction. */
async function lock(place) {
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await client.query('begin; lock table log.events in access exclusive mode');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** The planted mistake: a pool as the driver makes it, on which a question waits for ever. */
async function withoutLimits(place, proxy) {
  const pool = new pg.Pool({ connectionString: appUrl(place.urlThrough(proxy.port)), max: 1 });
  pool.on('error', () => undefined);
  await pool.query('select 1');
  proxy.mode = 'hole';
  const asked = pool.query('select 1').then(
    () => 'answered',
    () => 'failed',
  );
  const end = await Promise.race([asked, pause(LONGEST_MS, 'hung')]);
  await proxy.stop();
  await pool.end();
  return { acknowledged: 0, hung: end === 'hung' ? [end] : [] };
}
