import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { inTenant, setPassword, tenantOf } from '@rapport/read-models';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import Provider from 'oidc-provider';
import { isInside } from './http/outward-fetch.js';
import { firmCommands, USERS } from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
const CLIENT_ID = 'rapport';
const CLIENT_SECRET = 'a secret of the identity provider';
const CALLBACK = 'http://localhost:4000/api/sso/callback';
const COACH = 'clara.coach@firm.example';

let world: World;
let admin: string;
let provider: Server;
let issuer: string;
/** What the provider says of an address. */
let verified = true;

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`),
    );
  });
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

beforeAll(async () => {
  world = await openWorld({ PRIVATE_IDENTITY_PROVIDERS: 'allow' });
  for (const [tenant, slug] of [
    [NORTH, 'north'],
    [SOUTH, 'south'],
  ] as const)
    await world.send(tenant, ...firmCommands(tenant, slug));
  admin = await world.userSession(NORTH, USERS.admin);
  provider = createServer();
  issuer = await listen(provider);
  const oidc = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [CALLBACK] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile'],
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: verified }),
    }),
    cookies: { keys: ['only for this test'] },
  });
  provider.on('request', oidc.callback());
}, 60_000);
afterAll(async () => {
  await world.close();
  await closed(provider);
});
afterEach(() => {
  verified = true;
});

type Jar = Record<string, string>;
const cookies = (jar: Jar) =>
  Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
function keep(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';')[0]!.split('=', 2);
    if (/Max-Age=0|01 Jan 1970/i.test(line)) delete jar[name];
    else jar[name] = value;
  }
}

const configure = async (input: Record<string, unknown> = {}, cookie = admin) => {
  const answer = await world.ask(
    cookie,
    `mutation ($input: SetIdentityProviderInput!) { setIdentityProvider(input: $input) { __typename
      ... on InvalidInput { problems { field } } } }`,
    {
      input: {
        ...{
          issuer,
          clientId: CLIENT_ID,
          clientSecret: CLIENT_SECRET,
          domains: ['Firm.example'],
          enforced: false,
        },
        ...input,
      },
    },
  );
  expect(answer.errors).toEqual([]);
  const { __typename, problems } = answer.at('setIdentityProvider') as {
    __typename: string;
    problems?: { field: string }[];
  };
  return problems ? problems.map(({ field }) => field).join() : __typename;
};
async function start(jar: Jar, firm = 'north', from?: string) {
  const response = await world.fetch('/api/sso/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie: cookies(jar) },
    body: JSON.stringify({ firm, from }),
  });
  keep(jar, response);
  const body = (await response.json()) as { location?: string; reason?: string };
  return { status: response.status, ...body };
}
/** A person at the provider: signs in there, agrees, and is sent back; the address they are sent back to. */
async function atProvider(location: string, login: string): Promise<URL> {
  const jar: Jar = {};
  let next = new URL(location);
  for (let step = 0; step < 20 && next.origin === issuer; step++) {
    const response = await fetch(next, { redirect: 'manual', headers: { cookie: cookies(jar) } });
    keep(jar, response);
    let to = response.headers.get('location');
    const page = await response.text();
    if (to === null) {
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      const posted = await fetch(new URL(action, next), {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookies(jar), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ prompt, login, password: 'x' }),
      });
      keep(jar, posted);
      to = posted.headers.get('location');
    }
    next = new URL(to ?? '', next);
  }
  return next;
}
/** Brings back what the provider sent; where the portal goes on. */
async function back(url: URL, jar: Jar, method = 'GET'): Promise<string> {
  const response = await world.fetch(`${url.pathname}${url.search}`, {
    method,
    redirect: 'manual',
    headers: { cookie: cookies(jar), 'sec-fetch-site': 'cross-site' },
  });
  keep(jar, response);
  await response.text();
  return response.headers.get('location') ?? String(response.status);
}
const signedIn = async (jar: Jar) =>
  (await world.ask(`rapport=${jar['rapport'] ?? ''}`, '{ me { name firm { slug } } }')).at('me') ?? null;

describe('single sign-on', () => {
  it('is set up by administrators, at a provider that answers; its secret is sealed and shown to nobody', async () => {
    expect((await start({})).reason).toBe('noSso');
    expect(await configure({}, await world.userSession(NORTH, USERS.coach))).toBe('NotPermitted');
    expect(await configure({ issuer: `${issuer}/elsewhere` })).toBe('input.issuer');
    expect(await configure({ domains: [] })).toBe('input.domains');
    expect(await configure({ clientSecret: null })).toBe('input.clientSecret');
    expect(await configure()).toBe('Recorded');
    const settings = await world.ask(
      admin,
      '{ signInSettings { redirectUri secondFactorForStaff identityProvider { issuer clientId domains enforced } } }',
    );
    expect(settings.at('signInSettings')).toEqual({
      redirectUri: CALLBACK,
      secondFactorForStaff: false,
      identityProvider: { issuer, clientId: CLIENT_ID, domains: ['firm.example'], enforced: false },
    });
    const stored = await inTenant(
      world.pool,
      NORTH,
      async (client) => (await client.query('select * from access.identity_providers')).rows,
    );
    expect(JSON.stringify(stored)).not.toContain(CLIENT_SECRET);
    // The secret of one provider is never sent to another.
    expect(await configure({ clientSecret: null, clientId: 'other' })).toBe('input.clientSecret');
    expect(await configure({ clientSecret: null, enforced: false })).toBe('Recorded');
  });

  it('signs in who the provider vouches for, by code with PKCE, state and nonce; no token reaches the browser', async () => {
    const jar: Jar = {};
    const begun = await start(jar, 'north', '/clients?x=1');
    const asked = new URL(begun.location!).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{
        response_type: 'code',
        client_id: CLIENT_ID,
        redirect_uri: CALLBACK,
        code_challenge_method: 'S256',
      },
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const returned = await atProvider(begun.location!, COACH);
    expect(returned.href.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(await back(returned, jar, 'HEAD')).toBe('405');
    expect(await back(returned, jar)).toBe('/clients?x=1');
    expect(await signedIn(jar)).toEqual({ name: 'Clara Coach', firm: { slug: 'north' } });
    expect(Object.keys(jar).toSorted()).toEqual(['rapport', 'rapport-device']);
    expect(JSON.stringify(jar)).not.toMatch(/eyJ/);
  });

  it('leads nowhere but into the portal', async () => {
    for (const from of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const jar: Jar = {};
      const { location } = await start(jar, 'north', from);
      expect(await back(await atProvider(location!, COACH), jar)).toBe('/');
    }
  });

  it('is refused to whom the firm does not know, without an account being made', async () => {
    for (const [login, isVerified] of [
      ['nobody@firm.example', true],
      ['clara.coach@other.example', true],
      ['person1@acme.example', true],
      [COACH, false],
    ] as const) {
      verified = isVerified;
      const jar: Jar = {};
      const { location } = await start(jar);
      expect(await back(await atProvider(location!, login), jar)).toBe('/sign-in?problem=unknown-user');
      expect(jar['rapport']).toBeUndefined();
    }
  });

  it('is refused when what comes back was not asked for in this browser, or comes back twice', async () => {
    const jar: Jar = {};
    const returned = await atProvider((await start(jar)).location!, COACH);
    // Somebody else's answer, brought into a browser that has begun nothing.
    expect(await back(returned, {})).toBe('/sign-in?problem=stale');
    const wrong = new URL(returned);
    wrong.searchParams.set('state', 'x'.repeat(43));
    const before = { ...jar };
    expect(await back(wrong, jar)).toBe('/sign-in?problem=untrusted');
    // One try: the right state does not help any more.
    expect(await back(returned, before)).toBe('/sign-in?problem=stale');

    const again: Jar = {};
    const used = await atProvider((await start(again)).location!, COACH);
    const kept = { ...again };
    expect(await back(used, again)).toBe('/');
    expect(await back(used, kept)).toBe('/sign-in?problem=stale');

    const late: Jar = {};
    const slow = await atProvider((await start(late)).location!, COACH);
    await inTenant(world.pool, NORTH, (client) =>
      client.query("update access.one_time_tokens set expires_at = now() - interval '1 second'"),
    );
    expect(await back(slow, late)).toBe('/sign-in?problem=stale');

    const denied: Jar = {};
    const state = new URL((await start(denied)).location!).searchParams.get('state')!;
    expect(await back(new URL(`${CALLBACK}?error=access_denied&state=${state}`), denied)).toBe(
      '/sign-in?problem=denied',
    );
  });

  it('of one firm signs nobody into another', async () => {
    expect((await start({}, 'south')).reason).toBe('noSso');
    const jar: Jar = {};
    await start(jar);
    jar['rapport-step'] = jar['rapport-step']!.replace(NORTH, SOUTH);
    expect(await back(new URL(`${CALLBACK}?code=x&state=y`), jar)).toBe('/sign-in?problem=stale');
  });

  it('that is enforced shuts the password for all but administrators', async () => {
    const password = 'korrekt pferd batterie';
    for (const [id, email] of [
      [USERS.coach, COACH],
      [USERS.admin, 'anna.admin@firm.example'],
      [USERS.clientViewer, 'vera.viewer@firm.example'],
    ] as const)
      await setPassword(world.pool, NORTH, id, email, password);
    admin = await world.userSession(NORTH, USERS.admin);
    expect(await configure({ clientSecret: null, enforced: true })).toBe('Recorded');
    const status = async (email: string) => {
      const response = await world.fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ firm: 'north', email, password }),
      });
      await response.text();
      return response.status;
    };
    expect(await status(COACH)).toBe(403);
    expect(await status('anna.admin@firm.example')).toBe(200);
    expect(await status('vera.viewer@firm.example')).toBe(200);
  });
});

describe('a provider that lies', () => {
  type Lie = (claims: Record<string, unknown>) => Promise<string>;
  let liar: Server;
  let address: string;
  let lie: Lie;
  const keys = generateKeyPair('RS256');
  const others = generateKeyPair('RS256');
  const signed: Lie = async (claims) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign((await keys).privateKey);

  beforeAll(async () => {
    liar = createServer((request, response) => {
      const answer = (body: unknown) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      };
      const path = request.url?.split('?')[0];
      void (async () => {
        if (path === '/.well-known/openid-configuration')
          answer({
            ...{
              issuer: address,
              authorization_endpoint: `${address}/auth`,
              token_endpoint: `${address}/token`,
            },
            ...{
              jwks_uri: `${address}/jwks`,
              response_types_supported: ['code'],
              subject_types_supported: ['public'],
            },
            id_token_signing_alg_values_supported: ['RS256'],
          });
        else if (path === '/jwks')
          answer({
            keys: [{ ...(await exportJWK((await keys).publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }],
          });
        else answer({ access_token: 'x', token_type: 'bearer', id_token: await lie({ ...right() }) });
      })();
    });
    address = await listen(liar);
    expect(await configure({ issuer: address })).toBe('Recorded');
  });
  afterAll(() => closed(liar));

  let nonce = '';
  const now = () => Math.floor(Date.now() / 1000);
  const right = () => ({
    ...{ iss: address, aud: CLIENT_ID, sub: 'x', nonce, iat: now(), exp: now() + 60 },
    ...{ email: COACH, email_verified: true },
  });
  const attempt = async (given: Lie) => {
    lie = given;
    const jar: Jar = {};
    const asked = new URL((await start(jar)).location!).searchParams;
    nonce = asked.get('nonce')!;
    return back(new URL(`${CALLBACK}?code=x&state=${asked.get('state')!}`), jar);
  };

  it('is believed when it does not', async () => expect(await attempt(signed)).toBe('/'));
  it.each<[string, Lie]>([
    ['a nonce of another sign-in', (claims) => signed({ ...claims, nonce: 'y'.repeat(43) })],
    ['no nonce', ({ nonce: _, ...claims }) => signed(claims)],
    ['another audience', (claims) => signed({ ...claims, aud: 'somebody-else' })],
    ['another issuer', (claims) => signed({ ...claims, iss: 'https://evil.example' })],
    ['a token that has expired', (claims) => signed({ ...claims, exp: now() - 600 })],
    [
      'the signature of another key',
      async (claims) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign((await others).privateKey),
    ],
    ['no signature', async (claims) => new UnsecuredJWT(claims).encode()],
  ])('is not believed with %s', async (_, given) => {
    expect(await attempt(given)).toBe('/sign-in?problem=untrusted');
  });
  it('about whether an address is verified is believed only when it says yes', async () => {
    for (const value of [false, 'true', undefined])
      expect(await attempt((claims) => signed({ ...claims, email_verified: value }))).toBe(
        '/sign-in?problem=unknown-user',
      );
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['169.254.169.254', true],
  ['::1', true],
  ['::ffff:192.168.0.1', true],
  ['fd00::1', true],
  ['not an address', true],
  ['9.9.9.9', false],
  ['2606:4700::1111', false],
])('%s is inside the own network: %s', (address, expected) => {
  expect(isInside(address)).toBe(expected);
});
