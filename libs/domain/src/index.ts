export * from './kernel/decider.js';
export * from './kernel/ids.js';
export * from './kernel/refusal.js';
export * from './kernel/envelope.js';
export { FORGOTTEN, isUnknown, type EncodedEvent, type EventCodec } from './kernel/codec.js';
export * from './access/roles.js';
export type { FirmCommand, FirmEvent, FirmRefusal, FirmState, Locale, User } from './firm/firm.js';
export type {
  ClientOrganisationCommand,
  ClientOrganisationEvent,
  ClientOrganisationRefusal,
  ClientOrganisationState,
} from './client-organisation/client-organisation.js';
export type {
  EngagementCommand,
  EngagementEvent,
  EngagementRefusal,
  LegalGround,
  StaffFunction,
  WorksCouncil,
} from './engagement/engagement.js';
export type { TeamCommand, TeamEvent, TeamRefusal } from './team/team.js';
export type { PersonCommand, PersonEvent, PersonRefusal } from './person/person.js';
export * from './instrument/schema.js';
export type {
  InstrumentCommand,
  InstrumentEvent,
  InstrumentRefusal,
  Versioned,
} from './instrument/instrument.js';
export type { BandRuleValue, WaveCommand, WaveEvent, WaveRefusal } from './wave/wave.js';
export type {
  AssessmentCommand,
  AssessmentContext,
  AssessmentEvent,
  AssessmentRefusal,
  Measurement,
  Recipient,
} from './assessment/assessment.js';
export type {
  AgreementCommand,
  AgreementEvent,
  AgreementRefusal,
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
} from './report/report.js';
export * from './catalogue.js';
