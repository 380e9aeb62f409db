import { randomBytes, randomUUID } from 'node:crypto';
import { sendCommands } from '../../libs/platform/dist/index.js';
import { inTenant } from '../../libs/read-models/dist/index.js';
import { check, History } from './history.mjs';
import { Child, eventually, found, freePort, joins } from './place.mjs';

const HOUR = 3_600_000;
const ready = async (port) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;

/**
 * F20: doors whose clocks go 45 s wrong either way, projections two hours in the past, and callers whose time jumps.
 * Order is that of the log and no time decides anything. The planted mistake follows the log by the time of events.
 */
export async function clocks(place, chance, { operations, mutant }) {
  const secret = randomBytes(32).toString('base64');
  const [tenant, team] = [randomUUID(), randomUUID()];
  await place.send(tenant, found(tenant, team));
  const wrong = async (name, shiftMs) => {
    const port = await freePort();
    const env = {
      ...place.settings,
      SERVICE_TOKEN_SECRET: secret,
      PORT: String(port),
      CLOCK_SHIFT_MS: String(shiftMs),
    };
    const node = ['--import', new URL('shifted-clock.mjs', import.meta.url).pathname];
    return { port, child: new Child(`apps/${name}/dist/main.js`, env, { node, supervised: true }) };
  };
  const doors = [await wrong('assessment', -45_000), await wrong('assessment', 45_000)];
  const all = [...doors, await wrong('profiling', -2 * HOUR)];
  const history = new History();
  const seen = [];
  let after = '';
  const followByTime = async () => {
    const { rows } = await place.owner.query(
      `select data->'clear'->>'personId' as id, meta->>'at' as at from log.events
       where tenant_id = $1 and type like 'TeamMemberAdded%' and meta->>'at' > $2 order by meta->>'at' limit 500`,
      [tenant, after],
    );
    seen.push(...rows.map((row) => row.id));
    after = rows.at(-1)?.at ?? after;
  };
  try {
    for (const { child } of all) child.start();
    await Promise.all(all.map(({ port }) => eventually('a service is ready', () => ready(port))));
    for (let n = 0; n < operations; n++) {
      const id = randomUUID();
      history.say('invoke', id);
      const now = new Date(Date.now() + chance.between(-2 * HOUR, 2 * HOUR)).toISOString();
      const outcome = await sendCommands(
        { assessmentUrl: `http://127.0.0.1:${chance.pick(doors).port}`, secret, service: 'resilience' },
        { tenantId: tenant, commandId: randomUUID(), now, commands: [joins(team, id)] },
      );
      history.say(outcome.kind === 'accepted' ? 'ok' : 'fail', id);
      if (mutant) await followByTime();
    }
    const { rows } = await place.owner.query(
      `select data->'clear'->>'personId' as id from log.events
       where tenant_id = $1 and type like 'TeamMemberAdded%' order by revision`,
      [tenant],
    );
    const log = rows.map((row) => row.id);
    const members = async () =>
      inTenant(place.pool, tenant, async (client) => {
        const { rows } = await client.query('select doc from read.teams where id = $1', [team]);
        return rows[0]?.doc.members.map((member) => member.personId) ?? [];
      });
    if (!mutant)
      await eventually('the read model has caught up', async () => (await members()).length >= log.length);
    const effects = mutant ? seen : await members();
    return {
      acknowledged: history.count('ok'),
      ...check(history.operations, log, effects),
      outOfOrder: mutant ? [] : effects.filter((id, n) => id !== log[n]),
    };
  } finally {
    for (const { child } of all) await child.signal('SIGKILL');
  }
}
