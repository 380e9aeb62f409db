import { randomBytes } from 'node:crypto';
import { appUrl, prepareDatabase } from '@rapport/platform/database';
import pg from 'pg';
import { TEST_SERVER_URL } from './test-server.js';

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
    drop: () =>
      onServer(
        server,
        [unique, keys].map((each) => `drop database if exists "${each}" with (force)`),
      ),
  };
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
