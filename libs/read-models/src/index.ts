export type * from './rows.js';
export type * from './projection.js';
export { projections } from './catalogue.js';
export { CheckpointMoved, projectBatch } from './projector.js';
export { reachedPosition, runProjections } from './run-projections.js';
export { inTenant } from './tenancy.js';
export { migrateReadModels } from './migrate.js';
export { runReactor } from './run-reactor.js';
export { readReportFile, storeReportFiles, type ReportFile } from './report-files.js';
export {
  checkPassword,
  removeAccount,
  setPassword,
  tenantOf,
  type SignInResult,
} from './sign-in/accounts.js';
export {
  callerOf,
  closeSession,
  issueInvitation,
  openSession,
  redeemInvitation,
  type SessionSubject,
} from './sign-in/sessions.js';
