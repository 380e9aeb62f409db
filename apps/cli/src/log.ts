import {
  BrokenFile,
  exportLog,
  importLog,
  openEventStore,
  rebaseLog,
  rotateKeys,
  Unavailable,
  type Moving,
} from '@rapport/event-store';
import { createPool } from '@rapport/platform/database';
import type pg from 'pg';
import { CommandFailed, type Command, type Given } from './command-line.js';
import { progressBar } from './progress-bar.js';

export const logCommands: readonly Command[] = [
  {
    words: 'log export',
    operands: '<file>',
    says: 'writes the whole log to a file, one event a line; stopped or killed, it goes on in the same file',
    run: (given) => move(given, exportLog, 'exported'),
  },
  {
    words: 'log import',
    operands: '<file>',
    says: 'puts an exported log into this one, as it was, and compares; stopped or killed, run it again',
    run: (given) => move(given, importLog, 'imported and compared'),
  },
  {
    words: 'log rebase',
    says: 'after a dump was restored into another cluster: new events come after those that are there',
    run: rebase,
  },
  {
    words: 'keys rotate',
    says: 'wraps every data key under KEY_ENCRYPTION_KEY; FORMER_KEY_ENCRYPTION_KEYS are those until now',
    run: rotate,
  },
];

async function move(
  given: Given,
  how: (moving: Moving) => Promise<{ tenants: number; events: number }>,
  done: string,
): Promise<void> {
  const [file, more] = given.operands;
  if (file === undefined || more !== undefined) throw new CommandFailed('name one file');
  const settings = given.settings();
  const bar = progressBar(process.stderr, 'kB');
  await withOwner(settings.DATABASE_URL, async (pool) => {
    const store = await openEventStore({
      kurrentUrl: settings.KURRENTDB_URL,
      pool,
      listenUrl: settings.DATABASE_URL,
    });
    try {
      const { tenants, events } = await how({
        store,
        file,
        signal: given.signal,
        onProgress: ({ bytes, of }) =>
          bar.at(Math.round(bytes / 1000), of === null ? null : Math.round(of / 1000)),
      });
      bar.end();
      given.print(`${events} events of ${tenants} firms ${done}`);
    } catch (error) {
      bar.end();
      if (given.signal.aborted) throw new CommandFailed('stopped; the same command goes on from here');
      if (error instanceof Unavailable)
        throw new CommandFailed('the log does not answer: is it running?', { cause: error });
      const { code, message } = error as NodeJS.ErrnoException;
      const expected = error instanceof BrokenFile || error instanceof RangeError;
      if (expected || ['ENOENT', 'EACCES', 'ENOSPC', 'EISDIR'].includes(code ?? ''))
        throw new CommandFailed(message, { cause: error });
      throw error;
    } finally {
      await store.close();
    }
  });
}

async function rebase({ settings, print }: Given): Promise<void> {
  await withOwner(settings().DATABASE_URL, async (pool) => {
    const { moved, tenants, offset } = await rebaseLog(pool);
    print(
      `${moved ? 'the log was moved to this cluster' : 'the log is at home here'}: ${tenants} firms, transactions counted from ${offset}`,
    );
  });
}

async function rotate({ settings, print, signal }: Given): Promise<void> {
  const { KEYS_DATABASE_URL, DATABASE_URL, KEY_ENCRYPTION_KEY, FORMER_KEY_ENCRYPTION_KEYS = '' } = settings();
  const bar = progressBar(process.stderr, 'keys');
  await withOwner(KEYS_DATABASE_URL ?? DATABASE_URL, async (pool) => {
    try {
      const done = await rotateKeys({
        pool,
        to: KEY_ENCRYPTION_KEY,
        from: FORMER_KEY_ENCRYPTION_KEYS.split(',').filter(Boolean),
        signal,
        onProgress: (now, of) => bar.at(now, of),
      });
      print(`${done} keys wrapped anew; FORMER_KEY_ENCRYPTION_KEYS may go when no service has it as its own`);
    } catch (error) {
      if (signal.aborted) throw new CommandFailed('stopped; the same command goes on from here');
      throw error instanceof RangeError ? new CommandFailed(error.message, { cause: error }) : error;
    } finally {
      bar.end();
    }
  });
}

/** Connections as the owner: only the owner may restore events and change numbering. */
async function withOwner(url: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = createPool(url, { name: 'rapport cli', max: 3, statementTimeout: 120_000 });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}
