import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandFailed } from '../../apps/cli/src/command-line.js';
import { firmsCommands } from '../../apps/cli/src/firms.js';
import { assessment, firmCommands, NOTHING, person, USERS } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';
import { openOutbox, putJob } from '@rapport/jobs';
import {
  createApiKey,
  inTenant,
  issueInvitation,
  issuePasswordLink,
  tenantOf,
  verifyAudit,
} from '@rapport/read-models';
import type { TenantId } from '@rapport/domain';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
const PASSWORD = 'korrekt pferd batterie';
const WANTED = { name: 'Nordlicht Beratung', admin: 'Ada Nord', email: 'ada@nord.example', locale: 'de' };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.send(SOUTH, ...firmCommands(SOUTH, 'south'));
}, 60_000);
afterAll(() => world.close());

async function rapport(words: string, operands: readonly string[], options = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  await firmsCommands
    .find((command) => command.words === words)!
    .run({
      ...{ options, operands, settings: () => world.operator, print: (line) => lines.push(line) },
      signal: new AbortController().signal,
    });
  return lines;
}
const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const response = await world.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null };
};
const signIn = (firm: string, email: string) => post('/api/session', { firm, email, password: PASSWORD });
const names = async (cookie: string | null) =>
  (await world.ask(cookie, '{ me { name roles firm { name } } }')).at('me');

