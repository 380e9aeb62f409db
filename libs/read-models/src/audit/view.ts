import { may, type Caller } from '@rapport/domain';
import type pg from 'pg';
import { noneFor, pageOf, type Listing, type Page, type PageRequest } from '../queries/paging.js';
import { rowsOf, Values } from '../queries/statement.js';
import { inTenant } from '../tenancy.js';
import { ISO } from './receipts.js';

/** A line of the audit log: ids and codes, no content. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  /** `null` for participants, whom nobody but themselves follows, and for the firm’s accounts to people of a client. */
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorKind: 'staff' | 'client' | 'participant' | 'service';
  readonly action: string;
  readonly object: string;
  /** What the object is called, where it is no person. */
  readonly objectName: string | null;
  readonly allowed: boolean;
  readonly consentRef: string | null;
  /** Only where an erasure names the person, and in what the caller did: else the log would say who took part. */
  readonly subjectId: string | null;
  readonly hash: string;
}

export interface AuditFilter {
  /** Only actions that begin with it. */
  readonly action?: string | null;
  /** First and last day, UTC. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** How much of the log a caller reads: the firm’s, the own acts, the own organisation’s, or settings of it. */
interface Scope {
  readonly kind: 'firm' | 'own' | 'organisation' | 'settings';
  readonly where: string;
  readonly me: string;
}

/** Accounts and services are named; an actor who is neither is a person. */
const OPEN = `(u.id is not null or e.actor !~ '^[0-9a-f-]{36}$')`;
const AT = (place: number) => `split_part(e.object, '/', ${place})`;

/** Entries about what belongs to an organisation: its engagements, releases, reports and accounts. */
const aboutOrganisation = (client: string): string => `(
  (e.action ~ '^(engagement|staff|evidence)\\.' and e.object like 'Engagement/%'
    and ${AT(2)} in (select id from read.engagements where client_id = ${client}))
  or (e.action like 'release.%' and e.object like 'ReleaseLedger/%' and ${AT(2)} = ${client})
  or (e.action in ('report.release', 'report.withdraw')
    and ${AT(2)} in (select id from read.reports where client_id = ${client} and doc->>'audience' = 'client'))
  or (e.action like 'user.%' and ${AT(4)} in (select id from read.users where client_id = ${client})))`;

/** What accounts of an organisation did; neither whom they read of nor who consented is for their administrator. */
const byOrganisation = (client: string): string =>
  `(u.client_id = ${client} and e.action !~ '^(profile|consent)\\.')`;

function scopeOf(caller: Caller, values: Values): Scope | null {
  if (caller.kind !== 'user') return null;
  const { tenantId, userId, clientId } = caller;
  const reads = (about: object) => may(caller, 'read-audit-log', { tenantId, ...about });
  const me = `${values.add(userId)}::text`;
  if (reads({})) return { kind: 'firm', where: `${me} is not null`, me };
  if (reads({ userId })) return { kind: 'own', where: `e.actor = ${me}`, me };
  if (clientId === null || !reads({ clientId, detail: 'counts' })) return null;
  const client = `${values.add(clientId)}::text`;
  const about = aboutOrganisation(client);
  return reads({ clientId, detail: 'codes' })
    ? { kind: 'organisation', where: `(e.actor = ${me} or ${byOrganisation(client)} or ${about})`, me }
    : { kind: 'settings', where: `${about} and ${me} is not null`, me };
}

function filtered({ action, from, to }: AuditFilter, values: Values): string {
  return [
    action ? ` and starts_with(e.action, ${values.add(action)})` : '',
    from ? ` and e.at >= (${values.add(from)}::date)::timestamp at time zone 'UTC'` : '',
    to ? ` and e.at < (${values.add(to)}::date + 1)::timestamp at time zone 'UTC'` : '',
  ].join('');
}

const FROM = 'audit.entries e left join read.users u on u.id = e.actor';

/** Settings are told one by one; everything else only as a number. */
const SETTINGS = ` and e.action ~ '^engagement\\.'`;

const NAME = `case ${AT(1)}
  when 'Engagement' then (select n.doc->>'title' from read.engagements n where n.id = ${AT(2)})
  when 'Wave' then (select n.doc->>'title' from read.waves n where n.id = ${AT(2)})
  when 'Report' then (select n.doc->>'title' from read.reports r join read.engagements n on n.id = r.engagement_id
    where r.id = ${AT(2)})
  when 'ReleaseLedger' then (select n.name from read.client_organisations n where n.id = ${AT(2)})
  when 'Firm' then (select n.name from read.users n where n.id = ${AT(4)})
  else (select n.name from read.users n where 'user:' || n.id = e.object) end`;

/** What of the audit log a caller may read, newest first. */
export async function auditView(
  pool: pg.Pool,
  caller: Caller,
  filter: AuditFilter,
  request: PageRequest,
): Promise<Page<AuditLine>> {
  return inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const scope = scopeOf(caller, values);
    if (!scope) return noneFor<AuditLine>(request);
    const { kind, where, me } = scope;
    const forClient = kind === 'organisation' || kind === 'settings';
    // People of a client know each other, not who of the firm did it.
    const named = forClient ? `(u.client_id is not null or e.actor = ${me})` : OPEN;
    const object = forClient
      ? `case when e.actor = ${me} then e.object when e.object like 'Person/%' then 'Person/*' else e.object end`
      : `case when e.action like 'consent.%' then regexp_replace(e.object, '/[^/]+', '/*')
          when ${OPEN} then e.object else replace(e.object, e.actor, '*') end`;
    const listing: Listing = {
      from: FROM,
      where: `${where}${kind === 'settings' ? SETTINGS : ''}${filtered(filter, values)}`,
      id: 'e.seq::text',
      doc: `jsonb_build_object('id', e.seq::text, 'at', ${ISO},
        'actorId', case when ${named} then e.actor end, 'actorName', case when ${named} then u.name end,
        'actorKind', case when u.client_id is not null then 'client' when u.id is not null then 'staff'
          when e.actor ~ '^[0-9a-f-]{36}$' then 'participant' else 'service' end,
        'action', e.action, 'object', ${object}, 'objectName', ${NAME}, 'allowed', e.decision = 'allow',
        'consentRef', ${forClient ? `case when e.actor = ${me} then e.consent_ref end` : 'e.consent_ref'},
        'subjectId', case when e.actor = ${me}${kind === 'firm' ? ` or e.action like 'erasure.%'` : ''}
          then e.subject end, 'hash', e.hash)`,
      sort: { by: 'e.at', type: 'timestamptz', down: true },
    };
    return pageOf<AuditLine, AuditLine>(client, listing, request, values, ({ doc }) => doc);
  });
}

export interface AuditCount {
  readonly action: string;
  readonly count: number;
}

/** How often each action is in the part of the log that the caller may read, most first. */
export async function auditCounts(
  pool: pg.Pool,
  caller: Caller,
  filter: AuditFilter,
): Promise<readonly AuditCount[]> {
  return inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const scope = scopeOf(caller, values);
    if (!scope) return [];
    return rowsOf<AuditCount & pg.QueryResultRow>(
      client,
      `select e.action, count(*)::int as count from ${FROM} where ${scope.where}${filtered(filter, values)}
       group by e.action order by count desc, e.action`,
      values,
    );
  });
}
