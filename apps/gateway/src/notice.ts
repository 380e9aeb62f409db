import type { Refusal } from '@rapport/domain';
import type { MyAssessment } from '@rapport/read-models';
import { hashedNotice, type HashedNotice } from '@rapport/reports/evidence';

export type Notice = HashedNotice;

export const noticeNotComplete: Refusal = { refusal: 'NoticeNotComplete' };

/**
 * The visibility contract of an assessment, with the hash of what is shown, so that a consent says to which words.
 * Without a legal ground on record there are no such words.
 */
export function noticeOf({
  firmName,
  clientOrganisationName,
  engagementTitle,
  legalGround,
}: Pick<MyAssessment, 'firmName' | 'clientOrganisationName' | 'engagementTitle' | 'legalGround'>):
  Notice | Refusal {
  if (!legalGround || legalGround.legalBasis.trim() === '' || legalGround.retentionMonths < 1)
    return noticeNotComplete;
  return hashedNotice({
    firm: firmName,
    clientOrganisation: clientOrganisationName,
    engagement: engagementTitle,
    retentionMonths: legalGround.retentionMonths,
    legalBasis: legalGround.legalBasis,
  });
}
