export { jobRequests } from './job-requests.js';
export {
  jobIdOf,
  type AccountMail,
  type JobHandlers,
  type JobMap,
  type JobName,
  type JobProgress,
  type LastFailureHandlers,
} from './job-map.js';
export { migrateJobs, openJobQueue, type JobQueue, type JobQueueOptions, type Running } from './job-queue.js';
export {
  openOutbox,
  OUTBOX_CHANNEL,
  pauseJobs,
  putJob,
  putJobAgain,
  resumeJobs,
  type InTenant,
  type Outbox,
} from './outbox.js';
