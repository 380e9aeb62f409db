import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  evidenceOf,
  inTenant,
  storeExport,
  storeReportContents,
  storeReportFiles,
  tenantOf,
  verifyAudit,
} from '@rapport/read-models';
import { evidenceFile } from '@rapport/reports/evidence';
import {
  assessment,
  CLIENT,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  NOTHING,
  person,
  release,
  USERS,
  WAVE,
} from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');
let world: World;
const cookies = {} as Record<
  keyof typeof USERS | 'p1' | 'p2' | 'p3' | 'southP2' | 'southAdmin' | 'secondAdmin' | 'council',
  string
>;
type Who = keyof typeof cookies;
const SECOND = 'a0000000-0000-4000-8000-000000000099';
const COUNCIL = 'a0000000-0000-4000-8000-000000000098';

beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'), ...[2, 4].flatMap((n) => release(1, n, 'coach')));
  await world.send(SOUTH, ...firmCommands(SOUTH, 'south'), ...release(1, 2, 'coach'));
  await world.send(NORTH, {
    category: 'Firm',
    id: NORTH,
    command: {
      ...{ type: 'AddUser', userId: SECOND as never, name: 'Second Admin', email: 'second@firm.example' },
      ...{ roles: ['firm-admin'], clientId: null },
    },
  });
  await world.send(NORTH, {
    category: 'Firm',
    id: NORTH,
    command: {
      ...{ type: 'AddUser', userId: COUNCIL as never, name: 'Wim Council', email: 'council@acme.example' },
      ...{ roles: ['works-council-observer'], clientId: CLIENT },
    },
  });
  for (const [name, id] of Object.entries(USERS))
    cookies[name as keyof typeof USERS] = await world.userSession(NORTH, id);
  for (const n of [1, 2, 3] as const) cookies[`p${n}`] = await world.participantSession(NORTH, person(n));
  cookies.council = await world.userSession(NORTH, COUNCIL);
  cookies.secondAdmin = await world.userSession(NORTH, SECOND);
  cookies.southP2 = await world.participantSession(SOUTH, person(2));
  cookies.southAdmin = await world.userSession(SOUTH, USERS.admin);
}, 60_000);
afterAll(() => world.close());

const ask = async (who: Who, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await world.ask(cookies[who], query, variables);
  expect(answer.errors).toEqual([]);
  return answer;
};
const read = (who: Who, n: number) =>
  ask(who, 'query ($id: ID!) { profile(assessmentId: $id) { person { name } } }', { id: assessment(1, n) });

interface Receipt {
  readonly viewerName: string | null;
  readonly viewerRoles: readonly string[];
  readonly own: boolean;
  readonly object: string;
  readonly allowed: boolean;
  readonly releasedTo: string | null;
  readonly byName: boolean;
}
const receipts = async (who: Who) =>
  (
    await ask(
      who,
      '{ myAccessReceipts(first: 100) { nodes { viewerName viewerRoles own object allowed releasedTo byName } } }',
    )
  ).at('myAccessReceipts.nodes') as Receipt[];

