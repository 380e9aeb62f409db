import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bfi25, bfi25Norm } from '@rapport/content';
import type { EngagementId, UserId, WaveId } from '@rapport/domain';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';
import { callerOf, tenantOf } from '@rapport/read-models';
import { invitation } from './commands/invitation.js';
import {
  assessment,
  CLIENT,
  CLIENT_REPORT,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  NOTHING,
  OTHER_CLIENT,
  person,
  SALES,
  SECOND_WAVE,
  TRIO,
  USERS,
  WAVE,
} from './firm.fixture.js';
import { openWorld, type Answer, type World } from './world.fixture.js';

const NORTH = tenantOf('north');

let world: World;
const cookies = {} as Record<keyof typeof USERS | 'participant' | 'unanswered' | 'both', string>;
/** Administrator and consultant at once, as in a small firm. */
const BOTH = 'a0000000-0000-4000-8000-000000000099' as UserId;

beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'), {
    category: 'Firm',
    id: NORTH,
    command: {
      type: 'AddUser',
      userId: BOTH,
      name: 'Bo Both',
      email: 'bo.both@firm.example',
      roles: ['firm-admin', 'consultant'],
      clientId: null,
    },
  });
  cookies.both = await world.userSession(NORTH, BOTH);
  for (const [name, id] of Object.entries(USERS))
    cookies[name as keyof typeof USERS] = await world.userSession(NORTH, id);
  cookies.participant = await world.participantSession(NORTH, person(1));
  cookies.unanswered = await world.participantSession(NORTH, person(15));
}, 60_000);
afterAll(() => world.close());

/** Sends one mutation with all that its outcomes may say. */
async function act(
  who: keyof typeof cookies,
  name: string,
  args: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = {},
): Promise<Answer & { readonly outcome: Readonly<Record<string, unknown>> }> {
  const { input, ...others } = args;
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  const inputType = name === 'reviseAgreement' ? 'EditAgreementInput' : type;
  const parameters = [
    ...(input === undefined ? [] : [`$input: ${inputType}!`]),
    ...Object.keys(others).map(
      (key) => `$${key}: ${key === 'on' ? 'Day' : key === 'reason' ? 'String' : 'ID'}!`,
    ),
  ];
  const passed = Object.keys(args).map((key) => `${key}: $${key}`);
  const answer = await world.ask(
    cookies[who],
    `mutation (${parameters.join(', ')}) { ${name}(${passed.join(', ')}) { __typename
      ... on Recorded { id position } ... on Refusal { message } ... on InvalidInput { problems { field reason } } } }`,
    args,
    headers,
  );
  expect(answer.errors).toEqual([]);
  return { ...answer, outcome: answer.at(name) as Record<string, unknown> };
}
const recorded = async (...args: Parameters<typeof act>): Promise<string> => {
  const { outcome } = await act(...args);
  expect(outcome).toMatchObject({ __typename: 'Recorded' });
  return outcome['id'] as string;
};
const refused = async (...args: Parameters<typeof act>): Promise<unknown> =>
  (await act(...args)).outcome['__typename'];

const ask = async (who: keyof typeof cookies, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await world.ask(cookies[who], query, variables);
  expect(answer.errors).toEqual([]);
  return answer;
};

