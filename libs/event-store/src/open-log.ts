import type { DomainEvent, DomainRefusal } from '@rapport/domain';
import pg from 'pg';
import { openErasureLedger, type ErasureLedger } from './erasure-ledger.js';
import { createJournal, type Journal, type JournalOptions } from './journal.js';
import type { EventStore } from './port.js';
import { openPostgresStore } from './postgres.js';
import type { Vault } from './vault-port.js';
import { openVault } from './vault.js';

/** What `openEventStore` needs to choose an adapter. */
export interface EventStoreOptions {
  /** KurrentDB when given; else PostgreSQL. */
  readonly kurrentUrl?: string | undefined;
  readonly pool: pg.Pool;
  readonly listenUrl: string;
  readonly onTrouble?: (error: unknown) => void;
}

/** The log on KurrentDB when an address is given, else in PostgreSQL. */
export async function openEventStore({ kurrentUrl, ...postgres }: EventStoreOptions): Promise<EventStore> {
  if (kurrentUrl === undefined) return openPostgresStore(postgres);
  const { openKurrentStore } = await import('./kurrent.js');
  return openKurrentStore({
    url: kurrentUrl,
    ...(postgres.onTrouble ? { onTrouble: postgres.onTrouble } : {}),
  });
}

/** The variables of a service that concern the log. */
export interface LogSettings {
  /** Of the owner of the database; the log itself works as the app role. */
  readonly DATABASE_URL: string;
  /** Where data keys lie; the same database when absent. */
  readonly KEYS_DATABASE_URL?: string | undefined;
  readonly KURRENTDB_URL?: string | undefined;
  readonly KEY_ENCRYPTION_KEY: string;
  /** Earlier ones that still wrap data keys, parted by commas. */
  readonly FORMER_KEY_ENCRYPTION_KEYS?: string | undefined;
}

/** Everything a service needs of the log, with connections of its own. */
export interface Log {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly journal: Journal;
  /** Who was erased, beside the keys. */
  readonly erasures: ErasureLedger;
  /** Rejects when the log or the key store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const AS_APP_ROLE = '-c role=rapport_app';
const KEY_CONNECTIONS = 3;

/** Opens log and vault. The schemas must have been migrated by the owner before. */
export async function openLog(
  options: {
    readonly settings: LogSettings;
    /** Most connections for appending and reading; default 10. */
    readonly connections?: number;
    readonly onError?: (error: unknown) => void;
  } & Pick<JournalOptions<DomainEvent, DomainRefusal>, 'codec' | 'deciders'>,
): Promise<Log> {
  const { settings, codec, deciders, connections = 10, onError = () => {} } = options;
  const listenUrl = asAppRole(settings.DATABASE_URL);
  const pool = limitedPool(listenUrl, connections, onError);
  const keysUrl = asAppRole(settings.KEYS_DATABASE_URL ?? settings.DATABASE_URL);
  const keys = limitedPool(keysUrl, KEY_CONNECTIONS, onError);
  const vault = openVault({
    pool: keys,
    listenUrl: keysUrl,
    keyEncryptionKey: settings.KEY_ENCRYPTION_KEY,
    formerKeys: settings.FORMER_KEY_ENCRYPTION_KEYS?.split(',').filter(Boolean) ?? [],
  });
  const store = await openEventStore({
    kurrentUrl: settings.KURRENTDB_URL,
    pool,
    listenUrl,
    onTrouble: onError,
  });
  return {
    store,
    vault,
    erasures: openErasureLedger(keys, vault),
    journal: createJournal({ store, vault, codec, deciders }),
    ping: async () => {
      await Promise.all([store.tenants(), keys.query('select 1')]);
    },
    close: async () => {
      await Promise.all([store.close(), vault.close()]);
      await Promise.all([pool.end(), keys.end()]);
    },
  };
}

/** The URL with the app role as its first setting; a role given there already stays. */
function asAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const options = url.searchParams.get('options') ?? '';
  if (options.includes('role=')) return ownerUrl;
  const others = [...url.searchParams].filter(([name]) => name !== 'options');
  const all: [string, string][] = [...others, ['options', `${options} ${AS_APP_ROLE}`.trim()]];
  url.search = all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return url.href;
}

/** No connection, statement or idle transaction of the log hangs for ever. */
function limitedPool(connectionString: string, max: number, onError: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'rapport log',
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    query_timeout: 16_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  // The pool listens while a connection is idle only; one that breaks in use must not end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
