import { deciders, eventCodec, type TenantId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { jobRequests } from '@rapport/jobs';
import { appUrl, createPool } from '@rapport/platform/database';
import {
  auditedDecisions,
  cancelRebuild,
  EventFailed,
  eventSourceOf,
  outdated,
  parkedStreams,
  projections,
  projectionStates,
  rebuild,
  RebuildStopped,
  replayParked,
  verifyProjections,
  type LogSource,
  type Projection,
  type RebuildOptions,
} from '@rapport/read-models';
import type pg from 'pg';
import { CommandFailed, type Command, type Given } from './command-line.js';
import { progressBar } from './progress-bar.js';

const tenantOption = {
  tenant: { type: 'string', says: 'only this firm, by its id; all firms when absent' },
} as const;
const names = '[name ...|all]';

export const projectionCommands: readonly Command[] = [
  {
    words: 'projections status',
    says: 'how far every read model is behind the log, what is parked, what waits for a rebuild',
    options: tenantOption,
    run: (given) => withPlace(given, status),
  },
  {
    words: 'projections rebuild',
    operands: names,
    says: 'builds read models anew beside the live ones and switches; without a name those of which another version serves',
    options: tenantOption,
    run: (given) => withPlace(given, runRebuild),
  },
  {
    words: 'projections cancel',
    says: 'gives up an unfinished rebuild and drops what it has made',
    run: (given) => withPlace(given, cancel),
  },
  {
    words: 'projections replay',
    operands: '[name ...]',
    says: 'folds parked streams after the repair; all of them, or those of the named read models',
    options: tenantOption,
    run: (given) => withPlace(given, replay),
  },
  {
    words: 'projections verify',
    operands: names,
    says: 'builds read models beside the live ones and compares every table by its hash; changes nothing',
    options: tenantOption,
    run: (given) => withPlace(given, verify),
  },
];

interface Place {
  readonly owner: pg.Pool;
  readonly pool: pg.Pool;
  readonly source: LogSource;
  readonly tenants: readonly TenantId[];
}

/** Connections as owner and as app role, and the log. */
async function withPlace(given: Given, work: (given: Given, place: Place) => Promise<void>): Promise<void> {
  const settings = given.settings();
  const log = await openLog({ settings, codec: eventCodec, deciders, connections: 3 });
  const pool = createPool(appUrl(settings.DATABASE_URL), {
    name: 'rapport cli',
    max: 4,
    pipeline: true,
    statementTimeout: 120_000,
  });
  const owner = createPool(settings.DATABASE_URL, {
    name: 'rapport cli owner',
    max: 4,
    statementTimeout: 120_000,
    idleInTransactionTimeout: 120_000,
  });
  try {
    const source = eventSourceOf(log);
    const tenants = await tenantsOf(source, given.options['tenant']);
    await work(given, { owner, pool, source, tenants });
  } catch (error) {
    if (error instanceof RebuildStopped || error instanceof EventFailed)
      throw new CommandFailed(error.message, { cause: error });
    throw error;
  } finally {
    await Promise.all([log.close(), pool.end(), owner.end()]);
  }
}

async function status({ print }: Given, { owner, pool, source, tenants }: Place): Promise<void> {
  for (const tenant of tenants) {
    const states = await projectionStates(pool, tenant, source, projections);
    const behind = states.filter((s) => s.lagEvents > 0);
    print(`${tenant}  ${states.length - behind.length} of ${states.length} read models at the head`);
    for (const { name, lagEvents, lagSeconds } of behind)
      print(`  ${name}: ${lagEvents} events behind, the oldest ${lagSeconds.toFixed(1)} s old`);
    for (const { name, version, wanted } of states.filter((s) => s.version !== s.wanted))
      print(`  ${name}: version ${version} serves, this release has ${wanted}: rebuild it`);
    for (const { name, unknownEvents } of states.filter((s) => s.unknownEvents > 0))
      print(
        `  ${name}: passed over ${unknownEvents} events of a newer release: rebuild it after the upgrade`,
      );
    for (const { projection, stream, type, error, attempts, since, parked } of await parkedStreams(
      pool,
      tenant,
    ))
      print(
        `  ${projection}: ${stream} ${parked ? `parked since ${since.toISOString()}` : 'being tried'} at ${type}, ${attempts} attempts: ${error}`,
      );
  }
  const { rows } = await owner.query<{ projection: string; version: number; started_at: Date }>(
    'select projection, version, started_at from projector.rebuilds order by projection',
  );
  for (const { projection, version, started_at: began } of rows)
    print(`rebuild of ${projection} (version ${version}) begun ${began.toISOString()}, not finished`);
}

const optionsOf = (given: Given, { owner, pool, source, tenants }: Place): RebuildOptions => ({
  owner,
  pool,
  source,
  projections: chosen(given.operands),
  tenant: given.options['tenant'] === undefined ? undefined : tenants[0],
  signal: given.signal,
});

async function runRebuild(given: Given, place: Place): Promise<void> {
  const named = given.operands.length > 0;
  const options = {
    ...optionsOf(given, place),
    ...(!named && { projections: await outdated(place.pool, projections) }),
  };
  if (options.projections.length === 0)
    return given.print(
      'every read model serves the version of this release; name one, or all, to rebuild it',
    );
  const bar = progressBar(process.stderr, 'events');
  try {
    await rebuild({ ...options, onProgress: ({ events, of }) => bar.at(events, of) });
  } finally {
    bar.end();
  }
  given.print(`rebuilt and serving: ${options.projections.map((p) => p.name).join(', ')}`);
}

async function cancel({ print }: Given, { owner, pool, source }: Place): Promise<void> {
  const cancelled = await cancelRebuild(owner, pool, source);
  print(cancelled.length === 0 ? 'no rebuild was unfinished' : `cancelled: ${cancelled.join(', ')}`);
}

async function replay({ operands, print }: Given, { pool, source, tenants }: Place): Promise<void> {
  const consumers = [...chosen(operands), ...(operands.length === 0 ? [jobRequests, auditedDecisions] : [])];
  const still: string[] = [];
  let done = 0;
  for (const tenant of tenants)
    for (const { projection, stream, parked } of await parkedStreams(pool, tenant)) {
      const consumer = consumers.find((c) => c.name === projection);
      if (!consumer || !parked) continue;
      try {
        const replayed = await replayParked(pool, tenant, source, consumer, stream);
        if (!replayed) continue;
        done++;
        print(`${projection}: ${stream} replayed, ${replayed.events} events`);
      } catch (error) {
        if (!(error instanceof EventFailed)) throw error;
        still.push(error.message);
      }
    }
  if (done + still.length === 0) print('nothing is parked');
  if (still.length > 0) throw new CommandFailed(`still parked: ${still.join('; ')}`);
}

async function verify(given: Given, place: Place): Promise<void> {
  let different = 0;
  await verifyProjections(optionsOf(given, place), ({ tenant, projection, live, rebuilt, parked }) => {
    const same = live.sha256 === rebuilt.sha256;
    if (!same) different++;
    given.print(
      `${same ? 'same     ' : 'DIFFERENT'} ${tenant} ${projection} ${live.rows} rows ${live.sha256.slice(0, 16)}${
        same ? '' : ` against ${rebuilt.rows} rows ${rebuilt.sha256.slice(0, 16)}, ${parked} streams parked`
      }`,
    );
  });
  if (different > 0) throw new CommandFailed(`${different} tables differ from what the log says`);
}

function chosen(operands: readonly string[]): readonly Projection[] {
  if (operands.length === 0 || operands.includes('all')) return projections;
  return operands.map((name) => {
    const found = projections.find((p) => p.name === name);
    if (!found)
      throw new CommandFailed(
        `there is no read model ${name}; there are ${projections.map((p) => p.name).join(', ')}`,
      );
    return found;
  });
}

async function tenantsOf(
  source: LogSource,
  wished: string | boolean | undefined,
): Promise<readonly TenantId[]> {
  const tenants = await source.tenants();
  if (wished === undefined) return tenants;
  const found = tenants.filter((tenant) => tenant === wished);
  if (found.length === 0) throw new CommandFailed(`there is no firm ${wished}`);
  return found;
}
