import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantId } from '@rapport/domain';
import { tenantOf } from '@rapport/read-models';
import { firmCommands, MARKETING, SECOND_WAVE, USERS } from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const FIRMS = { north: tenantOf('north'), south: tenantOf('south') };
type FirmName = keyof typeof FIRMS;

let world: World;
const cookies = {} as Record<FirmName, string>;
beforeAll(async () => {
  world = await openWorld();
  for (const [name, tenant] of Object.entries(FIRMS)) {
    await world.send(tenant, ...firmCommands(tenant, name));
    cookies[name as FirmName] = await world.userSession(tenant, USERS.consultant);
  }
}, 60_000);
afterAll(() => world.close());

interface Outcome {
  readonly __typename: string;
  readonly participants?: number;
  readonly message?: string;
  readonly problems?: readonly { readonly row: number; readonly column: string; readonly reason: string }[];
}

async function importing(firm: FirmName, csv: string, key: string = randomUUID()): Promise<Outcome> {
  const answer = await world.ask(
    cookies[firm],
    `mutation ($input: ImportParticipantsInput!) { importParticipants(input: $input) { __typename
      ... on ImportDone { participants } ... on Refusal { message }
      ... on ImportProblems { problems { row column reason } } } }`,
    { input: { waveId: SECOND_WAVE, csv, dryRun: false } },
    { 'idempotency-key': key },
  );
  expect(answer.errors).toEqual([]);
  return answer.at('importParticipants') as Outcome;
}
const here = async (tenant: TenantId, sql: string, ...values: unknown[]): Promise<number> => {
  const client = await world.pool.connect();
  try {
    await client.query(`begin; set local app.tenant = '${tenant}'`);
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
    await client.query('commit');
    return rows[0]!.n;
  } finally {
    client.release();
  }
};
const named = (tenant: TenantId, like: string) =>
  here(tenant, `read.persons where doc->>'name' like $1`, `${like}%`);
const invited = (tenant: TenantId) => here(tenant, 'read.participants where wave_id = $1', SECOND_WAVE);

async function itemsOf(): Promise<readonly string[]> {
  const answer = await world.ask(
    cookies.north,
    `query ($id: ID!) { wave(id: $id) { instrument { items { id } } } }`,
    { id: SECOND_WAVE },
  );
  return (answer.at('wave.instrument.items') as { id: string }[]).map(({ id }) => id);
}

describe('imports at the same moment', () => {
  const TIMES = 6;
  const list = (of: string, team: string) =>
    ['name;email;team', ...[1, 2, 3].map((n) => `${of} ${n};${of}${n}@acme.example;${team}`)].join('\n');
  const outcomesOf = async (firm: FirmName, csv: string) =>
    Promise.all(Array.from({ length: TIMES }, () => importing(firm, csv)));

  it('bring the people of one file in once, in each of two firms; the others are told that they are there', async () => {
    const before = { north: await invited(FIRMS.north), south: await invited(FIRMS.south) };
    // A team that is there, a team that is new, and the same in the firm next door.
    const csv = `${list('Same', 'Marketing')}\nFresh 1;fresh1@acme.example;Brand new`;
    const [north, south] = await Promise.all([outcomesOf('north', csv), outcomesOf('south', csv)]);
    for (const outcomes of [north, south]) {
      const types = outcomes.map(({ __typename }) => __typename).toSorted();
      expect(types).toEqual(['ImportDone', ...Array<string>(TIMES - 1).fill('ImportProblems')]);
      expect(outcomes.find(({ problems }) => problems)?.problems).toEqual(
        [2, 3, 4, 5].map((row) => ({ row, column: 'email', reason: 'this person is in the wave already' })),
      );
    }
    for (const [name, tenant] of Object.entries(FIRMS)) {
      expect(await invited(tenant)).toBe(before[name as FirmName] + 4);
      expect(await named(tenant, 'Same')).toBe(3);
      expect(await here(tenant, `read.teams where name = 'Brand new'`)).toBe(1);
    }
  });

  it('know people without an address by their name and team', async () => {
    const items = await itemsOf();
    const csv = [
      `name;team;${items.join(';')}`,
      ...['Ano 1', 'Ano 2'].map((name) => `${name};Marketing;${items.map(() => 3).join(';')}`),
    ].join('\n');
    const outcomes = await outcomesOf('north', csv);
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ImportDone',
      ...Array<string>(TIMES - 1).fill('ImportProblems'),
    ]);
    expect(outcomes.find(({ problems }) => problems)?.problems).toMatchObject([
      { row: 2, column: 'name' },
      { row: 3, column: 'name' },
    ]);
    expect(await named(FIRMS.north, 'Ano')).toBe(2);
  });

  it('of different people all come in', async () => {
    const outcomes = await Promise.all(
      ['Uno', 'Due', 'Tre', 'Quattro'].map((of) => importing('north', list(of, 'Marketing'))),
    );
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array<string>(4).fill('ImportDone'));
  });

  it('and a member added by hand make one person of one address', async () => {
    const add = async () => {
      const answer = await world.ask(
        cookies.north,
        `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { __typename } }`,
        {
          input: { teamId: MARKETING, name: 'By Hand', email: 'hand@acme.example', validFrom: '2026-05-01' },
        },
      );
      return answer.at('addTeamMember.__typename');
    };
    const csv = 'name;email;team;validFrom\nBy Hand;hand@acme.example;Marketing;2026-05-01';
    const [imported, ...added] = await Promise.all([importing('north', csv), add(), add(), add()]);
    expect(added.filter((type) => type === 'Recorded').length).toBeLessThanOrEqual(1);
    expect(imported.__typename).toBe('ImportDone');
    expect(await named(FIRMS.north, 'By Hand')).toBe(1);
  });
});

