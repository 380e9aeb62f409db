import { may, type Caller } from '@rapport/domain';
import type pg from 'pg';
import type { ClientOrganisationRow, FirmRow, PersonRow, TeamRow, UserRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { emptyPage, pageOf, pagesOf, type Page, type PageRequest } from './paging.js';
import { isStaff, organisationInReach } from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly firm: Stored<FirmRow>;
  readonly clientOrganisation: Stored<ClientOrganisationRow> | null;
}

/** The caller and the firm, for users and participants; `null` when either is gone. */
export async function me(pool: pg.Pool, caller: Caller): Promise<Me | null> {
  if (caller.kind !== 'user' && caller.kind !== 'participant') return null;
  const [table, id] = caller.kind === 'user' ? ['users', caller.userId] : ['persons', caller.personId];
  const row = await inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{
      doc: UserRow | PersonRow;
      firm: FirmRow;
      organisation: ClientOrganisationRow | null;
    }>(
      `select s.doc, f.doc as firm, c.doc as organisation
       from read.${table} s join read.firms f on f.id = $2
       left join read.client_organisations c on c.id = s.client_id where s.id = $1`,
      [id, caller.tenantId],
    );
    return rows[0];
  });
  if (!row) return null;
  const { doc, firm, organisation } = row;
  const ofClient = 'roles' in doc && doc.clientId !== null && organisation !== null;
  return {
    id,
    name: doc.name,
    email: doc.email,
    roles: 'roles' in doc ? doc.roles : ['participant'],
    firm: { ...firm, id: caller.tenantId },
    clientOrganisation: ofClient ? { ...organisation, id: doc.clientId } : null,
  };
}

export const clientOrganisations = (
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
): Promise<Page<Stored<ClientOrganisationRow>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing = {
      from: 'read.client_organisations c',
      where: organisationInReach(caller, values, 'c.id'),
      id: 'c.id',
      doc: 'c.doc',
      sort: { by: 'c.name', type: 'text' as const },
    };
    return pageOf<ClientOrganisationRow, Stored<ClientOrganisationRow>>(
      client,
      listing,
      request,
      values,
      stored,
    );
  });

/** Client organisations by id, those in reach only. */
export const clientOrganisationsById = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<ClientOrganisationRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select c.id, c.doc from read.client_organisations c
      where c.id = any(${values.add(ids)}) and ${organisationInReach(caller, values, 'c.id')}`;
    return (await rowsOf<{ id: string; doc: ClientOrganisationRow }>(client, text, values)).map(stored);
  });

/** Teams of several organisations, by name. */
export const teamsOfClients = (
  pool: pg.Pool,
  caller: Caller,
  clientIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<TeamRow>>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing = {
      from: 'read.teams t',
      where: `t.client_id = parent.id and ${organisationInReach(caller, values, 't.client_id')}`,
      id: 't.id',
      doc: `t.doc - 'members'`,
      sort: { by: 't.name', type: 'text' as const },
    };
    return pagesOf<TeamRow, Stored<TeamRow>>(client, clientIds, listing, request, values, stored);
  });

/** Teams by id, those in reach only; without their members. */
export const teamsById = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<Omit<TeamRow, 'members'>>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select t.id, t.doc - 'members' as doc from read.teams t
      where t.id = any(${values.add(ids)}) and ${organisationInReach(caller, values, 't.client_id')}`;
    return (await rowsOf<{ id: string; doc: Omit<TeamRow, 'members'> }>(client, text, values)).map(stored);
  });

export interface Membership {
  readonly person: Stored<PersonRow>;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Who belonged to teams on a day, by name; nobody for anyone but staff. */
export async function membersOfTeams(
  pool: pg.Pool,
  caller: Caller,
  teamIds: readonly string[],
  on: string,
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Membership>>> {
  if (!isStaff(caller)) return new Map(teamIds.map((id) => [id, emptyPage<Membership>()]));
  return inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const day = `${values.add(on)}::text`;
    const listing = {
      from: `read.teams t cross join lateral jsonb_array_elements(t.doc->'members') m
        join read.persons p on p.id = m->>'personId'`,
      where: `t.id = parent.id and m->>'validFrom' <= ${day} and coalesce(m->>'validTo', '9999-12-31') >= ${day}
        and ${organisationInReach(caller, values, 't.client_id')}`,
      id: `(p.id || (m->>'validFrom'))`,
      doc: `jsonb_build_object('person', p.doc || jsonb_build_object('id', p.id),
        'validFrom', m->'validFrom', 'validTo', m->'validTo')`,
      sort: { by: 'p.name', type: 'text' as const },
    };
    return pagesOf<Membership, Membership>(client, teamIds, listing, request, values, (row) => row.doc);
  });
}

/** Persons by id, for staff within reach; used where a row of theirs is shown. */
export async function personsById(
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<PersonRow>[]> {
  const own = caller.kind === 'participant' ? caller.personId : null;
  if (!isStaff(caller) && own === null) return [];
  return inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select p.id, p.doc from read.persons p where p.id = any(${values.add(ids)})
      and (p.id = ${values.add(own)}::text or ${isStaff(caller) ? organisationInReach(caller, values, 'p.client_id') : 'false'})`;
    return (await rowsOf<{ id: string; doc: PersonRow }>(client, text, values)).map(stored);
  });
}

/** Accounts of the firm, by name; nobody for anyone but its administrators. */
export async function users(
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
): Promise<Page<Stored<UserRow>>> {
  if (!may(caller, 'manage-users', { tenantId: caller.tenantId })) return emptyPage();
  return inTenant(pool, caller.tenantId, (client) => {
    const listing = {
      from: 'read.users u',
      where: 'true',
      id: 'u.id',
      doc: 'u.doc',
      sort: { by: 'u.name', type: 'text' as const },
    };
    return pageOf<UserRow, Stored<UserRow>>(client, listing, request, new Values(), stored);
  });
}

/** Names of staff by user id; shown with the engagements they are assigned to. */
export const userNames = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      'select id, name from read.users where id = any($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  });