describe('who saw me', () => {
  it('lists every reading of the own profile with function and consent, those refused as well', async () => {
    await read('coach', 2);
    await read('consultant', 2);
    await read('p2', 2);
    await read('clientAdmin', 2);
    const object = `Assessment/${assessment(1, 2)}`;
    const common = { object, byName: false };
    expect(await receipts('p2')).toEqual([
      {
        ...common,
        viewerName: 'Cleo Client',
        viewerRoles: ['CLIENT_ADMIN'],
        own: false,
        allowed: false,
        releasedTo: null,
      },
      { ...common, viewerName: null, viewerRoles: [], own: true, allowed: true, releasedTo: null },
      {
        ...common,
        viewerName: 'Carl Consultant',
        viewerRoles: ['CONSULTANT'],
        own: false,
        allowed: false,
        releasedTo: null,
      },
      {
        ...common,
        viewerName: 'Clara Coach',
        viewerRoles: ['COACH'],
        own: false,
        allowed: true,
        releasedTo: 'COACH',
      },
    ]);
  });
  it('lists members shown by name in a team, not those who only count in its figures, and profiles in a report that was fetched', async () => {
    const team = { w: WAVE, t: MARKETING };
    const before = await receipts('p2');
    await ask(
      'coach',
      'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { n motives { mean } } }',
      team,
    );
    expect(await receipts('p2')).toEqual(before);
    await ask(
      'coach',
      'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { motives { members { name } } } }',
      team,
    );
    expect(await receipts('p2')).toHaveLength(before.length + 1);
    await storeReportContents(world.pool, NORTH, COACH_REPORT, {
      ...{ cells: [], contentHash: null, individuals: [assessment(1, 2)] },
    });
    await storeReportFiles(world.pool, NORTH, COACH_REPORT, [
      { format: 'pdf', sha256: 'ab'.repeat(32), content: Buffer.from('%PDF') },
    ]);
    const fetched = await world.fetch(`/api/reports/${COACH_REPORT}/pdf`, {
      headers: { cookie: cookies.coach },
    });
    expect(fetched.status).toBe(200);
    await fetched.arrayBuffer();
    const found = await receipts('p2');
    expect(found.slice(0, 2).map(({ object, viewerName }) => [object, viewerName])).toEqual([
      [`Report/${COACH_REPORT}/pdf`, 'Clara Coach'],
      [`Wave/${WAVE}/Team/${MARKETING}`, 'Clara Coach'],
    ]);
  });
  it('is a person’s own list: nobody else reads it, not in the other firm either', async () => {
    expect(await receipts('p3')).toEqual([]);
    expect(await receipts('southP2')).toEqual([]);
    for (const who of ['admin', 'coach', 'clientAdmin'] as const) expect(await receipts(who)).toEqual([]);
  });
  it('is a chain that is whole', async () => {
    expect((await verifyAudit(world.pool, NORTH)).problem).toBeNull();
  });
});

describe('the audit log', () => {
  const lines = async (who: Who) =>
    (await ask(who, '{ auditLog(first: 100) { nodes { actorId action object subjectId allowed } } }')).at(
      'auditLog.nodes',
    ) as { actorId: string | null; action: string; subjectId: string | null }[];

  it('is whole for the administrator, and says of no person that they took part', async () => {
    const all = await lines('admin');
    expect(all.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['profile.read', 'report.download']),
    );
    expect(all.every(({ subjectId }) => subjectId === null)).toBe(true);
    expect(JSON.stringify(all)).not.toContain(person(2));
  });
  it('shows staff their own acts, clients and participants nothing, the other firm nothing', async () => {
    const own = await lines('coach');
    expect(new Set(own.map(({ actorId }) => actorId))).toEqual(new Set([USERS.coach]));
    for (const who of ['clientViewer', 'p2'] as const) expect(await lines(who)).toEqual([]);
    expect(JSON.stringify(await lines('southAdmin'))).not.toContain(USERS.coach);
  });
});

