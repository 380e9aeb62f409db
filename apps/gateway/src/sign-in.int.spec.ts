import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantId, UserId } from '@rapport/domain';
import {
  checkPassword,
  inTenant,
  issueInvitation,
  issuePasswordLink,
  setPassword,
  tenantOf,
  verifyAudit,
} from '@rapport/read-models';
import { Secret, TOTP } from 'otpauth';
import { assessment, CLIENT, firmCommands, NOTHING, OTHER_CLIENT, person, USERS } from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
const PASSWORD = 'korrekt pferd batterie';
const EMAIL = {
  admin: 'anna.admin@firm.example',
  consultant: 'carl.consultant@firm.example',
  coach: 'clara.coach@firm.example',
  stranger: 'stan.stranger@firm.example',
  clientAdmin: 'cleo.client@firm.example',
  clientViewer: 'vera.viewer@firm.example',
  otherClient: 'otto.other@firm.example',
};

let world: World;
let admin: string;
beforeAll(async () => {
  world = await openWorld();
  for (const [tenant, slug] of [
    [NORTH, 'north'],
    [SOUTH, 'south'],
  ] as const) {
    await world.send(tenant, ...firmCommands(tenant, slug));
    for (const [name, id] of Object.entries(USERS))
      await setPassword(world.pool, tenant, id, EMAIL[name as keyof typeof EMAIL], `${PASSWORD} ${slug}`);
  }
  admin = await world.userSession(NORTH, USERS.admin);
}, 60_000);
afterAll(() => world.close());

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Headers;
}
type Jar = Record<string, string>;

/** A request as a browser makes it: what it is given stays in its jar. */
async function call(
  method: string,
  path: string,
  body?: object,
  jar: Jar = {},
  more: Record<string, string> = {},
): Promise<Reply> {
  const response = await world.fetch(path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      'accept-language': 'en',
      cookie: Object.entries(jar)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      ...more,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const cookies: Record<string, string> = {};
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';')[0]!.split('=', 2);
    cookies[name] = jar[name] = value;
    if (line.includes('Max-Age=0')) delete jar[name];
  }
  const text = await response.text();
  return {
    status: response.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookies,
    headers: response.headers,
  };
}
const signIn = (
  email: string,
  password: string,
  jar: Jar = {},
  more: Record<string, string> = {},
  firm = 'north',
) => call('POST', '/api/session', { firm, email, password }, jar, more);
const signedIn = async (jar: Jar): Promise<string | null> => {
  const answer = await world.ask(`rapport=${jar['rapport'] ?? ''}`, '{ me { name } }');
  return (answer.at('me.name') as string | undefined) ?? null;
};
const jobs = async (tenant: TenantId) =>
  inTenant(world.pool, tenant, async (client) => {
    const { rows } = await client.query<{ data: { kind: string; userId: string } }>(
      "select data from outbox.jobs where name = 'send-account-mail' order by created_at",
    );
    return rows.map(({ data }) => `${data.kind} ${data.userId}`);
  });
const mutate = async (cookie: string, name: string, types: string, variables: Record<string, unknown>) => {
  const names = Object.keys(variables);
  const given = names.length === 0 ? '' : `(${names.map((n) => `${n}: $${n}`).join(', ')})`;
  const answer = await world.ask(
    cookie,
    `mutation ${types} { ${name}${given} { __typename ... on Refusal { message } ... on InvalidInput { problems { field reason } }
      ... on ${name === 'createApiKey' ? 'ApiKeyCreated { id key }' : 'Recorded { id }'} } }`,
    variables,
  );
  expect(answer.errors).toEqual([]);
  return answer.at(name) as Record<string, unknown> & { __typename: string };
};

