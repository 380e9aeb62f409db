/** A consumer in a process of its own: counts every event of a firm once, or as one of the planted mistakes does. */
import { setTimeout as pause } from 'node:timers/promises';
import { deciders, eventCodec } from '../../libs/domain/dist/index.js';
import { openLog } from '../../libs/event-store/dist/index.js';
import { appUrl, createPool } from '../../libs/platform/dist/database.js';
import { eventSourceOf, inTenant, reactToBatch } from '../../libs/read-models/dist/index.js';

const [tenant, mutant] = process.argv.slice(2);
const log = await openLog({ settings: process.env, codec: eventCodec, deciders, connections: 2 });
const pool = createPool(appUrl(process.env.DATABASE_URL), { max: 2 });
const source = eventSourceOf(log);

const react = (client, event) =>
  client.query('insert into resilience.effects (id) select $1 from pg_sleep(0.0005)', [
    `${event.stream}@${event.revision}`,
  ]);
const reactor = { name: 'resilience', categories: ['Team', 'Firm'], react };

const place = async (client) =>
  (await client.query(`select position from read.checkpoints where projection = 'resilience'`)).rows[0]
    ?.position ?? '';
const move = (client, position) =>
  client.query(
    `insert into read.checkpoints (tenant_id, projection, position) values ($1, 'resilience', $2)
     on conflict (tenant_id, projection) do update set position = excluded.position`,
    [tenant, position],
  );
const within = (work) => inTenant(pool, tenant, work);

const batches = {
  none: () => reactToBatch(pool, tenant, source, reactor),
  'no compare-and-set': async () => {
    const events = await source.read(tenant, await within(place), 100);
    await within(async (client) => {
      for (const event of events) await react(client, event);
      if (events.length > 0) await move(client, events.at(-1).position);
    });
  },
  'checkpoint after': async () => {
    const events = await source.read(tenant, await within(place), 100);
    for (const event of events) await within((client) => react(client, event));
    if (events.length > 0) await within((client) => move(client, events.at(-1).position));
  },
  'checkpoint before': async () => {
    const events = await source.read(tenant, await within(place), 100);
    if (events.length > 0) await within((client) => move(client, events.at(-1).position));
    for (const event of events) await within((client) => react(client, event));
  },
};
console.log('following');
for (;;) {
  await batches[mutant]().catch(() => undefined);
  await pause(5);
}