describe('the audit log of an organisation', () => {
  const read = async (who: Who, filter = '') =>
    (
      await ask(
        who,
        `{ auditLog(first: 100${filter}) { nodes { actorId actorName actorKind action object objectName subjectId consentRef } } }`,
      )
    ).at('auditLog.nodes') as { actorId: string | null; actorKind: string; action: string; object: string }[];
  const counts = async (who: Who, between = '') =>
    (await ask(who, `{ auditCounts${between} { action count } }`)).at('auditCounts') as {
      action: string;
      count: number;
    }[];
  const kinds = (lines: readonly { action: string }[]) =>
    new Set(lines.map(({ action }) => action.split('.')[0]));

  beforeAll(() => world.audited(NORTH));
  it('tells its administrator what happened there, by whom of the organisation, and of no person', async () => {
    const lines = await read('clientAdmin');
    expect(kinds(lines)).toEqual(new Set(['profile', 'engagement', 'staff', 'user', 'sign-in', 'report']));
    // The one reading is the administrator's own, which was refused.
    expect(lines.filter(({ action }) => action === 'profile.read')).toMatchObject([
      { actorId: USERS.clientAdmin },
    ]);
    const others = lines.filter(({ actorId }) => actorId !== USERS.clientAdmin);
    expect(JSON.stringify(others)).not.toMatch(/f0000000|Person \d\d|Clara Coach|profile\.|consent\./);
    expect(lines).toContainEqual(
      expect.objectContaining({ action: 'staff.assign', objectName: expect.any(String), actorName: null }),
    );
    expect(JSON.stringify(await read('otherClient'))).not.toContain(ENGAGEMENT);
  });
  it('tells its works council the settings one by one and the rest in numbers', async () => {
    const lines = await read('council');
    expect(kinds(lines)).toEqual(new Set(['engagement']));
    expect(lines.every(({ object }) => object === `Engagement/${ENGAGEMENT}`)).toBe(true);
    const numbers = await counts('council');
    expect(kinds(numbers)).toEqual(new Set(['engagement', 'staff', 'user', 'report']));
    expect(numbers).toContainEqual({ action: 'staff.assign', count: 2 });
    for (const who of ['clientViewer', 'p2'] as const) expect(await counts(who)).toEqual([]);
    expect((await counts('admin')).map(({ action }) => action)).toContain('consent.release');
  });
  it('is narrowed to days and kinds', async () => {
    expect(await read('admin', ', from: "2020-01-01", to: "2020-01-02"')).toEqual([]);
    expect(await counts('admin', '(from: "2020-01-01", to: "2020-01-02")')).toEqual([]);
    const staff = await read('admin', ', action: "staff.", from: "2020-01-01"');
    expect(kinds(staff)).toEqual(new Set(['staff']));
  });
});

describe('a copy of everything', () => {
  it('is asked for by the person, made once at a time, fetched by nobody else, and recorded', async () => {
    const first = await ask(
      'p2',
      'mutation { requestMyExport { ... on PersonalExport { id status progress } } }',
    );
    const second = await ask('p2', 'mutation { requestMyExport { ... on PersonalExport { id } } }');
    const id = first.at('requestMyExport.id') as string;
    expect(second.at('requestMyExport.id')).toBe(id);
    expect(first.at('requestMyExport.status')).toBe('IN_PROGRESS');
    for (const who of ['admin', 'coach', 'clientAdmin'] as const) {
      const answer = await ask(who, 'mutation { requestMyExport { __typename } }');
      expect(answer.at('requestMyExport.__typename')).toBe('NotPermitted');
    }
    const status = async (who: Who, format: string) =>
      (await world.fetch(`/api/my-exports/${id}/${format}`, { headers: { cookie: cookies[who] } })).status;
    expect(await status('p2', 'json')).toBe(404);
    await storeExport(world.pool, NORTH, id, { json: Buffer.from('{}'), pdf: Buffer.from('%PDF') });
    expect(await status('p2', 'json')).toBe(200);
    expect(await status('p2', 'pdf')).toBe(200);
    expect(await status('p2', 'exe')).toBe(404);
    for (const who of ['p1', 'southP2', 'admin', 'coach', 'clientAdmin'] as const)
      expect(await status(who, 'json')).toBe(404);
    expect((await ask('p2', '{ myExports { id status } }')).at('myExports')).toEqual([
      { id, status: 'READY' },
    ]);
    expect((await ask('p1', '{ myExports { id } }')).at('myExports')).toEqual([]);
    await inTenant(world.pool, NORTH, (client) =>
      client.query(`update files.person_exports set expires_at = now() - interval '1 second'`),
    );
    expect(await status('p2', 'json')).toBe(404);
  });
});

