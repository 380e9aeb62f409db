/** One process on the way of a job, by its first argument: `relay` hands jobs to the queue, `worker` works on them. */
import { setTimeout as pause } from 'node:timers/promises';
import { openJobQueue, openOutbox } from '../../libs/jobs/dist/index.js';
import { appUrl, createPool } from '../../libs/platform/dist/database.js';
import { inTenant } from '../../libs/read-models/dist/index.js';

const { role, tenant, redisUrl, mutant, lockMs, reconciles } = JSON.parse(process.argv[2]);
const ignore = () => undefined;
const databaseUrl = appUrl(process.env.DATABASE_URL);
const pool = createPool(databaseUrl, { max: 3 });
const queue = openJobQueue({ databaseUrl, redisUrl, onError: ignore });
const outbox = openOutbox((of, work) => inTenant(pool, of, work), queue);
const OVERDUE_MS = 1500;

const relays = {
  none: () => outbox.relay(tenant),
  /** Says that it was handed over before the queue has taken it. */
  'handed before taken': async () => {
    const { rows } = await inTenant(pool, tenant, (client) =>
      client.query('update outbox.jobs set relayed_at = now() where relayed_at is null returning name, data'),
    );
    for (const { name, data } of rows) queue.enqueue(name, data).catch(ignore);
  },
};
if (role === 'relay')
  for (;;) {
    await (relays[mutant] ?? relays.none)().catch(ignore);
    if (reconciles) await outbox.reconcile(tenant, OVERDUE_MS).catch(ignore);
    await pause(50);
  }

/** One in ten keeps its process so busy, the first time, that it loses its lock. */
const blocks = (id) => Number.parseInt(id.slice(0, 2), 16) < 26;
const storing = mutant === 'two results' ? '' : 'on conflict do nothing';
const work = async ({ reportId }) => {
  const { rows } = await pool.query(
    `with mine as (insert into resilience.starts (id) values ($1))
     select count(*)::int as before from resilience.starts where id = $1`,
    [reportId],
  );
  if (rows[0].before === 0 && blocks(reportId)) for (const end = Date.now() + 3 * lockMs; Date.now() < end;);
  else await pause(20);
  await pool.query(`insert into resilience.results (id) values ($1) ${storing}`, [reportId]);
};
const others = ['send-invitations', 'send-account-mail', 'erase-person', 'export-person'];
const handlers = {
  'render-report': work,
  ...Object.fromEntries(others.map((name) => [name, async () => undefined])),
};
queue.work(outbox.settling(handlers), {
  lockMs,
  ...(mutant === 'never started twice' ? { maxStalled: 0 } : {}),
});
