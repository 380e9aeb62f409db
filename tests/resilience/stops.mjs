import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { signServiceToken } from '../../libs/platform/dist/index.js';
import { check, History } from './history.mjs';
import { Child, eventually, found, freePort, joins } from './place.mjs';

const IN_FLIGHT = 200;
const GRACE_MS = 15_000;

/**
 * F26: the door is told to end while 200 requests are on their way. Each is answered: done, or not taken; none is cut
 * off in the middle, and the process ends by itself. The planted mistake kills it.
 */
export async function stops(place, chance, { stops: times, mutant }) {
  const secret = randomBytes(32).toString('base64');
  const port = await freePort();
  const env = { ...place.settings, SERVICE_TOKEN_SECRET: secret, PORT: String(port) };
  const door = new Child('apps/assessment/dist/main.js', env);
  const tenant = randomUUID();
  await place.send(tenant, found(tenant, randomUUID()));
  const history = new History();
  const [cut, serverErrors, late, codes] = [[], [], [], []];
  let notTaken = 0;
  try {
    for (let n = 0; n < times; n++) {
      door.start();
      await eventually(
        'the door is open',
        async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok,
      );
      const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
      const at = { agent, port, host: '127.0.0.1' };
      await Promise.all(Array.from({ length: IN_FLIGHT }, () => ask({ ...at, path: '/health/live' })));
      const asks = await Promise.all(Array.from({ length: IN_FLIGHT }, () => command(tenant, secret)));
      let first;
      const begun = new Promise((resolve) => (first = resolve));
      const asking = asks.map(async ({ id, headers, body }) => {
        history.say('invoke', id);
        const answer = await ask({ ...at, path: '/commands', method: 'POST', headers }, body);
        first();
        if (answer.status === 200) return history.say('ok', id);
        history.say('info', id);
        if (answer.status === undefined) cut.push(id);
        else if (answer.status === 503) notTaken++;
        else serverErrors.push(`${id}: ${answer.status}`);
      });
      await begun;
      await pause(chance.between(0, 20));
      const told = performance.now();
      const code = await Promise.race([door.signal(mutant ? 'SIGKILL' : 'SIGTERM'), pause(GRACE_MS, 'late')]);
      if (code === 'late') late.push(n);
      codes.push(code);
      await Promise.all(asking);
      if (code === 'late') await door.signal('SIGKILL');
      if (performance.now() - told > GRACE_MS) late.push(n);
      agent.destroy();
    }
    const { rows } = await place.owner.query(
      `select data->'clear'->>'personId' as id from log.events where tenant_id = $1 and type like 'TeamMemberAdded%'`,
      [tenant],
    );
    const log = rows.map((row) => row.id);
    return {
      acknowledged: history.count('ok'),
      'not taken': notTaken,
      ...check(history.operations, log, log),
      cut,
      serverErrors,
      late,
      uncleanEnds: codes.filter((code) => code !== 0),
    };
  } finally {
    await door.signal('SIGKILL');
  }
}

/** Each for a team of its own, so that they do not stand in each other's way. */
async function command(tenantId, secret) {
  const id = randomUUID();
  const commandId = randomUUID();
  const [, form] = found(tenantId, randomUUID());
  const token = await signServiceToken(secret, {
    service: 'resilience',
    tenantId,
    actorId: 'system:resilience',
    commandId,
  });
  const body = JSON.stringify({
    commands: [form, joins(form.id, id)],
    now: new Date().toISOString(),
    correlationId: commandId,
    causationId: null,
  });
  return { id, body, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
}

/** The status of an answer that came whole; none when the connection broke before. */
function ask(options, body) {
  return new Promise((resolve) => {
    const asked = request({ method: 'GET', ...options }, (response) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode }));
      response.once('error', () => resolve({}));
    });
    asked.once('error', () => resolve({}));
    asked.end(body);
  });
}
