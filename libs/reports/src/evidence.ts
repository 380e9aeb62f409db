import { createHash } from 'node:crypto';
import {
  visibilityNotice,
  worksCouncilAnnexes,
  type NoticeData,
  type VisibilityNotice,
} from '@rapport/content';
import { CONSENT, MATRIX } from '@rapport/domain';
import { canonicalJson } from './json.js';

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The words of a visibility contract, with the hash that a consent names. */
export interface HashedNotice extends VisibilityNotice {
  readonly hash: string;
}

/** The visibility contract of an engagement with the hash of what is shown, so that a consent says to which words. */
export function hashedNotice(data: NoticeData): HashedNotice {
  const { version, sections } = visibilityNotice(data);
  return { version, hash: sha256(JSON.stringify({ version, sections })), sections };
}

/** What the file says beyond the texts; every other field is taken over as it is. */
export interface EvidenceFacts {
  readonly firm: { readonly name: string };
  readonly clientOrganisation: { readonly name: string };
  readonly engagement: {
    readonly title: string;
    readonly legalGround: { readonly legalBasis: string; readonly retentionMonths: number } | null;
  };
}

/** Which policy the product decides by: another one has another hash. */
export const policyVersion = (): string => sha256(canonicalJson({ MATRIX, CONSENT }));

/**
 * The evidence pack of an engagement: facts, the visibility contract with its hash, the policy, and the annex for the works
 * council in both languages, as JSON with sorted keys. Pure: the same facts are the same bytes.
 *
 * @param facts what stands on record; without a legal ground there is no visibility contract yet, and `notice` is `null`
 */
export function evidenceFile(facts: EvidenceFacts): string {
  const { firm, clientOrganisation, engagement } = facts;
  const { legalGround } = engagement;
  const notice = legalGround
    ? hashedNotice({
        firm: firm.name,
        clientOrganisation: clientOrganisation.name,
        engagement: engagement.title,
        retentionMonths: legalGround.retentionMonths,
        legalBasis: legalGround.legalBasis,
      })
    : null;
  const document = {
    ...facts,
    schema: 'rapport-evidence/1',
    notice,
    policy: { version: policyVersion() },
    worksCouncilAnnex: worksCouncilAnnexes,
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(document)), null, 2)}\n`;
}
