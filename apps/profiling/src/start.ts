import { setTimeout as pause } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { deciders, eventCodec, type TenantId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { jobRequests, openJobQueue, openOutbox, OUTBOX_CHANNEL, putJob, putJobAgain } from '@rapport/jobs';
import {
  createMetrics,
  createService,
  type Logger,
  type RunningService,
  type Settings,
} from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import {
  applyErasures,
  auditedDecisions,
  eventSourceOf,
  inTenant,
  isPassing,
  openReadWake,
  openReports,
  openShards,
  projections,
  runProjections,
  runReactor,
} from '@rapport/read-models';
import { createWatch } from './watch.js';

@Module({})
class ProfilingModule {}

const TENANTS_EVERY_MS = 2000;
const WATCH_EVERY_MS = 5000;
const RECONCILE_EVERY_MS = 15_000;
/** What was handed to the queue this long ago should be in it, or have a result. */
const OVERDUE_MS = 10_000;
/** Requests of releases that wrote no outbox. */
const OVERDUE_REPORT_SECONDS = 120;
const RELAY_AT_LEAST_EVERY_MS = 5000;
/** A process that is stopped in a transaction must not hold its rows, nor every reader of the log, for long. */
const IDLE_IN_TRANSACTION_MS = 3000;
const START_AGAIN_MS = 500;

/** Projections and reactors of every tenant. Any number may run: each tenant is served by one of them. */
export async function startProfiling(
  settings: Settings<'profiling'>,
  logger: Logger,
): Promise<RunningService> {
  const onError = (err: unknown) => logger.error({ err }, 'connection');
  const url = appUrl(settings.DATABASE_URL);
  const pool = createPool(url, {
    name: 'rapport profiling',
    idleInTransactionTimeout: IDLE_IN_TRANSACTION_MS,
    pipeline: true,
    onError,
  });
  const log = await openLog({ settings, codec: eventCodec, deciders, onError });
  const jobs = openJobQueue({ databaseUrl: url, redisUrl: settings.REDIS_URL, onError });
  const outbox = openOutbox((tenant, work) => inTenant(pool, tenant as TenantId, work), jobs);
  const written = openReadWake(url, onError, OUTBOX_CHANNEL);
  const source = eventSourceOf(log);
  /** A database that is starting itself, or starting again, is waited for. */
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;)
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error)) throw error;
        onError(error);
        await pause(START_AGAIN_MS);
      }
  };
  const shards = await patiently(() =>
    openShards(pool, {
      onError,
      onChange: (owned) => logger.info({ shards: owned.size }, 'shards of tenants served here'),
    }),
  );
  const metrics = createMetrics('profiling');
  const { projected, parkedNow, watch } = createWatch(metrics);
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Map<TenantId, Promise<unknown>>();

  const relay = async (tenant: TenantId) => {
    while (!signal.aborted) {
      const word = new AbortController();
      const stopListening = written.on(tenant, () => word.abort());
      try {
        if (shards.fenceOf(tenant)) while ((await outbox.relay(tenant)) > 0);
      } catch (err) {
        logger.error({ tenant, err }, 'jobs wait to be relayed; the next try follows');
      }
      const until = AbortSignal.any([signal, word.signal]);
      await pause(RELAY_AT_LEAST_EVERY_MS, undefined, { signal: until }).catch(() => undefined);
      stopListening();
    }
  };
  const serve = (tenant: TenantId) => {
    const fence = () => shards.fenceOf(tenant);
    const common = { pool, tenant, source, signal, log: logger, fence };
    return Promise.all([
      runProjections({
        ...common,
        projections,
        onAdvance: (_, events) => projected.inc({ tenant }, events),
        onParked: ({ projection }) => parkedNow.inc({ tenant, projection }),
      }),
      runReactor({ ...common, ...jobRequests }),
      runReactor({ ...common, ...auditedDecisions }),
      relay(tenant),
    ]);
  };
  const served = () => [...running.keys()].filter((tenant) => shards.fenceOf(tenant));
  const meetTenants = async () => {
    for (const tenant of await log.store.tenants())
      if (!running.has(tenant)) running.set(tenant, serve(tenant));
  };
  const reconcile = async () => {
    for (const tenantId of served()) {
      for (const reportId of await openReports(pool, tenantId, OVERDUE_REPORT_SECONDS))
        await inTenant(pool, tenantId, (client) => putJob(client, 'render-report', { tenantId, reportId }));
      const again = await outbox.reconcile(tenantId, OVERDUE_MS);
      if (again > 0) logger.warn({ tenant: tenantId, jobs: again }, 'the queue had lost jobs; they are back');
    }
  };
  /** Before anything is served: whoever was erased and came back with a restore is forgotten again. */
  const forgetAgain = async () => {
    for (const tenantId of await log.store.tenants()) {
      const { purged, unfinished } = await applyErasures(pool, tenantId, log.erasures);
      if (purged.length > 0)
        logger.warn({ tenant: tenantId, persons: purged.length }, 'erased again after a restore');
      await inTenant(pool, tenantId, async (client) => {
        for (const personId of unfinished) await putJobAgain(client, 'erase-person', { tenantId, personId });
      });
    }
  };
  const every = async (ms: number, work: () => Promise<void>) => {
    while (!signal.aborted) {
      await work().catch(onError);
      await pause(ms, undefined, { signal }).catch(() => undefined);
    }
  };

  await patiently(forgetAgain);
  await patiently(meetTenants);
  const routines = [
    every(TENANTS_EVERY_MS, meetTenants),
    every(RECONCILE_EVERY_MS, reconcile),
    every(WATCH_EVERY_MS, () => watch(pool, source, served(), logger)),
  ];
  const { app, url: address } = await createService({
    service: 'profiling',
    module: ProfilingModule,
    logger,
    metrics,
    host: settings.HOST,
    port: settings.PORT,
    ready: () => log.ping(),
  });
  return {
    url: address,
    async close() {
      stopping.abort();
      await app.close();
      await Promise.all([...routines, ...running.values()]);
      await shards.close();
      await written.close();
      await jobs.close();
      await log.close();
      await pool.end();
    },
  };
}
