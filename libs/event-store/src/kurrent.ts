import { partsOf, type TenantId } from '@rapport/domain';
import { STREAM_STATE, type AllStreamResolvedEvent, type RecordedEvent } from '@kurrent/kurrentdb-client';
import { LimitedClient } from './kurrent-client.js';
import { appendError, clientError, isDeleted, isMissing, isUnsupported } from './kurrent-errors.js';
import { bytesOf, namesOf, stateOf, storedEvent, toServer } from './kurrent-events.js';
import { TENANTS, hiddenStreamsOf, note, notesOf } from './kurrent-lists.js';
import { followAll, kurrentPosition, nameFilter, ownPosition, type StreamNames } from './kurrent-live.js';
import { restoreByAppending } from './restore.js';
import {
  START,
  StreamDeleted,
  WrongExpectedVersion,
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type HiddenStream,
  type Position,
  type ReadFilter,
  type StoredEvent,
  type StreamAppend,
  type StreamCheck,
} from './port.js';
import { checkStream, writtenAppend, writtenAppends, type WrittenAppend } from './written-event.js';

export interface KurrentStoreOptions {
  /** `kurrentdb://...`, as the server's documentation has it. */
  readonly url: string;
  /** Longest silence of the server before it counts as away; default 10 000 ms. */
  readonly limitMs?: number;
  /** Told when a live reader meets an error it will retry after. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * The log in KurrentDB. Tenants are told apart by stream names, so this adapter filters $all by them. The
 * server makes a retry at a given revision one append; for `any` and `exists` the stream is searched first.
 * Atomic appends over several streams need KurrentDB 25.1 or later, those that check other streams 26.1: an older
 * server answers Unsupported, and nothing is stored. Streams must be cut and closed through this adapter, which
 * notes it: the server itself keeps showing their events in $all until it scavenges.
 */
export function openKurrentStore(options: KurrentStoreOptions): EventStore {
  return new KurrentStore(options);
}

const CLOSED = Number.MAX_SAFE_INTEGER;

class KurrentStore implements EventStore {
  readonly #client: LimitedClient;
  readonly #onTrouble: (error: unknown) => void;
  readonly #closing = new AbortController();
  /** By tenant: notes read so far, and the first revision still read of each stream that was cut. */
  readonly #hidden = new Map<TenantId, { read: number; before: Map<string, number> }>();
  readonly #waiting = new Map<string, Set<() => void>>();
  #watching = false;

  constructor({ url, limitMs = 10_000, onTrouble = () => {} }: KurrentStoreOptions) {
    this.#client = new LimitedClient(url, limitMs);
    this.#onTrouble = onTrouble;
  }

  append(
    tenant: TenantId,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    return this.#append(tenant, writtenAppend(tenant, { stream, expected, events }), []);
  }

