import { partsOf, type TenantId } from '@rapport/domain';
import { KurrentDBClient, eventTypeFilter, type AllStreamResolvedEvent } from '@kurrent/kurrentdb-client';
import { appendError, asUnavailable, isDeleted, isMissing } from './kurrent-errors.js';
import { bytesOf, namesOf, stateOf, storedEvent, toServer } from './kurrent-events.js';
import { followAll, kurrentPosition, nameFilter, ownPosition, type StreamNames } from './kurrent-live.js';
import {
  START,
  StreamDeleted,
  Unsupported,
  WrongExpectedVersion,
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadFilter,
  type StoredEvent,
  type StreamAppend,
  type StreamCheck,
  type HiddenStream,
} from './port.js';
import { checkStream, writtenAppend, writtenAppends, type WrittenAppend } from './written-event.js';

export interface KurrentStoreOptions {
  /** `kurrentdb://...`, as the server's documentation has it. */
  readonly url: string;
  /** Told when a live reader meets an error it will retry after. */
  readonly onTrouble?: (error: unknown) => void;
}

const PAGE = 500;

/**
 * The log in KurrentDB. Tenants are told apart by stream names, so this adapter filters $all by them. The
 * server makes a retry at a given revision one append; for `any` and `exists` the stream is searched first.
 * Atomic appends over several streams need KurrentDB 25.1 or later.
 */
export function openKurrentStore(options: KurrentStoreOptions): EventStore {
  return new KurrentStore(options);
}

class KurrentStore implements EventStore {
  readonly #client: KurrentDBClient;
  readonly #onTrouble: (error: unknown) => void;
  readonly #closing = new AbortController();
  readonly #closed = new Set<string>();
  #closedUpTo: Position = START;
  readonly #waiting = new Map<string, Set<() => void>>();
  #watching = false;

  constructor({ url, onTrouble = () => {} }: KurrentStoreOptions) {
    this.#client = KurrentDBClient.connectionString(url);
    this.#onTrouble = onTrouble;
  }

  async append(
    tenant: TenantId,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const append = writtenAppend(tenant, { stream, expected, events });
    const before =
      typeof expected === 'number' || expected === 'no-stream' ? undefined : await this.#again(append);
    if (before) return before;
    try {
      const { nextExpectedRevision, position } = await this.#client.appendToStream(
        stream,
        append.events.map(toServer),
        {
          streamState: stateOf(expected),
        },
      );
      const revision = Number(nextExpectedRevision);
      return { revision, position: position ? ownPosition(position) : await this.#placeOf(stream, revision) };
    } catch (error) {
      const known = appendError(error, [append], bytesOf([append]));
      const again = known instanceof WrongExpectedVersion ? await this.#again(append) : undefined;
      if (again) return again;
      throw known;
    }
  }

