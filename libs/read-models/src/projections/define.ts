import type { Category, DomainEvent, Recorded } from '@rapport/domain';
import { partsOf } from '@rapport/domain';
import type { ColumnType, Projection, References } from '../projection.js';

type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>;

/** On this event, change that row. Without a row most events mean nothing: they answer it as it is. */
export type Changes<Row> = {
  readonly [T in DomainEvent['type']]?: (
    row: Row | undefined,
    event: EventOf<T>,
    recorded: Recorded<DomainEvent>,
    references: References,
    key: string,
  ) => Row | undefined;
};

interface Definition<Row extends object> {
  readonly name: string;
  /** 1 when absent. */
  readonly version?: number;
  readonly categories: readonly Category[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly columnsOf: (row: Row) => Readonly<Record<string, unknown>>;
  readonly on: Changes<Row>;
  /** Which rows an event touches; the stream's id when absent. */
  readonly keysOf?: (event: DomainEvent, streamId: string) => readonly string[];
  readonly instrumentsOf?: (event: DomainEvent) => readonly string[];
  readonly finish?: (row: Row) => Row;
}

/** A projection from a table of changes; the table in `read` has the projection's name with `_`. */
export function defineProjection<Row extends object>(definition: Definition<Row>): Projection<Row> {
  const { on, keysOf, instrumentsOf } = definition;
  const cares = (event: DomainEvent) => event.type in on;
  return {
    name: definition.name,
    version: definition.version ?? 1,
    table: definition.name.replaceAll('-', '_'),
    columns: definition.columns,
    categories: definition.categories,
    columnsOf: definition.columnsOf,
    ...(definition.finish && { finish: definition.finish }),
    keysOf({ event, stream }) {
      if (!cares(event)) return [];
      const { id } = partsOf(stream);
      return keysOf ? keysOf(event, id) : [id];
    },
    instrumentsOf({ event }) {
      return cares(event) && instrumentsOf ? instrumentsOf(event) : [];
    },
    apply(row, recorded, key, references) {
      const change = on[recorded.event.type] as
        | ((
            row: Row | undefined,
            event: DomainEvent,
            r: Recorded<DomainEvent>,
            f: References,
            k: string,
          ) => Row | undefined)
        | undefined;
      return change ? change(row, recorded.event, recorded, references, key) : row;
    },
  };
}

/** Changes an existing row; where there is none, there is still none. */
export const changed = <Row extends object>(row: Row | undefined, change: Partial<Row>): Row | undefined =>
  row && { ...row, ...change };
