import type pg from 'pg';

/** SQLSTATE of an atomic append that one of its streams or checks refused. */
export const APPEND_REFUSED = 'RP001';

/** SQLSTATE of an event that is to be restored where another one is. */
export const PLACE_TAKEN = 'RP003';

/** The first number of the advisory locks below; the second is a bucket of stream names. */
const STREAM_LOCKS = 7201;
const bucketOf = (stream: string): string => `hashtext(${stream}) & 255`;

/** Before this revision nothing is read: the mark of a stream that was closed. */
const NEVER = 2147483647;

const FILTER_REACH = 10_000;
const asText = `string_agg(concat('["', b.stream, '",', b.revision, ',"', b.event_id, '","', b.type, '",', b.data, ',', b.meta,
        ',', b.tx, ',', b.position, ',"', b.recorded_at, '"]'), ',')`;
const bytesBefore = `coalesce(sum(pg_column_size(e.data)) over (order by e.tx, e.position
        rows between unbounded preceding and 1 preceding), 0)`;
const kept = 'b.before < p_bytes and b.nth <= p_limit';
const scan = `
      from log.events e
      where e.tenant_id = p_tenant and (e.tx, e.position) > (p_tx, p_place) and e.tx < v_horizon
        and (not v_hidden or not exists (
          select from log.hidden h
          where h.tenant_id = p_tenant and h.stream = e.stream and e.revision < h.before_revision
        ))
      order by e.tx, e.position`;

/**
 * Version 3 of the schema: streams that were cut or closed are listed apart, so that reading pays for them only
 * where there are any; whole batches are read as one text; many appends share a transaction; appends to several
 * streams may depend on others; the order of reading survives a move to another cluster.
 *
 * Locks on buckets of stream names: who appends to one stream shares, who appends to several or depends on some
 * holds alone. So a check is still true when its append commits, and no two of them wait for each other.
 */
