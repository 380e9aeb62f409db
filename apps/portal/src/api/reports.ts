import { request } from './client.js';
import { Reports, type ReportsQuery } from './generated.js';
import { usePages } from './pages.js';

export type ReportListed = ReportsQuery['reports']['nodes'][number];

/** Reports the caller may see, newest first; of one engagement or of all. */
export const useReports = (engagementId: string | null) =>
  usePages<ReportListed>(
    ['reports', engagementId],
    async (after, signal) => (await request(Reports, { engagementId, after }, signal)).reports,
  );
