import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 90_000;
const BETWEEN_LOOKS_MS = 50;

/** Asks again until there is an answer; says what it waited for when there is none in time. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  patienceMs = READY_MS,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await pause(BETWEEN_LOOKS_MS);
  }
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs a command of the built product to its end. */
export async function runToEnd(script: string, env: Readonly<Record<string, string>>): Promise<void> {
  const child = start(script, env);
  const [code, said] = await ended(child);
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${said}`);
}

/** Builds the product where nobody has done so yet. */
export async function builtProduct(): Promise<void> {
  if (!existsSync(`${root}/apps/gateway/dist/main.js`)) await runToEnd('tools/build.mjs', {});
}

export const redisIsThere = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of its own that keeps nothing. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const quiet = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'warning'];
  const child = spawn('redis-server', ['--port', String(port), ...quiet], { stdio: 'ignore' });
  const end = new Promise((resolve) => child.once('exit', resolve));
  await eventually('redis answers', async () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString()));
      socket.once('error', () => resolve(''));
    });
    socket.destroy();
    return answer.startsWith('+PONG');
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await end;
    },
  };
}

/** One service in a process of its own, on a port that stays the same over restarts. */
export class ServiceProcess {
  private child: ChildProcess | null = null;
  private end: Promise<readonly [number | null, string]> | null = null;

  constructor(
    readonly name: 'gateway' | 'assessment' | 'profiling' | 'reporting',
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<void> {
    this.child = start(`apps/${this.name}/dist/main.js`, { ...this.env, PORT: String(this.port) });
    this.end = ended(this.child);
    const early = this.end.then(([code, said]) => {
      throw new Error(`${this.name} ended with ${code} before it was ready: ${said}`);
    });
    const ready = eventually(`${this.name} is ready`, async () => {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      return answer?.ok;
    });
    await Promise.race([ready, early]);
    early.catch(() => undefined);
  }

  /** As a crash or the kernel does it: nothing can be finished. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.end;
  }

  /** As a debugger or a sleeping machine does it: alive, and not a step further. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** As an operator does it; answers the exit code. */
  async stop(): Promise<number | null> {
    this.child?.kill('SIGTERM');
    const [code] = (await this.end) ?? [null];
    return code;
  }
}

/** A command of the built product, to be ended in whatever way. */
export function start(
  script: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return spawn(process.execPath, [`${root}/${script}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env },
  });
}

/** Exit code, and the last words for whoever reads the failure. */
export function ended(child: ChildProcess): Promise<readonly [number | null, string]> {
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return new Promise((resolve) => child.once('close', (code) => resolve([code, said])));
}
