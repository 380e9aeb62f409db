import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { recordSignIn } from './audit.js';
import type { Sealer } from './secrets.js';

/** Where the people of a firm sign in by single sign-on. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Addresses it speaks for, by domain; it vouches for nobody else. */
  readonly domains: readonly string[];
  /** Nobody but administrators may sign in by password. */
  readonly enforced: boolean;
}

const PLACE = 'identity-provider';
const subjectOf = (tenant: TenantId): string => `firm:${tenant}`;

export const identityProvider = (pool: pg.Pool, tenant: TenantId): Promise<IdentityProvider | null> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<IdentityProvider>(
      'select issuer, client_id as "clientId", domains, enforced from access.identity_providers',
    );
    return rows[0] ?? null;
  });

/** The provider with the secret this product signs in there with; `null` when there is none. */
export async function identityProviderWithSecret(
  pool: pg.Pool,
  sealer: Sealer,
  tenant: TenantId,
): Promise<(IdentityProvider & { readonly clientSecret: string }) | null> {
  const row = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<IdentityProvider & { sealed: object }>(
      `select issuer, client_id as "clientId", domains, enforced, client_secret as sealed
       from access.identity_providers`,
    );
    return rows[0];
  });
  if (!row) return null;
  const { sealed, ...provider } = row;
  const clientSecret = await sealer.open(tenant, subjectOf(tenant), PLACE, sealed);
  return clientSecret === null ? null : { ...provider, clientSecret };
}

/** Sets or replaces the provider; without a secret the one that is there stays. False when there is none to stay. */
export async function setIdentityProvider(
  pool: pg.Pool,
  sealer: Sealer,
  tenant: TenantId,
  provider: IdentityProvider & { readonly clientSecret: string | null },
  actor: string,
): Promise<boolean> {
  const { issuer, clientId, clientSecret, domains, enforced } = provider;
  const sealed =
    clientSecret === null
      ? null
      : JSON.stringify(await sealer.seal(tenant, subjectOf(tenant), PLACE, clientSecret));
  return inTenant(pool, tenant, async (client) => {
    const values = [tenant, issuer, clientId, sealed, domains, enforced];
    const { rowCount } =
      sealed === null
        ? await client.query(
            // A secret belongs to the provider it was made by: another one never gets to see it.
            `update access.identity_providers set domains = $5, enforced = $6, configured_at = now()
             where tenant_id = $1 and issuer = $2 and client_id = $3 and $4::text is null`,
            values,
          )
        : await client.query(
            `insert into access.identity_providers (tenant_id, issuer, client_id, client_secret, domains, enforced)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (tenant_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
               client_secret = excluded.client_secret, domains = excluded.domains, enforced = excluded.enforced,
               configured_at = now()`,
            values,
          );
    if (rowCount === 0) return false;
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.identity-provider-set', object: `firm:${tenant}` },
      decision: 'allow',
    });
    return true;
  });
}

export async function removeIdentityProvider(pool: pg.Pool, tenant: TenantId, actor: string): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.identity_providers');
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.identity-provider-removed', object: `firm:${tenant}` },
      decision: 'allow',
    });
  });
}
