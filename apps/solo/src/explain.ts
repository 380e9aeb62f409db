import { readFileSync, statfsSync } from 'node:fs';
import { ConfigurationError, PortTaken } from '@rapport/platform';
import { EmbeddedStartError } from '@rapport/testing/embedded';
import { BrokenSecrets } from './home.js';

/** Less than this is a full disk: PostgreSQL alone takes 16 MB at a time for its log. */
const FULL_BELOW_BYTES = 17_000_000;

/** What an error is made of: itself, what caused it, and what a driver or several attempts say beneath it. */
function* layers(error: unknown): Generator<NodeJS.ErrnoException> {
  if (!(error instanceof Error)) return;
  yield error;
  const { cause, driverError, errors } = error as {
    cause?: unknown;
    driverError?: unknown;
    errors?: unknown;
  };
  for (const inner of [cause, driverError, ...(Array.isArray(errors) ? errors : [])]) yield* layers(inner);
}

const isFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
};

/** Node answers ENOENT for a folder that it should make, with all above it, on a disk that is read-only. */
const unmade = (found: readonly NodeJS.ErrnoException[]) =>
  found.find(({ code, syscall }) => code === 'ENOENT' && syscall === 'mkdir');

/** Whether the embedded PostgreSQL last spoke of a full disk. */
const endedFull = (data: string): boolean => {
  try {
    return readFileSync(`${data}/postgres/postgres.log`, 'utf8')
      .slice(-5000)
      .includes('No space left on device');
  } catch {
    return false;
  }
};

/** Why the platform did not start, in one line that says what to do; anything else is a defect and keeps its stack. */
export function explain(error: unknown, where: { data: string; ownDatabase: boolean }): string {
  const { data, ownDatabase } = where;
  if (
    error instanceof EmbeddedStartError ||
    error instanceof PortTaken ||
    error instanceof ConfigurationError ||
    error instanceof BrokenSecrets
  )
    return error.message;
  const found = [...layers(error)];
  const met = (...codes: string[]) => found.find(({ code }) => code !== undefined && codes.includes(code));
  const gone =
    met('ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P01', '57P02', '57P03') ??
    found.find(({ message }) => /^Connection terminated/.test(message));
  const denied = met('EACCES', 'EPERM', 'EROFS') ?? unmade(found);
  if (denied && !met('ENOSPC', 'EDQUOT', '53100'))
    return `${denied.path?.startsWith(data) === false ? denied.path : data} cannot be written: give yourself the right to it, or name another folder with RAPPORT_DATA.`;
  // PostgreSQL out of space may only be gone, and its end may have freed what it lacked.
  if (met('ENOSPC', 'EDQUOT', '53100') || isFull(data) || (gone && ownDatabase && endedFull(data)))
    return `The disk is full: free at least 1 GB where ${data} lies and run npm start again.`;
  const inTheWay = met('EEXIST', 'ENOTDIR');
  if (inTheWay)
    return `${inTheWay.path ?? data} is a file where a folder is expected: move it away, or name another folder with RAPPORT_DATA.`;
  if (gone)
    return ownDatabase
      ? `The embedded PostgreSQL has stopped: ${data}/postgres/postgres.log says why; run npm start again.`
      : 'The database of DATABASE_URL does not answer: check the address and that it runs.';
  if (!ownDatabase && met('28P01', '28000'))
    return 'The database of DATABASE_URL refuses the sign-in: check user and password in it.';
  if (!ownDatabase && met('3D000'))
    return 'The database that DATABASE_URL names does not exist: create it, or correct the name.';
  if (!ownDatabase && met('42501'))
    return 'The user of DATABASE_URL may not set up the database: name the user who owns it and may create roles.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
