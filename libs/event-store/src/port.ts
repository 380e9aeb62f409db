import type { EventMeta, TenantId } from '@rapport/domain';

/** An event on its way into the log. Ids come from the command id, so a retried append is the same event. */
export interface EventToAppend {
  readonly eventId: string;
  /** Stored name with version, for example `AssessmentSubmitted.v1`; only the codec knows it. */
  readonly type: string;
  readonly data: unknown;
  readonly meta: EventMeta;
}

export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  readonly revision: number;
  /** Opaque checkpoint; sorts as text in log order. */
  readonly position: Position;
  readonly recordedAt: string;
}

/** Opaque and sortable as text; `START` stands before every event. */
export type Position = string;
export const START: Position = '';

/** What the writer believes about the stream; never optional. `-1` is not a revision: say `no-stream`. */
export type ExpectedRevision = 'any' | 'no-stream' | 'exists' | number;

export interface Appended {
  readonly revision: number;
  readonly position: Position;
}

export interface StreamAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/** What must be true of a stream that the append does not write to, when the append commits. */
export interface StreamCheck {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export interface ReadFilter {
  /** Only streams of these categories; all when absent. */
  readonly categories?: readonly string[];
}

/**
 * The log. Order of delivery is the order of positions; an event is delivered once every event before it is
 * visible. An appended event is durable when the promise resolves; after an error other than those named here
 * the outcome is unknown, and appending the same event ids again is safe.
 */
export interface EventStore {
  /** Throws WrongExpectedVersion, StreamDeleted, TooLarge, Unavailable. */
  append(
    tenant: TenantId,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended>;
  /**
   * All or nothing over several streams of one tenant, each written once; events get their positions in the order
   * given, and the answers come in that order. Streams only checked must stand as expected when it commits.
   */
  appendMany(
    tenant: TenantId,
    appends: readonly StreamAppend[],
    checks?: readonly StreamCheck[],
  ): Promise<readonly Appended[]>;
  /** Events of one stream from `fromRevision` (default 0); empty when there is no such stream. */
  readStream(tenant: TenantId, stream: string, fromRevision?: number): Promise<readonly StoredEvent[]>;
  /** Up to `batch` events of a tenant after a position, in order. */
  readAll(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    batch: number,
  ): Promise<readonly StoredEvent[]>;
  /** Catch-up, then live: yields non-empty batches until the signal aborts. */
  subscribe(
    tenant: TenantId,
    after: Position,
    filter: ReadFilter,
    signal: AbortSignal,
  ): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Resolves when the tenant's log may have grown, after `timeoutMs` at the latest, or when the signal aborts. It
   * may resolve for nothing. A reader that says what it has read, `after`, does not wait long for an append that came
   * between its look and its waiting, or that an open transaction still hides.
   */
  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal, after?: Position): Promise<void>;
  /** The tenants whose firm has been founded: those with a stream of the category `Firm`. */
  tenants(): Promise<readonly TenantId[]>;
  /** Position of the last visible event of a tenant; START when there is none. */
  head(tenant: TenantId): Promise<Position>;
  /**
   * Events before this revision are no longer read; numbering goes on. At least the last event stays: RangeError
   * on a revision beyond it. Cutting again further back changes nothing. Throws StreamDeleted.
   */
  truncate(tenant: TenantId, stream: string, before: number): Promise<void>;
  /** Closes the stream for ever: later appends throw StreamDeleted, its events are no longer read. */
  tombstone(tenant: TenantId, stream: string): Promise<void>;
  /**
   * Puts events that were stored elsewhere here as they were: stream, revision, id, metadata and time of storing, in
   * the order given, behind everything of the tenant that is here. What is here already stays, so that it may be
   * done again after an interruption; RangeError when something else is in its place. For moving house only:
   * PostgreSQL allows it to the owner of the log, not to the services.
   */
  restore(tenant: TenantId, events: readonly StoredEvent[]): Promise<void>;
  /** Streams of a tenant that were truncated or closed, by name: what moving the log must repeat. */
  hidden(tenant: TenantId): Promise<readonly HiddenStream[]>;
  close(): Promise<void>;
}

export interface HiddenStream {
  readonly stream: string;
  /** The first revision that is still read; `closed` when none is. */
  readonly before: number | 'closed';
}

export class WrongExpectedVersion extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** Last revision found; -1 when there is no stream. */
    readonly actual: number,
  ) {
    super(`expected ${stream} at ${expected}, found ${actual}`);
    this.name = 'WrongExpectedVersion';
  }
}

export class StreamDeleted extends Error {
  constructor(readonly stream: string) {
    super(`${stream} is deleted`);
    this.name = 'StreamDeleted';
  }
}

export class TooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`an event of ${bytes} bytes exceeds the limit of ${limit}`);
    this.name = 'TooLarge';
  }
}

/** This engine, or its version, cannot do what was asked; nothing was stored. */
export class Unsupported extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Unsupported';
  }
}

/** The store cannot be reached or did not answer in time: retry later with the same event ids. */
export class Unavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Unavailable';
  }
}
