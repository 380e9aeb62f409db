import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, type TenantId } from '@rapport/domain';
import { createPool } from '@rapport/platform/database';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { anEvent } from './contract.js';
import { openMemoryStore } from './memory.js';
import { migrateLog } from './migrations.js';
import { BrokenFile, exportLog, importLog } from './move.js';
import { START, StreamDeleted, type EventStore, type StoredEvent } from './port.js';
import { openPostgresStore } from './postgres.js';
import { restoreByAppending } from './restore.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-move-'));
let n = 0;
const aFile = (): string => join(folder, `log-${++n}.ndjson`);
let house: FreshDatabase;
let owner: pg.Pool;
let old: EventStore;
const tenants = [randomUUID(), randomUUID()].sort() as TenantId[];
const cut = streamOf('Wave', tenants[0]!, 'cut');
const closed = streamOf('Team', tenants[0]!, 'closed');

async function openHouse(): Promise<{ house: FreshDatabase; owner: pg.Pool; store: EventStore }> {
  const database = await freshDatabase('move');
  const pool = createPool(database.ownerUrl, { max: 4 });
  await migrateLog(pool);
  return { house: database, owner: pool, store: openPostgresStore({ pool, listenUrl: database.ownerUrl }) };
}

beforeAll(async () => {
  ({ house, owner, store: old } = await openHouse());
  for (const tenant of tenants) {
    await old.append(tenant, streamOf('Firm', tenant, 'f'), 'no-stream', [
      anEvent({ n: 'Grüße "\\' }, tenant),
    ]);
    for (let round = 0; round < 700; round++)
      await old.append(tenant, streamOf('Team', tenant, `t${round % 350}`), round < 350 ? 'no-stream' : 0, [
        anEvent({ b: round, a: { d: [1.5, null], c: '' } }, tenant),
      ]);
  }
  for (const stream of [cut, closed])
    await old.append(tenants[0]!, stream, 'no-stream', [
      anEvent({ n: 0 }),
      anEvent({ n: 1 }),
      anEvent({ n: 2 }),
    ]);
  await old.truncate(tenants[0]!, cut, 2);
  await old.tombstone(tenants[0]!, closed);
});
afterAll(async () => {
  await old.close();
  await owner.end();
  await house.drop();
  rmSync(folder, { recursive: true });
});

const everything = async (store: EventStore, tenant: TenantId): Promise<unknown[]> => {
  const seen: StoredEvent[] = [];
  for await (const batch of store.subscribe(tenant, START, {}, AbortSignal.timeout(20_000)))
    if (seen.push(...batch) >= (tenant === tenants[0] ? 702 : 701)) break;
  return seen.map(({ position: _, ...event }) => event);
};

/** Aborts after some progress, as a kill would between two batches. */
function soon(after: number): { signal: AbortSignal; onProgress: () => void } {
  const stop = new AbortController();
  let count = 0;
  return { signal: stop.signal, onProgress: () => void (++count === after && stop.abort()) };
}

describe.each([
  ['another PostgreSQL', openHouse],
  ['an engine that only appends', async () => ({ store: openMemoryStore() })],
])('moving the log to %s', (_, openTarget) => {
  let target: { store: EventStore; owner?: pg.Pool; house?: FreshDatabase };
  beforeEach(async () => {
    target = await openTarget();
  });
  afterAll(async () => {
    await target.store.close();
    await target.owner?.end();
    await target.house?.drop();
  });

  it('keeps every event, its order and its time, and what was cut or closed, through every interruption', async () => {
    const file = aFile();
    await expect(exportLog({ store: old, file, ...soon(1) })).rejects.toThrow(/abort/i);
    appendFileSync(file, '{"event":{"stream":"half a li');
    await expect(exportLog({ store: old, file, ...soon(2) })).rejects.toThrow(/abort/i);
    const moved = await exportLog({ store: old, file });
    expect(moved).toEqual({ tenants: 2, events: 1403 });
    const text = readFileSync(file, 'utf8');
    expect(await exportLog({ store: old, file })).toEqual(moved);
    expect(readFileSync(file, 'utf8')).toBe(text);

    for (const steps of [1, 2])
      await expect(importLog({ store: target.store, file, ...soon(steps) })).rejects.toThrow(/abort/i);
    expect(await importLog({ store: target.store, file })).toEqual(moved);
    expect(await importLog({ store: target.store, file })).toEqual(moved);
    for (const tenant of tenants)
      expect(await everything(target.store, tenant)).toEqual(await everything(old, tenant));
    expect(await target.store.tenants()).toEqual(tenants);
    expect(await target.store.hidden(tenants[0]!)).toEqual(await old.hidden(tenants[0]!));
    await expect(target.store.append(tenants[0]!, closed, 'any', [anEvent()])).rejects.toBeInstanceOf(
      StreamDeleted,
    );
    await target.store.append(tenants[0]!, cut, 2, [anEvent()]);
  }, 60_000);
});

it('puts events back by appending them: neighbours together, and cut streams with their revisions', async () => {
  const tenant = tenants[0]!;
  const target = openMemoryStore();
  const appended: string[] = [];
  const moved = await Promise.all([
    old.readStream(tenant, streamOf('Team', tenant, 't1')),
    old.readStream(tenant, cut),
    old.readStream(tenant, streamOf('Team', tenant, 't2')),
  ]);
  const restore = (events: readonly StoredEvent[]): Promise<void> =>
    restoreByAppending(target, tenant, events, (append, times) => {
      appended.push(`${append.events.length} at ${append.expected}, ${times.length} times`);
      return target.append(tenant, append.stream, append.expected, append.events);
    });
  await restore(moved.flat());
  expect(appended).toEqual([
    '2 at no-stream, 2 times',
    '1 at 1, 1 times',
    '2 at no-stream, 0 times',
    '1 at 1, 1 times',
    '2 at no-stream, 2 times',
  ]);
  await restore(moved.flat());
  const all = await target.readAll(tenant, START, {}, 100);
  const places = (events: readonly StoredEvent[]) =>
    events.map(({ stream, revision, eventId }) => [stream, revision, eventId]);
  expect(places(all)).toEqual(places(moved.flat()));
  await expect(restore([{ ...moved[0][0]!, eventId: randomUUID() }])).rejects.toBeInstanceOf(RangeError);
});

it('refuses a file that was changed, is not whole, or is something else, and a house somebody lives in', async () => {
  const file = aFile();
  await exportLog({ store: old, file });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const withLines = (change: (all: string[]) => string[]): string => {
    const changed = aFile();
    writeFileSync(changed, `${change([...lines]).join('\n')}\n`);
    return changed;
  };
  const refused = [
    withLines((all) => all.filter((_, nth) => nth !== 5)),
    withLines((all) => all.map((line, nth) => (nth === 5 ? line.replace('"b":', '"b":1') : line))),
    withLines((all) => [...all.slice(0, 3), all[4]!, all[3]!, ...all.slice(5)]),
    withLines((all) => all.slice(0, -1)),
    withLines((all) => ['{"hello":1}', ...all]),
    withLines((all) => [...all.slice(0, 4), 'no JSON', ...all.slice(4)]),
  ];
  for (const each of refused)
    await expect(importLog({ store: openMemoryStore(), file: each })).rejects.toBeInstanceOf(BrokenFile);
  const inhabited = openMemoryStore();
  await inhabited.append(tenants[1]!, streamOf('Team', tenants[1]!, 'mine'), 'no-stream', [anEvent()]);
  await expect(importLog({ store: inhabited, file })).rejects.toBeInstanceOf(RangeError);
}, 60_000);
