import { partsOf, type EventMeta, type TenantId } from '@rapport/domain';
import {
  START,
  StreamDeleted,
  WrongExpectedVersion,
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type HiddenStream,
  type ReadFilter,
  type StoredEvent,
  type StreamAppend,
  type StreamCheck,
} from './port.js';
import { partsOfPosition, positionOf } from './position.js';
import { checkStream, writtenAppend, writtenAppends, type WrittenAppend } from './written-event.js';

const BATCH = 500;

/** The log in memory, for tests: the same contract, gone with the process. */
export function openMemoryStore(): EventStore {
  return new MemoryStore();
}

class MemoryStore implements EventStore {
  readonly #logs = new Map<TenantId, StoredEvent[]>();
  /** The first revision still read of streams that were cut; of closed ones, none. */
  readonly #hidden = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #closing = new AbortController();
  #transactions = 0;

  async append(
    tenant: TenantId,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const [appended] = this.#commit(tenant, [writtenAppend(tenant, { stream, expected, events })], []);
    return appended!;
  }

  async appendMany(
    tenant: TenantId,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] = [],
  ): Promise<readonly Appended[]> {
    return this.#commit(tenant, writtenAppends(tenant, appends, checks), checks);
  }

  async readStream(tenant: TenantId, stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    checkStream(tenant, stream);
    return this.#streamOf(tenant, stream).filter(
      (event) => event.revision >= fromRevision && this.#isRead(event),
    );
  }

  async readAll(
    tenant: TenantId,
    after: Position,
    { categories }: ReadFilter,
    batch: number,
  ): Promise<readonly StoredEvent[]> {
    partsOfPosition(after);
    const wanted = (event: StoredEvent): boolean =>
      event.position > after &&
      this.#isRead(event) &&
      (categories === undefined || categories.includes(partsOf(event.stream).category));
    return this.#logOf(tenant).filter(wanted).slice(0, batch);
  }

  async *subscribe(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    let cursor = after;
    while (!stop.aborted) {
      const events = await this.readAll(tenant, cursor, filter, BATCH);
      if (stop.aborted) return;
      if (events.length > 0) {
        cursor = events.at(-1)!.position;
        yield events;
      } else await this.#nextCommit(stop);
    }
  }

  async woken(_tenant: TenantId, timeoutMs: number, signal: AbortSignal): Promise<void> {
    await this.#nextCommit(AbortSignal.any([signal, this.#closing.signal, AbortSignal.timeout(timeoutMs)]));
  }

  async tenants(): Promise<readonly TenantId[]> {
    const founded = [...this.#logs].filter(([, log]) => log.some(({ stream }) => stream.startsWith('Firm-')));
    return founded.map(([tenant]) => tenant).sort();
  }

  async head(tenant: TenantId): Promise<Position> {
    return this.#logOf(tenant).findLast((event) => this.#isRead(event))?.position ?? START;
  }

  async truncate(tenant: TenantId, stream: string, before: number): Promise<void> {
    checkStream(tenant, stream);
    if (this.#isClosed(stream)) throw new StreamDeleted(stream);
    const last = this.#last(tenant, stream);
    if (before > last) throw new RangeError(`${stream} ends at revision ${last}, before ${before}`);
    if (before > (this.#hidden.get(stream) ?? 0)) this.#hidden.set(stream, before);
  }

  async tombstone(tenant: TenantId, stream: string): Promise<void> {
    checkStream(tenant, stream);
    this.#hidden.set(stream, Infinity);
  }

  async restore(tenant: TenantId, events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      checkStream(tenant, event.stream);
      const there = this.#streamOf(tenant, event.stream).find(({ revision }) => revision === event.revision);
      if (there && there.eventId !== event.eventId)
        throw new RangeError(`${event.stream} holds something else at revision ${event.revision}`);
      if (there) continue;
      const isFirst = this.#last(tenant, event.stream) === -1;
      if (isFirst && event.revision > 0) this.#hidden.set(event.stream, event.revision);
      this.#logOf(tenant).push({ ...event, position: positionOf(++this.#transactions, 1) });
    }
    for (const wake of [...this.#waiting]) wake();
  }

  async hidden(tenant: TenantId): Promise<readonly HiddenStream[]> {
    return [...this.#hidden]
      .filter(([stream]) => partsOf(stream).tenant === tenant)
      .map(([stream, before]) => ({ stream, before: before === Infinity ? ('closed' as const) : before }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #commit(tenant: TenantId, appends: readonly WrittenAppend[], checks: readonly StreamCheck[]): Appended[] {
    const found = appends.map((append) => this.#placeOf(tenant, append));
    const again = found.filter((place) => typeof place !== 'number');
    if (again.length === appends.length) return again;
    const tx = ++this.#transactions;
    let place = 0;
    const mixed = appends.find((_, nth) => typeof found[nth] !== 'number');
    if (mixed) throw new WrongExpectedVersion(mixed.stream, mixed.expected, this.#last(tenant, mixed.stream));
    for (const { stream, expected } of checks) {
      if (this.#isClosed(stream)) throw new StreamDeleted(stream);
      const last = this.#last(tenant, stream);
      const holds = expected === 'any' || last === (expected === 'no-stream' ? -1 : expected);
      if (!holds && !(expected === 'exists' && last >= 0))
        throw new WrongExpectedVersion(stream, expected, last);
    }
    const appended = appends.map((append, nth) => {
      const added = append.events.map((event, n) => ({
        stream: append.stream,
        revision: (found[nth] as number) + 1 + n,
        eventId: event.id,
        type: event.type,
        data: JSON.parse(event.data) as unknown,
        meta: JSON.parse(event.meta) as EventMeta,
        position: positionOf(tx, ++place),
        recordedAt: new Date().toISOString(),
      }));
      this.#logOf(tenant).push(...added);
      const { revision, position } = added.at(-1)!;
      return { revision, position };
    });
    for (const wake of [...this.#waiting]) wake();
    return appended;
  }

  /** The last revision before the append, or where the same events already are. Throws when it may not be. */
  #placeOf(tenant: TenantId, { stream, expected, events }: WrittenAppend): number | Appended {
    if (this.#isClosed(stream)) throw new StreamDeleted(stream);
    const there = this.#streamOf(tenant, stream);
    const last = there.at(-1)?.revision ?? -1;
    const byRevision = new Map(there.map((event) => [event.revision, event]));
    const from =
      typeof expected === 'number'
        ? expected + 1
        : expected === 'no-stream'
          ? 0
          : (there.find(({ eventId }) => eventId === events[0].id)?.revision ?? -1);
    const same = from >= 0 && events.every(({ id }, n) => byRevision.get(from + n)?.eventId === id);
    if (same) {
      const { revision, position } = byRevision.get(from + events.length - 1)!;
      return { revision, position };
    }
    const open = expected === 'any' || (expected === 'exists' && last >= 0);
    if (open ? from >= 0 : from !== last + 1) throw new WrongExpectedVersion(stream, expected, last);
    return last;
  }

  #last(tenant: TenantId, stream: string): number {
    return this.#streamOf(tenant, stream).at(-1)?.revision ?? -1;
  }

  #streamOf(tenant: TenantId, stream: string): StoredEvent[] {
    return this.#logOf(tenant).filter((event) => event.stream === stream);
  }

  #isRead({ stream, revision }: StoredEvent): boolean {
    return revision >= (this.#hidden.get(stream) ?? 0);
  }

  #isClosed(stream: string): boolean {
    return this.#hidden.get(stream) === Infinity;
  }

  #logOf(tenant: TenantId): StoredEvent[] {
    const log = this.#logs.get(tenant) ?? [];
    this.#logs.set(tenant, log);
    return log;
  }

  #nextCommit(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      if (signal.aborted) return resolve();
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
