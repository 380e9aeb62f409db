import { jobIdOf, type JobProgress } from '@rapport/jobs';
import { progressOfWaves, report, type ReportRow, type WaveProgress } from '@rapport/read-models';
import { isId } from '../../commands/ids.js';
import type { RequestContext } from '../context.js';
import { watch } from '../watch.js';

const LOOK_AGAIN_MS = 5000;

interface ReportProgress extends JobProgress {
  readonly reportId: string;
  readonly status: ReportRow['status'];
}

/** Every step while a report is made, then its end. An id out of reach ends at once, like one that does not exist. */
function watchReport(reportId: string, { ports, caller }: RequestContext) {
  const job = { tenantId: caller.tenantId, reportId };
  const jobId = jobIdOf['render-report'](job);
  let latest: JobProgress | null = null;
  return watch<ReportProgress>({
    everyMs: LOOK_AGAIN_MS,
    onError: (err) => ports.logger.error({ err }, 'a subscription could not be read'),
    listen(changed) {
      const stopProgress = ports.jobs.onProgress((id, progress) => {
        if (id !== jobId) return;
        latest = progress;
        changed();
      });
      const stopWake = ports.wake.on(caller.tenantId, changed);
      return () => {
        stopProgress();
        stopWake();
      };
    },
    async read() {
      const row = isId(reportId) ? await report(ports.pool, caller, reportId) : null;
      if (!row) return null;
      const { status } = row;
      if (status !== 'requested') {
        const step = status === 'issued' ? 'done' : 'failed';
        return { value: { reportId, status, percent: 100, step }, last: true };
      }
      latest ??= await ports.jobs.progressOf('render-report', job);
      const { percent, step } = latest ?? { percent: 0, step: 'queued' };
      // The job may have ended a moment before the read model knows of it.
      return { value: { reportId, status, percent: Math.min(percent, 99), step }, last: false };
    },
  });
}

/** Counts of a wave whenever they change. */
const watchWave = (waveId: string, { ports, caller }: RequestContext) =>
  watch<WaveProgress>({
    everyMs: LOOK_AGAIN_MS,
    onError: (err) => ports.logger.error({ err }, 'a subscription could not be read'),
    listen: (changed) => ports.wake.on(caller.tenantId, changed),
    async read() {
      const progress = isId(waveId) ? await progressOfWaves(ports.pool, caller, [waveId]) : null;
      const value = progress?.get(waveId);
      return value ? { value, last: false } : null;
    },
  });

const itself = (value: unknown): unknown => value;

export const subscriptions = {
  reportProgress: {
    subscribe: (_: unknown, { reportId }: { reportId: string }, context: RequestContext) =>
      watchReport(reportId, context),
    resolve: itself,
  },
  waveProgress: {
    subscribe: (_: unknown, { waveId }: { waveId: string }, context: RequestContext) =>
      watchWave(waveId, context),
    resolve: itself,
  },
};
