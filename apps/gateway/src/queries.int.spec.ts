import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import {
  answers,
  assessment,
  CLIENT,
  CLIENT_REPORT,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  person,
  SALES,
  SECOND_WAVE,
  TRIO,
  USERS,
  WAVE,
} from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');

let world: World;
const cookies = {} as Record<keyof typeof USERS | 'participant', string>;

beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  for (const [name, id] of Object.entries(USERS))
    cookies[name as keyof typeof USERS] = await world.userSession(NORTH, id);
  cookies.participant = await world.participantSession(NORTH, person(1));
}, 60_000);
afterAll(() => world.close());

const ask = async (who: keyof typeof cookies, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await world.ask(cookies[who], query, variables);
  expect(answer.errors).toEqual([]);
  return answer;
};

describe('who is signed in', () => {
  const me = '{ me { id name email roles firm { slug locale } clientOrganisation { name } } }';

  it('is a user of the firm', async () => {
    expect((await ask('consultant', me)).data).toEqual({
      me: {
        id: USERS.consultant,
        name: 'Carl Consultant',
        email: 'carl.consultant@firm.example',
        roles: ['CONSULTANT'],
        firm: { slug: 'north', locale: 'de' },
        clientOrganisation: null,
      },
    });
  });
  it('is a user of a client, with the organisation', async () => {
    expect((await ask('clientViewer', me)).data).toMatchObject({
      me: { roles: ['CLIENT_VIEWER'], clientOrganisation: { name: 'Acme' } },
    });
  });
  it('is a participant', async () => {
    expect((await ask('participant', me)).data).toMatchObject({
      me: { id: person(1), name: 'Person 01', roles: ['PARTICIPANT'], clientOrganisation: null },
    });
  });
  it('is nobody without a session, with a status that says so', async () => {
    const answers = [null, 'rapport=nonsense', `rapport=${NORTH}.${'A'.repeat(43)}`].map((c) =>
      world.ask(c, me),
    );
    for (const answer of await Promise.all(answers)) {
      expect(answer.status).toBe(401);
      expect(answer.errors.map((e) => e.extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(answer.errors[0]?.message).toBe('You are not signed in. Please sign in.');
    }
  });
});

describe('the structure of a firm', () => {
  const engagements = `{ engagements { totalCount nodes { title } } }`;
  const titles = async (who: keyof typeof cookies) =>
    ((await ask(who, engagements)).at('engagements.nodes') as { title: string }[]).map((e) => e.title);

  it('shows an administrator all engagements, others their own', async () => {
    expect((await titles('admin')).toSorted()).toEqual(['Elsewhere', 'Marketing and sales']);
    expect(await titles('consultant')).toEqual(['Marketing and sales']);
    expect(await titles('coach')).toEqual(['Marketing and sales']);
    expect(await titles('clientViewer')).toEqual(['Marketing and sales']);
    expect(await titles('otherClient')).toEqual(['Elsewhere']);
    expect(await titles('stranger')).toEqual([]);
    expect(await titles('participant')).toEqual([]);
  });

  it('answers an engagement with all it holds', async () => {
    const answer = await ask(
      'consultant',
      `query ($id: ID!) { engagement(id: $id) {
        title goal locale invented closed openedAt
        clientOrganisation { id name }
        legalGround { legalBasis worksCouncil worksCouncilNote retentionMonths }
        staff { userId name as }
        teams { goals indicators team { id name function } }
        waves { totalCount nodes { title opensOn closed instrument { id title { de } } norm { id n provisional }
          progress { invited submitted notStarted teams { name invited submitted } } } }
        agreements { totalCount }
        reports { totalCount nodes { audience status progress pages released files { format url bytes } } }
      } }`,
      { id: ENGAGEMENT },
    );
    expect(answer.data).toMatchObject({
      engagement: {
        title: 'Marketing and sales',
        locale: 'de',
        invented: true,
        clientOrganisation: { id: CLIENT, name: 'Acme' },
        legalGround: { worksCouncil: 'AGREED', worksCouncilNote: 'BV 7/2026', retentionMonths: 24 },
        staff: [
          { userId: USERS.consultant, name: 'Carl Consultant', as: 'CONSULTANT' },
          { userId: USERS.coach, name: 'Clara Coach', as: 'COACH' },
        ],
        teams: [
          { goals: 'Goals of Marketing', team: { id: MARKETING, name: 'Marketing', function: 'marketing' } },
          { team: { name: 'Sales' } },
          { team: { name: 'Trio' } },
        ],
        waves: {
          totalCount: 2,
          nodes: [
            {
              title: 'First wave',
              opensOn: '2026-01-01',
              norm: { id: 'bfi-25-sapa-2010', provisional: true },
              progress: {
                invited: 15,
                submitted: 14,
                notStarted: 1,
                teams: [
                  { name: 'Marketing', invited: 7, submitted: 6 },
                  { name: 'Sales', invited: 5, submitted: 5 },
                  { name: 'Trio', invited: 3, submitted: 3 },
                ],
              },
            },
            { title: 'Second wave' },
          ],
        },
        agreements: { totalCount: 0 },
        reports: { totalCount: 2 },
      },
    });
  });

  it('pages through a list by cursor without missing or repeating anyone', async () => {
    const names: string[] = [];
    let after: unknown = null;
    do {
      const answer = await ask(
        'consultant',
        `query ($id: ID!, $after: String) { team(id: $id) { members(first: 4, after: $after) {
          totalCount nodes { person { name email } validFrom validTo }
          pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
        { id: MARKETING, after },
      );
      const page = answer.at('team.members') as {
        totalCount: number;
        nodes: { person: { name: string } }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
      expect(page.totalCount).toBe(7);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      names.push(...page.nodes.map((n) => n.person.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([
      'Person 01',
      'Person 02',
      'Person 03',
      'Person 04',
      'Person 05',
      'Person 06',
      'Person 15',
    ]);
  });

  it('refuses a page that is none', async () => {
    for (const args of ['first: 0', 'first: 101', 'after: "bm9wZQ"', 'after: "WyJ4IiwieSJd"']) {
      const answer = await world.ask(cookies.consultant, `{ engagements(${args}) { totalCount } }`);
      expect(answer.errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('shows members by name to staff only', async () => {
    const query = `query ($id: ID!) { team(id: $id) { members { totalCount nodes { person { name } } } } }`;
    expect((await ask('coach', query, { id: MARKETING })).at('team.members.totalCount')).toBe(7);
    expect((await ask('clientAdmin', query, { id: MARKETING })).at('team.members')).toEqual({
      totalCount: 0,
      nodes: [],
    });
    expect((await ask('stranger', query, { id: MARKETING })).at('team')).toBeNull();
  });

  it('lists users for administrators only', async () => {
    const query = '{ users { totalCount nodes { name roles clientOrganisation { name } } } }';
    expect((await ask('admin', query)).at('users.totalCount')).toBe(7);
    expect((await ask('admin', query)).at('users.nodes.0')).toEqual({
      name: 'Anna Admin',
      roles: ['FIRM_ADMIN'],
      clientOrganisation: null,
    });
    for (const who of ['consultant', 'clientAdmin', 'participant'] as const)
      expect((await ask(who, query)).at('users.totalCount')).toBe(0);
  });
});

describe('a wave', () => {
  const participants = `query ($id: ID!, $team: ID) { wave(id: $id) { participants(teamId: $team) {
    totalCount nodes { assessmentId status submittedAt profileReleased person { name } team { name } } } } }`;

  it('shows staff who is how far, and whose profile they may open', async () => {
    const rows = (await ask('consultant', participants, { id: WAVE })).at('wave.participants.nodes') as {
      person: { name: string };
      profileReleased: boolean;
      status: string;
    }[];
    expect(rows).toHaveLength(15);
    expect(rows.filter((r) => r.profileReleased).map((r) => r.person.name)).toEqual([
      'Person 01',
      'Person 12',
      'Person 13',
      'Person 14',
    ]);
    expect(rows.filter((r) => r.status !== 'SUBMITTED').map((r) => [r.person.name, r.status])).toEqual([
      ['Person 15', 'NOT_STARTED'],
    ]);
    const coach = (await ask('coach', participants, { id: WAVE, team: TRIO })).at('wave.participants.nodes');
    expect((coach as { profileReleased: boolean }[]).map((r) => r.profileReleased)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('shows administrators and clients numbers only', async () => {
    const counts = `query ($id: ID!) { wave(id: $id) { progress { invited submitted } participants { totalCount } } }`;
    for (const who of ['admin', 'clientAdmin', 'clientViewer'] as const)
      expect((await ask(who, counts, { id: WAVE })).at('wave')).toEqual({
        progress: { invited: 15, submitted: 14 },
        participants: { totalCount: 0 },
      });
  });

  it('keeps items from the client', async () => {
    const query = `query ($id: ID!) { wave(id: $id) { instrument { id items { id } scales { id } } } }`;
    expect((await ask('clientAdmin', query, { id: WAVE })).at('wave.instrument')).toMatchObject({
      items: [],
    });
    expect((await ask('coach', query, { id: WAVE })).at('wave.instrument.items')).toHaveLength(25);
  });
});

describe('an individual profile', () => {
  const query = `query ($id: ID!) { profile(assessmentId: $id) {
    assessmentId person { name } answered of releases submittedAt
    motives { motive raw value z t band basis interval { low high level } bandOverlaps }
    provenance { instrument { id version } norm { id n } bandRule { cut } assessmentCount scoring } } }`;

  it('is the person’s own, with to whom it is released', async () => {
    const answer = await ask('participant', query, { id: assessment(1, 1) });
    expect(answer.at('profile')).toMatchObject({
      assessmentId: assessment(1, 1),
      person: { name: 'Person 01' },
      answered: 25,
      of: 25,
      releases: ['CONSULTANT'],
      provenance: { assessmentCount: 1, norm: { id: 'bfi-25-sapa-2010' }, bandRule: { cut: 1 } },
    });
    expect(answer.at('profile.motives')).toHaveLength(5);
    expect(answer.at('profile.motives.0')).toMatchObject({ motive: 'agreeableness', basis: 'NORM' });
  });
  it('is open to the kind of staff it was released to, and to nobody else', async () => {
    const seen = async (who: keyof typeof cookies, n: number) =>
      (await ask(who, query, { id: assessment(1, n) })).at('profile.person.name') ?? null;
    expect(await seen('consultant', 1)).toBe('Person 01');
    expect(await seen('consultant', 2)).toBeNull();
    expect(await seen('coach', 12)).toBe('Person 12');
    expect(await seen('coach', 1)).toBeNull();
    for (const who of ['admin', 'stranger', 'clientAdmin', 'clientViewer', 'otherClient'] as const)
      expect([await seen(who, 1), await seen(who, 2)]).toEqual([null, null]);
    expect(await seen('participant', 2)).toBeNull();
    expect((await ask('consultant', query, { id: assessment(1, 1) })).at('profile.releases')).toEqual([]);
  });
});

describe('a team personality', () => {
  const query = `query ($wave: ID!, $team: ID!) { teamPersonality(waveId: $wave, teamId: $team) { notShown notCounted
    waveId team { name } n invited
    motives { motive n mean sd min max quartiles { q1 } counts { red balanced blue } pattern
      members { member name value band } }
    blindSpots { motive red { member name } blue { member name } gap }
    teamBlindSpots { motive side } faultline { asw p groups } provenance { assessmentCount } } }`;
  interface Dot {
    member: string;
    name: string | null;
    value: number;
  }
  const dots = (answer: Awaited<ReturnType<typeof ask>>) =>
    (answer.at('teamPersonality.motives') as { members: Dot[] }[]).map((m) => m.members);

  it('shows staff those who released to them, and nobody else as a single person', async () => {
    const one = await ask('consultant', query, { wave: WAVE, team: MARKETING });
    expect(one.at('teamPersonality')).toMatchObject({ n: 6, invited: 7, team: { name: 'Marketing' } });
    const [first] = dots(one);
    expect(first?.map((d) => [d.member, d.name])).toEqual([[person(1), 'Person 01']]);
    for (const [dot, ...others] of dots(one)) {
      expect(others).toEqual([]);
      expect(dot?.member).toBe(person(1));
    }
    expect(one.at('teamPersonality.blindSpots')).toEqual([]);
    for (const { min, max } of one.at('teamPersonality.motives') as { min: number; max: number }[])
      expect(min).toBe(max);
    const everything = JSON.stringify(one.data);
    for (const n of [2, 3, 4, 5, 6]) expect(everything).not.toContain(person(n));
    expect(everything).not.toContain(assessment(1, 3));
  });
  it('puts dots in the order of their values, so that the order tells nobody apart', async () => {
    for (const all of dots(await ask('coach', query, { wave: WAVE, team: MARKETING })))
      expect(all.map((d) => d.value)).toEqual(all.map((d) => d.value).toSorted((a, b) => a - b));
  });
  it('shows administrators figures of the team only', async () => {
    const answer = await ask('admin', query, { wave: WAVE, team: MARKETING });
    expect(answer.at('teamPersonality')).toMatchObject({ n: 6, blindSpots: [], faultline: null });
    for (const motive of answer.at('teamPersonality.motives') as object[])
      expect(motive).toMatchObject({ members: [], min: null, max: null, quartiles: null, n: 6 });
    expect(JSON.stringify(answer.data)).not.toContain('Person 0');
  });
  it('shows clients nothing that is not released', async () => {
    for (const who of ['clientAdmin', 'clientViewer'] as const)
      expect((await ask(who, query, { wave: WAVE, team: MARKETING })).at('teamPersonality')).toBeNull();
  });
  it('is made of those who released to the caller where the others are too few', async () => {
    const seen = async (who: keyof typeof cookies) =>
      (await ask(who, query, { wave: WAVE, team: TRIO })).at('teamPersonality.n') ?? null;
    expect(await seen('consultant')).toBe(3);
    expect(await seen('coach')).toBe(1);
    for (const who of ['admin', 'clientAdmin'] as const) expect(await seen(who)).toBeNull();
    const { data } = await ask('coach', query, { wave: WAVE, team: TRIO });
    expect(data).toMatchObject({ teamPersonality: { notShown: 2, notCounted: 2 } });
  });
  it('is nothing for people outside the engagement', async () => {
    for (const who of ['stranger', 'otherClient', 'participant'] as const)
      expect((await ask(who, query, { wave: WAVE, team: MARKETING })).at('teamPersonality')).toBeNull();
  });
});

describe('two teams side by side', () => {
  const query = `query ($wave: ID!, $a: ID!, $b: ID!) { teamComparison(waveId: $wave, teamA: $a, teamB: $b) {
    teamA { name } teamB { name } nA nB detectable
    motives { motive difference finding constellation redSide p a { n mean } b { n mean } }
    translators { side member { member name } distance } } }`;

  it('are compared on the same profiles as their personalities', async () => {
    const answer = await ask('consultant', query, { wave: WAVE, a: MARKETING, b: SALES });
    expect(answer.at('teamComparison')).toMatchObject({ teamA: { name: 'Marketing' }, nA: 6, nB: 5 });
    const [motive] = answer.at('teamComparison.motives') as {
      a: { mean: number };
      b: { mean: number };
      difference: number;
    }[];
    expect(motive?.difference).toBeCloseTo((motive?.a.mean ?? 0) - (motive?.b.mean ?? 0), 12);
    // Nearest to the other team are people who released to nobody here.
    expect(answer.at('teamComparison.translators')).toEqual([]);
  });
  it('are shown to administrators without members, and to clients not at all before a release', async () => {
    const seen = async (who: keyof typeof cookies) =>
      (await ask(who, query, { wave: WAVE, a: MARKETING, b: SALES })).at('teamComparison');
    expect(await seen('admin')).toMatchObject({ nA: 6, translators: [] });
    expect(await seen('clientViewer')).toBeNull();
  });
  it('are nothing where one is too small', async () => {
    expect(
      (await ask('admin', query, { wave: WAVE, a: MARKETING, b: TRIO })).at('teamComparison'),
    ).toBeNull();
    expect(
      (await ask('consultant', query, { wave: WAVE, a: SALES, b: SALES })).at('teamComparison'),
    ).toBeNull();
  });
});

describe('a team over time', () => {
  it('is taken apart into who changed, who came and who left', async () => {
    const query = `query ($team: ID!, $first: ID!, $second: ID!) {
      teamChange(teamId: $team, firstWaveId: $first, secondWaveId: $second) {
        team { name } nFirst nSecond stayed joined left motives { motive difference within entry exit stayed finding } } }`;
    const waves = { first: WAVE, second: SECOND_WAVE };
    const answer = await ask('coach', query, { team: MARKETING, ...waves });
    expect(answer.at('teamChange')).toMatchObject({ nFirst: 6, nSecond: 6, stayed: 6, joined: 0, left: 0 });
    expect((await ask('coach', query, { team: TRIO, ...waves })).at('teamChange')).toBeNull();
    expect((await ask('stranger', query, { team: MARKETING, ...waves })).at('teamChange')).toBeNull();
  });
  it('has a point for every wave with enough people', async () => {
    const query = `query ($team: ID!) { teamTimeline(teamId: $team) { waveId waveTitle on n motives { motive mean sd } } }`;
    expect((await ask('clientViewer', query, { team: MARKETING })).at('teamTimeline')).toEqual([]);
    expect((await ask('admin', query, { team: MARKETING })).at('teamTimeline')).toMatchObject([
      { waveId: WAVE, waveTitle: 'First wave', on: '2026-01-01', n: 6 },
      { waveId: SECOND_WAVE, n: 6 },
    ]);
    // Three, all open to the consultant, and to nobody else.
    expect((await ask('consultant', query, { team: TRIO })).at('teamTimeline')).toMatchObject([{ n: 3 }]);
    expect((await ask('admin', query, { team: TRIO })).at('teamTimeline')).toEqual([]);
    expect((await ask('stranger', query, { team: MARKETING })).at('teamTimeline')).toEqual([]);
  });
});

describe('reports', () => {
  const query =
    '{ reports { totalCount nodes { id audience progress status released files { format url sha256 } engagement { title } } } }';
  const ids = async (who: keyof typeof cookies) =>
    ((await ask(who, query)).at('reports.nodes') as { id: string }[]).map((r) => r.id).toSorted();

  it('are the engagement’s for staff, the released ones of their own organisation for clients', async () => {
    expect(await ids('consultant')).toEqual([CLIENT_REPORT, COACH_REPORT]);
    expect(await ids('clientViewer')).toEqual([CLIENT_REPORT]);
    for (const who of ['otherClient', 'stranger', 'participant', 'admin'] as const)
      expect(await ids(who)).toEqual([]);
    const nodes = (await ask('clientAdmin', query)).at('reports.nodes');
    expect(nodes).toMatchObject([
      { progress: 100, status: 'ISSUED', released: true, engagement: { title: 'Marketing and sales' } },
    ]);
    expect(JSON.stringify(nodes)).toContain(`/api/reports/${CLIENT_REPORT}/pdf`);
  });
});

describe('a participant', () => {
  const query = `{ myAssessments { id waveTitle engagementTitle firmName clientOrganisationName status agreed closed
    instrument { id items { id text { de en } } } notice { version hash sections { id title { de } text { en } } }
    answers { itemId value } releases } }`;

  it('finds their own assessments with the visibility contract', async () => {
    const answer = await ask('participant', query);
    expect(answer.at('myAssessments')).toMatchObject([
      { id: assessment(2, 1), waveTitle: 'Second wave', status: 'SUBMITTED' },
      {
        id: assessment(1, 1),
        waveTitle: 'First wave',
        engagementTitle: 'Marketing and sales',
        firmName: 'Firm north',
        clientOrganisationName: 'Acme',
        status: 'SUBMITTED',
        releases: ['CONSULTANT'],
        notice: { version: '1.1.0' },
      },
    ]);
    expect(answer.at('myAssessments.0.notice.hash')).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(answer.at('myAssessments.0.notice'))).toContain('24 months');
  });
  it('is the only one who has any', async () => {
    expect((await ask('consultant', query)).at('myAssessments')).toEqual([]);
    const one = `query ($id: ID!) { myAssessment(id: $id) { id } }`;
    expect((await ask('participant', one, { id: assessment(1, 1) })).at('myAssessment.id')).toBe(
      assessment(1, 1),
    );
    expect((await ask('participant', one, { id: assessment(1, 2) })).at('myAssessment')).toBeNull();
  });
});

describe('instruments and motives', () => {
  it('are there for staff, by version', async () => {
    const query = `{ instruments { totalCount nodes { id version } } normGroups(instrumentId: "bfi-25", instrumentVersion: "1.0.0") { id n } }`;
    expect((await ask('consultant', query)).data).toMatchObject({ instruments: { totalCount: 1 } });
    expect((await ask('clientAdmin', query)).data).toEqual({
      instruments: { totalCount: 0, nodes: [] },
      normGroups: [],
    });
  });
  it('come with the texts of the sixteen motives', async () => {
    const answer = await ask(
      'clientAdmin',
      '{ motives { id name { de } high { label { en } } redBlue { teams { proposals { de } } } } }',
    );
    expect(answer.at('motives')).toHaveLength(16);
    expect(answer.at('motives.0')).toMatchObject({ id: 'influence', name: { de: 'Einfluss' } });
  });
});

it('asks the database once for a list of lists, however long it is', async () => {
  const query = `{ clientOrganisations { nodes { name engagements(first: 1) { totalCount } teams(first: 5) { totalCount nodes { name } } } } }`;
  expect((await ask('admin', query)).at('clientOrganisations.nodes')).toEqual([
    {
      name: 'Acme',
      engagements: { totalCount: 1 },
      teams: { totalCount: 3, nodes: [{ name: 'Marketing' }, { name: 'Sales' }, { name: 'Trio' }] },
    },
    { name: 'Other GmbH', engagements: { totalCount: 1 }, teams: { totalCount: 0, nodes: [] } },
  ]);
  expect((await ask('consultant', query)).at('clientOrganisations.nodes')).toHaveLength(1);
});

describe('a newcomer after figures were shown', () => {
  it('is not the difference of two looks, for administrators or for staff together', async () => {
    const query = `query ($wave: ID!, $team: ID!) { teamPersonality(waveId: $wave, teamId: $team) {
      n notCounted motives { mean } } }`;
    const look = async (who: keyof typeof cookies) =>
      (await ask(who, query, { wave: WAVE, team: MARKETING })).at('teamPersonality');
    const before = await look('admin');
    expect(before).toMatchObject({ n: 6, notCounted: 0 });
    await world.send(NORTH, ...answers(1, 15));
    expect(await look('admin')).toEqual({ ...(before as object), notCounted: 1 });
    for (const who of ['consultant', 'coach'] as const)
      expect(await look(who)).toMatchObject({ n: 6, notCounted: 1 });
    await world.send(NORTH, {
      category: 'Assessment',
      id: assessment(1, 15),
      command: { type: 'WithdrawAssessment', now: '2026-02-01T09:00:00.000Z' },
    });
    expect(await look('admin')).toEqual(before);
  });
});
