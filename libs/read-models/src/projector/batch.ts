import { partsOf, type Category, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type pg from 'pg';
import type { EventSource, Projection, ReadEvent, References, UnknownEvent } from '../projection.js';
import { inTenant } from '../tenancy.js';
import { fold } from './fold.js';
import { READ_CHANNEL } from './channel.js';
import { EventFailed, failureOf, ProjectionFailed } from './failures.js';

const BATCH = 1000;

/** Another instance has moved a checkpoint, or this one lost its shard: nothing of this batch was written. */
export class CheckpointMoved extends Error {
  constructor(readonly names: readonly string[]) {
    super(`another instance moved the checkpoint of ${names.join(', ')}`);
    this.name = 'CheckpointMoved';
  }
}

/** Proof of owning a shard: a batch of an owner that was replaced is not written. */
export interface Fence {
  readonly shard: number;
  readonly token: string;
}

export interface BatchOptions {
  readonly fence?: Fence | undefined;
  /** `read` serves; `read_next` is being built beside it. */
  readonly schema?: 'read' | 'read_next';
  /** Most events; default 1000. */
  readonly limit?: number;
  /** No event after this position; none when absent. */
  readonly upTo?: string | undefined;
  readonly onUnknown?: (event: UnknownEvent) => void;
}

/** Where a projection stands. */
export interface Standing {
  readonly name: string;
  readonly position: string;
  readonly turn: number;
  readonly parked: ReadonlySet<string>;
}

/**
 * Brings the projections that stand furthest back forward by one batch, up to where the next ones stand: events folded
 * in memory, one upsert a table, and every checkpoint moved from exactly where it was read, all in one transaction.
 * Answers how many events were read; 0 means everyone is at the head. Throws CheckpointMoved, EventFailed,
 * ProjectionFailed; whatever it throws, nothing was written.
 */
export async function projectBatch(
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  projections: readonly Projection[],
  options: BatchOptions = {},
): Promise<number> {
  const [group] = groupsOf(await standings(pool, tenant, projections, options.schema), options.upTo);
  return group ? projectGroup(pool, tenant, source, projections, group, options) : 0;
}

/** Projections that stand at the same place, and where the next ones stand. */
export interface Group {
  readonly after: string;
  readonly upTo: string | undefined;
  readonly members: readonly Standing[];
}

/** Furthest back first. */
export function groupsOf(standing: readonly Standing[], upTo?: string): readonly Group[] {
  const places = [...new Set(standing.map((s) => s.position))].sort();
  return places
    .map((after, n) => ({
      after,
      upTo: places[n + 1] ?? upTo,
      members: standing.filter((s) => s.position === after),
    }))
    .filter((group) => upTo === undefined || group.after < upTo);
}

/** Projections of which this code has the version that serves, with their places; the others are left alone. */
export async function standings(
  pool: pg.Pool,
  tenant: TenantId,
  projections: readonly Projection[],
  schema: 'read' | 'read_next' = 'read',
): Promise<readonly Standing[]> {
  const { rows } = await inTenant(pool, tenant, (client) =>
    client.query<{ projection: string; position: string; turn: number; parked: string[] | null }>({
      name: `standings in ${schema}`,
      text:
        schema === 'read'
          ? `select v.projection, coalesce(c.position, '') as position, coalesce(c.turn, 0) as turn,
               (select array_agg(p.stream) from read.parked_streams p
                where p.projection = v.projection and p.parked) as parked
             from unnest($1::text[], $2::integer[]) as v (projection, version)
             join projector.versions using (projection, version)
             left join read.checkpoints c using (projection)`
          : `select v.projection, coalesce(c.position, '') as position, coalesce(c.turn, 0) as turn,
               null::text[] as parked
             from unnest($1::text[], $2::integer[]) as v (projection, version)
             join projector.rebuilds using (projection, version)
             left join read_next.checkpoints c using (projection)`,
      values: [projections.map((p) => p.name), projections.map((p) => p.version)],
    }),
  );
  return rows.map(({ projection, position, turn, parked }) => ({
    name: projection,
    position,
    turn,
    parked: new Set(parked ?? []),
  }));
}

export async function projectGroup(
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  projections: readonly Projection[],
  group: Group,
  options: BatchOptions = {},
): Promise<number> {
  const read = await source.read(tenant, group.after, options.limit ?? BATCH);
  const { upTo } = group;
  const events = upTo === undefined ? read : read.filter((e) => e.position <= upTo);
  // Nothing stands between this group and the next one: it may go where that one is.
  if (events.length === 0) return read.length === 0 ? 0 : moveOver(pool, tenant, group, options);
  for (const event of events) if ('unknown' in event) options.onUnknown?.(event);
  const batch = { tenant, group, events, members: projections.filter((p) => isMember(group, p)) };
  const references = await referencesOf(batch, source);
  return write(pool, batch, references, options);
}

const isMember = (group: Group, { name }: Projection) => group.members.some((m) => m.name === name);

interface Batch {
  readonly tenant: TenantId;
  readonly group: Group;
  readonly events: readonly ReadEvent[];
  readonly members: readonly Projection[];
}

const moveOver = async (pool: pg.Pool, tenant: TenantId, group: Group, options: BatchOptions) => {
  const position = group.upTo!;
  await inTenant(pool, tenant, (client) => moveCheckpoints(client, tenant, group, position, 0, options));
  return 1;
};

/** A batch of one projection that breaks is written as far as it is sound: one bad event holds back nothing before it. */
async function write(
  pool: pg.Pool,
  batch: Batch,
  references: References,
  options: BatchOptions,
): Promise<number> {
  const { tenant, group, events, members } = batch;
  const last = events.at(-1)!;
  try {
    await inTenant(pool, tenant, async (client) => {
      await moveCheckpoints(client, tenant, group, last.position, events.length, options);
      await recordUnknown(client, batch, options.schema);
      // All at once on one connection: PostgreSQL writes the rows of one while the next one folds.
      let failed: unknown;
      await Promise.all(
        members.map(async (projection) => {
          try {
            const { parked } = group.members.find((m) => m.name === projection.name)!;
            const mine = readable(projection, events, parked);
            await fold(client, tenant, projection, mine, references, options.schema ?? 'read');
          } catch (error) {
            // What fails after the first only fails because of it.
            failed ??= failureOf(error, projection.name, events.length === 1 ? last : undefined);
          }
        }),
      );
      if (failed !== undefined) throw failed;
    });
    return events.length;
  } catch (error) {
    const alone = members.length === 1 && events.length > 1;
    if (alone && error instanceof EventFailed) {
      const sound = events.findIndex((e) => e.position === error.position);
      if (sound > 0) return write(pool, { ...batch, events: events.slice(0, sound) }, references, options);
      // Alone it decides whether the event is bad or only the company it was in.
      return write(pool, { ...batch, events: events.slice(0, 1) }, references, options);
    }
    if (alone && error instanceof ProjectionFailed)
      return write(pool, { ...batch, events: events.slice(0, events.length >> 1) }, references, options);
    throw error;
  }
}

/** The events of a projection in this batch; one that it cares for and cannot read fails it. */
function readable(
  { name, categories }: Projection,
  events: readonly ReadEvent[],
  parked: ReadonlySet<string>,
): readonly Recorded<DomainEvent>[] {
  return events.filter((event): event is Recorded<DomainEvent> => {
    if ('unknown' in event || parked.has(event.stream)) return false;
    if (!('unreadable' in event)) return true;
    if (categories.includes(partsOf(event.stream).category as Category))
      throw new EventFailed(name, event.stream, event.position, event.type, event.unreadable);
    return false;
  });
}

async function moveCheckpoints(
  client: pg.PoolClient,
  tenant: TenantId,
  { members, after }: Group,
  to: string,
  events: number,
  { fence, schema = 'read' }: BatchOptions,
): Promise<void> {
  const names = members.map((m) => m.name);
  // A row inserted from nothing is only right when nothing was read before. Nobody waits for the disk here: rows and
  // checkpoint survive a crash together or are folded again together, and the log is what was promised.
  const moved = await client.query({
    name: `move checkpoints in ${schema}`,
    text: `insert into ${schema}.checkpoints as c (tenant_id, projection, position, turn, events)
       select $1::uuid, m.name, $4, m.turn, $5::bigint from unnest($2::text[], $3::integer[]) as m (name, turn)
       join projector.${schema === 'read' ? 'versions' : 'rebuilds'} v on v.projection = m.name
       where $7::integer is null or exists (
         select from projector.shards s
         where s.shard = $7 and s.token = $8::bigint and s.expires_at > clock_timestamp())
       on conflict (tenant_id, projection)
         do update set position = excluded.position, events = c.events + excluded.events
         where c.position = $6 and c.turn = excluded.turn
       returning xmax = 0 as inserted, set_config('synchronous_commit', 'off', true)${schema === 'read' ? `, pg_notify('${READ_CHANNEL}', tenant_id::text)` : ''}`,
    values: [tenant, names, members.map((m) => m.turn), to, events, after, fence?.shard, fence?.token],
  });
  const inserted = (moved.rows as { inserted: boolean }[]).some((row) => row.inserted);
  if (moved.rowCount !== names.length || (inserted && after !== '')) throw new CheckpointMoved(names);
}

async function recordUnknown(
  client: pg.PoolClient,
  { tenant, group, events }: Batch,
  schema: 'read' | 'read_next' = 'read',
): Promise<void> {
  const unknown = events.filter((e): e is UnknownEvent => 'unknown' in e);
  if (unknown.length === 0) return;
  await client.query(
    `insert into ${schema}.unknown_events as u (tenant_id, projection, type, events, first_position, last_position)
     select $1::uuid, projection, type, count(*), min(position), max(position)
     from unnest($2::text[]) as projection, unnest($3::text[], $4::text[]) as e (type, position)
     group by projection, type
     on conflict (tenant_id, projection, type)
       do update set events = u.events + excluded.events, last_position = excluded.last_position`,
    [tenant, group.members.map((m) => m.name), unknown.map((e) => e.unknown), unknown.map((e) => e.position)],
  );
}

async function referencesOf({ tenant, members, events }: Batch, source: EventSource): Promise<References> {
  const known = events.filter((e): e is Recorded<DomainEvent> => 'event' in e);
  return loadReferences(tenant, source, members, known);
}

/** The published documents that these projections will ask for while folding these events. */
export async function loadReferences(
  tenant: TenantId,
  source: EventSource,
  projections: readonly Projection[],
  events: readonly Recorded<DomainEvent>[],
): Promise<References> {
  const ids = new Set(projections.flatMap((p) => events.flatMap((e) => p.instrumentsOf?.(e) ?? [])));
  const documents = new Map<string, InstrumentDocument>();
  const norms = new Map<string, NormGroup>();
  for (const id of ids) {
    const published = await source.instrument(tenant, id);
    for (const document of published.documents) documents.set(`${document.id}@${document.version}`, document);
    for (const norm of published.norms) norms.set(`${norm.id}@${norm.version}`, norm);
  }
  const find = <T>(list: ReadonlyMap<string, T>, id: string, version: string): T => {
    const found = list.get(`${id}@${version}`);
    if (!found) throw new Error(`an event refers to ${id}@${version}, which was never published`);
    return found;
  };
  return {
    instrument: (id, version) => find(documents, id, version),
    norm: (id, version) => find(norms, id, version),
  };
}
