import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { ErasureRow } from '../rows.js';
import { inTenant } from '../tenancy.js';

/**
 * Everything in clear that is derived from one person, apart from what the read models drop by themselves when the
 * person's assessments are withdrawn: by kind, with the condition that finds it.
 */
const ASSESSMENTS = 'select id from read.participants where person_id = $1';
/**
 * A coach's copy may hold the person by name: by a released profile, or as the owner of an agreement; of a small team its
 * figures say enough. It is made anew on request. A client's copy names nobody and is frozen.
 */
const REPORTS = `select r.id from read.reports r where r.doc->>'audience' = 'coach' and (
  exists (select from read.participants a where a.person_id = $1 and r.doc->'teamIds' ? a.team_id
    and a.wave_id in (r.doc->>'waveId', r.doc->>'comparedWithWaveId'))
  or exists (select from read.agreements g where g.engagement_id = r.engagement_id
    and g.doc->'owner'->>'personId' = $1))`;

const STORES: Readonly<Record<string, string>> = {
  'report-files': `files.report_files where report_id in (${REPORTS})`,
  exports: 'files.person_exports where person_id = $1',
  invitations: 'access.invitations where person_id = $1',
  'one-time-links': 'access.one_time_tokens where subject_id = $1',
  'mail-records': `access.mails where split_part(id, '/', 2) in (${ASSESSMENTS})`,
  sessions: `access.sessions where kind = 'participant' and subject_id = $1`,
  answers: 'read.answer_sheets where person_id = $1',
  profiles: 'read.individual_profiles where person_id = $1',
  details: 'read.persons where id = $1',
};

/** What of a person stands here in clear, by kind; kinds with nothing are there with 0. */
export const residueOf = (
  pool: pg.Pool,
  tenant: TenantId,
  personId: string,
): Promise<Readonly<Record<string, number>>> =>
  inTenant(pool, tenant, async (client) => {
    const counts = Object.entries(STORES).map(
      ([kind, from]) => `select '${kind}' as kind, (select count(*)::int from ${from}) as n`,
    );
    const { rows } = await client.query<{ kind: string; n: number }>(counts.join(' union all '), [personId]);
    return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
  });

/** Deletes all of it in one transaction; a second time there is nothing left to delete. */
export const purgePerson = (pool: pg.Pool, tenant: TenantId, personId: string): Promise<void> =>
  inTenant(pool, tenant, async (client) => {
    for (const from of Object.values(STORES)) await client.query(`delete from ${from}`, [personId]);
  });

/** Where somebody can be written to and what they take part in; asked before it is gone. */
export const personToErase = (
  pool: pg.Pool,
  tenant: TenantId,
  personId: string,
): Promise<{ readonly email: string | null; readonly assessments: readonly string[] }> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ email: string | null; assessments: string[] | null }>(
      `select (select doc->>'email' from read.persons where id = $1) as email,
         (select array_agg(id order by id) from read.participants
           where person_id = $1 and status <> 'withdrawn') as assessments`,
      [personId],
    );
    return { email: rows[0]?.email ?? null, assessments: rows[0]?.assessments ?? [] };
  });

const withStatus = (pool: pg.Pool, tenant: TenantId, status: ErasureRow['status']) =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from read.erasures where status = $1 order by id',
      [status],
    );
    return rows.map(({ id }) => id);
  });

/** Persons that the log says are erased. */
export const erasedPersons = (pool: pg.Pool, tenant: TenantId): Promise<readonly string[]> =>
  withStatus(pool, tenant, 'erased');

/** Persons whose erasure was confirmed and is not done. */
export const confirmedErasures = (pool: pg.Pool, tenant: TenantId): Promise<readonly string[]> =>
  withStatus(pool, tenant, 'confirmed');

/**
 * Persons whose last engagement has outlived its retention at the given moment, counted from the end of its last wave. Whoever
 * takes part in one that has not, or that has no retention on record, is kept.
 */
export const personsPastRetention = (
  pool: pg.Pool,
  tenant: TenantId,
  now: string,
): Promise<readonly string[]> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with ends as (
         select e.id, max(w.closes_on)::timestamptz
             + make_interval(months => (e.doc->'legalGround'->>'retentionMonths')::int) as kept_until
         from read.engagements e join (select engagement_id, (doc->>'closesOn')::date as closes_on from read.waves) w
           on w.engagement_id = e.id
         group by e.id, e.doc)
       select p.id from read.persons p
       join read.participants a on a.person_id = p.id join ends on ends.id = a.engagement_id
       where not exists (select from read.erasures x where x.id = p.id and x.status <> 'requested')
       group by p.id having coalesce(bool_and(ends.kept_until < $1), false) order by p.id limit 1000`,
      [now],
    );
    return rows.map(({ id }) => id);
  });
