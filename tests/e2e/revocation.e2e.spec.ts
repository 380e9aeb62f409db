import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bfi25, bfi25Norm } from '@rapport/content';
import type { AddressedCommand, AssessmentCommand, TenantId } from '@rapport/domain';
import { sendCommands } from '@rapport/platform';
import { createPool } from '@rapport/platform/database';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';
import { inTenant, openSession, projections, reachedPosition, setPassword } from '@rapport/read-models';
import type pg from 'pg';
import { WebSocket } from 'ws';
import { ApiClient } from './api-client.js';
import { foundFirm, PASSWORD, people, startFourProcesses, type FourProcesses } from './four-processes.js';
import { eventually } from './service-process.js';

const START_MS = 240_000;
const MOST_MS = 2000;
const ROUNDS = 12;
const id = <I extends string>() => randomUUID() as string as I;
const made = {
  ...{ client: id<never>(), engagement: id<never>(), team: id<never>(), wave: id<never>() },
  ...{ coach: id<never>(), report: '' },
  people: Array.from({ length: 6 }, () => ({ person: id<never>(), assessment: id<never>() })),
};
const [first] = made.people;
const now = '2026-03-02T10:00:00.000Z';
const notice = { noticeVersion: '1', noticeHash: `sha256:${'a'.repeat(64)}`, locale: 'en' } as const;

/** A team of six who took part, each with the profile released to the coach. */
function story(tenant: TenantId): readonly AddressedCommand[] {
  const scoring = {
    instrument: { id: bfi25.id, version: bfi25.version },
    norm: { id: bfi25Norm.id, version: bfi25Norm.version },
    bandRule: DEFAULT_BAND_RULE,
  };
  const { client: clientId, engagement: engagementId, team: teamId, wave: waveId, coach } = made;
  const [category, of] = ['Engagement', engagementId] as const;
  return [
    {
      category: 'Firm',
      id: tenant,
      command: {
        ...{ type: 'AddUser', userId: coach, name: 'Tom Coach', email: 'tom@bridge.example' },
        ...{ roles: ['coach'], clientId: null },
      },
    },
    {
      category: 'ClientOrganisation',
      id: clientId,
      command: { type: 'RegisterClientOrganisation', name: 'N' },
    },
    {
      category: 'Instrument',
      id: bfi25.id,
      command: { type: 'PublishInstrument', document: structuredClone(bfi25) as never },
    },
    {
      category: 'Instrument',
      id: bfi25.id,
      command: { type: 'PublishNormGroup', norm: structuredClone(bfi25Norm) as never },
    },
    {
      category,
      id: of,
      command: { type: 'OpenEngagement', clientId, title: 'T', goal: 'G', locale: 'en', invented: false },
    },
    {
      category,
      id: of,
      command: {
        ...{ type: 'RecordLegalGround', controller: 'joint', legalBasis: 'Consent' },
        ...{ worksCouncil: { kind: 'none' }, retentionMonths: 24 },
      },
    },
    { category, id: of, command: { type: 'AssignStaff', userId: coach, as: 'coach', until: null } },
    {
      category: 'Team',
      id: teamId,
      command: { type: 'FormTeam', clientId, name: 'Sales', function: 'sales' },
    },
    { category, id: of, command: { type: 'EnterTeam', teamId, goals: '', indicators: '' } },
    {
      category: 'Wave',
      id: waveId,
      command: {
        ...{ type: 'OpenWave', engagementId, title: 'First', ...scoring },
        ...{ opensOn: '2026-03-01', closesOn: '2099-03-21', legalGroundRecorded: true },
      },
    },
    ...made.people.flatMap(({ person: personId, assessment }, n): AddressedCommand[] => [
      {
        category: 'Person',
        id: personId,
        command: { type: 'RegisterPerson', clientId, name: `Person ${n}`, email: null, locale: 'en' },
      },
      ...(
        [
          {
            ...{ type: 'OpenAssessment', waveId, engagementId, personId, teamId, ...scoring },
            items: bfi25.items.map((item) => item.id),
            range: { min: bfi25.response.min, max: bfi25.response.max },
          },
          {
            type: 'ImportMeasurement',
            now,
            measurement: {
              kind: 'answers',
              seconds: {},
              answers: Object.fromEntries(
                bfi25.items.map(({ id: item }, i) => [item, 1 + ((n + i * 5) % 6)]),
              ),
            },
          },
          { type: 'ViewOwnResult', now },
          release,
        ] satisfies AssessmentCommand[]
      ).map((command): AddressedCommand => ({ category: 'Assessment', id: assessment, command })),
    ]),
  ];
}
const release: AssessmentCommand = {
  ...{ type: 'ReleaseProfile', recipient: { kind: 'coach', userId: made.coach }, ...notice },
  ...{ expiresAt: null, now },
};

