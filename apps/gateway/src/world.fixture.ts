import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addressedCommandSchema,
  deciders,
  eventCodec,
  streamOf,
  type AddressedCommand,
  type PersonId,
  type TenantId,
  type UserId,
} from '@rapport/domain';
import { migrateKeys, migrateLog, openLog, type Execution, type Log } from '@rapport/event-store';
import { migrateJobs, openJobQueue, type JobQueue } from '@rapport/jobs';
import {
  createLogger,
  readSettings,
  verifyServiceToken,
  type Logger,
  type Settings,
} from '@rapport/platform';
import { createPool } from '@rapport/platform/database';
import {
  migrateReadModels,
  openSession,
  projectBatch,
  projections,
  READ_CHANNEL,
  type EventSource,
  auditedDecisions,
  reactToBatch,
} from '@rapport/read-models';
import { freshDatabase } from '@rapport/testing/embedded';
import type pg from 'pg';
import { startGateway } from './start.js';

const key = (seed: number): string =>
  Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37 + seed * 11) % 251)).toString('base64');
/** What the services trust each other by. */
export const SECRET = key(1);

export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly headers: Headers;
  /** The value at `openEngagement.id`. */
  at(path: string): unknown;
}

export interface World {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly jobs: JobQueue;
  /** What the command line is given on this installation. */
  readonly operator: Settings<'cli'>;
  /** Sends commands as the system would, and brings the read models up to them. */
  send(tenant: TenantId, ...commands: readonly AddressedCommand[]): Promise<Execution>;
  /** A cookie of a new session. */
  userSession(tenant: TenantId, userId: string): Promise<string>;
  participantSession(tenant: TenantId, personId: string): Promise<string>;
  /** Sends an operation; the headers of a browser at home, unless told otherwise. */
  ask(
    cookie: string | null,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** While false, what is written stays unread. */
  projecting(on: boolean): Promise<void>;
  /** Takes over into the audit log what was decided since. */
  audited(tenant: TenantId): Promise<void>;
  /** Commands that went through the door, in order. */
  readonly sent: readonly { readonly commandId: string; readonly commands: readonly AddressedCommand[] }[];
  /** Stops taking commands. */
  closeDoor(): Promise<void>;
  close(): Promise<void>;
}

/** A gateway on a database of its own, with the real log behind the door that takes commands. */
export async function openWorld(
  env: Readonly<Record<string, string>> = {},
  /** The way from the gateway to its database; straight by default. */
  through: (databaseUrl: string) => string = (url) => url,
  logger?: Logger,
): Promise<World> {
  const database = await freshDatabase('gateway');
  const owner = createPool(database.ownerUrl, { max: 2 });
  const keys = createPool(database.keysUrl, { max: 2 });
  await migrateLog(owner);
  await migrateKeys(keys);
  await migrateReadModels(database.ownerUrl);
  await migrateJobs(database.ownerUrl);
  await Promise.all([owner.end(), keys.end()]);

  const common = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: database.ownerUrl,
    KEYS_DATABASE_URL: database.keysUrl,
    KEY_ENCRYPTION_KEY: key(2),
    SERVICE_TOKEN_SECRET: SECRET,
    PUBLIC_URL: 'http://localhost:4000',
    GRAPHQL_DOCUMENTS: 'any',
    ...env,
  };
  const log = await openLog({
    settings: readSettings('assessment', common),
    codec: eventCodec,
    deciders,
  });
  const pool = createPool(database.appUrl, { max: 5 });
  const jobs = openJobQueue({ databaseUrl: database.appUrl });
  const reading = readerOf(log, pool);
  const sent: { commandId: string; commands: readonly AddressedCommand[] }[] = [];
  const door = await openDoor(log, reading, sent);
  const gateway = await startGateway(
    readSettings('gateway', {
      ...common,
      DATABASE_URL: through(database.ownerUrl),
      KEYS_DATABASE_URL: through(database.keysUrl),
      ASSESSMENT_URL: `http://127.0.0.1:${portOf(door)}`,
    }),
    logger ?? createLogger('gateway', common.LOG_LEVEL),
  );

