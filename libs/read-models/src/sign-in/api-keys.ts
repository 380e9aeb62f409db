import { randomBytes } from 'node:crypto';
import {
  CAPABILITIES,
  MATRIX,
  type Caller,
  type Capability,
  type ClientId,
  type TenantId,
} from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { recordSignIn } from './audit.js';
import { hashOf } from './secrets.js';
import { NOT_SUSPENDED } from './suspension.js';

/** A key as its firm sees it; the secret is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** What the key begins with. */
  readonly prefix: string;
  readonly scopes: readonly Capability[];
  readonly clientId: ClientId | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** Capabilities that concern one person; no key can be named in a release, so they are not given to any. */
const OF_PERSONS: readonly Capability[] = ['individual-profile', 'export-individual-data', 'raw-answers'];

/** What a key can be given, by the policy. */
export const API_KEY_SCOPES: readonly Capability[] = CAPABILITIES.filter(
  (capability) =>
    MATRIX[capability].cells['api-key'].codes.some((code) => code !== '–' && code !== 'B') &&
    !OF_PERSONS.includes(capability),
);

const asBase64 = (tenant: TenantId): string =>
  Buffer.from(tenant.replaceAll('-', ''), 'hex').toString('base64url');
const asTenant = (text: string): TenantId =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as TenantId;

/** `rk_`, eight characters that name the key, the tenant, and 256 bits that nobody can guess. */
const FORM = /^rk_([0-9a-f]{8})_([\w-]{22})([\w-]{43})$/;

/** Makes a key; the answer is the only time it is seen whole. `null` when there is one of that id already. */
export async function createApiKey(
  pool: pg.Pool,
  tenant: TenantId,
  key: {
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly Capability[];
    readonly clientId: ClientId | null;
    readonly expiresAt: string;
  },
  actor: string,
): Promise<{ readonly id: string; readonly key: string } | null> {
  const { id } = key;
  const prefix = `rk_${randomBytes(4).toString('hex')}`;
  const whole = `${prefix}_${asBase64(tenant)}${randomBytes(32).toString('base64url')}`;
  const made = await inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query(
      `insert into access.api_keys (tenant_id, id, name, prefix, secret_hash, scopes, client_id, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant_id, id) do nothing`,
      [tenant, id, key.name, prefix, hashOf(whole), key.scopes, key.clientId, actor, key.expiresAt],
    );
    if (rowCount === 0) return false;
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.api-key-created', object: `api-key:${id}` },
      decision: 'allow',
    });
    return true;
  });
  return made ? { id, key: whole } : null;
}

/** Every key of the firm, the newest first; those that are revoked or have run out too. */
export const apiKeys = (pool: pg.Pool, tenant: TenantId): Promise<readonly ApiKey[]> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<
      ApiKey & Record<'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt', Date>
    >(
      `select id, name, prefix, scopes, client_id as "clientId", created_at as "createdAt", expires_at as "expiresAt",
         last_used_at as "lastUsedAt", revoked_at as "revokedAt"
       from access.api_keys order by created_at desc, id limit 100`,
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  });

/** The key opens nothing from now on; false when the firm has none of that id. */
export const revokeApiKey = (pool: pg.Pool, tenant: TenantId, id: string, actor: string): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query(
      'update access.api_keys set revoked_at = coalesce(revoked_at, now()) where id = $1',
      [id],
    );
    if (rowCount === 0) return false;
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.api-key-revoked', object: `api-key:${id}` },
      decision: 'allow',
    });
    return true;
  });

/** Who a key belongs to; `null` when it is unknown, revoked or has run out. */
export async function callerOfKey(pool: pg.Pool, key: string): Promise<Caller | null> {
  const match = FORM.exec(key);
  if (!match) return null;
  const tenantId = asTenant(match[2]!);
  const row = await inTenant(pool, tenantId, async (client) => {
    const { rows } = await client.query<{ id: string; scopes: Capability[]; client_id: ClientId | null }>({
      name: 'caller-of-key',
      text: `with used as (update access.api_keys set last_used_at = now() where secret_hash = $1
          and revoked_at is null and expires_at > now() and coalesce(last_used_at, '-infinity') < now() - interval '1 minute')
        select id, scopes, client_id from access.api_keys
        where secret_hash = $1 and revoked_at is null and expires_at > now() and ${NOT_SUSPENDED}`,
      values: [hashOf(key)],
    });
    return rows[0];
  });
  return row
    ? { kind: 'api-key', tenantId, keyId: row.id, scopes: row.scopes, clientId: row.client_id }
    : null;
}
