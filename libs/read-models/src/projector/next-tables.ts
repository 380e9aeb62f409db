import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { LogSource, Projection } from '../projection.js';
import { inTenant } from '../tenancy.js';

const BUILDER_LOCK = 7261933;

/** What stands in the way of a rebuild, for people. */
export class RebuildStopped extends Error {}

export interface RebuildProgress {
  readonly events: number;
  /** `null` when nobody has counted yet. */
  readonly of: number | null;
}

export interface RebuildOptions {
  /** Connections of the owner: tables are created, moved and dropped. */
  readonly owner: pg.Pool;
  /** Connections of the app role: rows are written under row-level security. */
  readonly pool: pg.Pool;
  readonly source: LogSource;
  readonly projections: readonly Projection[];
  /** Only this tenant's rows are replaced. */
  readonly tenant?: TenantId | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/** One builder at a time; the lock lives as long as its connection, so a killed builder leaves none. */
export async function withBuilder<T>(owner: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      BUILDER_LOCK,
    ]);
    if (!rows[0]!.mine)
      throw new RebuildStopped('a rebuild or verification is running: wait for it, or cancel it');
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [BUILDER_LOCK]);
    }
  } finally {
    client.release(true);
  }
}

export async function inOwnersTransaction<T>(
  owner: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Tables beside those that serve, made like them and walled like them. What an earlier call made for the same version
 * is kept as it is; anything else is begun anew, after `clear` has forgotten how far it was.
 */
export async function createNext(
  owner: pg.Pool,
  projections: readonly Projection[],
  clear: (names: readonly string[]) => Promise<void>,
): Promise<void> {
  const { rows } = await owner.query<{ projection: string }>(
    `select r.projection from projector.rebuilds r
     join unnest($1::text[], $2::integer[], $3::text[]) as p (projection, version, tab) using (projection, version)
     where to_regclass('read_next.' || p.tab) is not null`,
    [projections.map((p) => p.name), projections.map((p) => p.version), projections.map((p) => p.table)],
  );
  const begun = new Set(rows.map((row) => row.projection));
  const fresh = projections.filter((p) => !begun.has(p.name));
  if (fresh.length === 0) return;
  await clear(fresh.map((p) => p.name));
  await inOwnersTransaction(owner, async (client) => {
    for (const { name, version, table, columns } of fresh) {
      await client.query(`
        drop table if exists read_next.${table};
        create table read_next.${table} (like read.${table} including all);
        alter table read_next.${table} enable row level security;
        alter table read_next.${table} force row level security;
        create policy tenant on read_next.${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid);
        grant select, insert, update, delete on read_next.${table} to rapport_app`);
      for (const [column, type] of Object.entries(columns))
        await client.query(`alter table read_next.${table} add column if not exists ${column} ${type}`);
      await client.query(
        `insert into projector.rebuilds (projection, version) values ($1, $2)
         on conflict (projection) do update set version = excluded.version, started_at = now()`,
        [name, version],
      );
    }
  });
}

/** Forgets how far building had come; all projections when `names` is null. */
export async function clearNext(
  pool: pg.Pool,
  tenants: readonly TenantId[],
  names: readonly string[] | null,
): Promise<void> {
  for (const tenant of tenants)
    await inTenant(pool, tenant, async (client) => {
      for (const table of ['checkpoints', 'unknown_events'])
        await client.query(
          `delete from read_next.${table} where $1::text[] is null or projection = any($1)`,
          [names],
        );
    });
}

/** Drops the tables beside: those of these projections, or all there are. */
export async function dropNext(owner: pg.Pool, projections?: readonly Projection[]): Promise<void> {
  if (projections)
    await owner.query('delete from projector.rebuilds where projection = any($1)', [
      projections.map((p) => p.name),
    ]);
  await dropIn(
    owner,
    'read_next',
    projections?.map((p) => p.table),
  );
}

/** Drops what was replaced, also by a rebuild that was killed just after. */
export const dropOld = (owner: pg.Pool): Promise<void> => dropIn(owner, 'read_old');

const KEPT = ['checkpoints', 'unknown_events'];

async function dropIn(owner: pg.Pool, schema: string, only?: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = $1::regnamespace and relkind = 'r'`,
    [schema],
  );
  for (const { relname } of rows)
    if (only ? only.includes(relname) : !(schema === 'read_next' && KEPT.includes(relname)))
      await owner.query(`drop table if exists ${schema}.${relname}`);
}
