import type { Caller, Recipient } from '@rapport/domain';
import type { ProfileDocument } from '@rapport/psychometrics';
import type pg from 'pg';
import { recordAudit } from '../audit/entries.js';
import { readOf } from '../audit/receipts.js';
import type { IndividualProfileRow, PersonRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { ACCESS_OBJECT, mayIn, recipientsNow, type AccessContext } from './reach.js';
import { type Stored } from './statement.js';

export interface Profile {
  readonly assessmentId: string;
  readonly waveId: string;
  readonly teamId: string;
  readonly person: Stored<PersonRow>;
  readonly submittedAt: string;
  readonly profile: ProfileDocument;
  /** Empty for anyone but the person. */
  readonly releases: readonly Recipient[];
}

/**
 * The own profile, or one that the person released to the caller, by function in that engagement or by name. Every
 * reading is recorded, and so is one that was refused.
 */
export async function profile(pool: pg.Pool, caller: Caller, assessmentId: string): Promise<Profile | null> {
  return inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{
      doc: IndividualProfileRow;
      releases: readonly Recipient[];
      access: AccessContext;
      person: PersonRow;
    }>(
      `select i.doc, ${recipientsNow('a')} as releases, ${ACCESS_OBJECT} as access, p.doc as person
       from read.individual_profiles i join read.participants a on a.id = i.id
       join read.engagements e on e.id = i.engagement_id join read.persons p on p.id = i.person_id
       where i.id = $1`,
      [assessmentId],
    );
    const [row] = rows;
    if (!row) return null;
    const { doc, releases, access, person } = row;
    const permitted = mayIn(caller, access, 'individual-profile', {
      personId: doc.personId,
      releasedTo: releases,
    });
    const own = caller.kind === 'participant' && caller.personId === doc.personId;
    const object = `Assessment/${assessmentId}`;
    await recordAudit(client, readOf(caller, { object, subject: doc.personId, permitted, releases }));
    if (!permitted) return null;
    return {
      assessmentId,
      waveId: doc.waveId,
      teamId: doc.teamId,
      person: { ...person, id: doc.personId },
      submittedAt: doc.submittedAt,
      profile: doc.profile,
      releases: own ? releases : [],
    };
  });
}
