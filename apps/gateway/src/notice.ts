import { createHash } from 'node:crypto';
import { visibilityNotice, type NoticeSection } from '@rapport/content';
import type { MyAssessment } from '@rapport/read-models';

export interface Notice {
  readonly version: string;
  readonly hash: string;
  readonly sections: readonly NoticeSection[];
}

/** The visibility contract of an assessment, with the hash of what is shown, so that a consent says to which words. */
export function noticeOf(assessment: MyAssessment): Notice {
  const { version, sections } = visibilityNotice({
    firm: assessment.firmName,
    clientOrganisation: assessment.clientOrganisationName,
    engagement: assessment.engagementTitle,
    retentionMonths: assessment.legalGround?.retentionMonths ?? 0,
    legalBasis: assessment.legalGround?.legalBasis ?? '',
  });
  const hash = createHash('sha256').update(JSON.stringify({ version, sections })).digest('hex');
  return { version, hash: `sha256:${hash}`, sections };
}
