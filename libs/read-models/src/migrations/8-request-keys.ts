import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which request an idempotency key was first used for, as a keyed hash of it. */
export class RequestKeys1700000000008 implements MigrationInterface {
  readonly name = 'RequestKeys1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.request_keys (
        tenant_id uuid not null, key text not null, request bytea not null, used_at timestamptz not null default now(),
        primary key (tenant_id, key));
      create index on access.request_keys (tenant_id, used_at);
      alter table access.request_keys enable row level security;
      alter table access.request_keys force row level security;
      create policy tenant on access.request_keys using (tenant_id = current_setting('app.tenant')::uuid)
        with check (tenant_id = current_setting('app.tenant')::uuid);
      grant select, insert, delete on access.request_keys to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.request_keys');
  }
}
