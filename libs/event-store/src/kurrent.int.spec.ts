import { randomUUID } from 'node:crypto';
import { streamOf, type TenantId } from '@rapport/domain';
import { describe, expect, it } from '@jest/globals';
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

describe.each([
  ['one address', 'kurrentdb://127.0.0.1:9?tls=false'],
  [
    'a cluster to discover',
    'kurrentdb+discover://127.0.0.1:9?tls=false&maxDiscoverAttempts=1&discoveryInterval=10',
  ],
])('KurrentDB when no server answers at %s', (_, address) => {
  const tenant = randomUUID() as TenantId;
  const stream = streamOf('Team', tenant, randomUUID());

  it('says Unavailable, whatever was asked', async () => {
    const store = openKurrentStore({ url: address });
    const asked = [
      () => store.append(tenant, stream, 'no-stream', [anEvent()]),
      () => store.append(tenant, stream, 'any', [anEvent()]),
      () => store.appendMany(tenant, [{ stream, expected: 'no-stream', events: [anEvent()] }]),
      () => store.readStream(tenant, stream),
      () => store.readAll(tenant, START, {}, 10),
      () => store.head(tenant),
      () => store.tenants(),
      () => store.tombstone(tenant, stream),
    ];
    for (const ask of asked) await expect(ask()).rejects.toBeInstanceOf(Unavailable);
    await store.close();
  }, 20_000);

  it('keeps a live reader trying, with pauses, until it is told to stop', async () => {
    const stop = new AbortController();
    const troubles: unknown[] = [];
    const store = openKurrentStore({
      url: address,
      onTrouble: (error) => {
        if (troubles.push(error) === 3) stop.abort();
      },
    });
    for await (const batch of store.subscribe(tenant, START, {}, stop.signal)) expect(batch).toEqual([]);
    expect(troubles).toHaveLength(3);
    for (const trouble of troubles) expect(trouble).toBeInstanceOf(Unavailable);
    await store.close();
  }, 20_000);
});