describe('an engagement from its beginning', () => {
  let client: string;
  let engagement: string;
  let team: string;
  let anna: string;

  it('starts with a client organisation that an administrator registers', async () => {
    const input = { name: 'Nordwerk' };
    for (const who of ['consultant', 'coach', 'clientAdmin', 'participant'] as const)
      expect(await refused(who, 'registerClientOrganisation', { input })).toBe('NotPermitted');
    client = await recorded('admin', 'registerClientOrganisation', { input });
    expect((await ask('admin', '{ clientOrganisations { nodes { name } } }')).data).toEqual({
      clientOrganisations: { nodes: [{ name: 'Acme' }, { name: 'Nordwerk' }, { name: 'Other GmbH' }] },
    });
  });
  it('is opened by an administrator, who does not get into it by that', async () => {
    const input = { clientOrganisationId: client, title: 'Brücke', goal: 'Zusammen arbeiten', locale: 'de' };
    engagement = await recorded('admin', 'openEngagement', { input });
    expect(world.sent.at(-1)?.commands.map((c) => c.command.type)).toEqual(['OpenEngagement']);
    const answer = await ask(
      'admin',
      `query ($id: ID!) { engagement(id: $id) { title invented staff { name as } } }`,
      { id: engagement },
    );
    expect(answer.at('engagement')).toEqual({ title: 'Brücke', invented: false, staff: [] });
  });
  it('is opened and served by one who is administrator and consultant, in one step', async () => {
    const input = { clientOrganisationId: client, title: 'Beides', goal: 'Beides', locale: 'de' };
    const id = await recorded('both', 'openEngagement', { input });
    expect(world.sent.at(-1)?.commands.map((c) => c.command.type)).toEqual(['OpenEngagement', 'AssignStaff']);
    const answer = await ask('both', `query ($id: ID!) { engagement(id: $id) { staff { name as } } }`, {
      id,
    });
    expect(answer.at('engagement.staff')).toEqual([{ name: 'Bo Both', as: 'CONSULTANT' }]);
    await recorded('admin', 'removeUser', { userId: BOTH });
  });
  it('can be opened by nobody else, not even by the consultant of another one for the same client', async () => {
    const input = { clientOrganisationId: CLIENT, title: 'Second', goal: 'Go on', locale: 'en' };
    for (const who of ['consultant', 'coach', 'stranger', 'clientAdmin', 'participant'] as const)
      expect(await refused(who, 'openEngagement', { input })).toBe('NotPermitted');
  });
  it('is the consultant’s from their assignment on, from the legal ground to the report', async () => {
    const opened = { clientOrganisationId: client, title: 'Dritter', goal: 'Weiter', locale: 'de' };
    const id = await recorded('admin', 'openEngagement', { input: opened });
    const ground = {
      engagementId: id,
      legalBasis: 'Einwilligung',
      worksCouncil: 'NONE',
      retentionMonths: 12,
      controller: 'FIRM',
    };
    const entered = { engagementId: id, name: 'Einkauf', function: 'purchasing', goals: '', indicators: '' };
    expect(await refused('consultant', 'recordLegalGround', { input: ground })).toBe('NotPermitted');
    expect(await refused('consultant', 'enterTeam', { input: entered })).toBe('NotPermitted');
    for (const [userId, as] of [
      [USERS.consultant, 'CONSULTANT'],
      [USERS.coach, 'COACH'],
    ])
      await recorded('admin', 'assignStaff', { input: { engagementId: id, userId, as } });

    await recorded('consultant', 'recordLegalGround', { input: ground });
    const teamId = await recorded('consultant', 'enterTeam', { input: entered });
    await recorded('consultant', 'addTeamMember', {
      input: { teamId, name: 'Eins', email: 'eins@nordwerk.example', validFrom: '2026-01-01' },
    });
    const waveId = await recorded('consultant', 'openWave', {
      input: {
        engagementId: id,
        title: 'Erste',
        instrumentId: bfi25.id,
        instrumentVersion: bfi25.version,
        opensOn: '2026-02-01',
        closesOn: '2026-02-20',
      },
    });
    await recorded('consultant', 'sendInvitations', { waveId });
    await recorded('consultant', 'closeWave', { waveId });
    await recorded('consultant', 'closeEngagement', { engagementId: id });
    expect(await refused('coach', 'closeEngagement', { engagementId: id })).toBe('NotPermitted');
  });
  it('names every field that does not fit, in the caller’s language', async () => {
    const input = { clientOrganisationId: client, title: ' ', goal: 'x'.repeat(4001), locale: 'de' };
    const { outcome } = await act(
      'admin',
      'openEngagement',
      { input },
      { 'accept-language': 'de-DE,de;q=0.9' },
    );
    expect(outcome).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('Bitte korrigieren Sie'),
      problems: [
        { field: 'input.title', reason: 'muss 1 bis 200 Zeichen haben' },
        { field: 'input.goal', reason: 'muss 1 bis 4000 Zeichen haben' },
      ],
    });
  });
  it('takes teams, new ones and those that are there', async () => {
    const terms = { engagementId: engagement, goals: 'Nachfrage', indicators: 'Anfragen' };
    team = await recorded('admin', 'enterTeam', { input: { ...terms, name: 'Vertrieb', function: 'sales' } });
    expect(
      await recorded('admin', 'enterTeam', { input: { ...terms, teamId: team, goals: 'Aufträge' } }),
    ).toBe(team);
    expect(await refused('admin', 'enterTeam', { input: { ...terms, teamId: MARKETING } })).toBe(
      'NotPermitted',
    );
    const { outcome } = await act('admin', 'enterTeam', { input: terms });
    expect(outcome['problems']).toMatchObject([{ field: 'input.name' }, { field: 'input.function' }]);
  });
  it('takes members, each person once', async () => {
    const input = {
      teamId: team,
      name: 'Anna Öztürk',
      email: 'Anna@nordwerk.example',
      validFrom: '2026-01-01',
    };
    anna = await recorded('admin', 'addTeamMember', { input });
    expect(
      await refused('admin', 'addTeamMember', { input: { ...input, email: 'anna@NORDWERK.example' } }),
    ).toBe('PersonAlreadyRegistered');
    expect(
      await recorded('admin', 'addTeamMember', {
        input: { teamId: team, personId: anna, validFrom: '2026-02-01' },
      }),
    ).toBe(anna);
    expect(
      await refused('admin', 'addTeamMember', {
        input: { teamId: team, personId: person(1), validFrom: '2026-02-01' },
      }),
    ).toBe('NotPermitted');
    expect(await refused('consultant', 'addTeamMember', { input })).toBe('NotPermitted');
    const { outcome } = await act('admin', 'addTeamMember', { input: { ...input, email: 'no address' } });
    expect(outcome['problems']).toEqual([{ field: 'input.email', reason: 'must be an e-mail address' }]);
  });
  it('lets nobody be invited before the legal ground is on record', async () => {
    const input = {
      engagementId: engagement,
      title: 'Erste Erhebung',
      instrumentId: bfi25.id,
      instrumentVersion: bfi25.version,
      opensOn: '2026-02-01',
      closesOn: '2026-02-20',
    };
    const { outcome } = await act('admin', 'openWave', { input });
    expect(outcome).toMatchObject({
      __typename: 'LegalGroundMissing',
      message: expect.stringContaining('legal basis'),
    });
    const ground = {
      engagementId: engagement,
      controller: 'JOINT',
      legalBasis: 'Einwilligung',
      worksCouncil: 'AGREED',
      retentionMonths: 24,
    };
    expect((await act('admin', 'recordLegalGround', { input: ground })).outcome['problems']).toMatchObject([
      { field: 'input.worksCouncilNote' },
    ]);
    await recorded('admin', 'recordLegalGround', { input: { ...ground, worksCouncilNote: 'BV 1' } });

    const norm = { normId: bfi25Norm.id, normVersion: bfi25Norm.version };
    expect(await refused('admin', 'openWave', { input: { ...input, instrumentVersion: '9.9.9' } })).toBe(
      'InstrumentVersionUnknown',
    );
    expect(await refused('admin', 'openWave', { input: { ...input, ...norm, normVersion: '9.9.9' } })).toBe(
      'InvalidInput',
    );
    expect(await refused('admin', 'openWave', { input: { ...input, closesOn: '2026-01-01' } })).toBe(
      'WaveEndsBeforeItOpens',
    );
    const wave = await recorded('admin', 'openWave', { input: { ...input, ...norm } });
    expect(world.sent.at(-1)?.commands.map((c) => c.command.type)).toEqual([
      'OpenWave',
      'InviteParticipant',
      'OpenAssessment',
    ]);
    const answer = await ask(
      'admin',
      `query ($id: ID!) { wave(id: $id) { title progress { invited notStarted } } }`,
      { id: wave },
    );
    expect(answer.at('wave')).toEqual({ title: 'Erste Erhebung', progress: { invited: 1, notStarted: 1 } });
    expect(
      await refused('admin', 'inviteParticipant', { input: { waveId: wave, personId: anna, teamId: team } }),
    ).toBe('ParticipantAlreadyInvited');
  });
  it('is closed for everything once it is closed', async () => {
    await recorded('admin', 'closeEngagement', { engagementId: engagement });
    expect(
      await refused('admin', 'enterTeam', {
        input: { engagementId: engagement, teamId: team, goals: 'Neu', indicators: '' },
      }),
    ).toBe('EngagementIsClosed');
  });
  it('assigns those who have the role', async () => {
    const input = { engagementId: ENGAGEMENT, userId: USERS.coach, as: 'CONSULTANT' };
    expect((await act('admin', 'assignStaff', { input })).outcome['problems']).toEqual([
      { field: 'input.userId', reason: 'is no account of the firm with this role' },
    ]);
    expect(await recorded('admin', 'assignStaff', { input: { ...input, as: 'COACH' } })).toBe(ENGAGEMENT);
  });
  it('ends memberships', async () => {
    const input = { teamId: TRIO, personId: person(12), validTo: '2025-12-01' };
    expect(await refused('consultant', 'removeTeamMember', { input })).toBe('LeavesBeforeJoining');
    expect(await refused('coach', 'removeTeamMember', { input })).toBe('NotPermitted');
    expect(
      await recorded('consultant', 'removeTeamMember', { input: { ...input, validTo: '2026-03-31' } }),
    ).toBe(person(12));
    expect(
      await refused('consultant', 'removeTeamMember', { input: { ...input, validTo: '2026-04-01' } }),
    ).toBe('NotAMember');
  });
});

