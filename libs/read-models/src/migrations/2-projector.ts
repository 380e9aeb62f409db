import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the projector needs beside the checkpoints: who owns which shard, which version of a read model serves, what is
 * parked, what was passed over. `read_next` holds tables that are being built, `read_old` those that were replaced.
 */
export class Projector1700000000002 implements MigrationInterface {
  readonly name = 'Projector1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema projector; create schema read_next; create schema read_old;
      create table projector.versions (projection text primary key, version integer not null);
      -- What an earlier release has built is version 1, whatever this release makes of it; an empty database has nothing.
      insert into projector.versions
        select replace(relname, '_', '-'), 1 from pg_class
        where relnamespace = 'read'::regnamespace and relkind = 'r' and relname <> 'checkpoints'
          and pg_relation_size('read.checkpoints') > 0;
      create table projector.shards (
        shard integer primary key, owner uuid, token bigint not null default 0,
        expires_at timestamptz not null default '-infinity');
      insert into projector.shards (shard) select generate_series(0, 63);
      create table projector.instances (id uuid primary key, alive_until timestamptz not null);
      create table projector.rebuilds (
        projection text primary key, version integer not null, started_at timestamptz not null default now());

      -- turn: raised when a stream is parked or replayed, so that no batch read before counts after it.
      alter table read.checkpoints add turn integer not null default 0, add events bigint not null default 0;
      create table read.parked_streams (
        tenant_id uuid not null, projection text not null, stream text not null,
        position text collate "C" not null, type text not null, error text not null, attempts integer not null,
        since timestamptz not null default now(), parked boolean not null,
        primary key (tenant_id, projection, stream));
      create table read.unknown_events (
        tenant_id uuid not null, projection text not null, type text not null, events bigint not null,
        first_position text collate "C" not null, last_position text collate "C" not null,
        primary key (tenant_id, projection, type));
      create table read_next.checkpoints (like read.checkpoints including all);
      create table read_next.unknown_events (like read.unknown_events including all);`);
    for (const table of [
      'read.parked_streams',
      'read.unknown_events',
      'read_next.checkpoints',
      'read_next.unknown_events',
    ])
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant on ${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid)`);
    // The oldest transaction with an id holds back every reader of the log; others may not see whose it is.
    await runner.query(`
      create function projector.horizon(out pid integer, out application text, out state text, out seconds double precision)
      language sql stable security definer set search_path = pg_catalog as $$
        select a.pid, a.application_name, a.state, extract(epoch from clock_timestamp() - a.xact_start)
        from pg_stat_activity a
        where a.backend_xid is not null and a.pid <> pg_backend_pid() and a.xact_start is not null
        order by age(a.backend_xid) desc limit 1
      $$;
      grant usage on schema projector, read_next to rapport_app;
      grant select on projector.versions, projector.rebuilds to rapport_app;
      grant select, update on projector.shards to rapport_app;
      grant select, insert, update, delete on projector.instances to rapport_app;
      grant select, insert, update, delete on read.parked_streams, read.unknown_events to rapport_app;
      grant select, insert, update, delete on read_next.checkpoints, read_next.unknown_events to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema if exists projector, read_next, read_old cascade;
      drop table read.parked_streams, read.unknown_events;
      alter table read.checkpoints drop turn, drop events`);
  }
}
