import type { Category, DomainEvent, Recorded, TenantId } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';

/** Published documents an event refers to; immutable, so looking them up keeps a projection deterministic. */
export interface References {
  instrument(id: string, version: string): InstrumentDocument;
  norm(id: string, version: string): NormGroup;
}

/**
 * A read model: events in, row changes out. `apply` is pure and total; the same events give the same row, and an event
 * delivered twice is never applied twice, because row and checkpoint commit together.
 */
export interface Projection<Row extends object = object> {
  /** Permanent: it is the checkpoint's identity. */
  readonly name: string;
  /** Raised when the same events would give another row: the old rows serve until `rapport projections rebuild`. */
  readonly version: number;
  /** Table in the schema `read`: (tenant_id, id, doc, columns). */
  readonly table: string;
  /** What queries filter or sort by, with its SQL type. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly categories: readonly Category[];
  /** Rows that this event changes; none for events it does not care about. */
  keysOf(event: Recorded<DomainEvent>): readonly string[];
  /** Instruments whose documents `apply` will ask for. */
  instrumentsOf?(event: Recorded<DomainEvent>): readonly string[];
  /** `undefined` in: no row yet; `undefined` out: no row any more. */
  apply(
    row: Row | undefined,
    event: Recorded<DomainEvent>,
    key: string,
    references: References,
  ): Row | undefined;
  /** Derives what costs time once a row and batch, from the row alone; the row as it is when absent. */
  finish?(row: Row): Row;
  columnsOf(row: Row): Readonly<Record<string, unknown>>;
}

export type ColumnType = 'text' | 'timestamptz' | 'date' | 'boolean' | 'integer';

export type ReadEvent = Recorded<DomainEvent> | UnknownEvent | UnreadableEvent;

/** Where projections get their events from; the app wires it to the log. */
export interface EventSource {
  /** Events of a tenant after a position, in order; those that cannot be decoded keep their place. */
  read(tenant: TenantId, after: string, limit: number): Promise<readonly ReadEvent[]>;
  /** Documents published in an instrument's stream. */
  instrument(
    tenant: TenantId,
    id: string,
  ): Promise<{ documents: readonly InstrumentDocument[]; norms: readonly NormGroup[] }>;
  /**
   * Resolves when the tenant's log may have grown beyond `after`, after `timeoutMs` at the latest, or when the signal
   * aborts.
   */
  woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal, after?: string): Promise<void>;
}

/** What operators' commands ask of the log besides. */
export interface LogSource extends EventSource {
  /** Every event of one stream, in order. */
  stream(tenant: TenantId, stream: string): Promise<readonly ReadEvent[]>;
  /** Position of the last visible event; '' when there is none. */
  head(tenant: TenantId): Promise<string>;
  tenants(): Promise<readonly TenantId[]>;
  /** How many events stand after a position, counted up to `most`, and when the first of them was recorded. */
  behind(
    tenant: TenantId,
    after: string,
    most: number,
  ): Promise<{ readonly events: number; readonly since: string | null }>;
}

/** A newer writer's event: passed over, recorded and counted, never parked. */
export interface UnknownEvent {
  readonly unknown: string;
  readonly position: string;
}

/** An event of a known name whose content this version cannot read: whoever cares for its stream parks it. */
export interface UnreadableEvent {
  readonly unreadable: unknown;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
}
