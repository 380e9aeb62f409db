import type { Caller, ClientId, EngagementId, PersonId, Role, TenantId, UserId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { recordSignIn } from './audit.js';
import { hashOf, newSecret, tenantIn } from './secrets.js';
import { NOT_SUSPENDED } from './suspension.js';

const SESSION_HOURS = { user: 12, participant: 4 };
/** Longest time between two requests of a person; a connection that only listens does not count. */
const IDLE = "(case s.kind when 'user' then interval '2 hours' else interval '1 hour' end)";

export type SessionSubject =
  { readonly kind: 'user'; readonly id: UserId } | { readonly kind: 'participant'; readonly id: PersonId };

/** How somebody came in, and with which browser; shown to them in the list of their sessions. */
export interface SignedInBy {
  readonly method: 'password' | 'second-factor' | 'sso' | 'invitation';
  readonly browser: string;
}

/**
 * Opens a session; the answer is what the cookie holds. It carries the roles of this moment and ends when they change.
 */
export async function openSession(
  pool: pg.Pool,
  tenant: TenantId,
  subject: SessionSubject,
  by: SignedInBy = { method: subject.kind === 'user' ? 'password' : 'invitation', browser: '' },
): Promise<string> {
  const secret = newSecret(tenant);
  await inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.sessions where expires_at < now()');
    await client.query(
      `insert into access.sessions (tenant_id, id_hash, kind, subject_id, expires_at, method, browser, roles)
       values ($1, $2, $3, $4, now() + make_interval(hours => $5), $6, $7,
         (select u.doc->'roles' from read.users u where $3 = 'user' and u.id = $4))`,
      [
        ...[tenant, hashOf(secret), subject.kind, subject.id, SESSION_HOURS[subject.kind]],
        ...[by.method, by.browser.slice(0, 60)],
      ],
    );
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor: subject.id, action: `sign-in.by-${by.method}` },
      ...{ object: `${subject.kind}:${subject.id}`, decision: 'allow' },
    });
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

const LIVING = `s.expires_at > now() and s.last_seen_at > now() - ${IDLE}`;
const QUERY = `select s.kind, s.subject_id, u.doc->'roles' as roles, u.client_id,
    (select array_agg(e.id) from read.engagements e
      where e.doc->'staff' @> jsonb_build_array(jsonb_build_object('userId', s.subject_id))
        and exists (select from jsonb_array_elements(e.doc->'staff') a where a->>'userId' = s.subject_id
          and coalesce(a->>'until', '9999-12-31') >= current_date::text)) as engagements
  from access.sessions s left join read.users u on s.kind = 'user' and u.id = s.subject_id
  where s.id_hash = $1 and ${LIVING} and (s.roles is null or s.roles = u.doc->'roles') and ${NOT_SUSPENDED}`;
const TOUCHING = `with seen as (update access.sessions s set last_seen_at = now()
  where s.id_hash = $1 and s.last_seen_at < now() - interval '1 minute' and ${LIVING}) ${QUERY}`;

/**
 * Who a cookie belongs to, with the roles and assignments of this moment; `null` when the session is unknown, expired,
 * idle for too long, opened under other roles, or its user is gone. `watching` looks without being a sign of life.
 */
export async function callerOf(
  pool: pg.Pool,
  secret: string,
  { watching = false }: { readonly watching?: boolean } = {},
): Promise<Caller | null> {
  const tenantId = tenantIn(secret);
  if (!tenantId) return null;
  const row = await inTenant(pool, tenantId, async (client) => {
    const { rows } = await client.query<SessionRow>({
      name: watching ? 'caller-watched' : 'caller-of',
      text: watching ? QUERY : TOUCHING,
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

/** A session as its owner sees it. */
export interface OwnSession {
  readonly id: string;
  readonly method: SignedInBy['method'];
  readonly browser: string;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

const subjectOf = (caller: Caller): string =>
  caller.kind === 'user' ? caller.userId : caller.kind === 'participant' ? caller.personId : '';

/** The caller's sessions that still work, the latest first. */
export const ownSessions = (pool: pg.Pool, caller: Caller, secret: string): Promise<readonly OwnSession[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<
      Omit<OwnSession, 'openedAt' | 'lastSeenAt'> & Record<'opened' | 'seen', Date>
    >(
      `select s.handle as id, s.method, s.browser, s.created_at as opened, s.last_seen_at as seen,
         s.id_hash = $3 as current
       from access.sessions s where s.kind = $1 and s.subject_id = $2 and ${LIVING}
       order by s.last_seen_at desc, s.handle limit 50`,
      [caller.kind, subjectOf(caller), hashOf(secret)],
    );
    return rows.map(({ opened, seen, ...row }) => ({
      ...row,
      openedAt: opened.toISOString(),
      lastSeenAt: seen.toISOString(),
    }));
  });

/** Ends one session of the caller; false when there is none of that id. */
export const endOwnSession = (pool: pg.Pool, caller: Caller, id: string): Promise<boolean> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rowCount } = await client.query(
      'delete from access.sessions where kind = $1 and subject_id = $2 and handle::text = $3',
      [caller.kind, subjectOf(caller), id],
    );
    return rowCount !== 0;
  });

/** Ends every session of a user, but the one given. */
export async function endSessionsOf(
  pool: pg.Pool,
  tenant: TenantId,
  userId: UserId,
  actor: string,
  keep: string | null = null,
): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    await client.query(
      "delete from access.sessions where kind = 'user' and subject_id = $1 and id_hash is distinct from $2",
      [userId, keep === null ? null : hashOf(keep)],
    );
    await recordSignIn(client, {
      ...{ tenantId: tenant, actor, action: 'sign-in.sessions-ended', object: `user:${userId}` },
      decision: 'allow',
    });
  });
}
