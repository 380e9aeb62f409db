import * as queries from '@rapport/read-models';
import type { Stored } from '@rapport/read-models';
import type { ClientOrganisationRow, TeamRow, UserRow } from '@rapport/read-models';
import { problem } from '../errors.js';
import { connection, named, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

export const organisationQueries: Fields<Nothing> = {
  async me(_, __, context) {
    const me = await queries.me(context.ports.pool, context.caller);
    if (!me) throw problem('UNAUTHENTICATED', 'en');
    return me;
  },
  clientOrganisations: async (_, args: PageArguments, { ports, caller }) =>
    connection(await queries.clientOrganisations(ports.pool, caller, pageRequest(args))),
  clientOrganisation: (_, { id }: { id: string }, { loaders }) =>
    named(id, (known) => loaders.clientOrganisation.load(known)),
  team: (_, { id }: { id: string }, { loaders }) => named(id, (known) => loaders.team.load(known)),
  users: async (_, args: PageArguments, { ports, caller }) =>
    connection(await queries.users(ports.pool, caller, pageRequest(args))),
};

const clientOrganisation: Fields<Stored<ClientOrganisationRow>> = {
  teams: async ({ id }, args: PageArguments, { loaders }) =>
    connection(await loaders.teamsOfClient.load({ parent: id, ...pageRequest(args) })),
  engagements: async ({ id }, args: PageArguments, { loaders }) =>
    connection(await loaders.engagementsOfClient.load({ parent: id, ...pageRequest(args) })),
};

const user: Fields<Stored<UserRow>> = {
  clientOrganisation: ({ clientId }, _, { loaders }) =>
    clientId === null ? null : loaders.clientOrganisation.load(clientId),
};

const team: Fields<Stored<Omit<TeamRow, 'members'>>> = {
  clientOrganisation: ({ clientId }, _, { loaders }) => loaders.clientOrganisation.load(clientId),
  async members({ id }, args: PageArguments & { on?: string | null }, { ports, caller }) {
    const on = args.on ?? today();
    const pages = await queries.membersOfTeams(ports.pool, caller, [id], on, pageRequest(args));
    return connection(pages.get(id)!);
  },
};

export const organisationTypes = { ClientOrganisation: clientOrganisation, User: user, Team: team };

export const today = (): string => new Date().toISOString().slice(0, 10);
