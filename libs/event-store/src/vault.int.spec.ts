import { randomBytes, randomUUID } from 'node:crypto';
import type { TenantId } from '@rapport/domain';
import { appUrl, createPool, prepareDatabase } from '@rapport/platform/database';
import { inTenant } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { migrateKeys } from './key-store.js';
import { rotateKeys } from './rotate-keys.js';
import type { SealContext, SealedGroup, Vault } from './vault-port.js';
import { KeyDestroyed, memoryVault, openVault } from './vault.js';

const kek = (): string => randomBytes(32).toString('base64');
let versions = 0;
const aPlace = (subject = `person:${randomUUID()}`, tenant = randomUUID() as TenantId): SealContext => ({
  tenant,
  stream: `Person-${tenant}_${randomUUID()}`,
  type: `PersonRegistered.v${++versions}`,
  eventId: randomUUID(),
  subject,
});
const secret = { name: 'Jörg Müller-Lüdenscheidt', answers: { a1: 4 } };

let database: FreshDatabase;
let owner: pg.Pool;
let app: pg.Pool;
const keyEncryptionKey = kek();

/** Waits without guessing how long; the limit of the test ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A vault that hears of erasures and holds the key of this place for ten minutes. */
async function listening(place: SealContext): Promise<{ vault: Vault; sealed: SealedGroup }> {
  let loads = 0;
  const counting = {
    query: (text: string, values: unknown[]) => {
      if (text.includes('keys.load')) loads++;
      return app.query(text, values);
    },
  };
  const vault = openVault({
    pool: counting as unknown as pg.Pool,
    keyEncryptionKey,
    listenUrl: appUrl(database.keysUrl),
    cacheMs: 600_000,
  });
  const sealed = await vault.seal(place, secret);
  // What was in memory before it could hear is asked for again: that is when it holds the key for long.
  await until(async () => {
    expect(await vault.open(place, sealed)).toEqual({ plain: secret });
    return loads > 0;
  });
  return { vault, sealed };
}

beforeAll(async () => {
  database = await freshDatabase('vault');
  await prepareDatabase(database.keysUrl);
  owner = createPool(database.keysUrl, { max: 2 });
  app = createPool(appUrl(database.keysUrl), { max: 4 });
  await migrateKeys(owner);
  await migrateKeys(owner);
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.drop();
});

describe.each([
  ['in memory', () => memoryVault()],
  ['in PostgreSQL', () => openVault({ pool: app, keyEncryptionKey })],
])('the vault %s', (_, open) => {
  let vault: Vault;
  beforeAll(() => {
    vault = open();
  });

  it('opens what it sealed, and shows nothing of it', async () => {
    const place = aPlace();
    const sealed = await vault.seal(place, secret);
    expect(await vault.open(place, sealed)).toEqual({ plain: secret });
    expect(sealed.subject).toBe(place.subject);
    expect(Buffer.from(sealed.box, 'base64').toString('latin1')).not.toContain('Lüdenscheidt');
    expect((await vault.seal(place, secret)).box).not.toBe(sealed.box);
  });

  it.each(['tenant', 'stream', 'type', 'eventId', 'subject'] as const)(
    'does not open a box that was moved to another %s',
    async (part) => {
      const place = aPlace();
      const sealed = await vault.seal(place, secret);
      const elsewhere = { ...place, [part]: aPlace()[part] };
      await vault.seal(elsewhere, 'so that there is a key');
      await expect(vault.open(elsewhere, { ...sealed, subject: elsewhere.subject })).rejects.toThrow();
    },
  );

  it('does not open a box that was changed', async () => {
    const place = aPlace();
    const { subject, box } = await vault.seal(place, secret);
    const bytes = Buffer.from(box, 'base64');
    bytes[20]! ^= 1;
    await expect(vault.open(place, { subject, box: bytes.toString('base64') })).rejects.toThrow();
    await expect(vault.open(place, { subject, box: 'AAAA' })).rejects.toThrow(RangeError);
  });

  it('forgets one person for ever and leaves the others alone', async () => {
    const [gone, stays] = [aPlace(), aPlace()];
    const [boxOfGone, boxOfStays] = [await vault.seal(gone, secret), await vault.seal(stays, secret)];
    await vault.destroyKey(gone.tenant, gone.subject);
    await vault.destroyKey(gone.tenant, gone.subject);
    expect(await vault.open(gone, boxOfGone)).toBe('forgotten');
    expect(await vault.open(stays, boxOfStays)).toEqual({ plain: secret });
    await expect(vault.seal(gone, secret)).rejects.toBeInstanceOf(KeyDestroyed);
  });

  it('gives no key to somebody who was forgotten before anything was sealed', async () => {
    const place = aPlace();
    await vault.destroyKey(place.tenant, place.subject);
    await expect(vault.seal(place, secret)).rejects.toBeInstanceOf(KeyDestroyed);
  });

  it('keeps the same person of two tenants apart', async () => {
    const [a, b] = [aPlace('person:same'), aPlace('person:same')];
    const sealed = await vault.seal(b, secret);
    await vault.seal(a, secret);
    await vault.destroyKey(a.tenant, a.subject);
    expect(await vault.open(b, sealed)).toEqual({ plain: secret });
  });

  it('agrees on one key when the first events of a person are sealed at the same time', async () => {
    const place = aPlace();
    const boxes = await Promise.all([1, 2, 3].map((n) => vault.seal(place, n)));
    const opened = await Promise.all(boxes.map((box) => vault.open(place, box)));
    expect(opened).toEqual([1, 2, 3].map((plain) => ({ plain })));
  });
});

