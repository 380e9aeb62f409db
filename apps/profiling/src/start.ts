import { Module } from '@nestjs/common';
import { deciders, eventCodec, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { openJobQueue } from '@rapport/jobs';
import { createService, type Logger, type RunningService, type Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { openReports, projections, runProjections, runReactor } from '@rapport/read-models';
import { Gauge, register } from 'prom-client';
import { eventSourceOf } from './event-source.js';

@Module({})
class ProfilingModule {}

const TENANTS_EVERY_MS = 2000;
const RECONCILE_EVERY_MS = 60_000;
/** A report without a result after this long may have lost its job. */
const OVERDUE_SECONDS = 120;

const folded = new Gauge({
  name: 'rapport_projected_events_total',
  help: 'Events folded into the read models since the start',
  labelNames: ['tenant'],
  registers: [register],
});

/** Projections and reactors of every tenant. Any number may run: checkpoints decide whose work counts. */
export async function startProfiling(
  settings: Settings<'profiling'>,
  logger: Logger,
): Promise<RunningService> {
  const onError = (err: unknown) => logger.error({ err }, 'connection');
  const url = appUrl(settings.DATABASE_URL);
  const pool = createPool(url, { name: 'rapport profiling', onError });
  const log = await openLog({ settings, codec: eventCodec, deciders, onError });
  const jobs = openJobQueue({ databaseUrl: url, redisUrl: settings.REDIS_URL, onError });
  const source = eventSourceOf(log);
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Map<TenantId, Promise<unknown>>();

  const requestJob = async ({ event, stream }: Recorded<DomainEvent>, tenantId: TenantId) => {
    if (event.type === 'ReportRequested')
      await jobs.enqueue('render-report', { tenantId, reportId: stream.slice(stream.indexOf('_') + 1) });
  };
  const onAdvance = (tenant: TenantId, events: number) => {
    folded.inc({ tenant }, events);
    pool.query('select pg_notify($1, $2)', ['rapport_read', tenant]).catch(onError);
  };
  const serve = (tenant: TenantId) =>
    Promise.all([
      runProjections({ pool, tenant, source, projections, signal, log: logger, onAdvance }),
      runReactor({
        pool,
        tenant,
        name: 'report-requests',
        source,
        react: (event) => requestJob(event, tenant),
        signal,
        log: logger,
      }),
    ]);
  const meetTenants = async () => {
    for (const tenant of await log.store.tenants())
      if (!running.has(tenant)) running.set(tenant, serve(tenant));
  };
  const reconcile = async () => {
    for (const tenantId of running.keys())
      for (const reportId of await openReports(pool, tenantId, OVERDUE_SECONDS))
        await jobs.enqueue('render-report', { tenantId, reportId });
  };
  const every = (ms: number, work: () => Promise<void>) => {
    const timer = setInterval(() => void work().catch(onError), ms);
    signal.addEventListener('abort', () => clearInterval(timer));
  };

  await meetTenants();
  every(TENANTS_EVERY_MS, meetTenants);
  every(RECONCILE_EVERY_MS, reconcile);
  const { app, url: address } = await createService({
    service: 'profiling',
    module: ProfilingModule,
    logger,
    host: settings.HOST,
    port: settings.PORT,
    ready: () => log.ping(),
  });
  return {
    url: address,
    async close() {
      stopping.abort();
      await app.close();
      await Promise.all(running.values());
      await jobs.close();
      await log.close();
      await pool.end();
    },
  };
}
