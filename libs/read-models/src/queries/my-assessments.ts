import type { Caller, LegalGround } from '@rapport/domain';
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
}

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
         c.name as "clientOrganisationName", i.doc as instrument, coalesce(s.doc->'answers', '{}') as answers
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
