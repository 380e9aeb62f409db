import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups behind figures that people of the firm were shown, as ids: what was seen stays seen. */
export class StaffFigures1700000000007 implements MigrationInterface {
  readonly name = 'StaffFigures1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table files.staff_figures (
        tenant_id uuid not null, wave_id text not null, seq integer not null,
        team_id text not null, members text[] not null, shown_at timestamptz not null default now(),
        primary key (tenant_id, wave_id, seq));
      alter table files.staff_figures enable row level security;
      alter table files.staff_figures force row level security;
      create policy tenant on files.staff_figures using (tenant_id = current_setting('app.tenant')::uuid)
        with check (tenant_id = current_setting('app.tenant')::uuid);
      grant select, insert on files.staff_figures to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table files.staff_figures');
  }
}
