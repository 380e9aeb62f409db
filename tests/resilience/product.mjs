import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sendCommands } from '../../libs/platform/dist/index.js';
import { inTenant } from '../../libs/read-models/dist/index.js';
import { check, History } from './history.mjs';
import { Child, eventually, found, freePort, joins } from './place.mjs';
import { startProxy } from './proxy.mjs';

const WRITERS = 6;
const GIVE_UP_AFTER = 40;
/** How many of each fault, as a share of the kills asked for. */
const SHARES = {
  door: 0.25,
  profiling: 0.25,
  postgres: 0.05,
  cut: 0.05,
  hole: 0.05,
  freeze: 0.05,
  stop: 0.05,
};
const NAMES = {
  door: 'the command door killed',
  profiling: 'profiling killed',
  postgres: 'PostgreSQL killed under services',
  cut: 'the way to the door cut',
  hole: 'the way to the door a black hole',
  freeze: 'a service frozen',
  stop: 'the command door told to end',
};

/**
 * F1, F2, F15: the command door and two instances of profiling serve two firms while they and PostgreSQL
 * are killed and the way to the door is cut or black-holed.
 */
export async function product(place, chance, { kills, file }) {
  const history = new History(file);
  const secret = randomBytes(32).toString('base64');
  const doorPort = await freePort();
  const service = async (name, port = undefined) =>
    new Child(
      `apps/${name}/dist/main.js`,
      {
        ...place.settings,
        SERVICE_TOKEN_SECRET: secret,
        PORT: String(port ?? (await freePort())),
      },
      { supervised: true },
    );
  const door = await service('assessment', doorPort);
  const profiling = [await service('profiling'), await service('profiling')];
  const proxy = await startProxy(doorPort);
  const firms = [0, 1].map(() => ({ tenant: randomUUID(), team: randomUUID() }));
  for (const { tenant, team } of firms) await place.send(tenant, found(tenant, team));
  for (const child of [door, ...profiling]) child.start();
  const ready = async (port) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  await eventually('the door is open', () => ready(doorPort));
  const sender = {
    assessmentUrl: `http://127.0.0.1:${proxy.port}`,
    secret,
    service: 'resilience',
    timeoutMs: 4000,
  };
  let done = false;
  let lastAcknowledged = 0;
  const write = async (nth) => {
    while (!done) {
      const { tenant, team } = firms[nth % firms.length];
      const personId = randomUUID();
      const id = `${tenant}/${personId}`;
      const commandId = randomUUID();
      history.say('invoke', id);
      for (let attempt = 1; ; attempt++) {
        const now = new Date().toISOString();
        const outcome = await sendCommands(sender, {
          tenantId: tenant,
          commandId,
          now,
          commands: [joins(team, personId)],
        }).catch(() => undefined);
        if (outcome?.kind === 'accepted') {
          lastAcknowledged = performance.now();
          history.say('ok', id);
          break;
        }
        if (outcome?.kind === 'refused') {
          history.say('fail', id, outcome);
          break;
        }
        if (attempt === GIVE_UP_AFTER) {
          history.say('info', id);
          break;
        }
        await pause(50);
      }
      await pause(10);
    }
  };
  const writing = Array.from({ length: WRITERS }, (_, nth) => write(nth));
  const recoveries = {};
  const schedule = chance.shuffled(
    Object.entries(SHARES).flatMap(([fault, share]) => Array(Math.ceil(kills * share)).fill(fault)),
  );
  try {
    await eventually('somebody writes', async () => history.count('ok') > 20);
    for (const fault of schedule) {
      await pause(chance.between(100, 700));
      const began = performance.now();
      const again = async (child, signal) => {
        await child.signal(signal);
        child.start();
      };
      if (fault === 'door') await again(door, 'SIGKILL');
      if (fault === 'stop') await again(door, 'SIGTERM');
      if (fault === 'profiling') await again(chance.pick(profiling), 'SIGKILL');
      if (fault === 'postgres') await place.killPostgres();
      if (fault === 'freeze') {
        const frozen = chance.pick([door, ...profiling]);
        await frozen.signal('SIGSTOP');
        await pause(chance.between(300, 1500));
        await frozen.signal('SIGCONT');
      }
      if (fault === 'cut' || fault === 'hole') {
        proxy.mode = fault;
        await pause(chance.between(200, 900));
        proxy.mode = 'pass';
      }
      const healed = performance.now();
      await eventually('commands are accepted again', async () => lastAcknowledged > healed, 60_000);
      (recoveries[NAMES[fault]] ??= []).push(lastAcknowledged - began);
    }
    done = true;
    await Promise.all(writing);
    const reads = [await readBack(place, firms, history)];
    // Read back once more after everything was restarted.
    await place.killPostgres();
    for (const child of profiling) {
      await child.signal('SIGKILL');
      child.start();
    }
    reads.push(await readBack(place, firms, history));
    const [healed, restarted] = reads;
    return {
      acknowledged: history.count('ok'),
      indeterminate: history.count('info'),
      counts: Object.fromEntries(Object.entries(recoveries).map(([fault, times]) => [fault, times.length])),
      recoveries,
      'services that ended unasked': [door, ...profiling].flatMap(({ ended }) => ended),
      ...Object.fromEntries(
        Object.keys(healed).map((kind) => [kind, [...new Set([...healed[kind], ...restarted[kind]])]]),
      ),
    };
  } finally {
    done = true;
    proxy.mode = 'pass';
    for (const child of [door, ...profiling]) await child.signal('SIGKILL');
    await Promise.all(writing);
    await proxy.stop();
  }
}

async function readBack(place, firms, history) {
  const log = [];
  const rows = [];
  for (const { tenant, team } of firms) {
    const stored = await eventually('the log answers', () =>
      place.owner.query(
        `select data->'clear'->>'personId' as id from log.events where tenant_id = $1 and type like 'TeamMemberAdded%' order by revision`,
        [tenant],
      ),
    );
    log.push(...stored.rows.map((row) => `${tenant}/${row.id}`));
    const members = async () => {
      const found = await inTenant(place.pool, tenant, (client) =>
        client.query('select doc from read.teams where id = $1', [team]),
      );
      return found.rows[0]?.doc.members.map((m) => `${tenant}/${m.personId}`) ?? [];
    };
    let last = [];
    await eventually(
      'the read model has caught up',
      async () => (last = await members()).length >= stored.rows.length,
      30_000,
    ).catch(() => undefined);
    rows.push(...last);
  }
  return check(history.operations, log, rows);
}