export const version3 = (tombstone: string): string => `
create table log.hidden (
  tenant_id uuid not null,
  stream text not null,
  before_revision int not null check (before_revision > 0),
  primary key (tenant_id, stream)
);
-- Names are put into JSON as they are, for speed: none may end its quotes.
alter table log.events add constraint plain_names check (stream !~ '["\\\\]' and type !~ '["\\\\]') not valid;
alter table log.hidden enable row level security;
alter table log.events no force row level security;
insert into log.hidden select tenant_id, stream, ${NEVER} from log.events where type = '${tombstone}';
alter table log.events force row level security;
alter table log.hidden force row level security;
create policy own_tenant on log.hidden
  using (tenant_id = current_setting('app.tenant')::uuid)
  with check (tenant_id = current_setting('app.tenant')::uuid);
grant select, insert, update (before_revision) on log.hidden to rapport_app;

-- One row: the cluster whose transactions number the events.
create table log.cluster (only_one boolean primary key default true check (only_one), system text not null, tx_offset bigint not null);
grant select on log.cluster to rapport_app;
insert into log.cluster (system, tx_offset) select system_identifier::text, 0 from pg_control_system();
${numberFrom(0n)}

create or replace function log.tombstone(p_tenant uuid, p_stream text, p_id uuid) returns void
language plpgsql as $$
declare
  v_last int;
  v_type text;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  perform pg_advisory_xact_lock_shared(${STREAM_LOCKS}, ${bucketOf('p_stream')});
  loop
    select e.revision, e.type into v_last, v_type from log.events e
      where e.tenant_id = p_tenant and e.stream = p_stream order by e.revision desc limit 1;
    exit when v_type = '${tombstone}';
    insert into log.events (tenant_id, stream, revision, event_id, category, type, data, meta)
      values (p_tenant, p_stream, coalesce(v_last, -1) + 1, p_id, split_part(p_stream, '-', 1),
        '${tombstone}', '{}', '{}')
      on conflict on constraint events_pkey do nothing;
    exit when found;
  end loop;
  insert into log.hidden values (p_tenant, p_stream, ${NEVER})
    on conflict on constraint hidden_pkey do update set before_revision = ${NEVER};
end $$;

create function log.truncate(p_tenant uuid, p_stream text, p_before int, out outcome text, out last int)
language plpgsql as $$
declare
  v_type text;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  select e.revision, e.type into last, v_type from log.events e
    where e.tenant_id = p_tenant and e.stream = p_stream order by e.revision desc limit 1;
  last := coalesce(last, -1);
  outcome := case when v_type = '${tombstone}' then 'deleted' when p_before > last then 'beyond' else 'ok' end;
  if outcome = 'ok' and p_before > 0 then
    insert into log.hidden as h values (p_tenant, p_stream, p_before)
      on conflict on constraint hidden_pkey do update
      set before_revision = greatest(h.before_revision, excluded.before_revision);
  end if;
end $$;

-- Only the owner of the table may say when something was recorded.
create function log.restore(p_tenant uuid, p_events json) returns void
language plpgsql as $$
declare
  v_taken text;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  insert into log.events (tenant_id, stream, revision, event_id, category, type, data, meta, recorded_at)
    select p_tenant, e.event ->> 'stream', (e.event ->> 'revision')::int, (e.event ->> 'eventId')::uuid,
      split_part(e.event ->> 'stream', '-', 1), e.event ->> 'type', e.event -> 'data', e.event -> 'meta',
      (e.event ->> 'recordedAt')::timestamptz
    from json_array_elements(p_events) with ordinality as e (event, nth)
    order by e.nth
    on conflict on constraint events_pkey do nothing;
  select concat(i.stream, ' holds something else at revision ', i.revision) into v_taken
    from json_to_recordset(p_events) as i (stream text, revision int, "eventId" uuid)
    join log.events e on e.tenant_id = p_tenant and e.stream = i.stream and e.revision = i.revision
    where e.event_id <> i."eventId" limit 1;
  if v_taken is not null then
    raise exception '%', v_taken using errcode = '${PLACE_TAKEN}';
  end if;
  if exists (select from json_array_elements(p_events) e where e ->> 'stream' like 'Firm-%') then
    insert into log.tenants (id) values (p_tenant) on conflict do nothing;
  end if;
  insert into log.hidden as h (tenant_id, stream, before_revision)
    select p_tenant, i.stream, min(i.revision)
    from json_to_recordset(p_events) as i (stream text, revision int)
    where not exists (
      select from log.events e where e.tenant_id = p_tenant and e.stream = i.stream and e.revision = 0
    )
    group by i.stream having min(i.revision) > 0
    on conflict on constraint hidden_pkey do nothing;
end $$;
revoke execute on function log.restore from public;

create function log.hidden_streams(p_tenant uuid) returns table (stream text, before_revision int)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select h.stream, h.before_revision from log.hidden h where h.tenant_id = p_tenant order by h.stream;
end $$;

-- Appends to one stream each, in the order of tenants and streams. A row for each that found its stream as
-- expected; the others are left to log.append, which knows why.
create function log.append_batch(p_tenants json)
returns table (nth int, revision int, tx text, place bigint)
language plpgsql as $$
declare
  v_group json;
  v_tenant uuid;
begin
  perform pg_advisory_xact_lock_shared(${STREAM_LOCKS}, b.bucket) from (
    select distinct ${bucketOf("a ->> 'stream'")} as bucket
    from json_array_elements(p_tenants) g, json_array_elements(g -> 'appends') a order by bucket
  ) b;
  for v_group in select json_array_elements(p_tenants) loop
    v_tenant := v_group ->> 'tenant';
    perform set_config('app.tenant', v_tenant::text, true);
    return query
      with asked as materialized (
        select * from json_to_recordset(v_group -> 'appends')
          as a (nth int, stream text, expected int, id uuid, type text, data json, meta json, rest json)
      ), firsts as (
        insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
          select v_tenant, a.stream, a.expected + 1, a.id, split_part(a.stream, '-', 1), a.type, a.data, a.meta
          from asked a left join lateral (
            select true as open from log.events e
            where e.tenant_id = v_tenant and e.stream = a.stream and e.revision = a.expected
              and e.type <> '${tombstone}'
            offset 0
          ) h on true
          where a.expected = -1 or h.open
          order by a.stream collate "C"
          on conflict on constraint events_pkey do nothing
          returning n.stream, n.revision, n.tx, n.position
      ), others as (
        insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
          select v_tenant, a.stream, f.revision + e.nth, (e.event ->> 'id')::uuid, split_part(a.stream, '-', 1),
            e.event ->> 'type', e.event -> 'data', e.event -> 'meta'
          from firsts f join asked a on a.stream = f.stream and a.rest is not null,
            json_array_elements(a.rest) with ordinality as e (event, nth)
          order by a.stream collate "C", e.nth
          returning n.stream, n.revision, n.position
      )
      select a.nth, coalesce(max(o.revision), f.revision), f.tx::text, coalesce(max(o.position), f.position)
      from firsts f join asked a on a.stream = f.stream left join others o on o.stream = f.stream
      group by a.nth, f.revision, f.tx, f.position;
  end loop;
end $$;

create function log.append_all(p_appends json, p_tenant uuid, p_checks json)
returns table (outcome text, revision int, tx text, place bigint)
language plpgsql as $$
declare
  v_each json;
  v_nth int := 0;
  v_kind text;
  v_expected int;
  v_type text;
begin
  perform pg_advisory_xact_lock(${STREAM_LOCKS}, b.bucket) from (
    select distinct ${bucketOf("e ->> 'stream'")} as bucket from (
      select json_array_elements(p_appends) as e union all select json_array_elements(p_checks)
    ) s order by bucket
  ) b;
  perform set_config('app.tenant', p_tenant::text, true);
  for v_each in select json_array_elements(p_appends) loop
    select a.outcome, a.revision, a.tx, a.place into outcome, revision, tx, place
      from log.append(p_tenant, v_each ->> 'stream', (v_each ->> 'expected')::int,
        array(select json_array_elements_text(v_each -> 'ids'))::uuid[],
        v_each ->> 'type', v_each -> 'data', v_each -> 'meta', v_each -> 'rest') a;
    v_kind := coalesce(v_kind, outcome);
    if outcome not in ('ok', 'again') or outcome <> v_kind then
      raise exception 'append refused' using errcode = '${APPEND_REFUSED}',
        detail = json_build_object('nth', v_nth, 'outcome', outcome, 'actual', revision)::text;
    end if;
    v_nth := v_nth + 1;
    return next;
  end loop;
  -- What was appended before is answered as the first time: its checks were true then.
  if v_kind = 'again' then
    return;
  end if;
  v_nth := 0;
  for v_each in select json_array_elements(p_checks) loop
    v_type := null;
    select e.revision, e.type into revision, v_type from log.events e
      where e.tenant_id = p_tenant and e.stream = v_each ->> 'stream' order by e.revision desc limit 1;
    revision := coalesce(revision, -1);
    v_expected := (v_each ->> 'expected')::int;
    if v_type = '${tombstone}' or (v_expected >= -1 and v_expected <> revision) or (v_expected = -3 and revision = -1) then
      raise exception 'append refused' using errcode = '${APPEND_REFUSED}',
        detail = json_build_object('check', v_nth, 'actual', revision,
          'outcome', case when v_type = '${tombstone}' then 'deleted' else 'conflict' end)::text;
    end if;
    revision := null;
    v_nth := v_nth + 1;
  end loop;
end $$;

create or replace function log.read_stream(p_tenant uuid, p_stream text, p_from int)
returns table (stream text, revision int, event_id uuid, type text, data json, meta json, tx xid8,
  place bigint, recorded_at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query
    select e.stream, e.revision, e.event_id, e.type, e.data, e.meta, e.tx, e.position, e.recorded_at
    from log.events e
    where e.tenant_id = p_tenant and e.stream = p_stream
      and e.revision >= greatest(p_from, coalesce((
        select h.before_revision from log.hidden h where h.tenant_id = p_tenant and h.stream = p_stream
      ), 0))
    order by e.revision;
end $$;

-- A batch as one text: rows cost the server and the reader more than what is in them. It ends early at p_bytes,
-- and with a filter after ${FILTER_REACH} events looked at, so that no call takes long; then there is more. The plan must
-- be made for the very values, and must take its order from the index.
create function log.read_batch(p_tenant uuid, p_tx xid8, p_place bigint, p_categories text[], p_limit int, p_bytes bigint,
  out horizon text, out more boolean, out events text, out tx text, out place bigint)
language plpgsql set plan_cache_mode = force_custom_plan set enable_sort = off as $$
declare
  v_horizon xid8;
  v_hidden boolean;
  v_found int;
  v_kept int;
begin
  perform set_config('app.tenant', p_tenant::text, true);
  v_horizon := log.horizon();
  v_hidden := exists (select from log.hidden h where h.tenant_id = p_tenant);
  if p_categories is null then
    select count(*), count(*) filter (where b.before < p_bytes), ${asText} filter (where b.before < p_bytes)
      into v_found, v_kept, events
    from (select e.*, ${bytesBefore} as before ${scan} limit p_limit) b;
    more := v_found = p_limit or v_kept < v_found;
  else
    select count(*), count(*) filter (where ${kept}), ${asText} filter (where ${kept} and b.wanted),
      (array_agg(b.tx) filter (where ${kept}))[count(*) filter (where ${kept})]::text,
      (array_agg(b.position) filter (where ${kept}))[count(*) filter (where ${kept})]
      into v_found, v_kept, events, tx, place
    from (
      select e.*, e.category = any (p_categories) as wanted, ${bytesBefore} as before,
        count(*) filter (where e.category = any (p_categories)) over (order by e.tx, e.position
          rows unbounded preceding) as nth
      ${scan} limit ${FILTER_REACH}
    ) b;
    more := v_found = ${FILTER_REACH} or v_kept < v_found;
  end if;
  horizon := v_horizon;
end $$;

create or replace function log.head(p_tenant uuid, out tx xid8, out place bigint)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  select e.tx, e.position into tx, place from log.events e
    where e.tenant_id = p_tenant and e.tx < log.horizon()
      and not exists (
        select from log.hidden h
        where h.tenant_id = p_tenant and h.stream = e.stream and e.revision < h.before_revision
      )
    order by e.tx desc, e.position desc limit 1;
end $$;
`;

