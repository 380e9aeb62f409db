import type pg from 'pg';
import { APPEND_REFUSED, rebase, version3, type Rebased } from './log-functions.js';

/** The role of the services; the owner of the database creates it before migrating. */
const APP_ROLE = 'rapport_app';

/** The last event of a closed stream. It takes the next revision, so it and an append cannot both win. */
export const TOMBSTONE = '$tombstone';

/** Expected revisions that are not numbers, as the functions below take them. */
export const EXPECTED_CODE = { 'no-stream': -1, any: -2, exists: -3 } as const;

/**
 * Creates or completes the schema `log`, and lets the order of reading go on when it was restored into another
 * cluster. Run over the owner's connection before anything is appended; idempotent, and safe when several
 * processes start at once. Versions only ever get added at the end.
 */
export async function migrateLog(ownerPool: pg.Pool): Promise<void> {
  await migrate(ownerPool, 'log', [tables, writing + reading, version3(TOMBSTONE)]);
  const { rows } = await ownerPool.query<{ moved: boolean }>(
    'select c.system <> s.system_identifier::text as moved from log.cluster c, pg_control_system() s',
  );
  if (rows[0]?.moved) await rebaseLog(ownerPool);
}

/** See `rebase`; in one transaction of its own. */
export async function rebaseLog(ownerPool: pg.Pool): Promise<Rebased> {
  const client = await ownerPool.connect();
  try {
    await client.query('begin');
    const rebased = await rebase(client);
    await client.query('commit');
    return rebased;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Applies the versions that a schema does not have yet, all in one transaction under a lock. */
export async function migrate(
  ownerPool: pg.Pool,
  schema: string,
  versions: readonly string[],
): Promise<void> {
  const client = await ownerPool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`]);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`create table if not exists ${schema}.migrations (
      version int primary key, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ last: number }>(
      `select coalesce(max(version), 0) as last from ${schema}.migrations`,
    );
    for (let version = (rows[0]?.last ?? 0) + 1; version <= versions.length; version++) {
      await client.query(versions[version - 1]!);
      await client.query(`insert into ${schema}.migrations (version) values ($1)`, [version]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/**
 * `tx` and `position` are the order of reading. The services may insert the other columns and read; they can
 * neither choose those two nor change or delete an event.
 */
const tables = `
create table log.events (
  tenant_id uuid not null,
  stream text not null,
  revision int not null check (revision >= 0),
  tx xid8 not null default pg_current_xact_id(),
  position bigint not null generated always as identity,
  event_id uuid not null,
  category text not null,
  type text not null,
  data json not null,
  meta json not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, stream, revision)
);
create index events_in_order on log.events (tenant_id, tx, position);
create index events_of_closed_streams on log.events (tenant_id, stream) where type = '${TOMBSTONE}';

-- Who there is, for the services that work for every firm; an id and nothing else.
create table log.tenants (id uuid primary key);

alter table log.events enable row level security;
alter table log.events force row level security;
create policy own_tenant on log.events
  using (tenant_id = current_setting('app.tenant')::uuid)
  with check (tenant_id = current_setting('app.tenant')::uuid);

grant select, insert on log.tenants to ${APP_ROLE};
grant usage on schema log to ${APP_ROLE};
grant select on log.events to ${APP_ROLE};
grant insert (tenant_id, stream, revision, event_id, category, type, data, meta) on log.events to ${APP_ROLE};
`;

/**
 * One round trip each. They run with the caller's rights and set the tenant for their own transaction only.
 * `append`: at a given revision one statement does it; else, or when the place was taken, it looks where the
 * stream stands. The first event takes the revision after the last one; whoever loses that race looks again.
 * Events that are there already under the same ids are answered with their place ("again").
 */
const writing = `
create function log.find_again(p_tenant uuid, p_stream text, p_expected int, p_ids uuid[],
  out seen boolean, out revision int, out tx text, out place bigint)
language plpgsql stable as $$
declare
  v_from int := p_expected + 1;
begin
  if p_expected < -1 then
    select e.revision into v_from from log.events e
      where e.tenant_id = p_tenant and e.stream = p_stream and e.event_id = p_ids[1]
      order by e.revision limit 1;
  end if;
  seen := p_expected < -1 and v_from is not null;
  select max(e.revision), max(e.tx)::text, max(e.position) into revision, tx, place
    from log.events e
    where e.tenant_id = p_tenant and e.stream = p_stream
      and e.revision between v_from and v_from + cardinality(p_ids) - 1
    having array_agg(e.event_id order by e.revision) = p_ids;
end $$;

create function log.append(p_tenant uuid, p_stream text, p_expected int, p_ids uuid[],
  p_type text, p_data json, p_meta json, p_rest json,
  out outcome text, out revision int, out tx text, out place bigint)
language plpgsql as $$
declare
  v_last int;
  v_type text;
  v_seen boolean;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  v_last := p_expected;
  if p_expected = -1 then
    insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
      values (p_tenant, p_stream, 0, p_ids[1], split_part(p_stream, '-', 1), p_type, p_data, p_meta)
      on conflict on constraint events_pkey do nothing
      returning 'ok', n.revision, n.tx::text, n.position into outcome, revision, tx, place;
  elsif p_expected >= 0 then
    insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
      select p_tenant, p_stream, p_expected + 1, p_ids[1], e.category, p_type, p_data, p_meta
      from log.events e
      where e.tenant_id = p_tenant and e.stream = p_stream and e.revision = p_expected
        and e.type <> '${TOMBSTONE}'
      on conflict on constraint events_pkey do nothing
      returning 'ok', n.revision, n.tx::text, n.position into outcome, revision, tx, place;
  end if;
  while outcome is null loop
    select e.revision, e.type into v_last, v_type from log.events e
      where e.tenant_id = p_tenant and e.stream = p_stream order by e.revision desc limit 1;
    v_last := coalesce(v_last, -1);
    if v_type = '${TOMBSTONE}' then
      outcome := 'deleted';
      return;
    end if;
    if v_last <> p_expected and v_last >= 0 then
      select f.seen, f.revision, f.tx, f.place into v_seen, revision, tx, place
        from log.find_again(p_tenant, p_stream, p_expected, p_ids) f;
      if revision is not null then
        outcome := 'again';
        return;
      end if;
    end if;
    if v_seen or (p_expected >= -1 and p_expected <> v_last) or (p_expected = -3 and v_last = -1) then
      outcome := 'conflict';
      revision := v_last;
      return;
    end if;
    insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
      values (p_tenant, p_stream, v_last + 1, p_ids[1], split_part(p_stream, '-', 1), p_type, p_data, p_meta)
      on conflict on constraint events_pkey do nothing
      returning 'ok', n.revision, n.tx::text, n.position into outcome, revision, tx, place;
  end loop;
  if v_last = -1 and p_stream like 'Firm-%' then
    insert into log.tenants (id) values (p_tenant) on conflict do nothing;
  end if;
  if p_rest is not null then
    with added as (
      insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
        select p_tenant, p_stream, v_last + 1 + e.nth, p_ids[1 + e.nth], split_part(p_stream, '-', 1),
          e.event ->> 'type', e.event -> 'data', e.event -> 'meta'
        from json_array_elements(p_rest) with ordinality as e (event, nth)
        order by e.nth
        returning n.revision, n.position
    )
    select max(a.revision), max(a.position) into revision, place from added a;
  end if;
end $$;

create function log.append_many(p_appends json, p_atomic boolean)
returns table (outcome text, revision int, tx text, place bigint)
language plpgsql as $$
declare
  v_each json;
  v_nth int := 0;
  v_kind text;
begin
  -- Batches queue for their streams in one order; single appends hold nothing while they wait.
  perform pg_advisory_xact_lock(7201, b.bucket) from (
    select distinct hashtext(e ->> 'stream') & 255 as bucket from json_array_elements(p_appends) e order by bucket
  ) b;
  for v_each in select json_array_elements(p_appends) loop
    select a.outcome, a.revision, a.tx, a.place into outcome, revision, tx, place
      from log.append((v_each ->> 'tenant')::uuid, v_each ->> 'stream', (v_each ->> 'expected')::int,
        array(select json_array_elements_text(v_each -> 'ids'))::uuid[],
        v_each ->> 'type', v_each -> 'data', v_each -> 'meta', v_each -> 'rest') a;
    v_kind := coalesce(v_kind, outcome);
    if p_atomic and (outcome not in ('ok', 'again') or outcome <> v_kind) then
      raise exception 'append refused' using errcode = '${APPEND_REFUSED}',
        detail = json_build_object('nth', v_nth, 'outcome', outcome, 'actual', revision)::text;
    end if;
    v_nth := v_nth + 1;
    return next;
  end loop;
end $$;

create function log.tombstone(p_tenant uuid, p_stream text, p_id uuid) returns void
language plpgsql as $$
declare
  v_last int;
  v_type text;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  loop
    select e.revision, e.type into v_last, v_type from log.events e
      where e.tenant_id = p_tenant and e.stream = p_stream order by e.revision desc limit 1;
    exit when v_type = '${TOMBSTONE}';
    insert into log.events (tenant_id, stream, revision, event_id, category, type, data, meta)
      values (p_tenant, p_stream, coalesce(v_last, -1) + 1, p_id, split_part(p_stream, '-', 1),
        '${TOMBSTONE}', '{}', '{}')
      on conflict on constraint events_pkey do nothing;
    exit when found;
  end loop;
end $$;
`;

/**
 * Reading everything stops below the oldest transaction that still runs: behind it nothing can become visible
 * any more. The first row of `read_all` carries that limit and no event.
 */
const reading = `
create function log.read_stream(p_tenant uuid, p_stream text, p_from int)
returns table (stream text, revision int, event_id uuid, type text, data json, meta json, tx xid8,
  place bigint, recorded_at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query
    select e.stream, e.revision, e.event_id, e.type, e.data, e.meta, e.tx, e.position, e.recorded_at
    from log.events e
    where e.tenant_id = p_tenant and e.stream = p_stream and e.revision >= p_from
      and not exists (
        select from log.events t
        where t.tenant_id = p_tenant and t.stream = p_stream and t.type = '${TOMBSTONE}'
      )
    order by e.revision;
end $$;

create function log.read_all(p_tenant uuid, p_tx xid8, p_place bigint, p_categories text[], p_limit int)
returns table (stream text, revision int, event_id uuid, type text, data json, meta json, tx xid8,
  place bigint, recorded_at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  tx := pg_snapshot_xmin(pg_current_snapshot());
  return next;
  return query
    select e.stream, e.revision, e.event_id, e.type, e.data, e.meta, e.tx, e.position, e.recorded_at
    from log.events e
    where e.tenant_id = p_tenant and (e.tx, e.position) > (p_tx, p_place) and e.tx < read_all.tx
      and (p_categories is null or e.category = any (p_categories))
      and not exists (
        select from log.events t
        where t.tenant_id = p_tenant and t.stream = e.stream and t.type = '${TOMBSTONE}'
      )
    order by e.tx, e.position
    limit p_limit;
end $$;

create function log.head(p_tenant uuid, out tx xid8, out place bigint)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  select e.tx, e.position into tx, place from log.events e
    where e.tenant_id = p_tenant and e.tx < pg_snapshot_xmin(pg_current_snapshot())
      and e.type <> '${TOMBSTONE}'
      and not exists (
        select from log.events t
        where t.tenant_id = p_tenant and t.stream = e.stream and t.type = '${TOMBSTONE}'
      )
    order by e.tx desc, e.position desc limit 1;
end $$;
`;
