import { createHash } from 'node:crypto';
import type { ClientId, Locale, Role, TenantId, UserId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { giveBackAttempt, takeAttempt, type AttemptLimit } from './attempts.js';
import { recordFailure, recordSignIn } from './audit.js';
import { hashPassword, isPassword } from './passwords.js';
import { comparable, hashOf } from './secrets.js';
import { NOT_SUSPENDED } from './suspension.js';

/**
 * The firm's short name is its address: the tenant id follows from it, so sign-in needs no list of firms that anyone
 * could read, and two firms can never share a name.
 */
export function tenantOf(slug: string): TenantId {
  const hex = createHash('sha256').update(`rapport:firm:${slug.trim().toLowerCase()}`).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as TenantId;
}

/** Creates or replaces the password of a user; every session of theirs ends but the one given. */
export async function setPassword(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  email: string,
  password: string,
  keep: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTenant(pool, tenant, async (client) => {
    await client.query(
      `insert into access.accounts (tenant_id, user_id, email, password_hash) values ($1, $2, $3, $4)
       on conflict (tenant_id, user_id) do update
         set email = excluded.email, password_hash = excluded.password_hash, changed_at = now()`,
      [tenant, userId, comparable(email), passwordHash],
    );
    await client.query(
      "delete from access.sessions where kind = 'user' and subject_id = $1 and id_hash is distinct from $2",
      [userId, keep === null ? null : hashOf(keep)],
    );
    await client.query(
      `update access.one_time_tokens set used_at = now()
       where subject_id = $1 and purpose in ('password', 'second-factor') and used_at is null`,
      [userId],
    );
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor: userId, action: 'sign-in.password-set', object: `user:${userId}` },
      decision: 'allow',
    });
  });
}

/** Nothing of the user's sign-in is left, and every session ends. */
export async function removeAccount(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  actor: string,
): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    for (const table of ['accounts', 'devices', 'second_factors'])
      await client.query(`delete from access.${table} where user_id = $1`, [userId]);
    await client.query('delete from access.one_time_tokens where subject_id = $1', [userId]);
    await client.query("delete from access.sessions where kind = 'user' and subject_id = $1", [userId]);
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.removed', object: `user:${userId}`, decision: 'allow' },
    });
  });
}

/** Someone who may sign in, as the read models know them. */
export interface Account {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clientId: ClientId | null;
  /** Name of the firm, what it is called when signing in, and the language it writes in. */
  readonly firm: string;
  readonly slug: string;
  readonly locale: Locale;
}

async function accountWhere(client: pg.ClientBase, where: string, value: string): Promise<Account | null> {
  const { rows } = await client.query<Account>(
    `select u.id as "userId", u.doc->>'name' as name, u.doc->>'email' as email, u.doc->'roles' as roles,
       u.client_id as "clientId", f.doc->>'name' as firm, f.doc->>'slug' as slug, f.doc->>'locale' as locale
     from read.users u join read.firms f on f.id = f.tenant_id::text where ${where} and ${NOT_SUSPENDED} limit 1`,
    [value],
  );
  return rows[0] ?? null;
}

export const accountByEmail = (pool: pg.Pool, tenant: TenantId, email: string): Promise<Account | null> =>
  inTenant(pool, tenant, (client) => accountWhere(client, 'lower(u.email) = $1', comparable(email)));

export const accountById = (pool: pg.Pool, tenant: TenantId, userId: string): Promise<Account | null> =>
  inTenant(pool, tenant, (client) => accountWhere(client, 'u.id = $1', userId));

/** Where an attempt comes from: the network address, and the browser's own mark if it has one. */
export interface Source {
  readonly address: string;
  readonly device: string | null;
}

export type SignInResult =
  | { readonly userId: UserId }
  | 'wrong'
  | { /** Seconds to wait before this source may try again. */ readonly wait: number };

const OF_A_SOURCE = 100;
const OF_A_SOURCE_AT_ONE_ACCOUNT = 5;
const OF_STRANGERS_AT_ONE_ACCOUNT = 10;
const OF_A_KNOWN_DEVICE = 10;

/** Networks hand out IPv6 addresses by the billion: the first half of one is the source. */
const sourceOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;

/**
 * Whether the password is right, in the same time whether firm, user or neither exists. Strangers have ten attempts at
 * an account in a quarter of an hour, all together, and five from one address; a browser in which this user has signed
 * in before has ten of its own, so no stranger can lock its owner out.
 */
export async function checkPassword(
  pool: pg.Pool,
  tenant: TenantId,
  email: string,
  password: string,
  source: Source,
  /** Told whose password was tried in vain, for `recordFailure`; never before it is known that it was. */
  onWrong: (userId: UserId) => void = () => undefined,
): Promise<SignInResult> {
  const address = comparable(email);
  const account = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ user_id: UserId; password_hash: string; known: boolean }>(
      `select a.user_id, a.password_hash, exists (select from access.devices d
         where d.user_id = a.user_id and d.device_hash = $2) as known
       from access.accounts a where a.email = $1 and ${NOT_SUSPENDED}`,
      [address, source.device === null ? '' : hashOf(source.device)],
    );
    return rows[0];
  });
  const limits = limitsOf(tenant, address, source, account?.known ?? false);
  const wait = await takeAttempt(pool, limits);
  if (wait > 0) return { wait };
  const right = await isPassword(password, account?.password_hash);
  if (!right || !account) {
    if (account) onWrong(account.user_id);
    return 'wrong';
  }
  await giveBackAttempt(pool, limits);
  return { userId: account.user_id };
}

function limitsOf(tenant: TenantId, email: string, source: Source, known: boolean): readonly AttemptLimit[] {
  if (known && source.device !== null)
    return [{ of: ['device', tenant, email, hashOf(source.device)], most: OF_A_KNOWN_DEVICE }];
  const from = sourceOf(source.address);
  return [
    { of: ['source', from], most: OF_A_SOURCE },
    { of: ['source at account', tenant, email, from], most: OF_A_SOURCE_AT_ONE_ACCOUNT },
    { of: ['account', tenant, email], most: OF_STRANGERS_AT_ONE_ACCOUNT },
  ];
}

/** Whether this is the password of a user who is signed in; ten wrong ones in a quarter of an hour are the end of it. */
export async function confirmPassword(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  password: string,
): Promise<'right' | 'wrong' | { readonly wait: number }> {
  const limits = [{ of: ['confirm', tenant, userId], most: OF_A_KNOWN_DEVICE }];
  const wait = await takeAttempt(pool, limits);
  if (wait > 0) return { wait };
  const stored = await inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ password_hash: string }>(
      'select password_hash from access.accounts where user_id = $1',
      [userId],
    );
    return rows[0]?.password_hash;
  });
  if (!(await isPassword(password, stored))) {
    await recordFailure(pool, tenant, userId, 'confirm');
    return 'wrong';
  }
  await giveBackAttempt(pool, limits);
  return 'right';
}

/** A browser in which a user has signed in is known from then on. */
export async function rememberDevice(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  device: string,
): Promise<void> {
  await inTenant(pool, tenant, (client) =>
    client.query(
      `insert into access.devices (tenant_id, device_hash, user_id) values ($1, $2, $3) on conflict do nothing`,
      [tenant, hashOf(device), userId],
    ),
  );
}
