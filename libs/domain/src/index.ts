export * from './kernel/decider.js';
export * from './kernel/ids.js';
export * from './kernel/refusal.js';
export * from './kernel/envelope.js';
export { same } from './kernel/same.js';
export { FORGOTTEN, isUnknown, type EncodedEvent, type EventCodec } from './kernel/codec.js';
export * from './access/roles.js';
export * from './access/policy.js';
export * from './access/may.js';
export { countedFor, type CountedGroup, type StaffLook } from './access/counted.js';
export type { FirmCommand, FirmEvent, FirmRefusal, FirmState, Locale, User } from './firm/firm.js';
export type {
  ClientOrganisationCommand,
  ClientOrganisationEvent,
  ClientOrganisationRefusal,
  ClientOrganisationState,
} from './client-organisation/client-organisation.js';
export type {
  Assignment,
  Controller,
  EngagementCommand,
  EngagementEvent,
  EngagementRefusal,
  EngagementState,
  LegalGround,
  StaffFunction,
  WorksCouncil,
} from './engagement/engagement.js';
export { isComplete } from './engagement/engagement.js';
export { forgottenAddress } from './firm/firm.codec.js';
export type { TeamCommand, TeamEvent, TeamRefusal, TeamState } from './team/team.js';
export type {
  ErasureCertificate,
  PersonCommand,
  PersonEvent,
  PersonRefusal,
  PersonState,
} from './person/person.js';
export { RETENTION } from './person/person.js';
export { eventsAbout } from './person/about-person.js';
export * from './instrument/schema.js';
export type {
  InstrumentCommand,
  InstrumentEvent,
  InstrumentRefusal,
  InstrumentState,
  Versioned,
} from './instrument/instrument.js';
export type { BandRuleValue, WaveCommand, WaveEvent, WaveRefusal, WaveState } from './wave/wave.js';
export type {
  AssessmentCommand,
  AssessmentContext,
  AssessmentEvent,
  AssessmentPlace,
  AssessmentRefusal,
  AssessmentState,
  Inclusion,
  Measurement,
  NoticeShown,
  Recipient,
  Release,
} from './assessment/assessment.js';
export { recipientsAt } from './assessment/assessment.js';
export type {
  AgreementCommand,
  AgreementEvent,
  AgreementRefusal,
  AgreementState,
  AgreementTerms,
  CheckInState,
  FindingReference,
  Outcome,
  Owner,
} from './agreement/agreement.js';
export type {
  Audience,
  IssuedFile,
  ReportCommand,
  ReportEvent,
  ReportFormat,
  ReportRefusal,
  ReportState,
} from './report/report.js';
export type {
  ReleasedCell,
  ReleaseId,
  Release as ClientRelease,
  ReleaseLedgerCommand,
  ReleaseLedgerEvent,
  ReleaseLedgerRefusal,
  ReleaseLedgerState,
} from './release-ledger/release-ledger.js';
export * from './catalogue.js';
export { firmDecider } from './firm/firm.decider.js';
export { clientOrganisationDecider } from './client-organisation/client-organisation.decider.js';
export { engagementDecider } from './engagement/engagement.decider.js';
export { teamDecider } from './team/team.decider.js';
export { personDecider } from './person/person.decider.js';
export { instrumentDecider } from './instrument/instrument.decider.js';
export { waveDecider } from './wave/wave.decider.js';
export { assessmentDecider } from './assessment/assessment.decider.js';
export { agreementDecider } from './agreement/agreement.decider.js';
export { reportDecider } from './report/report.decider.js';
export { releaseLedgerDecider } from './release-ledger/release-ledger.decider.js';
