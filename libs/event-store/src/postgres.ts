import { randomUUID } from 'node:crypto';
import type { EventMeta, TenantId } from '@rapport/domain';
import type pg from 'pg';
import { Bell } from './bell.js';
import { PLACE_TAKEN } from './log-functions.js';
import {
  START,
  StreamDeleted,
  Unavailable,
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
import { partsOfPosition, positionOf } from './position.js';
import { AppendQueue, appendAll, type Row } from './postgres-append.js';
import { asUnavailable } from './postgres-errors.js';
import { checkStream, writtenAppend, writtenAppends } from './written-event.js';

export interface PostgresStoreOptions {
  /** Connections of the app role; the caller made it and ends it. */
  readonly pool: pg.Pool;
  /** Where the store opens its one connection for wake-up messages. */
  readonly listenUrl: string;
  /** Longest time between two looks of a live reader; default 1 000 ms. */
  readonly pollMs?: number;
  /** Events a live reader fetches at once; default 1 000. */
  readonly batch?: number;
  /** Told when a live reader meets an error it will retry after. */
  readonly onTrouble?: (error: unknown) => void;
}

const LAST_PAUSE_MS = 5000;
/** A batch ends early at about as many bytes of event data, for the memory of both sides. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** A stream closed for ever is cut before this revision. */
const CLOSED = 2147483647;
/** Columns come as the text PostgreSQL sent; JSON is parsed here, once. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

/**
 * The log in PostgreSQL. One round trip an append; delivery in the order of (transaction, position) below the
 * oldest running transaction, so no event is ever overtaken: a transaction left open delays readers, it never
 * makes them lose one. Live readers are woken by a message and look by themselves every second; when the
 * database is away they wait and go on.
 */
export function openPostgresStore(options: PostgresStoreOptions): EventStore {
  return new PostgresStore(options);
}

class PostgresStore implements EventStore {
  readonly #pool: pg.Pool;
  readonly #bell: Bell;
  readonly #queue = new AppendQueue((...query) => this.#rows(...query));
  readonly #closing = new AbortController();

  constructor(private readonly options: PostgresStoreOptions) {
    this.#pool = options.pool;
    this.#bell = new Bell(options.listenUrl);
  }

  async append(
    tenant: TenantId,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const appended = await this.#queue.append(tenant, writtenAppend(tenant, { stream, expected, events }));
    this.#bell.ring(tenant, appended.position);
    return appended;
  }

  async appendMany(
    tenant: TenantId,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] = [],
  ): Promise<readonly Appended[]> {
    const written = writtenAppends(tenant, appends, checks);
    if (written.length === 0) return [];
    const appended = await appendAll((...query) => this.#rows(...query), tenant, written, checks);
    this.#bell.ring(
      tenant,
      appended.reduce((last, { position }) => (position > last ? position : last), START),
    );
    return appended;
  }

  async readStream(tenant: TenantId, stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    checkStream(tenant, stream);
    const rows = await this.#rows('read stream', 'select * from log.read_stream($1,$2,$3)', [
      tenant,
      stream,
      fromRevision,
    ]);
    return rows.map(storedEvent);
  }

  async readAll(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    batch: number,
  ): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (;;) {
      const { events, reached, more } = await this.#readOn(tenant, after, filter, batch - found.length);
      found.push(...events);
      after = reached;
      if (!more || found.length === batch) return found;
    }
  }

  async *subscribe(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    const { pollMs = 1000, batch = 1000, onTrouble } = this.options;
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    let cursor = after;
    let pause = 1;
    let ahead: Promise<Batch> | undefined;
    while (!stop.aborted) {
      const heard = this.#bell.latest(tenant);
      try {
        const { events, reached, more } = await (ahead ?? this.#readOn(tenant, cursor, filter, batch));
        ahead = undefined;
        if (stop.aborted) return;
        // Behind a full batch there is another: it is fetched while this one is worked on.
        if (more) (ahead = this.#readOn(tenant, reached, filter, batch)).catch(() => {});
        cursor = reached;
        if (events.length > 0) yield events;
        if (more) continue;
        pause = 1;
        if (this.#bell.latest(tenant) > heard) continue;
        await this.#bell.wait(tenant, pollMs, stop, cursor);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        ahead = undefined;
        onTrouble?.(error);
        pause = Math.min(Math.max(pause, 50) * 2, LAST_PAUSE_MS);
        await this.#bell.wait(tenant, pause, stop);
      }
    }
  }

  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal, after?: Position): Promise<void> {
    return this.#bell.wait(tenant, timeoutMs, AbortSignal.any([signal, this.#closing.signal]), after);
  }

  async tenants(): Promise<readonly TenantId[]> {
    const rows = await this.#rows('tenants', 'select id from log.tenants order by id', []);
    return rows.map(([id]) => id as TenantId);
  }

  async head(tenant: TenantId): Promise<Position> {
    const [row] = await this.#rows('head', 'select * from log.head($1)', [tenant]);
    return row?.[0] ? positionOf(row[0], row[1]!) : START;
  }

  async tombstone(tenant: TenantId, stream: string): Promise<void> {
    checkStream(tenant, stream);
    await this.#rows('tombstone', 'select log.tombstone($1,$2,$3)', [tenant, stream, randomUUID()]);
  }

  async truncate(tenant: TenantId, stream: string, before: number): Promise<void> {
    checkStream(tenant, stream);
    const [row] = await this.#rows('truncate', 'select * from log.truncate($1,$2,$3)', [
      tenant,
      stream,
      before,
    ]);
    if (row![0] === 'deleted') throw new StreamDeleted(stream);
    if (row![0] === 'beyond') throw new RangeError(`${stream} ends at revision ${row![1]}, before ${before}`);
  }

  async restore(tenant: TenantId, events: readonly StoredEvent[]): Promise<void> {
    for (const { stream } of events) checkStream(tenant, stream);
    try {
      await this.#rows('restore', 'select log.restore($1, $2)', [
        tenant,
        JSON.stringify(events.map(({ position: _, ...event }) => event)),
      ]);
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      throw code === PLACE_TAKEN ? new RangeError(message, { cause: error }) : error;
    }
  }

  async hidden(tenant: TenantId): Promise<readonly HiddenStream[]> {
    const rows = await this.#rows('hidden', 'select * from log.hidden_streams($1)', [tenant]);
    return rows.map(([stream, before]) => ({
      stream: stream!,
      before: Number(before) === CLOSED ? 'closed' : Number(before),
    }));
  }

  /** Ends the live readers and the wake-up connection. The pool belongs to the caller. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#bell.close();
  }

  async #readOn(tenant: TenantId, after: Position, filter: ReadFilter, batch: number): Promise<Batch> {
    const [row] = await this.#rows('read batch', 'select * from log.read_batch($1,$2,$3,$4,$5,$6)', [
      tenant,
      ...partsOfPosition(after),
      filter.categories ?? null,
      batch,
      BATCH_BYTES,
    ]);
    const [horizon, more, text, tx, place] = row!;
    const events = (JSON.parse(`[${text ?? ''}]`) as BatchRow[]).map(eventOf);
    if (more !== 't') return { events, more: false, reached: positionOf(horizon!, 0) };
    return { events, more: true, reached: tx ? positionOf(tx, place!) : events.at(-1)!.position };
  }

  async #rows(name: string, text: string, values: unknown[]): Promise<Row[]> {
    try {
      const { rows } = await this.#pool.query<string[]>({
        name: `log ${name}`,
        text,
        values,
        rowMode: 'array',
        types: asText,
      });
      return rows;
    } catch (error) {
      throw asUnavailable(error);
    }
  }
}

/** Events, and the place below which everything that passes the filter has been delivered with them. */
interface Batch {
  readonly events: readonly StoredEvent[];
  readonly reached: Position;
  /** Where to go on: not everything was looked at. */
  readonly more: boolean;
}

type BatchRow = [
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  data: unknown,
  meta: EventMeta,
  tx: number,
  place: number,
  recordedAt: string,
];

const eventOf = ([
  stream,
  revision,
  eventId,
  type,
  data,
  meta,
  tx,
  place,
  recordedAt,
]: BatchRow): StoredEvent => ({
  stream,
  revision,
  eventId,
  type,
  data,
  meta,
  position: positionOf(tx, place),
  recordedAt: instantOf(recordedAt),
});

function storedEvent(row: Row): StoredEvent {
  const [stream, revision, eventId, type, data, meta, tx, place, recordedAt] = row as readonly string[];
  return {
    stream: stream!,
    revision: Number(revision),
    eventId: eventId!,
    type: type!,
    data: JSON.parse(data!) as unknown,
    meta: JSON.parse(meta!) as EventMeta,
    position: positionOf(tx!, place!),
    recordedAt: instantOf(recordedAt!),
  };
}

/** `2026-03-01 09:00:00.12+00` as PostgreSQL prints it, to milliseconds. */
const instantOf = (text: string): string =>
  text.endsWith('+00')
    ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
    : new Date(text).toISOString();
