import { randomUUID } from 'node:crypto';
import type { EventMeta, TenantId } from '@rapport/domain';
import type pg from 'pg';
import { Bell } from './bell.js';
import { APPEND_REFUSED, EXPECTED_CODE } from './migrations.js';
import {
  START,
  StreamDeleted,
  Unavailable,
  WrongExpectedVersion,
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadFilter,
  type StoredEvent,
  type StreamAppend,
} from './port.js';
import { partsOfPosition, positionOf } from './position.js';
import { asUnavailable } from './postgres-errors.js';
import { checkStream, writtenAppend, writtenAppends, type WrittenAppend } from './written-event.js';

export interface PostgresStoreOptions {
  /** Connections of the app role; the caller made it and ends it. */
  readonly pool: pg.Pool;
  /** Where the store opens its one connection for wake-up messages. */
  readonly listenUrl: string;
  /** Longest time between two looks of a live reader; default 1 000 ms. */
  readonly pollMs?: number;
  /** Events a live reader fetches at once; default 500. */
  readonly batch?: number;
  /** Told when a live reader meets an error it will retry after. */
  readonly onTrouble?: (error: unknown) => void;
}

type Row = readonly (string | null)[];
const LAST_PAUSE_MS = 5000;
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
    const written = writtenAppend(tenant, { stream, expected, events });
    const [row] = await this.#rows('append', 'select * from log.append($1,$2,$3,$4,$5,$6,$7,$8)', [
      tenant,
      stream,
      codeOf(expected),
      `{${written.events.map(({ id }) => id).join()}}`,
      written.events[0].type,
      written.events[0].data,
      written.events[0].meta,
      restOf(written) ?? null,
    ]);
    const appended = appendedOf(row!, written);
    this.#bell.ring(tenant, appended.position);
    return appended;
  }

  async appendMany(tenant: TenantId, appends: readonly StreamAppend[]): Promise<readonly Appended[]> {
    const written = writtenAppends(tenant, appends);
    if (written.length === 0) return [];
    const json = `[${written.map((append) => requestOf(tenant, append)).join()}]`;
    try {
      const rows = await this.#rows('append many', 'select * from log.append_many($1, true)', [json]);
      const appended = rows.map((row, nth) => appendedOf(row, written[nth]!));
      this.#bell.ring(
        tenant,
        appended.reduce((last, { position }) => (position > last ? position : last), START),
      );
      return appended;
    } catch (error) {
      const { code, detail } = error as { code?: string; detail?: string };
      if (code !== APPEND_REFUSED || detail === undefined) throw error;
      const { nth, outcome, actual } = JSON.parse(detail) as { nth: number; outcome: string; actual: number };
      throw refusalOf(outcome, actual, written[nth]!);
    }
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
    return (await this.#readOn(tenant, after, filter, batch)).events;
  }

  async *subscribe(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    const { pollMs = 1000, batch = 500, onTrouble } = this.options;
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    let cursor = after;
    let pause = 1;
    while (!stop.aborted) {
      const heard = this.#bell.latest(tenant);
      try {
        const { events, upTo } = await this.#readOn(tenant, cursor, filter, batch);
        if (stop.aborted) return;
        if (events.length > 0) {
          cursor = events.at(-1)!.position;
          yield events;
        }
        if (events.length === batch) continue;
        if (upTo > cursor) cursor = upTo;
        // Something heard of is still behind an open transaction: look again soon, then less and less often.
        pause = heard > cursor ? Math.min(pause * 2, pollMs) : 1;
        if (this.#bell.latest(tenant) > heard) continue;
        await this.#bell.wait(tenant, heard > cursor ? pause : pollMs, stop);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        onTrouble?.(error);
        pause = Math.min(Math.max(pause, 50) * 2, LAST_PAUSE_MS);
        await this.#bell.wait(tenant, pause, stop);
      }
    }
  }

  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal): Promise<void> {
    return this.#bell.wait(tenant, timeoutMs, AbortSignal.any([signal, this.#closing.signal]));
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

  /** Ends the live readers and the wake-up connection. The pool belongs to the caller. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#bell.close();
  }

  /** A batch, and the place below which everything that passes the filter has been delivered with it. */
  async #readOn(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    batch: number,
  ): Promise<{ events: StoredEvent[]; upTo: Position }> {
    const rows = await this.#rows('read all', 'select * from log.read_all($1,$2,$3,$4,$5)', [
      tenant,
      ...partsOfPosition(after),
      filter.categories ?? null,
      batch,
    ]);
    const [limit, ...found] = rows;
    return { events: found.map(storedEvent), upTo: positionOf(limit![6]!, 0) };
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

const codeOf = (expected: ExpectedRevision): number =>
  typeof expected === 'number' ? expected : EXPECTED_CODE[expected];

const restOf = ({ events: [, ...rest] }: WrittenAppend): string | undefined =>
  rest.length === 0
    ? undefined
    : `[${rest.map(({ type, data, meta }) => `{"type":"${type}","data":${data},"meta":${meta}}`).join()}]`;

/** One append as the JSON that `log.append_many` takes; texts in it are JSON already. */
function requestOf(tenant: TenantId, append: WrittenAppend): string {
  const [first] = append.events;
  const rest = restOf(append);
  const ids = append.events.map(({ id }) => `"${id}"`).join();
  return (
    `{"tenant":"${tenant}","stream":${JSON.stringify(append.stream)},"expected":${codeOf(append.expected)},` +
    `"ids":[${ids}],"type":"${first.type}","data":${first.data},"meta":${first.meta}` +
    `${rest === undefined ? '' : `,"rest":${rest}`}}`
  );
}

function appendedOf([outcome, revision, tx, place]: Row, append: WrittenAppend): Appended {
  if (outcome === 'ok' || outcome === 'again')
    return { revision: Number(revision), position: positionOf(tx!, place!) };
  throw refusalOf(outcome!, Number(revision), append);
}

const refusalOf = (outcome: string, actual: number, { stream, expected }: WrittenAppend): Error =>
  outcome === 'deleted' ? new StreamDeleted(stream) : new WrongExpectedVersion(stream, expected, actual);

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
