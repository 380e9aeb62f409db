import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_KEY_SCOPES, createApiKey, tenantOf } from '@rapport/read-models';
import WebSocket from 'ws';
import { Me, ReportProgressed } from '../../apps/portal/src/api/generated.js';
import { CLIENT_REPORT, firmCommands, USERS } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
const FREE = '{ me { id } }';
let world: World;
let cookie: string;
let consultant: string;
beforeAll(async () => {
  world = await openWorld({ GRAPHQL_DOCUMENTS: 'portal' });
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  cookie = await world.userSession(NORTH, USERS.admin);
  consultant = await world.userSession(NORTH, USERS.consultant);
}, 60_000);
afterAll(() => world.close());

interface Received {
  readonly status: number;
  readonly data?: { readonly me?: { readonly id?: string } };
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function post(
  body: unknown,
  headers: Readonly<Record<string, string>> = { cookie },
): Promise<Received> {
  const response = await world.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
const codeOf = ({ status, errors }: Received) => [status, errors?.[0]?.extensions.code];

describe('a browser session', () => {
  it('asks what the portal asks, by the hash alone', async () => {
    expect(await post({ documentId: Me.id })).toMatchObject({
      status: 200,
      data: { me: { id: USERS.admin } },
    });
  });

  it.each<readonly [string, object, readonly [number, string]]>([
    ['a text of its own', { query: FREE }, [403, 'DOCUMENT_NOT_ALLOWED']],
    ['a text with a hash that is known', { query: FREE, documentId: Me.id }, [400, 'DOCUMENT_UNKNOWN']],
    ['a hash somebody guessed', { documentId: `sha256:${'0'.repeat(64)}` }, [400, 'DOCUMENT_UNKNOWN']],
    ['a hash that is none', { documentId: '__proto__' }, [400, 'DOCUMENT_UNKNOWN']],
    ['introspection', { query: '{ __schema { types { name } } }' }, [403, 'DOCUMENT_NOT_ALLOWED']],
    ['nothing', {}, [403, 'DOCUMENT_NOT_ALLOWED']],
    [
      'a hash in the way of persisted queries',
      { extensions: { persistedQuery: { version: 1, sha256Hash: Me.id.slice(7) } } },
      [403, 'DOCUMENT_NOT_ALLOWED'],
    ],
  ])('is refused %s, and told what to do', async (_, body, expected) => {
    const received = await post(body);
    expect(codeOf(received)).toEqual(expected);
    expect(received.data).toBeUndefined();
    expect(received.errors?.[0]?.message).toMatch(/Please (use an API key|load it again)/);
  });

  it('gets nothing by GET, known or not', async () => {
    for (const query of [`documentId=${Me.id}`, `query=${encodeURIComponent(FREE)}`])
      expect((await world.fetch(`/graphql?${query}`, { headers: { cookie } })).status).toBe(405);
  });

  it('cannot name a document in the address', async () => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: '{}' };
    expect((await world.fetch(`/graphql?documentId=${Me.id}`, sent)).status).toBe(403);
  });

  it('is not helped by a key that is none', async () => {
    const received = await post({ query: FREE }, { cookie, authorization: 'Bearer rk_nonsense' });
    expect(codeOf(received)).toEqual([401, 'UNAUTHENTICATED']);
  });
});

it('a known document of someone who is not signed in is not answered', async () => {
  expect(codeOf(await post({ documentId: Me.id }, {}))).toEqual([401, 'UNAUTHENTICATED']);
});

it('an API key may send texts of its own, under the limits', async () => {
  const key = await createApiKey(
    world.pool,
    NORTH,
    {
      ...{ id: '10000000-0000-4000-8000-000000000001', name: 'HR', scopes: API_KEY_SCOPES, clientId: null },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    USERS.admin,
  );
  const headers = { authorization: `Bearer ${key?.key ?? ''}` };
  expect((await post({ query: '{ engagements { totalCount } }' }, headers)).status).toBe(200);
  const deep = `{ engagements { nodes { ${'clientOrganisation { '.repeat(20)} id ${'} '.repeat(20)} } } }`;
  expect((await post({ query: deep }, headers)).status).toBe(400);
});

describe('a live connection', () => {
  /** What comes first for one subscription: data, an error, or the end. */
  const subscribe = (payload: object): Promise<{ type: string; payload?: unknown }> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { cookie: consultant },
      });
      socket.on('error', reject);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('close', (code: number) => resolve({ type: `closed ${code}` }));
      socket.on('message', (text: Buffer) => {
        const message = JSON.parse(text.toString()) as { type: string };
        if (message.type === 'connection_ack')
          return socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
        resolve(message);
        socket.close();
      });
    });
  const variables = { reportId: CLIENT_REPORT };

  it('runs a subscription of the portal by its hash', async () => {
    const payload = { query: '', variables, extensions: { documentId: ReportProgressed.id } };
    expect(await subscribe(payload)).toMatchObject({ type: 'next' });
  });

  it.each([
    ['a text of its own', { query: 'subscription { reportProgress(reportId: "x") { status } }' }],
    ['a hash nobody knows', { query: '', extensions: { documentId: 'sha256:none' } }],
    ['a query of the portal', { query: '', extensions: { documentId: Me.id } }],
  ])('refuses %s', async (_, payload) => {
    expect(await subscribe({ variables, ...payload })).toMatchObject({ type: 'error' });
  });
});
