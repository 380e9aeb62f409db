import { request } from './client.js';
import { Releases, type ReleasesQuery } from './generated.js';
import { usePages } from './pages.js';

export type ReleaseListed = ReleasesQuery['releases']['nodes'][number];

/** Figures released to the caller's organisation, newest first. */
export const useReleases = () =>
  usePages<ReleaseListed>(
    ['releases'],
    async (after, signal) => (await request(Releases, { after }, signal)).releases,
  );
