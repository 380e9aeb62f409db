import { rapportMotives, rapportMotivesBusiness } from './instruments/rapport-motives.js';

import type { InstrumentDocument } from '@rapport/psychometrics';

export type * from './types.js';
export { MOTIVES, PRIVATE_MOTIVES } from './types.js';
export { motiveTexts } from './motives.js';
export { lint, SENTENCE_LIMIT } from './lint.js';
export type { Language, LintFinding, LintRule, TextKind } from './lint.js';
export { rapportMotives, rapportMotivesBusiness } from './instruments/rapport-motives.js';
export { bfi25, bfi25Norm } from './instruments/bfi.js';
export {
  invitationMail,
  passwordResetMail,
  reminderMail,
  reportReadyMail,
  signInChangedMail,
  userInvitationMail,
} from './mails.js';
export type {
  InvitationMail,
  Mail,
  PasswordResetMail,
  ReminderMail,
  ReportReadyMail,
  SignInChangedMail,
  UserInvitationMail,
} from './mails.js';
export { MINIMUM_GROUP, NOTICE_VERSION, visibilityNotice } from './notice.js';
export type { NoticeData, NoticeSection, VisibilityNotice } from './notice.js';
export { personalExportTexts } from './personal-export.js';
export { reportTexts } from './report-texts.js';
export type { ReportTexts, SectionId, SectionTexts, TableHeading } from './report-texts.js';
export type { Entry, GlossaryId } from './report-glossary.js';

/** The product's own questionnaire in its two editions. */
export const instruments: readonly InstrumentDocument[] = [rapportMotives, rapportMotivesBusiness];
export { worksCouncilAnnexes } from './annexes.generated.js';
