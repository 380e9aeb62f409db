export type * from './rows.js';
export type * from './projection.js';
export { projections } from './catalogue.js';
export { CheckpointMoved, projectBatch, type Fence } from './projector/batch.js';
export { eventSourceOf, isPassing } from './projector/event-source.js';
export { EventFailed } from './projector/failures.js';
export { parkedStreams, replayParked, type ParkedStream, type Replayed } from './projector/parked.js';
export { reachedPosition, runProjections } from './projector/run.js';
export { canonicalHash, canonicalJson, type TableHash } from './projector/canonical-hash.js';
export { RebuildStopped, type RebuildOptions, type RebuildProgress } from './projector/next-tables.js';
export { cancelRebuild, outdated, rebuild } from './projector/rebuild.js';
export { verifyProjections, type Verified } from './projector/verify.js';
export { horizonHolder, projectionStates, type ProjectionState } from './projector/status.js';
export { openShards, shardOf, type Shards } from './projector/shards.js';
export { inTenant } from './tenancy.js';
export { chainWalk, hashOfEntry, type AuditEntry, type ChainHead, type ChainProblem } from './audit/chain.js';
export {
  actorName,
  auditEntries,
  auditHead,
  auditTenants,
  recordAudit,
  verifyAudit,
  type NewAuditEntry,
} from './audit/entries.js';
export { auditedDecisions } from './audit/decisions.js';
export { recordFailure } from './sign-in/audit.js';
export { firmState, resumeFirm, suspendFirm, type FirmState } from './sign-in/suspension.js';
export {
  confirmedErasures,
  erasedPersons,
  personsPastRetention,
  personToErase,
  purgePerson,
  residueOf,
} from './erasure/purge.js';
export {
  downloadExport,
  dropExpiredExports,
  myExports,
  openExport,
  readExportSources,
  requestExport,
  storeExport,
  type ExportSources,
  type PersonExport,
} from './erasure/exports.js';
export { sweep } from './erasure/sweep.js';
export { applyErasures, type Applied } from './erasure/apply.js';
export { erasuresInReach, erasableBy, type ShownErasure } from './queries/erasures.js';
export { myAccessReceipts, type AccessReceipt } from './audit/receipts.js';
export { auditCounts, auditView, type AuditCount, type AuditFilter, type AuditLine } from './audit/view.js';
export { evidenceOf, type EngagementEvidence } from './queries/evidence.js';
export { migrateReadModels } from './migrate.js';
export { reactToBatch, runReactor, type Reactor } from './projector/reactor.js';
export { openReports, readReportFile, storeReportFiles, type ReportFile } from './report-files.js';
export {
  accountByEmail,
  accountById,
  checkPassword,
  confirmPassword,
  rememberDevice,
  removeAccount,
  setPassword,
  tenantOf,
  type Account,
  type SignInResult,
  type Source,
} from './sign-in/accounts.js';
export { giveBackAttempt, takeAttempt, type AttemptLimit } from './sign-in/attempts.js';
export { TooManyHashes } from './sign-in/passwords.js';
export type { Sealer } from './sign-in/secrets.js';
export {
  callerOf,
  closeSession,
  endOwnSession,
  endSessionsOf,
  openSession,
  ownSessions,
  type OwnSession,
  type SessionSubject,
  type SignedInBy,
} from './sign-in/sessions.js';
export { keyStandsFor } from './sign-in/request-keys.js';
export { issueInvitation, redeemInvitation } from './sign-in/invitations.js';
export {
  issueOnce,
  issuePasswordLink,
  lookAtOnce,
  minutesOf,
  redeemOnce,
  type Redeemed,
} from './sign-in/one-time.js';
export {
  beginSecondFactor,
  checkCode,
  confirmSecondFactor,
  removeSecondFactor,
  requireSecondFactor,
  secondFactorOf,
  signInRules,
  type Enrolment,
} from './sign-in/second-factor.js';
export {
  API_KEY_SCOPES,
  apiKeys,
  callerOfKey,
  createApiKey,
  revokeApiKey,
  type ApiKey,
} from './sign-in/api-keys.js';
export {
  identityProvider,
  identityProviderWithSecret,
  removeIdentityProvider,
  setIdentityProvider,
  type IdentityProvider,
} from './sign-in/identity-providers.js';
export { InvalidPage, type Page, type PageRequest } from './queries/paging.js';
export type { Stored } from './queries/statement.js';
export { isClient, isStaff, mayIn, type AccessContext } from './queries/reach.js';
export {
  clientOrganisations,
  clientOrganisationsById,
  me,
  membersOfTeams,
  personsById,
  teamsById,
  teamsOfClients,
  userNames,
  users,
  type Me,
  type Membership,
} from './queries/organisations.js';
export {
  agreement,
  agreementsOfEngagements,
  engagements,
  engagementsById,
  engagementsOfClients,
  wavesOfEngagements,
} from './queries/engagements.js';
export {
  participantsOfWave,
  progressOfWaves,
  wavesById,
  type Participant,
  type WaveProgress,
} from './queries/waves.js';
export { profile, type Profile } from './queries/profiles.js';
export {
  NotComparable,
  teamChange,
  teamComparison,
  teamPersonality,
  teamTimeline,
  type MemberRef,
  type MemberRefs,
  type ShownChange,
  type ShownComparison,
  type ShownPersonality,
  type TimelinePoint,
} from './queries/personalities.js';
export {
  downloadReport,
  report,
  reports,
  reportsOfEngagements,
  type Download,
  type FoundReport,
} from './queries/reports.js';
export {
  profilesReleasedTo,
  release,
  releases,
  releaseTarget,
  teamsToRelease,
  type SharedProfile,
} from './queries/releases.js';
export {
  cellsOfReport,
  freeze,
  readReportContents,
  stillCount,
  storeRelease,
  storeReportContents,
  type FrozenFigures,
  type ReleaseContent,
  type ReportContents,
} from './releases.js';
export {
  instruments,
  instrumentsByKey,
  maySeeInstruments,
  normGroups,
  normGroupsByKey,
  publishedInstrument,
  type VersionKey,
} from './queries/instruments.js';
export { myAssessments, type MyAssessment } from './queries/my-assessments.js';
export { READ_CHANNEL } from './projector/channel.js';
export { openReadWake, readUpTo, waitForPosition, type ReadWake } from './queries/position.js';
export {
  countToRemind,
  engagementsOf,
  invitedInto,
  isPersonOf,
  membersOn,
  personsByEmail,
  teamsWithMembers,
  usersById,
} from './queries/targets.js';
export {
  oncePerMail,
  readInvitees,
  readReportSources,
  type Invitee,
  type ReportSources,
} from './queries/report-sources.js';
export { coachChange, coachTeams, type CoachTeams } from './queries/coach-copy.js';
