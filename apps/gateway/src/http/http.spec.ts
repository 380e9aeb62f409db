import { describe, expect, it } from '@jest/globals';
import { preferredLocale } from '../graphql/context.js';
import { weakness } from '../commands/mutations/accounts.js';
import { isJson, isSameOrigin } from './origin.js';
import { rateLimit } from './rate-limit.js';
import { inTurns, sessionCookie } from './session.js';

describe('where a request comes from', () => {
  const same = (headers: Record<string, string>) => isSameOrigin(headers, 'https://rapport.example');
  it.each([
    [{ origin: 'https://rapport.example' }, true],
    [{ origin: 'https://rapport.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, true],
    [{}, true],
    [{ origin: 'https://evil.example', host: 'rapport.example' }, false],
    [{ origin: 'https://rapport.example.evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://rapport.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
  ])('%p is the portal: %p', (headers, expected) => {
    expect(same(headers as Record<string, string>)).toBe(expected);
  });
});

it.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['Application/JSON;charset="UTF-8"', true],
  ['application/json; charset=utf-7', false],
  ['text/plain', false],
  ['application/json, text/plain', false],
  [undefined, false],
])('%p is JSON: %p', (type, expected) => {
  expect(isJson(type)).toBe(expected);
});

describe('a look-up that many ask for', () => {
  /** Answers by hand, and knows how often it was begun. */
  const byHand = () => {
    const answers: ((value: string) => void)[] = [];
    const find = inTurns(() => new Promise<string>((resolve) => answers.push(resolve)));
    return { answers, find };
  };

  it('is made once for all who come while another one is under way, and begins after they came', async () => {
    const { answers, find } = byHand();
    const first = find('a');
    const waiting = [find('a'), find('a'), find('a')];
    expect(answers).toHaveLength(1);
    answers[0]?.('before');
    expect(await first).toBe('before');
    const late = find('a');
    expect(answers).toHaveLength(2);
    answers[1]?.('after');
    expect(await Promise.all(waiting)).toEqual(['after', 'after', 'after']);
    answers[2]?.('last');
    expect(await late).toBe('last');
  });

  it('waits for nobody who asks for something else', () => {
    const { answers, find } = byHand();
    void find('a');
    void find('b');
    expect(answers).toHaveLength(2);
  });

  it('starts afresh after one that failed', async () => {
    let calls = 0;
    const find = inTurns(async () => {
      calls++;
      if (calls === 1) throw new Error('no connection');
      return calls;
    });
    const [first, second] = [find('a'), find('a')];
    await expect(first).rejects.toThrow('no connection');
    expect(await second).toBe(2);
    expect(await find('a')).toBe(3);
  });
});

describe('the session’s cookie', () => {
  it('is bound to host and HTTPS where there is HTTPS', () => {
    const cookie = sessionCookie('https://rapport.example');
    expect(cookie.set('s')).toBe('__Host-rapport=s; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(cookie.clear()).toContain('Max-Age=0');
    expect(cookie.read('a=b; __Host-rapport=s3cret; rapport=other')).toBe('s3cret');
    expect(cookie.read('rapport=other')).toBeNull();
  });
  it('works on a local machine', () => {
    const cookie = sessionCookie('http://localhost:4000');
    expect(cookie.set('s')).toBe('rapport=s; Path=/; HttpOnly; SameSite=Lax');
    expect([cookie.read('rapport=x'), cookie.read('xrapport=x'), cookie.read(undefined)]).toEqual([
      'x',
      null,
      null,
    ]);
  });
});

describe('attempts', () => {
  it('are counted by key and window, and given back when they succeed', () => {
    let now = 0;
    const limit = rateLimit({ attempts: 2, windowMs: 10_000, now: () => now });
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 10, 0]);
    limit.giveBack('a');
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 10]);
    now = 9_001;
    expect(limit.take('a')).toBe(1);
    now = 10_001;
    expect(limit.take('a')).toBe(0);
  });
  it('by ever new keys do not fill the memory', () => {
    const limit = rateLimit({ attempts: 1, windowMs: 10_000, now: () => 0 });
    const waits = Array.from({ length: 120_000 }, (_, n) => limit.take(`k${n}`));
    expect(new Set(waits)).toEqual(new Set([0]));
    expect(limit.take('k119999')).toBe(10);
  });
});

it.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr-FR,fr;q=0.9,en;q=0.2,de;q=0.3', 'de'],
  ['fr', null],
  ['de;q=0, en;q=0.1', 'en'],
  ['*', null],
  ['', null],
  [undefined, null],
])('%p asks for %p', (header, expected) => {
  expect(preferredLocale(header)).toBe(expected);
});
it('a header of five thousand languages asks for none of them', () => {
  expect(preferredLocale(`${'x,'.repeat(5000)}de`)).toBeNull();
});

describe('a password', () => {
  const weak = (password: string) =>
    weakness(password, { name: 'Anna Öztürk', email: 'anna.oeztuerk@firm.example' });
  it.each([
    'short',
    'elevenchars',
    'Anna Öztürk',
    'anna öztürk!',
    'Anna.Oeztuerk@Firm.example',
    'aaaaaaaaaaaaaa',
    'ababababababab',
  ])('is refused when it is %p', (password) => {
    expect(weak(password)).not.toBeNull();
  });
  it('is refused when it is longer than anybody types', () => {
    expect(weak('long words are good '.repeat(11))).not.toBeNull();
  });
  it.each(['korrekt pferd batterie', 'Anna Öztürk mag Kaffee', 'パスワードは長い文がいいです'])(
    'may be %p',
    (password) => {
      expect(weak(password)).toBeNull();
    },
  );
});
