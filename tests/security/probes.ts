import { randomUUID } from 'node:crypto';
import { bfi25, bfi25Norm } from '@rapport/content';
import type { AddressedCommand, AssessmentCommand, Capability, UserId, Viewer } from '@rapport/domain';
import { createApiKey, storeReportContents, storeReportFiles } from '@rapport/read-models';
import {
  assessment,
  CLIENT,
  CLIENT_REPORT,
  COACH_REPORT,
  ENGAGEMENT,
  MARKETING,
  SALES,
  SECOND_WAVE,
  USERS,
  WAVE,
} from '../../apps/gateway/src/firm.fixture.js';
import type { Answer, World } from '../../apps/gateway/src/world.fixture.js';
import { operations } from './operations.js';
import { addUser, NORTH, OBSERVER, type Someone } from './people.js';
import { thingsOf } from './things.js';

/** What is true of the thing a probe asks for, as far as a code of the matrix asks. */
export interface Facts {
  /** It is the firm’s own, whichever firm that is. */
  readonly ofTheFirm?: true;
  /** It belongs to no engagement. */
  readonly noEngagement?: true;
  /** Single persons are named. */
  readonly names?: true;
  /** About the participant at the place `own`; `only` where nobody else could be answered, whatever the cell. */
  readonly self?: 'only' | 'too';
  /** Viewers to whom the person released the profile. */
  readonly releasedTo?: readonly Viewer[];
  readonly unreleasedReport?: true;
  /** What others did. */
  readonly ofOthers?: true;
}

/** One real operation for a capability. */
export interface Probe {
  readonly capability: Capability;
  readonly name: string;
  readonly facts: Facts;
  /** Whether the answer is that of somebody who may; anything that is neither yes nor no is thrown. */
  readonly tried: (who: Someone) => Promise<boolean>;
}

/** People of the firm, and one of another client. */
const STAFF = [USERS.admin, USERS.consultant, USERS.coach, USERS.stranger, USERS.otherClient];
/** Of the firm, and the one who is assigned and taken off here. */
const POOLED = randomUUID() as UserId;