/**
 * Transactions number the events, and another cluster counts them from another number: what is added to its
 * numbers lifts them above those of the events that came along.
 */
export function numberFrom(offset: bigint): string {
  const raised = (xid: string): string =>
    offset === 0n ? xid : `((${xid})::text::bigint + ${offset})::text::xid8`;
  return `
alter table log.events alter column tx set default ${raised('pg_current_xact_id()')};
create or replace function log.horizon() returns xid8 language sql stable
  as $$ select ${raised('pg_snapshot_xmin(pg_current_snapshot())')} $$;`;
}

export interface Rebased {
  /** The cluster is another one than the log was written in. */
  readonly moved: boolean;
  readonly tenants: number;
  /** What is added to the cluster's transaction numbers now. */
  readonly offset: bigint;
}

/**
 * Makes the order of reading go on after a dump was restored into another cluster: what is appended from now on
 * comes after everything that is there, checkpoints stay valid, no row is rewritten. Runs over the owner's
 * connection, in its transaction when it has one, and changes nothing where nothing is wrong.
 */
export async function rebase(owner: pg.ClientBase): Promise<Rebased> {
  await owner.query('lock table log.events in access exclusive mode');
  await owner.query('alter table log.events no force row level security');
  const { rows } = await owner.query<{ last: string | null; tenants: number }>(`
    with recursive tenants as (
      (select tenant_id from log.events order by tenant_id limit 1)
      union all
      select (select e.tenant_id from log.events e where e.tenant_id > t.tenant_id order by e.tenant_id limit 1)
      from tenants t where t.tenant_id is not null
    )
    select count(t.tenant_id)::int as tenants, max((
      select e.tx::text::bigint from log.events e where e.tenant_id = t.tenant_id order by e.tx desc limit 1
    ))::text as last from tenants t where t.tenant_id is not null`);
  await owner.query('alter table log.events force row level security');
  const {
    rows: [here],
  } = await owner.query<{ before: string; system: string; now: string; tx_offset: string }>(`
    select c.system as before, s.system_identifier::text as system, pg_current_xact_id()::text as now, c.tx_offset::text
    from log.cluster c, pg_control_system() s`);
  const [last, now] = [BigInt(rows[0]?.last ?? '0'), BigInt(here!.now)];
  const known = BigInt(here!.tx_offset);
  const offset = last >= now + known ? last - now + 1n : known;
  if (offset !== known) await owner.query(numberFrom(offset));
  await owner.query('update log.cluster set system = $1, tx_offset = $2', [here!.system, offset.toString()]);
  return { moved: here!.before !== here!.system, tenants: rows[0]!.tenants, offset };
}
