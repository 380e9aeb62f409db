import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { streamOf } from '../../libs/domain/dist/index.js';
import { check, History } from './history.mjs';
import { eventually, facts, openLogAt } from './place.mjs';

const WRITERS = 32;

/**
 * F15: PostgreSQL is killed, as by a power cut of its process, while 32 callers append. Whoever gets no answer tries
 * again with the same event. The planted mistake does not wait for the disk.
 */
export async function durability(place, chance, { kills, acknowledgedBetween, mutant }) {
  const options = mutant ? '?options=-c%20synchronous_commit%3Doff' : '';
  const log = await openLogAt(place, `${place.url}${options}`);
  const tenant = randomUUID();
  const history = new History();
  let done = false;
  let last = 0;
  let count = 0;
  const write = async () => {
    while (!done) {
      const id = randomUUID();
      history.say('invoke', id);
      const append = () =>
        log.store.append(tenant, streamOf('Team', tenant, id), 'no-stream', facts(tenant, [id]));
      while (!(await append().then(() => true, whenUnavailable))) {
        if (done) history.say('info', id);
        if (done) return;
        await pause(20);
      }
      history.say('ok', id);
      last = performance.now();
      count++;
    }
  };
  const writing = Array.from({ length: WRITERS }, write);
  const recoveries = [];
  try {
    for (let kill = 0; kill < kills; kill++) {
      const before = count;
      await eventually('somebody writes', async () => count - before >= acknowledgedBetween, 120_000);
      await pause(chance.between(0, 150));
      const began = performance.now();
      await place.killPostgres();
      const back = performance.now();
      await eventually('appends are acknowledged again', async () => last > back);
      recoveries.push(last - began);
    }
    done = true;
    await Promise.all(writing);
    const { rows } = await place.owner.query('select event_id from log.events where tenant_id = $1', [
      tenant,
    ]);
    const there = rows.map((row) => row.event_id);
    return {
      acknowledged: history.count('ok'),
      counts: { 'PostgreSQL killed under writers': kills },
      recoveries: { 'G6 PostgreSQL killed, to the next append': recoveries },
      ...check(history.operations, there, there),
    };
  } finally {
    done = true;
    await Promise.all(writing);
    await log.close();
  }
}

/** Not now is no answer; anything else is a mistake of the store. */
export function whenUnavailable(error) {
  if (error.name === 'Unavailable') return false;
  throw error;
}