/** A log may hold what no mutation would have let in. */
describe('a participant of an engagement without a legal ground', () => {
  const id = assessment(1, 90);
  const unfounded = async () => {
    const opened = { clientOrganisationId: CLIENT, title: 'Bare', goal: 'Bare', locale: 'de' };
    const engagementId = (await recorded('admin', 'openEngagement', { input: opened })) as EngagementId;
    const waveId = randomUUID() as WaveId;
    const person15 = { personId: person(15), teamId: MARKETING, assessmentId: id };
    const scoring = {
      engagementId,
      instrument: { id: bfi25.id, version: bfi25.version },
      norm: null,
      bandRule: DEFAULT_BAND_RULE,
    };
    const days = { opensOn: '2026-02-01', closesOn: '2026-02-28' };
    await world.send(
      NORTH,
      {
        category: 'Wave',
        id: waveId,
        command: { type: 'OpenWave', ...scoring, ...days, title: 'W', legalGroundRecorded: true },
      },
      ...invitation({ ...scoring, waveId }, bfi25, person15),
    );
  };

  it('is shown no half contract, and cannot agree to one', async () => {
    await unfounded();
    const answer = await world.ask(
      cookies.unanswered,
      `query ($id: ID!) { myAssessment(id: $id) { notice { hash } } }`,
      { id },
      { 'accept-language': 'de' },
    );
    expect(answer.status).toBe(200);
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'NOTICE_NOT_COMPLETE' }, message: expect.stringContaining('wenden Sie sich') },
    ]);
    const input = { assessmentId: id, noticeVersion: '1.0.0', noticeHash: 'sha256:0', locale: 'de' };
    expect(await refused('unanswered', 'agreeToParticipate', { input })).toBe('NoticeNotComplete');
  });
});

