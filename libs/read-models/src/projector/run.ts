import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { EventSource, Projection, UnknownEvent } from '../projection.js';
import {
  CheckpointMoved,
  groupsOf,
  projectGroup,
  standings,
  type BatchOptions,
  type Fence,
  type Group,
  type Standing,
} from './batch.js';
import { readingAhead } from './event-source.js';
import { EventFailed, ProjectionFailed } from './failures.js';
import { forgetOvercome, recordFailure } from './parked.js';

export interface ProjectionLog {
  info(data: object, message: string): void;
  error(data: object, message: string): void;
}

const POLL_MS = 1000;
const PAUSE_AFTER_ERROR_MS = [100, 500, 2000, 5000];
/** Pauses between the attempts at one event; after the last one its stream is parked. */
const RETRY_MS = [100, 400, 1600, 3200];

export interface ProjectionRun {
  readonly pool: pg.Pool;
  readonly tenant: TenantId;
  readonly source: EventSource;
  readonly projections: readonly Projection[];
  readonly signal: AbortSignal;
  readonly log: ProjectionLog;
  /** Asked before every batch; while it answers `undefined` another instance serves this tenant. Absent: no shards. */
  readonly fence?: () => Fence | undefined;
  /** After every batch that was written. */
  readonly onAdvance?: (tenant: TenantId, events: number) => void;
  readonly onParked?: (failed: EventFailed) => void;
  /** Pauses between attempts at an event; the default parks after five attempts within six seconds. */
  readonly retryMs?: readonly number[];
}

/**
 * Keeps the read models of one tenant at the head of the log until the signal aborts. Several instances may run: the
 * shard's owner works, and the checkpoint decides in any case whose batch counts. An event that a projection cannot
 * take is tried again with growing pauses while the other projections go on; then its stream is parked for this
 * projection and waits for a replay.
 */
export async function runProjections(run: ProjectionRun): Promise<void> {
  const { pool, tenant, projections, signal, log, fence, onAdvance } = run;
  const source = readingAhead(run.source);
  const resting = new Map<string, number>();
  const onUnknown = ({ unknown, position }: UnknownEvent) =>
    log.info(
      { tenant, type: unknown, position },
      'passed over an event of a type this version does not know',
    );
  let failures = 0;
  /** Whether failures may be written down that are overcome since; those of an instance that died count as well. */
  let troubled = true;
  while (!signal.aborted) {
    const mine = fence?.();
    if (fence && !mine) {
      await source.woken(tenant, POLL_MS, signal);
      continue;
    }
    try {
      const now = performance.now();
      for (const [name, until] of resting) if (until <= now) resting.delete(name);
      const awake = projections.filter((p) => !resting.has(p.name));
      const options: BatchOptions = { fence: mine, onUnknown };
      let folded = 0;
      const groups = groupsOf(await standings(pool, tenant, awake));
      for (const group of groups) folded += await advance({ ...run, source }, group, options, resting);
      failures = 0;
      if (resting.size > 0) troubled = true;
      else if (troubled) {
        await forgetOvercome(pool, tenant);
        troubled = false;
      }
      if (folded > 0) onAdvance?.(tenant, folded);
      else await source.woken(tenant, untilNext(resting), signal, groups.at(-1)?.after);
    } catch (error) {
      if (signal.aborted) return;
      const pause = PAUSE_AFTER_ERROR_MS[Math.min(failures++, PAUSE_AFTER_ERROR_MS.length - 1)]!;
      log.error({ tenant, err: error, failures }, 'projections stand still; the next try follows');
      await source.woken(tenant, pause, signal);
    }
  }
}

const untilNext = (resting: ReadonlyMap<string, number>): number =>
  Math.max(1, Math.min(POLL_MS, ...[...resting.values()].map((until) => until - performance.now())));

/** One batch of one group; a projection that breaks is tried apart, so that the others go on. */
async function advance(
  run: ProjectionRun,
  group: Group,
  options: BatchOptions,
  resting: Map<string, number>,
): Promise<number> {
  const { pool, tenant, source, projections } = run;
  try {
    return await projectGroup(pool, tenant, source, projections, group, options);
  } catch (error) {
    if (error instanceof CheckpointMoved) return 1;
    if (!(error instanceof EventFailed || error instanceof ProjectionFailed)) throw error;
    const [standing, ...company] = group.members;
    if (company.length === 0) {
      if (error instanceof ProjectionFailed) throw error;
      return failed(run, error, standing!, resting);
    }
    const isBroken = ({ name }: { name: string }) => name === error.projection;
    const others = group.members.filter((m) => !isBroken(m));
    const done = await advance(run, { ...group, members: others }, options, resting);
    const broken = await advance(
      run,
      { ...group, members: group.members.filter(isBroken) },
      options,
      resting,
    );
    return done + broken;
  }
}

async function failed(
  { pool, tenant, log, onParked, retryMs = RETRY_MS }: ProjectionRun,
  error: EventFailed,
  standing: Standing,
  resting: Map<string, number>,
): Promise<number> {
  const { projection, stream, position, type } = error;
  const { attempts, parked } = await recordFailure(pool, tenant, error, standing, retryMs.length + 1);
  const about = { tenant, projection, stream, position, type, attempts, err: error };
  if (parked) {
    log.error(about, 'a stream is parked: repair, then run rapport projections replay');
    onParked?.(error);
    return 1;
  }
  log.error(about, 'a projection cannot take an event; the next try follows');
  resting.set(projection, performance.now() + (retryMs[attempts - 1] ?? 0));
  return 0;
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
