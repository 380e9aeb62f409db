import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import { CLIENT_REPORT, firmCommands, NOTHING, USERS } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
const PUBLIC = 'https://rapport.example';
let world: World;
let cookie: string;
beforeAll(async () => {
  world = await openWorld({ PUBLIC_URL: PUBLIC });
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  cookie = (await world.userSession(NORTH, USERS.admin)).replace('rapport=', '__Host-rapport=');
}, 60_000);
afterAll(() => world.close());

const json = { 'content-type': 'application/json' };
const operation = JSON.stringify({ query: '{ me { id name } }' });
type Sent = readonly [string, string, RequestInit];
/** Everything that can answer with something about people, by every way it can end. */
const PERSONAL: readonly Sent[] = [
  ['an operation', '/graphql', { method: 'POST', headers: json, body: operation }],
  ['an operation that is none', '/graphql', { method: 'POST', headers: json, body: '{' }],
  ['an operation by GET', '/graphql?query={me{id}}', {}],
  [
    'a sign-in',
    '/api/session',
    { method: 'POST', headers: json, body: '{"firm":"north","email":"a","password":"b"}' },
  ],
  ['a sign-in that is none', '/api/session', { method: 'POST', headers: json, body: '[]' }],
  ['an invitation', '/api/invitation', { method: 'POST', headers: json, body: '{"token":"x"}' }],
  [
    'a reset',
    '/api/password-reset',
    { method: 'POST', headers: json, body: '{"firm":"north","email":"a@b.c"}' },
  ],
  ['an account', '/api/account', {}],
  ['sessions', '/api/account/sessions', {}],
  ['a report', `/api/reports/${CLIENT_REPORT}/pdf`, {}],
  ['a report that is none', `/api/reports/${NOTHING}/pdf`, {}],
  ['a copy of everything', `/api/my-exports/${NOTHING}/json`, {}],
  ['a certificate', `/api/erasures/${NOTHING}`, {}],
  ['the way back from a provider', '/api/sso/callback?code=x&state=y', { redirect: 'manual' }],
  ['nothing that is there', '/api/nothing', {}],
  ['a method nobody knows', '/api/session', { method: 'PUT', headers: json, body: '{}' }],
];
const PAGES: readonly Sent[] = [
  ['the first page', '/', {}],
  ['a page', '/engagements', {}],
  ['a page that is not there', '/nothing.js', {}],
];

const ask = ([, path, init]: Sent, signedIn: boolean) =>
  world.fetch(path, { ...init, headers: { ...(init.headers as object), ...(signedIn ? { cookie } : {}) } });

describe.each([...PERSONAL, ...PAGES])('%s', (...sent) => {
  it.each([true, false])('carries what protects a browser, signed in: %p', async (signedIn) => {
    const { headers } = await ask(sent, signedIn);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/max-age=\d{8}/),
    });
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect([name, headers.get(name)]).toEqual([name, null]);
  });
});

describe.each(PERSONAL)('%s', (...sent) => {
  it.each([true, false])('is kept by no cache, signed in: %p', async (signedIn) => {
    const { headers } = await ask(sent, signedIn);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('another site', () => {
  const FOREIGN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a subdomain', { origin: 'https://evil.rapport.example' }],
    ['the same host without HTTPS', { origin: 'http://rapport.example' }],
    ['a sandbox', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ];
  const POSTS = PERSONAL.filter(([, , { method }]) => method === 'POST');
  it.each(
    POSTS.flatMap(([what, path, init]) =>
      FOREIGN.map(([from, more]) => [what, from, path, init, more] as const),
    ),
  )('may not send %s from %s', async (_, __, path, init, more) => {
    const headers = { ...(init.headers as object), ...more, cookie };
    expect((await world.fetch(path, { ...init, headers })).status).toBe(403);
  });
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot use a form of %s, which asks no permission first',
    async (type) => {
      for (const [, path] of POSTS) {
        const sent = { method: 'POST', headers: { 'content-type': type, cookie }, body: operation };
        expect([path, (await world.fetch(path, sent)).status]).toEqual([path, 415]);
      }
    },
  );
  it('is given no permission when it asks first', async () => {
    const asking = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await world.fetch('/graphql', { method: 'OPTIONS', headers: asking });
    expect(answer.ok).toBe(false);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
  it('is no obstacle for the portal itself', async () => {
    const headers = { ...json, cookie, origin: PUBLIC, 'sec-fetch-site': 'same-origin' };
    expect((await world.fetch('/graphql', { method: 'POST', headers, body: operation })).status).toBe(200);
  });
});
