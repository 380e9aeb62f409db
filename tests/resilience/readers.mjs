import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { appUrl } from '../../libs/platform/dist/database.js';
import { check, History } from './history.mjs';

const WRITERS = 16;
const meta = JSON.stringify({ commandId: randomUUID() });

/** F4: sixteen writers whose transactions last and sometimes roll back, and a reader that follows them. */
export async function readers(place, chance, { ms, mutant }) {
  const tenant = randomUUID();
  const history = new History();
  const writers = new pg.Pool({ connectionString: appUrl(place.url), max: WRITERS });
  const until = Date.now() + ms;
  const writing = Array.from({ length: WRITERS }, async () => {
    while (Date.now() < until) {
      const id = randomUUID();
      const [delay, back] = [chance.between(0, 12), chance.next() < 0.1];
      const client = await writers.connect();
      history.say('invoke', id);
      await client.query('begin');
      await client.query('select * from log.append($1,$2,-1,$3,$4,$5,$6,null)', [
        tenant,
        `Team-${tenant}-${id}`,
        [id],
        'Resilience.v1',
        '{}',
        meta,
      ]);
      await pause(delay);
      await client.query(back ? 'rollback' : 'commit');
      history.say(back ? 'fail' : 'ok', id);
      client.release();
    }
  });
  const seen = [];
  let after = mutant ? '0' : '';
  const follow = async () => {
    const events = mutant
      ? await naive(place.owner, tenant, after)
      : await place.log.store.readAll(tenant, after, {}, 500);
    for (const event of events) seen.push(event.eventId);
    after = events.at(-1)?.position ?? after;
    return events.length;
  };
  while (Date.now() < until) await follow();
  await Promise.all(writing);
  await writers.end();
  while ((await follow()) > 0);
  const { rows } = await place.owner.query('select event_id from log.events where tenant_id = $1', [tenant]);
  return {
    acknowledged: history.count('ok'),
    ...check(
      history.operations,
      rows.map((r) => r.event_id),
      seen,
    ),
  };
}

/** The planted mistake: everything after the last sequence number, as if numbers were committed in order. */
async function naive(owner, tenant, after) {
  const { rows } = await owner.query(
    `select event_id as "eventId", position::text from log.events
     where tenant_id = $1 and log.events.position > $2::bigint order by log.events.position limit 500`,
    [tenant, after],
  );
  return rows;
}
