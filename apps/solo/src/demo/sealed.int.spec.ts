import { createHash, randomBytes } from 'node:crypto';
import { rapportMotives, rapportMotivesBusiness } from '@rapport/content';
import { deciders, eventCodec } from '@rapport/domain';
import { migrateKeys, migrateLog, openLog, START, type Log, type StoredEvent } from '@rapport/event-store';
import { createPool, prepareDatabase } from '@rapport/platform/database';
import { tenantOf } from '@rapport/read-models';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { agreements } from './agreements.js';
import { emailOf, firm, staff, teams } from './cast.js';
import { demoSteps } from './engagement.js';

const tenant = tenantOf(firm.slug);
const members = Object.values(teams).flatMap((team) => team.members);
const texts = [
  ...members,
  ...members.map(emailOf),
  ...staff.flatMap(({ name, email }) => [name, email]),
  ...Object.values(teams).flatMap(({ goals, indicators }) => [goals, indicators]),
  ...agreements.flatMap(({ text, checkIns = [], review }) => [
    text,
    ...checkIns.map(({ note }) => note),
    ...(review ? [review.note] : []),
  ]),
];
let database: FreshDatabase;
let owner: pg.Pool;
let log: Log;

beforeAll(async () => {
  database = await freshDatabase('sealed');
  await prepareDatabase(database.keysUrl);
  owner = createPool(database.ownerUrl, { max: 2 });
  await migrateLog(owner);
  const keys = createPool(database.keysUrl, { max: 1 });
  await migrateKeys(keys);
  await keys.end();
  log = await openLog({
    settings: {
      DATABASE_URL: database.ownerUrl,
      KEYS_DATABASE_URL: database.keysUrl,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
    codec: eventCodec,
    deciders,
  });
  const notice = { version: '1.0.0', hash: createHash('sha256').update('1.0.0').digest('hex') };
  const steps = demoSteps({ tenant, instruments: [rapportMotives, rapportMotivesBusiness], notice });
  for (const { commandId, now, commands } of steps) {
    const outcome = await log.journal.executeAll(commands, {
      tenantId: tenant,
      actorId: 'system:test',
      commandId,
      correlationId: commandId,
      causationId: null,
      now,
    });
    expect(outcome.kind).toBe('accepted');
  }
}, 120_000);
afterAll(async () => {
  await log.close();
  await owner.end();
  await database.drop();
});

it('keeps no name, address, answer or free text of a whole engagement in clear', async () => {
  const { rows } = await owner.query<{ stored: string; type: string }>(
    'select e::text as stored, type from log.events e',
  );
  const everything = rows.map(({ stored }) => stored).join('\n');
  // What a reader with the keys finds, nobody finds without: in no spelling that JSON or a text column may have.
  const decoded = await log.journal.decode(await all());
  const read = JSON.stringify(decoded);
  const opened = decoded.flatMap((each) =>
    'event' in each && each.event.type === 'EngagementOpened' ? [each.event.title, each.event.goal] : [],
  );
  expect(opened.length).toBeGreaterThan(0);
  texts.push(...opened);
  for (const text of texts) expect(read).toContain(JSON.stringify(text).slice(1, -1));
  expect(read).toMatch(/"answers":\{"/);
  for (const text of texts)
    for (const form of [
      text,
      JSON.stringify(text).slice(1, -1),
      Buffer.from(text).toString('base64').slice(0, -4),
    ])
      expect(everything).not.toContain(form);
  expect(everything).not.toMatch(/answers\\*":|seconds\\*":|scores\\*":/);
  expect(rows.filter(({ type }) => type.startsWith('AssessmentSubmitted')).length).toBeGreaterThan(0);
});

it('goes on without one person whose key is destroyed, and says nothing of her any more', async () => {
  const stored = await all();
  const before = await log.journal.decode(stored);
  const ofOne = before.find((each) => 'event' in each && each.event.type === 'PersonRegistered')!;
  if (!('event' in ofOne) || ofOne.event.type !== 'PersonRegistered')
    throw new Error('no person in the demo');
  const { name, email } = ofOne.event;
  await log.vault.destroyKey(tenant, `person:${ofOne.stream.split('_')[1]}`);
  const after = await log.journal.decode(stored);
  expect(after).toHaveLength(before.length);
  expect(JSON.stringify(after)).not.toContain(name);
  expect(JSON.stringify(after)).not.toContain(email);
  const untouched = after.filter((each, n) => JSON.stringify(each) === JSON.stringify(before[n]));
  expect(untouched.length).toBeGreaterThan(before.length / 2);
});

async function all(): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const batch of log.store.subscribe(tenant, START, {}, AbortSignal.timeout(60_000))) {
    found.push(...batch);
    if (found.at(-1)!.position === (await log.store.head(tenant))) break;
  }
  return found;
}