describe('a stranger who guesses', () => {
  it('has five attempts from one address and ten in all, whatever address is claimed, and is told when to come back', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++)
      statuses.push(
        (await signIn(EMAIL.coach, `wrong ${n}`, {}, { 'x-forwarded-for': `9.9.9.${n}` })).status,
      );
    expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
    const refused = await signIn(EMAIL.coach, `${PASSWORD} north`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    // Another gateway counts with this one.
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        checkPassword(world.pool, NORTH, EMAIL.coach, 'wrong', { address: `8.8.${n}.1`, device: null }),
      ),
    );
    expect(results.filter((result) => result === 'wrong')).toHaveLength(5);
  });
  it('does not lock the owner out of a browser that is known', async () => {
    const jar: Jar = {};
    const device = { address: '7.7.7.7', device: null };
    await world.pool.query('delete from access.attempts');
    expect((await signIn(EMAIL.coach, `${PASSWORD} north`, jar)).status).toBe(200);
    for (let n = 0; n < 10; n++)
      await checkPassword(world.pool, NORTH, EMAIL.coach, 'wrong', { ...device, address: `6.6.${n}.1` });
    expect((await signIn(EMAIL.coach, `${PASSWORD} north`, {})).status).toBe(429);
    expect((await signIn(EMAIL.coach, `${PASSWORD} north`, jar)).status).toBe(200);
    expect(await signedIn(jar)).toBe('Clara Coach');
    // A mark that another account knows is no mark here, and a known browser has an end as well.
    expect((await signIn(EMAIL.consultant, 'wrong', jar)).status).toBe(401);
    const statuses = [];
    for (let n = 0; n < 12; n++) statuses.push((await signIn(EMAIL.coach, 'wrong', jar)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });
  it('learns nothing about firms and accounts from the answer', async () => {
    await world.pool.query('delete from access.attempts');
    const answers = [
      await signIn(EMAIL.stranger, 'wrong'),
      await signIn('nobody@firm.example', 'wrong'),
      await signIn(EMAIL.stranger, 'wrong', {}, {}, 'no-such-firm'),
    ].map(({ status, body }) => ({ status, body }));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual(answers[2]);
    for (let n = 0; n < 4; n++) await signIn('nobody@firm.example', 'wrong');
    expect((await signIn('nobody@firm.example', 'wrong')).status).toBe(429);
  });
  it('cannot use the password of the same person in another firm', async () => {
    expect((await signIn(EMAIL.stranger, `${PASSWORD} south`)).status).toBe(401);
    expect((await signIn(EMAIL.stranger, `${PASSWORD} south`, {}, {}, 'south')).status).toBe(200);
  });
});

describe('a session', () => {
  it('is a new one at every sign-in, and the old one of the browser is over', async () => {
    const jar: Jar = { rapport: `${NORTH}.${'a'.repeat(43)}` };
    await signIn(EMAIL.consultant, `${PASSWORD} north`, jar);
    const first = jar['rapport']!;
    expect(first).not.toContain('aaaaaaaa');
    await signIn(EMAIL.consultant, `${PASSWORD} north`, jar);
    expect(jar['rapport']).not.toBe(first);
    expect(await signedIn({ rapport: first })).toBeNull();
    expect(await signedIn(jar)).toBe('Carl Consultant');
  });
  it('ends after two hours without a sign of life, and listening is none', async () => {
    const jar: Jar = {};
    await signIn(EMAIL.consultant, `${PASSWORD} north`, jar);
    const age = (minutes: number) =>
      inTenant(world.pool, NORTH, (client) =>
        client.query(
          'update access.sessions set last_seen_at = now() - make_interval(mins => $1) where subject_id = $2',
          [minutes, USERS.consultant],
        ),
      );
    await age(119);
    expect(await signedIn(jar)).toBe('Carl Consultant');
    await age(121);
    expect(await signedIn(jar)).toBeNull();
  });
  it('is listed to its owner, who ends it; nobody else’s can be ended', async () => {
    const [here, there, foreign]: Jar[] = [{}, {}, {}];
    await signIn(EMAIL.otherClient, `${PASSWORD} north`, here);
    await signIn(EMAIL.otherClient, `${PASSWORD} north`, there, {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
    });
    await signIn(EMAIL.clientViewer, `${PASSWORD} north`, foreign);
    const list = (await call('GET', '/api/account', undefined, here!)).body['sessions'] as {
      id: string;
      browser: string;
      current: boolean;
    }[];
    expect(list.map(({ browser, current }) => ({ browser, current }))).toEqual(
      expect.arrayContaining([
        { browser: '', current: true },
        { browser: 'Firefox, Linux', current: false },
      ]),
    );
    const other = list.find(({ current }) => !current)!;
    expect((await call('DELETE', `/api/account/sessions/${other.id}`, undefined, foreign)).status).toBe(404);
    expect(await signedIn(there!)).toBe('Otto Other');
    expect((await call('DELETE', `/api/account/sessions/${other.id}`, undefined, here!)).status).toBe(204);
    expect(await signedIn(there!)).toBeNull();
    expect(await signedIn(here!)).toBe('Otto Other');
  });
  it('ends when the roles change, wherever they are changed', async () => {
    const jar: Jar = {};
    await signIn(EMAIL.stranger, `${PASSWORD} north`, jar);
    const change = (roles: string[]) =>
      mutate(admin, 'changeUserRoles', '($input: ChangeUserRolesInput!)', {
        input: { userId: USERS.stranger, roles },
      });
    expect((await change(['CONSULTANT', 'COACH'])).__typename).toBe('Recorded');
    expect(await signedIn(jar)).toBeNull();
    await signIn(EMAIL.stranger, `${PASSWORD} north`, jar);
    await world.send(NORTH, {
      category: 'Firm',
      id: NORTH,
      command: { type: 'ChangeUserRoles', userId: USERS.stranger, roles: ['consultant'] },
    });
    expect(await signedIn(jar)).toBeNull();
    expect((await change(['CLIENT_ADMIN'])).__typename).toBe('RolesDoNotFit');
    expect(
      (
        await mutate(
          await world.userSession(NORTH, USERS.consultant),
          'changeUserRoles',
          '($input: ChangeUserRolesInput!)',
          {
            input: { userId: USERS.stranger, roles: ['FIRM_ADMIN'] },
          },
        )
      ).__typename,
    ).toBe('NotPermitted');
  });
});

