import { Agent, request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import { ENGAGEMENT, firmCommands, USERS, WAVE } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
let world: World;
let cookie: string;
beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  cookie = await world.userSession(NORTH, USERS.admin);
}, 60_000);
afterAll(() => world.close());

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}
type Received = { readonly status: number; readonly text: string; readonly ms: number };

const agent = new Agent({ keepAlive: false });
/** Bytes as they are, not as a well-behaved client would send them; a connection that is cut counts as refused. */
const post = ({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent): Promise<Received> =>
  new Promise((resolve) => {
    const began = performance.now();
    const done = (status: number, text: string) => resolve({ status, text, ms: performance.now() - began });
    const all = { 'content-type': 'application/json', cookie, ...headers };
    const out = send(`${world.url}${path}`, { method, agent, headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(answer.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
      answer.on('error', () => done(0, ''));
    });
    out.on('error', () => done(0, ''));
    out.end(body);
  });

const query = (text: string, variables?: unknown, operationName?: string): Sent => ({
  body: JSON.stringify({ query: text, variables, operationName }),
});
const times = (n: number, each: (i: number) => string, between = ' ') =>
  Array.from({ length: n }, (_, i) => each(i)).join(between);
const nest = (n: number, open: string, inside: string, close: string) =>
  open.repeat(n) + inside + close.repeat(n);

const circular = (n: number) =>
  nest(n, 'engagements(first: 1) { nodes { clientOrganisation { ', 'id', ' } } }').replace(/^/, '{ ') + ' }';
const bomb = (n: number) =>
  `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${i + 1} a${i}: me { id } ...F${i + 1} }`)} fragment F${n} on Query { me { id } }`;
const deep = (n: number): unknown => JSON.parse(nest(n, '{"a":', '1', '}')) as unknown;

/** Each must be refused, in words, at once, and with nothing of the inside. */
const REFUSED: readonly (readonly [string, Sent])[] = [
  ['introspection', query('{ __schema { types { name } } }')],
  ['introspection of one type', query('{ __type(name: "Query") { fields { name } } }')],
  ['introspection under an alias', query('{ a: __schema { queryType { name } } }')],
  ['introspection in a fragment', query('{ ...F } fragment F on Query { __schema { types { name } } }')],
  ['a field misspelt by one letter', query('{ engagement5 { totalCount } }')],
  ['a type misspelt', query('{ ...F } fragment F on Qery { me { id } }')],
  ['an argument misspelt', query('{ engagements(frist: 1) { totalCount } }')],
  [
    'an enum misspelt',
    query(
      `mutation { assignStaff(input: { engagementId: "${ENGAGEMENT}", userId: "x", as: COACHH }) { __typename } }`,
    ),
  ],
  ['a circle 5 deep', query(circular(5))],
  ['a circle 40 deep', query(circular(40))],
  ['a circle 400 deep', query(circular(400))],
  ['braces 20,000 deep', query(nest(20_000, '{a', '', '}'))],
  ['lists 20,000 deep', query(`{ me(x: ${nest(20_000, '[', '', ']')}) { id } }`)],
  ['18 fragments that double', query(bomb(18))],
  ['60 fragments that double', query(bomb(60))],
  ['a fragment in itself', query('{ ...A } fragment A on Query { me { id } ...A }')],
  ['fragments in a circle', query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
  ['31 aliases', query(`{ ${times(31, (i) => `a${i}: me { id }`)} }`)],
  ['1,000 aliases', query(`{ ${times(1000, (i) => `a${i}: me { id }`)} }`)],
  ['1,000 aliases of __typename', query(`{ ${times(1000, (i) => `a${i}: __typename`)} }`)],
  ['21 fields at the top', query(`{ ${times(21, () => 'me { id }')} }`)],
  [
    'aliases in a fragment',
    query(`{ ...F } fragment F on Query { ${times(40, (i) => `a${i}: me { id }`)} }`),
  ],
  ['one field 10,000 times', query(`{ ${'__typename '.repeat(10_000)} }`)],
  ['11 directives', query(`{ me ${'@include(if: true) '.repeat(11)} { id } }`)],
  ['1,000 directives nobody knows', query(`{ me ${times(1000, (i) => `@d${i}`)} { id } }`)],
  ['defer', query('{ ... @defer { me { id } } }')],
  ['3,000 tokens', query(`{ me { ${'id '.repeat(3000)} } }`)],
  ['a million spaces and one field too many', query(`{${' '.repeat(1_000_000)}nothing }`)],
  ['a comment of a million signs', query(`#${'x'.repeat(1_000_000)}\n{ nothing }`)],
  ['a page of a million', query('{ engagements(first: 1000000) { totalCount } }')],
  [
    'a page of a million by variable',
    query('query ($n: Int!) { engagements(first: $n) { totalCount } }', { n: 1e6 }),
  ],
  [
    'pages in pages',
    query(
      '{ engagements(first: 100) { nodes { waves(first: 100) { nodes { participants(first: 100) { nodes { person { id } } } } } } } }',
    ),
  ],
  ['a page of less than none', query('{ engagements(first: -1) { totalCount } }')],
  ['a page of a fraction', query('{ engagements(first: 1.5) { totalCount } }')],
  ['a cursor that is none', query('{ engagements(after: "\\u0000") { totalCount } }')],
  [
    'two ways in at once',
    query(
      'mutation { a: createApiKey(input: { name: "a", scopes: [], expiresOn: "2027-01-01" }) { __typename } b: createApiKey(input: { name: "b", scopes: [], expiresOn: "2027-01-01" }) { __typename } }',
    ),
  ],
  [
    '100 ways in at once',
    query(`mutation { ${times(100, (i) => `a${i}: inviteUser(userId: "x") { __typename }`)} }`),
  ],
  [
    'ways in by fragment',
    query(
      'mutation { ...F ...G } fragment F on Mutation { inviteUser(userId: "x") { __typename } } fragment G on Mutation { b: inviteUser(userId: "y") { __typename } }',
    ),
  ],
  ['a sign-in by mutation', query('mutation { signIn(email: "a", password: "b") { id } }')],
  ['variables 9 deep', query('query ($id: ID!) { engagement(id: $id) { id } }', { id: deep(9) })],
  [
    'variables 5,000 deep',
    {
      body: `{"query":"query ($id: ID!) { engagement(id: $id) { id } }","variables":{"id":${nest(5000, '{"a":', '1', '}')}}}`,
    },
  ],
  [
    'variables that are not declared, 501 of them',
    query('{ me { id } }', Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`v${i}`, i]))),
  ],
  ['a list of 501', query('query ($i: ID!) { engagement(id: $i) { id } }', { i: Array(501).fill('a') })],
  [
    'a text of 21,000 bytes',
    query('query ($i: ID!) { engagement(id: $i) { id } }', { i: 'x'.repeat(21_000) }),
  ],
  ['a text of 10 MB', query('query ($i: ID!) { engagement(id: $i) { id } }', { i: 'x'.repeat(10_000_000) })],
  ['13 MB of body', query('query ($i: ID!) { engagement(id: $i) { id } }', { i: 'x'.repeat(13_000_000) })],
  ['variables that are a list', query('{ me { id } }', [1, 2])],
  ['variables that are a text', query('{ me { id } }', 'x')],
  ['a variable that is missing', query('query ($i: ID!) { engagement(id: $i) { id } }', {})],
  ['100 wrong variables', query(`query (${times(100, (i) => `$v${i}: Int!`)}) { me { id } }`, {})],
  ['a subscription by POST', query(`subscription { waveProgress(waveId: "${WAVE}") { submitted } }`)],
  ['two operations and no name', query('query A { me { id } } query B { me { id } }')],
  ['an operation that is not there', query('query A { me { id } }', {}, 'B')],
  ['only a fragment', query('fragment F on Query { me { id } }')],
  ['no query at all', { body: '{}' }],
  ['a query that is a number', { body: '{"query":1}' }],
  ['a query that is nothing', { body: '{"query":null}' }],
  ['a query of NUL', query('\u0000')],
  ['a lone surrogate', { body: '{"query":"{ me { \\ud800 } }"}' }],
  ['a batch', { body: JSON.stringify(Array(50).fill({ query: '{ me { id } }' })) }],
  ['a batch of one', { body: '[{"query":"{ me { id } }"}]' }],
  [
    'a hash somebody guessed',
    { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }) },
  ],
  [
    'a query to be remembered',
    {
      body: JSON.stringify({
        query: '{ nothing }',
        extensions: { persistedQuery: { version: 1, sha256Hash: 'b'.repeat(64) } },
      }),
    },
  ],
  ['JSON that breaks off', { body: '{"query":"{ me' }],
  ['JSON 200,000 deep', { body: nest(200_000, '[', '', ']') }],
  ['a prototype in JSON', { body: '{"__proto__":{"query":"{ me { id } }"},"query":"{ nothing }"}' }],
  ['nothing', { body: '' }],
  ['bytes that are not UTF-8', { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }],
  ['a query by GET', { method: 'GET', path: '/graphql?query={me{id}}' }],
  [
    'a mutation by GET',
    { method: 'GET', path: '/graphql?query=mutation{closeWave(waveId:"x"){__typename}}' },
  ],
  ['a query by PUT', { ...query('{ me { id } }'), method: 'PUT' }],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={me{id}}' }],
  ['plain text', { ...query('{ me { id } }'), headers: { 'content-type': 'text/plain' } }],
  [
    'many parts',
    { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n\r\n--x--' },
  ],
  ['UTF-7', { ...query('{ me { id } }'), headers: { 'content-type': 'application/json; charset=utf-7' } }],
  ['UTF-16', { ...query('{ me { id } }'), headers: { 'content-type': 'application/json; charset=utf-16' } }],
  ['GraphQL as a type', { headers: { 'content-type': 'application/graphql' }, body: '{ me { id } }' }],
  ['from another page', { ...query('{ me { id } }'), headers: { origin: 'https://evil.example' } }],
  ['from another site', { ...query('{ me { id } }'), headers: { 'sec-fetch-site': 'cross-site' } }],
  ['nobody', { ...query('{ me { id } }'), headers: { cookie: '' } }],
  [
    'a cookie of 7,000 signs',
    { ...query('{ me { id } }'), headers: { cookie: `rapport=${'x'.repeat(7000)}` } },
  ],
  ['a header of 20,000 signs', { ...query('{ me { id } }'), headers: { 'x-much': 'x'.repeat(20_000) } }],
  ['a key that is none', { ...query('{ me { id } }'), headers: { authorization: 'Bearer rk_nonsense' } }],
  ['a sign-in that breaks off', { path: '/api/session', body: '{"email":' }],
  ['a sign-in that is a list', { path: '/api/session', body: '[]' }],
  [
    'a sign-in of 13 MB',
    {
      path: '/api/session',
      body: JSON.stringify({ firm: 'north', email: 'a', password: 'x'.repeat(13_000_000) }),
    },
  ],
  ['a sign-in with objects', { path: '/api/session', body: '{"firm":{},"email":[],"password":{"$ne":""}}' }],
  [
    'a sign-in with NUL',
    { path: '/api/session', body: '{"firm":"north","email":"a\\u0000","password":"b"}' },
  ],
  ['a path out of the house', { method: 'GET', path: '/api/reports/..%2f..%2fetc%2fpasswd/pdf' }],
  ['a path with NUL', { method: 'GET', path: '/api/reports/%00/pdf' }],
  ['a path that cannot be decoded', { method: 'GET', path: '/api/reports/%E0%A4%A/pdf' }],
];

