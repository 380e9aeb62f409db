import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, reachableForNobody, serverAccount, worldReadable, type Binaries } from './binaries.js';
import { alive, identityOf, withStartLock } from './process-identity.js';
import { EmbeddedStartError, explainStartFailure } from './start-error.js';

export interface StartOptions {
  /** Folder of this server: cluster, password, port and log lie in it. Created when missing. */
  readonly dataDir: string;
  /** Wished port; when absent a free one is chosen and remembered in the folder. */
  readonly port?: number;
  /** False only for tests: a crash of the machine may then lose what was acknowledged. */
  readonly durable: boolean;
  readonly onProgress?: (step: string) => void;
}

export interface RunningPostgres {
  readonly port: number;
  /** True when the server was already running: left behind by a killed parent, or started by a living one. */
  readonly attached: boolean;
  url(database: string): string;
  /** Creates the database when it is missing and answers its URL. */
  ensureDatabase(name: string): Promise<string>;
  /** Stops the server, unless a living process that is not this one started it. */
  stop(): Promise<void>;
}

interface Place {
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

const MAJOR = '18';
const RECOVERY_LIMIT_MS = 180_000;

/**
 * Starts the bundled PostgreSQL on 127.0.0.1, or attaches to the one that already runs on this folder.
 * Every failure is an `EmbeddedStartError` whose message says what to do.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const progress = options.onProgress ?? (() => {});
  try {
    await prepareFolder(dataDir);
    return await withStartLock(path.join(dataDir, 'starting'), async () => {
      const place: Place = {
        dataDir,
        cluster: path.join(dataDir, 'cluster'),
        password: await passwordOf(dataDir),
        log: path.join(dataDir, 'postgres.log'),
      };
      const running = await runningServer(place);
      if (running) return await handle(place, running.port, running.pid, true);

      const binaries = await findBinaries(progress);
      await initialise(place, binaries, options.durable, progress);
      progress('starting PostgreSQL');
      const started = await launchOnSomePort(place, binaries, options);
      return await handle(place, started.port, started.pid, false);
    });
  } catch (error) {
    throw explainStartFailure(error, { dataDir, port: options.port });
  }
}

async function prepareFolder(dataDir: string): Promise<void> {
  const there = await stat(dataDir).catch(() => undefined);
  if (there && !there.isDirectory())
    throw new EmbeddedStartError(
      'broken-data',
      `${dataDir} is a file where a data folder is expected: move it away.`,
    );
  if (process.getuid?.() === 0 && !(await reachableForNobody(dataDir)))
    throw new EmbeddedStartError(
      'no-permission',
      `PostgreSQL does not run as root and its account cannot reach ${dataDir}: choose a data folder outside private folders, for example under /var/lib.`,
    );
  worldReadable(() => mkdirSync(dataDir, { recursive: true }));
}

async function passwordOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'password');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim() !== '') return known.trim();
  const fresh = randomBytes(24).toString('base64url');
  await writeFile(file, fresh, { mode: 0o600 });
  return fresh;
}

/** The server whose pid file lies in the cluster, if it lives and answers for this very folder. */
async function runningServer(place: Place): Promise<{ pid: number; port: number } | undefined> {
  const pidFile = path.join(place.cluster, 'postmaster.pid');
  const deadline = Date.now() + RECOVERY_LIMIT_MS;
  for (;;) {
    const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!(pid > 0)) return undefined;
    if (!alive(pid) || !(await isPostgres(pid))) {
      await rm(pidFile, { force: true });
      return undefined;
    }
    const answer = port > 0 ? await ask(place, port) : 'silent';
    if (answer === 'ours') return { pid, port };
    if (answer === 'stranger' || Date.now() > deadline)
      throw new EmbeddedStartError(
        'broken-data',
        `PostgreSQL (process ${pid}) holds the data folder ${place.dataDir} but does not answer: stop that process and start again.`,
      );
    await pause(100);
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined ? process.platform !== 'linux' : command.includes('postgres');
}

async function ask(place: Place, port: number): Promise<'ours' | 'silent' | 'stranger'> {
  const client = new pg.Client({
    connectionString: urlOf(place, port, 'postgres'),
    connectionTimeoutMillis: 2000,
    query_timeout: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === place.cluster ? 'ours' : 'stranger';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'stranger' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** Builds the cluster aside and moves it into place, so that a killed first start leaves nothing half-made. */
async function initialise(
  place: Place,
  binaries: Binaries,
  durable: boolean,
  progress: (step: string) => void,
): Promise<void> {
  const found = await readdir(place.cluster).catch(() => [] as string[]);
  if (found.length > 0) {
    const version = (await readFile(path.join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
    if (!/^\d+$/.test(version)) throw explainStartFailure('PG_VERSION is damaged', place);
    if (version !== MAJOR) throw explainStartFailure(`initialized by PostgreSQL version ${version}`, place);
    return;
  }
  progress('creating the database');
  const draft = `${place.cluster}.new`;
  const secret = path.join(draft, '..', 'password.new');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(secret, place.password, { mode: 0o600 });
  const { uid, gid } = serverAccount();
  if (uid !== undefined && gid !== undefined) {
    await chown(draft, uid, gid);
    await chown(secret, uid, gid);
  }
  try {
    await run(binaries.initdb, [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ]);
  } finally {
    await rm(secret, { force: true });
  }
  await rm(place.cluster, { recursive: true, force: true });
  await rename(draft, place.cluster);
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      ...serverAccount(),
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said || `exit ${code}`))));
  });
}

