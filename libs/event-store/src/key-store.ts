import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { migrate } from './migrations.js';

/** Where erasures are told to whoever still has the key in memory. */
export const KEYS_CHANNEL = 'rapport_keys';

/** A data key as it is stored: encrypted, with the id of the key that wraps it. */
export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly wrappedBy: string;
}

/** Keeps one wrapped data key a subject. A destroyed subject stays known as destroyed and gets no other key. */
export interface KeyStore {
  load(tenant: TenantId, subjects: readonly string[]): Promise<ReadonlyMap<string, WrappedKey | 'destroyed'>>;
  /** Stores the key unless the subject has one; answers the one that counts. */
  ensure(tenant: TenantId, subject: string, key: WrappedKey): Promise<WrappedKey | 'destroyed'>;
  destroy(tenant: TenantId, subject: string): Promise<void>;
}

/** Creates or completes the schema `keys`. Give it a database of its own, with a backup set of its own. */
export async function migrateKeys(ownerPool: pg.Pool): Promise<void> {
  await migrate(ownerPool, 'keys', [tables, rotation, erasures]);
}

const tables = `
create table keys.subject_keys (
  tenant_id uuid not null,
  subject text not null,
  wrapped bytea,
  wrapped_by text,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (tenant_id, subject),
  check ((wrapped is null) = (destroyed_at is not null)),
  check ((wrapped is null) = (wrapped_by is null))
);
alter table keys.subject_keys enable row level security;
alter table keys.subject_keys force row level security;
create policy own_tenant on keys.subject_keys
  using (tenant_id = current_setting('app.tenant')::uuid)
  with check (tenant_id = current_setting('app.tenant')::uuid);

create function keys.stay_destroyed() returns trigger language plpgsql as $$
begin
  if new.destroyed_at is null then
    raise exception 'a destroyed key does not come back' using errcode = 'RP002';
  end if;
  return null;
end $$;
create trigger stay_destroyed before update on keys.subject_keys
  for each row when (old.destroyed_at is not null) execute function keys.stay_destroyed();

create function keys.load(p_tenant uuid, p_subjects text[])
returns table (subject text, wrapped bytea, wrapped_by text) language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select k.subject, k.wrapped, k.wrapped_by from keys.subject_keys k
    where k.tenant_id = p_tenant and k.subject = any (p_subjects);
end $$;

create function keys.ensure(p_tenant uuid, p_subject text, p_wrapped bytea, p_wrapped_by text)
returns table (subject text, wrapped bytea, wrapped_by text) language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  insert into keys.subject_keys as k (tenant_id, subject, wrapped, wrapped_by)
    values (p_tenant, p_subject, p_wrapped, p_wrapped_by) on conflict on constraint subject_keys_pkey do nothing;
  return query select k.subject, k.wrapped, k.wrapped_by from keys.subject_keys k
    where k.tenant_id = p_tenant and k.subject = p_subject;
end $$;

create function keys.destroy(p_tenant uuid, p_subject text) returns void language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  insert into keys.subject_keys as k (tenant_id, subject, destroyed_at) values (p_tenant, p_subject, now())
    on conflict on constraint subject_keys_pkey
    do update set wrapped = null, wrapped_by = null, destroyed_at = now() where k.destroyed_at is null;
end $$;

grant usage on schema keys to rapport_app;
grant select, insert, update (wrapped, wrapped_by, destroyed_at) on keys.subject_keys to rapport_app;
`;

/** Version 2: erasures are told, and keys can be wrapped anew, tenant by tenant. */
const rotation = `
-- Who there is, for the rotation; an id and nothing else.
create table keys.tenants (id uuid primary key);
grant select, insert on keys.tenants to rapport_app;
alter table keys.subject_keys no force row level security;
insert into keys.tenants select distinct tenant_id from keys.subject_keys;
alter table keys.subject_keys force row level security;

create or replace function keys.ensure(p_tenant uuid, p_subject text, p_wrapped bytea, p_wrapped_by text)
returns table (subject text, wrapped bytea, wrapped_by text) language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  insert into keys.subject_keys as k (tenant_id, subject, wrapped, wrapped_by)
    values (p_tenant, p_subject, p_wrapped, p_wrapped_by) on conflict on constraint subject_keys_pkey do nothing;
  if found then
    insert into keys.tenants (id) values (p_tenant) on conflict do nothing;
  end if;
  return query select k.subject, k.wrapped, k.wrapped_by from keys.subject_keys k
    where k.tenant_id = p_tenant and k.subject = p_subject;
end $$;

create or replace function keys.destroy(p_tenant uuid, p_subject text) returns void language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  insert into keys.subject_keys as k (tenant_id, subject, destroyed_at) values (p_tenant, p_subject, now())
    on conflict on constraint subject_keys_pkey
    do update set wrapped = null, wrapped_by = null, destroyed_at = now() where k.destroyed_at is null;
  perform pg_notify('${KEYS_CHANNEL}', p_tenant || ' ' || p_subject);
end $$;

create function keys.wrappers(p_tenant uuid) returns table (wrapped_by text, n int) language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select k.wrapped_by, count(*)::int from keys.subject_keys k
    where k.tenant_id = p_tenant and k.wrapped is not null group by k.wrapped_by;
end $$;

create function keys.to_rewrap(p_tenant uuid, p_by text, p_after text, p_limit int)
returns table (subject text, wrapped bytea, wrapped_by text) language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select k.subject, k.wrapped, k.wrapped_by from keys.subject_keys k
    where k.tenant_id = p_tenant and k.subject > p_after and k.wrapped is not null and k.wrapped_by <> p_by
    order by k.subject limit p_limit;
end $$;

-- What was destroyed or wrapped anew by somebody else meanwhile stays as it is.
create function keys.rewrap(p_tenant uuid, p_subjects text[], p_before text[], p_wrapped bytea[], p_by text)
returns void language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  update keys.subject_keys k set wrapped = r.wrapped, wrapped_by = p_by
    from unnest(p_subjects, p_before, p_wrapped) as r (subject, before, wrapped)
    where k.tenant_id = p_tenant and k.subject = r.subject and k.wrapped_by = r.before;
end $$;
`;