describe('the evidence of an engagement', () => {
  const fetched = (who: Who, id: string) =>
    world.fetch(`/api/engagements/${id}/evidence`, { headers: { cookie: cookies[who] } });

  it('is for administrators and the consultants assigned; for others like one that does not exist', async () => {
    const missing = await fetched('admin', NOTHING);
    expect(missing.status).toBe(404);
    const nothing = await missing.text();
    for (const who of ['coach', 'stranger', 'clientAdmin', 'clientViewer', 'otherClient', 'p1'] as const) {
      const answer = await fetched(who, ENGAGEMENT);
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, nothing]);
    }
    expect((await fetched('admin', 'nonsense')).status).toBe(404);
    expect((await world.fetch(`/api/engagements/${ENGAGEMENT}/evidence`)).status).toBe(401);
    for (const who of ['admin', 'consultant'] as const)
      expect((await fetched(who, ENGAGEMENT)).status).toBe(200);
  });
  it('says what is on record, names nobody who takes part, and is recorded', async () => {
    const text = await (await fetched('admin', ENGAGEMENT)).text();
    const pack = JSON.parse(text) as Record<string, unknown> & {
      worksCouncilAnnex: { de: string };
      waves: { participants: object }[];
    };
    expect(pack).toMatchObject({
      schema: 'rapport-evidence/1',
      engagement: { id: ENGAGEMENT, legalGround: { retentionMonths: expect.any(Number) } },
      notice: { hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), sections: expect.any(Array) },
      policy: { version: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      auditLog: { problem: null, head: { hash: expect.any(String) } },
      accessReceipts: { allowed: expect.any(Number), refused: expect.any(Number) },
    });
    expect(pack['accessReceipts']).toEqual({ allowed: 4, refused: 2 });
    expect(pack.worksCouncilAnnex.de).toContain('# Anlage für den Betriebsrat');
    expect(pack.waves[0]).toMatchObject({
      participants: { submitted: 14 },
    });
    expect(text).not.toMatch(/Person \d\d|person\d+@|f0000000-0000-4000-8000|Clara Client/);
    const lines = await ask('admin', '{ auditLog(action: "evidence.export") { nodes { actorId object } } }');
    expect(lines.at('auditLog.nodes')).toContainEqual({
      ...{ actorId: USERS.consultant, object: `Engagement/${ENGAGEMENT}` },
    });
  });
  it('is the same bytes as long as nothing has happened, and of its own firm alone', async () => {
    const admin = { kind: 'user', tenantId: NORTH, userId: USERS.admin, roles: ['firm-admin'] } as const;
    const caller = { ...admin, clientId: null, engagements: [] };
    const made = async (of: typeof caller) =>
      evidenceOf(world.pool, of as never, ENGAGEMENT, { record: false });
    const first = await made(caller);
    expect(evidenceFile((await made(caller))!)).toBe(evidenceFile(first!));
    const south = await made({ ...caller, tenantId: SOUTH } as never);
    expect([south?.firm.id, south?.accessReceipts.allowed]).toEqual([SOUTH, 0]);
  });
});

