import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was released to clients: the ledger's rows, the frozen figures under their hash, and what stands in reports. */
export class Releases1700000000003 implements MigrationInterface {
  readonly name = 'Releases1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table read.releases (
        tenant_id uuid not null, id text not null, doc jsonb not null,
        client_id text, engagement_id text, wave_id text, withdrawn boolean, published_at timestamptz,
        primary key (tenant_id, id));
      create index on read.releases (tenant_id, client_id, published_at desc, id);
      create index on read.releases (tenant_id, engagement_id, published_at desc, id);
      create table files.releases (
        tenant_id uuid not null, content_hash text not null, content text not null,
        stored_at timestamptz not null default now(),
        primary key (tenant_id, content_hash));
      create table files.report_contents (
        tenant_id uuid not null, report_id text not null, individuals text[] not null, contents jsonb not null,
        primary key (tenant_id, report_id))`);
    for (const table of ['read.releases', 'files.releases', 'files.report_contents'])
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant on ${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid)`);
    // Frozen means frozen: the app writes these once and never again.
    await runner.query(`
      grant select, insert, update, delete on read.releases, files.report_contents to rapport_app;
      grant select, insert on files.releases to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.releases, files.releases, files.report_contents');
  }
}