describe('a participant', () => {
  const id = assessment(1, 15);
  const answers = bfi25.items.map((item) => ({ itemId: item.id, value: 3, seconds: 2.5 }));

  it('agrees to the words they were shown, and to no others', async () => {
    const { outcome: tooEarly } = await act('unanswered', 'recordAnswers', {
      input: { assessmentId: id, answers },
    });
    expect(tooEarly).toMatchObject({ __typename: 'ParticipationNotAgreed' });
    const answer = await ask(
      'unanswered',
      `query ($id: ID!) { myAssessment(id: $id) { agreed notice { version hash } } }`,
      { id },
    );
    const { version, hash } = answer.at('myAssessment.notice') as { version: string; hash: string };
    const input = { assessmentId: id, noticeVersion: version, noticeHash: hash, locale: 'de' };
    expect(
      await refused('unanswered', 'agreeToParticipate', {
        input: { ...input, noticeHash: `sha256:${'0'.repeat(64)}` },
      }),
    ).toBe('InvalidInput');
    expect(await refused('participant', 'agreeToParticipate', { input })).toBe('NotPermitted');
    await recorded('unanswered', 'agreeToParticipate', { input });
  });
  it('saves, resumes and submits', async () => {
    await recorded('unanswered', 'recordAnswers', {
      input: { assessmentId: id, answers: answers.slice(0, 10) },
    });
    const half = await ask(
      'unanswered',
      `query ($id: ID!) { myAssessment(id: $id) { status agreed answers { itemId value } } }`,
      { id },
    );
    expect(half.at('myAssessment')).toMatchObject({ status: 'IN_PROGRESS', agreed: true });
    expect(half.at('myAssessment.answers')).toHaveLength(10);

    const missing = await act('unanswered', 'submitAssessment', { assessmentId: id });
    expect(missing.outcome).toMatchObject({
      __typename: 'AnswersMissing',
      message: '15 statements have no answer yet. Please answer them and then submit.',
    });
    const out = { assessmentId: id, answers: [{ itemId: 'a1', value: 7 }] };
    expect(await refused('unanswered', 'recordAnswers', { input: out })).toBe('AnswersOutOfRange');
    expect(
      await refused('unanswered', 'recordAnswers', {
        input: { assessmentId: id, answers: [{ itemId: 'zz', value: 1 }] },
      }),
    ).toBe('AnswersNotOfThisInstrument');
    expect(await refused('unanswered', 'recordAnswers', { input: { assessmentId: id, answers: [] } })).toBe(
      'InvalidInput',
    );

    await recorded('unanswered', 'recordAnswers', { input: { assessmentId: id, answers } });
    await recorded('unanswered', 'submitAssessment', { assessmentId: id });
    const done = await ask(
      'unanswered',
      `query ($id: ID!) { profile(assessmentId: $id) { answered releases } }`,
      { id },
    );
    expect(done.at('profile')).toEqual({ answered: 25, releases: [] });
  });
  it('releases the profile to one recipient at a time and takes it back', async () => {
    const see = async () =>
      (await ask('coach', `query ($id: ID!) { profile(assessmentId: $id) { person { name } } }`, { id })).at(
        'profile',
      );
    expect(await see()).toBeNull();
    const release = { input: { assessmentId: id, recipient: 'COACH' } };
    expect(await refused('unanswered', 'releaseProfile', release)).toBe('OwnResultNotViewed');
    await recorded('unanswered', 'viewOwnResult', { assessmentId: id });
    await recorded('unanswered', 'releaseProfile', { input: { assessmentId: id, recipient: 'COACH' } });
    expect(await see()).toEqual({ person: { name: 'Person 15' } });
    await recorded('unanswered', 'revokeProfileRelease', { input: { assessmentId: id, recipient: 'COACH' } });
    expect(await see()).toBeNull();
    expect(
      await refused('coach', 'releaseProfile', { input: { assessmentId: id, recipient: 'COACH' } }),
    ).toBe('NotPermitted');
  });
  it('may leave; the profile is gone at once', async () => {
    await recorded('unanswered', 'withdrawAssessment', { assessmentId: id });
    expect(
      (await ask('unanswered', `query ($id: ID!) { profile(assessmentId: $id) { answered } }`, { id })).at(
        'profile',
      ),
    ).toBeNull();
    expect(await refused('unanswered', 'withdrawAssessment', { assessmentId: id })).toBe(
      'AssessmentIsWithdrawn',
    );
    const progress = async (who: keyof typeof cookies) =>
      (
        await ask(who, `query ($id: ID!) { wave(id: $id) { progress { notStarted withdrawn submitted } } }`, {
          id: WAVE,
        })
      ).at('wave.progress');
    expect(await progress('coach')).toEqual({ notStarted: 0, withdrawn: 1, submitted: 14 });
    // No number of the client's moves when somebody leaves.
    expect(await progress('clientAdmin')).toEqual({ notStarted: 0, withdrawn: 0, submitted: 15 });
  });
});

