import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { appUrl, prepareDatabase } from '@rapport/platform/database';
import pg from 'pg';
import { TEST_SERVER_URL } from './test-server.js';

const FAREWELL_MS = 2000;
const LOOK_EVERY_MS = 20;

export interface FreshDatabase {
  /** Owner of everything: migrations. */
  readonly ownerUrl: string;
  /** The same database as the services see it, under row-level security. */
  readonly appUrl: string;
  /** Owner of a second, empty database for the key store. */
  readonly keysUrl: string;
  drop(): Promise<void>;
}

/** An empty database on the server of this test run, with the app role; nobody else uses it. */
export async function freshDatabase(name = 'test'): Promise<FreshDatabase> {
  const server = process.env[TEST_SERVER_URL];
  if (!server) throw new Error('no test server: this suite must be an .int.spec.ts or .e2e.spec.ts');
  const unique = `${name}_${randomBytes(6).toString('hex')}`;
  const keys = `${unique}_keys`;
  await onServer(server, [`create database "${unique}"`, `create database "${keys}"`]);
  const ownerUrl = withDatabase(server, unique);
  await prepareDatabase(ownerUrl);
  return {
    ownerUrl,
    appUrl: appUrl(ownerUrl),
    keysUrl: withDatabase(server, keys),
    async drop() {
      await farewell(server, [unique, keys]);
      await onServer(
        server,
        [unique, keys].map((each) => `drop database if exists "${each}" with (force)`),
      );
    },
  };
}

/**
 * A pool says that it has ended before the server knows. Whoever is thrown out in that moment gets an error that nobody
 * listens for any more, so what is going is let go; who has not gone by then is thrown out.
 */
async function farewell(server: string, databases: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (let look = 0; look < FAREWELL_MS / LOOK_EVERY_MS; look++) {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from pg_stat_activity where datname = any($1)',
        [databases],
      );
      if (rows[0]?.n === 0) return;
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    await client.end();
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
