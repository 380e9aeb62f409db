import type { TenantId, UserId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { hashOf, newSecret, tenantIn } from './secrets.js';
import { NOT_SUSPENDED } from './suspension.js';

/**
 * What works once: a link to set a password, a sign-in that waits for its second factor, a sign-in that has gone to the
 * identity provider.
 */
const MINUTES = { password: 60, invitation: 7 * 24 * 60, 'second-factor': 10, sso: 10 } as const;
export type Purpose = keyof typeof MINUTES;

export const minutesOf = (purpose: Purpose): number => MINUTES[purpose];

export interface Redeemed {
  readonly tenant: TenantId;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Issues a secret for one purpose; those issued before to the same subject are void, but for sign-ins elsewhere. */
export async function issueOnce(
  pool: pg.Pool,
  tenant: TenantId,
  purpose: Purpose,
  subjectId: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const token = newSecret(tenant);
  await inTenant(pool, tenant, async (client) => {
    await client.query("delete from access.one_time_tokens where expires_at < now() - interval '1 day'");
    if (purpose !== 'sso' && purpose !== 'second-factor')
      await client.query(
        'update access.one_time_tokens set used_at = now() where purpose = $1 and subject_id = $2 and used_at is null',
        [purpose, subjectId],
      );
    await client.query(
      `insert into access.one_time_tokens (tenant_id, token_hash, purpose, subject_id, detail, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
      [tenant, hashOf(token), purpose, subjectId, JSON.stringify(detail), MINUTES[purpose]],
    );
  });
  return token;
}

async function find(
  pool: pg.Pool,
  purposes: readonly Purpose[],
  token: string,
  statement: string,
): Promise<Redeemed | null> {
  const tenant = tenantIn(token);
  if (!tenant) return null;
  const row = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ subject_id: string; detail: Record<string, unknown> }>(statement, [
      hashOf(token),
      purposes,
    ]);
    return rows[0];
  });
  return row ? { tenant, subjectId: row.subject_id, detail: row.detail } : null;
}

const VALID = `token_hash = $1 and purpose = any($2) and used_at is null and expires_at > now() and ${NOT_SUSPENDED}`;

/** Exactly one of many redeemers gets it; every other, and every unknown, expired or void token, gets `null`. */
export const redeemOnce = (
  pool: pg.Pool,
  purposes: readonly Purpose[],
  token: string,
): Promise<Redeemed | null> =>
  find(
    pool,
    purposes,
    token,
    `update access.one_time_tokens set used_at = now() where ${VALID} returning subject_id, detail`,
  );

/** What a token stands for, without using it up. */
export const lookAtOnce = (
  pool: pg.Pool,
  purposes: readonly Purpose[],
  token: string,
): Promise<Redeemed | null> =>
  find(pool, purposes, token, `select subject_id, detail from access.one_time_tokens where ${VALID}`);

/** A link by which a user sets the password: asked for by themselves, or with the invitation to the firm. */
export const issuePasswordLink = (
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  why: 'password' | 'invitation',
): Promise<string> => issueOnce(pool, tenant, why, userId);
