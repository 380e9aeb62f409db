import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { LogSource, Projection } from '../projection.js';
import { inTenant } from '../tenancy.js';
import { CheckpointMoved, projectBatch } from './batch.js';
import { readingAhead } from './event-source.js';
import {
  clearNext,
  createNext,
  dropNext,
  dropOld,
  RebuildStopped,
  withBuilder,
  type RebuildOptions,
} from './next-tables.js';
import { switchAll, switchTenant } from './switch.js';

/** What costs time once a row and batch is paid less often than live. */
const BATCH = 5000;

/**
 * Builds read models from the first event on in tables beside those that serve, catches up, and puts them in their
 * place in one transaction: readers see the old rows or the new ones, never none and never both. Killed at any point
 * it leaves the old ones serving, and the next call goes on where it was. An event that cannot be taken stops it.
 * Answers how many events were folded by this call.
 */
export async function rebuild(options: RebuildOptions): Promise<number> {
  const { owner, pool, projections, source, tenant } = options;
  return withBuilder(owner, async () => {
    const allTenants = await source.tenants();
    if (tenant !== undefined) await sameVersionServes(pool, projections);
    await dropOld(owner);
    await createNext(owner, projections, (names) => clearNext(pool, allTenants, names));
    const events = await build(options, tenant === undefined ? allTenants : [tenant]);
    const again = (tenants: readonly TenantId[]) => build(options, tenants);
    if (tenant === undefined) await switchAll(options, again);
    else {
      await switchTenant(options, tenant, again);
      await dropNext(owner, projections);
    }
    await dropOld(owner);
    return events;
  });
}

/** Drops what an unfinished rebuild has made; a rebuild that is running notices and stops. */
export async function cancelRebuild(
  owner: pg.Pool,
  pool: pg.Pool,
  source: LogSource,
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ projection: string }>(
    'delete from projector.rebuilds returning projection',
  );
  const names = rows.map((row) => row.projection);
  await dropNext(owner);
  await clearNext(pool, await source.tenants(), null);
  await dropOld(owner);
  return names;
}

/** Brings the tables beside to the head of the log; answers how many events were folded. */
export async function build(
  { pool, source, projections, signal, onProgress }: RebuildOptions,
  tenants: readonly TenantId[],
  upTo?: string,
): Promise<number> {
  const progress = await progressOf(pool, projections, tenants);
  const ahead = readingAhead(source);
  let folded = 0;
  onProgress?.({ events: progress.done, of: progress.total });
  for (const tenant of tenants)
    for (let events = 1; events > 0;) {
      if (signal.aborted) throw new RebuildStopped('stopped; the next rebuild goes on from here');
      await stillWanted(pool, projections);
      try {
        events = await projectBatch(pool, tenant, ahead, projections, {
          schema: 'read_next',
          limit: BATCH,
          upTo,
        });
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        await stillWanted(pool, projections);
        throw error;
      }
      folded += events;
      onProgress?.({ events: progress.done + folded, of: progress.total });
    }
  return folded;
}

async function stillWanted(pool: pg.Pool, projections: readonly Projection[]): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'rebuilds wanted',
    text: 'select from projector.rebuilds where projection = any($1)',
    values: [projections.map((p) => p.name)],
  });
  if (rowCount !== projections.length) throw new RebuildStopped('the rebuild was cancelled');
}

/** Projections of which another version serves than this code has: they stand still until they are rebuilt. */
export async function outdated(
  pool: pg.Pool,
  projections: readonly Projection[],
): Promise<readonly Projection[]> {
  const { rows } = await pool.query<{ projection: string; version: number }>(
    'select projection, version from projector.versions',
  );
  const serving = new Map(rows.map((row) => [row.projection, row.version]));
  return projections.filter((p) => serving.get(p.name) !== p.version);
}

export async function sameVersionServes(pool: pg.Pool, projections: readonly Projection[]): Promise<void> {
  const other = await outdated(pool, projections);
  if (other.length > 0)
    throw new RebuildStopped(
      `${other.map((p) => p.name).join(', ')} has another version than the one that serves: rebuild it for all firms`,
    );
}

/** What live projections have counted is what there is to do. */
async function progressOf(
  pool: pg.Pool,
  projections: readonly Projection[],
  tenants: readonly TenantId[],
): Promise<{ done: number; total: number | null }> {
  let done = 0;
  let total: number | null = 0;
  for (const tenant of tenants) {
    const { rows } = await inTenant(pool, tenant, (client) =>
      client.query<{ live: string | null; next: string | null }>(
        `select (select max(events) from read.checkpoints where projection = any($1)) as live,
           (select min(events) from read_next.checkpoints where projection = any($1)) as next`,
        [projections.map((p) => p.name)],
      ),
    );
    const [{ live = null, next = null } = {}] = rows;
    done += Number(next ?? 0);
    total = total === null || live === null || Number(live) === 0 ? null : total + Number(live);
  }
  return { done, total };
}
