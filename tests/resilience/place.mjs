import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deciders, eventCodec } from '../../libs/domain/dist/index.js';
import { openLog } from '../../libs/event-store/dist/index.js';
import { appUrl, createPool } from '../../libs/platform/dist/database.js';
import { startPostgres } from '../../libs/testing/dist/embedded/index.js';
import { migrateAll } from '../../apps/solo/dist/migrate-all.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export async function eventually(what, look, patienceMs = 60_000) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look().catch(() => false);
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await pause(25);
  }
}

/** Waits until a number has not changed for a while: whoever still works would have changed it. */
export async function quiet(look, ms) {
  for (let [last, since] = [await look(), Date.now()]; Date.now() - since < ms; await pause(50)) {
    const now = await look();
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A durable PostgreSQL of its own, migrated, with a firm in it. */
export async function openPlace() {
  const dataDir = mkdtempSync('/var/tmp/resil-');
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const start = () => startPostgres({ dataDir, durable: true, port });
  let server = await start();
  const url = await server.ensureDatabase('resilience');
  const keys = await server.ensureDatabase('resilience_keys');
  await migrateAll(url, keys);
  const settings = {
    DATABASE_URL: url,
    KEYS_DATABASE_URL: keys,
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
  };
  const log = await openLogAt({ settings }, url);
  const owner = createPool(url, { max: 3 });
  const pool = createPool(appUrl(url), { max: 3 });
  return {
    settings,
    log,
    owner,
    pool,
    url,
    dataDir,
    urlThrough(proxyPort) {
      const through = new URL(url);
      through.port = String(proxyPort);
      return through.href;
    },
    async send(tenantId, commands, commandId = randomUUID()) {
      const meta = { tenantId, actorId: 'system:resilience', commandId, correlationId: commandId };
      const now = new Date().toISOString();
      const outcome = await log.journal.executeAll(commands, { ...meta, causationId: null, now });
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
      return outcome;
    },
    /** As a power cut of the server process: no checkpoint, no goodbye. Comes back by recovery. */
    async killPostgres() {
      const pid = Number(readFileSync(`${dataDir}/cluster/postmaster.pid`, 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      server = await eventually('PostgreSQL is back', start);
    },
    async close() {
      await log.close();
      await Promise.all([owner.end(), pool.end()]);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The log as services open it, reached at another address. */
export const openLogAt = ({ settings }, url) =>
  openLog({ settings: { ...settings, DATABASE_URL: url }, codec: eventCodec, deciders });

/** Events that mean nothing, to be stored and found again. */
export const facts = (tenantId, ids, more = {}) =>
  ids.map((id) => ({
    eventId: id,
    type: 'Resilience.v1',
    data: { id, ...more },
    meta: {
      tenantId,
      actorId: 'system:resilience',
      commandId: id,
      $correlationId: id,
      $causationId: null,
      at: new Date().toISOString(),
    },
  }));

/**
 * A child of this run. Supervised as services are: one that ends without being asked to is started again, later each
 * time; how often that was so is counted, and what it said at last is kept.
 */
export class Child {
  ended = [];
  said = '';

  constructor(script, env, { args = [], node = [], supervised = false } = {}) {
    Object.assign(this, { script, env, args, node, supervised });
  }

  start() {
    clearTimeout(this.again);
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [...this.node, `${root}/${this.script}`, ...this.args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, ...this.env },
    });
    const began = Date.now();
    const said = () => this.said.slice(-2000);
    for (const out of [child.stdout, child.stderr]) out.on('data', (bytes) => (this.said += bytes));
    this.process = child;
    this.asked = false;
    this.end = new Promise((resolve) => child.once('exit', resolve));
    child.once('exit', (code, signal) => {
      if (this.asked) return;
      this.ended.push({ code, signal, lived: Date.now() - began, said: said() });
      if (this.supervised)
        this.again = setTimeout(() => this.start(), Math.min(100 * 2 ** this.ended.length, 2000));
    });
  }

  /** Whether it has said so at any time. */
  heard(words) {
    return this.said.includes(words);
  }

  /** Killing and stopping answer how it ended; one that is not running is left alone. */
  async signal(name) {
    if (!this.process) return;
    const deadly = name === 'SIGKILL' || name === 'SIGTERM';
    if (deadly) {
      this.asked = true;
      clearTimeout(this.again);
    }
    this.process.kill(name);
    return deadly ? this.end : undefined;
  }
}

export const found = (tenantId, teamId) => [
  {
    category: 'Firm',
    id: tenantId,
    command: { type: 'FoundFirm', slug: `firm-${tenantId.slice(0, 8)}`, name: 'Firm', locale: 'en' },
  },
  {
    category: 'Team',
    id: teamId,
    command: { type: 'FormTeam', clientId: randomUUID(), name: 'Team', function: 'sales' },
  },
];

export const joins = (teamId, personId) => ({
  category: 'Team',
  id: teamId,
  command: { type: 'AddTeamMember', personId, validFrom: '2026-01-01' },
});