describe('a password', () => {
  it('is changed by its owner only with the present one, and the other sessions end', async () => {
    const [here, there]: Jar[] = [{}, {}];
    await signIn(EMAIL.clientViewer, `${PASSWORD} north`, here);
    await signIn(EMAIL.clientViewer, `${PASSWORD} north`, there);
    const change = (current: string, password: string) =>
      call('POST', '/api/account/password', { current, password }, here);
    expect((await change('wrong', 'ein ganz neuer Satz')).body).toMatchObject({ reason: 'password' });
    expect((await change(`${PASSWORD} north`, 'kurz')).body).toMatchObject({ reason: 'weak' });
    expect((await change(`${PASSWORD} north`, 'ein ganz neuer Satz')).status).toBe(204);
    expect([await signedIn(here!), await signedIn(there!)]).toEqual(['Vera Viewer', null]);
    expect((await signIn(EMAIL.clientViewer, `${PASSWORD} north`)).status).toBe(401);
    expect((await signIn(EMAIL.clientViewer, 'ein ganz neuer Satz')).status).toBe(200);
    expect(await jobs(NORTH)).toContain(`password-changed ${USERS.clientViewer}`);
  });
  it('that is forgotten is asked for with one answer for everybody; a mail goes to whom there is', async () => {
    const before = (await jobs(NORTH)).length;
    const ask = (email: string, firm = 'north') => call('POST', '/api/password-reset', { firm, email });
    const answers = [
      await ask(EMAIL.clientAdmin),
      await ask('nobody@firm.example'),
      await ask('a@b.example', 'nowhere'),
    ];
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      Array.from({ length: 3 }, () => ({ status: 202, body: { sent: true } })),
    );
    for (let n = 0; n < 4; n++) await ask(EMAIL.clientAdmin);
    await expectSoon(async () => (await jobs(NORTH)).slice(before).length, 3);
    expect((await jobs(NORTH)).slice(before)).toEqual(Array(3).fill(`password ${USERS.clientAdmin}`));
  });
  it('is set once by the link, stored as a hash only, and every session ends', async () => {
    const jar: Jar = {};
    await signIn(EMAIL.clientAdmin, `${PASSWORD} north`, jar);
    const void_ = await issuePasswordLink(world.pool, NORTH, USERS.clientAdmin, 'password');
    const token = await issuePasswordLink(world.pool, NORTH, USERS.clientAdmin, 'password');
    const set = (given: string, password = 'noch ein neuer Satz') =>
      call('POST', '/api/password', { token: given, password });
    const stored = await inTenant(
      world.pool,
      NORTH,
      async (client) => (await client.query('select * from access.one_time_tokens')).rows,
    );
    expect(JSON.stringify(stored)).not.toContain(token.split('.')[1]);
    expect((await set(void_)).status).toBe(410);
    expect((await set(`${SOUTH}.${token.split('.')[1]!}`)).status).toBe(410);
    expect((await set(token, 'kurz')).status).toBe(422);
    const all = await Promise.all(Array.from({ length: 30 }, () => set(token)));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 410)).toHaveLength(29);
    expect(await signedIn(jar)).toBeNull();
    expect((await signIn(EMAIL.clientAdmin, 'noch ein neuer Satz')).status).toBe(200);
    const late = await issuePasswordLink(world.pool, NORTH, USERS.clientAdmin, 'password');
    await inTenant(world.pool, NORTH, (client) =>
      client.query(
        "update access.one_time_tokens set expires_at = now() - interval '1 second' where used_at is null",
      ),
    );
    expect((await set(late)).status).toBe(410);
  });
  it('of a new user is chosen by the user, by a link in a mail', async () => {
    const added = await mutate(admin, 'addUser', '($input: AddUserInput!)', {
      input: { name: 'Nora Neu', email: 'Nora.Neu@firm.example', roles: ['COACH'] },
    });
    const id = added['id'] as UserId;
    expect(await jobs(NORTH)).toContain(`invitation ${id}`);
    expect((await signIn('nora.neu@firm.example', PASSWORD)).status).toBe(401);
    const token = await issuePasswordLink(world.pool, NORTH, id, 'invitation');
    expect((await call('POST', '/api/password', { token, password: PASSWORD })).status).toBe(204);
    expect((await signIn('nora.neu@firm.example', PASSWORD)).status).toBe(200);
    expect((await mutate(admin, 'inviteUser', '($userId: ID!)', { userId: NOTHING })).__typename).toBe(
      'UserUnknown',
    );
  });
});

