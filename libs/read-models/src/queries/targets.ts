import type { Caller, ClientId } from '@rapport/domain';
import type pg from 'pg';
import type { PersonRow, TeamRow, UserRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { ACCESS_CONTEXT, type AccessContext } from './reach.js';
import { stored, type Stored } from './statement.js';

/**
 * What commands are addressed to, inside the caller's firm. These answer regardless of reach: whoever uses them asks
 * the matrix before anything is said or done.
 */

const joins = {
  engagement: 'read.engagements e where e.id = $1',
  wave: 'read.waves x join read.engagements e on e.id = x.engagement_id where x.id = $1',
  agreement: 'read.agreements x join read.engagements e on e.id = x.engagement_id where x.id = $1',
  report: 'read.reports x join read.engagements e on e.id = x.engagement_id where x.id = $1',
  team: `read.engagements e where e.doc->'teams' @> jsonb_build_array(jsonb_build_object('teamId', $1::text))`,
  client: 'read.engagements e where e.client_id = $1',
} as const;

/** Engagements that something belongs to: one for most, several for a team or an organisation, none if unknown. */
export const engagementsOf = (
  pool: pg.Pool,
  caller: Caller,
  kind: keyof typeof joins,
  id: string,
): Promise<readonly AccessContext[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<AccessContext>(`select ${ACCESS_CONTEXT} from ${joins[kind]}`, [id]);
    return rows;
  });

/** Accounts by id. */
export const usersById = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<UserRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ id: string; doc: UserRow }>(
      'select id, doc from read.users where id = any($1)',
      [ids],
    );
    return rows.map(stored);
  });

/** Who belongs to teams on a day; a person in several of them once, with the first team in the order given. */
export const membersOn = (
  pool: pg.Pool,
  caller: Caller,
  teamIds: readonly string[],
  day: string,
): Promise<readonly { readonly personId: string; readonly teamId: string }[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ personId: string; teamId: string }>(
      `select distinct on (m->>'personId') m->>'personId' as "personId", t.id as "teamId"
       from read.teams t cross join lateral jsonb_array_elements(t.doc->'members') m
       where t.id = any($1) and m->>'validFrom' <= $2 and coalesce(m->>'validTo', '9999-12-31') >= $2
       order by m->>'personId', array_position($1::text[], t.id)`,
      [teamIds, day],
    );
    return rows;
  });

/** Whether a person belongs to an organisation. */
export const isPersonOf = (
  pool: pg.Pool,
  caller: Caller,
  clientId: ClientId,
  personId: string,
): Promise<boolean> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rowCount } = await client.query('select from read.persons where id = $1 and client_id = $2', [
      personId,
      clientId,
    ]);
    return rowCount === 1;
  });

/** Persons of an organisation by e-mail address, in any spelling. */
export const personsByEmail = (
  pool: pg.Pool,
  caller: Caller,
  clientId: ClientId,
  emails: readonly string[],
): Promise<readonly Stored<PersonRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ id: string; doc: PersonRow }>(
      'select id, doc from read.persons where client_id = $1 and email = any($2)',
      [clientId, emails.map((email) => email.toLowerCase())],
    );
    return rows.map(stored);
  });

/** All teams of an organisation with their members. */
export const teamsWithMembers = (
  pool: pg.Pool,
  caller: Caller,
  clientId: ClientId,
): Promise<readonly Stored<TeamRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ id: string; doc: TeamRow }>(
      'select id, doc from read.teams where client_id = $1 order by name, id',
      [clientId],
    );
    return rows.map(stored);
  });

export interface InvitedPerson {
  readonly personId: string;
  readonly assessmentId: string;
  readonly teamId: string;
  readonly name: string;
}

/** Persons who have an assessment in a wave, whatever became of it. */
export const invitedInto = (
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
): Promise<readonly InvitedPerson[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<InvitedPerson>(
      `select a.id as "assessmentId", a.person_id as "personId", a.team_id as "teamId",
         coalesce(p.doc->>'name', '') as name
       from read.participants a left join read.persons p on p.id = a.person_id where a.wave_id = $1`,
      [waveId],
    );
    return rows;
  });

/** How many persons with an e-mail address have neither submitted nor withdrawn. */
export const countToRemind = (pool: pg.Pool, caller: Caller, waveId: string): Promise<number> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from read.participants a join read.persons p on p.id = a.person_id
       where a.wave_id = $1 and a.status in ('not-started', 'in-progress') and p.email is not null`,
      [waveId],
    );
    return rows[0]?.n ?? 0;
  });
