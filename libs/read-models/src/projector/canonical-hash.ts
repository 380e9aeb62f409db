import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';

const PAGE = 1000;

/** JSON with sorted keys and nothing between: equal values give equal texts. Numbers as JavaScript prints them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join()}}`;
}

export interface TableHash {
  readonly rows: number;
  /** SHA-256 over the rows of the tenant in order of their ids, as canonical JSON, a line each; hexadecimal. */
  readonly sha256: string;
}

/** The hash of one tenant's rows in a table, within the transaction that the client is in. */
export async function canonicalHash(client: pg.PoolClient, table: string): Promise<TableHash> {
  await client.query("set local timezone = 'UTC'");
  const hash: Hash = createHash('sha256');
  let rows = 0;
  for (let after = ''; ;) {
    const page = await client.query<{ id: string; row: object }>(
      `select id, to_jsonb(t) - 'tenant_id' as row from ${table} t
       where id collate "C" > $1 order by id collate "C" limit ${PAGE}`,
      [after],
    );
    for (const { row } of page.rows) hash.update(`${canonicalJson(row)}\n`);
    rows += page.rows.length;
    if (page.rows.length < PAGE) return { rows, sha256: hash.digest('hex') };
    after = page.rows.at(-1)!.id;
  }
}