describe('a second factor', () => {
  const jar: Jar = {};
  let secret: string;
  let codes: readonly string[];
  const codeAt = (step: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
  const second = (code: string, given: Jar) => call('POST', '/api/session/second-factor', { code }, given);

  it('is set up with the password and a first code, sealed, with recovery codes as hashes', async () => {
    await world.pool.query('delete from access.attempts');
    await signIn(EMAIL.consultant, `${PASSWORD} north`, jar);
    const begin = (password: string) => call('POST', '/api/account/second-factor', { password }, jar);
    expect((await begin('wrong')).status).toBe(403);
    const begun = await begin(`${PASSWORD} north`);
    secret = begun.body['secret'] as string;
    expect(begun.body['uri']).toContain(`secret=${secret}`);
    expect(begun.body['picture']).toContain('<svg');
    const confirm = (code: string) => call('POST', '/api/account/second-factor/confirm', { code }, jar);
    expect((await confirm('000000')).status).toBe(403);
    const confirmed = await confirm(codeAt(-1));
    codes = confirmed.body['recoveryCodes'] as string[];
    expect(codes).toHaveLength(10);
    const stored = JSON.stringify(
      await inTenant(
        world.pool,
        NORTH,
        async (client) => (await client.query('select * from access.second_factors')).rows,
      ),
    );
    for (const clear of [secret, codes[0]!, codes[0]!.replaceAll('-', '')])
      expect(stored).not.toContain(clear);
  });
  it('is asked for after the password; a code works once, a recovery code once', async () => {
    const waiting: Jar = {};
    const first = await signIn(EMAIL.consultant, `${PASSWORD} north`, waiting);
    expect(first.body).toEqual({ signedIn: false, next: 'second-factor' });
    expect(waiting['rapport']).toBeUndefined();
    expect((await second('123456', waiting)).status).toBe(401);
    const code = codeAt(0);
    expect((await second(code, { ...waiting })).status).toBe(200);
    const again: Jar = {};
    await signIn(EMAIL.consultant, `${PASSWORD} north`, again);
    expect((await second(code, again)).body).toMatchObject({ reason: 'code' });
    expect((await second(codes[0]!.toUpperCase(), again)).status).toBe(200);
    expect(await signedIn(again)).toBe('Carl Consultant');
    const third: Jar = {};
    await signIn(EMAIL.consultant, `${PASSWORD} north`, third);
    expect((await second(codes[0]!, third)).status).toBe(401);
    expect((await second(codes[1]!, waiting)).status).toBe(401);
  });
  it('cannot be guessed: ten wrong codes are the end for a quarter of an hour', async () => {
    await world.pool.query('delete from access.attempts');
    const waiting: Jar = {};
    await signIn(EMAIL.consultant, `${PASSWORD} north`, waiting);
    const statuses = [];
    for (let n = 0; n < 12; n++) statuses.push((await second(String(100_000 + n), waiting)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    await world.pool.query('delete from access.attempts');
  });
  it('is removed by its owner with the password, or reset by an administrator for one who lost it', async () => {
    const remove = (password: string) => call('POST', '/api/account/second-factor/remove', { password }, jar);
    expect((await remove('wrong')).status).toBe(403);
    expect(
      (await mutate(admin, 'requireSecondFactor', '($required: Boolean!)', { required: true })).__typename,
    ).toBe('Recorded');
    expect((await remove(`${PASSWORD} north`)).body).toMatchObject({ reason: 'required' });
    expect(
      (await mutate(admin, 'resetSecondFactor', '($userId: ID!)', { userId: USERS.consultant })).__typename,
    ).toBe('Recorded');
    expect(await signedIn(jar)).toBeNull();
  });
  it('that the firm requires is set up by staff before their first session; clients need none', async () => {
    const waiting: Jar = {};
    expect((await signIn(EMAIL.consultant, `${PASSWORD} north`, waiting)).body).toMatchObject({
      next: 'enrol-second-factor',
    });
    expect(await signedIn(waiting)).toBeNull();
    secret = (await call('POST', '/api/session/enrolment', {}, waiting)).body['secret'] as string;
    expect((await second('000000', waiting)).status).toBe(401);
    const done = await second(codeAt(0), waiting);
    expect(done.body['recoveryCodes']).toHaveLength(10);
    expect(await signedIn(waiting)).toBe('Carl Consultant');
    expect((await signIn(EMAIL.otherClient, `${PASSWORD} north`)).body).toMatchObject({ signedIn: true });
    expect((await signIn(EMAIL.consultant, `${PASSWORD} south`, {}, {}, 'south')).body).toMatchObject({
      signedIn: true,
    });
    await mutate(admin, 'requireSecondFactor', '($required: Boolean!)', { required: false });
  });
});

describe('an API key', () => {
  const day = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
  const make = (input: Record<string, unknown>, cookie = admin) =>
    mutate(cookie, 'createApiKey', '($input: CreateApiKeyInput!)', {
      input: { name: 'HR system', scopes: ['SEE_STRUCTURE'], expiresOn: day(30), ...input },
    });
  const as = (key: string, query: string, variables = {}) =>
    world.ask(null, query, variables, { authorization: `Bearer ${key}` });
  const clients = '{ clientOrganisations { nodes { name } } }';
  let key: string;
  let id: string;

  it('is made by administrators, shown once, and stored as a hash', async () => {
    expect((await make({}, await world.userSession(NORTH, USERS.consultant))).__typename).toBe(
      'NotPermitted',
    );
    expect((await make({ expiresOn: day(400) })).__typename).toBe('InvalidInput');
    expect((await make({ scopes: [] })).__typename).toBe('InvalidInput');
    expect((await make({ clientOrganisationId: NOTHING })).__typename).toBe('NotPermitted');
    const made = await make({ clientOrganisationId: CLIENT });
    [key, id] = [made['key'] as string, made['id'] as string];
    expect(key).toMatch(/^rk_[0-9a-f]{8}_[\w-]{65}$/);
    const listed = await world.ask(
      admin,
      '{ apiKeys { id name prefix scopes lastUsedAt clientOrganisation { name } } }',
    );
    expect(listed.at('apiKeys')).toEqual([
      {
        ...{ id, name: 'HR system', prefix: key.slice(0, 11), scopes: ['SEE_STRUCTURE'], lastUsedAt: null },
        clientOrganisation: { name: 'Acme' },
      },
    ]);
    const stored = await inTenant(
      world.pool,
      NORTH,
      async (client) => (await client.query('select * from access.api_keys')).rows,
    );
    expect(JSON.stringify(stored)).not.toContain(key.slice(-43));
    expect(
      (await world.ask(await world.userSession(SOUTH, USERS.admin), '{ apiKeys { id } }')).at('apiKeys'),
    ).toEqual([]);
  });
  it('opens its scopes in its organisation, and nothing else', async () => {
    expect((await as(key, clients)).at('clientOrganisations.nodes')).toEqual([{ name: 'Acme' }]);
    const others = await as(
      key,
      `query ($a: ID!, $c: ID!) { users { totalCount } apiKeys { id } signInSettings { redirectUri }
        profile(assessmentId: $a) { person { name } } clientOrganisation(id: $c) { name } }`,
      { a: assessment(1, 1), c: OTHER_CLIENT },
    );
    expect(others.data).toEqual({
      ...{
        users: { totalCount: 0 },
        apiKeys: [],
        signInSettings: null,
        profile: null,
        clientOrganisation: null,
      },
    });
    expect((await as(key, '{ me { id } }')).status).toBe(401);
    const used = (await world.ask(admin, '{ apiKeys { lastUsedAt } }')).at('apiKeys') as {
      lastUsedAt: string;
    }[];
    expect(Date.now() - Date.parse(used[0]!.lastUsedAt)).toBeLessThan(60_000);
  });
  it('works for operations only, is not helped by a cookie, and cannot be guessed or moved to another firm', async () => {
    for (const wrong of [
      key.slice(0, -1) + (key.endsWith('A') ? 'E' : 'A'),
      key.replace('rk_', 'rk-'),
      'rk_',
      key.slice(12),
    ])
      expect((await world.ask(admin, clients, {}, { authorization: `Bearer ${wrong}` })).status).toBe(401);
    expect((await world.ask(admin, clients, {}, { authorization: 'Basic YTpi' })).status).toBe(401);
    const moved = Buffer.from(SOUTH.replaceAll('-', ''), 'hex').toString('base64url');
    expect((await as(`${key.slice(0, 12)}${moved}${key.slice(-43)}`, clients)).status).toBe(401);
    expect(
      (await call('GET', '/api/account', undefined, {}, { authorization: `Bearer ${key}` })).status,
    ).toBe(401);
  });
  it('opens nothing after it was revoked, and a foreign one cannot be revoked', async () => {
    const revoke = (cookie: string) => mutate(cookie, 'revokeApiKey', '($keyId: ID!)', { keyId: id });
    expect((await revoke(await world.userSession(SOUTH, USERS.admin))).__typename).toBe('NotPermitted');
    expect((await as(key, clients)).status).toBe(200);
    expect((await revoke(admin)).__typename).toBe('Recorded');
    expect((await as(key, clients)).status).toBe(401);
  });
  it('opens nothing after its last day', async () => {
    const made = await make({});
    await inTenant(world.pool, NORTH, (client) =>
      client.query("update access.api_keys set expires_at = now() - interval '1 second' where id = $1", [
        made['id'],
      ]),
    );
    expect((await as(made['key'] as string, clients)).status).toBe(401);
  });
});

describe('an invitation', () => {
  const redeem = (token: string, jar: Jar = {}) => call('POST', '/api/invitation', { token }, jar);
  it('is not used up by whoever only looks, and of a hundred who redeem it one wins', async () => {
    const token = await issueInvitation(world.pool, NORTH, assessment(1, 15), person(15));
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const path of ['/invitation', `/api/invitation?token=${token}`, `/invitation?token=${token}`])
        expect((await call(method, path)).cookies).toEqual({});
    const all = await Promise.all(Array.from({ length: 100 }, () => redeem(token)));
    const won = all.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(won[0]!.body).toEqual({ assessmentId: assessment(1, 15) });
    expect(all.filter(({ status }) => status === 410)).toHaveLength(99);
    expect(await signedIn(won[0]!.cookies as Jar)).toBe('Person 15');
  });
  it('is void once another was issued, after thirty days, and with another firm in it', async () => {
    await world.pool.query('delete from access.attempts');
    const [first, second] = [
      await issueInvitation(world.pool, NORTH, assessment(1, 15), person(15)),
      await issueInvitation(world.pool, NORTH, assessment(1, 15), person(15)),
    ];
    expect((await redeem(first)).status).toBe(410);
    expect((await redeem(second.replace(NORTH, SOUTH))).status).toBe(410);
    await inTenant(world.pool, NORTH, (client) =>
      client.query("update access.invitations set expires_at = now() - interval '1 second'"),
    );
    expect((await redeem(second)).status).toBe(410);
  });
});

it('leaves an entry in the audit log for every change of who signs in and how', async () => {
  const actions = await inTenant(world.pool, NORTH, async (client) => {
    const { rows } = await client.query<{ action: string }>(
      "select distinct action from audit.entries where action like 'sign-in.%'",
    );
    return rows.map(({ action }) => action.slice('sign-in.'.length));
  });
  expect(actions.toSorted()).toEqual([
    ...['api-key-created', 'api-key-revoked', 'by-invitation', 'by-password', 'by-second-factor'],
    ...['failed-code', 'failed-confirm', 'failed-password'],
    ...['invitation-redeemed', 'password-set', 'recovery-code-used', 'second-factor-enrolled'],
    ...['second-factor-optional', 'second-factor-removed', 'second-factor-required', 'sessions-ended'],
  ]);
  expect((await verifyAudit(world.pool, NORTH)).problem).toBeNull();
});

async function expectSoon<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (let n = 0; n < 100 && (await read()) !== expected; n++)
    await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toBe(expected);
}
