import type pg from 'pg';
import { jobIdOf, type JobHandlers, type JobMap, type JobName, type LastFailureHandlers } from './job-map.js';
import type { JobQueue } from './job-queue.js';

/** Told on this channel, with the tenant, when a job was written down. */
export const OUTBOX_CHANNEL = 'rapport_outbox';

type Client = Pick<pg.ClientBase, 'query'>;
/** Runs queries in a transaction that sees one tenant's rows. */
export type InTenant = <T>(tenant: string, work: (client: Client) => Promise<T>) => Promise<T>;

/** Tables of the outbox; run as owner. A row is the proof that something must be done until it says that it was. */
export const outboxTables = `
  create schema if not exists outbox;
  create table if not exists outbox.jobs (
    tenant_id uuid not null, name text not null, key text not null, data jsonb not null,
    created_at timestamptz not null default now(),
    -- When it was last handed to the queue; null: not yet.
    relayed_at timestamptz, handed integer not null default 0,
    settled_at timestamptz, outcome text check (outcome in ('done', 'failed')),
    primary key (tenant_id, key));
  create index if not exists jobs_unsettled on outbox.jobs (tenant_id, created_at) where settled_at is null;
  alter table outbox.jobs enable row level security;
  alter table outbox.jobs force row level security;
  drop policy if exists tenant on outbox.jobs;
  create policy tenant on outbox.jobs using (tenant_id = current_setting('app.tenant')::uuid)
    with check (tenant_id = current_setting('app.tenant')::uuid);
  -- Whose jobs wait.
  create table if not exists outbox.paused (
    tenant_id uuid not null, since timestamptz not null default now(), primary key (tenant_id));
  alter table outbox.paused enable row level security;
  alter table outbox.paused force row level security;
  drop policy if exists tenant on outbox.paused;
  create policy tenant on outbox.paused using (tenant_id = current_setting('app.tenant')::uuid)
    with check (tenant_id = current_setting('app.tenant')::uuid);
  grant usage on schema outbox to rapport_app;
  grant select, insert, update, delete on outbox.jobs to rapport_app;
  grant select, insert, delete on outbox.paused to rapport_app;
`;

/** What may be worked on now, inside one tenant: while its jobs wait, only what the law does not let wait. */
const MAY_RUN = "(name = 'erase-person' or not exists (select from outbox.paused))";

/** Jobs of the tenant wait from now on; those that are at work come to their end. Nothing is lost. */
export async function pauseJobs(client: Client, tenant: string): Promise<void> {
  await client.query('insert into outbox.paused (tenant_id) values ($1) on conflict do nothing', [tenant]);
}

/** What has waited is worked on. */
export async function resumeJobs(client: Client, tenant: string): Promise<void> {
  await client.query('delete from outbox.paused');
  await client.query('select pg_notify($1, $2)', [OUTBOX_CHANNEL, tenant]);
}

/**
 * Writes a job down in the transaction of what asks for it: it is done if and only if that commits. The same business
 * key again is the same job; one that has failed for good is begun anew.
 */
export async function putJob<N extends JobName>(client: Client, name: N, data: JobMap[N]): Promise<void> {
  await client.query(
    `insert into outbox.jobs as j (tenant_id, name, key, data) values ($1, $2, $3, $4)
     on conflict (tenant_id, key) do update set relayed_at = null, settled_at = null, outcome = null
       where j.outcome = 'failed'`,
    [data.tenantId, name, jobIdOf[name](data as never), JSON.stringify(data)],
  );
  await client.query('select pg_notify($1, $2)', [OUTBOX_CHANNEL, data.tenantId]);
}

/** The same, also when the job was done before: what it did is no longer so. */
export async function putJobAgain<N extends JobName>(
  client: Client,
  name: N,
  data: JobMap[N],
): Promise<void> {
  await client.query('delete from outbox.jobs where key = $1 and settled_at is not null', [
    jobIdOf[name](data as never),
  ]);
  await putJob(client, name, data);
}

