import type { TenantId } from '@rapport/domain';
import { horizonHolder, projections, projectionStates, type LogSource } from '@rapport/read-models';
import type pg from 'pg';
import { Counter, Gauge, type Registry } from 'prom-client';

const MOST_COUNTED = 10_000;
/** A transaction this old holds back every reader of the log long enough to be seen by people. */
const HORIZON_ALARM_SECONDS = 5;

const labelNames = ['tenant', 'projection'] as const;

/** What profiling counts and measures, among the metrics of the service. */
export function createWatch(metrics: Registry) {
  const registers = [metrics];
  const projected = new Counter({
    name: 'rapport_projected_events_total',
    help: 'Events folded into the read models since the start',
    labelNames: ['tenant'],
    registers,
  });
  const parkedNow = new Counter({
    name: 'rapport_streams_parked_total',
    help: 'Streams parked since the start because a projection could not take an event',
    labelNames,
    registers,
  });
  const parked = new Gauge({
    name: 'rapport_parked_streams',
    help: 'Streams that wait for repair and replay; anything above 0 needs somebody',
    labelNames,
    registers,
  });
  const lagEvents = new Gauge({
    name: 'rapport_projection_lag_events',
    help: `Events in the log that a read model has not folded; counted up to ${MOST_COUNTED}`,
    labelNames,
    registers,
  });
  const lagSeconds = new Gauge({
    name: 'rapport_projection_lag_seconds',
    help: 'Age of the oldest event that a read model has not folded',
    labelNames,
    registers,
  });
  const unknownEvents = new Gauge({
    name: 'rapport_unknown_events',
    help: 'Events of types that only a newer release knows, passed over',
    labelNames,
    registers,
  });
  const horizonAge = new Gauge({
    name: 'rapport_log_horizon_age_seconds',
    help: 'Age of the oldest transaction with an id: readers of the log stand still below it',
    registers,
  });

  /** Measures how far the tenants that this instance serves are behind, and what holds everybody back. */
  async function watch(
    pool: pg.Pool,
    source: LogSource,
    tenants: readonly TenantId[],
    logger: { error(data: object, message: string): void },
    alarmSeconds = HORIZON_ALARM_SECONDS,
  ): Promise<void> {
    const holder = await horizonHolder(pool);
    horizonAge.set(holder?.seconds ?? 0);
    if (holder && holder.seconds >= alarmSeconds)
      logger.error(holder, 'a transaction left open holds back every reader of the log: end it');
    for (const gauge of [lagEvents, lagSeconds, parked, unknownEvents]) gauge.reset();
    for (const tenant of tenants)
      for (const state of await projectionStates(pool, tenant, source, projections, MOST_COUNTED)) {
        const of = { tenant, projection: state.name };
        lagEvents.set(of, state.lagEvents);
        lagSeconds.set(of, state.lagSeconds);
        parked.set(of, state.parked);
        unknownEvents.set(of, state.unknownEvents);
      }
  }

  return { projected, parkedNow, watch };
}
