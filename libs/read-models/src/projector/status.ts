import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { LogSource, Projection } from '../projection.js';
import { inTenant } from '../tenancy.js';

export interface ProjectionState {
  readonly name: string;
  /** The version that serves; `wanted` is the one this release has. They differ until a rebuild. */
  readonly version: number;
  readonly wanted: number;
  readonly position: string;
  /** Events folded since the read model was begun. */
  readonly events: number;
  readonly lagEvents: number;
  readonly lagSeconds: number;
  readonly parked: number;
  readonly unknownEvents: number;
}

/** How every projection of a tenant stands to the log; events behind are counted up to `most`. */
export async function projectionStates(
  pool: pg.Pool,
  tenant: TenantId,
  source: LogSource,
  projections: readonly Projection[],
  most = 10_000,
): Promise<readonly ProjectionState[]> {
  const head = await source.head(tenant);
  const { rows } = await inTenant(pool, tenant, (client) =>
    client.query<{
      name: string;
      version: number;
      position: string;
      events: string;
      parked: string;
      unknown: string;
    }>(
      `select w.name, coalesce(v.version, 0) as version, coalesce(c.position, '') as position,
         coalesce(c.events, 0) as events,
         (select count(*) from read.parked_streams p where p.projection = w.name and p.parked) as parked,
         (select coalesce(sum(u.events), 0) from read.unknown_events u where u.projection = w.name) as unknown
       from unnest($1::text[]) as w (name)
       left join projector.versions v on v.projection = w.name
       left join read.checkpoints c on c.projection = w.name`,
      [projections.map((p) => p.name)],
    ),
  );
  const now = Date.now();
  const behind = new Map<string, { events: number; seconds: number }>();
  for (const { position } of rows) {
    if (behind.has(position)) continue;
    if (position >= head) {
      behind.set(position, { events: 0, seconds: 0 });
      continue;
    }
    const { events, since } = await source.behind(tenant, position, most);
    const seconds = since === null ? 0 : Math.max(0, (now - Date.parse(since)) / 1000);
    behind.set(position, { events, seconds });
  }
  return rows.map(({ name, version, position, events, parked, unknown }) => ({
    name,
    version,
    wanted: projections.find((p) => p.name === name)!.version,
    position,
    events: Number(events),
    lagEvents: behind.get(position)!.events,
    lagSeconds: behind.get(position)!.seconds,
    parked: Number(parked),
    unknownEvents: Number(unknown),
  }));
}

/** The oldest transaction with an id: no reader of the log in PostgreSQL passes it. `null` when there is none. */
export async function horizonHolder(pool: pg.Pool): Promise<{
  readonly pid: number;
  readonly application: string;
  readonly state: string;
  readonly seconds: number;
} | null> {
  const { rows } = await pool.query<{
    pid: number | null;
    application: string;
    state: string;
    seconds: number;
  }>('select pid, application, state, seconds from projector.horizon()');
  const [row] = rows;
  return row && row.pid !== null ? { ...row, pid: row.pid } : null;
}