describe('agreements', () => {
  const finding = {
    kind: 'TEAM_COMPARISON',
    waveId: WAVE,
    motive: 'openness',
    teamA: MARKETING,
    teamB: SALES,
  };
  const terms = {
    text: 'Sales tells marketing weekly what customers say.',
    ownerTeamId: SALES,
    dueOn: '2026-04-01',
    reviewOn: '2026-06-01',
  };
  let id: string;

  it('carry the measured difference, whatever the request says', async () => {
    id = await recorded('consultant', 'proposeAgreement', {
      input: { engagementId: ENGAGEMENT, finding: { ...finding, constellation: 'RED_RED' }, terms },
    });
    const measured = await ask(
      'consultant',
      `query ($w: ID!, $a: ID!, $b: ID!) { teamComparison(waveId: $w, teamA: $a, teamB: $b) { motives { motive difference constellation } } }`,
      { w: WAVE, a: MARKETING, b: SALES },
    );
    const openness = (
      measured.at('teamComparison.motives') as {
        motive: string;
        difference: number;
        constellation: string | null;
      }[]
    ).find((m) => m.motive === 'openness');
    const answer = await ask(
      'coach',
      `query ($id: ID!) { agreement(id: $id) { text status dueOn ownerTeam { name } ownerPerson { name } finding { kind motive teamA { name } teamB { name } constellation difference low high } } }`,
      { id },
    );
    expect(answer.at('agreement')).toMatchObject({
      status: 'PROPOSED',
      ownerTeam: { name: 'Sales' },
      ownerPerson: null,
      finding: {
        kind: 'TEAM_COMPARISON',
        teamA: { name: 'Marketing' },
        difference: openness?.difference,
        constellation: openness?.constellation,
      },
    });
    expect(typeof answer.at('agreement.finding.low')).toBe('number');
  });
  it('need a measurement, one owner of the engagement, and days in order', async () => {
    const propose = (change: object, changedTerms: object = {}) =>
      act('coach', 'proposeAgreement', {
        input: {
          engagementId: ENGAGEMENT,
          finding: { ...finding, ...change },
          terms: { ...terms, ...changedTerms },
        },
      });
    expect((await propose({ motive: 'nothing' })).outcome).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'input.finding' }],
    });
    expect((await propose({ waveId: NOTHING })).outcome['__typename']).toBe('NotPermitted');
    expect((await propose({}, { ownerPersonId: person(1) })).outcome['problems']).toMatchObject([
      { field: 'input.terms.ownerTeamId' },
    ]);
    expect(
      (await propose({}, { ownerTeamId: null, ownerPersonId: NOTHING })).outcome['problems'],
    ).toMatchObject([{ field: 'input.terms.ownerPersonId' }]);
    expect((await propose({}, { text: '' })).outcome['problems']).toMatchObject([
      { field: 'input.terms.text' },
    ]);
    expect((await propose({}, { reviewOn: '2026-01-01' })).outcome['__typename']).toBe('ReviewBeforeDue');
    for (const who of ['admin', 'stranger', 'clientAdmin', 'participant'] as const)
      expect(
        await refused(who, 'proposeAgreement', { input: { engagementId: ENGAGEMENT, finding, terms } }),
      ).toBe('NotPermitted');
  });
  it('are agreed, checked in on, reviewed and revised', async () => {
    expect(
      await refused('consultant', 'recordCheckIn', {
        input: { agreementId: id, state: 'ON_TRACK', note: 'ok', on: '2026-05-01' },
      }),
    ).toBe('AgreementNotAccepted');
    await recorded('consultant', 'editAgreement', {
      input: { agreementId: id, terms: { ...terms, text: 'Every Monday.' } },
    });
    await recorded('consultant', 'acceptAgreement', { agreementId: id, on: '2026-03-10' });
    await recorded('coach', 'recordCheckIn', {
      input: { agreementId: id, state: 'SLIPPING', note: 'twice missed', on: '2026-05-01' },
    });
    await recorded('coach', 'reviewAgreement', {
      input: { agreementId: id, outcome: 'PARTLY', note: 'half', on: '2026-06-01' },
    });
    const { outcome } = await act('coach', 'reviewAgreement', {
      input: { agreementId: id, outcome: 'KEPT', note: 'no', on: '2026-06-02' },
    });
    expect(outcome).toMatchObject({
      __typename: 'AgreementAlreadyReviewed',
      message: expect.stringContaining('partly kept'),
    });
    await recorded('coach', 'reviseAgreement', {
      input: { agreementId: id, terms: { ...terms, ownerTeamId: null, ownerPersonId: person(7) } },
    });
    const query = `query ($id: ID!) { agreement(id: $id) {
      status revision checkIns { state note on } ownerPerson { name } } }`;
    const seenBy = async (who: 'clientAdmin' | 'coach') => (await ask(who, query, { id })).at('agreement');
    const checkIn = { state: 'SLIPPING', on: '2026-05-01' };
    const revised = { status: 'PROPOSED', revision: 1, ownerPerson: null };
    expect(await seenBy('coach')).toMatchObject({ checkIns: [{ ...checkIn, note: 'twice missed' }] });
    expect(await seenBy('clientAdmin')).toEqual({ ...revised, checkIns: [{ ...checkIn, note: '' }] });
    await recorded('consultant', 'dropAgreement', { agreementId: id, reason: 'no longer needed' });
  });
});

describe('reports', () => {
  const input = {
    engagementId: ENGAGEMENT,
    waveId: WAVE,
    teamIds: [MARKETING, SALES],
    audience: 'CLIENT',
    locale: 'DE',
  };
  const request = { ...input, locale: 'de' };

  it('are requested where there is something to report', async () => {
    const id = await recorded('consultant', 'requestReport', {
      input: { ...request, comparedWithWaveId: SECOND_WAVE },
    });
    const answer = await ask(
      'consultant',
      `query ($id: ID!) { report(id: $id) { status progress audience dated } }`,
      { id },
    );
    expect(answer.at('report')).toMatchObject({ status: 'REQUESTED', progress: 0, audience: 'CLIENT' });
    // Nobody of the three answered in the second wave.
    const nobody = { ...request, waveId: SECOND_WAVE, teamIds: [TRIO] };
    expect(await refused('coach', 'requestReport', { input: nobody })).toBe('NothingToReport');
    expect(await refused('coach', 'requestReport', { input: { ...request, teamIds: [] } })).toBe(
      'InvalidInput',
    );
    expect(await refused('coach', 'requestReport', { input: { ...request, waveId: NOTHING } })).toBe(
      'NotPermitted',
    );
    expect(await refused('admin', 'requestReport', { input: request })).toBe('NotPermitted');
  });
  it('are released and withdrawn by administrators and consultants, the coach’s copy never', async () => {
    const visible = async () =>
      (await ask('clientViewer', '{ reports { totalCount } }')).at('reports.totalCount');
    await recorded('admin', 'withdrawReport', { reportId: CLIENT_REPORT });
    expect(await visible()).toBe(0);
    // Nobody can vouch for a file of which it was not kept whose figures are in it.
    expect(await refused('consultant', 'releaseReport', { reportId: CLIENT_REPORT })).toBe('ReportOutdated');
    expect(await visible()).toBe(0);
    expect(await refused('consultant', 'releaseReport', { reportId: COACH_REPORT })).toBe(
      'ReportIsForTheCoach',
    );
    expect(await refused('coach', 'releaseReport', { reportId: CLIENT_REPORT })).toBe('NotPermitted');
  });
});