describe('an erasure', () => {
  const act = async (who: Who, mutation: string, personId?: string) =>
    (
      await ask(
        who,
        personId
          ? `mutation ($p: ID!) { ${mutation}(personId: $p) { __typename } }`
          : `mutation { ${mutation} { __typename } }`,
        personId ? { p: personId } : {},
      )
    ).at(`${mutation}.__typename`);
  const listed = async (who: Who) =>
    (await ask(who, '{ erasures { nodes { id personName status ownRequest } } }')).at('erasures.nodes');

  it('is asked for by those the policy names, and by nobody else; a foreign person answers like none', async () => {
    for (const who of ['coach', 'stranger', 'clientViewer', 'otherClient', 'p1', 'southAdmin'] as const)
      expect([who, await act(who, 'requestErasure', who === 'southAdmin' ? NOTHING : person(5))]).toEqual([
        who,
        'NotPermitted',
      ]);
    expect(await act('admin', 'requestErasure', NOTHING)).toBe('NotPermitted');
    expect(await act('admin', 'requestErasure', person(4))).toBe('Recorded');
    expect(await act('consultant', 'requestErasure', person(5))).toBe('Recorded');
    expect(await act('clientAdmin', 'requestErasure', person(6))).toBe('Recorded');
  });
  it('is confirmed by an administrator who did not ask for it', async () => {
    expect(await act('secondAdmin', 'confirmErasure', person(7))).toBe('ErasureNotRequested');
    expect(await act('admin', 'confirmErasure', person(4))).toBe('SecondPersonNeeded');
    for (const who of ['consultant', 'clientAdmin', 'p1', 'southAdmin'] as const)
      expect([who, await act(who, 'confirmErasure', who === 'southAdmin' ? NOTHING : person(4))]).toEqual([
        who,
        'NotPermitted',
      ]);
    expect(await act('secondAdmin', 'confirmErasure', person(4))).toBe('Recorded');
    expect(await listed('admin')).toEqual(
      expect.arrayContaining([
        { id: person(4), personName: 'Person 04', status: 'CONFIRMED', ownRequest: true },
        { id: person(5), personName: 'Person 05', status: 'REQUESTED', ownRequest: false },
      ]),
    );
    for (const who of ['coach', 'p1', 'southAdmin'] as const) expect(await listed(who)).toEqual([]);
  });
  it('is followed by whoever asked for it, and by nobody else outside the administration', async () => {
    const own = { status: 'REQUESTED', ownRequest: true };
    expect(await listed('consultant')).toEqual([{ ...own, id: person(5), personName: 'Person 05' }]);
    expect(await listed('clientAdmin')).toEqual([{ ...own, id: person(6), personName: 'Person 06' }]);
    const named = await ask('admin', '{ erasures { nodes { id requestedByName } } }');
    expect(named.at('erasures.nodes')).toContainEqual({ id: person(6), requestedByName: 'Cleo Client' });
  });
  it('is asked for by address too, of those alone whom one could name', async () => {
    const byEmail = async (who: Who, email: string | null) =>
      (
        await ask(
          who,
          `mutation ($e: String) { outcome: requestErasure(email: $e) {
            __typename ... on Recorded { id } ... on InvalidInput { problems { field } } } }`,
          { e: email },
        )
      ).at('outcome');
    const nobody = { __typename: 'InvalidInput', problems: [{ field: 'email' }] };
    for (const who of ['coach', 'otherClient', 'stranger', 'clientViewer'] as const)
      expect([who, await byEmail(who, 'person8@acme.example')]).toEqual([who, nobody]);
    expect(await byEmail('clientAdmin', 'nobody@client.example')).toEqual(nobody);
    expect(await byEmail('clientAdmin', null)).toEqual(nobody);
    expect(await byEmail('clientAdmin', ' Person8@ACME.example ')).toEqual({
      ...{ __typename: 'Recorded', id: person(8) },
    });
  });
  it('of oneself needs nobody else', async () => {
    for (const who of ['admin', 'coach', 'clientAdmin'] as const)
      expect(await act(who, 'requestMyErasure')).toBe('NotPermitted');
    expect(await act('p3', 'requestMyErasure')).toBe('Recorded');
    expect(await listed('admin')).toContainEqual({
      ...{ id: person(3), personName: 'Person 03', status: 'CONFIRMED', ownRequest: false },
    });
  });
  it('that is done has a certificate for the administrator, and for nobody else', async () => {
    const certificate = {
      ...{ removed: { details: 1 }, keyDestroyedAt: '2026-03-01T10:00:00.000Z', sha256: 'ab'.repeat(32) },
    };
    const fetchIt = async (who: Who) =>
      world.fetch(`/api/erasures/${person(3)}`, { headers: { cookie: cookies[who] } });
    expect((await fetchIt('admin')).status).toBe(404);
    await world.send(NORTH, {
      ...{ category: 'Person', id: person(3) },
      command: { type: 'ErasePerson', certificate, now: '2026-03-01T10:00:00.000Z' },
    });
    const answer = await fetchIt('admin');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ personId: person(3), ...certificate });
    for (const who of ['consultant', 'clientAdmin', 'p1', 'southAdmin'] as const)
      expect((await fetchIt(who)).status).toBe(404);
    const shown = await ask(
      'admin',
      '{ erasures { nodes { id certificate { removed { kind count } sha256 } } } }',
    );
    expect(shown.at('erasures.nodes')).toContainEqual({
      id: person(3),
      certificate: { removed: [{ kind: 'details', count: 1 }], sha256: 'ab'.repeat(32) },
    });
    expect(await act('admin', 'requestErasure', person(3))).toBe('NotPermitted');
  });
});
