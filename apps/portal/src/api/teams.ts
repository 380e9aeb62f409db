import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { TeamMembers, type TeamMembersQuery } from './generated.js';
import { usePages } from './pages.js';

export type Member = NonNullable<TeamMembersQuery['team']>['members']['nodes'][number];

export const useMembers = (teamId: string) =>
  usePages<Member>(
    ['team', teamId, 'members'],
    async (after, signal) => (await request(TeamMembers, { id: teamId, after }, signal)).team?.members,
  );

/** Members of several teams, the first page of each: enough to choose an owner from. */
export const teamMembersQuery = (teamId: string) =>
  queryOptions({
    queryKey: ['team', teamId, 'first members'],
    queryFn: async ({ signal }) =>
      (await request(TeamMembers, { id: teamId, after: null }, signal)).team?.members.nodes ?? [],
  });
