import { randomBytes } from 'node:crypto';
import type { TenantId, UserId } from '@rapport/domain';
import { Secret, TOTP } from 'otpauth';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { takeAttempt, giveBackAttempt } from './attempts.js';
import { recordSignIn } from './audit.js';
import { hashOf, type Sealer } from './secrets.js';

const SECONDS_A_STEP = 30;
const RECOVERY_CODES = 10;
const MOST_WRONG_CODES = 10;
const PLACE = 'second-factor';

const subjectOf = (userId: UserId): string => `user:${userId}`;
const totp = (secret: string, issuer = 'Rapport', label = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), issuer, label, period: SECONDS_A_STEP, digits: 6 });

export interface Enrolment {
  /** To be typed into an authenticator that cannot read the picture. */
  readonly secret: string;
  /** `otpauth://…`, as a QR code shows it. */
  readonly uri: string;
}

/** What is known of a user's second factor: none, begun, or asked for at every sign-in. */
export async function secondFactorOf(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
): Promise<{ readonly enrolled: boolean; readonly required: boolean; readonly recoveryCodes: number }> {
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ enrolled: boolean; required: boolean; codes: number }>(
      `select exists (select from access.second_factors where user_id = $1 and confirmed_at is not null) as enrolled,
         coalesce((select second_factor_for_staff from access.sign_in_rules), false)
           and (select u.client_id is null from read.users u where u.id = $1) as required,
         coalesce((select cardinality(recovery_hashes) from access.second_factors where user_id = $1), 0) as codes`,
      [userId],
    );
    const { enrolled, required, codes } = rows[0]!;
    return { enrolled, required: required === true, recoveryCodes: enrolled ? codes : 0 };
  });
}

/** Begins an enrolment: a new secret that counts for nothing until a code from it has been shown. */
export async function beginSecondFactor(
  pool: pg.Pool,
  sealer: Sealer,
  user: { readonly tenant: TenantId; readonly userId: UserId; readonly email: string; readonly firm: string },
): Promise<Enrolment | 'enrolled'> {
  const { tenant, userId, email, firm } = user;
  const secret = new Secret({ size: 20 }).base32;
  const sealed = await sealer.seal(tenant, subjectOf(userId), PLACE, secret);
  const begun = await inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query(
      `insert into access.second_factors as f (tenant_id, user_id, secret) values ($1, $2, $3)
       on conflict (tenant_id, user_id) do update set secret = excluded.secret, last_step = 0
         where f.confirmed_at is null`,
      [tenant, userId, JSON.stringify(sealed)],
    );
    return rowCount !== 0;
  });
  return begun ? { secret, uri: totp(secret, firm, email).toString() } : 'enrolled';
}

type Checked = 'right' | 'wrong' | { readonly wait: number };

/**
 * Whether a code is the one of this moment (or its neighbours), and counts it as used: no code works twice. A recovery
 * code does instead, once. Ten wrong codes in a quarter of an hour are the end of it.
 */
export async function checkCode(
  pool: pg.Pool,
  sealer: Sealer,
  tenant: TenantId,
  userId: UserId,
  code: string,
): Promise<Checked> {
  const limits = [{ of: ['code', tenant, userId], most: MOST_WRONG_CODES }];
  const wait = await takeAttempt(pool, limits);
  if (wait > 0) return { wait };
  const right = /^\d{6}$/.test(code)
    ? await useStep(pool, sealer, tenant, userId, code, true)
    : await useRecoveryCode(pool, tenant, userId, code);
  if (!right) return 'wrong';
  await giveBackAttempt(pool, limits);
  return 'right';
}

async function useStep(
  pool: pg.Pool,
  sealer: Sealer,
  tenant: TenantId,
  userId: UserId,
  code: string,
  confirmed: boolean,
): Promise<boolean> {
  const sealed = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ secret: object }>(
      'select secret from access.second_factors where user_id = $1 and (confirmed_at is not null) = $2',
      [userId, confirmed],
    );
    return rows[0]?.secret;
  });
  const secret = sealed && (await sealer.open(tenant, subjectOf(userId), PLACE, sealed));
  if (!secret) return false;
  const timestamp = Date.now();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / SECONDS_A_STEP) + delta;
  return inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query(
      'update access.second_factors set last_step = $2 where user_id = $1 and last_step < $2',
      [userId, step],
    );
    return rowCount !== 0;
  });
}

const bare = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

async function useRecoveryCode(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  code: string,
): Promise<boolean> {
  return inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query(
      `update access.second_factors set recovery_hashes = array_remove(recovery_hashes, $2)
       where user_id = $1 and confirmed_at is not null and $2 = any(recovery_hashes)`,
      [userId, hashOf(bare(code))],
    );
    if (rowCount === 0) return false;
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor: userId, action: 'sign-in.recovery-code-used' },
      ...{ object: `user:${userId}`, decision: 'allow' },
    });
    return true;
  });
}

/** Ends an enrolment by a first code: from now on it is asked for. Answers the recovery codes, which are shown once. */
export async function confirmSecondFactor(
  pool: pg.Pool,
  sealer: Sealer,
  tenant: TenantId,
  userId: UserId,
  code: string,
): Promise<{ readonly recoveryCodes: readonly string[] } | 'wrong' | { readonly wait: number }> {
  const limits = [{ of: ['code', tenant, userId], most: MOST_WRONG_CODES }];
  const wait = await takeAttempt(pool, limits);
  if (wait > 0) return { wait };
  if (!/^\d{6}$/.test(code) || !(await useStep(pool, sealer, tenant, userId, code, false))) return 'wrong';
  await giveBackAttempt(pool, limits);
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () =>
    grouped(randomBytes(10).toString('hex')),
  );
  await inTenant(pool, tenant, async (client) => {
    await client.query(
      'update access.second_factors set confirmed_at = now(), recovery_hashes = $2 where user_id = $1',
      [userId, recoveryCodes.map((each) => hashOf(bare(each)))],
    );
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor: userId, action: 'sign-in.second-factor-enrolled' },
      ...{ object: `user:${userId}`, decision: 'allow' },
    });
  });
  return { recoveryCodes };
}

const grouped = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');

/** Takes the second factor away: by its owner, or by an administrator for somebody who has lost it. */
export async function removeSecondFactor(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  actor: string,
): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.second_factors where user_id = $1', [userId]);
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.second-factor-removed' },
      ...{ object: `user:${userId}`, decision: 'allow' },
    });
  });
}

/** Whether staff of the firm must have a second factor. */
export async function requireSecondFactor(
  pool: pg.Pool,
  tenant: TenantId,
  required: boolean,
  actor: string,
): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    await client.query(
      `insert into access.sign_in_rules (tenant_id, second_factor_for_staff) values ($1, $2)
       on conflict (tenant_id) do update set second_factor_for_staff = excluded.second_factor_for_staff`,
      [tenant, required],
    );
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, object: `firm:${tenant}`, decision: 'allow' },
      action: required ? 'sign-in.second-factor-required' : 'sign-in.second-factor-optional',
    });
  });
}

/** What the firm asks of its staff when they sign in. */
export const signInRules = (
  pool: pg.Pool,
  tenant: TenantId,
): Promise<{ readonly secondFactorForStaff: boolean }> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ secondFactorForStaff: boolean }>(
      'select second_factor_for_staff as "secondFactorForStaff" from access.sign_in_rules',
    );
    return rows[0] ?? { secondFactorForStaff: false };
  });
