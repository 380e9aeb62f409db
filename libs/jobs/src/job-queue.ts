import {
  createPostgresBackend,
  Queue,
  QueueEvents,
  runMigrations,
  withBackend,
  Worker,
  type JobsOptions,
  type Job,
  type QueueBaseOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import {
  jobIdOf,
  type JobHandlers,
  type JobMap,
  type JobName,
  type JobProgress,
  type LastFailureHandlers,
} from './job-map.js';
import { outboxTables } from './outbox.js';

const QUEUE = 'rapport';
const SCHEMA = 'jobs';
const DAY = 24 * 3600;

/**
 * At least once: a job survives the death of its worker and is started again when its lock runs out; it may run twice,
 * so handlers end in a command whose decider makes the second time silent. Attempts back off from one second.
 */
const jobOptions: JobsOptions = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.2 },
  removeOnComplete: { age: DAY, count: 10_000 },
  removeOnFail: { age: 30 * DAY },
};

/** A worker dies with its jobs: give them back this often before calling them failed. */
const MAX_STALLED = 25;
/** A job whose worker has not been heard of for this long is started elsewhere; looked for twice in that time. */
const LOCK_MS = 30_000;

export interface JobQueueOptions {
  /** Queue on PostgreSQL, reached as the app role. */
  readonly databaseUrl: string;
  /** Queue on Redis instead. */
  readonly redisUrl?: string | undefined;
  readonly onError?: (error: Error) => void;
}

export interface Running {
  /** Takes no more jobs and waits for the running ones; after `graceMs` they are given back to the queue. */
  close(graceMs?: number): Promise<void>;
}

export interface JobQueue {
  /** Adds a job, or leaves the one that is there under the same business key. */
  enqueue<N extends JobName>(name: N, data: JobMap[N]): Promise<void>;
  /** Removes a finished or failed job of the same business key first, so that it runs once more. */
  enqueueAgain<N extends JobName>(name: N, data: JobMap[N]): Promise<void>;
  /** `null` when the queue has no such job. */
  progressOf<N extends JobName>(name: N, data: JobMap[N]): Promise<(JobProgress & { state: string }) | null>;
  /** Progress of every job, also of those that other processes work on; answers how to stop listening. */
  onProgress(listener: (jobId: string, progress: JobProgress) => void): () => void;
  /** Starts working in this process. */
  work(
    handlers: JobHandlers,
    options?: {
      concurrency?: number;
      onLastFailure?: LastFailureHandlers;
      /** Default 30 000. */
      lockMs?: number;
      /** How often a job may lose its worker; default 25. */
      maxStalled?: number;
    },
  ): Running;
  waitUntilReady(): Promise<void>;
  close(): Promise<void>;
}

/** Creates or raises the tables of queue and outbox; run as owner before any queue is opened on PostgreSQL. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7261932)');
    await runMigrations(client as never, SCHEMA);
    await client.query(outboxTables);
    await client.query(`
      grant usage on schema ${SCHEMA} to rapport_app;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to rapport_app;
      grant usage, select, update on all sequences in schema ${SCHEMA} to rapport_app;
      grant execute on all functions in schema ${SCHEMA} to rapport_app;
    `);
  } finally {
    await client.end();
  }
}

const asProgress = (value: unknown): JobProgress =>
  typeof value === 'object' && value !== null && 'percent' in value
    ? (value as JobProgress)
    : { percent: 0, step: 'queued' };

/** Settings in the address win over those that BullMQ adds itself, so its schema has to stand there too. */
function inSchema(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = `${url.searchParams.get('options') ?? ''} -c search_path=${SCHEMA}`.trim();
  const others = [...url.searchParams].filter(([name]) => name !== 'options');
  url.search = [...others, ['options', options] as const]
    .map(([n, v]) => `${n}=${encodeURIComponent(v)}`)
    .join('&');
  return url.href;
}

