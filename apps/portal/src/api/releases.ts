import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import {
  Participation,
  ProfilesReleasedToMe,
  Releases,
  type ParticipationQuery,
  type ReleasesQuery,
} from './generated.js';
import { usePages } from './pages.js';

export type ParticipationListed = ParticipationQuery['engagements']['nodes'][number];
export type ReleaseListed = ReleasesQuery['releases']['nodes'][number];

/** Figures released to client organisations, newest first; of one engagement or of all. */
export const useReleases = (engagementId: string | null) =>
  usePages<ReleaseListed>(
    ['releases', engagementId],
    async (after, signal) => (await request(Releases, { engagementId, after }, signal)).releases,
  );

/** Profiles that people released to the caller. */
export const sharedProfilesQuery = queryOptions({
  queryKey: ['profiles-released-to-me'],
  queryFn: async ({ signal }) => (await request(ProfilesReleasedToMe, {}, signal)).profilesReleasedToMe,
});

/** Engagements with their counts and rules: what clients and their works council see of who takes part. */
export const useParticipation = () =>
  usePages<ParticipationListed>(
    ['engagements', 'participation'],
    async (after, signal) => (await request(Participation, { after }, signal)).engagements,
  );
