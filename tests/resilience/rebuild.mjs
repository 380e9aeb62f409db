import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { streamOf } from '../../libs/domain/dist/index.js';
import { createPool } from '../../libs/platform/dist/database.js';
import { eventSourceOf, inTenant, verifyProjections } from '../../libs/read-models/dist/index.js';
import { check, History } from './history.mjs';
import { Child, eventually, facts, found, joins } from './place.mjs';
import { projectionsWith } from './planted.mjs';

/**
 * F8, F9, F23-F25: read models are rebuilt beside the live ones while a firm writes, and rebuild and projections are
 * killed. Whoever reads sees a whole team at any time. In the log are persons whose key was destroyed and events of a
 * newer release. At the end every table has the hash of its rebuilt twin. The planted mistake folds the clock in.
 */
export async function rebuilds(place, chance, { kills, mutant }) {
  const [tenant, team] = [randomUUID(), randomUUID()];
  await place.send(tenant, found(tenant, team));
  const history = new History();
  const mixed = [];
  let done = false;
  const projector = new Child('tests/resilience/projector.mjs', place.settings, {
    args: [JSON.stringify({ tenant, mutant: mutant ?? 'none' })],
    supervised: true,
  });
  const members = () =>
    inTenant(place.pool, tenant, async (client) => {
      const { rows } = await client.query('select doc from read.teams where id = $1', [team]);
      return rows[0]?.doc.members.map((member) => member.personId) ?? [];
    });
  const writing = async () => {
    for (let n = 0; !done; n++) {
      const id = randomUUID();
      history.say('invoke', id);
      await place.send(tenant, [...(n % 5 === 0 ? [registers(id)] : []), joins(team, id)]);
      history.say('ok', id);
      if (n % 10 === 0) await place.log.vault.destroyKey(tenant, `person:${id}`);
      if (n % 20 === 0) await newer(place, tenant);
      await pause(20);
    }
  };
  const reading = async () => {
    for (let most = 0; !done; await pause(10)) {
      const seen = await members();
      if (seen.length < most || new Set(seen).size !== seen.length)
        mixed.push(`${seen.length} after ${most}`);
      most = Math.max(most, seen.length);
    }
  };
  const rebuild = new Child('apps/cli/bin/rapport.mjs', place.settings, {
    args: ['projections', 'rebuild', 'all'],
  });
  const ends = [];
  projector.start();
  const busy = [writing(), reading()];
  try {
    for (let kill = 0; kill < kills; kill++) {
      rebuild.start();
      await pause(chance.between(500, 3000));
      const killed = chance.next() < 0.7 ? rebuild : projector;
      await killed.signal('SIGKILL');
      if (killed === projector) projector.start();
      if (killed === projector) await rebuild.end;
    }
    if (!mutant) {
      rebuild.start();
      ends.push(await rebuild.end);
    } else await eventually('something is folded', async () => (await members()).length > 10);
    done = true;
    await Promise.all(busy);
    const { rows } = await place.owner.query(
      `select data->'clear'->>'personId' as id from log.events
       where tenant_id = $1 and type like 'TeamMemberAdded%' order by revision`,
      [tenant],
    );
    await eventually('the read model has caught up', async () => (await members()).length >= rows.length);
    const verified = await hashes(place, tenant, mutant);
    return {
      acknowledged: history.count('ok'),
      'tables compared': verified.length,
      ...check(
        history.operations,
        rows.map((row) => row.id),
        await members(),
      ),
      mixed,
      unfinished: ends.filter((code) => code !== 0).map((code) => `${code}: ${rebuild.said}`),
      differs: verified.filter(({ live, rebuilt }) => JSON.stringify(live) !== JSON.stringify(rebuilt)),
    };
  } finally {
    done = true;
    for (const each of [rebuild, projector]) await each.signal('SIGKILL');
    await Promise.allSettled(busy);
  }
}

async function hashes(place, tenant, mutant) {
  const owner = createPool(place.url, { max: 3, statementTimeout: 60_000 });
  const all = [];
  const options = {
    owner,
    pool: place.pool,
    source: eventSourceOf(place.log),
    projections: projectionsWith(mutant),
    tenant,
    signal: new AbortController().signal,
  };
  await verifyProjections(options, (one) => all.push(one));
  await owner.end();
  return all;
}

const registers = (personId) => ({
  category: 'Person',
  id: personId,
  command: {
    type: 'RegisterPerson',
    clientId: randomUUID(),
    name: 'Erika Beispiel',
    email: `${personId}@example.org`,
    locale: 'de',
  },
});

/** An event of a type that only a newer release knows. */
const newer = (place, tenant) => {
  const id = randomUUID();
  return place.log.store.append(tenant, streamOf('Team', tenant, id), 'no-stream', facts(tenant, [id]));
};
