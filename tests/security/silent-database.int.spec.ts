import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import type pg from 'pg';
import { CLIENT_REPORT, ENGAGEMENT, firmCommands, USERS } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
const MOST_MS = 5000;

/** The way to a database, which can be made to swallow everything without a word. */
class Way {
  private readonly server: Server = createServer((socket) => this.carry(socket));
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private target = { host: '127.0.0.1', port: 0 };
  private swallows = false;

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  readonly through = (databaseUrl: string): string => {
    const url = new URL(databaseUrl);
    this.target = { host: url.hostname, port: Number(url.port) };
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  };
  swallow(on: boolean): void {
    this.swallows = on;
    for (const [near, far] of this.pairs)
      for (const socket of [near, far]) {
        if (on) socket.pause();
        else socket.resume();
      }
  }
  close(): void {
    this.server.close();
    for (const socket of [...this.pairs].flat()) socket.destroy();
  }

  private carry(near: Socket): void {
    const far = connect(this.target);
    const pair = [near, far] as const;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk: Buffer) => to.write(chunk));
      from.on('error', end).on('close', end);
    }
    if (this.swallows) for (const socket of pair) socket.pause();
  }
}

let way: Way;
let world: World;
let cookie: string;
beforeAll(async () => {
  way = new Way();
  await way.open();
  world = await openWorld({}, way.through);
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  cookie = await world.userSession(NORTH, USERS.consultant);
}, 60_000);
afterAll(async () => {
  way.swallow(false);
  await world.close();
  way.close();
});

interface Received {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly ms: number;
}
async function timed(path: string, init: RequestInit = {}): Promise<Received> {
  const began = performance.now();
  const response = await world.fetch(path, {
    ...init,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie, ...init.headers },
  });
  const text = await response.text();
  const ms = performance.now() - began;
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text, ms };
}
const post = (path: string, body: object) => timed(path, { method: 'POST', body: JSON.stringify(body) });
const engagement = () => post('/graphql', { query: `{ engagement(id: "${ENGAGEMENT}") { title } }` });
const several = () =>
  post('/graphql', {
    query: '{ engagements { nodes { title teams { team { name } } } } me { id } reports { totalCount } }',
  });
const signIn = () => post('/api/session', { firm: 'north', email: 'a@b.example', password: 'no password' });
const download = () => timed(`/api/reports/${CLIENT_REPORT}/pdf`);
const change = () =>
  post('/graphql', { query: `mutation { closeEngagement(engagementId: "${ENGAGEMENT}") { __typename } }` });

/** Holds a table while `work` runs. */
async function locking(table: string, work: () => Promise<void>): Promise<void> {
  const client: pg.PoolClient = await world.pool.connect();
  try {
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('a table that somebody holds', () => {
  it('ends a query with a typed error and when to come again, and the next one is answered', async () => {
    await locking('read.engagements', async () => {
      for (const answer of await Promise.all([engagement(), several()])) {
        expect(answer).toMatchObject({ status: 503, retryAfter: '5' });
        expect(answer.text).toContain('"TOO_SLOW"');
        expect(answer.ms).toBeLessThan(MOST_MS);
      }
    });
    expect(await engagement()).toMatchObject({ status: 200 });
  }, 20_000);

  it('ends a sign-in in the same way, in words', async () => {
    await locking('access.accounts', async () => {
      const answer = await signIn();
      expect(answer).toMatchObject({ status: 503, retryAfter: '5' });
      expect(JSON.parse(answer.text)).toMatchObject({ reason: 'TOO_SLOW', error: /Please try again/ });
      expect(answer.ms).toBeLessThan(MOST_MS);
    });
    expect(await signIn()).toMatchObject({ status: 401 });
  }, 20_000);
});

describe('a database that swallows everything', () => {
  it('lets no request hang: each is answered within five seconds, and all is well when it is back', async () => {
    expect(await several()).toMatchObject({ status: 200 });
    way.swallow(true);
    const kinds = { engagement, several, signIn, download, change };
    // More than the pool has connections, and some who come when others wait already.
    const first = Array.from({ length: 8 }, () => Object.values(kinds).map((ask) => ask())).flat();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const later = Object.values(kinds).map((ask) => ask());
    const answers = await Promise.all([...first, ...later]);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    console.info(`${answers.length} requests without a database, slowest ${slowest.toFixed(0)} ms`);
    expect(answers.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([]);
    expect(slowest).toBeLessThan(MOST_MS);
    way.swallow(false);
    expect(await engagement()).toMatchObject({ status: 200 });
    expect(await signIn()).toMatchObject({ status: 401 });
  }, 40_000);
});
