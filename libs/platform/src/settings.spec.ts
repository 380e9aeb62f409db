import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readSettings, settings, type ServiceName } from './settings.js';

const random = () => randomBytes(32).toString('base64');
const good: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://rapport:kq2-lor.9x@db.example/rapport',
  KEYS_DATABASE_URL: 'postgres://keys:kq2-lor.9x@db.example/keys',
  KEY_ENCRYPTION_KEY: random(),
  SERVICE_TOKEN_SECRET: random(),
  ASSESSMENT_URL: 'http://assessment:4001',
  PUBLIC_URL: 'https://rapport.example',
  SMTP_URL: 'smtps://mail:kq2-lor.9x@mail.example',
};
const problems = (change: Readonly<Record<string, string | undefined>>, service: ServiceName = 'gateway') => {
  try {
    readSettings(service, { ...good, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems;
  }
};
const base64 = (bytes: Iterable<number>) => Buffer.from([...bytes]).toString('base64');
const folder = mkdtempSync(join(tmpdir(), 'rapport-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['KEY_ENCRYPTION_KEY', 'SERVICE_TOKEN_SECRET'])('%s', (name) => {
  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is a word', 'changeme'],
    ['is too short', randomBytes(16).toString('base64')],
    ['is too long', randomBytes(48).toString('base64')],
    ['is hexadecimal', randomBytes(32).toString('hex')],
    ['is nothing but zeros', base64(new Uint8Array(32))],
    ['repeats itself', base64(Array.from({ length: 32 }, (_, n) => n % 4))],
    ['counts', base64(Array.from({ length: 32 }, (_, n) => n))],
    ['counts by threes, down', base64(Array.from({ length: 32 }, (_, n) => 255 - 3 * n))],
    ['was typed', Buffer.from('correct horse battery staple 123').toString('base64')],
  ])('is refused when it %s, without saying what it was', (_, value) => {
    const said = problems({ [name]: value });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name} (is missing|must be 32 random bytes)`));
    if (value) expect(said[0]).not.toContain(value);
  });
});

it('keys out of a source of chance are taken, a thousand of them', () => {
  for (let n = 0; n < 1000; n++) expect(problems({ KEY_ENCRYPTION_KEY: random() })).toEqual([]);
});

it.each<readonly [string, Readonly<Record<string, string>>, ServiceName]>([
  ['DATABASE_URL', { DATABASE_URL: 'postgres://app:changeme@db.example/rapport' }, 'gateway'],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://app:app@db.example/rapport' }, 'assessment'],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://app:P%61ssword@db.example/rapport' }, 'cli'],
  ['KEYS_DATABASE_URL', { KEYS_DATABASE_URL: 'postgres://keys:postgres@db.example/keys' }, 'profiling'],
  ['REDIS_URL', { REDIS_URL: 'redis://:secret@cache.example' }, 'gateway'],
  ['SMTP_URL', { SMTP_URL: 'smtps://mail:example@mail.example' }, 'reporting'],
])('%s with a password out of an example is refused', (name, change, service) => {
  expect(problems(change, service)).toEqual([`${name} has a password out of an example: choose another one`]);
});

it('on the own machine any password will do, and one that is none of the service’s is nobody’s business', () => {
  expect(problems({ DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1:5432/rapport' })).toEqual([]);
  expect(problems({ OTHER_URL: 'postgres://app:changeme@db.example/x' })).toEqual([]);
});

it('one key for two purposes is refused', () => {
  const same = good['KEY_ENCRYPTION_KEY'] ?? '';
  expect(problems({ SERVICE_TOKEN_SECRET: same })).toEqual([
    'SERVICE_TOKEN_SECRET must not be the KEY_ENCRYPTION_KEY: whoever signs must not open',
  ]);
  expect(problems({ SERVICE_TOKEN_SECRET: same }, 'profiling')).toEqual([]);
});

it('former keys are keys as well', () => {
  expect(problems({ FORMER_KEY_ENCRYPTION_KEYS: `${random()},${random()}` })).toEqual([]);
  expect(problems({ FORMER_KEY_ENCRYPTION_KEYS: `${random()},changeme` })).toHaveLength(1);
});

it('a secret may stand in a file, and is held to the same', () => {
  const file = join(folder, 'kek');
  writeFileSync(file, `${random()}\n`);
  expect(problems({ KEY_ENCRYPTION_KEY: undefined, KEY_ENCRYPTION_KEY_FILE: file })).toEqual([]);
  writeFileSync(file, 'changeme\n');
  expect(problems({ KEY_ENCRYPTION_KEY: undefined, KEY_ENCRYPTION_KEY_FILE: file })).toHaveLength(1);
  expect(
    problems({ KEY_ENCRYPTION_KEY: undefined, KEY_ENCRYPTION_KEY_FILE: join(folder, 'nowhere') }),
  ).toEqual([expect.stringMatching(/^KEY_ENCRYPTION_KEY_FILE: ENOENT/), 'KEY_ENCRYPTION_KEY is missing']);
});

it.each(Object.keys(settings) as ServiceName[])('%s says everything that is missing at once', (service) => {
  const required = Object.entries(settings[service].shape)
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => `${name} is missing`);
  expect(required.length).toBeGreaterThan(1);
  try {
    readSettings(service, {});
    throw new Error('it was satisfied with nothing');
  } catch (error) {
    expect((error as ConfigurationError).problems.toSorted()).toEqual(required.toSorted());
  }
});
