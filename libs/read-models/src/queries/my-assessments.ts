import type { Caller, LegalGround, UserId } from '@rapport/domain';
import type { InstrumentDocument } from '@rapport/psychometrics';
import type pg from 'pg';
import type { ParticipantRow, WaveRow } from '../rows.js';
import { inTenant } from '../tenancy.js';

/** A participant's own assessment with what is needed to answer it on any device. */
export interface MyAssessment {
  readonly id: string;
  readonly participant: ParticipantRow;
  readonly wave: WaveRow;
  readonly engagementTitle: string;
  /** People and answers of the engagement are made up. */
  readonly invented: boolean;
  /** Recorded before anyone can be invited. */
  readonly legalGround: LegalGround | null;
  readonly firmName: string;
  readonly clientOrganisationName: string;
  readonly instrument: InstrumentDocument;
  readonly answers: Readonly<Record<string, number>>;
  /** The smallest group agreed for the engagement. */
  readonly smallestGroup: number;
  /** Named people the profile could be released to: coaches and consultants of today, accounts of the client. */
  readonly recipients: readonly {
    readonly kind: 'coach' | 'consultant' | 'client';
    readonly userId: UserId;
    readonly name: string;
  }[];
}

const RECIPIENTS = `(select coalesce(jsonb_agg(n order by n->>'kind', n->>'name', n->>'userId'), '[]'::jsonb) from (
  select jsonb_build_object('kind', m->>'as', 'userId', u.id, 'name', u.doc->>'name') as n
  from jsonb_array_elements(e.doc->'staff') m join read.users u on u.id = m->>'userId'
  where coalesce(m->>'until', '9999-12-31') >= current_date::text and u.doc->'roles' ? (m->>'as')
  union all
  select jsonb_build_object('kind', 'client', 'userId', u.id, 'name', u.doc->>'name')
  from read.users u where u.client_id = e.client_id
    and u.doc->'roles' ?| array['client-admin', 'client-viewer']) named)`;

/** Own assessments, newest first; nothing for anyone but participants. `id` narrows to one. */
export async function myAssessments(
  pool: pg.Pool,
  caller: Caller,
  id: string | null = null,
): Promise<readonly MyAssessment[]> {
  if (caller.kind !== 'participant') return [];
  return inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<MyAssessment>(
      `select a.id, a.doc as participant, w.doc as wave, e.doc->>'title' as "engagementTitle",
         coalesce((e.doc->>'invented')::boolean, false) as invented,
         nullif(e.doc->'legalGround', 'null'::jsonb) as "legalGround", f.doc->>'name' as "firmName",
         c.name as "clientOrganisationName", i.doc as instrument, coalesce(s.doc->'answers', '{}') as answers,
         ${RECIPIENTS} as recipients, coalesce((e.doc->>'smallestGroup')::int, 5) as "smallestGroup"
       from read.participants a join read.waves w on w.id = a.wave_id
       join read.engagements e on e.id = a.engagement_id join read.client_organisations c on c.id = e.client_id
       join read.firms f on f.id = $2
       join read.instruments i on i.id = (w.doc->'instrument'->>'id') || '@' || (w.doc->'instrument'->>'version')
       left join read.answer_sheets s on s.id = a.id
       where a.person_id = $1 and ($3::text is null or a.id = $3) order by w.opens_on desc, a.opened_at desc, a.id limit 100`,
      [caller.personId, caller.tenantId, id],
    );
    return rows;
  });
}
