import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import {
  ClientOrganisation,
  ClientOrganisations,
  ClientTeams,
  Engagements,
  type ClientOrganisationsQuery,
  type ClientTeamsQuery,
  type EngagementsQuery,
} from './generated.js';
import { usePages } from './pages.js';

export type ClientListed = ClientOrganisationsQuery['clientOrganisations']['nodes'][number];
export type EngagementListed = EngagementsQuery['engagements']['nodes'][number];
export type ClientTeam = NonNullable<ClientTeamsQuery['clientOrganisation']>['teams']['nodes'][number];

export const useClients = () =>
  usePages<ClientListed>(
    ['clients'],
    async (after, signal) => (await request(ClientOrganisations, { after }, signal)).clientOrganisations,
  );

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['client', id],
    queryFn: async ({ signal }) => (await request(ClientOrganisation, { id }, signal)).clientOrganisation,
  });

export const useClientTeams = (id: string) =>
  usePages<ClientTeam>(
    ['client', id, 'teams'],
    async (after, signal) => (await request(ClientTeams, { id, after }, signal)).clientOrganisation?.teams,
  );

export const useEngagements = (clientOrganisationId: string | null = null) =>
  usePages<EngagementListed>(
    ['engagements', clientOrganisationId],
    async (after, signal) =>
      (await request(Engagements, { after, clientOrganisationId }, signal)).engagements,
  );

/** Every client organisation, to choose one from. */
export const allClientsQuery = queryOptions({
  queryKey: ['clients', 'all'],
  queryFn: async ({ signal }) => {
    const all: ClientListed[] = [];
    for (let after: string | null = null; ;) {
      const { clientOrganisations }: ClientOrganisationsQuery = await request(
        ClientOrganisations,
        { after },
        signal,
      );
      all.push(...clientOrganisations.nodes);
      if (!clientOrganisations.pageInfo.hasNextPage) return all;
      after = clientOrganisations.pageInfo.endCursor;
    }
  },
});
