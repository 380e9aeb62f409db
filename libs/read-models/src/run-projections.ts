import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { CheckpointMoved, projectBatch } from './projector.js';
import type { EventSource, Projection, UnknownEvent } from './projection.js';

export interface ProjectionLog {
  info(data: object, message: string): void;
  error(data: object, message: string): void;
}

const POLL_MS = 2000;
const PAUSE_AFTER_ERROR_MS = [100, 500, 2000, 10_000];

/**
 * Keeps the read models of one tenant at the head of the log until the signal aborts. Several instances may run: the
 * checkpoint decides whose batch counts, the other one reads again from where it stands. An event that cannot be
 * applied stops this tenant's projections at it, loudly and with growing pauses; nothing is skipped.
 */
export async function runProjections(options: {
  pool: pg.Pool;
  tenant: TenantId;
  source: EventSource;
  projections: readonly Projection[];
  signal: AbortSignal;
  log: ProjectionLog;
  /** After every batch that was written. */
  onAdvance?: (tenant: TenantId, events: number) => void;
}): Promise<void> {
  const { pool, tenant, source, projections, signal, log, onAdvance } = options;
  const onUnknown = ({ unknown, position }: UnknownEvent) =>
    log.info(
      { tenant, type: unknown, position },
      'passed over an event of a type this version does not know',
    );
  let failures = 0;
  while (!signal.aborted) {
    try {
      const folded = await projectBatch(pool, tenant, source, projections, onUnknown);
      failures = 0;
      if (folded > 0) onAdvance?.(tenant, folded);
      else await source.woken(tenant, POLL_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CheckpointMoved) continue;
      const pause = PAUSE_AFTER_ERROR_MS[Math.min(failures++, PAUSE_AFTER_ERROR_MS.length - 1)]!;
      log.error({ tenant, err: error, failures }, 'projections stand still; the next try follows');
      await source.woken(tenant, pause, signal);
    }
  }
}

/** The position up to which every projection of a tenant is built; '' before the first batch. */
export async function reachedPosition(
  client: pg.PoolClient,
  projections: readonly Projection[],
): Promise<string> {
  const { rows } = await client.query<{ least: string | null; n: string }>(
    'select min(position collate "C") as least, count(*) as n from read.checkpoints where projection = any($1)',
    [projections.map((p) => p.name)],
  );
  const [row] = rows;
  return row && Number(row.n) === projections.length ? (row.least ?? '') : '';
}
