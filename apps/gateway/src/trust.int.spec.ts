import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentCommand, Recipient } from '@rapport/domain';
import { storeReportContents, storeReportFiles, tenantOf } from '@rapport/read-models';
import {
  assessment,
  CLIENT_REPORT,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  NOTHING,
  person,
  SALES,
  SECOND_WAVE,
  TRIO,
  USERS,
  WAVE,
} from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');
const SOUTH = tenantOf('south');

let world: World;
const cookies = {} as Record<keyof typeof USERS | 'p1' | 'p2' | 'p3' | 'southClient' | 'southCoach', string>;

beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  await world.send(SOUTH, ...firmCommands(SOUTH, 'south'));
  for (const [name, id] of Object.entries(USERS))
    cookies[name as keyof typeof USERS] = await world.userSession(NORTH, id);
  for (const n of [1, 2, 3] as const) cookies[`p${n}`] = await world.participantSession(NORTH, person(n));
  cookies.southClient = await world.userSession(SOUTH, USERS.clientAdmin);
  cookies.southCoach = await world.userSession(SOUTH, USERS.coach);
}, 60_000);
afterAll(() => world.close());

type Who = keyof typeof cookies;
const ask = async (who: Who, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await world.ask(cookies[who], query, variables);
  expect(answer.errors).toEqual([]);
  return answer;
};
/** One mutation with an input; the type name of its outcome and what it says. */
const act = async (who: Who, name: string, input: Record<string, unknown>) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await ask(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Recorded { id } ... on Refusal { message }
      ... on InvalidInput { problems { field } }
      ${name === 'publishRelease' ? '... on ReleaseWouldIdentify { cells groups persons } ... on GroupTooSmall { cells groups needed }' : ''} } }`,
    { input },
  );
  return answer.at(name) as Record<string, unknown> & { __typename: string };
};
const on = async (who: Who, name: string, field: string, id: string) =>
  (await ask(who, `mutation ($id: ID!) { ${name}(${field}: $id) { __typename } }`, { id })).at(
    `${name}.__typename`,
  );
const inLog = (n: number, command: AssessmentCommand, wave: 1 | 2 = 1) =>
  world.send(NORTH, { category: 'Assessment', id: assessment(wave, n), command });

const profileOf = async (who: Who, n: number) =>
  (
    await ask(who, 'query ($id: ID!) { profile(assessmentId: $id) { person { name } } }', {
      id: assessment(1, n),
    })
  ).at('profile.person.name') ?? null;

describe('a release of the own profile', () => {
  const id = assessment(1, 3);
  const notice = async () =>
    (await ask('p3', 'query ($id: ID!) { myAssessment(id: $id) { notice { version hash } } }', { id })).at(
      'myAssessment.notice',
    ) as { version: string; hash: string };

  it('comes after the person has opened the own result', async () => {
    expect((await act('p3', 'releaseProfile', { assessmentId: id, recipient: 'COACH' })).__typename).toBe(
      'OwnResultNotViewed',
    );
    expect(await on('p3', 'viewOwnResult', 'assessmentId', id)).toBe('Recorded');
  });
  it('names a person who has that function in the engagement, and nobody else', async () => {
    for (const userId of [USERS.stranger, USERS.consultant, USERS.otherClient, NOTHING])
      expect(
        await act('p3', 'releaseProfile', { assessmentId: id, recipient: 'COACH', userId }),
      ).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'input.userId' }] });
    expect((await act('p3', 'releaseProfile', { assessmentId: id, recipient: 'CLIENT' })).__typename).toBe(
      'InvalidInput',
    );
  });
  it('is given to the words that were shown, and is listed with them', async () => {
    const { version, hash } = await notice();
    const input = { assessmentId: id, recipient: 'COACH', userId: USERS.coach, noticeVersion: version };
    expect(await act('p3', 'releaseProfile', { ...input, noticeHash: 'sha256:other' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'input.noticeHash' }],
    });
    const expiresAt = '2099-12-31T00:00:00.000Z';
    expect((await act('p3', 'releaseProfile', { ...input, noticeHash: hash, expiresAt })).__typename).toBe(
      'Recorded',
    );
    const consents = await ask(
      'p3',
      '{ myConsents { assessmentId recipient userId name purpose noticeVersion noticeHash locale expiresAt inForce } }',
    );
    expect(consents.at('myConsents')).toEqual([
      {
        ...{ assessmentId: id, recipient: 'COACH', userId: USERS.coach, name: 'Clara Coach' },
        ...{ purpose: 'development', noticeVersion: version, noticeHash: hash, locale: 'en' },
        ...{ expiresAt, inForce: true },
      },
    ]);
    expect(await profileOf('coach', 3)).toBe('Person 03');
    for (const who of ['consultant', 'admin', 'stranger', 'clientAdmin', 'southCoach', 'p1'] as const)
      expect(await profileOf(who, 3)).toBeNull();
  });
  it('to a named person of the client is open to that person, listed for them, and to no one else there', async () => {
    const input = { assessmentId: id, recipient: 'CLIENT', userId: USERS.clientViewer };
    expect((await act('p3', 'releaseProfile', input)).__typename).toBe('Recorded');
    expect(await profileOf('clientViewer', 3)).toBe('Person 03');
    expect(await profileOf('clientAdmin', 3)).toBeNull();
    const shared = async (who: Who) =>
      (await ask(who, '{ profilesReleasedToMe { assessmentId personName } }')).at('profilesReleasedToMe');
    expect(await shared('clientViewer')).toEqual([{ assessmentId: id, personName: 'Person 03' }]);
    expect(await shared('clientAdmin')).toEqual([]);
    expect((await act('p3', 'revokeProfileRelease', input)).__typename).toBe('Recorded');
    expect(await profileOf('clientViewer', 3)).toBeNull();
    expect(await shared('clientViewer')).toEqual([]);
  });
  it('that has run out opens nothing', async () => {
    const recipient: Recipient = { kind: 'consultant', userId: USERS.consultant };
    await inLog(3, {
      ...{ type: 'ReleaseProfile', recipient, noticeVersion: '1', noticeHash: 'a'.repeat(64), locale: 'de' },
      ...{ now: '2026-02-01T00:00:00.000Z', expiresAt: '2026-03-01T00:00:00.000Z' },
    });
    expect(await profileOf('consultant', 3)).toBeNull();
    const answer = await ask('p3', '{ myConsents { recipient inForce } }');
    expect(answer.at('myConsents')).toContainEqual({ recipient: 'CONSULTANT', inForce: false });
  });
  it('is the person’s own to give: a foreign assessment is answered like a missing one', async () => {
    const tried = async (assessmentId: string) =>
      act('p1', 'releaseProfile', { assessmentId, recipient: 'COACH' });
    const missing = await tried(NOTHING);
    expect(missing.__typename).toBe('NotPermitted');
    expect(await tried(id)).toEqual(missing);
  });
  it('ends with the assignment of whom it names', async () => {
    expect(await profileOf('coach', 3)).toBe('Person 03');
    const assign = (until: string | null) =>
      world.send(NORTH, {
        category: 'Engagement',
        id: ENGAGEMENT,
        command: { type: 'AssignStaff', userId: USERS.coach, as: 'coach', until },
      });
    await assign('2026-06-30');
    expect(await profileOf('coach', 3)).toBeNull();
    expect((await ask('coach', '{ engagements { totalCount } }')).at('engagements.totalCount')).toBe(0);
    await assign(null);
    expect(await profileOf('coach', 3)).toBe('Person 03');
  });
  it('and with being taken off, in every path at once; a foreign engagement is answered like a missing one', async () => {
    const take = (who: Who, engagementId: string) =>
      act(who, 'releaseStaff', { engagementId, userId: USERS.coach, as: 'COACH' });
    expect(await take('admin', NOTHING)).toEqual(await take('clientAdmin', ENGAGEMENT));
    expect(await profileOf('coach', 3)).toBe('Person 03');
    expect((await take('admin', ENGAGEMENT)).__typename).toBe('Recorded');
    expect(await profileOf('coach', 3)).toBeNull();
    const seen = await ask('coach', '{ engagements { totalCount } profilesReleasedToMe { personName } }');
    expect([seen.at('engagements.totalCount'), seen.at('profilesReleasedToMe')]).toEqual([0, []]);
    expect((await take('admin', ENGAGEMENT)).__typename).toBe('Recorded');
    await world.send(NORTH, {
      category: 'Engagement',
      id: ENGAGEMENT,
      command: { type: 'AssignStaff', userId: USERS.coach, as: 'coach', until: null },
    });
    expect(await profileOf('coach', 3)).toBe('Person 03');
  });
});

describe('a report with somebody’s own pages', () => {
  const files = async (who: Who) =>
    (
      await ask(who, 'query ($id: ID!) { report(id: $id) { withheld files { url } } }', { id: COACH_REPORT })
    ).at('report') as { withheld: boolean; files: object[] };
  const download = async (who: Who) =>
    (await world.fetch(`/api/reports/${COACH_REPORT}/pdf`, { headers: { cookie: cookies[who] } })).status;

  it('is given out to whom everyone in it released the profile', async () => {
    await storeReportFiles(world.pool, NORTH, COACH_REPORT, [
      { format: 'pdf', sha256: 'ab'.repeat(32), content: Buffer.from('%PDF') },
    ]);
    await storeReportContents(world.pool, NORTH, COACH_REPORT, {
      cells: [],
      contentHash: null,
      individuals: [assessment(1, 3)],
    });
    expect(await files('coach')).toMatchObject({ withheld: false, files: [{}] });
    expect(await download('coach')).toBe(200);
    expect(await files('consultant')).toEqual({ withheld: true, files: [] });
    expect(await download('consultant')).toBe(404);
  });
  it('is closed by a revocation as soon as it is acknowledged, like everything else', async () => {
    const input = { assessmentId: assessment(1, 3), recipient: 'COACH', userId: USERS.coach };
    expect((await act('p3', 'revokeProfileRelease', input)).__typename).toBe('Recorded');
    expect(await profileOf('coach', 3)).toBeNull();
    expect(await files('coach')).toEqual({ withheld: true, files: [] });
    expect(await download('coach')).toBe(404);
    expect(
      (await ask('coach', '{ profilesReleasedToMe { personName } }')).at('profilesReleasedToMe'),
    ).not.toContainEqual({ personName: 'Person 03' });
  });
});

describe('figures for the client', () => {
  const team = `query ($wave: ID!, $team: ID!) { teamPersonality(waveId: $wave, teamId: $team) {
    n invited motives { motive n mean sd min max counts { red balanced blue } quartiles { q1 } members { member } }
    blindSpots { motive } teamBlindSpots { motive } faultline { p } } }`;
  const seen = async (who: Who, teamId: string = MARKETING, waveId: string = WAVE) =>
    (await ask(who, team, { wave: waveId, team: teamId })).at('teamPersonality') as null | {
      n: number;
      motives: { mean: number | null; members: unknown[]; counts: object }[];
    };
  const publish = (teamIds: string[] = [MARKETING, SALES], waveId: string = WAVE, who: Who = 'consultant') =>
    act(who, 'publishRelease', { engagementId: ENGAGEMENT, waveId, teamIds });
  const releases = async (who: Who) =>
    (await ask(who, '{ releases { nodes { id version reason teams { n team { name } } } } }')).at(
      'releases.nodes',
    ) as { id: string; version: number }[];
  let first: string;
  let frozen: object | null;

  /** What was measured for the firm when an agreement was proposed: a number that is in no release. */
  const MEASURED = 99.25;
  const agreed = async (who: Who) => {
    const answer = await ask(
      who,
      `query ($id: ID!) { engagement(id: $id) { agreements { nodes { text reviewNote checkIns { state note }
        finding { kind motive constellation difference low high } } } } }`,
      { id: ENGAGEMENT },
    );
    return answer.at('engagement.agreements.nodes') as {
      reviewNote: string | null;
      checkIns: { note: string }[];
      finding: { kind: string; difference: number | null };
    }[];
  };
  const ofFinding = async (who: Who, kind: string) =>
    (await agreed(who)).find(({ finding }) => finding.kind === kind)?.finding.difference;
  beforeAll(async () => {
    const motive = 'extraversion';
    const kinds = ['team-comparison', 'team-pattern', 'blind-spot'] as const;
    for (const [n, kind] of kinds.entries()) {
      const id = `ab000000-0000-4000-8000-00000000000${n}` as never;
      const teamB = kind === 'team-comparison' ? SALES : null;
      const evidence = { difference: MEASURED, low: MEASURED - 1, high: MEASURED + 1 };
      const finding = { kind, waveId: WAVE, motive, teamA: MARKETING, teamB, constellation: null, evidence };
      const terms = {
        ...{ text: `An answer to ${kind}`, owner: { kind: 'team', teamId: SALES } as const },
        ...{ dueOn: '2026-05-01', reviewOn: '2026-09-01' },
      };
      const engagementId = ENGAGEMENT;
      for (const command of [
        { type: 'ProposeAgreement', engagementId, finding, ...terms },
        { type: 'AcceptAgreement', on: '2026-03-10' },
        { type: 'RecordCheckIn', state: 'stuck', note: 'Person 03 refuses', on: '2026-04-01' },
      ] as const)
        await world.send(NORTH, { category: 'Agreement', id, command });
    }
  });

  it('are nothing before a release, whatever there is', async () => {
    for (const who of ['clientAdmin', 'clientViewer'] as const) expect(await seen(who)).toBeNull();
    expect(await releases('clientAdmin')).toEqual([]);
    expect((await agreed('consultant')).map(({ finding }) => finding.difference)).toEqual(
      Array(3).fill(MEASURED),
    );
    const seenThere = await agreed('clientAdmin');
    expect(seenThere.map(({ finding }) => finding.difference)).toEqual([null, null, null]);
    expect(seenThere.flatMap(({ checkIns }) => checkIns)).toEqual(
      Array(3).fill({ state: 'STUCK', note: '' }),
    );
    expect(await agreed('otherClient')).toBeUndefined();
  });
  it('are published by those who may, for what exists', async () => {
    for (const who of ['coach', 'clientAdmin', 'stranger', 'otherClient', 'p1'] as const)
      expect((await publish([MARKETING], WAVE, who)).__typename).toBe('NotPermitted');
    const missing = await publish([MARKETING], NOTHING);
    expect(missing.__typename).toBe('NotPermitted');
    expect(await publish([NOTHING])).toEqual(missing);
    expect((await publish([TRIO])).__typename).toBe('NothingToReport');
    const done = await publish();
    expect(done.__typename).toBe('Recorded');
    first = done['id'] as string;
  });
  it('are then means of whole teams: no member, no extreme, no distribution of fewer than ten', async () => {
    frozen = await seen('clientViewer');
    expect(frozen).toMatchObject({ n: 6, invited: 7, blindSpots: [], teamBlindSpots: [], faultline: null });
    for (const motive of (await seen('clientAdmin'))!.motives)
      expect(motive).toMatchObject({
        ...{ min: null, max: null, quartiles: null, members: [] },
        counts: { red: 0, balanced: 0, blue: 0 },
      });
    expect((await seen('clientAdmin'))!.motives.some(({ mean }) => mean !== null)).toBe(true);
    expect(await releases('clientViewer')).toMatchObject([
      { id: first, version: 1, teams: [{ n: 6 }, { n: 5 }] },
    ]);
  });
  it('stand in agreements as they stand in the release, never as they were measured for the firm', async () => {
    const difference = `query ($w: ID!, $a: ID!, $b: ID!) { teamComparison(waveId: $w, teamA: $a, teamB: $b) {
      motives { motive difference } } }`;
    const compared = (await ask('clientViewer', difference, { w: WAVE, a: MARKETING, b: SALES })).at(
      'teamComparison.motives',
    ) as { motive: string; difference: number }[];
    const released = compared.find(({ motive }) => motive === 'extraversion')?.difference;
    expect(released).toEqual(expect.any(Number));
    expect(await ofFinding('clientViewer', 'TEAM_COMPARISON')).toBe(released);
    const mean = (await seen('clientViewer'))!.motives as unknown as { motive: string; mean: number }[];
    expect(await ofFinding('clientViewer', 'TEAM_PATTERN')).toBe(
      mean.find(({ motive }) => motive === 'extraversion')?.mean,
    );
    expect(await ofFinding('clientViewer', 'BLIND_SPOT')).toBeNull();
    expect(JSON.stringify(await agreed('clientAdmin'))).not.toContain('Person 03');
  });
  it('are another organisation’s and another firm’s never, with the same ids', async () => {
    for (const who of ['otherClient', 'southClient'] as const) {
      expect(await seen(who)).toBeNull();
      expect(await releases(who)).toEqual([]);
      const one = async (id: string) =>
        (await ask(who, 'query ($id: ID!) { release(id: $id) { id } }', { id })).at('release');
      expect(await one(first)).toEqual(await one(NOTHING));
    }
  });
  it('do not move when somebody withdraws, and no second release gives the person away', async () => {
    expect(await on('p2', 'withdrawAssessment', 'assessmentId', assessment(1, 2))).toBe('Recorded');
    // A mean of the five beside that of the six would be the one who left: only who released still counts.
    expect((await seen('consultant'))?.n).toBe(1);
    expect(await seen('clientViewer')).toEqual(frozen);
    const refused = await publish([MARKETING]);
    expect(refused).toMatchObject({ __typename: 'ReleaseWouldIdentify', cells: [MARKETING], persons: 1 });
    expect(refused).toMatchObject({ groups: ['Marketing'], message: expect.stringContaining('(Marketing)') });
    expect(JSON.stringify(refused)).not.toContain(person(2));
    expect(await seen('clientViewer')).toEqual(frozen);
  });
  it('are refused for a group that was overtaken by a higher limit', async () => {
    const raise = (smallestGroup: number) =>
      act('clientAdmin', 'raiseSmallestGroup', { engagementId: ENGAGEMENT, smallestGroup });
    expect((await raise(4)).__typename).toBe('InvalidInput');
    expect((await raise(6)).__typename).toBe('Recorded');
    expect((await raise(5)).__typename).toBe('SmallestGroupOnlyRaised');
    expect((await publish([SALES])).__typename).toBe('NothingToReport');
    expect(await seen('clientViewer', SALES)).toBeNull();
    expect(await seen('clientViewer')).toEqual(frozen);
  });
  it('leave out whoever does not want to count, and count them again when they do', async () => {
    const id = assessment(2, 1);
    expect((await seen('consultant', MARKETING, SECOND_WAVE))?.n).toBe(6);
    expect(await on('p1', 'excludeFromAggregates', 'assessmentId', id)).toBe('Recorded');
    expect(await seen('consultant', MARKETING, SECOND_WAVE)).toBeNull();
    expect((await publish([MARKETING], SECOND_WAVE)).__typename).toBe('NothingToReport');
    const own = await ask(
      'p1',
      'query ($id: ID!) { myAssessment(id: $id) { countsInAggregates notice { version hash } } }',
      { id },
    );
    expect(own.at('myAssessment.countsInAggregates')).toBe(false);
    expect(
      await act('p1', 'includeInAggregates', {
        assessmentId: id,
        noticeVersion: own.at('myAssessment.notice.version'),
        noticeHash: own.at('myAssessment.notice.hash'),
      }),
    ).toMatchObject({ __typename: 'Recorded' });
    expect((await seen('consultant', MARKETING, SECOND_WAVE))?.n).toBe(6);
  });
  it('are gone for the client when the release is taken back, with a reason for the firm', async () => {
    const input = { releaseId: first, reason: 'wrong wave' };
    const missing = await act('consultant', 'withdrawRelease', { ...input, releaseId: NOTHING });
    expect(missing.__typename).toBe('NotPermitted');
    expect(await act('stranger', 'withdrawRelease', input)).toEqual(missing);
    expect((await act('consultant', 'withdrawRelease', input)).__typename).toBe('Recorded');
    expect(await seen('clientViewer')).toBeNull();
    expect(await releases('clientViewer')).toEqual([]);
    expect(await ofFinding('clientViewer', 'TEAM_COMPARISON')).toBeNull();
    expect(await releases('consultant')).toMatchObject([{ id: first, reason: 'wrong wave' }]);
  });
});

describe('a report for the client', () => {
  const contributors = [7, 8, 9, 10, 11].map(person);
  const cell = { cut: 'team', id: SALES, waveId: SECOND_WAVE, contributors, distribution: false } as const;

  it('is released together with its entry in the ledger, or not at all', async () => {
    const visible = async () =>
      (await ask('clientViewer', '{ reports { totalCount } releases { totalCount } }')).data;
    expect(await on('consultant', 'withdrawReport', 'reportId', CLIENT_REPORT)).toBe('Recorded');
    await storeReportContents(world.pool, NORTH, CLIENT_REPORT, {
      cells: [cell],
      contentHash: `sha256:${'cd'.repeat(32)}`,
      individuals: [],
    });
    // The limit of the engagement is six by now.
    const { data } = await world.ask(
      cookies.consultant,
      `mutation ($id: ID!) { releaseReport(reportId: $id) { __typename ... on GroupTooSmall { groups needed message } } }`,
      { id: CLIENT_REPORT },
      { 'accept-language': 'de' },
    );
    expect(data?.['releaseReport']).toEqual({
      __typename: 'GroupTooSmall',
      groups: ['Sales'],
      needed: 6,
      message: expect.stringMatching(
        /^Eine Gruppe hat weniger als 6 Personen \(Sales\)\. Bitte lassen Sie sie weg/,
      ),
    });
    expect(await visible()).toEqual({ reports: { totalCount: 0 }, releases: { totalCount: 0 } });
  });
  it('is outdated once somebody in it does not count any more', async () => {
    await inLog(9, { type: 'ExcludeFromAggregates', now: new Date().toISOString() }, 2);
    expect(await on('consultant', 'releaseReport', 'reportId', CLIENT_REPORT)).toBe('ReportOutdated');
  });
});

describe('participation, to the client', () => {
  it('looks the same whether somebody withdrew or never wanted to', async () => {
    const query = `query ($id: ID!) { wave(id: $id) { progress { invited notStarted inProgress submitted withdrawn } } }`;
    const progress = (await ask('clientAdmin', query, { id: SECOND_WAVE })).at('wave.progress');
    await inLog(10, { type: 'WithdrawAssessment', now: new Date().toISOString() }, 2);
    expect((await ask('clientAdmin', query, { id: SECOND_WAVE })).at('wave.progress')).toEqual(progress);
    expect((await ask('consultant', query, { id: SECOND_WAVE })).at('wave.progress')).toMatchObject({
      withdrawn: 1,
    });
  });
  it('is told of no team that is too small', async () => {
    const query = `query ($id: ID!) { wave(id: $id) { progress { teams { name } } } }`;
    const teams = async (who: Who) => (await ask(who, query, { id: WAVE })).at('wave.progress.teams');
    expect(await teams('clientAdmin')).toEqual([{ name: 'Marketing' }]);
    expect(await teams('consultant')).toHaveLength(3);
  });
});
