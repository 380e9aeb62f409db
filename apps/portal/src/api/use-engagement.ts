import { useSuspenseQuery } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { engagementQuery, type EngagementDetail } from './engagement.js';

/** The engagement a page belongs to; a page without one is not found. */
export function useEngagement(id: string): EngagementDetail {
  const { data } = useSuspenseQuery(engagementQuery(id));
  if (!data) throw notFound();
  return data;
}
