import type { DomainEvent, Recorded, TenantId } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type pg from 'pg';
import type { EventSource, Projection, References, UnknownEvent } from './projection.js';
import { inTenant } from './tenancy.js';

const BATCH = 500;

/** Another instance has moved the checkpoint: nothing of this batch was written. */
export class CheckpointMoved extends Error {
  constructor(readonly names: readonly string[]) {
    super(`another instance moved the checkpoint of ${names.join(', ')}`);
    this.name = 'CheckpointMoved';
  }
}

const isUnknown = (event: Recorded<DomainEvent> | UnknownEvent): event is UnknownEvent => 'unknown' in event;

/**
 * Brings projections forward by one batch: events folded in memory, one upsert a table, and every checkpoint moved from
 * exactly where it was read, all in one transaction. Projections that stand further back go first, alone, until they
 * have caught up with the others. Answers how many events were folded; 0 means everyone is at the head.
 */
export async function projectBatch(
  pool: pg.Pool,
  tenant: TenantId,
  source: EventSource,
  projections: readonly Projection[],
  onUnknown: (event: UnknownEvent) => void = () => undefined,
): Promise<number> {
  const { names, after } = await furthestBack(pool, tenant, projections);
  const events = await source.read(tenant, after, BATCH);
  const last = events.at(-1);
  if (!last) return 0;
  const group = projections.filter((p) => names.includes(p.name));
  const known = events.filter((e): e is Recorded<DomainEvent> => {
    if (isUnknown(e)) onUnknown(e);
    return !isUnknown(e);
  });
  const references = await referencesOf(tenant, source, group, known);
  await inTenant(pool, tenant, async (client) => {
    const moved = await client.query(
      `insert into read.checkpoints as c (tenant_id, projection, position)
       select $1::uuid, name, $4 from unnest($2::text[]) as name
       on conflict (tenant_id, projection) do update set position = excluded.position where c.position = $3
       returning projection`,
      [tenant, names, after, last.position],
    );
    // A row inserted from nothing is only right when nothing was read before.
    if (moved.rowCount !== names.length) throw new CheckpointMoved(names);
    for (const projection of group) await fold(client, tenant, projection, known, references);
  });
  return events.length;
}

async function furthestBack(pool: pg.Pool, tenant: TenantId, projections: readonly Projection[]) {
  const stored = await inTenant(pool, tenant, (client) =>
    client.query<{ projection: string; position: string }>(
      'select projection, position from read.checkpoints',
    ),
  );
  const at = new Map(stored.rows.map((row) => [row.projection, row.position]));
  const positions = projections.map((p) => ({ name: p.name, position: at.get(p.name) ?? '' }));
  const after = positions.reduce(
    (least, { position }) => (position < least ? position : least),
    positions[0]?.position ?? '',
  );
  return { after, names: positions.filter((p) => p.position === after).map((p) => p.name) };
}

async function referencesOf(
  tenant: TenantId,
  source: EventSource,
  group: readonly Projection[],
  events: readonly Recorded<DomainEvent>[],
): Promise<References> {
  const ids = new Set(group.flatMap((p) => events.flatMap((e) => p.instrumentsOf?.(e) ?? [])));
  const documents: InstrumentDocument[] = [];
  const norms: NormGroup[] = [];
  for (const id of ids) {
    const published = await source.instrument(tenant, id);
    documents.push(...published.documents);
    norms.push(...published.norms);
  }
  const find = <T extends { id: string; version: string }>(
    list: readonly T[],
    id: string,
    version: string,
  ): T => {
    const found = list.find((d) => d.id === id && d.version === version);
    if (!found) throw new Error(`an event refers to ${id}@${version}, which was never published`);
    return found;
  };
  return {
    instrument: (id, version) => find(documents, id, version),
    norm: (id, version) => find(norms, id, version),
  };
}

async function fold(
  client: pg.PoolClient,
  tenant: TenantId,
  projection: Projection,
  events: readonly Recorded<DomainEvent>[],
  references: References,
): Promise<void> {
  const keyed = events.map((event) => ({ event, keys: projection.keysOf(event) }));
  const keys = [...new Set(keyed.flatMap((k) => k.keys))];
  if (keys.length === 0) return;
  const table = `read.${projection.table}`;
  const before = await client.query<{ id: string; doc: object }>(
    `select id, doc from ${table} where id = any($1)`,
    [keys],
  );
  const rows = new Map<string, object | undefined>(before.rows.map((r) => [r.id, r.doc]));
  for (const { event, keys: touched } of keyed)
    for (const key of touched) rows.set(key, projection.apply(rows.get(key), event, key, references));

  const gone = keys.filter((key) => rows.get(key) === undefined);
  if (gone.length > 0) await client.query(`delete from ${table} where id = any($1)`, [gone]);
  const kept = keys.flatMap((key) => {
    const folded = rows.get(key);
    if (folded === undefined) return [];
    const row = projection.finish?.(folded) ?? folded;
    return [{ key, row, columns: projection.columnsOf(row) }];
  });
  if (kept.length === 0) return;
  const names = Object.keys(projection.columns);
  const arrays = names.map((name, i) => `$${i + 4}::${projection.columns[name]!}[]`);
  await client.query(
    `insert into ${table} (tenant_id, id, doc${names.map((n) => `, ${n}`).join('')})
     select $1::uuid, t.* from unnest($2::text[], $3::jsonb[]${arrays.map((a) => `, ${a}`).join('')}) as t
     on conflict (tenant_id, id) do update set ${['doc', ...names].map((n) => `${n} = excluded.${n}`).join(', ')}`,
    [
      tenant,
      kept.map((k) => k.key),
      kept.map((k) => JSON.stringify(k.row)),
      ...names.map((name) => kept.map((k) => k.columns[name] ?? null)),
    ],
  );
}
