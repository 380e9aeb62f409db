import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApiKey, tenantOf } from '@rapport/read-models';
import WebSocket from 'ws';
import { COSTLY } from '../../apps/gateway/src/graphql/field-limits.js';
import { typeDefs } from '../../apps/gateway/src/graphql/schema.js';
import { ENGAGEMENT, firmCommands, NOTHING, USERS } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type Answer, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
/** Nobody listens there: limits must hold, and reads be answered, without it. */
const NO_REDIS = 'redis://127.0.0.1:1';
let world: World;
beforeAll(async () => {
  world = await openWorld({ READS_PER_MINUTE: '12', CHANGES_PER_MINUTE: '5', REDIS_URL: NO_REDIS });
  for (const [tenant, slug] of [
    [NORTH, 'north'],
    [SOUTH, 'south'],
  ] as const)
    await world.send(tenant, ...firmCommands(tenant, slug));
}, 60_000);
afterAll(async () => {
  await world.close();
});

const toldWhen = ({ status, errors, headers, data }: Answer) => {
  const seconds = Number(headers.get('retry-after'));
  expect([status, errors[0]?.extensions.code, data]).toEqual([429, 'TOO_MANY_REQUESTS', null]);
  expect(errors[0]?.message).toBe(
    `These were too many requests of this kind. Please try again in ${seconds} seconds.`,
  );
  expect((errors[0]?.extensions as { retryAfter?: number }).retryAfter).toBe(seconds);
  expect(seconds).toBeGreaterThan(0);
};

describe('reads', () => {
  it('are counted by field, whether they come in one request or in many, under aliases or by fragments', async () => {
    const coach = await world.userSession(NORTH, USERS.coach);
    const three = '{ a: me { id } ...F } fragment F on Query { b: me { id } ... { c: me { id } } }';
    for (let n = 0; n < 4; n++) expect((await world.ask(coach, three)).status).toBe(200);
    toldWhen(await world.ask(coach, '{ me { id } }'));
    // Another field, another person and the same person of another firm are not concerned.
    expect((await world.ask(coach, '{ engagements { totalCount } }')).status).toBe(200);
    expect((await world.ask(await world.userSession(NORTH, USERS.admin), three)).status).toBe(200);
    expect((await world.ask(await world.userSession(SOUTH, USERS.coach), three)).status).toBe(200);
    // A new session of the same person is the same person.
    toldWhen(await world.ask(await world.userSession(NORTH, USERS.coach), '{ me { id } }'));
  });

  it('of a key are the key’s own', async () => {
    const made = await createApiKey(
      world.pool,
      NORTH,
      {
        ...{ id: NOTHING, name: 'HR', scopes: ['see-structure'], clientId: null },
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      USERS.admin,
    );
    const headers = { authorization: `Bearer ${made?.key ?? ''}` };
    const ask = () => world.ask(null, '{ engagements { totalCount } }', {}, headers);
    for (let n = 0; n < 12; n++) expect((await ask()).status).toBe(200);
    toldWhen(await ask());
  });
});

describe('changes', () => {
  const close = `mutation { closeEngagement(engagementId: "${NOTHING}") { __typename } }`;
  it('are counted by field, done or refused', async () => {
    const coach = await world.userSession(NORTH, USERS.coach);
    for (let n = 0; n < 5; n++) expect((await world.ask(coach, close)).status).toBe(200);
    toldWhen(await world.ask(coach, close));
    expect((await world.ask(coach, `{ engagement(id: "${ENGAGEMENT}") { id } }`)).status).toBe(200);
  });

  it('that are costly are counted by all gateways together', async () => {
    const most = COSTLY['requestMyExport'] ?? 0;
    await world.pool.query('delete from access.attempts');
    const participant = await world.userSession(NORTH, USERS.clientAdmin);
    const ask = () => world.ask(participant, 'mutation { requestMyExport { __typename } }');
    expect((await ask()).status).toBe(200);
    // As if other gateways had counted the rest.
    await world.pool.query(
      'update access.attempts set made = array(select now() from generate_series(1, $1::int))',
      [most],
    );
    const refused = await ask();
    toldWhen(refused);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('that are costly are fields of the schema', () => {
    for (const field of Object.keys(COSTLY)) expect(typeDefs).toMatch(new RegExp(`^  ${field}\\b`, 'm'));
  });
});

it('keys that open nothing can be tried a hundred times a minute from one address, and a right one no longer then', async () => {
  const ask = (key: string) => world.ask(null, '{ me { id } }', {}, { authorization: `Bearer ${key}` });
  const wrong = Array.from({ length: 100 }, (_, n) => `rk_${String(n).padStart(8, '0')}_${'A'.repeat(65)}`);
  for (const key of wrong) expect((await ask(key)).status).toBe(401);
  toldWhen(await ask('rk_00000000_nonsense'));
  expect(
    (await world.ask(await world.userSession(NORTH, USERS.admin), '{ engagements { totalCount } }')).status,
  ).toBe(200);
});

it('a session can listen in twenty pages and no more', async () => {
  const cookie = await world.userSession(NORTH, USERS.admin);
  const sockets: WebSocket[] = [];
  const listen = () =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { cookie },
      });
      sockets.push(socket);
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
      socket.on('error', () => undefined);
    });
  for (let n = 0; n < 20; n++) expect(await listen()).toBe(101);
  expect(await listen()).toBe(429);
  for (const socket of sockets) socket.terminate();
});

it('sign-ins are limited and possible without Redis', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ firm: 'north', email: 'stan.stranger@firm.example', password: 'wrong' });
  const statuses: number[] = [];
  for (let n = 0; n < 7; n++)
    statuses.push((await world.fetch('/api/session', { method: 'POST', headers, body })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
});
