import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationError, PortTaken } from '@rapport/platform';
import { explain } from './explain.js';
import { secretsIn } from './home.js';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'rapport-explain-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const failed = (code: string, more: object = {}) =>
  Object.assign(new Error('low-level words'), { code, ...more });

describe('a start that failed is answered by one line that says what to do', () => {
  it.each([
    ['a taken port', new PortTaken(4000), /Port 4000 is taken: .*PORT=4010/],
    ['a full disk', failed('ENOSPC'), /disk is full: free/],
    [
      'a full disk as a database driver tells it',
      Object.assign(new Error('query failed'), { driverError: failed('53100') }),
      /disk is full: free/,
    ],
    [
      'a folder that cannot be written',
      failed('EACCES', { path: '/x' }),
      /^\/x cannot be written: .*RAPPORT_DATA/,
    ],
    [
      'a folder that cannot be made on a read-only disk',
      failed('ENOENT', { path: '/x', syscall: 'mkdir' }),
      /^\/x cannot be written: .*RAPPORT_DATA/,
    ],
    ['a file in the way', failed('EEXIST', { path: '/x' }), /^\/x is a file .*RAPPORT_DATA/],
    [
      'a database that is gone',
      new AggregateError([failed('ECONNREFUSED'), failed('ECONNREFUSED')]),
      /^The embedded PostgreSQL has stopped: .*postgres\.log/,
    ],
    ['settings that do not fit', new ConfigurationError(['PORT must be a port']), /PORT must be a port/],
  ])('%s', (_, error, expected) => {
    const said = explain(error, { data, ownDatabase: true });
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/low-level|\n\s+at /);
  });
  it.each([
    ['does not answer', failed('ECONNREFUSED'), /DATABASE_URL does not answer/],
    ['refuses the sign-in', failed('28P01'), /refuses the sign-in: check user and password/],
    ['is not there', failed('3D000'), /does not exist: create it/],
    ['belongs to someone else', failed('42501'), /may not set up the database/],
  ])('a database of one’s own that %s', (_, error, expected) => {
    expect(explain(error, { data, ownDatabase: false })).toMatch(expected);
  });
  it('a full disk of which PostgreSQL died', () => {
    mkdirSync(join(data, 'postgres'));
    const error = new Error('Connection terminated unexpectedly');
    expect(explain(error, { data, ownDatabase: true })).toMatch(/embedded PostgreSQL has stopped/);
    writeFileSync(join(data, 'postgres', 'postgres.log'), 'PANIC: could not write: No space left on device');
    expect(explain(error, { data, ownDatabase: true })).toMatch(/disk is full: free/);
  });
  it('but a defect keeps its stack', () => {
    expect(explain(new TypeError('x is not a function'), { data, ownDatabase: true })).toMatch(/\n\s+at /);
  });
});

describe('secrets of an installation', () => {
  it('are made once, for their owner alone', () => {
    const made = secretsIn(data);
    expect(secretsIn(data)).toEqual(made);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(made.keyEncryptionKey, 'base64')).toHaveLength(32);
  });
  it.each(['', '{', '{}', '{"keyEncryptionKey":1,"serviceTokenSecret":"x"}'])(
    'are never replaced when the file holds %j',
    (text) => {
      const file = join(data, 'secrets.json');
      writeFileSync(file, text);
      expect(() => secretsIn(data)).toThrow(/secrets\.json is damaged: restore it from a backup/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
  it('are never made anew for data that were sealed with other ones', () => {
    secretsIn(data);
    rmSync(join(data, 'secrets.json'));
    writeFileSync(join(data, 'postgres'), '');
    expect(() => secretsIn(data)).toThrow(/secrets\.json is missing/);
  });
});
