import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { Users, type UsersQuery } from './generated.js';

export type User = UsersQuery['users']['nodes'][number];

/** All users of the firm; only for its administrators. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async ({ signal }) => {
    const all: User[] = [];
    for (let after: string | null = null; ;) {
      const { users }: UsersQuery = await request(Users, { after }, signal);
      all.push(...users.nodes);
      if (!users.pageInfo.hasNextPage) return all;
      after = users.pageInfo.endCursor;
    }
  },
});
