import { useSuspenseQuery } from '@tanstack/react-query';
import { engagementQuery, type EngagementDetail } from './engagement.js';

/** The engagement a page belongs to; its frame shows the page only when there is one. */
export function useEngagement(id: string): EngagementDetail {
  const { data } = useSuspenseQuery(engagementQuery(id));
  if (!data) throw new Error('The engagement of this page is gone.');
  return data;
}