describe('accounts', () => {
  const input = {
    name: 'Nina Neu',
    email: 'Nina.Neu@firm.example',
    roles: ['COACH'],
    password: 'korrekt pferd batterie',
  };
  let id: string;

  it('are added by administrators, and can sign in', async () => {
    expect(await refused('consultant', 'addUser', { input })).toBe('NotPermitted');
    id = await recorded('admin', 'addUser', { input });
    const signIn = (password: string) =>
      world.fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ firm: 'north', email: 'nina.neu@firm.example', password }),
      });
    expect((await signIn('falsch falsch falsch')).status).toBe(401);
    const response = await signIn(input.password);
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await world.ask(cookie, '{ me { name roles } }')).at('me')).toEqual({
      name: 'Nina Neu',
      roles: ['COACH'],
    });
  });
  it('need a password that nobody guesses, one address each, and roles that fit', async () => {
    for (const password of ['kurz', 'Nina Neu Nina'.slice(0, 8), 'x.long@firm.example', 'aaaaaaaaaaaaaaaa'])
      expect(
        (await act('admin', 'addUser', { input: { ...input, email: 'x.long@firm.example', password } }))
          .outcome['problems'],
      ).toMatchObject([{ field: 'input.password' }]);
    expect(await refused('admin', 'addUser', { input })).toBe('EmailAlreadyInUse');
    const other = { ...input, email: 'y@firm.example' };
    expect(await refused('admin', 'addUser', { input: { ...other, clientOrganisationId: CLIENT } })).toBe(
      'RolesDoNotFit',
    );
    expect(await refused('admin', 'addUser', { input: { ...other, roles: ['PARTICIPANT'] } })).toBe(
      'InvalidInput',
    );
  });
  it('of a client are added by the client’s own administrator, for their own organisation', async () => {
    const viewer = { ...input, email: 'v@acme.example', roles: ['CLIENT_VIEWER'] };
    await recorded('clientAdmin', 'addUser', { input: { ...viewer, clientOrganisationId: CLIENT } });
    expect(
      await refused('clientAdmin', 'addUser', {
        input: { ...viewer, email: 'w@acme.example', clientOrganisationId: OTHER_CLIENT },
      }),
    ).toBe('NotPermitted');
    expect(await refused('clientAdmin', 'addUser', { input: { ...input, email: 'w@acme.example' } })).toBe(
      'NotPermitted',
    );
    expect(
      await refused('clientViewer', 'addUser', {
        input: { ...viewer, email: 'w@acme.example', clientOrganisationId: CLIENT },
      }),
    ).toBe('NotPermitted');
  });
  it('are removed with their sessions', async () => {
    const cookie = await world.userSession(NORTH, id);
    await recorded('admin', 'removeUser', { userId: id });
    expect((await world.ask(cookie, '{ me { id } }')).status).toBe(401);
    expect(await callerOf(world.pool, cookie.slice('rapport='.length))).toBeNull();
    expect(await refused('admin', 'removeUser', { userId: NOTHING })).toBe('UserUnknown');
    expect(await refused('admin', 'removeUser', { userId: USERS.admin })).toBe('LastAdministrator');
    expect(await refused('consultant', 'removeUser', { userId: USERS.coach })).toBe('NotPermitted');
  });
});

describe('an import', () => {
  const csv = readFileSync(new URL('../../../libs/content/fixtures/bfi-60.csv', import.meta.url), 'utf8');
  const query = `mutation ($input: ImportParticipantsInput!) { importParticipants(input: $input) { __typename
    ... on ImportReady { participants measurement teams { name participants exists } }
    ... on ImportDone { participants position } ... on Refusal { message }
    ... on ImportProblems { problems { row column reason } } } }`;
  const importing = async (
    who: keyof typeof cookies,
    input: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await world.ask(cookies[who], query, { input: { waveId: WAVE, ...input } }, headers);
    expect(answer.errors).toEqual([]);
    return answer.at('importParticipants') as Record<string, unknown>;
  };

  it('is tried first: nothing is written, and what would happen is said', async () => {
    const before = world.sent.length;
    expect(await importing('consultant', { csv })).toEqual({
      __typename: 'ImportReady',
      participants: 60,
      measurement: 'ANSWERS',
      teams: [
        { name: 'Team A', participants: 30, exists: false },
        { name: 'Team B', participants: 30, exists: false },
      ],
    });
    expect(world.sent).toHaveLength(before);
  });
  it('brings in people with their answers in one step; the same command again is answered alike, another finds them there', async () => {
    const [header, ...rows] = csv.split('\n');
    const some = [header, ...rows.slice(0, 8), ...rows.slice(30, 38)].join('\n');
    const headers = { 'idempotency-key': randomUUID() };
    expect(await importing('consultant', { csv: some, dryRun: false }, headers)).toMatchObject({
      __typename: 'ImportDone',
      participants: 16,
    });
    const answer = await ask(
      'consultant',
      `query ($id: ID!) { engagement(id: $id) { teams { team { id name } } } wave(id: $id2) { progress { submitted } } }`.replace(
        '$id: ID!',
        '$id: ID!, $id2: ID!',
      ),
      { id: ENGAGEMENT, id2: WAVE },
    );
    expect(answer.at('wave.progress.submitted')).toBe(30);
    const teams = answer.at('engagement.teams') as { team: { id: string; name: string } }[];
    const team = teams.find((t) => t.team.name === 'Team A')?.team.id;
    const personality = await ask(
      'consultant',
      `query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { n motives { motive n } } }`,
      { w: WAVE, t: team },
    );
    expect(personality.at('teamPersonality.n')).toBe(8);
    expect(await importing('consultant', { csv: some, dryRun: false }, headers)).toMatchObject({
      __typename: 'ImportDone',
      participants: 16,
    });
    const again = await importing('consultant', { csv: some, dryRun: true });
    expect(again['__typename']).toBe('ImportProblems');
    expect((again['problems'] as object[])[0]).toEqual({
      row: 2,
      column: 'email',
      reason: 'this person is in the wave already',
    });
  });
  it('is all or nothing: one bad row and nobody comes in', async () => {
    const bad = `name;email;team\nNeu Eins;neu1@acme.example;Marketing\nNeu Zwei;keine Adresse;Marketing\n`;
    const sent = world.sent.length;
    expect(
      await importing('consultant', { csv: bad, dryRun: false }, { 'accept-language': 'de' }),
    ).toMatchObject({
      __typename: 'ImportProblems',
      problems: [{ row: 3, column: 'email', reason: 'muss eine E-Mail-Adresse sein' }],
    });
    expect(world.sent).toHaveLength(sent);
  });
  it('knows persons of the organisation by their address', async () => {
    const csvNew = `name,email,team,validFrom\n"Person 12, again",PERSON12@acme.example,marketing,2026-05-01\nNeu,neu@acme.example,Marketing,\n`;
    expect(await importing('clientAdmin', { csv: csvNew, waveId: SECOND_WAVE, dryRun: false })).toMatchObject(
      { __typename: 'ImportDone', participants: 2 },
    );
    const last = world.sent.at(-1)?.commands.map((c) => c.command.type);
    expect(last).toEqual([
      'AddTeamMember',
      'InviteParticipant',
      'OpenAssessment',
      'RegisterPerson',
      'AddTeamMember',
      'InviteParticipant',
      'OpenAssessment',
    ]);
  });
  it('with answers is not the client’s business', async () => {
    expect((await importing('clientAdmin', { csv, waveId: SECOND_WAVE }))['__typename']).toBe('NotPermitted');
    expect((await importing('coach', { csv }))['__typename']).toBe('NotPermitted');
    expect((await importing('consultant', { csv, waveId: NOTHING }))['__typename']).toBe('NotPermitted');
  });
});

