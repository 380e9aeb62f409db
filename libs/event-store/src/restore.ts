import type { TenantId } from '@rapport/domain';
import {
  WrongExpectedVersion,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
  type StreamAppend,
} from './port.js';
import { eventIdOf } from './stored-form.js';

/** Most events of one stream that are put back by one append. */
const RUN = 200;
/** Stands in for events that had been cut before the log moved; itself cut at once. */
const FILLER = 'Cut.v1';

/**
 * Restoring where events can only be appended: in order, the neighbours of one stream together. A stream that was
 * cut begins with as many fillers as it lost, so that its revisions stay, and is cut again.
 */
export async function restoreByAppending(
  store: Pick<EventStore, 'truncate'>,
  tenant: TenantId,
  events: readonly StoredEvent[],
  append: (append: StreamAppend, recordedAt: readonly string[]) => Promise<unknown>,
): Promise<void> {
  for (const run of runsOf(events)) {
    const [first] = run;
    const { stream, revision } = first;
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const times = run.map(({ recordedAt }) => recordedAt);
    try {
      await append({ stream, expected, events: run }, times);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion)) throw error;
      if (error.actual !== -1 || revision === 0)
        throw new RangeError(`${stream} holds something else at revision ${revision}`, { cause: error });
      const fillers = Array.from({ length: revision }, (_, n) => filler(first, n));
      await append({ stream, expected: 'no-stream', events: fillers }, times.slice(0, 0));
      await append({ stream, expected, events: run }, times);
      await store.truncate(tenant, stream, revision);
    }
  }
}

const filler = ({ stream, meta }: StoredEvent, n: number): EventToAppend => ({
  eventId: eventIdOf(`cut ${stream}`, n),
  type: FILLER,
  data: {},
  meta,
});

/** Neighbours in the log that follow one another in their stream. */
function runsOf(events: readonly StoredEvent[]): [StoredEvent, ...StoredEvent[]][] {
  const runs: [StoredEvent, ...StoredEvent[]][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.stream === event.stream && last.revision + 1 === event.revision;
    if (run && follows && run.length < RUN) run.push(event);
    else runs.push([event]);
  }
  return runs;
}
