import { setTimeout as pause } from 'node:timers/promises';
import {
  streamNameFilter,
  type AllStreamResolvedEvent,
  type KurrentDBClient,
} from '@kurrent/kurrentdb-client';
import type { LimitedClient } from './kurrent-client.js';
import { asUnavailable } from './kurrent-errors.js';
import { START, Unavailable, type Position } from './port.js';
import { partsOfPosition, positionOf } from './position.js';

const BATCH = 500;
const FIRST_PAUSE_MS = 100;
const LAST_PAUSE_MS = 5000;
/** Pages of 32 positions between two checkpoints of a filtered subscription. */
const CHECKPOINT_INTERVAL = 32;

/** Events and the checkpoints between them, in order. */
type Arrival = AllStreamResolvedEvent | { readonly checkpoint: Position };

export type StreamNames = { readonly prefixes: string[] } | { readonly regex: string };

export const nameFilter = (names: StreamNames) =>
  'regex' in names
    ? streamNameFilter({ regex: names.regex })
    : streamNameFilter({ prefixes: names.prefixes });

export const kurrentPosition = (position: Position): 'start' | { commit: bigint; prepare: bigint } => {
  const [commit, prepare] = partsOfPosition(position);
  return position === START ? 'start' : { commit: BigInt(commit), prepare: BigInt(prepare) };
};

export const ownPosition = ({ commit, prepare }: { commit: bigint; prepare: bigint }): Position =>
  positionOf(commit.toString(), prepare.toString());

/**
 * Catch-up, then live, over $all. Yields batches of what has arrived and the position reached with them, which
 * moves on over stretches where nothing passes the filter. A lost connection is taken up again from there, with
 * growing pauses.
 */
export async function* followAll(
  client: LimitedClient,
  names: StreamNames,
  after: Position | 'end',
  stop: AbortSignal,
  onTrouble: (error: unknown) => void,
): AsyncGenerator<{ events: AllStreamResolvedEvent[]; reached: Position }> {
  let reached = after;
  let wait = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    try {
      const subscription = subscribe(client.now, names, reached, stop);
      confirmedWithin(client.limitMs, subscription);
      for await (const batch of batches(subscription, stop)) {
        reached = batch.reached;
        wait = FIRST_PAUSE_MS;
        yield batch;
      }
      if (stop.aborted) return;
      throw new Unavailable('the subscription ended');
    } catch (error) {
      if (stop.aborted) return;
      const known = asUnavailable(error);
      if (!(known instanceof Unavailable)) throw error;
      onTrouble(known);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
      wait = Math.min(wait * 2, LAST_PAUSE_MS);
    }
  }
}

type Subscription = ReturnType<KurrentDBClient['subscribeToAll']>;

function subscribe(
  client: KurrentDBClient,
  names: StreamNames,
  after: Position | 'end',
  stop: AbortSignal,
): Subscription {
  const between = {
    checkpointInterval: CHECKPOINT_INTERVAL,
    // Travels through the same buffer as the events, so it is never ahead of one that was not read yet.
    checkpointReached: (on: Subscription, position: { commit: bigint; prepare: bigint }) =>
      void on.push({ checkpoint: ownPosition(position) } satisfies Arrival),
  };
  const filter = { ...nameFilter(names), ...between };
  const subscription = client.subscribeToAll(
    { fromPosition: after === 'end' ? 'end' : kurrentPosition(after), filter },
    { highWaterMark: BATCH },
  );
  const end = (): void => leave(subscription);
  // Once it is read, its errors arrive there; one that comes after it was left is of no interest.
  subscription.on('error', () => {});
  stop.addEventListener('abort', end, { once: true });
  subscription.once('close', () => stop.removeEventListener('abort', end));
  return subscription;
}

/** A server that takes the connection and stays silent is away, too. Afterwards keep-alive notices. */
function confirmedWithin(limitMs: number, subscription: Subscription): void {
  const timer = setTimeout(
    () => subscription.destroy(new Unavailable('the log does not answer in time')),
    limitMs,
  );
  for (const event of ['confirmation', 'close'] as const) subscription.once(event, () => clearTimeout(timer));
}

/** Tells the server without waiting for it: it may be gone. */
function leave(subscription: Subscription): void {
  void subscription.unsubscribe().catch(() => {});
  subscription.destroy();
}

async function* batches(
  subscription: Subscription,
  stop: AbortSignal,
): AsyncGenerator<{ events: AllStreamResolvedEvent[]; reached: Position }> {
  let events: AllStreamResolvedEvent[] = [];
  let reached: Position | undefined;
  try {
    for await (const arrival of subscription as AsyncIterable<Arrival>) {
      if (stop.aborted) return;
      if ('checkpoint' in arrival) reached = arrival.checkpoint;
      else if (arrival.event) {
        events.push(arrival);
        reached = ownPosition(arrival.event.position);
      }
      if (reached !== undefined && (events.length >= BATCH || subscription.readableLength === 0)) {
        yield { events, reached };
        events = [];
        reached = undefined;
      }
    }
  } finally {
    leave(subscription);
  }
}
