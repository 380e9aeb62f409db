import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Firms that the operator has suspended: nobody of them signs in, and nothing of theirs is deleted. */
export class Suspensions1700000000009 implements MigrationInterface {
  readonly name = 'Suspensions1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.suspensions (
        tenant_id uuid not null, since timestamptz not null default now(), primary key (tenant_id));
      alter table access.suspensions enable row level security;
      alter table access.suspensions force row level security;
      create policy tenant on access.suspensions using (tenant_id = current_setting('app.tenant')::uuid)
        with check (tenant_id = current_setting('app.tenant')::uuid);
      grant select, insert, delete on access.suspensions to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.suspensions');
  }
}
