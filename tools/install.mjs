/** Installs what the lock file names, when it is not installed already. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(fileURLToPath(import.meta.url), '..', '..');
const marker = join(root, 'node_modules', '.rapport-installed');

/** Ends the program with one sentence that says what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major > 24)
    stop(
      `Rapport needs Node 20.19 to 24, this is ${process.versions.node}: install Node 20 and run the command again.`,
    );
}

/** `all` holds what tests need as well; `run` is enough to build and start. */
export function install(wanted) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const [hash, scope] = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : [];
  if (hash === lock && (scope === 'all' || scope === wanted)) return false;
  const args = ['ci', '--no-audit', '--no-fund', ...(wanted === 'run' ? ['--omit=dev'] : [])];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error || status !== 0)
    stop(
      'The packages could not be installed (see above): check network and free disk space, then run the command again.',
    );
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(marker, `${lock} ${wanted}`);
  return true;
}
