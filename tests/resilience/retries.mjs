import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { streamOf } from '../../libs/domain/dist/index.js';
import { whenUnavailable } from './durability.mjs';
import { check, History } from './history.mjs';
import { facts, openLogAt } from './place.mjs';
import { startProxy } from './proxy.mjs';

const CALLERS = 8;

/**
 * F2: the reply of the database is cut off after it has stored, and the caller tries again. The planted mistake gives
 * each try a new event id.
 */
export async function retries(place, chance, { operations, mutant }) {
  const proxy = await startProxy(Number(new URL(place.url).port));
  const log = await openLogAt(place, place.urlThrough(proxy.port));
  const tenant = randomUUID();
  const history = new History();
  let done = false;
  let answered = 0;
  const cutting = (async () => {
    while (!done) {
      // Measured in answers, not in time: on a slow machine callers must come through as well.
      const next = answered + chance.between(1, 4);
      while (!done && answered < next) await pause(1);
      proxy.mode = 'cut';
      await pause(chance.between(2, 12));
      proxy.mode = 'pass';
    }
  })();
  const call = async (_, nth) => {
    const stream = streamOf('Team', tenant, `caller${nth}`);
    for (let n = 0; n < operations / CALLERS; n++) {
      const id = randomUUID();
      history.say('invoke', id);
      const append = () => {
        const [event] = facts(tenant, [id]);
        return log.store.append(tenant, stream, 'any', [
          mutant ? { ...event, eventId: randomUUID() } : event,
        ]);
      };
      while (!(await append().then(() => true, whenUnavailable))) await pause(chance.between(1, 10));
      history.say('ok', id);
      answered++;
    }
  };
  try {
    await Promise.all(Array.from({ length: CALLERS }, call));
    const { rows } = await place.owner.query(
      `select data->>'id' as id from log.events where tenant_id = $1`,
      [tenant],
    );
    const there = rows.map((row) => row.id);
    return { acknowledged: history.count('ok'), ...check(history.operations, there, there) };
  } finally {
    done = true;
    await cutting;
    await proxy.stop();
    await log.close();
  }
}

/**
 * F21: fifty writers append to the same streams, each on the revision it has read. Afterwards every event must stand
 * right behind the one its writer had seen. The planted mistake appends at any revision.
 */
export async function conflicts(place, chance, { streams, writers = 50, mutant }) {
  const { store } = place.log;
  const tenant = randomUUID();
  const history = new History();
  const names = Array.from({ length: streams }, (_, n) => streamOf('Team', tenant, `s${n}`));
  let lost = 0;
  const write = async () => {
    const order = names.map((name) => [chance.next(), name]).sort(([a], [b]) => a - b);
    for (const [, stream] of order) {
      const id = randomUUID();
      history.say('invoke', id);
      for (;;) {
        const seen = (await store.readStream(tenant, stream)).at(-1)?.revision ?? -1;
        const expected = mutant ? 'any' : seen === -1 ? 'no-stream' : seen;
        const won = await store
          .append(tenant, stream, expected, facts(tenant, [id], { seen }))
          .then(() => true)
          .catch((error) => {
            if (error.name !== 'WrongExpectedVersion') throw error;
            lost++;
            return false;
          });
        if (won) break;
      }
      history.say('ok', id);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  const { rows } = await place.owner.query(
    `select event_id as id, stream, revision, (data->>'seen')::int as seen from log.events
     where tenant_id = $1 order by stream, revision`,
    [tenant],
  );
  const there = rows.map((row) => row.id);
  return {
    acknowledged: history.count('ok'),
    'conflicts answered': lost,
    ...check(history.operations, there, there),
    gaps: rows.filter(
      (row, n) => row.revision !== (rows[n - 1]?.stream === row.stream ? rows[n - 1].revision + 1 : 0),
    ),
    lostUpdate: rows.filter((row) => row.seen !== row.revision - 1),
  };
}
