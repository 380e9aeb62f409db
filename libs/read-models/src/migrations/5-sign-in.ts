import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = [
  'access.devices',
  'access.one_time_tokens',
  'access.second_factors',
  'access.sign_in_rules',
  'access.identity_providers',
  'access.api_keys',
];

/**
 * Sign-in: attempts counted by account and source, browsers that are known, links that work once, second factors,
 * identity providers and API keys. Secrets stand here as hashes, or sealed by the vault where they must be read again.
 */
export class SignIn1700000000005 implements MigrationInterface {
  readonly name = 'SignIn1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.accounts drop column failures, drop column locked_until,
        add column changed_at timestamptz not null default now();
      alter table access.sessions
        add column handle uuid not null default gen_random_uuid(),
        add column last_seen_at timestamptz not null default now(),
        add column roles jsonb,
        add column method text not null default 'password',
        add column browser text not null default '';

      -- Keys are hashes of firm, account and source; there is no one here whom a wall could protect.
      create table access.attempts (
        key text primary key, made timestamptz[] not null, latest timestamptz not null);
      create index on access.attempts (latest);

      create table access.devices (
        tenant_id uuid not null, device_hash text not null, user_id text not null,
        known_since timestamptz not null default now(),
        primary key (tenant_id, device_hash, user_id));
      create index on access.devices (tenant_id, user_id);

      create table access.one_time_tokens (
        tenant_id uuid not null, token_hash text not null, purpose text not null, subject_id text not null,
        detail jsonb not null default '{}', issued_at timestamptz not null default now(),
        expires_at timestamptz not null, used_at timestamptz,
        primary key (tenant_id, token_hash));
      create index on access.one_time_tokens (tenant_id, purpose, subject_id);

      create table access.second_factors (
        tenant_id uuid not null, user_id text not null, secret jsonb not null,
        confirmed_at timestamptz, last_step bigint not null default 0, recovery_hashes text[] not null default '{}',
        primary key (tenant_id, user_id));

      create table access.sign_in_rules (
        tenant_id uuid not null, second_factor_for_staff boolean not null default false,
        primary key (tenant_id));

      create table access.identity_providers (
        tenant_id uuid not null, issuer text not null, client_id text not null, client_secret jsonb not null,
        domains text[] not null, enforced boolean not null, configured_at timestamptz not null default now(),
        primary key (tenant_id));

      create table access.api_keys (
        tenant_id uuid not null, id text not null, name text not null, prefix text not null,
        secret_hash text not null, scopes text[] not null, client_id text,
        created_by text not null, created_at timestamptz not null default now(),
        expires_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, secret_hash))`);
    for (const table of walled)
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant on ${table} using (tenant_id = current_setting('app.tenant')::uuid)
          with check (tenant_id = current_setting('app.tenant')::uuid)`);
    await runner.query(
      `grant select, insert, update, delete on ${[...walled, 'access.attempts'].join(', ')} to rapport_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${[...walled, 'access.attempts'].join(', ')};
      alter table access.sessions drop column handle, drop column last_seen_at, drop column roles,
        drop column method, drop column browser;
      alter table access.accounts drop column changed_at, add column failures integer not null default 0,
        add column locked_until timestamptz`);
  }
}
