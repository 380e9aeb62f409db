import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { EmbeddedStartError, explainStartFailure } from './start-error.js';
import { startPostgres, type RunningPostgres, type StartOptions } from './postgres.js';

jest.setTimeout(60_000);

let dataDir: string;
let started: RunningPostgres[] = [];

const start = async (options: Partial<StartOptions> = {}): Promise<RunningPostgres> => {
  const server = await startPostgres({ dataDir, durable: false, ...options });
  started.push(server);
  return server;
};

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows as unknown[];
};

const refusal = async (options: Partial<StartOptions> = {}): Promise<EmbeddedStartError> => {
  const outcome = await start(options).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(EmbeddedStartError);
  return outcome as EmbeddedStartError;
};

const pidOf = async (): Promise<number> =>
  Number((await readFile(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'rapport-launcher-'));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  for (const server of started) await server.stop();
  started = [];
  await rm(dataDir, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps data, port and password over a restart', async () => {
    const first = await start();
    await query(await first.ensureDatabase('rapport'), 'create table kept as select 42 as answer');
    expect(await first.ensureDatabase('rapport')).toBe(first.url('rapport'));
    await first.stop();

    const second = await start();
    expect(second.attached).toBe(false);
    expect(second.url('rapport')).toBe(first.url('rapport'));
    expect(await query(second.url('rapport'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect((await stat(path.join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('is durable only when asked to be, and admits nobody without the password', async () => {
    const server = await start({ durable: true });
    const settings = `select current_setting('fsync') || current_setting('synchronous_commit') ||
      current_setting('full_page_writes') || current_setting('listen_addresses') as said`;
    expect(await query(server.url('postgres'), settings)).toEqual([{ said: 'ononon127.0.0.1' }]);
    const stranger = server.url('postgres').replace(/:[^:@]+@/, ':guess@');
    await expect(query(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('lets a second start of a living owner attach without taking the server over', async () => {
    const owner = await start();
    const guest = await start();
    expect([guest.attached, guest.port]).toEqual([true, owner.port]);
    await guest.stop();
    expect(await query(owner.url('postgres'), 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('adopts the server that a killed parent left running', async () => {
    const loader = path.join(path.dirname(fileURLToPath(import.meta.url)), 'sources.mjs');
    const script = `const { importFromSources } = await import(${JSON.stringify(loader)});
      const { startPostgres } = await importFromSources('postgres');
      await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
      process.kill(process.pid, 'SIGKILL');`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    const [, signal] = (await once(parent, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');

    const pid = await pidOf();
    const adopted = await start();
    expect(adopted.attached).toBe(true);
    await adopted.stop();
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('recovers what was committed after the server itself was killed', async () => {
    const first = await start({ durable: true });
    await query(first.url('postgres'), 'create table kept as select 7 as answer');
    process.kill(await pidOf(), 'SIGKILL');
    await first.stop();
    const second = await start({ durable: true });
    expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 7 }]);
  });

  it('starts once when two processes ask at the same time', async () => {
    const [a, b] = await Promise.all([start(), start()]);
    expect(a.port).toBe(b.port);
    expect([a.attached, b.attached].sort()).toEqual([false, true]);
  });

  it('says that the wished port is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as { port: number };
    expect(await refusal({ port })).toMatchObject({
      reason: 'port-taken',
      message: expect.stringContaining(`${port}`),
    });
    occupant.close();
  });

  it('says that the folder is of another version, damaged, or not a folder', async () => {
    const server = await start();
    await server.stop();
    await writeFile(path.join(dataDir, 'cluster', 'PG_VERSION'), '15\n');
    expect(await refusal()).toMatchObject({ reason: 'wrong-version' });
    await writeFile(path.join(dataDir, 'cluster', 'PG_VERSION'), 'rubbish\n');
    expect(await refusal()).toMatchObject({ reason: 'broken-data' });
    await writeFile(path.join(dataDir, 'cluster', 'PG_VERSION'), '18\n');
    await rm(path.join(dataDir, 'cluster', 'global', 'pg_control'));
    expect(await refusal()).toMatchObject({ reason: 'broken-data' });
    expect(await refusal({ dataDir: path.join(dataDir, 'password') })).toMatchObject({
      reason: 'broken-data',
    });
  });
});

describe('explaining a failed start', () => {
  it.each([
    ['initdb: error: could not create directory: No space left on device', 'disk-full'],
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
    ['initdb: error: could not access directory "/x": Permission denied', 'no-permission'],
    ['FATAL:  data directory "/x" has wrong ownership', 'no-permission'],
    ['error while loading shared libraries: libicui18n.so.60', 'unsupported-platform'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1', 'broken-data'],
    ['something else', 'failed'],
  ] as const)('reads %j as %s, in one sentence that names the folder or the system', (said, reason) => {
    const error = explainStartFailure(said, { dataDir: '/x' });
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(/\/x|linux|darwin|win32/);
    expect(error.message).not.toContain('\n');
  });
});
