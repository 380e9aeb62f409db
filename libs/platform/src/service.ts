import 'reflect-metadata';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createLogger, nestLogger, type Logger } from './logging.js';
import { ConfigurationError, readSettings, type ServiceName, type Settings } from './settings.js';

/** A service that runs in this process. */
export interface RunningService {
  readonly url: string;
  /** Takes no more work, finishes what it has, lets go of everything. */
  close(): Promise<void>;
}

/** A wished port that someone else has. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(
      `Port ${port} is taken: stop the program that uses it, or choose another one with PORT=${port + 10}.`,
    );
    this.name = 'PortTaken';
  }
}

/** Throws PortTaken when someone listens there already; asked before any work is done that would be in vain. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen({ port, host, exclusive: true }, resolve),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(port);
    throw error;
  }
  await new Promise((resolve) => server.close(resolve));
}

export interface Listening {
  readonly app: NestFastifyApplication;
  readonly url: string;
}

/** Metrics of one service, with those of its process. What a service counts itself registers here and nowhere else. */
export function createMetrics(service: ServiceName): Registry {
  const metrics = new Registry();
  metrics.setDefaultLabels({ service });
  collectDefaultMetrics({ register: metrics });
  return metrics;
}

const MOST_BODY_BYTES = 12 * 1024 * 1024;
/** Whoever asks for a service's health wants to know now: no answer of a dependency in this time is one, too. */
const READY_WITHIN_MS = 3000;
/** While a service ends: time for what is on its way to arrive, and for what has arrived to be answered. */
const ARRIVING_MS = 200;
const ENDING_MS = 10_000;

/** A Nest application on Fastify with health and metrics, the same in every service. */
export async function createService(options: {
  readonly service: ServiceName;
  readonly module: Type | DynamicModule;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  /** Proxies whose word about a visitor's address is believed; nobody's by default. */
  readonly trustedProxies?: string | undefined;
  /** The largest body that is read. */
  readonly mostBodyBytes?: number;
  /** What `/metrics` serves; the process's own metrics when nothing is given. */
  readonly metrics?: Registry;
  /** Throws when something this service needs cannot be reached. */
  readonly ready: () => Promise<unknown>;
  /** Routes and hooks on Fastify itself, before Nest's. */
  readonly configure?: (app: NestFastifyApplication) => Promise<void> | void;
}): Promise<Listening> {
  const { service, module, logger, host, port, ready, configure } = options;
  const metrics = options.metrics ?? createMetrics(service);
  const adapter = new FastifyAdapter({
    bodyLimit: options.mostBodyBytes ?? MOST_BODY_BYTES,
    trustProxy: options.trustedProxies?.split(',').map((each) => each.trim()) ?? false,
    forceCloseConnections: 'idle',
    // Nobody new is let in, and who is in is served: an answer, not a refusal, is what an accepted request gets.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/health/live', async () => ({ status: 'live', service }));
  fastify.get('/health/ready', async (_request: unknown, reply: { code(n: number): unknown }) => {
    try {
      await inTime(ready());
      return { status: 'ready', service };
    } catch (error) {
      logger.warn({ err: error }, 'not ready');
      reply.code(503);
      return { status: 'not ready', service };
    }
  });
  fastify.get('/metrics', async (_request: unknown, reply: { type(t: string): unknown }) => {
    reply.type(metrics.contentType);
    return metrics.metrics();
  });
  fastify.addHook('preClose', () => letGo(fastify.server));
  await configure?.(app);
  try {
    // Not by Nest's own listen, which logs a taken port before anyone can say what to do about it.
    await app.init();
    await fastify.listen({ port, host });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(port);
    throw error;
  }
  const address = fastify.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { app, url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}` };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const late = pause(READY_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${READY_WITHIN_MS} ms`);
  });
  work.catch(() => undefined);
  late.catch(() => undefined);
  await Promise.race([work, late]);
}

/** Connections are let go as soon as nobody waits for an answer on them; at last all of them. */
async function letGo(server: Server): Promise<void> {
  server.prependListener('request', (_, reply) => reply.setHeader('connection', 'close'));
  await pause(ARRIVING_MS);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const all = setTimeout(() => server.closeAllConnections(), ENDING_MS);
  server.once('close', () => {
    clearInterval(idle);
    clearTimeout(all);
  });
}

/** Runs one service as a process of its own: settings from the environment, stopped by SIGTERM or SIGINT. */
export async function runAsProcess<S extends ServiceName>(
  service: S,
  start: (settings: Settings<S>, logger: Logger) => Promise<RunningService>,
): Promise<void> {
  let settings: Settings<S>;
  try {
    settings = readSettings(service, process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
  const logger = createLogger(service, settings.LOG_LEVEL);
  try {
    const running = await start(settings, logger);
    logger.info({ url: running.url }, 'started');
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        logger.info({ signal }, 'stopping');
        running.close().then(
          () => process.exit(0),
          (error: unknown) => {
            logger.error({ err: error }, 'did not stop cleanly');
            process.exit(1);
          },
        );
      });
  } catch (error) {
    if (error instanceof PortTaken) console.error(error.message);
    else logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
