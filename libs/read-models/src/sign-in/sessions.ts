import { createHash, randomBytes } from 'node:crypto';
import type { Caller, ClientId, EngagementId, PersonId, Role, TenantId, UserId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';

/**
 * Sessions and invitations are opaque secrets of 256 bits, stored as SHA-256. The part before the dot names the tenant
 * whose wall the look-up stays behind; it opens nothing without the secret that this very tenant has stored.
 */
const newSecret = (tenant: TenantId) => `${tenant}.${randomBytes(32).toString('base64url')}`;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

function tenantIn(secret: string): TenantId | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(secret);
  return match ? (match[1] as TenantId) : null;
}

const SESSION_HOURS = { user: 12, participant: 4 };
const INVITATION_DAYS = 30;

export type SessionSubject =
  { readonly kind: 'user'; readonly id: UserId } | { readonly kind: 'participant'; readonly id: PersonId };

/** Opens a session; the answer is what the cookie holds. */
export async function openSession(pool: pg.Pool, tenant: TenantId, subject: SessionSubject): Promise<string> {
  const secret = newSecret(tenant);
  await inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.sessions where expires_at < now()');
    await client.query(
      `insert into access.sessions (tenant_id, id_hash, kind, subject_id, expires_at)
       values ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
      [tenant, hashOf(secret), subject.kind, subject.id, SESSION_HOURS[subject.kind]],
    );
  });
  return secret;
}

export async function closeSession(pool: pg.Pool, secret: string): Promise<void> {
  const tenant = tenantIn(secret);
  if (!tenant) return;
  await inTenant(pool, tenant, (client) =>
    client.query('delete from access.sessions where id_hash = $1', [hashOf(secret)]),
  );
}

interface SessionRow {
  readonly kind: 'user' | 'participant';
  readonly subject_id: string;
  readonly roles: readonly Role[] | null;
  readonly client_id: ClientId | null;
  readonly engagements: readonly EngagementId[] | null;
}

/**
 * Who a cookie belongs to, with the roles and assignments of this moment; `null` when the session is unknown, expired,
 * or its user is gone.
 */
export async function callerOf(pool: pg.Pool, secret: string): Promise<Caller | null> {
  const tenantId = tenantIn(secret);
  if (!tenantId) return null;
  const row = await inTenant(pool, tenantId, async (client) => {
    const { rows } = await client.query<SessionRow>({
      name: 'caller-of',
      text: `select s.kind, s.subject_id, u.doc->'roles' as roles, u.client_id,
          (select array_agg(e.id) from read.engagements e
            where e.doc->'staff' @> jsonb_build_array(jsonb_build_object('userId', s.subject_id))
              and exists (select from jsonb_array_elements(e.doc->'staff') a where a->>'userId' = s.subject_id
                and coalesce(a->>'until', '9999-12-31') >= current_date::text)) as engagements
        from access.sessions s left join read.users u on s.kind = 'user' and u.id = s.subject_id
        where s.id_hash = $1 and s.expires_at > now()`,
      values: [hashOf(secret)],
    });
    return rows[0];
  });
  if (!row) return null;
  if (row.kind === 'participant')
    return { kind: 'participant', tenantId, personId: row.subject_id as PersonId };
  if (!row.roles) return null;
  return {
    kind: 'user',
    tenantId,
    userId: row.subject_id as UserId,
    roles: row.roles,
    clientId: row.client_id,
    engagements: row.engagements ?? [],
  };
}

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
       where token_hash = $1 and redeemed_at is null and revoked_at is null and expires_at > now()
       returning assessment_id, person_id`,
      [hashOf(token)],
    );
    return rows[0];
  });
  return row ? { tenantId, assessmentId: row.assessment_id, personId: row.person_id } : null;
}
