import type { DomainEvent, Recorded, TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { EventSource } from './projection.js';
import type { ProjectionLog } from './run-projections.js';
import { inTenant } from './tenancy.js';

const BATCH = 200;
const POLL_MS = 2000;
const PAUSE_AFTER_ERROR_MS = 1000;

/**
 * Lets something happen because of an event, at least once: the checkpoint moves after the effect, so the effect must
 * be harmless the second time (a job with a deterministic id is). Several instances may run.
 */
export async function runReactor(options: {
  pool: pg.Pool;
  tenant: TenantId;
  /** Permanent: it is the checkpoint's identity. */
  name: string;
  source: EventSource;
  react: (event: Recorded<DomainEvent>) => Promise<void>;
  signal: AbortSignal;
  log: ProjectionLog;
}): Promise<void> {
  const { pool, tenant, name, source, react, signal, log } = options;
  while (!signal.aborted) {
    try {
      const after = await checkpointOf(pool, tenant, name);
      const events = await source.read(tenant, after, BATCH);
      const last = events.at(-1);
      if (!last) {
        await source.woken(tenant, POLL_MS, signal);
        continue;
      }
      for (const event of events) if (!('unknown' in event)) await react(event);
      await moveCheckpoint(pool, tenant, name, last.position);
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

/** Never backwards: an instance that was paused must not undo what another one has reached. */
const moveCheckpoint = (pool: pg.Pool, tenant: TenantId, name: string, position: string): Promise<unknown> =>
  inTenant(pool, tenant, (client) =>
    client.query(
      `insert into read.checkpoints as c (tenant_id, projection, position) values ($1, $2, $3)
       on conflict (tenant_id, projection) do update set position = greatest(c.position, excluded.position)`,
      [tenant, name, position],
    ),
  );
