import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, type TenantId } from '@rapport/domain';
import { migrateKeys, migrateLog, openPostgresStore, openVault } from '@rapport/event-store';
import { anEvent } from '@rapport/event-store/contract';
import type { Settings } from '@rapport/platform';
import { createPool } from '@rapport/platform/database';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CommandFailed } from './command-line.js';
import { logCommands } from './log.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-log-'));
const houses: FreshDatabase[] = [];
const tenant = randomUUID() as TenantId;
const [before, now] = [0, 1].map(() => randomBytes(32).toString('base64')) as [string, string];
const secret = { tenant, stream: 's', type: 't', eventId: 'e', subject: 'person:1' };
let box: string;

beforeAll(async () => {
  for (let n = 0; n < 2; n++) {
    const house = await freshDatabase('cli');
    houses.push(house);
    const owner = createPool(house.ownerUrl, { max: 2 });
    await migrateLog(owner);
    await migrateKeys(owner);
    if (n === 0) {
      const store = openPostgresStore({ pool: owner, listenUrl: house.ownerUrl });
      await store.append(tenant, streamOf('Firm', tenant, 'f'), 'no-stream', [anEvent({ n: 1 }, tenant)]);
      await store.close();
      ({ box } = await openVault({ pool: owner, keyEncryptionKey: before }).seal(secret, 'her name'));
    }
    await owner.end();
  }
});
afterAll(async () => {
  for (const house of houses) await house.drop();
  rmSync(folder, { recursive: true });
});

async function rapport(
  words: string,
  { url, operands = [], more = {} }: { url: string; operands?: string[]; more?: Partial<Settings<'cli'>> },
): Promise<string> {
  const lines: string[] = [];
  await logCommands
    .find((command) => command.words === words)!
    .run({
      options: {},
      operands,
      settings: () => ({ LOG_LEVEL: 'silent', DATABASE_URL: url, KEY_ENCRYPTION_KEY: before, ...more }),
      print: (line) => lines.push(line),
      signal: new AbortController().signal,
    });
  return lines.join('\n');
}

it('moves a log from one house to the other, and says so', async () => {
  const [from, to] = houses.map((house) => house.ownerUrl) as [string, string];
  const operands = [join(folder, 'log.ndjson')];
  expect(await rapport('log export', { url: from, operands })).toBe('1 events of 1 firms exported');
  expect(await rapport('log import', { url: to, operands })).toBe(
    '1 events of 1 firms imported and compared',
  );
  expect(await rapport('log rebase', { url: to })).toMatch(/at home here: 1 firms/);
  const again = [join(folder, 'again.ndjson')];
  await rapport('log export', { url: to, operands: again });
  const withoutPlaces = (file: string): string =>
    readFileSync(file, 'utf8').replace(/"position":"[^"]*"/g, '');
  expect(withoutPlaces(again[0]!)).toBe(withoutPlaces(operands[0]!));
});

it('tells in one line what the user can do', async () => {
  const url = houses[0]!.ownerUrl;
  for (const [words, operands, says] of [
    ['log export', [], /name one file/],
    ['log import', [join(folder, 'none')], /no such file/],
    ['log import', [import.meta.filename], /not JSON|not an exported log/],
  ] as const) {
    const failing = rapport(words, { url, operands: [...operands] });
    await expect(failing).rejects.toBeInstanceOf(CommandFailed);
    await expect(failing).rejects.toThrow(says);
  }
  const away = { url: 'postgresql://x:y@127.0.0.1:9/none', operands: [join(folder, 'away')] };
  await expect(rapport('log export', away)).rejects.toThrow('the log does not answer');
});

it('wraps keys anew, and names the one it was not given', async () => {
  const url = houses[0]!.ownerUrl;
  await expect(rapport('keys rotate', { url, more: { KEY_ENCRYPTION_KEY: now } })).rejects.toThrow(
    /not given/,
  );
  const more = { KEY_ENCRYPTION_KEY: now, FORMER_KEY_ENCRYPTION_KEYS: before };
  expect(await rapport('keys rotate', { url, more })).toMatch(/^1 keys wrapped anew/);
  const pool = createPool(url, { max: 1 });
  const vault = openVault({ pool, keyEncryptionKey: now });
  expect(await vault.open(secret, { subject: secret.subject, box })).toEqual({ plain: 'her name' });
  await pool.end();
});
