import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log: append only, one chain of hashes a tenant. Number, predecessor and hash are made by the database from
 * what stands there, whatever the writer says; writers of one tenant wait for each other, so that there is no gap.
 */
export class Audit1700000000004 implements MigrationInterface {
  readonly name = 'Audit1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema audit;
      create table audit.entries (
        tenant_id uuid not null, seq bigint not null, at timestamptz not null,
        actor text not null, action text not null, object text not null,
        decision text not null check (decision in ('allow', 'deny')),
        consent_ref text, subject text, detail text,
        prev_hash text not null, hash text not null,
        primary key (tenant_id, seq));
      create index on audit.entries (tenant_id, subject, seq desc);
      create index on audit.entries (tenant_id, actor, seq desc);
      create index on audit.entries (tenant_id, object, seq desc);

      -- Who has a log; an id and nothing else.
      create table audit.tenants (id uuid primary key);
      grant select, insert on audit.tenants to rapport_app;

      -- Every field with its length, so that nothing can move from one field into the next.
      create function audit.hash_of(e audit.entries) returns text language sql immutable as $$
        select encode(sha256(convert_to((
          select string_agg(coalesce(octet_length(f) || ':' || f, '-'), ',' order by n)
          from unnest(array[e.tenant_id::text, e.seq::text,
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            e.actor, e.action, e.object, e.decision, e.consent_ref, e.subject, e.detail, e.prev_hash])
            with ordinality as fields (f, n)), 'UTF8')), 'hex')
      $$;
      create function audit.chain() returns trigger language plpgsql as $$
      declare last record;
      begin
        perform pg_advisory_xact_lock(7261933, hashtext(new.tenant_id::text));
        select seq, hash into last from audit.entries where tenant_id = new.tenant_id order by seq desc limit 1;
        if last.seq is null then
          insert into audit.tenants (id) values (new.tenant_id) on conflict do nothing;
        end if;
        new.seq := coalesce(last.seq, 0) + 1;
        new.at := coalesce(new.at, clock_timestamp());
        new.prev_hash := coalesce(last.hash, repeat('0', 64));
        new.hash := audit.hash_of(new);
        return new;
      end $$;
      create trigger chain before insert on audit.entries for each row execute function audit.chain();
      create function audit.refuse() returns trigger language plpgsql as $$
      begin
        raise exception 'entries of the audit log are never changed' using errcode = 'RP003';
      end $$;
      create trigger never_changed before update or delete on audit.entries
        for each row execute function audit.refuse();
      create trigger never_emptied before truncate on audit.entries execute function audit.refuse();

      alter table audit.entries enable row level security;
      alter table audit.entries force row level security;
      create policy tenant on audit.entries using (tenant_id = current_setting('app.tenant')::uuid)
        with check (tenant_id = current_setting('app.tenant')::uuid);
      grant usage on schema audit to rapport_app;
      grant select, insert on audit.entries to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema if exists audit cascade');
  }
}
