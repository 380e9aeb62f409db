import { createHash } from 'node:crypto';
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

/** Names of statements by their text: what has a name is parsed and planned once for each connection. */
const names = new Map<string, string>();
const MOST_NAMES = 500;

function named(text: string): { readonly text: string; readonly name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { text, name: known };
  if (names.size >= MOST_NAMES) return { text };
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return { text, name };
}

/** Rows of a statement whose text and values were put together. */
export async function rowsOf<T extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: Values,
): Promise<readonly T[]> {
  const { rows } = await client.query<T>({ ...named(text), values: values.list });
  return rows;
}

/** A stored row with its key. */
export type Stored<Row> = Row & { readonly id: string };

export const stored = <Row extends object>(row: { id: string; doc: Row }): Stored<Row> => ({
  ...row.doc,
  id: row.id,
});
