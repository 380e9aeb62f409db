import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@rapport/platform';
import { setPassword, tenantOf } from '@rapport/read-models';
import {
  assessment,
  CLIENT,
  ENGAGEMENT,
  firmCommands,
  person,
  USERS,
  WAVE,
} from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
/** One word for each kind of thing that must not be found again where nobody looks for it. */
const MARKS = {
  password: 'Zq7password-mark',
  token: 'Zq7token-mark',
  key: 'rk_0a1b2c3d_Zq7key-mark',
  cookie: 'Zq7cookie-mark',
  name: 'Zq7name-mark',
  email: 'zq7email-mark@firm.example',
  text: 'Zq7text-mark',
  answer: 'Zq7answer-mark',
  query: 'zq7query_mark',
} as const;
const ANY = /zq7(\w+?)[-_]mark/gi;
const marksIn = (text: string) => [...new Set([...text.matchAll(ANY)].map(([, kind]) => kind))];

const lines: string[] = [];
const logger = createLogger('gateway', 'trace', { write: (line: string) => void lines.push(line) });
let world: World;
beforeAll(async () => {
  world = await openWorld({}, undefined, logger);
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  await setPassword(world.pool, NORTH, USERS.coach, 'clara.coach@firm.example', 'korrekt pferd batterie');
}, 60_000);
afterAll(() => world.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  world.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Marked values in every kind of input, in requests that succeed, are refused, make no sense, or fail. */
async function putMarksEverywhere(): Promise<void> {
  const { password, token, key, cookie, name, email, text, answer, query } = MARKS;
  const admin = await world.userSession(NORTH, USERS.admin);
  const consultant = await world.userSession(NORTH, USERS.consultant);
  await post('/api/session', { firm: 'north', email, password });
  await post('/api/session', { firm: name, email, password });
  await post('/api/session', { firm: 'north', email: 'clara.coach@firm.example', password });
  await post('/api/session', `{"password":"${password}`);
  await post('/api/session', { firm: 'north', email: `${email}\u0000`, password });
  await post('/api/password-reset', { firm: 'north', email });
  await post('/api/password', { token, password });
  await post('/api/invitation', { token });
  await post('/api/sso/start', { firm: name, from: `/${text}` });
  await world.fetch(`/api/sso/callback?code=${token}&state=${token}`, { redirect: 'manual' });
  await world.fetch(`/api/reports/${token}/pdf`, { headers: { cookie: `rapport=${cookie}` } });
  await world.fetch(`/api/my-exports/${token}/json`, { headers: { cookie: admin } });
  await post('/graphql', { query: `{ ${query} }` }, { cookie: admin });
  await post('/graphql', { query: '{ me { id } }' }, { authorization: `Bearer ${key}` });
  await post(
    '/graphql',
    { query: '{ me { id } }' },
    { cookie: `rapport=${cookie}`, referer: `http://x/${token}` },
  );
  const user = { name, email, roles: ['CONSULTANT'] };
  const add = 'mutation ($input: AddUserInput!) { addUser(input: $input) { __typename } }';
  await world.ask(admin, add, { input: user });
  await world.ask(admin, add, { input: user });
  await world.ask(admin, add, { input: { ...user, email: text } });
  await world.ask(admin, add, { input: { ...user, roles: [text] } });
  await world.ask(
    admin,
    'mutation ($input: OpenEngagementInput!) { openEngagement(input: $input) { __typename } }',
    { input: { clientOrganisationId: CLIENT, title: text, goal: text, locale: 'de' } },
  );
  const importing =
    'mutation ($input: ImportParticipantsInput!) { importParticipants(input: $input) { __typename } }';
  const csv = `email,name,team\n${email},${name},${text}\n${answer};`;
  for (const dryRun of [true, false])
    await world.ask(consultant, importing, { input: { waveId: WAVE, csv, dryRun } });
  await world.ask(
    await world.participantSession(NORTH, person(15)),
    'mutation ($input: RecordAnswersInput!) { recordAnswers(input: $input) { __typename } }',
    { input: { assessmentId: assessment(1, 15), answers: [{ item: answer, value: 3 }] } },
  );
  // The service that takes changes is gone in the middle.
  await world.closeDoor();
  await world.ask(admin, add, { input: { ...user, email: `second-${email}` } });
  await world.ask(admin, 'mutation ($id: ID!) { closeEngagement(engagementId: $id) { __typename } }', {
    id: ENGAGEMENT,
  });
}

describe('what was entered', () => {
  beforeAll(putMarksEverywhere, 60_000);

  it('is in no line of the log, at any level', () => {
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => marksIn(line).length > 0)).toEqual([]);
  });

  it('is in no metric', async () => {
    expect(marksIn(await (await world.fetch('/metrics')).text())).toEqual([]);
  });

  it('is in no table of jobs, attempts, links, sessions or the audit log', async () => {
    const { rows: tables } = await world.pool.query<{ t: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as t from pg_tables
       where schemaname in ('jobs', 'outbox', 'audit', 'access') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const client = await world.pool.connect();
    try {
      await client.query(`begin; set local app.tenant = '${NORTH}'`);
      for (const { t } of tables) {
        const { rows } = await client.query<{ text: string | null }>(
          `select string_agg(x::text, ' ') as text from ${t} x where has_table_privilege('${t}', 'select')`,
        );
        expect([t, marksIn(rows[0]?.text ?? '')]).toEqual([t, []]);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('would be found: a line, and a name where it belongs', async () => {
    logger.warn({ err: new Error(`cannot write to ${MARKS.email}`) }, 'a line that says too much');
    expect(marksIn(lines.at(-1) ?? '')).toEqual(['email']);
    const client = await world.pool.connect();
    try {
      await client.query(`begin; set local app.tenant = '${NORTH}'`);
      const { rows } = await client.query("select string_agg(doc::text, ' ') as text from read.users");
      expect(marksIn((rows[0] as { text: string }).text)).toEqual(expect.arrayContaining(['name', 'email']));
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
