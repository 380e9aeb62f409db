import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read models: one table a projection, a document with the columns that queries filter or sort by. */
const readTables: Readonly<Record<string, string>> = {
  firms: '',
  users: 'name text, email text, client_id text',
  client_organisations: 'name text',
  persons: 'name text, email text, client_id text',
  teams: 'name text, client_id text',
  engagements: 'client_id text, opened_at timestamptz',
  waves: 'engagement_id text, opens_on date',
  participants:
    'wave_id text, engagement_id text, person_id text, team_id text, status text, opened_at timestamptz',
  answer_sheets: 'person_id text',
  agreements: 'engagement_id text, review_on date, status text',
  reports: 'engagement_id text, client_id text, status text, released boolean, requested_at timestamptz',
  instruments: 'instrument_id text, version text',
  norm_groups: 'instrument_id text, instrument_version text',
  individual_profiles: 'wave_id text, engagement_id text, person_id text, team_id text',
  team_personalities: 'wave_id text, engagement_id text, team_id text',
  team_timelines: '',
};

const indexes: Readonly<Record<string, readonly string[]>> = {
  users: ['email', 'name, id'],
  client_organisations: ['name, id'],
  persons: ['client_id, email'],
  teams: ['client_id, name, id'],
  engagements: ['client_id, opened_at desc, id', 'opened_at desc, id'],
  waves: ['engagement_id, opens_on, id'],
  participants: ['wave_id, opened_at, id', 'person_id', 'engagement_id'],
  agreements: ['engagement_id, review_on, id'],
  reports: ['engagement_id, requested_at desc, id', 'client_id, released, requested_at desc, id', 'status'],
  instruments: ['instrument_id, version'],
  norm_groups: ['instrument_id, instrument_version'],
  individual_profiles: ['wave_id, team_id', 'person_id'],
  team_personalities: ['wave_id', 'team_id', 'engagement_id'],
};

/** Sign-in and invitations: hashes only, and files of issued reports. */
const otherTables = `
  create table access.accounts (
    tenant_id uuid not null, user_id text not null, email text not null, password_hash text not null,
    failures integer not null default 0, locked_until timestamptz,
    primary key (tenant_id, user_id), unique (tenant_id, email));
  create table access.sessions (
    tenant_id uuid not null, id_hash text not null, kind text not null check (kind in ('user', 'participant')),
    subject_id text not null, created_at timestamptz not null default now(), expires_at timestamptz not null,
    primary key (tenant_id, id_hash));
  create index on access.sessions (tenant_id, subject_id);
  create table access.invitations (
    tenant_id uuid not null, token_hash text not null, assessment_id text not null, person_id text not null,
    issued_at timestamptz not null default now(), expires_at timestamptz not null,
    redeemed_at timestamptz, revoked_at timestamptz,
    primary key (tenant_id, token_hash));
  create index on access.invitations (tenant_id, assessment_id);
  create table access.mails (
    tenant_id uuid not null, id text not null, sent_at timestamptz not null default now(),
    primary key (tenant_id, id));
  create table files.report_files (
    tenant_id uuid not null, report_id text not null, format text not null, sha256 text not null,
    content bytea not null, stored_at timestamptz not null default now(),
    primary key (tenant_id, report_id, format));
`;

const walled = [
  ...Object.keys(readTables).map((t) => `read.${t}`),
  'read.checkpoints',
  'access.accounts',
  'access.sessions',
  'access.invitations',
  'access.mails',
  'files.report_files',
];

export class Tables1700000000001 implements MigrationInterface {
  readonly name = 'Tables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create schema if not exists read; create schema if not exists access; create schema if not exists files',
    );
    await runner.query(`create table read.checkpoints (
      tenant_id uuid not null, projection text not null, position text collate "C" not null,
      primary key (tenant_id, projection))`);
    for (const [table, columns] of Object.entries(readTables)) {
      await runner.query(`create table read.${table} (
        tenant_id uuid not null, id text not null, doc jsonb not null${columns && `, ${columns}`},
        primary key (tenant_id, id))`);
      for (const index of indexes[table] ?? [])
        await runner.query(`create index on read.${table} (tenant_id, ${index})`);
    }
    await runner.query(otherTables);
    for (const table of walled)
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant on ${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid)`);
    await runner.query(`
      grant usage on schema read, access, files to rapport_app;
      grant select, insert, update, delete on all tables in schema read, access, files to rapport_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema if exists read, access, files cascade');
  }
}
