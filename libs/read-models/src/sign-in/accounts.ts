import { createHash } from 'node:crypto';
import type { TenantId, UserId } from '@rapport/domain';
import { hash, verify } from '@node-rs/argon2';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const MAX_FAILURES = 10;
const LOCK_MINUTES = 15;

/**
 * The firm's short name is its address: the tenant id follows from it, so sign-in needs no list of firms that anyone
 * could read, and two firms can never share a name.
 */
export function tenantOf(slug: string): TenantId {
  const hex = createHash('sha256').update(`rapport:firm:${slug.trim().toLowerCase()}`).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as TenantId;
}

export type SignInResult = { readonly userId: UserId } | 'wrong' | 'locked';

/** Creates or replaces the password of a user. */
export async function setPassword(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  email: string,
  password: string,
): Promise<void> {
  const passwordHash = await hash(password, argon);
  await inTenant(pool, tenant, (client) =>
    client.query(
      `insert into access.accounts (tenant_id, user_id, email, password_hash) values ($1, $2, $3, $4)
       on conflict (tenant_id, user_id) do update set email = excluded.email, password_hash = excluded.password_hash,
         failures = 0, locked_until = null`,
      [tenant, userId, email.toLowerCase(), passwordHash],
    ),
  );
}

export async function removeAccount(pool: pg.Pool, tenant: TenantId, userId: UserId): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.accounts where user_id = $1', [userId]);
    await client.query("delete from access.sessions where kind = 'user' and subject_id = $1", [userId]);
  });
}

let decoy: Promise<string> | undefined;

/** Takes the same time whether the firm, the user or neither exists; ten wrong passwords lock for a quarter of an hour. */
export async function checkPassword(
  pool: pg.Pool,
  tenant: TenantId,
  email: string,
  password: string,
): Promise<SignInResult> {
  const account = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ user_id: UserId; password_hash: string; locked: boolean }>(
      `select user_id, password_hash, coalesce(locked_until > now(), false) as locked
       from access.accounts where email = $1`,
      [email.trim().toLowerCase()],
    );
    return rows[0];
  });
  decoy ??= hash('nobody has this password', argon);
  const right = await verify(account?.password_hash ?? (await decoy), password);
  if (!account) return 'wrong';
  if (account.locked) return 'locked';
  await inTenant(pool, tenant, (client) =>
    client.query(
      right
        ? 'update access.accounts set failures = 0, locked_until = null where user_id = $1 and failures > 0'
        : `update access.accounts set failures = case when failures + 1 >= ${MAX_FAILURES} then 0 else failures + 1 end,
             locked_until = case when failures + 1 >= ${MAX_FAILURES} then now() + interval '${LOCK_MINUTES} minutes' end
           where user_id = $1`,
      [account.user_id],
    ),
  );
  return right ? { userId: account.user_id } : 'wrong';
}