export interface Outbox {
  /** Hands to the queue what was not handed to it yet; answers how many. */
  relay(tenant: string): Promise<number>;
  /** Hands over again what was handed over `olderThanMs` ago, has no result, and is not in the queue; answers how many. */
  reconcile(tenant: string, olderThanMs: number): Promise<number>;
  /** Handlers whose end is written down: only then is a job done. */
  settling(handlers: JobHandlers): JobHandlers;
  settlingFailures(handlers: LastFailureHandlers): LastFailureHandlers;
}

interface Row {
  readonly name: JobName;
  readonly key: string;
  readonly data: never;
}

const AT_ONCE = 100;
const KEPT_DAYS = 30;
const PATIENCE_MS = 10_000;

/**
 * The way of a job that must not vanish: written down, relayed to the queue under its business key, worked on, settled.
 * The queue may forget everything; what is not settled is handed over again.
 */
export function openOutbox(inTenant: InTenant, queue: JobQueue): Outbox {
  const hand = async (tenant: string, rows: readonly Row[]): Promise<number> => {
    for (const { name, key, data } of rows) {
      await inTime(queue.enqueueAgain(name, data), `the queue took no job for ${PATIENCE_MS} ms`);
      await inTenant(tenant, (client) =>
        client.query('update outbox.jobs set relayed_at = now(), handed = handed + 1 where key = $1', [key]),
      );
    }
    return rows.length;
  };
  const settle = (name: JobName, data: JobMap[JobName], outcome: 'done' | 'failed') =>
    inTenant(data.tenantId, (client) =>
      client.query('update outbox.jobs set settled_at = now(), outcome = $2 where key = $1', [
        jobIdOf[name](data as never),
        outcome,
      ]),
    );
  /** A job that was handed over before the pause is put back, to be handed over after it. */
  const mayRun = (name: JobName, data: JobMap[JobName]): Promise<boolean> =>
    inTenant(data.tenantId, async (client) => {
      const { rowCount } = await client.query(
        `update outbox.jobs set relayed_at = null where key = $1 and settled_at is null and not ${MAY_RUN}`,
        [jobIdOf[name](data as never)],
      );
      return rowCount === 0;
    });
  return {
    async relay(tenant) {
      const rows = await inTenant(tenant, async (client) => {
        const found = await client.query<Row>(
          `select name, key, data from outbox.jobs where settled_at is null and relayed_at is null and ${MAY_RUN}
           order by created_at, key limit ${AT_ONCE}`,
        );
        return found.rows;
      });
      return hand(tenant, rows);
    },
    async reconcile(tenant, olderThanMs) {
      const overdue = await inTenant(tenant, async (client) => {
        await client.query(
          `delete from outbox.jobs where settled_at < now() - make_interval(days => ${KEPT_DAYS})`,
        );
        const found = await client.query<Row>(
          `select name, key, data from outbox.jobs
           where settled_at is null and relayed_at < now() - make_interval(secs => $1 / 1000.0) and ${MAY_RUN}
           order by relayed_at, key limit ${AT_ONCE}`,
          [olderThanMs],
        );
        return found.rows;
      });
      const lost: Row[] = [];
      for (const row of overdue) {
        const progress = await inTime(queue.progressOf(row.name, row.data), 'the queue does not answer');
        if (!progress || ['completed', 'failed', 'unknown'].includes(progress.state)) lost.push(row);
      }
      return hand(tenant, lost);
    },
    settling: (handlers) =>
      ending(handlers, (name, data) => settle(name, data, 'done'), mayRun) as JobHandlers,
    settlingFailures: (handlers) =>
      ending(handlers, (name, data) => settle(name, data, 'failed')) as LastFailureHandlers,
  };
}

type Handler = (data: never, ...rest: never[]) => Promise<void>;

const ending = (
  handlers: { readonly [N in JobName]: Handler },
  end: (name: JobName, data: JobMap[JobName]) => Promise<unknown>,
  mayRun: (name: JobName, data: JobMap[JobName]) => Promise<boolean> = async () => true,
) =>
  Object.fromEntries(
    (Object.entries(handlers) as [JobName, Handler][]).map(([name, handler]) => [
      name,
      async (data: never, ...rest: never[]) => {
        if (!(await mayRun(name, data))) return;
        await handler(data, ...rest);
        await end(name, data);
      },
    ]),
  );

/** A queue that is away must not hold whoever waits for it; the job stays written down. */
async function inTime<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