/** One API over both backends: PostgreSQL by default, Redis when its address is given. */
export function openJobQueue({
  databaseUrl,
  redisUrl,
  onError = () => undefined,
}: JobQueueOptions): JobQueue {
  const onPostgres = withBackend(createPostgresBackend);
  const connectionString = {
    connectionString: inSchema(databaseUrl),
    schema: SCHEMA,
    max: 4,
    keepAlive: true,
  } as never;
  const redis =
    redisUrl === undefined
      ? undefined
      : () =>
          new Redis(redisUrl, {
            maxRetriesPerRequest: null,
            // Whoever stops does not wait for a Redis that is gone.
            retryStrategy: (times) => (closed ? null : Math.min(times * 100, 5000)),
          });
  const connections: Redis[] = [];
  let closed = false;
  const base = (): QueueBaseOptions => {
    const connection = redis!();
    connections.push(connection);
    connection.on('error', onError);
    return { connection };
  };

  const queue = redis
    ? new Queue(QUEUE, base())
    : (new onPostgres.Queue(QUEUE, { connection: connectionString }) as unknown as Queue);
  const events = redis
    ? new QueueEvents(QUEUE, base())
    : (new onPostgres.QueueEvents(QUEUE, { connection: connectionString }) as unknown as QueueEvents);
  const listeners = new Set<(jobId: string, progress: JobProgress) => void>();
  const tell = (jobId: string, progress: JobProgress) =>
    listeners.forEach((listener) => listener(jobId, progress));
  events.on('progress', ({ jobId, data }) => tell(jobId, asProgress(data)));
  events.on('completed', ({ jobId }) => tell(jobId, { percent: 100, step: 'done' }));
  events.on('failed', ({ jobId }) => tell(jobId, { percent: 100, step: 'failed' }));
  queue.on('error', onError);
  events.on('error', onError);

  const process = (handlers: JobHandlers) => async (job: Job) => {
    const name = job.name as JobName;
    const handler = handlers[name] as
      ((data: unknown, report: (p: JobProgress) => Promise<void>) => Promise<void>) | undefined;
    if (!handler) throw new Error(`no handler for job ${job.name}`);
    await handler(job.data, (progress) => job.updateProgress({ ...progress }));
  };

  return {
    async enqueue(name, data) {
      await queue.add(name, data, { ...jobOptions, jobId: jobIdOf[name](data as never) });
    },
    async enqueueAgain(name, data) {
      const jobId = jobIdOf[name](data as never);
      const job = await queue.getJob(jobId);
      if (job && ((await job.isCompleted()) || (await job.isFailed()))) await job.remove();
      await queue.add(name, data, { ...jobOptions, jobId });
    },
    async progressOf(name, data) {
      const job = await queue.getJob(jobIdOf[name](data as never));
      return job ? { ...asProgress(job.progress), state: await job.getState() } : null;
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    work(handlers, { concurrency = 2, onLastFailure, lockMs = LOCK_MS, maxStalled = MAX_STALLED } = {}) {
      const options = {
        concurrency,
        maxStalledCount: maxStalled,
        lockDuration: lockMs,
        stalledInterval: lockMs / 2,
      };
      const worker = redis
        ? new Worker(QUEUE, process(handlers), { ...base(), ...options })
        : (new onPostgres.Worker(QUEUE, process(handlers), {
            connection: connectionString,
            ...options,
          }) as unknown as Worker);
      worker.on('error', onError);
      worker.on('failed', (job, error) => {
        onError(error);
        if (!job || job.attemptsMade < (job.opts.attempts ?? 1)) return;
        const tell = onLastFailure?.[job.name as JobName] as ((data: unknown) => Promise<void>) | undefined;
        tell?.(job.data).catch(onError);
      });
      return {
        async close(graceMs = 10_000) {
          const grace = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), graceMs).unref());
          if ((await Promise.race([worker.close(), grace])) === 'late') await worker.close(true);
        },
      };
    },
    async waitUntilReady() {
      await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
    },
    async close() {
      closed = true;
      const closing = Promise.all([events.close(), queue.close()]);
      // A Redis that is gone answers no farewell.
      const isAway = connections.some(({ status }) => status !== 'ready');
      if (isAway) closing.catch(() => undefined);
      else await closing;
      for (const connection of connections) connection.disconnect();
    },
  };
}