  async appendMany(
    tenant: TenantId,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] = [],
  ): Promise<readonly Appended[]> {
    const written = writtenAppends(tenant, appends, checks);
    if (written.length === 0) return [];
    if (written.length === 1 && checks.length === 0) return [await this.#append(tenant, written[0]!, [])];
    const before = await this.#allAgain(written);
    if (before) return before;
    for (const { stream, expected } of written) await this.#noteTenant(tenant, stream, expected);
    try {
      const revisions =
        checks.length === 0 ? await this.#together(written) : await this.#checked(written, checks);
      return await Promise.all(written.map(({ stream }) => this.#placeOf(stream, revisions.get(stream)!)));
    } catch (error) {
      const known = appendError(error, [...written, ...checks], bytesOf(written));
      const again = known instanceof WrongExpectedVersion ? await this.#allAgain(written) : undefined;
      if (again) return again;
      throw known === error ? await this.#explained(error, [...written, ...checks]) : known;
    }
  }

  async readStream(tenant: TenantId, stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    checkStream(tenant, stream);
    return (await this.#recorded(stream, fromRevision)).map(storedEvent);
  }

  async readAll(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    batch: number,
  ): Promise<readonly StoredEvent[]> {
    kurrentPosition(after);
    await this.#learnHidden(tenant);
    const found: StoredEvent[] = [];
    const names = nameFilter(namesOf(tenant, filter));
    for (let cursor = after; ;) {
      // The first event of the answer may be the one at the cursor itself.
      const maxCount = batch - found.length + 1;
      let met = 0;
      const fromPosition = kurrentPosition(cursor);
      for await (const resolved of this.#client.read((now) =>
        now.readAll({ fromPosition, filter: names, maxCount }),
      )) {
        met++;
        if (resolved.event && ownPosition(resolved.event.position) <= cursor) continue;
        if (resolved.event) cursor = ownPosition(resolved.event.position);
        found.push(...this.#visible(tenant, [resolved]));
        if (found.length === batch) return found;
      }
      if (met < maxCount) return found;
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
      // Without the list what was cut would be delivered: nothing is, until it can be read.
      while (!stop.aborted && !(await this.#learnedHidden(tenant))) await this.woken(tenant, 1000, stop);
      const stored = this.#visible(tenant, events).filter(({ position }) => position > after);
      if (stop.aborted) return;
      if (stored.length > 0) yield stored;
    }
  }

  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal): Promise<void> {
    void this.#watch().catch(this.#onTrouble);
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
    const notes = await notesOf<{ tenant: TenantId }>(this.#client, TENANTS, 0);
    return [...new Set(notes.map(({ tenant }) => tenant))].sort();
  }

  async head(tenant: TenantId): Promise<Position> {
    await this.#learnHidden(tenant);
    const filter = nameFilter(namesOf(tenant, {}));
    const backwards = this.#client.read((now) =>
      now.readAll({ fromPosition: 'end', direction: 'backwards', filter }),
    );
    for await (const resolved of backwards) {
      const [stored] = this.#visible(tenant, [resolved]);
      if (stored) return stored.position;
    }
    return START;
  }

  async truncate(tenant: TenantId, stream: string, before: number): Promise<void> {
    checkStream(tenant, stream);
    const last = await this.#last(stream);
    if (before > last) throw new RangeError(`${stream} ends at revision ${last}, before ${before}`);
    await this.#learnHidden(tenant);
    if (before <= (this.#hidden.get(tenant)?.before.get(stream) ?? 0)) return;
    await note(this.#client, hiddenStreamsOf(tenant), { stream, before });
    await this.#client.call(async (now) => {
      const { metadata } = await now.getStreamMetadata(stream);
      await now.setStreamMetadata(stream, { ...metadata, truncateBefore: before });
    });
  }

  async tombstone(tenant: TenantId, stream: string): Promise<void> {
    checkStream(tenant, stream);
    await this.#client
      .call((now) => now.tombstoneStream(stream, { expectedRevision: 'any' }))
      .catch((error: unknown) => {
        if (!isDeleted(error)) throw error;
      });
    await note(this.#client, hiddenStreamsOf(tenant), { stream, before: CLOSED });
  }

  async hidden(tenant: TenantId): Promise<readonly HiddenStream[]> {
    await this.#learnHidden(tenant);
    return [...(this.#hidden.get(tenant)?.before ?? [])]
      .map(([stream, before]) => ({ stream, before: before === CLOSED ? ('closed' as const) : before }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  restore(tenant: TenantId, events: readonly StoredEvent[]): Promise<void> {
    return restoreByAppending(this, tenant, events, (append, recordedAt) =>
      this.#append(tenant, writtenAppend(tenant, append), recordedAt),
    );
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.dispose();
  }

  async #append(tenant: TenantId, append: WrittenAppend, recordedAt: readonly string[]): Promise<Appended> {
    const { stream, expected, events } = append;
    const before =
      typeof expected === 'number' || expected === 'no-stream' ? undefined : await this.#again(append);
    if (before) return before;
    await this.#noteTenant(tenant, stream, expected);
    try {
      const { nextExpectedRevision } = await this.#client.call((now) =>
        now.appendToStream(
          stream,
          events.map((event, n) => toServer(event, recordedAt[n])),
          { streamState: stateOf(expected) },
        ),
      );
      return await this.#placeOf(stream, Number(nextExpectedRevision));
    } catch (error) {
      const known = appendError(error, [append], bytesOf([append]));
      const again = known instanceof WrongExpectedVersion ? await this.#again(append) : undefined;
      if (again) return again;
      throw known === error ? await this.#explained(error, [append]) : known;
    }
  }

  async #together(written: readonly WrittenAppend[]): Promise<Map<string, number>> {
    const { responses } = await this.#client.call((now) =>
      now.multiStreamAppend(
        written.map(({ stream, expected, events }) => ({
          streamName: stream,
          expectedState: stateOf(expected),
          events: events.map((event) => toServer(event)),
        })),
      ),
    );
    return new Map(responses.map(({ streamName, revision }) => [streamName, Number(revision)]));
  }

  async #checked(
    written: readonly WrittenAppend[],
    checks: readonly StreamCheck[],
  ): Promise<Map<string, number>> {
    const { responses } = await this.#client.call((now) =>
      now.appendRecords(
        written.flatMap(({ stream, events }) =>
          events.map((event) => ({ streamName: stream, record: toServer(event) })),
        ),
        [...written, ...checks].map(({ stream, expected }) => ({
          type: STREAM_STATE,
          streamName: stream,
          expectedState: stateOf(expected),
        })),
      ),
    );
    return new Map(responses.map(({ streamName, revision }) => [streamName, Number(revision)]));
  }

  /** A firm is noted before its first event: a note without a firm does no harm, the other way round it is lost. */
  async #noteTenant(tenant: TenantId, stream: string, expected: ExpectedRevision): Promise<void> {
    if (stream.startsWith('Firm-') && (expected === 'no-stream' || expected === 'any'))
      await note(this.#client, TENANTS, { tenant });
  }

  async #allAgain(written: readonly WrittenAppend[]): Promise<Appended[] | undefined> {
    const again = await Promise.all(written.map((append) => this.#again(append)));
    const done = again.filter((place) => place !== undefined);
    if (done.length === written.length) return done;
    const part = written[again.findIndex((place) => place !== undefined)];
    if (part) throw new WrongExpectedVersion(part.stream, part.expected, await this.#last(part.stream));
    return undefined;
  }

  /** Where these very events already are, if they are. Throws StreamDeleted and WrongExpectedVersion. */
  async #again({ stream, expected, events }: WrittenAppend): Promise<Appended | undefined> {
    const open = expected === 'any' || expected === 'exists';
    const from = typeof expected === 'number' ? expected + 1 : 0;
    const there = await this.#recorded(stream, from, open ? undefined : events.length, 'tell');
    const first = open ? there.findIndex(({ id }) => id === events[0].id) : 0;
    if (first === -1) return undefined;
    const last = there[first + events.length - 1];
    const same = events.every(({ id }, n) => there[first + n]?.id === id);
    if (same && last) return { revision: Number(last.revision), position: ownPosition(last.position!) };
    if (open) throw new WrongExpectedVersion(stream, expected, await this.#last(stream));
    return undefined;
  }

  /** What a server says without naming the stream is found out by looking at the streams. */
  async #explained(
    error: unknown,
    named: readonly { readonly stream: string; readonly expected: ExpectedRevision }[],
  ): Promise<unknown> {
    const { code } = clientError(error);
    const precondition = [6, 9].includes(Number(code));
    if (!precondition || isUnsupported(error)) return error;
    for (const { stream, expected } of named) {
      const last = await this.#last(stream);
      const holds =
        expected === 'any' ||
        (expected === 'exists' && last >= 0) ||
        last === (expected === 'no-stream' ? -1 : expected);
      if (!holds) return new WrongExpectedVersion(stream, expected, last);
    }
    return error;
  }

  /** Events of a stream that the server still shows; a closed one is empty, or tells. */
  async #recorded(
    stream: string,
    fromRevision: number,
    maxCount = Number.MAX_SAFE_INTEGER,
    ifClosed: 'tell' | 'empty' = 'empty',
  ): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const options = { fromRevision: BigInt(fromRevision), maxCount };
    try {
      for await (const { event } of this.#client.read((now) => now.readStream(stream, options)))
        if (event && !event.type.startsWith('$')) found.push(event);
      return found;
    } catch (error) {
      if (isMissing(error)) return [];
      if (!isDeleted(error)) throw error;
      if (ifClosed === 'tell') throw new StreamDeleted(stream);
      return [];
    }
  }

  /** The last revision; -1 when there is no stream. Throws StreamDeleted. */
  async #last(stream: string): Promise<number> {
    try {
      const options = { fromRevision: 'end', direction: 'backwards', maxCount: 1 } as const;
      for await (const { event } of this.#client.read((now) => now.readStream(stream, options)))
        if (event) return Number(event.revision);
      return -1;
    } catch (error) {
      if (isMissing(error)) return -1;
      throw isDeleted(error) ? new StreamDeleted(stream) : error;
    }
  }

  /**
   * Where an event stands, as readers will meet it. The server's own answer to an append names the place of the
   * whole write, and none when it had seen the events before.
   */
  async #placeOf(stream: string, revision: number): Promise<Appended> {
    const [event] = await this.#recorded(stream, revision, 1);
    if (event?.revision !== BigInt(revision))
      throw new Error(`revision ${revision} of ${stream} was acknowledged but cannot be read`);
    return { revision, position: storedEvent(event).position };
  }

  #visible(tenant: TenantId, events: readonly AllStreamResolvedEvent[]): StoredEvent[] {
    const before = this.#hidden.get(tenant)?.before;
    return events.flatMap(({ event }) =>
      event && !event.type.startsWith('$') && Number(event.revision) >= (before?.get(event.streamId) ?? 0)
        ? [storedEvent(event)]
        : [],
    );
  }

  async #learnedHidden(tenant: TenantId): Promise<boolean> {
    try {
      await this.#learnHidden(tenant);
      return true;
    } catch (error) {
      this.#onTrouble(error);
      return false;
    }
  }

  async #learnHidden(tenant: TenantId): Promise<void> {
    const known = this.#hidden.get(tenant) ?? { read: 0, before: new Map<string, number>() };
    this.#hidden.set(tenant, known);
    const from = known.read;
    const notes = await notesOf<{ stream: string; before: number }>(
      this.#client,
      hiddenStreamsOf(tenant),
      from,
    );
    for (const { stream, before } of notes)
      known.before.set(stream, Math.max(before, known.before.get(stream) ?? 0));
    known.read = Math.max(known.read, from + notes.length);
  }

  /** One subscription from the end wakes everyone who waits. */
  async #watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    const every: StreamNames = { regex: '^[A-Za-z]+-[^_]+_' };
    try {
      for await (const { events } of followAll(
        this.#client,
        every,
        'end',
        this.#closing.signal,
        this.#onTrouble,
      ))
        for (const { event } of events)
          for (const wake of [...(this.#waiting.get(tenantIn(event?.streamId)) ?? [])]) wake();
    } finally {
      this.#watching = false;
    }
  }
}

/** Somebody else's streams may look like ours. */
function tenantIn(stream: string | undefined): string {
  try {
    return partsOf(stream ?? '').tenant;
  } catch {
    return '';
  }
}
