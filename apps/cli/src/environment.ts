import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** In the data folder of a platform that `npm start` runs: how to reach its services. */
export const ENVIRONMENT_FILE = 'environment';

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/**
 * Where the embedded services of this checkout may keep their data, the wished place first: what RAPPORT_DATA names
 * and nothing else, or `.data` in the checkout, or a folder of root's below /var/lib.
 */
export function installationFolders(wished = process.env['RAPPORT_DATA']): readonly [string, ...string[]] {
  if (wished) return [resolve(wished)];
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  return [join(checkout, '.data'), join('/var/lib/rapport', name)];
}

/** Writes variables for the command line, readable by their owner alone; answers how to remove them. */
export function writeEnvironment(
  folder: string,
  variables: Readonly<Record<string, string | undefined>>,
): () => void {
  const file = join(folder, ENVIRONMENT_FILE);
  const lines = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}='${value}'\n`],
  );
  // A file of an earlier run may have other rights: begin anew.
  rmSync(file, { force: true });
  writeFileSync(file, lines.join(''), { mode: 0o600, flag: 'wx' });
  return () => rmSync(file, { force: true });
}

/** No settings were given and no running platform was found. */
export class NoEnvironment extends Error {}

/**
 * The environment of this process; without DATABASE_URL in it, the variables of a file: the one named, or the one that
 * a running `npm start` of this checkout has written.
 */
export function readEnvironment(
  named: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Readonly<Record<string, string | undefined>> {
  if (named === undefined && (env['DATABASE_URL'] || env['DATABASE_URL_FILE'])) return env;
  const candidates =
    named === undefined
      ? installationFolders(env['RAPPORT_DATA']).map((folder) => join(folder, ENVIRONMENT_FILE))
      : [resolve(named)];
  const file = candidates.find((path) => existsSync(path));
  if (file === undefined)
    throw new NoEnvironment(
      named === undefined
        ? 'no running platform found: start one with `npm start`, set DATABASE_URL, or name a file with --env-file'
        : `there is no file ${named}`,
    );
  return { ...env, ...parseEnv(readFileSync(file, 'utf8')) };
}