describe('a large import', () => {
  it('of two thousand people with their answers is one step', async () => {
    const items = await itemsOf();
    const rows = (of: number) =>
      Array.from({ length: of }, (_, n) =>
        [
          `Many ${n}`,
          `many${n}@acme.example`,
          `Team ${n % 20}`,
          ...items.map((_, k) => 1 + ((n + k) % 5)),
        ].join(';'),
      );
    const csv = (of: number) => [['name', 'email', 'team', ...items].join(';'), ...rows(of)].join('\n');
    const before = await invited(FIRMS.south);
    const refused = await importing('south', csv(2001));
    expect(refused).toMatchObject({
      __typename: 'ImportProblems',
      problems: [{ row: 0, reason: expect.stringContaining('more rows than go at once (2000)') }],
    });
    await world.projecting(false);
    expect(await importing('south', csv(2000))).toEqual({ __typename: 'ImportDone', participants: 2000 });
    await world.projecting(true);
    expect(await invited(FIRMS.south)).toBe(before + 2000);
  }, 120_000);
});

describe('an idempotency key', () => {
  const row = (name: string) => `name;email;team\n${name};${name}@acme.example;Marketing`;

  it('stands for the file it was first used with, and for no other one', async () => {
    const key = randomUUID();
    expect((await importing('north', row('First'), key)).__typename).toBe('ImportDone');
    expect((await importing('north', row('First'), key)).__typename).toBe('ImportDone');
    const other = await importing('north', row('Other'), key);
    expect(other.__typename).toBe('IdempotencyKeyReused');
    expect(other.message).toMatch(/used for another request/);
    expect(await named(FIRMS.north, 'Other')).toBe(0);
  });
  it('is another one in the firm next door', async () => {
    const key = randomUUID();
    expect((await importing('north', row('Twin'), key)).__typename).toBe('ImportDone');
    expect((await importing('south', row('Twins'), key)).__typename).toBe('ImportDone');
  });
  it('stands for one of several requests that come at the same moment', async () => {
    const key = randomUUID();
    const outcomes = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((name) => importing('south', row(name), key)),
    );
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      ...['IdempotencyKeyReused', 'IdempotencyKeyReused', 'IdempotencyKeyReused'],
      'ImportDone',
    ]);
  });
  it('is not used up by a file with problems', async () => {
    const key = randomUUID();
    expect((await importing('north', 'name;team\nA;B', key)).__typename).toBe('ImportProblems');
    expect((await importing('north', row('Corrected'), key)).__typename).toBe('ImportDone');
  });
});