  async appendMany(
    tenant: TenantId,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] = [],
  ): Promise<readonly Appended[]> {
    const written = writtenAppends(tenant, appends, checks);
    if (checks.length > 0) throw new Unsupported('this server does not check other streams');
    if (written.length === 0) return [];
    const again = await Promise.all(written.map((append) => this.#again(append)));
    if (again.every((place) => place !== undefined)) return again;
    const part = written[again.findIndex((place) => place !== undefined)];
    if (part) throw new WrongExpectedVersion(part.stream, part.expected, await this.#last(part.stream));
    try {
      const { responses } = await this.#client.multiStreamAppend(
        written.map(({ stream, expected, events }) => ({
          streamName: stream,
          expectedState: stateOf(expected),
          events: events.map(toServer),
        })),
      );
      const revisions = new Map(responses.map(({ streamName, revision }) => [streamName, Number(revision)]));
      return await Promise.all(
        written.map(async ({ stream }) => {
          const revision = revisions.get(stream)!;
          return { revision, position: await this.#placeOf(stream, revision) };
        }),
      );
    } catch (error) {
      throw appendError(error, written, bytesOf(written));
    }
  }

  async readStream(tenant: TenantId, stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    checkStream(tenant, stream);
    return this.#stream(stream, fromRevision);
  }

  async readAll(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    batch: number,
  ): Promise<readonly StoredEvent[]> {
    const fromPosition = kurrentPosition(after);
    const found: StoredEvent[] = [];
    await this.#learnClosed();
    try {
      // The first event of the answer may be the one at `after` itself.
      const events = this.#client.readAll({
        fromPosition,
        filter: nameFilter(namesOf(tenant, filter)),
      });
      for await (const resolved of events) {
        if (found.length === batch) break;
        found.push(...this.#stored([resolved]).filter(({ position }) => position > after));
      }
      return found;
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async *subscribe(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    kurrentPosition(after);
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    const following = followAll(this.#client, namesOf(tenant, filter), after, stop, this.#onTrouble);
    for await (const { events } of following) {
      if (events.length === 0) continue;
      await this.#learnClosed().catch(this.#onTrouble);
      const stored = this.#stored(events).filter(({ position }) => position > after);
      if (stop.aborted) return;
      if (stored.length > 0) yield stored;
    }
  }

  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal): Promise<void> {
    void this.#watch();
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    return new Promise((resolve) => {
      if (stop.aborted) return resolve();
      const waiting = this.#waiting.get(tenant) ?? new Set();
      this.#waiting.set(tenant, waiting);
      const wake = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', wake);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      stop.addEventListener('abort', wake);
      waiting.add(wake);
    });
  }

  async tenants(): Promise<readonly TenantId[]> {
    const found = new Set<TenantId>();
    try {
      const firms = this.#client.readAll({ filter: nameFilter({ prefixes: ['Firm-'] }) });
      for await (const { event } of firms) if (event) found.add(partsOf(event.streamId).tenant);
      return [...found].sort();
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async head(tenant: TenantId): Promise<Position> {
    await this.#learnClosed();
    try {
      const filter = nameFilter(namesOf(tenant, {}));
      const backwards = this.#client.readAll({ fromPosition: 'end', direction: 'backwards', filter });
      for await (const resolved of backwards) {
        const [stored] = this.#stored([resolved]);
        if (stored) return stored.position;
      }
      return START;
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async tombstone(tenant: TenantId, stream: string): Promise<void> {
    checkStream(tenant, stream);
    try {
      await this.#client.tombstoneStream(stream, { expectedRevision: 'any' });
    } catch (error) {
      if (!isDeleted(error)) throw asUnavailable(error);
    }
    this.#closed.add(stream);
  }

  async truncate(): Promise<void> {
    throw new Unsupported('streams in KurrentDB cannot be cut yet');
  }

  async hidden(): Promise<readonly HiddenStream[]> {
    throw new Unsupported('KurrentDB does not list hidden streams yet');
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.dispose();
  }

  /** Where these very events already are, if they are. Throws StreamDeleted and WrongExpectedVersion. */
  async #again({ stream, expected, events }: WrittenAppend): Promise<Appended | undefined> {
    const from = typeof expected === 'number' ? expected + 1 : 0;
    const there = await this.#stream(stream, from, (error) => {
      throw isDeleted(error) ? new StreamDeleted(stream) : asUnavailable(error);
    });
    const open = expected === 'any' || expected === 'exists';
    const first = open ? there.findIndex(({ eventId }) => eventId === events[0].id) : 0;
    if (first === -1) return undefined;
    const last = there[first + events.length - 1];
    const same = events.every(({ id }, n) => there[first + n]?.eventId === id);
    if (same && last) return { revision: last.revision, position: last.position };
    if (open) throw new WrongExpectedVersion(stream, expected, there.length - 1);
    return undefined;
  }

  async #stream(
    stream: string,
    fromRevision: number,
    onDeleted: (error: unknown) => void = () => {},
  ): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    try {
      for await (const { event } of this.#client.readStream(stream, { fromRevision: BigInt(fromRevision) }))
        if (event && !event.type.startsWith('$')) found.push(storedEvent(event));
      return found;
    } catch (error) {
      if (isMissing(error)) return [];
      if (!isDeleted(error)) throw asUnavailable(error);
      onDeleted(error);
      return [];
    }
  }

  async #last(stream: string): Promise<number> {
    return (await this.#stream(stream, 0)).at(-1)?.revision ?? -1;
  }

  async #placeOf(stream: string, revision: number): Promise<Position> {
    const [event] = await this.#stream(stream, revision);
    if (!event) throw new Error(`revision ${revision} of ${stream} was acknowledged but cannot be read`);
    return event.position;
  }

  /** Events of closed streams stay in $all until the server scavenges; they are left out here. */
  #stored(events: readonly AllStreamResolvedEvent[]): StoredEvent[] {
    return events.flatMap(({ event }) =>
      event && !event.type.startsWith('$') && !this.#closed.has(event.streamId) ? [storedEvent(event)] : [],
    );
  }

  /** Reads on in the list of closed streams, which the server keeps in $all. */
  async #learnClosed(): Promise<void> {
    try {
      const filter = eventTypeFilter({ prefixes: ['$streamDeleted'] });
      const events = this.#client.readAll({
        fromPosition: kurrentPosition(this.#closedUpTo),
        filter,
        maxCount: PAGE,
      });
      for await (const { event } of events) {
        if (!event) continue;
        this.#closed.add(event.streamId);
        this.#closedUpTo = ownPosition(event.position);
      }
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** One subscription from the end wakes everyone who waits. */
  async #watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    const every: StreamNames = { regex: '^[A-Za-z]+-[^_]+_' };
    for await (const { events } of followAll(
      this.#client,
      every,
      'end',
      this.#closing.signal,
      this.#onTrouble,
    ))
      for (const { event } of events)
        for (const wake of [...(this.#waiting.get(event ? partsOf(event.streamId).tenant : '') ?? [])])
          wake();
    this.#watching = false;
  }
}
