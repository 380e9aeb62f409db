import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { LogSource, Projection } from '../projection.js';
import { inTenant } from '../tenancy.js';
import { loadReferences } from './batch.js';
import { EventFailed, failureOf } from './failures.js';
import { fold } from './fold.js';
import type { Reactor } from './reactor.js';

/** An event that a projection could not take, and with it the rest of its stream. */
export interface ParkedStream {
  readonly projection: string;
  readonly stream: string;
  readonly position: string;
  readonly type: string;
  readonly error: string;
  readonly attempts: number;
  readonly since: Date;
  /** False while it is still being tried. */
  readonly parked: boolean;
}

/**
 * Writes down that a projection failed at an event; at the last attempt the stream is parked, if the projection still
 * stands where it failed. Answers what is written now.
 */
export async function recordFailure(
  pool: pg.Pool,
  tenant: TenantId,
  failed: EventFailed,
  standsAt: { readonly position: string; readonly turn: number },
  mostAttempts: number,
): Promise<{ readonly attempts: number; readonly parked: boolean }> {
  const { projection, stream, position, type } = failed;
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ attempts: number }>(
      `insert into read.parked_streams as p
         (tenant_id, projection, stream, position, type, error, attempts, parked)
       values ($1, $2, $3, $4, $5, $6, 1, false)
       on conflict (tenant_id, projection, stream) do update
         set attempts = case when p.position = excluded.position then p.attempts + 1 else 1 end,
           error = excluded.error, position = excluded.position, type = excluded.type
         where not p.parked
       returning attempts`,
      [tenant, projection, stream, position, type, reasonOf(failed)],
    );
    const attempts = rows[0]?.attempts ?? mostAttempts;
    if (attempts < mostAttempts) return { attempts, parked: false };
    // Whoever has read this checkpoint with the stream not yet parked must not write: the turn is over.
    const held = await client.query(
      `insert into read.checkpoints as c (tenant_id, projection, position, turn) values ($1, $2, '', 1)
       on conflict (tenant_id, projection) do update set turn = c.turn + 1 where c.position = $3 and c.turn = $4
       returning xmax = 0 as inserted`,
      [tenant, projection, standsAt.position, standsAt.turn],
    );
    const { inserted } = (held.rows[0] as { inserted: boolean } | undefined) ?? { inserted: false };
    if (held.rowCount === 0 || (inserted && standsAt.position !== '')) return { attempts, parked: false };
    await client.query(
      'update read.parked_streams set parked = true where projection = $1 and stream = $2 and position = $3',
      [projection, stream, position],
    );
    return { attempts, parked: true };
  });
}

const MOST_LETTERS = 500;

/** The first words of what went wrong, for whoever repairs it; not the event's content. */
const reasonOf = ({ cause, message }: EventFailed): string =>
  (cause instanceof Error ? cause.message : message).slice(0, MOST_LETTERS);

/** Failures at events that their projections have passed since. */
export const forgetOvercome = (pool: pg.Pool, tenant: TenantId): Promise<unknown> =>
  inTenant(pool, tenant, (client) =>
    client.query(
      `delete from read.parked_streams p using read.checkpoints c
       where c.projection = p.projection and p.position <= c.position and not p.parked`,
    ),
  );

export async function parkedStreams(pool: pg.Pool, tenant: TenantId): Promise<readonly ParkedStream[]> {
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<ParkedStream>(
      `select projection, stream, position, type, error, attempts, since, parked
       from read.parked_streams order by projection, position`,
    );
    return rows;
  });
}

export interface Replayed {
  readonly consumer: string;
  readonly stream: string;
  readonly events: number;
}

/**
 * Gives a parked stream to its projection or reactor after the repair: from the event that failed up to where it
 * stands, in order and in one transaction with the release of the stream. `null` when the stream is not parked. Throws
 * EventFailed when it still cannot be taken; then it stays parked.
 */
export async function replayParked(
  pool: pg.Pool,
  tenant: TenantId,
  source: LogSource,
  consumer: Projection | Reactor,
  stream: string,
): Promise<Replayed | null> {
  return inTenant(pool, tenant, async (client) => {
    const position = await holdCheckpoint(client, consumer);
    const freed = await client.query<{ position: string }>(
      'delete from read.parked_streams where projection = $1 and stream = $2 and parked returning position',
      [consumer.name, stream],
    );
    const [from] = freed.rows;
    if (!from) return null;
    // Read with the checkpoint held: everything up to it is visible, and nobody passes by meanwhile.
    const waiting = (await source.stream(tenant, stream)).flatMap((event) => {
      if (event.position < from.position || event.position > position || 'unknown' in event) return [];
      if ('unreadable' in event)
        throw new EventFailed(consumer.name, stream, event.position, event.type, event.unreadable);
      return [event];
    });
    if ('react' in consumer) for (const event of waiting) await consumer.react(client, event);
    else {
      const references = await loadReferences(tenant, source, [consumer], waiting);
      try {
        await fold(client, tenant, consumer, waiting, references, 'read');
      } catch (error) {
        throw failureOf(error, consumer.name, waiting[0]);
      }
    }
    return { consumer: consumer.name, stream, events: waiting.length };
  });
}

/** Whoever has read the checkpoint before must not write after this: the stream is free again. */
async function holdCheckpoint(client: pg.PoolClient, consumer: Projection | Reactor): Promise<string> {
  const { rows } = await client.query<{ position: string }>(
    `update read.checkpoints set turn = turn + 1 where projection = $1 and ($2::integer is null or exists (
       select from projector.versions v where v.projection = $1 and v.version = $2))
     returning position`,
    [consumer.name, 'version' in consumer ? consumer.version : null],
  );
  if (!rows[0])
    throw new Error(`this release has another version of ${consumer.name} than the one that serves`);
  return rows[0].position;
}
