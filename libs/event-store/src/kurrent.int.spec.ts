import { randomUUID } from 'node:crypto';
import { streamOf, type TenantId } from '@rapport/domain';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEvent, eventStoreContract } from './contract.js';
import { openKurrentStore } from './kurrent.js';
import { START, Unavailable } from './port.js';

const url = process.env['KURRENTDB_URL'];

if (url)
  eventStoreContract('KurrentDB', async () => {
    const [here, there] = [openKurrentStore({ url }), openKurrentStore({ url })];
    return {
      here,
      there,
      another: async () => openKurrentStore({ url }),
      close: async () => {
        await here.close();
        await there.close();
      },
    };
  });
else console.info('KurrentDB: the contract suite was skipped; set KURRENTDB_URL to run it against a server.');

const sockets = new Set<Socket>();
const mute = createServer((socket) => sockets.add(socket.on('error', () => {})));
beforeAll(() => new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => mute.close(resolve));
});
const mutePort = (): number => (mute.address() as AddressInfo).port;

describe.each([
  ['nobody listens', () => 'kurrentdb://127.0.0.1:9?tls=false'],
  [
    'no member of a cluster can be found',
    () => 'kurrentdb+discover://127.0.0.1:9?tls=false&maxDiscoverAttempts=1&discoveryInterval=10',
  ],
  ['the server takes the connection and stays silent', () => `kurrentdb://127.0.0.1:${mutePort()}?tls=false`],
])('KurrentDB when %s', (_, address) => {
  const tenant = randomUUID() as TenantId;
  const stream = streamOf('Team', tenant, randomUUID());
  const limitMs = 700;

  it('says Unavailable in time, whatever was asked', async () => {
    const store = openKurrentStore({ url: address(), limitMs });
    const other = streamOf('Wave', tenant, randomUUID());
    const one = { stream, expected: 'no-stream' as const, events: [anEvent()] };
    const asked = [
      () => store.append(tenant, stream, 'no-stream', [anEvent()]),
      () => store.append(tenant, stream, 'any', [anEvent()]),
      () => store.append(tenant, streamOf('Firm', tenant, 'x'), 'no-stream', [anEvent()]),
      () => store.appendMany(tenant, [one, { ...one, stream: other }]),
      () => store.appendMany(tenant, [one], [{ stream: other, expected: 'exists' }]),
      () => store.readStream(tenant, stream),
      () => store.readAll(tenant, START, {}, 10),
      () => store.head(tenant),
      () => store.tenants(),
      () => store.hidden(tenant),
      () => store.truncate(tenant, stream, 1),
      () => store.tombstone(tenant, stream),
    ];
    const started = performance.now();
    const answers = await Promise.allSettled(asked.map((ask) => ask()));
    expect(performance.now() - started).toBeLessThan(10_000);
    for (const answer of answers) expect(answer).toMatchObject({ reason: expect.any(Unavailable) });
    await store.close();
  }, 30_000);

  it('keeps a live reader trying, with pauses, until it is told to stop', async () => {
    const stop = new AbortController();
    const troubles: unknown[] = [];
    const store = openKurrentStore({
      url: address(),
      limitMs,
      onTrouble: (error) => {
        if (troubles.push(error) === 3) stop.abort();
      },
    });
    for await (const batch of store.subscribe(tenant, START, {}, stop.signal)) expect(batch).toEqual([]);
    expect(troubles).toHaveLength(3);
    for (const trouble of troubles) expect(trouble).toBeInstanceOf(Unavailable);
    await store.close();
  }, 30_000);

  it('lets who waits go when the time is over', async () => {
    const store = openKurrentStore({ url: address(), limitMs });
    await store.woken(tenant, 50, new AbortController().signal);
    await store.close();
  }, 30_000);
});
