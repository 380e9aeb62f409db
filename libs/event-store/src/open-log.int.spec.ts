import { randomBytes, randomUUID } from 'node:crypto';
import { deciders, eventCodec, type CommandMeta, type TenantId } from '@rapport/domain';
import { createPool, prepareDatabase } from '@rapport/platform/database';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrateKeys } from './key-store.js';
import { migrateLog } from './migrations.js';
import { openLog, type Log } from './open-log.js';
import { START, type StoredEvent } from './port.js';

let database: FreshDatabase;
let log: Log;
const tenant = randomUUID() as TenantId;

beforeAll(async () => {
  database = await freshDatabase('log');
  await prepareDatabase(database.keysUrl);
  for (const [url, migrate] of [
    [database.ownerUrl, migrateLog] as const,
    [database.keysUrl, migrateKeys] as const,
  ]) {
    const owner = createPool(url, { max: 1 });
    await migrate(owner);
    await owner.end();
  }
  log = await openLog({
    settings: {
      DATABASE_URL: database.ownerUrl,
      KEYS_DATABASE_URL: database.keysUrl,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
    codec: eventCodec,
    deciders,
  });
});
afterAll(async () => {
  await log.close();
  await database.drop();
});

it('carries a fact from command to reader, with the name sealed in between', async () => {
  await log.ping();
  const meta: CommandMeta = {
    tenantId: tenant,
    actorId: 'system:test',
    commandId: randomUUID(),
    correlationId: 'c',
    causationId: null,
    now: '2026-03-01T09:00:00.000Z',
  };
  const id = randomUUID();
  const command = {
    type: 'RegisterPerson',
    clientId: randomUUID(),
    name: 'Jörg Müller-Lüdenscheidt',
    email: 'joerg@example.org',
    locale: 'de',
  };
  const accepted = await log.journal.execute({ category: 'Person', id, command }, meta);
  expect(accepted).toMatchObject({ kind: 'accepted', revision: 0, events: 1 });

  let stored: readonly StoredEvent[] = [];
  for await (stored of log.store.subscribe(tenant, START, {}, AbortSignal.timeout(10_000))) break;
  expect(JSON.stringify(stored)).not.toMatch(/Jörg|example\.org/);
  const read = async () =>
    (await log.journal.decode(stored)).map((each) => ('event' in each ? each.event : each));
  expect(await read()).toMatchObject([
    { type: 'PersonRegistered', name: command.name, email: command.email },
  ]);

  await log.vault.destroyKey(tenant, `person:${id}`);
  expect(await read()).toMatchObject([{ type: 'PersonRegistered', name: 'forgotten', email: null }]);
});
