import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { Engagement, type EngagementQuery, type WaveHeadFragment } from './generated.js';

export type EngagementDetail = NonNullable<EngagementQuery['engagement']>;
export type EngagementTeam = EngagementDetail['teams'][number];
export type WaveHead = WaveHeadFragment;

export const engagementQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagement', id],
    queryFn: async ({ signal }) => (await request(Engagement, { id }, signal)).engagement,
  });
