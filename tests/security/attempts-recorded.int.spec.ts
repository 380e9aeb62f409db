import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditEntries,
  createApiKey,
  setPassword,
  tenantOf,
  verifyAudit,
  type AuditEntry,
} from '@rapport/read-models';
import { firmCommands, MARKETING, NOTHING, USERS, WAVE } from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
const PASSWORD = 'korrekt pferd batterie';
const COACH = 'clara.coach@firm.example';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  await world.send(SOUTH, ...firmCommands(SOUTH, 'south'));
  await setPassword(world.pool, NORTH, USERS.coach, COACH, PASSWORD);
}, 60_000);
afterAll(() => world.close());

const signIn = async (email: string, password: string, firm = 'north'): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ firm, email, password });
  return (await world.fetch('/api/session', { method: 'POST', headers, body })).status;
};

async function entries(action: RegExp, tenant = NORTH): Promise<readonly AuditEntry[]> {
  const found: AuditEntry[] = [];
  for await (const portion of auditEntries(world.pool, tenant)) found.push(...portion);
  return found.filter((entry) => action.test(entry.action));
}
/** What is written after the answer is there soon. */
async function until(count: number, action: RegExp): Promise<readonly AuditEntry[]> {
  for (const end = performance.now() + 5000; performance.now() < end; await new Promise(setImmediate)) {
    const found = await entries(action);
    if (found.length >= count) return found;
  }
  return entries(action);
}

describe('a sign-in that fails', () => {
  it('is recorded against the account, with nothing of what was entered', async () => {
    expect(await signIn(COACH, 'wrong-but-mine-4711')).toBe(401);
    const found = await until(1, /^sign-in\.failed/);
    expect(found).toMatchObject([
      {
        action: 'sign-in.failed-password',
        actor: 'unknown',
        object: `user:${USERS.coach}`,
        decision: 'deny',
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/4711|clara|firm\.example/i);
  });

  it('leaves no trace where there is no such account or firm, and counts no more than were looked at', async () => {
    expect(await signIn('nobody@firm.example', 'wrong')).toBe(401);
    expect(await signIn(COACH, 'wrong', 'no-such-firm')).toBe(401);
    for (let n = 0; n < 8; n++) await signIn(COACH, `wrong ${n}`);
    expect(await until(5, /^sign-in\.failed/)).toHaveLength(5);
    expect(await entries(/./, tenantOf('no-such-firm'))).toEqual([]);
    expect(await entries(/^sign-in\.failed/, SOUTH)).toEqual([]);
    await world.pool.query('delete from access.attempts');
  });

  it('is none when the password is right', async () => {
    expect(await signIn(COACH, PASSWORD)).toBe(200);
    expect(await entries(/^sign-in\.by-password/)).toHaveLength(1);
    expect(await entries(/^sign-in\.failed/)).toHaveLength(5);
  });
});

describe('a program that reads', () => {
  it('leaves an entry for every field with content, with the ids it names, before it is answered', async () => {
    const made = await createApiKey(
      world.pool,
      NORTH,
      {
        ...{ id: NOTHING, name: 'HR', scopes: ['team-aggregate', 'see-structure'], clientId: null },
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      USERS.admin,
    );
    const ask = (query: string, variables: object) =>
      world.ask(null, query, { ...variables }, { authorization: `Bearer ${made?.key ?? ''}` });
    await ask(
      `query ($w: ID!) { ...F motives { id } instruments { totalCount } }
       fragment F on Query { a: teamPersonality(waveId: $w, teamId: "${MARKETING}") { n } b: reports { totalCount } }`,
      { w: WAVE },
    );
    expect(await entries(/^api-key/)).toMatchObject([
      { actor: `api-key:${NOTHING}`, action: 'api-key.read', object: `teamPersonality/${WAVE}/${MARKETING}` },
      { actor: `api-key:${NOTHING}`, action: 'api-key.read', object: 'reports', decision: 'allow' },
    ]);
    await ask('{ motives { id } }', {});
    await ask('{ nothing }', {});
    expect(await entries(/^api-key/)).toHaveLength(2);
    expect(await entries(/^api-key/, SOUTH)).toEqual([]);
  });

  it('is not who signs in: what people read is recorded as before', async () => {
    await world.ask(await world.userSession(NORTH, USERS.consultant), '{ reports { totalCount } }');
    expect(await entries(/^api-key/)).toHaveLength(2);
  });
});

it('the chain of the audit log holds', async () => {
  expect(await verifyAudit(world.pool, NORTH)).toMatchObject({ problem: null });
});