/** Operations for every capability that has one, on things that are there for this. */
export function probesOf(world: World): readonly Probe[] {
  const send = (...commands: readonly AddressedCommand[]) => world.send(NORTH, ...commands);

  /** Things to act on are made once and again when somebody has used them up. */
  const made = new Map<string, Promise<unknown>>();
  const thing = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Promise<T>;
  };

  const probe = (capability: Capability, name: string, tried: Probe['tried'], facts: Facts = {}): Probe => ({
    ...{ capability, name, tried, facts },
  });

  /** A mutation of the schema; what it needs is made before, and made anew once it went through. */
  const act = <T = null>(
    capability: Capability,
    name: string,
    variables: (target: T, who: Someone) => Record<string, unknown>,
    make: () => Promise<T> = () => Promise.resolve(null as T),
    facts: Facts = {},
    label = name,
  ): Probe => {
    const { text } = operations.find((each) => each.kind === 'mutation' && each.name === name)!;
    return probe(
      capability,
      label,
      async (who) => {
        const target = await thing(`${capability} ${label}`, make);
        const answer = await who.ask(text, variables(target, who));
        const outcome = answer.at(`${name}.__typename`);
        // To whom an account of another firm is named, there is none.
        if (outcome === 'NotPermitted' || outcome === 'UserUnknown') return false;
        if (!['Recorded', 'ApiKeyCreated', 'ImportReady', 'PersonalExport'].includes(String(outcome)))
          throw new Error(JSON.stringify([answer.status, answer.data, answer.errors]));
        made.delete(`${capability} ${label}`);
        return true;
      },
      facts,
    );
  };

  /** A query, and what of its answer only those read who may. */
  const read = (
    capability: Capability,
    label: string,
    text: string,
    variables: Record<string, unknown>,
    seen: (answer: Answer, who: Someone) => unknown,
    facts: Facts = {},
  ): Probe =>
    probe(
      capability,
      label,
      async (who) => {
        const answer = await who.ask(text, variables);
        if (answer.errors.length > 0 && who.viewer !== 'api-key')
          throw new Error(JSON.stringify(answer.errors));
        let value: unknown;
        try {
          value = answer.data && seen(answer, who);
        } catch {
          value = null;
        }
        return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== 0;
      },
      facts,
    );

  const {
    day,
    engagementOf,
    waveOf,
    personOf,
    userOf,
    account,
    terms,
    finding,
    agreementOf,
    assessmentOf,
    notice,
    releaseOf,
    reportOf,
  } = thingsOf(world);
  const file = (path: string) => async (who: Someone) => {
    const status = await who.get(path);
    if (![200, 404, 401].includes(status)) throw new Error(String(status));
    return status === 200;
  };
  const profile = (n: number, label: string, releasedTo: readonly Viewer[], self?: 'too') =>
    read(
      'individual-profile',
      `profile ${label}`,
      'query ($id: ID!) { profile(assessmentId: $id) { answered } }',
      { id: assessment(1, n) },
      (data) => data.at('profile'),
      { releasedTo, ...(self && { self }) },
    );
  const wave = { id: WAVE };
  /** Nobody released a profile of the second wave, so that nobody's absence shows in its figures. */
  const figures = { w: SECOND_WAVE, t: MARKETING, u: SALES };
  const doc = JSON.parse(JSON.stringify(bfi25)) as { version: string };
  let version = 100;

  return [
    read(
      'change-tenant-settings',
      'signInSettings',
      '{ signInSettings { redirectUri } }',
      {},
      (d) => d.at('signInSettings'),
      { ofTheFirm: true },
    ),
    act('change-tenant-settings', 'requireSecondFactor', () => ({ required: false }), undefined, {
      ofTheFirm: true,
    }),
    act('change-tenant-settings', 'removeIdentityProvider', () => ({}), undefined, { ofTheFirm: true }),

    read('manage-users', 'users', '{ users { totalCount } }', {}, (d) => d.at('users.totalCount'), {
      ofTheFirm: true,
    }),
    act('manage-users', 'addUser', account(null, 'COACH'), undefined, { ofTheFirm: true }),
    act(
      'manage-users',
      'changeUserRoles',
      (userId: string) => ({ input: { userId, roles: ['CONSULTANT'] } }),
      userOf('coach'),
    ),
    act('manage-users', 'inviteUser', (userId: string) => ({ userId }), userOf('coach')),
    act('manage-users', 'resetSecondFactor', (userId: string) => ({ userId }), userOf('coach')),
    act('manage-users', 'removeUser', (userId: string) => ({ userId }), userOf('coach')),
    act('manage-client-users', 'addUser', account(CLIENT, 'CLIENT_VIEWER')),
    act(
      'manage-client-users',
      'changeUserRoles',
      (userId: string) => ({ input: { userId, roles: ['CLIENT_ADMIN'] } }),
      userOf('client-viewer'),
    ),
    act('manage-client-users', 'inviteUser', (userId: string) => ({ userId }), userOf('client-viewer')),
    act(
      'manage-client-users',
      'resetSecondFactor',
      (userId: string) => ({ userId }),
      userOf('client-viewer'),
    ),
    act('manage-client-users', 'removeUser', (userId: string) => ({ userId }), userOf('client-viewer')),

    act(
      'manage-structure',
      'registerClientOrganisation',
      () => ({ input: { name: `Organisation ${randomUUID()}` } }),
      undefined,
      { ofTheFirm: true },
    ),
    act(
      'manage-structure',
      'openEngagement',
      () => ({ input: { clientOrganisationId: CLIENT, title: 'T', goal: 'G', locale: 'de' } }),
      undefined,
      { noEngagement: true },
    ),
    act(
      'manage-structure',
      'recordLegalGround',
      (engagementId: string) => ({
        input: {
          engagementId,
          controller: 'JOINT',
          legalBasis: 'Consent',
          worksCouncil: 'NONE',
          retentionMonths: 12,
        },
      }),
      engagementOf(),
    ),
    act(
      'manage-structure',
      'assignStaff',
      (engagementId: string) => ({ input: { engagementId, userId: POOLED, as: 'CONSULTANT' } }),
      engagementOf(),
    ),
    act(
      'manage-structure',
      'releaseStaff',
      (engagementId: string) => ({ input: { engagementId, userId: POOLED, as: 'CONSULTANT' } }),
      engagementOf({ type: 'AssignStaff', userId: POOLED, as: 'consultant', until: '2020-12-31' }),
    ),
    act(
      'manage-structure',
      'enterTeam',
      (engagementId: string) => ({
        input: { engagementId, name: `Team ${randomUUID()}`, function: 'sales', goals: '', indicators: '' },
      }),
      engagementOf(),
    ),
    act('manage-structure', 'closeEngagement', (engagementId: string) => ({ engagementId }), engagementOf()),
    act(
      'manage-structure',
      'addTeamMember',
      (personId: string) => ({ input: { teamId: SALES, personId, validFrom: day } }),
      personOf,
    ),
    act(
      'manage-structure',
      'removeTeamMember',
      (personId: string) => ({ input: { teamId: MARKETING, personId, validTo: day } }),
      personOf,
    ),
    act(
      'manage-structure',
      'openWave',
      (engagementId: string) => ({
        input: {
          engagementId,
          title: 'W',
          instrumentId: bfi25.id,
          instrumentVersion: bfi25.version,
          opensOn: day,
          closesOn: '2099-01-01',
          inviteMembers: false,
        },
      }),
      engagementOf(),
    ),
    act('manage-structure', 'closeWave', (waveId: string) => ({ waveId }), waveOf),

    act(
      'import-participants',
      'importParticipants',
      (waveId: string) => ({
        input: {
          waveId,
          csv: 'name;email;team\nNina Neu;nina.neu@acme.example;Marketing\n',
          dryRun: true,
          delimiter: 'AUTO',
          metric: 'RAW',
        },
      }),
      waveOf,
    ),
    act(
      'invite-participants',
      'inviteParticipant',
      ({ waveId, personId }: Record<string, string>) => ({ input: { waveId, personId, teamId: MARKETING } }),
      async () => ({ waveId: await waveOf(), personId: await personOf() }),
      { names: true },
    ),
    act('invite-participants', 'sendInvitations', (waveId: string) => ({ waveId }), waveOf),

    read(
      'participation-status',
      'wave.progress',
      'query ($id: ID!) { wave(id: $id) { progress { invited } } }',
      wave,
      (d) => d.at('wave.progress.invited'),
    ),
    read(
      'participation-status',
      'wave.participants',
      'query ($id: ID!) { wave(id: $id) { participants { nodes { status person { name } } } } }',
      wave,
      (d) => d.at('wave.participants.nodes'),
      { names: true },
    ),
    read(
      'participation-status',
      'myAssessment.status',
      'query ($id: ID!) { myAssessment(id: $id) { status } }',
      { id: assessment(1, 2) },
      (d) => d.at('myAssessment'),
      { names: true, self: 'only' },
    ),
    probe(
      'raw-answers',
      'myAssessment.answers',
      async (who) => {
        const agreed: AssessmentCommand = { type: 'AgreeToParticipate', ...notice };
        const one: AssessmentCommand = {
          type: 'RecordAnswers',
          answers: { [bfi25.items[0]!.id]: 3 },
          seconds: {},
        };
        const id = await thing('answers', assessmentOf('open', agreed, one));
        const answer = await who.ask('query ($id: ID!) { myAssessment(id: $id) { answers { value } } }', {
          id,
        });
        return ((answer.at('myAssessment.answers') ?? []) as unknown[]).length > 0;
      },
      { self: 'only' },
    ),

    profile(2, 'released to nobody', [], 'too'),
    profile(4, 'of another', ['coach', 'consultant', 'client-admin', 'client-viewer']),

    read(
      'team-aggregate',
      'teamPersonality',
      'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { motives { mean } } }',
      figures,
      (d) => d.at('teamPersonality'),
    ),
    read(
      'team-aggregate',
      'teamComparison',
      'query ($w: ID!, $t: ID!, $u: ID!) { teamComparison(waveId: $w, teamA: $t, teamB: $u) { nA } }',
      figures,
      (d) => d.at('teamComparison'),
    ),
    read(
      'team-aggregate',
      'teamTimeline',
      'query ($t: ID!) { teamTimeline(teamId: $t) { motives { mean } } }',
      figures,
      (d) => d.at('teamTimeline'),
    ),
    read(
      'named-team-map',
      'teamPersonality.members',
      'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { motives { members { name } } } }',
      { ...figures, w: WAVE },
      (d) =>
        (d.at('teamPersonality.motives') as { members: { name: string | null }[] }[]).flatMap(({ members }) =>
          members.filter(({ name }) => name !== null),
        ),
      { releasedTo: ['coach', 'consultant'] },
    ),

    act(
      'change-cuts',
      'raiseSmallestGroup',
      (engagementId: string) => ({ input: { engagementId, smallestGroup: 7 } }),
      engagementOf(),
    ),

    act('publish-release', 'publishRelease', () => ({
      input: { engagementId: ENGAGEMENT, waveId: WAVE, teamIds: [MARKETING, SALES] },
    })),
    act(
      'publish-release',
      'withdrawRelease',
      (releaseId: string) => ({ input: { releaseId, reason: 'wrong' } }),
      releaseOf,
    ),
    act('publish-release', 'releaseReport', (reportId: string) => ({ reportId }), reportOf(false)),
    act('publish-release', 'withdrawReport', (reportId: string) => ({ reportId }), reportOf(true)),

    act(
      'give-consent',
      'viewOwnResult',
      (assessmentId: string) => ({ assessmentId }),
      assessmentOf('answered'),
      { self: 'only' },
    ),
    act(
      'give-consent',
      'releaseProfile',
      (assessmentId: string) => ({ input: { assessmentId, recipient: 'COACH' } }),
      assessmentOf('viewed'),
      { self: 'only' },
    ),
    act(
      'give-consent',
      'revokeProfileRelease',
      (assessmentId: string) => ({ input: { assessmentId, recipient: 'COACH' } }),
      assessmentOf('viewed', {
        type: 'ReleaseProfile',
        recipient: { kind: 'coach', userId: null },
        ...notice,
        expiresAt: null,
        now: new Date().toISOString(),
      }),
      { self: 'only' },
    ),
    act(
      'give-consent',
      'excludeFromAggregates',
      (assessmentId: string) => ({ assessmentId }),
      assessmentOf('answered'),
      { self: 'only' },
    ),
    act(
      'give-consent',
      'withdrawAssessment',
      (assessmentId: string) => ({ assessmentId }),
      assessmentOf('open'),
      { self: 'only' },
    ),

    act('export-individual-data', 'requestMyExport', () => ({}), undefined, {
      ofTheFirm: true,
      self: 'only',
    }),
    act('request-erasure', 'requestErasure', (personId: string) => ({ personId }), personOf, { names: true }),
    act(
      'execute-erasure',
      'confirmErasure',
      (personId: string) => ({ personId }),
      async () => {
        const personId = await personOf();
        const command = {
          type: 'RequestErasure' as const,
          by: USERS.consultant,
          now: new Date().toISOString(),
        };
        await send({ category: 'Person', id: personId as never, command });
        return personId;
      },
    ),

    read(
      'read-audit-log',
      'auditLog of others',
      '{ auditLog(first: 100, action: "sign-in.") { nodes { actorId } } }',
      {},
      (d, { userId }) =>
        (d.at('auditLog.nodes') as { actorId: string | null }[]).filter(
          ({ actorId }) => actorId !== userId && STAFF.some((id) => id === actorId),
        ),
      { ofOthers: true },
    ),
    probe(
      'read-audit-log',
      'auditLog of their own',
      async (who) => {
        const answer = await who.ask('{ auditLog(first: 100, action: "sign-in.") { nodes { actorId } } }');
        const nodes = (answer.at('auditLog.nodes') ?? []) as { actorId: string | null }[];
        return nodes.some(({ actorId }) => who.userId !== null && actorId === who.userId);
      },
      { ofTheFirm: true },
    ),
    read(
      'read-audit-log',
      'myAccessReceipts',
      '{ myAccessReceipts { nodes { object } } }',
      {},
      (d) =>
        (d.at('myAccessReceipts.nodes') as { object: string }[]).filter(
          ({ object }) => object === `Assessment/${assessment(1, 2)}`,
        ),
      { self: 'only' },
    ),

    read('manage-api-keys', 'apiKeys', '{ apiKeys { id } }', {}, (d) => d.at('apiKeys'), { ofTheFirm: true }),
    act(
      'manage-api-keys',
      'createApiKey',
      () => ({
        input: {
          name: 'Key',
          scopes: ['SEE_STRUCTURE'],
          expiresOn: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10),
        },
      }),
      undefined,
      { ofTheFirm: true },
    ),
    act(
      'manage-api-keys',
      'revokeApiKey',
      (keyId: string) => ({ keyId }),
      async () => {
        const key = { id: randomUUID(), name: 'K', scopes: ['see-structure' as const], clientId: null };
        const expiresAt = new Date(Date.now() + 60_000).toISOString();
        return (await createApiKey(world.pool, NORTH, { ...key, expiresAt }, 'system:test'))!.id;
      },
    ),

    read(
      'see-structure',
      'clientOrganisation',
      'query ($id: ID!) { clientOrganisation(id: $id) { name teams { nodes { name } } } }',
      { id: CLIENT },
      (d) => d.at('clientOrganisation'),
    ),
    read(
      'see-structure',
      'engagement',
      'query ($id: ID!) { engagement(id: $id) { title } }',
      { id: ENGAGEMENT },
      (d) => d.at('engagement'),
    ),
    read('see-structure', 'engagements', '{ engagements(first: 100) { nodes { id } } }', {}, (d) =>
      (d.at('engagements.nodes') as { id: string }[]).filter(({ id }) => id === ENGAGEMENT),
    ),
    read('see-structure', 'team', 'query ($id: ID!) { team(id: $id) { name } }', { id: MARKETING }, (d) =>
      d.at('team'),
    ),
    read('see-structure', 'wave', 'query ($id: ID!) { wave(id: $id) { title } }', wave, (d) => d.at('wave')),

    probe('see-agreements', 'agreement', async (who) => {
      const id = await thing('an agreement', agreementOf());
      const answer = await who.ask('query ($id: ID!) { agreement(id: $id) { text } }', { id });
      return answer.data !== null && answer.at('agreement') !== null;
    }),
    read(
      'see-agreements',
      'engagement.agreements',
      'query ($id: ID!) { engagement(id: $id) { agreements { nodes { text } } } }',
      { id: ENGAGEMENT },
      (d) => d.at('engagement.agreements.nodes'),
    ),
    act('edit-agreements', 'proposeAgreement', () => ({
      input: { engagementId: ENGAGEMENT, finding, terms },
    })),
    act(
      'edit-agreements',
      'editAgreement',
      (agreementId: string) => ({ input: { agreementId, terms: { ...terms, text: 'Each Friday' } } }),
      agreementOf(),
    ),
    act(
      'edit-agreements',
      'acceptAgreement',
      (agreementId: string) => ({ agreementId, on: day }),
      agreementOf(),
    ),
    act(
      'edit-agreements',
      'recordCheckIn',
      (agreementId: string) => ({ input: { agreementId, state: 'ON_TRACK', note: '', on: day } }),
      agreementOf({ type: 'AcceptAgreement', on: day }),
    ),
    act(
      'edit-agreements',
      'reviewAgreement',
      (agreementId: string) => ({ input: { agreementId, outcome: 'KEPT', note: '', on: day } }),
      agreementOf({ type: 'AcceptAgreement', on: day }),
    ),
    act(
      'edit-agreements',
      'reviseAgreement',
      (agreementId: string) => ({ input: { agreementId, terms } }),
      agreementOf(
        { type: 'AcceptAgreement', on: day },
        { type: 'ReviewAgreement', outcome: 'kept', note: '', on: day },
      ),
    ),
    act(
      'edit-agreements',
      'dropAgreement',
      (agreementId: string) => ({ agreementId, reason: 'over' }),
      agreementOf(),
    ),

    act('request-report', 'requestReport', () => ({
      input: {
        engagementId: ENGAGEMENT,
        waveId: WAVE,
        teamIds: [MARKETING],
        audience: 'CLIENT',
        locale: 'de',
      },
    })),
    read(
      'see-coach-report',
      'report',
      'query ($id: ID!) { report(id: $id) { status } }',
      { id: COACH_REPORT },
      (d) => d.at('report'),
    ),
    probe('export-evidence', 'file', file(`/api/engagements/${ENGAGEMENT}/evidence`)),
    probe('see-coach-report', 'file', file(`/api/reports/${COACH_REPORT}/pdf`)),
    read(
      'see-client-report',
      'report',
      'query ($id: ID!) { report(id: $id) { status } }',
      { id: CLIENT_REPORT },
      (d) => d.at('report'),
    ),
    probe('see-client-report', 'file', file(`/api/reports/${CLIENT_REPORT}/pdf`)),
    probe(
      'see-client-report',
      'report that is not released',
      async (who) => {
        const id = await thing('an unreleased report', reportOf(false));
        const answer = await who.ask('query ($id: ID!) { report(id: $id) { status } }', { id });
        return answer.data !== null && answer.at('report') !== null;
      },
      { unreleasedReport: true },
    ),

    read(
      'see-instruments',
      'instruments',
      '{ instruments { nodes { id } } }',
      {},
      (d) => d.at('instruments.nodes'),
      { ofTheFirm: true },
    ),
    read(
      'see-instruments',
      'instrument',
      'query ($id: String!, $v: String!) { instrument(id: $id, version: $v) { items { id } } }',
      { id: bfi25.id, v: bfi25.version },
      (d) => d.at('instrument'),
      { ofTheFirm: true },
    ),
    read(
      'see-instruments',
      'normGroups',
      'query ($id: String!, $v: String!) { normGroups(instrumentId: $id, instrumentVersion: $v) { id } }',
      { id: bfi25.id, v: bfi25.version },
      (d) => d.at('normGroups'),
      { ofTheFirm: true },
    ),
    act(
      'manage-instruments',
      'publishInstrument',
      () => ({ input: { document: JSON.stringify({ ...doc, version: `${version++}.0.0` }) } }),
      undefined,
      { ofTheFirm: true },
    ),
    act(
      'manage-instruments',
      'publishNormGroup',
      () => ({ input: { document: JSON.stringify({ ...bfi25Norm, version: `${version++}.0.0` }) } }),
      undefined,
      { ofTheFirm: true },
    ),

    // Last: whoever may is not there afterwards.
    act('request-erasure', 'requestMyErasure', () => ({}), undefined, { ofTheFirm: true, self: 'only' }),
  ];
}