describe('the vault in PostgreSQL', () => {
  it('opens in another process, after one prefetch, also under a newer key-encryption key', async () => {
    const places = [aPlace(), aPlace()].map((place) => ({ ...place, tenant: aPlace().tenant }));
    const tenant = places[0]!.tenant;
    const boxes = await Promise.all(
      places.map((place) => openVault({ pool: app, keyEncryptionKey }).seal({ ...place, tenant }, secret)),
    );
    const queries: unknown[] = [];
    const counting = { query: (...args: [string, unknown[]]) => (queries.push(args), app.query(...args)) };
    const other = openVault({
      pool: counting as unknown as pg.Pool,
      keyEncryptionKey: kek(),
      formerKeys: [keyEncryptionKey],
    });
    await other.prefetch(
      tenant,
      [...places, ...places].map(({ subject }) => subject),
    );
    for (const [n, place] of places.entries())
      expect(await other.open({ ...place, tenant }, boxes[n]!)).toEqual({ plain: secret });
    await other.prefetch(
      tenant,
      places.map(({ subject }) => subject),
    );
    expect(queries).toHaveLength(1);
  });

  it('notices an erasure elsewhere at once, long before its memory of the key runs out', async () => {
    const place = aPlace();
    const { vault: here, sealed } = await listening(place);
    const there = openVault({ pool: app, keyEncryptionKey });
    await there.destroyKey(place.tenant, place.subject);
    await until(async () => (await here.open(place, sealed)) === 'forgotten');
    await here.close();
  });

  it('trusts no key in its memory while it cannot hear of erasures, nor one it heard of too late', async () => {
    const place = aPlace();
    const { vault, sealed } = await listening(place);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'rapport key bell'`,
    );
    // Somebody destroys the key while nobody listens: nothing is told.
    await owner.query(
      `update keys.subject_keys set wrapped = null, wrapped_by = null, destroyed_at = now() where subject = $1`,
      [place.subject],
    );
    await until(async () => (await vault.open(place, sealed)) === 'forgotten');
    await vault.close();
  });

  it('keeps a key for a second only when it hears of nothing', async () => {
    const place = aPlace();
    const [here, there] = [0, 1].map(() => openVault({ pool: app, keyEncryptionKey }));
    const sealed = await here!.seal(place, secret);
    await there!.destroyKey(place.tenant, place.subject);
    const started = performance.now();
    await until(async () => (await here!.open(place, sealed)) === 'forgotten');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('is wrapped anew under another key-encryption key, also after an interruption, and never revived', async () => {
    const fresh = await freshDatabase('rotation');
    await prepareDatabase(fresh.keysUrl);
    const own = createPool(fresh.keysUrl, { max: 2 });
    await migrateKeys(own);
    const pool = createPool(appUrl(fresh.keysUrl), { max: 2 });
    const [old, next] = [kek(), kek()];
    const before = openVault({ pool, keyEncryptionKey: old });
    const tenants = [aPlace().tenant, aPlace().tenant];
    const places = tenants.flatMap((tenant) =>
      Array.from({ length: 700 }, (_, n) => aPlace(`person:${n}`, tenant)),
    );
    const boxes = await Promise.all(places.map((place) => before.seal(place, secret)));
    await before.destroyKey(tenants[0]!, 'person:7');

    await expect(rotateKeys({ pool, to: next, from: [kek()] })).rejects.toThrow(/was not given/);
    const stop = new AbortController();
    const interrupted = rotateKeys({
      pool,
      to: next,
      from: [old],
      signal: stop.signal,
      onProgress: (done) => void (done > 0 && stop.abort()),
    });
    await expect(interrupted).rejects.toThrow(/abort/i);
    const steps: number[] = [];
    const done = await rotateKeys({ pool, to: next, from: [old], onProgress: (now) => steps.push(now) });
    expect([done, steps.at(-1)]).toEqual([1399 - 500, 1399 - 500]);
    expect(await rotateKeys({ pool, to: next, from: [] })).toBe(0);

    const after = openVault({ pool, keyEncryptionKey: next });
    const opened = await Promise.all(places.map((place, n) => after.open(place, boxes[n]!)));
    expect(opened.filter((each) => each === 'forgotten')).toHaveLength(1);
    expect(opened[7]).toBe('forgotten');
    expect(opened[8]).toEqual({ plain: secret });
    await pool.end();
    await own.end();
    await fresh.drop();
  }, 30_000);

  it('says so when the key-encryption key or the key store is not the right one', async () => {
    const place = aPlace();
    const sealed = await openVault({ pool: app, keyEncryptionKey }).seal(place, secret);
    const stranger = openVault({ pool: app, keyEncryptionKey: kek() });
    await expect(stranger.open(place, sealed)).rejects.toThrow(/is not configured/);
    await expect(memoryVault().open(place, sealed)).rejects.toThrow(/no key for/);
    for (const weak of [
      '',
      'secret',
      Buffer.alloc(32).toString('base64'),
      randomBytes(31).toString('base64'),
    ])
      expect(() => openVault({ pool: app, keyEncryptionKey: weak })).toThrow(RangeError);
  });

  it('keeps wrapped keys only, behind forced row-level security, and lets none come back', async () => {
    const place = aPlace();
    const vault = openVault({ pool: app, keyEncryptionKey });
    await vault.seal(place, secret);
    const columns = 'select octet_length(wrapped) as bytes from keys.subject_keys where subject = $1';
    expect((await owner.query(columns, [place.subject])).rows).toEqual([{ bytes: 12 + 32 + 16 }]);
    await vault.destroyKey(place.tenant, place.subject);
    expect((await owner.query(columns, [place.subject])).rows).toEqual([{ bytes: null }]);
    const revive = `update keys.subject_keys set wrapped = 'x', wrapped_by = 'x', destroyed_at = null where subject = $1`;
    await expect(owner.query(revive, [place.subject])).rejects.toMatchObject({ code: 'RP002' });
    const { rows } = await owner.query(
      `select relrowsecurity and relforcerowsecurity as forced from pg_class where oid = 'keys.subject_keys'::regclass`,
    );
    expect(rows).toEqual([{ forced: true }]);
    const erase = inTenant(app, place.tenant, (client) => client.query('delete from keys.subject_keys'));
    await expect(erase).rejects.toMatchObject({ code: '42501' });
  });
});
