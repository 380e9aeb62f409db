import { setTimeout as pause } from 'node:timers/promises';
import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { Projection } from '../projection.js';
import { READ_CHANNEL } from './channel.js';
import { inOwnersTransaction, RebuildStopped, type RebuildOptions } from './next-tables.js';

/** Shorter than PostgreSQL's look for deadlocks: a reader in the way makes the switch step back, never fail. */
const LOCK_TIMEOUT_MS = 400;
const PATIENCE_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';

type CatchUp = (tenants: readonly TenantId[]) => Promise<number>;

/**
 * Puts the tables beside in the place of those that serve. Whoever moves a checkpoint waits meanwhile, so that the new
 * tables can reach where the old ones stand; readers wait only while names are exchanged.
 */
export async function switchAll(options: RebuildOptions, catchUp: CatchUp): Promise<void> {
  const { owner, source, projections } = options;
  await untilLocked(options.signal, () =>
    inOwnersTransaction(owner, async (client) => {
      await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
      await client.query('lock table read.checkpoints in exclusive mode');
      const tenants = await source.tenants();
      await catchUp(tenants);
      const names = projections.map((p) => p.name);
      // This order everywhere: who reads several tables at one moment takes the checkpoints first as well.
      await client.query('lock table read.checkpoints in access exclusive mode');
      await client.query(
        `lock table ${projections.map((p) => `read.${p.table}`).join(', ')} in access exclusive mode`,
      );
      for (const tenant of tenants) await moveCheckpoints(client, tenant, projections);
      await client.query('reset role');
      for (const { table } of projections)
        await client.query(`alter table read.${table} set schema read_old;
          alter table read_next.${table} set schema read`);
      for (const { name, version } of projections)
        await client.query('update projector.versions set version = $2 where projection = $1', [
          name,
          version,
        ]);
      await client.query('delete from projector.rebuilds where projection = any($1)', [names]);
      await client.query('select pg_notify($1, t) from unnest($2::text[]) t', [READ_CHANNEL, tenants]);
    }),
  );
}

/** Exchanges the rows of one tenant; its checkpoints are held, everybody else goes on. */
export async function switchTenant(
  options: RebuildOptions,
  tenant: TenantId,
  catchUp: CatchUp,
): Promise<void> {
  const { owner, projections } = options;
  await untilLocked(options.signal, () =>
    inOwnersTransaction(owner, async (client) => {
      await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
      await asTenant(client, tenant);
      await client.query('select from read.checkpoints where projection = any($1) for update', [
        projections.map((p) => p.name),
      ]);
      await catchUp([tenant]);
      for (const { table } of projections)
        await client.query(`delete from read.${table};
          insert into read.${table} select * from read_next.${table}`);
      await moveCheckpoints(client, tenant, projections);
      await client.query('select pg_notify($1, $2)', [READ_CHANNEL, tenant]);
    }),
  );
}

/** As the services see it: the owner may be a superuser, whom no policy stops. */
async function asTenant(client: pg.PoolClient, tenant: TenantId): Promise<void> {
  await client.query('set local role rapport_app');
  await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
}

async function moveCheckpoints(
  client: pg.PoolClient,
  tenant: TenantId,
  projections: readonly Projection[],
): Promise<void> {
  await asTenant(client, tenant);
  const names = projections.map((p) => p.name);
  const behind = await client.query<{ projection: string }>(
    `select l.projection from read.checkpoints l left join read_next.checkpoints n using (projection)
     where projection = any($1) and l.position > coalesce(n.position, '')`,
    [names],
  );
  if (behind.rows.length > 0)
    throw new RebuildStopped(`${behind.rows[0]!.projection} has not caught up: run the rebuild again`);
  // A batch read before must not count after: the turn is over. What was parked is folded now.
  await client.query(
    `insert into read.checkpoints as c (tenant_id, projection, position, turn, events)
     select tenant_id, projection, position, 1, events from read_next.checkpoints where projection = any($1)
     on conflict (tenant_id, projection)
       do update set position = excluded.position, turn = c.turn + 1, events = excluded.events`,
    [names],
  );
  await client.query('delete from read_next.checkpoints where projection = any($1)', [names]);
  await client.query('delete from read.parked_streams where projection = any($1)', [names]);
  await client.query('delete from read.unknown_events where projection = any($1)', [names]);
  await client.query(
    'insert into read.unknown_events select * from read_next.unknown_events where projection = any($1)',
    [names],
  );
  await client.query('delete from read_next.unknown_events where projection = any($1)', [names]);
}

async function untilLocked(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (signal.aborted || performance.now() > deadline)
        throw new RebuildStopped('built, but readers left no moment to switch: run the rebuild again', {
          cause: error,
        });
      await pause(Math.min(1000, 50 * attempt));
    }
}