/** What is there before the first probe: a profile released to everybody who can be named, figures released, files. */
export async function prepare(world: World, people: readonly Someone[]): Promise<void> {
  const now = '2026-03-01T09:00:00.000Z';
  const named = [
    ...(['coach', 'consultant'] as const).map((kind) => ({ kind, userId: null })),
    ...[USERS.clientAdmin, USERS.clientViewer, OBSERVER].map((userId) => ({
      kind: 'client' as const,
      userId,
    })),
  ];
  const commands: AssessmentCommand[] = [
    { type: 'ViewOwnResult', now },
    ...named.map((recipient): AssessmentCommand => ({
      ...{ type: 'ReleaseProfile', recipient, noticeVersion: '1', noticeHash: `sha256:${'a'.repeat(64)}` },
      ...{ locale: 'de', expiresAt: null, now },
    })),
  ];
  await world.send(
    NORTH,
    addUser(POOLED, 'consultant', null),
    ...commands.map((command): AddressedCommand => ({
      category: 'Assessment',
      id: assessment(1, 4),
      command,
    })),
  );
  for (const id of [COACH_REPORT, CLIENT_REPORT]) {
    await storeReportFiles(world.pool, NORTH, id, [
      { format: 'pdf', sha256: 'ab'.repeat(32), content: Buffer.from('%PDF') },
    ]);
    await storeReportContents(world.pool, NORTH, id, { cells: [], contentHash: null, individuals: [] });
  }
  const admin = people.find(({ viewer, place }) => viewer === 'firm-admin' && place === 'own')!;
  const { text } = operations.find(({ name }) => name === 'publishRelease')!;
  for (const waveId of [SECOND_WAVE])
    await admin.ask(text, { input: { engagementId: ENGAGEMENT, waveId, teamIds: [MARKETING, SALES] } });
  await admin.ask('query ($id: ID!) { profile(assessmentId: $id) { answered } }', { id: assessment(1, 2) });
}