/** Version 3: who was erased, beside the keys: a restored log or read model is told again, a restored key goes again. */
const erasures = `
create table keys.erasures (
  tenant_id uuid not null, person_id text not null,
  -- What was found when the erasure began, by kind; how often it runs makes no difference to it.
  found jsonb not null,
  begun_at timestamptz not null default now(), key_destroyed_at timestamptz not null,
  done_at timestamptz, sha256 text,
  primary key (tenant_id, person_id));
alter table keys.erasures enable row level security;
alter table keys.erasures force row level security;
create policy own_tenant on keys.erasures
  using (tenant_id = current_setting('app.tenant')::uuid)
  with check (tenant_id = current_setting('app.tenant')::uuid);

-- The row and the end of the key are one.
create function keys.erase(p_tenant uuid, p_person text, p_found jsonb)
returns setof keys.erasures language plpgsql as $$
begin
  perform keys.destroy(p_tenant, 'person:' || p_person);
  insert into keys.tenants (id) values (p_tenant) on conflict do nothing;
  insert into keys.erasures as e (tenant_id, person_id, found, key_destroyed_at)
    select p_tenant, p_person, p_found, k.destroyed_at from keys.subject_keys k
    where k.tenant_id = p_tenant and k.subject = 'person:' || p_person
    on conflict on constraint erasures_pkey do nothing;
  return query select e.* from keys.erasures e where e.tenant_id = p_tenant and e.person_id = p_person;
end $$;

create function keys.erased(p_tenant uuid, p_person text, p_sha256 text) returns void language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  update keys.erasures e set done_at = now(), sha256 = p_sha256
    where e.tenant_id = p_tenant and e.person_id = p_person and e.done_at is null;
end $$;

create function keys.list_erasures(p_tenant uuid) returns setof keys.erasures language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select e.* from keys.erasures e where e.tenant_id = p_tenant order by e.begun_at, e.person_id;
end $$;

grant select, insert, update (done_at, sha256) on keys.erasures to rapport_app;
`;

/** What a wrapped key is bound to, so that it cannot be put in another's place. */
export const keyPlace = (tenant: TenantId, subject: string, wrapper: string): string =>
  `${tenant}|${subject}|${wrapper}`;

interface KeyRow {
  readonly subject: string;
  readonly wrapped: Buffer | null;
  readonly wrapped_by: string | null;
}

const keyIn = ({ wrapped, wrapped_by }: KeyRow): WrappedKey | 'destroyed' =>
  wrapped === null || wrapped_by === null ? 'destroyed' : { wrapped, wrappedBy: wrapped_by };

/** The key store in PostgreSQL, over a pool of the app role that only the vault uses. */
export const postgresKeyStore = (pool: pg.Pool): KeyStore => ({
  async load(tenant, subjects) {
    const { rows } = await pool.query<KeyRow>('select * from keys.load($1, $2)', [tenant, subjects]);
    return new Map(rows.map((row) => [row.subject, keyIn(row)]));
  },
  async ensure(tenant, subject, key) {
    const { rows } = await pool.query<KeyRow>('select * from keys.ensure($1, $2, $3, $4)', [
      tenant,
      subject,
      key.wrapped,
      key.wrappedBy,
    ]);
    return keyIn(rows[0]!);
  },
  async destroy(tenant, subject) {
    await pool.query('select keys.destroy($1, $2)', [tenant, subject]);
  },
});

/** The key store in memory, for tests. */
export function memoryKeyStore(): KeyStore {
  const keys = new Map<string, WrappedKey | 'destroyed'>();
  const nameOf = (tenant: TenantId, subject: string): string => `${tenant}|${subject}`;
  return {
    load: async (tenant, subjects) =>
      new Map(
        subjects.flatMap((subject) => {
          const key = keys.get(nameOf(tenant, subject));
          return key === undefined ? [] : [[subject, key]];
        }),
      ),
    ensure: async (tenant, subject, key) => {
      const name = nameOf(tenant, subject);
      if (!keys.has(name)) keys.set(name, key);
      return keys.get(name)!;
    },
    destroy: async (tenant, subject) => void keys.set(nameOf(tenant, subject), 'destroyed'),
  };
}
