import type pg from 'pg';

/** The values of one statement; what a caller sends never becomes part of its text. */
export class Values {
  readonly list: unknown[] = [];

  /** Takes a value and answers its place in the text. */
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** Rows of a statement whose text and values were put together. */
export async function rowsOf<T extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: Values,
): Promise<readonly T[]> {
  const { rows } = await client.query<T>(text, values.list);
  return rows;
}

/** A stored row with its key. */
export type Stored<Row> = Row & { readonly id: string };

export const stored = <Row extends object>(row: { id: string; doc: Row }): Stored<Row> => ({
  ...row.doc,
  id: row.id,
});
