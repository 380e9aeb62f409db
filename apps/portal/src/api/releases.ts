import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { ProfilesReleasedToMe, Releases, type ReleasesQuery } from './generated.js';
import { usePages } from './pages.js';

export type ReleaseListed = ReleasesQuery['releases']['nodes'][number];

/** Figures released to the caller's organisation, newest first. */
export const useReleases = () =>
  usePages<ReleaseListed>(
    ['releases'],
    async (after, signal) => (await request(Releases, { after }, signal)).releases,
  );

/** Profiles that people released to the caller. */
export const sharedProfilesQuery = queryOptions({
  queryKey: ['profiles-released-to-me'],
  queryFn: async ({ signal }) => (await request(ProfilesReleasedToMe, {}, signal)).profilesReleasedToMe,
});
