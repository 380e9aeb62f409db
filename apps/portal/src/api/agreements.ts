import { request } from './client.js';
import { Agreements, type AgreementCardFragment } from './generated.js';
import { usePages } from './pages.js';

export type AgreementDetail = AgreementCardFragment;

/** Agreements of an engagement, the next review first. */
export const useAgreements = (engagementId: string) =>
  usePages<AgreementDetail>(
    ['agreements', engagementId],
    async (after, signal) =>
      (await request(Agreements, { engagementId, after }, signal)).engagement?.agreements,
  );