describe('an operator', () => {
  it('founds a firm, and the first administrator comes in by the link alone', async () => {
    const lines = await rapport('firms add', ['north'], WANTED);
    const link = new URL(lines.at(-1) ?? '');
    expect(link.href).toMatch(/^http:\/\/localhost:4000\/set-password#./);
    const token = link.hash.slice(1);
    expect((await signIn('north', WANTED.email)).status).toBe(401);
    expect((await post('/api/password', { token, password: PASSWORD })).status).toBeLessThan(300);
    expect((await post('/api/password', { token, password: `${PASSWORD} 2` })).status).toBe(410);
    const { status, cookie } = await signIn('north', WANTED.email);
    expect(status).toBe(200);
    expect(await names(cookie)).toEqual({
      ...{ name: 'Ada Nord', roles: ['FIRM_ADMIN'], firm: { name: 'Nordlicht Beratung' } },
    });
  });

  it.each([
    ['a name that is taken', ['north'], WANTED, /already/],
    ['a name that cannot be typed', ['North West'], WANTED, /slug: lower-case/],
    ['a language nobody reads here', ['west'], { ...WANTED, locale: 'fr' }, /locale/],
    ['no administrator', ['west'], { ...WANTED, admin: ' ' }, /--admin is missing/],
    ['two names', ['west', 'east'], WANTED, /one firm/],
  ])('is told what is wrong with %s', async (_, operands, options, said) => {
    const failed = rapport('firms add', operands, options);
    await expect(failed).rejects.toThrow(said);
    await expect(failed).rejects.toBeInstanceOf(CommandFailed);
  });

  it('sees every firm', async () => {
    expect((await rapport('firms list', [])).toSorted()).toEqual([
      'north  Nordlicht Beratung  1 accounts',
      'south  Firm south  7 accounts',
    ]);
  });
});

describe('a suspended firm', () => {
  const outbox = () =>
    openOutbox((tenant, work) => inTenant(world.pool, tenant as TenantId, work), world.jobs);
  let cookie: string;
  let key: string;
  const asKey = () =>
    world.ask(null, '{ engagements { totalCount } }', {}, { authorization: `Bearer ${key}` });

  it('opens to nobody: no session, password, key, invitation or link; the other firm goes on', async () => {
    cookie = await world.userSession(SOUTH, USERS.coach);
    const north = await signIn('north', WANTED.email);
    const made = await createApiKey(
      world.pool,
      SOUTH,
      {
        ...{ id: NOTHING, name: 'HR', scopes: ['see-structure'], clientId: null },
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      USERS.admin,
    );
    key = made?.key ?? '';
    const link = await issuePasswordLink(world.pool, SOUTH, USERS.coach, 'password');
    const invitation = await issueInvitation(world.pool, SOUTH, assessment(1, 15), person(15));
    expect((await world.ask(cookie, '{ me { id } }')).status).toBe(200);
    expect((await asKey()).status).toBe(200);

    expect(await rapport('firms suspend', ['south'])).toEqual(['south is suspended']);
    expect(await rapport('firms suspend', ['south'])).toEqual(['south was so already']);
    expect((await world.ask(cookie, '{ me { id } }')).status).toBe(401);
    // One that was opened in the same moment is worth nothing either.
    expect((await world.ask(await world.userSession(SOUTH, USERS.coach), '{ me { id } }')).status).toBe(401);
    expect((await asKey()).status).toBe(401);
    expect((await post('/api/password', { token: link, password: PASSWORD })).status).toBe(410);
    expect((await post('/api/invitation', { token: invitation })).status).toBe(410);
    expect((await rapport('firms list', [])).find((line) => line.startsWith('south'))).toMatch(
      /7 accounts {2}suspended since 2/,
    );
    expect((await world.ask(north.cookie, '{ me { id } }')).status).toBe(200);

    expect(await rapport('firms resume', ['south'])).toEqual(['south is resumed']);
    expect((await asKey()).status).toBe(200);
    expect((await post('/api/password', { token: link, password: PASSWORD })).status).toBeLessThan(300);
    expect((await post('/api/invitation', { token: invitation })).status).toBe(200);
    expect((await signIn('south', 'clara.coach@firm.example')).status).toBe(200);
    await rapport('firms suspend', ['south']);
    expect((await signIn('south', 'clara.coach@firm.example')).status).toBe(401);
  });

  it('has its jobs wait, but for erasures, and gets them back', async () => {
    const put = (tenantId: TenantId, requestId: string) =>
      inTenant(world.pool, tenantId, async (client) => {
        const kind = 'password-changed' as const;
        await putJob(client, 'send-account-mail', { tenantId, userId: USERS.coach, kind, requestId });
        await putJob(client, 'erase-person', { tenantId, personId: person(14) });
      });
    const done: string[] = [];
    const handlers = outbox().settling({
      'send-account-mail': async ({ requestId }: { requestId: string }) => void done.push(requestId),
    } as never);
    await put(SOUTH, 'r1');
    await put(NORTH, 'r2');
    expect([await outbox().relay(SOUTH), await outbox().relay(NORTH)]).toEqual([1, 2]);
    // Handed over before the pause: a worker puts it back instead of doing it.
    const job = { tenantId: SOUTH, userId: USERS.coach, kind: 'password-changed', requestId: 'r1' } as const;
    await handlers['send-account-mail'](job, async () => undefined);
    expect(done).toEqual([]);
    await rapport('firms resume', ['south']);
    expect(await outbox().relay(SOUTH)).toBe(1);
    await handlers['send-account-mail'](job, async () => undefined);
    expect(done).toEqual(['r1']);
    expect(await outbox().relay(SOUTH)).toBe(0);
  });

  it('must be there, and both steps are in its audit log', async () => {
    await expect(rapport('firms suspend', ['nowhere'])).rejects.toThrow('there is no firm nowhere');
    await expect(rapport('firms resume', ['nowhere'])).rejects.toThrow('there is no firm nowhere');
    const actions = await inTenant(world.pool, SOUTH, async (client) => {
      const { rows } = await client.query<{ action: string }>(
        "select action from audit.entries where action like 'firm.%' order by seq",
      );
      return rows.map(({ action }) => action);
    });
    expect(actions).toEqual(['firm.suspend', 'firm.resume', 'firm.suspend', 'firm.resume']);
    expect(await verifyAudit(world.pool, SOUTH)).toMatchObject({ problem: null });
  });
});
