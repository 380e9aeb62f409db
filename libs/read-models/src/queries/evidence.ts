import type { Caller, EngagementId } from '@rapport/domain';
import type pg from 'pg';
import type { ChainHead, ChainProblem } from '../audit/chain.js';
import { actorName, recordAudit, verifyAudit } from '../audit/entries.js';
import type { EngagementRow, ErasureRow, ReleaseRow, ReportRow, WaveRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { engagementInReach } from './reach.js';
import { rowsOf, Values } from './statement.js';

type Counts = Readonly<Record<string, number>>;

/**
 * What stands on record of one engagement: settings, counts and hashes. Nobody who takes part is named, by id either, and
 * nothing of what anybody answered is in it. Lists are in a fixed order.
 */
export interface EngagementEvidence {
  readonly firm: { readonly id: string; readonly name: string };
  readonly clientOrganisation: { readonly id: string; readonly name: string };
  readonly engagement: Pick<
    EngagementRow,
    'title' | 'openedAt' | 'closed' | 'invented' | 'legalGround' | 'smallestGroup'
  > & { readonly id: string };
  readonly staff: readonly {
    readonly name: string | null;
    readonly as: string;
    readonly until: string | null;
  }[];
  readonly waves: readonly (Pick<
    WaveRow,
    'title' | 'opensOn' | 'closesOn' | 'closed' | 'instrument' | 'norm'
  > & { readonly id: string; readonly participants: Counts })[];
  readonly consents: {
    /** Decisions of the people who take part, by kind. */
    readonly decisions: Counts;
    /** Words under which profiles are released now. */
    readonly notices: readonly {
      readonly version: string;
      readonly hash: string | null;
      readonly releases: number;
    }[];
  };
  /** Readings of profiles by name, each of which the person finds listed. */
  readonly accessReceipts: { readonly allowed: number; readonly refused: number };
  readonly releases: readonly (Pick<
    ReleaseRow,
    'waveId' | 'version' | 'k' | 'contentHash' | 'publishedAt' | 'withdrawnAt' | 'reason'
  > & {
    readonly id: string;
    readonly groups: readonly {
      readonly cut: string;
      readonly id: string;
      readonly waveId: string;
      readonly n: number;
    }[];
    /** No release enters the ledger without it. */
    readonly anonymityAudit: 'passed';
    /** Whether the stored figures still have the hash under which they were published. */
    readonly contentIntact: boolean;
  })[];
  readonly reports: readonly (Pick<
    ReportRow,
    'audience' | 'locale' | 'dated' | 'status' | 'issuedAt' | 'released'
  > & {
    readonly id: string;
    readonly files: readonly { readonly format: string; readonly sha256: string }[];
  })[];
  /** Of people who took part. */
  readonly erasures: readonly (Pick<ErasureRow, 'status' | 'requestedAt' | 'confirmedAt' | 'erasedAt'> & {
    readonly keyDestroyedAt: string | null;
    readonly certificate: string | null;
  })[];
  /** Changes of settings and of who works in it, with their place in the audit log. */
  readonly settings: readonly {
    readonly seq: number;
    readonly at: string;
    readonly by: string | null;
    readonly action: string;
    readonly hash: string;
  }[];
  readonly auditLog: { readonly head: ChainHead; readonly problem: ChainProblem | null };
}

const SELECTED = (e: string) => `jsonb_build_object(
  'engagement', jsonb_build_object('id', ${e}.id, 'title', ${e}.doc->'title', 'openedAt', ${e}.doc->'openedAt',
    'closed', ${e}.doc->'closed', 'invented', ${e}.doc->'invented', 'legalGround', ${e}.doc->'legalGround',
    'smallestGroup', ${e}.doc->'smallestGroup'),
  'clientOrganisation', (select jsonb_build_object('id', c.id, 'name', c.name)
    from read.client_organisations c where c.id = ${e}.client_id),
  'staff', (select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'as', s->'as', 'until', s->'until')
      order by s->>'as', u.name, s->>'userId'), '[]')
    from jsonb_array_elements(${e}.doc->'staff') s left join read.users u on u.id = s->>'userId'),
  'waves', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'title', w.doc->'title',
      'opensOn', w.doc->'opensOn', 'closesOn', w.doc->'closesOn', 'closed', w.doc->'closed',
      'instrument', w.doc->'instrument', 'norm', w.doc->'norm', 'participants',
      (select jsonb_build_object('invited', count(*), 'agreed', count(*) filter (where (a.doc->>'agreed')::boolean),
        'submitted', count(*) filter (where a.status = 'submitted'),
        'withdrawn', count(*) filter (where a.status = 'withdrawn')) from read.participants a where a.wave_id = w.id))
      order by w.opens_on, w.id), '[]') from read.waves w where w.engagement_id = ${e}.id),
  'notices', (select coalesce(jsonb_agg(jsonb_build_object('version', n.version, 'hash', n.hash, 'releases', n.n)
      order by n.version, n.hash), '[]')
    from (select r->>'noticeVersion' as version, r->>'noticeHash' as hash, count(*) as n
      from read.participants a cross join jsonb_array_elements(a.doc->'releases') r
      where a.engagement_id = ${e}.id group by 1, 2) n),
  'releases', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'waveId', x.doc->'waveId',
      'version', x.doc->'version', 'k', x.doc->'k', 'contentHash', x.doc->'contentHash',
      'publishedAt', x.doc->'publishedAt', 'withdrawnAt', x.doc->'withdrawnAt', 'reason', x.doc->'reason',
      'groups', (select coalesce(jsonb_agg(jsonb_build_object('cut', g->'cut', 'id', g->'id', 'waveId', g->'waveId',
        'n', g->'n')
        order by g->>'cut', g->>'id', g->>'waveId', g->>'n'), '[]') from jsonb_array_elements(x.doc->'groups') g),
      'anonymityAudit', 'passed', 'contentIntact', coalesce(
        'sha256:' || encode(sha256(convert_to(f.content, 'UTF8')), 'hex') = x.doc->>'contentHash', false))
      order by x.published_at, x.id), '[]')
    from read.releases x left join files.releases f on f.content_hash = x.doc->>'contentHash'
    where x.engagement_id = ${e}.id),
  'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'audience', r.doc->'audience',
      'locale', r.doc->'locale', 'dated', r.doc->'dated', 'status', r.doc->'status', 'issuedAt', r.doc->'issuedAt',
      'released', r.doc->'released', 'files', (select coalesce(jsonb_agg(jsonb_build_object('format', f->'format',
        'sha256', f->'sha256') order by f->>'format'), '[]') from jsonb_array_elements(r.doc->'files') f))
      order by r.requested_at, r.id), '[]') from read.reports r where r.engagement_id = ${e}.id),
  'erasures', (select coalesce(jsonb_agg(jsonb_build_object('status', x.doc->'status',
      'requestedAt', x.doc->'requestedAt', 'confirmedAt', x.doc->'confirmedAt', 'erasedAt', x.doc->'erasedAt',
      'keyDestroyedAt', x.doc->'certificate'->'keyDestroyedAt', 'certificate', x.doc->'certificate'->'sha256')
      order by x.requested_at, x.id), '[]')
    from read.erasures x where x.id in (select person_id from read.participants where engagement_id = ${e}.id)))`;

/** Entries of the audit log about one engagement, by what they speak of. */
const LOGGED = (engagement: string) => `select
  (select coalesce(jsonb_object_agg(c.action, c.n), '{}') from (select e.action, count(*) as n
     from audit.entries e join read.participants a on a.id = split_part(e.object, '/', 2)
     where a.engagement_id = ${engagement} and e.object like 'Assessment/%' and e.action like 'consent.%'
     group by e.action) c) as decisions,
  (select jsonb_build_object('allowed', count(*) filter (where e.decision = 'allow'),
      'refused', count(*) filter (where e.decision = 'deny'))
   from audit.entries e where e.action = 'profile.read' and e.actor <> e.subject and split_part(e.object, '/', 2) in (
     select id from read.participants where engagement_id = ${engagement}
     union all select id from read.waves where engagement_id = ${engagement}
     union all select id from read.reports where engagement_id = ${engagement})) as "accessReceipts",
  (select coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', u.name, 'action', e.action, 'hash', e.hash) order by e.seq), '[]')
   from audit.entries e left join read.users u on u.id = e.actor
   where (e.object = 'Engagement/' || ${engagement} or e.object like 'Engagement/' || ${engagement} || '/%')
     and (e.action like 'engagement.%' or e.action like 'staff.%')) as settings`;

type Stored = Omit<EngagementEvidence, 'firm' | 'consents' | 'accessReceipts' | 'settings' | 'auditLog'> & {
  readonly notices: EngagementEvidence['consents']['notices'];
};

/**
 * The evidence of an engagement for whoever may export it, with the whole audit log of the firm verified; `null` when
 * there is no such engagement in reach. `record` leaves an entry in the log, after what was read.
 */
export async function evidenceOf(
  pool: pg.Pool,
  caller: Caller,
  engagementId: string,
  { record }: { readonly record: boolean },
): Promise<EngagementEvidence | null> {
  const { tenantId } = caller;
  const found = await inTenant(pool, tenantId, async (client) => {
    const values = new Values();
    const which = values.add(engagementId);
    const [row] = await rowsOf<{ doc: Stored; firm: string }>(
      client,
      `select ${SELECTED('e')} as doc, (select f.doc->>'name' from read.firms f limit 1) as firm
       from read.engagements e where e.id = ${which} and ${engagementInReach(caller, values, 'export-evidence')}`,
      values,
    );
    if (!row) return null;
    const { rows } = await client.query<
      Pick<EngagementEvidence, 'accessReceipts' | 'settings'> & { readonly decisions: Counts }
    >(LOGGED('$1::text'), [engagementId]);
    return { ...row, logged: rows[0]! };
  });
  if (!found) return null;
  const { problem, head } = await verifyAudit(pool, tenantId);
  if (record)
    await inTenant(pool, tenantId, (client) =>
      recordAudit(client, {
        tenantId,
        actor: actorName(caller),
        action: 'evidence.export',
        object: `Engagement/${engagementId as EngagementId}`,
        decision: 'allow',
      }),
    );
  const { notices, ...stored } = found.doc;
  const { decisions, accessReceipts, settings } = found.logged;
  return {
    ...stored,
    firm: { id: tenantId, name: found.firm },
    consents: { decisions, notices },
    accessReceipts,
    settings,
    auditLog: { head, problem },
  };
}
