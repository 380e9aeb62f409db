import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reachableForNobody } from './binaries.js';
import { startPostgres } from './postgres.js';
import { identityOf } from './process-identity.js';

/** Where suites find the server of their run. */
export const TEST_SERVER_URL = 'RAPPORT_TEST_POSTGRES_URL';
const PREFIX = 'rapport-test-';

/**
 * Starts the server that the suites of this run share and names it in the environment. A server given there
 * already is used as it is. What killed runs left behind is cleared away first.
 */
export async function startTestServer(): Promise<{ stop(): Promise<void> }> {
  if (process.env[TEST_SERVER_URL]) return { stop: () => Promise.resolve() };
  const base = (await reachableForNobody(tmpdir())) ? tmpdir() : '/var/tmp';
  await clearLeftovers(base);
  const dataDir = await mkdtemp(path.join(base, PREFIX));
  await chmod(dataDir, 0o755);
  await writeFile(path.join(dataDir, 'run'), (await identityOf(process.pid)) ?? '');
  const server = await startPostgres({ dataDir, durable: false });
  process.env[TEST_SERVER_URL] = server.url('postgres');
  return {
    stop: async () => {
      await server.stop();
      delete process.env[TEST_SERVER_URL];
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Folders of runs whose process is gone: their server is stopped and the folder removed. */
async function clearLeftovers(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    if (!name.startsWith(PREFIX)) continue;
    const dataDir = path.join(base, name);
    const run = await readFile(path.join(dataDir, 'run'), 'utf8').catch(() => '');
    if (run === '' || (await identityOf(Number(run.split(' ')[0]))) === run) continue;
    if (existsSync(path.join(dataDir, 'cluster', 'postmaster.pid'))) {
      const server = await startPostgres({ dataDir, durable: false }).catch(() => undefined);
      await server?.stop();
    }
    await rm(dataDir, { recursive: true, force: true }).catch(() => {});
  }
}