describe('invitations', () => {
  it('are asked for by the mutation, counted, under the id that tells one request from another', async () => {
    const key = randomUUID();
    await recorded('clientAdmin', 'sendInvitations', { waveId: SECOND_WAVE }, { 'idempotency-key': key });
    expect(world.sent.at(-1)?.commands.map((c) => c.command)).toEqual([
      { type: 'RemindParticipants', count: 2 },
    ]);
    expect(world.sent.at(-1)?.commandId).toBe(key);
    expect(await refused('coach', 'sendInvitations', { waveId: SECOND_WAVE })).toBe('NotPermitted');
  });
  it('end when the wave is closed', async () => {
    await recorded('consultant', 'closeWave', { waveId: SECOND_WAVE });
    expect(await refused('consultant', 'sendInvitations', { waveId: SECOND_WAVE })).toBe('WaveIsClosed');
    expect(
      await refused('consultant', 'inviteParticipant', {
        input: { waveId: SECOND_WAVE, personId: person(14), teamId: TRIO },
      }),
    ).toBe('WaveIsClosed');
  });
});

describe('instruments', () => {
  const publish = (document: object, who: keyof typeof cookies = 'admin') =>
    act(who, 'publishInstrument', { input: { document: JSON.stringify(document) } });

  it('are published as documents, each version once', async () => {
    expect((await publish({ ...bfi25, version: '1.1.0' }, 'consultant')).outcome['__typename']).toBe(
      'NotPermitted',
    );
    expect((await publish({ ...bfi25, version: '1.1.0' })).outcome).toMatchObject({
      __typename: 'Recorded',
      id: bfi25.id,
    });
    expect((await publish({ ...bfi25, version: '1.1.0', licence: 'other' })).outcome['__typename']).toBe(
      'InstrumentVersionAlreadyPublished',
    );
    expect((await publish({ ...bfi25, items: [] })).outcome['problems']).toMatchObject([
      { field: 'input.document.items' },
    ]);
    const { outcome } = await act('admin', 'publishInstrument', { input: { document: '{' } });
    expect(outcome['problems']).toEqual([{ field: 'input.document', reason: 'is not valid JSON' }]);
  });
  it('have norm groups of their own', async () => {
    const norm = (change: object) =>
      act('admin', 'publishNormGroup', { input: { document: JSON.stringify({ ...bfi25Norm, ...change }) } });
    expect((await norm({ id: 'own-norm' })).outcome).toMatchObject({ __typename: 'Recorded' });
    expect((await norm({ id: 'own-norm', n: 500 })).outcome['__typename']).toBe(
      'NormVersionAlreadyPublished',
    );
    expect((await norm({ id: 'b', scales: bfi25Norm.scales.slice(1) })).outcome['__typename']).toBe(
      'NormLacksScales',
    );
    expect((await norm({ id: 'b', instrument: { id: 'bfi-25', version: '7' } })).outcome['__typename']).toBe(
      'InstrumentVersionUnknown',
    );
  });
});

