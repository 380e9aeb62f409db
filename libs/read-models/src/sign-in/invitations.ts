import type { PersonId, TenantId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { recordSignIn } from './audit.js';
import { hashOf, newSecret, tenantIn } from './secrets.js';
import { NOT_SUSPENDED } from './suspension.js';

const INVITATION_DAYS = 30;

/** Issues an invitation for one assessment; every earlier one for it is void. The answer goes into the mail, nowhere else. */
export async function issueInvitation(
  pool: pg.Pool,
  tenant: TenantId,
  assessmentId: string,
  personId: PersonId,
): Promise<string> {
  const token = newSecret(tenant);
  await inTenant(pool, tenant, async (client) => {
    await client.query(
      'update access.invitations set revoked_at = now() where assessment_id = $1 and redeemed_at is null and revoked_at is null',
      [assessmentId],
    );
    await client.query(
      `insert into access.invitations (tenant_id, token_hash, assessment_id, person_id, expires_at)
       values ($1, $2, $3, $4, now() + make_interval(days => $5))`,
      [tenant, hashOf(token), assessmentId, personId, INVITATION_DAYS],
    );
  });
  return token;
}

/** Exactly one of many redeemers wins; the others, and every unknown, expired or void token, get `null`. */
export async function redeemInvitation(
  pool: pg.Pool,
  token: string,
): Promise<{
  readonly tenantId: TenantId;
  readonly assessmentId: string;
  readonly personId: PersonId;
} | null> {
  const tenantId = tenantIn(token);
  if (!tenantId) return null;
  const row = await inTenant(pool, tenantId, async (client) => {
    const { rows } = await client.query<{ assessment_id: string; person_id: PersonId }>(
      `update access.invitations set redeemed_at = now()
       where token_hash = $1 and redeemed_at is null and revoked_at is null and expires_at > now() and ${NOT_SUSPENDED}
       returning assessment_id, person_id`,
      [hashOf(token)],
    );
    const redeemed = rows[0];
    if (redeemed)
      await recordSignIn(client, {
        ...{ tenantId, actor: redeemed.person_id, action: 'sign-in.invitation-redeemed' },
        ...{ object: `assessment:${redeemed.assessment_id}`, decision: 'allow' },
      });
    return redeemed;
  });
  return row ? { tenantId, assessmentId: row.assessment_id, personId: row.person_id } : null;
}
