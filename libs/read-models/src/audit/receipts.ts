import { may, type Caller, type Recipient } from '@rapport/domain';
import type pg from 'pg';
import { noneFor, pageOf, type Listing, type Page, type PageRequest } from '../queries/paging.js';
import { Values } from '../queries/statement.js';
import { inTenant } from '../tenancy.js';
import { actorName, recordAudit, type NewAuditEntry } from './entries.js';

/** Figures of one person, by name, shown to somebody or refused. */
export interface ProfileRead {
  readonly object: string;
  readonly subject: string;
  readonly permitted: boolean;
  /** To whom the person has released the profile at this moment. */
  readonly releases: readonly Recipient[];
}

/** The entry of the audit log that a reading leaves: what the person it is about finds under "who saw me". */
export function readOf(caller: Caller, { object, subject, permitted, releases }: ProfileRead): NewAuditEntry {
  return {
    tenantId: caller.tenantId,
    actor: actorName(caller),
    action: 'profile.read',
    object,
    decision: permitted ? 'allow' : 'deny',
    consentRef: permitted ? consentOf(caller, releases) : null,
    subject,
  };
}

/** The release that opened it: one by name before one by function; `own` for the person's own. */
function consentOf(caller: Caller, releases: readonly Recipient[]): string | null {
  if (caller.kind === 'participant') return 'own';
  const userId = caller.kind === 'user' ? caller.userId : null;
  const fits = releases.filter((to) => to.userId === null || to.userId === userId);
  const release = fits.find((to) => to.userId !== null) ?? fits[0];
  return release ? `release:${release.kind}/${release.userId ?? '*'}` : null;
}

/** Records readings before they are answered. */
export async function recordReads(
  pool: pg.Pool,
  caller: Caller,
  reads: readonly ProfileRead[],
): Promise<void> {
  if (reads.length === 0) return;
  await inTenant(pool, caller.tenantId, (client) =>
    recordAudit(client, ...reads.map((read) => readOf(caller, read))),
  );
}

/** Who read the asking person's profile, or tried to. */
export interface AccessReceipt {
  readonly id: string;
  readonly at: string;
  readonly viewerId: string;
  /** `null` when the account is gone. */
  readonly viewerName: string | null;
  readonly viewerRoles: readonly string[];
  readonly own: boolean;
  readonly object: string;
  readonly allowed: boolean;
  /** Whom the release that opened it was given to; `null` for the own reading and for what was refused. */
  readonly releasedTo: 'coach' | 'consultant' | 'team' | 'client' | null;
  readonly byName: boolean;
}

const BY_SEQ = { by: 'e.at', type: 'timestamptz', down: true } as const;

/** "Who saw me": receipts of the asking person, newest first; nothing for anyone else. */
export async function myAccessReceipts(
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
): Promise<Page<AccessReceipt>> {
  if (caller.kind !== 'participant') return noneFor(request);
  const { personId, tenantId } = caller;
  const about = { tenantId, personId };
  if (!may(caller, 'read-audit-log', about)) return noneFor(request);
  return inTenant(pool, tenantId, (client) => {
    const values = new Values();
    const listing: Listing = {
      from: 'audit.entries e left join read.users u on u.id = e.actor',
      where: `e.subject = ${values.add(personId)} and e.action = 'profile.read'`,
      id: 'e.seq::text',
      doc: `jsonb_build_object('id', e.seq::text, 'at', ${ISO}, 'viewerId', e.actor, 'viewerName', u.name,
        'viewerRoles', coalesce(u.doc->'roles', '[]'::jsonb), 'own', e.actor = e.subject, 'object', e.object,
        'allowed', e.decision = 'allow', 'releasedTo', substring(e.consent_ref from '^release:([a-z]+)/'),
        'byName', coalesce(e.consent_ref like 'release:%' and e.consent_ref not like '%/*', false))`,
      sort: BY_SEQ,
    };
    return pageOf<AccessReceipt, AccessReceipt>(client, listing, request, values, ({ doc }) => doc);
  });
}

export const ISO = `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
