import type { DomainEvent, Recorded, TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { Projection, References } from '../projection.js';
import { EventFailed } from './failures.js';

/**
 * Folds events into the rows of one table, in a transaction of the tenant: one read, one upsert, one delete, however
 * many events. Throws EventFailed where the projection itself breaks.
 */
export async function fold(
  client: pg.PoolClient,
  tenant: TenantId,
  projection: Projection,
  events: readonly Recorded<DomainEvent>[],
  references: References,
  schema: 'read' | 'read_next',
): Promise<void> {
  const touching = touched(projection, events);
  if (touching.length === 0) return;
  const keys = [...new Set(touching.flatMap((t) => t.keys))];
  const table = `${schema}.${projection.table}`;
  const before = await client.query<{ id: string; doc: object }>({
    name: `rows of ${table}`,
    text: `select id, doc from ${table} where id = any($1)`,
    values: [keys],
  });
  const rows = new Map<string, object | undefined>(before.rows.map((r) => [r.id, r.doc]));
  for (const { event, keys: changed } of touching)
    for (const key of changed)
      rows.set(
        key,
        attributed(projection, event, () => projection.apply(rows.get(key), event, key, references)),
      );

  const gone = keys.filter((key) => rows.get(key) === undefined);
  if (gone.length > 0) await client.query(`delete from ${table} where id = any($1)`, [gone]);
  await upsert(client, tenant, projection, table, rows);
}

interface Touching {
  readonly event: Recorded<DomainEvent>;
  readonly keys: readonly string[];
}

function touched(projection: Projection, events: readonly Recorded<DomainEvent>[]): readonly Touching[] {
  const touching: Touching[] = [];
  for (const event of events) {
    const keys = attributed(projection, event, () => projection.keysOf(event));
    if (keys.length > 0) touching.push({ event, keys });
  }
  return touching;
}

function attributed<T>(projection: Projection, recorded: Recorded<DomainEvent>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { stream, position, event } = recorded;
    throw new EventFailed(projection.name, stream, position, event.type, error);
  }
}

async function upsert(
  client: pg.PoolClient,
  tenant: TenantId,
  projection: Projection,
  table: string,
  rows: ReadonlyMap<string, object | undefined>,
): Promise<void> {
  const ids: string[] = [];
  const docs: string[] = [];
  const names = Object.keys(projection.columns);
  const columns = names.map((): unknown[] => []);
  for (const [key, folded] of rows) {
    if (folded === undefined) continue;
    const row = projection.finish?.(folded) ?? folded;
    const values = projection.columnsOf(row);
    ids.push(key);
    docs.push(JSON.stringify(row));
    names.forEach((name, n) => columns[n]!.push(values[name] ?? null));
  }
  if (ids.length === 0) return;
  const arrays = names.map((name, n) => `, $${n + 4}::${projection.columns[name]!}[]`).join('');
  const listed = names.map((name) => `, ${name}`).join('');
  await client.query({
    name: `upsert ${table} ${projection.version}`,
    // Documents travel as one JSON list: an array of texts would be quoted twice and take more than twice as long.
    text: `insert into ${table} (tenant_id, id${listed}, doc)
     select $1::uuid, t.id${listed}, t.doc::jsonb
     from rows from (unnest($2::text[]${arrays}), json_array_elements($3::json)) as t (id${listed}, doc)
     on conflict (tenant_id, id) do update set ${['doc', ...names].map((n) => `${n} = excluded.${n}`).join(', ')}`,
    values: [tenant, ids, `[${docs.join()}]`, ...columns],
  });
}