describe('a revocation, with every service in a process of its own', () => {
  let four: FourProcesses;
  let pool: pg.Pool;
  let tenant: TenantId;
  let coach: ApiClient;
  let administrator: ApiClient;
  let cookie: string;

  beforeAll(async () => {
    four = await startFourProcesses();
    ({ tenantId: tenant } = await foundFirm('north', four));
    pool = createPool(four.database.appUrl, { name: 'revocation', max: 2 });
    const outcome = await sendCommands(
      { assessmentUrl: four.assessment.url, secret: four.secret, service: 'test' },
      { tenantId: tenant, commandId: randomUUID(), now, commands: story(tenant) },
    );
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    await setPassword(pool, tenant, made.coach, 'tom@bridge.example', PASSWORD);
    cookie = `rapport=${await openSession(pool, tenant, { kind: 'participant', id: first!.person })}`;
    await eventually(
      'the story can be read',
      async () =>
        (await inTenant(pool, tenant, (client) => reachedPosition(client, projections))) >= outcome.position,
    );
    const signIn = (email: string) =>
      ApiClient.signIn(four.gateway.url, { firm: 'north', email, password: PASSWORD });
    coach = await signIn('tom@bridge.example');
    administrator = await signIn(people.administrator.email);
  }, START_MS);

  afterAll(async () => {
    await pool?.end();
    if (!four) return;
    const { gateway, assessment, profiling, reporting, database } = four;
    await Promise.all([gateway, assessment, profiling, reporting].map((service) => service.kill()));
    await database.drop();
  });

  const seesProfile = async () =>
    (
      await coach.ask<{ profile: object | null }>(
        'query ($id: ID!) { profile(assessmentId: $id) { answered } }',
        {
          variables: { id: first!.assessment },
        },
      )
    ).profile !== null;
  const isShared = async () =>
    (
      await coach.ask<{ profilesReleasedToMe: { personName: string }[] }>(
        '{ profilesReleasedToMe { personName } }',
      )
    ).profilesReleasedToMe.some(({ personName }) => personName === 'Person 0');
  const onTheMap = async () =>
    JSON.stringify(
      await coach.ask(
        'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { motives { members { name } } } }',
        {
          variables: { w: made.wave, t: made.team },
        },
      ),
    ).includes('Person 0');
  const fileOpens = async () => (await coach.download(`/api/reports/${made.report}/json`)).ok;
  const paths = { seesProfile, isShared, onTheMap, fileOpens };

  /** A mutation of the person, as the portal sends it. */
  const mine = async (name: 'releaseProfile' | 'revokeProfileRelease') => {
    const type = name === 'releaseProfile' ? 'ReleaseProfileInput' : 'RevokeProfileReleaseInput';
    const response = await fetch(`${four.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: four.gateway.url, cookie },
      body: JSON.stringify({
        query: `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { __typename ... on Refusal { message } } }`,
        variables: { input: { assessmentId: first!.assessment, recipient: 'COACH', userId: made.coach } },
      }),
    });
    const { data } = (await response.json()) as { data: { outcome: { __typename: string } } };
    expect(data.outcome).toEqual({ __typename: 'Recorded' });
  };

  it('finds everything open before it: profile, list, map, and a rendered report', async () => {
    const asked = await coach.record('requestReport', {
      ...{ engagementId: made.engagement, waveId: made.wave, teamIds: [made.team] },
      ...{ audience: 'COACH', locale: 'en' },
    });
    made.report = asked.id;
    await eventually('the report is made', fileOpens);
    for (const open of Object.values(paths)) expect(await open()).toBe(true);
  }, 120_000);

  it(`closes every path within ${MOST_MS} ms of its acknowledgement, and nothing opens again`, async () => {
    const slowest: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round++) {
      await mine('revokeProfileRelease');
      const acknowledged = performance.now();
      for (const [name, open] of Object.entries(paths)) {
        let tries = 0;
        while (await open()) {
          if (performance.now() - acknowledged > MOST_MS) throw new Error(`${name} is still open`);
          tries++;
        }
        const took = tries === 0 ? 0 : performance.now() - acknowledged;
        slowest[name] = Math.max(slowest[name] ?? 0, took);
      }
      for (const open of Object.values(paths)) expect(await open()).toBe(false);
      await mine('releaseProfile');
      await eventually('it is open again', async () => (await seesProfile()) && (await fileOpens()));
    }
    console.info(`revocation, slowest of ${ROUNDS} in ms: ${JSON.stringify(slowest)}`);
    expect(Math.max(...Object.values(slowest))).toBeLessThan(MOST_MS);
  }, 120_000);

  it('holds for a report that is being made meanwhile', async () => {
    const asked = await coach.record('requestReport', {
      ...{ engagementId: made.engagement, waveId: made.wave, teamIds: [made.team] },
      ...{ audience: 'COACH', locale: 'en' },
    });
    await mine('revokeProfileRelease');
    await eventually('the report is made', async () => {
      const { report } = await coach.ask<{ report: { status: string } | null }>(
        'query ($id: ID!) { report(id: $id) { status } }',
        { variables: { id: asked.id } },
      );
      return report?.status === 'ISSUED';
    });
    const file = await coach.download(`/api/reports/${asked.id}/json`);
    expect(file.ok && (await file.text()).includes('Person 0')).toBe(false);
    await mine('releaseProfile');
    await eventually('it is open again', seesProfile);
  }, 60_000);

  /** Counts of the wave, sent to the coach for as long as they may be. */
  const watching = async () => {
    const session = `rapport=${await openSession(pool, tenant, { kind: 'user', id: made.coach })}`;
    const socket = new WebSocket(
      `${four.gateway.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { cookie: session, origin: four.gateway.url },
      },
    );
    const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now())));
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('message', (data: Buffer) => {
        const { type } = JSON.parse(data.toString()) as { type: string };
        if (type === 'next') resolve();
        if (type !== 'connection_ack') return;
        const query = `subscription { waveProgress(waveId: "${made.wave}") { invited } }`;
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      });
    });
    return { closed };
  };

  it(`whoever is taken off the engagement sees nothing of it ${MOST_MS} ms later, on an open connection either`, async () => {
    const { closed } = await watching();
    const assignment = { engagementId: made.engagement, userId: made.coach, as: 'COACH' };
    for (const open of [seesProfile, isShared, onTheMap]) expect(await open()).toBe(true);
    await administrator.record('releaseStaff', assignment);
    const acknowledged = performance.now();
    const engagements = async () =>
      (await coach.ask<{ engagements: { totalCount: number } }>('{ engagements { totalCount } }')).engagements
        .totalCount > 0;
    for (const [name, open] of Object.entries({ ...paths, engagements }))
      while (await open())
        if (performance.now() - acknowledged > MOST_MS) throw new Error(`${name} is still open`);
    expect((await closed) - acknowledged).toBeLessThan(MOST_MS);
    await administrator.record('assignStaff', assignment);
    await eventually('it is open again', seesProfile);
  }, 60_000);
});