describe('a repeated mutation', () => {
  it('with the same key is the same command, and makes the same thing', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const input = { name: 'Once' };
    const [first, second] = [
      await recorded('admin', 'registerClientOrganisation', { input }, headers),
      await recorded('admin', 'registerClientOrganisation', { input }, headers),
    ];
    expect(second).toBe(first);
    const names = (await ask('admin', '{ clientOrganisations(first: 100) { nodes { name } } }')).at(
      'clientOrganisations.nodes',
    ) as { name: string }[];
    expect(names.filter((c) => c.name === 'Once')).toHaveLength(1);
  });
  it('in one request with another one is another command', async () => {
    const answer = await world.ask(
      cookies.admin,
      `mutation { a: registerClientOrganisation(input: { name: "A" }) { ... on Recorded { id } } b: registerClientOrganisation(input: { name: "B" }) { ... on Recorded { id } } }`,
      {},
      { 'idempotency-key': randomUUID() },
    );
    expect(answer.at('a.id')).not.toBe(answer.at('b.id'));
  });
  it('has a key of one form', async () => {
    const answer = await world.ask(cookies.admin, '{ me { id } }', {}, { 'idempotency-key': 'again' });
    expect(answer.errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('reading one’s own writes', () => {
  const query = '{ clientOrganisations(first: 100) { nodes { name } } }';
  /** Whoever does not wait has answered by the time that other requests have. */
  const catchUpAtLast = async () => {
    for (let n = 0; n < 10; n++) await ask('admin', '{ me { id } }');
    await world.projecting(true);
  };

  it('waits until the read models have reached the position', async () => {
    await world.projecting(false);
    const { outcome } = await act('admin', 'registerClientOrganisation', { input: { name: 'Late' } });
    const reading = world.ask(
      cookies.admin,
      query,
      {},
      { 'rapport-after-position': outcome['position'] as string },
    );
    await catchUpAtLast();
    expect(JSON.stringify((await reading).data)).toContain('Late');
  });
  it('holds for mutations: a norm group right after its instrument', async () => {
    const instrument = { ...bfi25, version: '8.0.0' };
    const norm = { ...bfi25Norm, id: 'at-once', instrument: { id: bfi25.id, version: '8.0.0' } };
    await world.projecting(false);
    const published = await act('admin', 'publishInstrument', {
      input: { document: JSON.stringify(instrument) },
    });
    const normed = act(
      'admin',
      'publishNormGroup',
      { input: { document: JSON.stringify(norm) } },
      { 'rapport-after-position': published.outcome['position'] as string },
    );
    await catchUpAtLast();
    expect((await normed).outcome).toMatchObject({ __typename: 'Recorded', id: 'at-once' });
  });
  it('holds for what the caller may do: assigned a moment ago, at work at once', async () => {
    const client = await recorded('admin', 'registerClientOrganisation', { input: { name: 'Prompt' } });
    const opened = { clientOrganisationId: client, title: 'Now', goal: 'Now', locale: 'en' };
    const engagement = await recorded('admin', 'openEngagement', { input: opened });
    await world.projecting(false);
    const assigned = await act('admin', 'assignStaff', {
      input: { engagementId: engagement, userId: USERS.stranger, as: 'CONSULTANT' },
    });
    const entered = act(
      'stranger',
      'enterTeam',
      { input: { engagementId: engagement, name: 'T', function: 'sales', goals: '', indicators: '' } },
      { 'rapport-after-position': assigned.outcome['position'] as string },
    );
    await catchUpAtLast();
    expect((await entered).outcome).toMatchObject({ __typename: 'Recorded' });
  });
  it('holds within one request: each mutation decides on what the ones before it wrote', async () => {
    const instrument = JSON.stringify({ ...bfi25, version: '9.0.0' });
    const norm = JSON.stringify({
      ...bfi25Norm,
      id: 'in-one-go',
      instrument: { id: bfi25.id, version: '9.0.0' },
    });
    await world.projecting(false);
    const asked = world.ask(
      cookies.admin,
      `mutation ($instrument: String!, $norm: String!) {
        a: publishInstrument(input: { document: $instrument }) { __typename }
        b: publishNormGroup(input: { document: $norm }) { __typename } }`,
      { instrument, norm },
    );
    await catchUpAtLast();
    expect((await asked).data).toEqual({ a: { __typename: 'Recorded' }, b: { __typename: 'Recorded' } });
  });
  it('says so when it takes too long, to queries and mutations, and then does nothing', async () => {
    const future = { 'rapport-after-position': `${'f'.repeat(16)}-${'0'.repeat(16)}` };
    const before = world.sent.length;
    const answers = await Promise.all([
      world.ask(cookies.admin, query, {}, future),
      world.ask(
        cookies.admin,
        'mutation { registerClientOrganisation(input: { name: "Never" }) { __typename } }',
        {},
        future,
      ),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.errors.map((e) => e.extensions.code)).toEqual(['NOT_YET']);
    }
    expect(world.sent).toHaveLength(before);
  }, 15_000);
  it.each([
    ['rapport-after-position', '~~~'],
    ['rapport-after-position', ''],
    ['rapport-after-position', '0'.repeat(33)],
    ['idempotency-key', 'again'],
  ])('answers %s %j as a bad request that names the header', async (name, value) => {
    const answer = await world.ask(cookies.admin, query, {}, { [name]: value });
    expect(answer.status).toBe(400);
    expect(answer.errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message.toLowerCase()).toMatch(new RegExp(`^${name}`));
  });
});

it('says what to do when the service that takes commands is down', async () => {
  await world.closeDoor();
  const answer = await world.ask(
    cookies.admin,
    'mutation { registerClientOrganisation(input: { name: "X" }) { __typename } }',
    {},
    { 'accept-language': 'de' },
  );
  expect(answer.status).toBe(503);
  expect(answer.errors).toMatchObject([
    { extensions: { code: 'UNAVAILABLE' }, message: expect.stringContaining('in einer Minute noch einmal') },
  ]);
  expect((await ask('admin', '{ me { name } }')).at('me.name')).toBe('Anna Admin');
});