async function launchOnSomePort(
  place: Place,
  binaries: Binaries,
  options: StartOptions,
): Promise<{ pid: number; port: number }> {
  const memory = path.join(place.dataDir, 'port');
  const remembered = Number(await readFile(memory, 'utf8').catch(() => '0'));
  for (let attempt = 0; ; attempt++) {
    const port =
      options.port ?? (attempt === 0 && (await isFree(remembered)) ? remembered : await freePort());
    try {
      const pid = await launch(place, binaries, port, options.durable);
      await writeFile(memory, String(port));
      return { pid, port };
    } catch (error) {
      const failure = explainStartFailure(error, { ...place, port });
      if (failure.reason !== 'port-taken' || options.port !== undefined || attempt >= 5) throw failure;
    }
  }
}

const isFree = async (port: number): Promise<boolean> => port > 0 && (await listenOn(port)) === port;

const freePort = async (): Promise<number> => (await listenOn(0)) ?? 0;

const listenOn = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

/** Details of statements stay out of the log: they may hold names and answers. */
const settings = (port: number, durable: boolean): Record<string, string> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
  ...(durable
    ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
    : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
});

/** A session of its own keeps Ctrl-C in the terminal from stopping the database before its users. */
async function launch(place: Place, binaries: Binaries, port: number, durable: boolean): Promise<number> {
  const before = await rotateLog(place.log);
  const log = openSync(place.log, 'a', 0o600);
  const args = Object.entries(settings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...args], {
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    detached: true,
    ...serverAccount(),
  });
  closeSync(log);
  let ended: unknown;
  child.on('error', (error) => (ended = error));
  child.on('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  child.unref();

  const deadline = Date.now() + RECOVERY_LIMIT_MS;
  for (;;) {
    if (ended !== undefined) {
      const said = await logSince(place.log, before);
      throw explainStartFailure(said === '' ? ended : said, { ...place, port });
    }
    if ((await ask(place, port)) === 'ours') return child.pid!;
    if (Date.now() > deadline) {
      child.kill('SIGINT');
      throw explainStartFailure('no answer in time', { ...place, port });
    }
    await pause(20);
  }
}

async function rotateLog(file: string): Promise<number> {
  const size = await stat(file).then(
    (s) => s.size,
    () => 0,
  );
  if (size < 10_000_000) return size;
  await rename(file, `${file}.old`);
  return 0;
}

async function logSince(file: string, offset: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(20_000), position: offset });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

const urlOf = (place: Place, port: number, database: string): string =>
  `postgresql://postgres:${encodeURIComponent(place.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

async function handle(place: Place, port: number, pid: number, attached: boolean): Promise<RunningPostgres> {
  const ownerFile = path.join(place.dataDir, 'owner');
  const owner = await readFile(ownerFile, 'utf8').catch(() => '');
  const mine = !attached || (await identityOf(Number(owner.split(' ')[0]))) !== owner;
  if (mine) await writeFile(ownerFile, (await identityOf(process.pid)) ?? '');
  let stopping: Promise<void> | undefined;
  return {
    port,
    attached,
    url: (database) => urlOf(place, port, database),
    ensureDatabase: (name) => ensureDatabase(place, port, name),
    stop: () =>
      (stopping ??= mine ? stopServer(pid).then(() => rm(ownerFile, { force: true })) : Promise.resolve()),
  };
}

async function ensureDatabase(place: Place, port: number, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await client.end();
  }
  return urlOf(place, port, name);
}

/** Fast shutdown; after half a minute the immediate one, which the next start recovers from. */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!alive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (alive(pid) && Date.now() < deadline) await pause(20);
  }
}
