import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outwardFetch } from './outward-fetch.js';

let server: Server;
let port: number;
const seen: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen.push(
        `${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''} ${Buffer.concat(parts).toString()}`,
      );
      if (request.url === '/away') return response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
      if (request.url === '/much') return response.end(Buffer.alloc(2 * 1024 * 1024));
      return response.writeHead(201, { 'content-type': 'application/json' }).end('{"a":1}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Answers one list of addresses after the other. */
function resolving(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve: LookupFunction = (hostname, _options, callback) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve, asked };
}
const get = { method: 'GET', headers: {} };
const PUBLIC = '203.0.113.7';

describe('a fetch that goes outward only', () => {
  it.each([
    ['the own machine', ['127.0.0.1']],
    ['one address of several inside', [PUBLIC, '10.0.0.1']],
    ['a link-local address', ['fe80::1']],
    ['no address', []],
  ])('does not connect to %s', async (_, addresses) => {
    const { resolve } = resolving(addresses);
    await expect(outwardFetch(resolve)(`http://provider.example:${port}/`, get)).rejects.toThrow(
      /own network/,
    );
    expect(seen).toEqual([]);
  });

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '2130706433', '0x7f.1'])(
    'does not connect to %s in the address',
    async (host) => {
      await expect(outwardFetch()(`http://${host}:${port}/`, get)).rejects.toThrow(/own network/);
      expect(seen).toEqual([]);
    },
  );

  it('looks a name up once: what it says afterwards leads nowhere', async () => {
    const { resolve, asked } = resolving([PUBLIC], ['127.0.0.1']);
    const signal = AbortSignal.timeout(300);
    await expect(
      outwardFetch(resolve)(`http://provider.example:${port}/`, { ...get, signal }),
    ).rejects.toThrow();
    expect(asked).toEqual(['provider.example']);
    expect(seen).toEqual([]);
  });

  it('sends method, headers and body, answers status, headers and text, and follows nothing', async () => {
    const fetching = outwardFetch(resolving(['127.0.0.1']).resolve, () => false);
    const body = new URLSearchParams({ code: 'x y' });
    const answer = await fetching(`http://provider.example:${port}/token`, {
      method: 'POST',
      headers: {},
      body,
    });
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
      201,
      'application/json',
      { a: 1 },
    ]);
    expect(seen).toEqual([`POST provider.example:${port}/token code=x+y`]);
    const away = await fetching(`http://provider.example:${port}/away`, get);
    expect([away.status, away.headers.get('location')]).toEqual([302, 'http://127.0.0.1/']);
    expect(seen).toHaveLength(2);
    await expect(fetching(`http://provider.example:${port}/much`, get)).rejects.toThrow(/more than/);
  });
});
