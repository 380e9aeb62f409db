import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFailed, runCommandLine, type Command, type Given } from './command-line.js';
import { ENVIRONMENT_FILE, NoEnvironment, readEnvironment, writeEnvironment } from './environment.js';

const commands = (run: (given: Given) => void = () => undefined): readonly Command[] => [
  {
    words: 'house paint',
    operands: '[room]',
    says: 'paints a room',
    options: { colour: { type: 'string', says: 'which one' } },
    run: async (given) => run(given),
  },
  { words: 'house sell', says: 'sells it', run: async () => undefined },
];

async function typed(line: string, run?: (given: Given) => void) {
  const out: string[] = [];
  const err: string[] = [];
  const console = { log: (text: string) => out.push(text), error: (text: string) => err.push(text) };
  const status = await runCommandLine(line.split(' ').filter(Boolean), commands(run), console);
  return { status, out: out.join('\n'), err };
}

describe('the command line', () => {
  it('runs the command that the words name, with options and operands', async () => {
    const seen: unknown[] = [];
    const { status } = await typed('house paint kitchen --colour red', ({ options, operands }) =>
      seen.push(options['colour'], ...operands),
    );
    expect(status).toBe(0);
    expect(seen).toEqual(['red', 'kitchen']);
  });

  it('makes help from the table of commands', async () => {
    expect((await typed('--help')).out).toMatch(/rapport house paint \[room\] +paints a room/);
    expect((await typed('house paint --help')).out).toMatch(/--colour <value> +which one/);
  });

  it('shows the commands of a subject that is not told what to do, and says it was misused', async () => {
    const { status, out } = await typed('house');
    expect(status).toBe(2);
    expect(out).toMatch(/house sell/);
  });

  it.each([
    ['castle', /there is no command castle/],
    ['house paint --color red', /Unknown option '--color'/],
    ['house sell kitchen', /Unexpected argument 'kitchen'/],
  ])('answers %p with one line and status 2', async (line, says) => {
    const { status, err } = await typed(line);
    expect(status).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(says);
    expect(err[0]).not.toContain('\n');
  });

  it.each([
    [new CommandFailed('the paint is dry'), 'rapport: the paint is dry'],
    [
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      'rapport: the database does not answer: is the platform running?',
    ],
  ])('answers what went wrong with one line and status 1', async (error, line) => {
    const { status, err } = await typed('house paint', () => {
      throw error;
    });
    expect(status).toBe(1);
    expect(err).toEqual([line]);
  });
});

describe('the environment of a running platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-environment-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const address = 'postgresql://postgres:a%23b@127.0.0.1:5432/rapport?options=-c%20role%3Dx';

  it('is written for its owner alone, read back, and removed at the end', () => {
    const forget = writeEnvironment(folder, { DATABASE_URL: address, KEY: 'a+b/c==', NOT: undefined });
    expect(statSync(join(folder, ENVIRONMENT_FILE)).mode & 0o777).toBe(0o600);
    expect(readEnvironment(undefined, { RAPPORT_DATA: folder })).toMatchObject({
      DATABASE_URL: address,
      KEY: 'a+b/c==',
    });
    forget();
    expect(() => readEnvironment(undefined, { RAPPORT_DATA: folder })).toThrow(NoEnvironment);
  });

  it('stands back when the variables are given', () => {
    const forget = writeEnvironment(folder, { DATABASE_URL: address });
    const given = { RAPPORT_DATA: folder, DATABASE_URL: 'postgresql://elsewhere/rapport' };
    expect(readEnvironment(undefined, given)).toEqual(given);
    expect(readEnvironment(join(folder, ENVIRONMENT_FILE), given)).toMatchObject({ DATABASE_URL: address });
    forget();
  });

  it('says so when a named file is not there', () => {
    expect(() => readEnvironment('nowhere', {})).toThrow('there is no file nowhere');
  });
});
