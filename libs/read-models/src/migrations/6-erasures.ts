import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasures as the administrator sees them, and the files a person was given of everything about them. */
export class Erasures1700000000006 implements MigrationInterface {
  readonly name = 'Erasures1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table read.erasures (
        tenant_id uuid not null, id text not null, doc jsonb not null,
        status text, requested_at timestamptz,
        primary key (tenant_id, id));
      create index on read.erasures (tenant_id, requested_at desc, id);
      create table files.person_exports (
        tenant_id uuid not null, id text not null, person_id text not null,
        requested_at timestamptz not null default now(), expires_at timestamptz not null,
        failed boolean not null default false,
        json bytea, pdf bytea, json_sha256 text, pdf_sha256 text,
        primary key (tenant_id, id));
      create index on files.person_exports (tenant_id, person_id, requested_at desc)`);
    for (const table of ['read.erasures', 'files.person_exports'])
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant on ${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid);
        grant select, insert, update, delete on ${table} to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.erasures, files.person_exports');
  }
}