  const session = async (tenant: TenantId, subject: Parameters<typeof openSession>[2]) =>
    `rapport=${await openSession(pool, tenant, subject)}`;
  const world: World = {
    url: gateway.url,
    pool,
    jobs,
    operator: readSettings('cli', { ...common, ASSESSMENT_URL: `http://127.0.0.1:${portOf(door)}` }),
    sent,
    async send(tenant, ...commands) {
      const outcome = await log.journal.executeAll(commands, {
        tenantId: tenant,
        actorId: 'system:test',
        commandId: randomUUID(),
        correlationId: randomUUID(),
        causationId: null,
        now: new Date().toISOString(),
      });
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
      await reading.catchUp(tenant);
      return outcome;
    },
    userSession: (tenant, id) => session(tenant, { kind: 'user', id: id as UserId }),
    participantSession: (tenant, id) => session(tenant, { kind: 'participant', id: id as PersonId }),
    async audited(tenant) {
      while ((await reactToBatch(pool, tenant, sourceOf(log), auditedDecisions)) > 0);
    },
    async ask(cookie, query, variables = {}, headers = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          ...(cookie === null ? {} : { cookie }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return answerOf(response.status, response.headers, (await response.json()) as Partial<Answer>);
    },
    fetch: (path, init) => fetch(`${gateway.url}${path}`, init),
    projecting: (on) => reading.set(on),
    closeDoor: () => closeServer(door),
    async close() {
      await gateway.close();
      await closeServer(door);
      await jobs.close();
      await log.close();
      await pool.end();
      await database.drop();
    },
  };
  return world;
}

const answerOf = (status: number, headers: Headers, body: Partial<Answer>): Answer => ({
  status,
  headers,
  data: body.data ?? null,
  errors: body.errors ?? [],
  at: (path) =>
    path
      .split('.')
      .reduce<unknown>(
        (value, part) => (value as Record<string, unknown> | null | undefined)?.[part],
        body.data,
      ),
});

/** Read models that follow every command at once, so that no test has to wait for them. */
function readerOf(log: Log, pool: pg.Pool) {
  const source = sourceOf(log);
  const behind = new Set<TenantId>();
  let on = true;
  let before: Promise<unknown> = Promise.resolve();
  // One after the other: two at once would move the same checkpoint.
  const catchUp = (tenant: TenantId): Promise<void> => {
    const now = before.then(() => follow(tenant));
    before = now.catch(() => undefined);
    return now;
  };
  const follow = async (tenant: TenantId) => {
    behind.add(tenant);
    if (!on) return;
    while ((await projectBatch(pool, tenant, source, projections)) > 0);
    behind.delete(tenant);
    await pool.query('select pg_notify($1, $2)', [READ_CHANNEL, tenant]);
  };
  return {
    catchUp,
    async set(wanted: boolean) {
      on = wanted;
      if (on) for (const tenant of [...behind]) await catchUp(tenant);
    },
  };
}

const sourceOf = (log: Log): EventSource => ({
  read: async (tenant, after, limit) => log.journal.decode(await log.store.readAll(tenant, after, {}, limit)),
  woken: () => Promise.resolve(),
  async instrument(tenant, id) {
    const stored = await log.store.readStream(tenant, streamOf('Instrument', tenant, id));
    const events = (await log.journal.decode(stored)).flatMap((e) => ('event' in e ? [e.event] : []));
    return {
      documents: events.flatMap((e) => (e.type === 'InstrumentPublished' ? [e.document] : [])),
      norms: events.flatMap((e) => (e.type === 'NormGroupPublished' ? [e.norm] : [])),
    };
  },
});

/** The door of the write side: tokens checked, commands parsed, the real journal behind it. */
async function openDoor(
  log: Log,
  reading: ReturnType<typeof readerOf>,
  sent: { commandId: string; commands: readonly AddressedCommand[] }[],
): Promise<Server> {
  const handle = async (authorization: string, text: string): Promise<readonly [number, unknown]> => {
    const claims = await verifyServiceToken(SECRET, authorization.replace(/^Bearer /, ''));
    if (!claims) return [401, {}];
    const body = JSON.parse(text) as {
      commands: unknown[];
      now: string;
      correlationId: string;
      asOf?: string;
    };
    const commands = body.commands.map((command) => addressedCommandSchema.parse(command));
    sent.push({ commandId: claims.commandId, commands });
    const outcome = await log.journal.executeAll(
      commands,
      {
        tenantId: claims.tenantId as TenantId,
        actorId: claims.actorId,
        commandId: claims.commandId,
        correlationId: body.correlationId,
        causationId: null,
        now: body.now,
      },
      body.asOf,
    );
    await reading.catchUp(claims.tenantId as TenantId);
    return [200, outcome];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      handle(request.headers.authorization ?? '', Buffer.concat(chunks).toString('utf8')).then(
        ([status, body]) => response.writeHead(status).end(JSON.stringify(body)),
        (error: unknown) => response.writeHead(500).end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