/** Each is odd and harmless, and may be answered. */
const BENIGN: readonly (readonly [string, Sent])[] = [
  ['a plain question', query('{ me { id } }')],
  [
    '30 aliases',
    query(`{ ${times(15, (i) => `a${i}: me { id }`)} ...F } fragment F on Query { b: me { c: id } }`),
  ],
  ['a million spaces', query(`{ me {${' '.repeat(1_000_000)}id } }`)],
  ['variables nobody asked for', query('{ me { id } }', { a: { b: [1, 2, 3] } })],
  ['letters of two directions', query('{ me { id } } # \u202e\u200b')],
];

const SECRETS =
  /at .*\.(js|ts):\d+|node_modules|\/libs\/|postgres|Did you mean|<html|SELECT |ECONN|syntax error at or/i;
const data = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { data?: unknown }).data;
  } catch {
    return undefined;
  }
};
const isServed = ({ status, text }: Received) =>
  status < 400 &&
  (data(text) == null
    ? !text.includes('"errors"')
    : Object.values(data(text) as object).some((value) => value !== null));

describe(`${REFUSED.length} hostile requests`, () => {
  it('are refused one and all: none served, none answered by 5xx, nothing of the inside told, nobody dies', async () => {
    const problems: string[] = [];
    let slowest: readonly [string, number] = ['', 0];
    for (const [what, sent] of REFUSED) {
      const answer = await post(sent);
      const about = `${what}: ${answer.status} ${answer.text.slice(0, 200)}`;
      if (isServed(answer)) problems.push(`served: ${about}`);
      if (answer.status >= 500 || /INTERNAL_SERVER_ERROR/.test(answer.text))
        problems.push(`failed: ${about}`);
      if (SECRETS.test(answer.text)) problems.push(`told: ${about}`);
      if (answer.status !== 0 && answer.text !== '' && !/^[[{]/.test(answer.text))
        problems.push(`no JSON: ${about}`);
      if (answer.ms > slowest[1]) slowest = [what, answer.ms];
      const alive = await world.fetch('/health/live');
      if (alive.status !== 200) problems.push(`dead after ${what}`);
    }
    console.info(`hostile requests: ${REFUSED.length}, slowest ${slowest[0]}: ${slowest[1].toFixed(0)} ms`);
    expect(problems).toEqual([]);
    expect(REFUSED.length).toBeGreaterThanOrEqual(60);
  }, 120_000);

  it('would be noticed if they were served: odd requests without harm are', async () => {
    for (const [what, sent] of BENIGN) {
      const answer = await post(sent);
      expect([what, isServed(answer), answer.text.slice(0, 100)]).toEqual([what, true, expect.any(String)]);
    }
  });
});

describe('a thousand passwords for one account', () => {
  it('are looked at ten times at most, whatever address is claimed and however many come at once', async () => {
    const evaluated = { count: 0 };
    const attempt = async (n: number) => {
      const answer = await post({
        path: '/api/session',
        headers: {
          cookie: '',
          'x-forwarded-for': `10.${n % 250}.${n % 7}.1`,
          forwarded: `for=10.0.0.${n % 250}`,
        },
        body: JSON.stringify({
          firm: 'north',
          email: 'carl.consultant@firm.example',
          password: `wrong ${n} password`,
        }),
      });
      if (answer.status === 401) evaluated.count++;
      return answer.status;
    };
    const statuses = new Map<number, number>();
    for (let round = 0; round < 20; round++)
      for (const status of await Promise.all(Array.from({ length: 50 }, (_, i) => attempt(round * 50 + i))))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    console.info(`1000 attempts by status: ${JSON.stringify([...statuses])}`);
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    expect(evaluated.count).toBeLessThanOrEqual(10);
    expect(evaluated.count).toBeGreaterThan(0);
  }, 60_000);
});
