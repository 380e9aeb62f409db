import pg from 'pg';

/** The role the services work as: it owns nothing, may not bypass row-level security and cannot log in. */
export const APP_ROLE = 'rapport_app';

/**
 * Creates the app role if it is missing and lets the connecting user take it. Run once before migrations,
 * over the owner's connection; safe to run from several processes at once.
 */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ known: boolean; mine: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as known,
              coalesce((select pg_has_role(current_user, oid, 'set') from pg_roles where rolname = $1), false) as mine`,
      [APP_ROLE],
    );
    if (!rows[0]?.known)
      await unlessDoneMeanwhile(
        client.query(
          `create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication`,
        ),
      );
    if (!rows[0]?.mine) await unlessDoneMeanwhile(client.query(`grant ${APP_ROLE} to current_user`));
  } finally {
    await client.end();
  }
}

/** Another process did the same a moment ago: role exists, or its catalogue row was just changed. */
async function unlessDoneMeanwhile(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const done = code === '42710' || code === '23505' || (code === 'XX000' && /concurrently/.test(message));
    if (!done) throw error;
  }
}

/** The owner's URL turned into the services' URL: every connection starts as the app role. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const options = url.searchParams.get('options');
  const role = `-c role=${APP_ROLE}`;
  url.searchParams.delete('options');
  const query = [...url.searchParams].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  query.push(`options=${encodeURIComponent(options === null ? role : `${options} ${role}`)}`);
  url.search = query.join('&');
  return url.href;
}

export interface PoolOptions {
  /** Most connections; default 10. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Milliseconds a statement may run; default 15 000. The client gives up one second later. */
  readonly statementTimeout?: number;
  /** Milliseconds to wait for a row or table that somebody else has locked; by default as long as a statement may run. */
  readonly lockTimeout?: number;
  /** Milliseconds to wait for a connection; default 5 000. */
  readonly connectTimeout?: number;
  /** Milliseconds a transaction may idle: an idle one holds back every reader of the log. Default 10 000. */
  readonly idleInTransactionTimeout?: number;
  /** Sends what is queued on a connection without waiting for the answers to what went before; no cursors then. */
  readonly pipeline?: boolean;
  /** Told when a connection breaks, idle or in use; the pool replaces it by itself. May be told twice. */
  readonly onError?: (error: Error) => void;
}

/** A pool on which nothing hangs for ever: connecting, statements and idle transactions have limits. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const statementTimeout = options.statementTimeout ?? 15_000;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    ...(options.name === undefined ? {} : { application_name: options.name }),
    connectionTimeoutMillis: options.connectTimeout ?? 5000,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + 1000,
    ...(options.lockTimeout === undefined ? {} : { lock_timeout: options.lockTimeout }),
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 10_000,
    keepAlive: true,
    ...(options.pipeline === undefined ? {} : { pipeline: options.pipeline }),
  });
  const onError = options.onError ?? (() => {});
  pool.on('error', onError);
  // The pool listens while a connection is idle only; one that breaks in use must not end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Why the database gave no answer: it took too long, or it cannot be reached. */
export type DatabaseTrouble = 'slow' | 'away';

/** Ended by a statement, lock or transaction limit. */
const SLOW = new Set(['57014', '55P03', '25P03', '25P04']);
/** Going down, starting up, full of connections, or out of reach; all of class 08 as well. */
const AWAY = new Set([
  ...['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'],
  ...['EHOSTUNREACH', 'ENETUNREACH'],
]);
/** The driver's own words, which have no code. */
const WORDS =
  /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the database could not answer in time, and not that something is wrong with the question. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  const { code, message, cause } = error as Error & { readonly code?: unknown };
  if (typeof code === 'string') {
    if (SLOW.has(code)) return 'slow';
    if (AWAY.has(code) || /^08\w{3}$/.test(code)) return 'away';
  }
  return WORDS.test(message) ? 'away' : databaseTrouble(cause);
}
