import { partsOf, type Category, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { EventSource } from '../projection.js';
import { inTenant } from '../tenancy.js';
import type { Fence } from './batch.js';
import type { ProjectionLog } from './run.js';

const BATCH = 200;
const POLL_MS = 1000;
const PAUSE_AFTER_ERROR_MS = 1000;

export interface Reactor {
  /** Permanent: it is the checkpoint's identity. */
  readonly name: string;
  readonly categories: readonly Category[];
  /**
   * Writes down what must happen because of an event, with this client: in the transaction that moves the checkpoint,
   * so it is written exactly once. Does nothing outside of that transaction.
   */
  react(client: pg.PoolClient, event: Recorded<DomainEvent>): Promise<void>;
}

/** One batch of a reactor; answers how many events were read. The checkpoint moves from exactly where it was read. */
export async function reactToBatch(
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  reactor: Reactor,
): Promise<number> {
  return reactAfter(await checkpointOf(pool, tenant, reactor.name), pool, tenant, source, reactor);
}

async function reactAfter(
  after: string,
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  { name, categories, react }: Reactor,
): Promise<number> {
  const events = await source.read(tenant, after, BATCH);
  const last = events.at(-1);
  if (!last) return 0;
  await inTenant(pool, tenant, async (client) => {
    // Nobody waits for the disk: what was written down and the checkpoint survive a crash together, or happen again.
    const moved = await client.query(
      `insert into read.checkpoints as c (tenant_id, projection, position) values ($1, $2, $3)
       on conflict (tenant_id, projection) do update set position = excluded.position where c.position = $4
       returning xmax = 0 as inserted, set_config('synchronous_commit', 'off', true)`,
      [tenant, name, last.position, after],
    );
    const [row] = moved.rows as { inserted: boolean }[];
    // Another instance was faster: what it has read it has also written down.
    if (!row || (row.inserted && after !== '')) return;
    for (const event of events) {
      if ('event' in event) await react(client, event);
      if (!('unreadable' in event)) continue;
      const { stream, position, type, unreadable } = event;
      if (!categories.includes(partsOf(stream).category as Category)) continue;
      // What follows from other streams must not wait for the repair of this one.
      await client.query(
        `insert into read.parked_streams (tenant_id, projection, stream, position, type, error, attempts, parked)
         values ($1, $2, $3, $4, $5, $6, 1, true) on conflict do nothing`,
        [tenant, name, stream, position, type, String((unreadable as Error)?.message ?? unreadable)],
      );
    }
  });
  return events.length;
}

/** Lets a reactor follow the log of one tenant until the signal aborts. Several instances may run. */
export async function runReactor(
  options: Reactor & {
    readonly pool: pg.Pool;
    readonly tenant: TenantId;
    readonly source: EventSource;
    readonly signal: AbortSignal;
    readonly log: ProjectionLog;
    readonly fence?: () => Fence | undefined;
  },
): Promise<void> {
  const { pool, tenant, name, source, signal, log, fence } = options;
  while (!signal.aborted) {
    try {
      if (fence && !fence()) {
        await source.woken(tenant, POLL_MS, signal);
        continue;
      }
      const after = await checkpointOf(pool, tenant, name);
      if ((await reactAfter(after, pool, tenant, source, options)) === 0)
        await source.woken(tenant, POLL_MS, signal, after);
    } catch (error) {
      if (signal.aborted) return;
      log.error({ tenant, reactor: name, err: error }, 'reactor stands still; the next try follows');
      await source.woken(tenant, PAUSE_AFTER_ERROR_MS, signal);
    }
  }
}

const checkpointOf = (pool: pg.Pool, tenant: TenantId, name: string): Promise<string> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ position: string }>(
      'select position from read.checkpoints where projection = $1',
      [name],
    );
    return rows[0]?.position ?? '';
  });
