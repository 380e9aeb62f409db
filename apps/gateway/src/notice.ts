import { createHash } from 'node:crypto';
import { visibilityNotice, type NoticeSection } from '@rapport/content';
import type { Refusal } from '@rapport/domain';
import type { MyAssessment } from '@rapport/read-models';

export interface Notice {
  readonly version: string;
  readonly hash: string;
  readonly sections: readonly NoticeSection[];
}

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
  const { version, sections } = visibilityNotice({
    firm: firmName,
    clientOrganisation: clientOrganisationName,
    engagement: engagementTitle,
    retentionMonths: legalGround.retentionMonths,
    legalBasis: legalGround.legalBasis,
  });
  const hash = createHash('sha256').update(JSON.stringify({ version, sections })).digest('hex');
  return { version, hash: `sha256:${hash}`, sections };
}
