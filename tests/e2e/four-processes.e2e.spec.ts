import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bfi25, bfi25Norm } from '@rapport/content';
import pg from 'pg';
import { ApiClient, mutationText, type Answer, type Outcome } from './api-client.js';
import { foundFirm, PASSWORD, people, startFourProcesses, type FourProcesses } from './four-processes.js';
import { eventually, redisIsThere, startRedis } from './service-process.js';

const START_MS = 180_000;
/** Longer than a job's lock lasts: what a killed worker held is taken over after that. */
const TAKEOVER_MS = 180_000;
const csv = readFileSync(new URL('../../libs/content/fixtures/bfi-60.csv', import.meta.url), 'utf8');

const IMPORT = `mutation ($input: ImportParticipantsInput!) { outcome: importParticipants(input: $input) {
  __typename
  ... on ImportReady { participants measurement teams { name participants exists } }
  ... on ImportDone { participants position }
  ... on Refusal { message }
  ... on ImportProblems { problems { row column reason } }
} }`;
const PROGRESS = `query ($id: ID!) { wave(id: $id) { progress { invited submitted } } }`;
const PERSONALITY = `query ($wave: ID!, $team: ID!) {
  teamPersonality(waveId: $wave, teamId: $team) { n invited motives { motive n } }
}`;
const COMPARISON = `query ($wave: ID!, $a: ID!, $b: ID!) {
  teamComparison(waveId: $wave, teamA: $a, teamB: $b) {
    nA nB motives { motive difference interval { low high } finding }
  }
}`;
const REPORT = `query ($id: ID!) { report(id: $id) {
  status progress pages failure files { format url sha256 bytes }
} }`;

interface ImportOutcome extends Outcome {
  readonly participants?: number;
  readonly measurement?: string;
  readonly teams?: readonly object[];
  readonly problems?: readonly { readonly row: number; readonly column: string | null }[];
}
interface Report {
  readonly status: string;
  readonly pages: number | null;
  readonly failure: string | null;
  readonly files: readonly { format: string; url: string; sha256: string; bytes: number }[];
}

if (!redisIsThere())
  it.skip('one engagement through four processes, jobs on Redis: install redis-server to run it', () =>
    undefined);

const queues = ['PostgreSQL', ...(redisIsThere() ? ['Redis'] : [])];
describe.each(queues)('one engagement through four processes, jobs on %s', (queue) => {
  let four: FourProcesses;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let owner: pg.Client;
  let north: { administrator: ApiClient; consultant: ApiClient };
  let south: { consultant: ApiClient };
  let tenantId: string;
  const made = { client: '', engagement: '', a: '', b: '', wave: '', report: '' };
  let position = '';

  const signIn = (firm: string, { email }: { email: string }) =>
    ApiClient.signIn(four.gateway.url, { firm, email, password: PASSWORD });
  const importing = async (text: string, dryRun: boolean) =>
    (
      await north.consultant.ask<{ outcome: ImportOutcome }>(IMPORT, {
        variables: { input: { waveId: made.wave, csv: text, dryRun } },
      })
    ).outcome;
  /** Facts of the first firm in the log, past everything that the product says about itself. */
  const factsOf = async (type: string): Promise<number> => {
    await owner.query('begin');
    await owner.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from log.events where tenant_id = $1 and type like $2 || '%'`,
      [tenantId, type],
    );
    await owner.query('commit');
    return rows[0]?.n ?? 0;
  };

  beforeAll(async () => {
    if (queue === 'Redis') redis = await startRedis();
    four = await startFourProcesses(redis?.url);
    owner = new pg.Client({ connectionString: four.database.ownerUrl });
    await owner.connect();
    ({ tenantId } = await foundFirm('north', four));
    await foundFirm('south', four);
    north = {
      administrator: await signIn('north', people.administrator),
      consultant: await signIn('north', people.consultant),
    };
    south = { consultant: await signIn('south', people.consultant) };
  }, START_MS);

  afterAll(async () => {
    await owner?.end();
    if (four) {
      const { gateway, assessment, profiling, reporting, database } = four;
      await Promise.all([gateway, assessment, profiling, reporting].map((service) => service.kill()));
      await database.drop();
    }
    await redis?.stop();
  });

  it('opens an engagement with two teams and its legal ground', async () => {
    const { administrator, consultant } = north;
    const client = await administrator.record('registerClientOrganisation', { name: 'Nordwerk' });
    const engagement = await administrator.record(
      'openEngagement',
      { clientOrganisationId: client.id, title: 'Two teams', goal: 'Work together', locale: 'en' },
      { after: client.position },
    );
    const { me } = await consultant.ask<{ me: { id: string } }>('{ me { id } }');
    const assigned = await administrator.record(
      'assignStaff',
      { engagementId: engagement.id, userId: me.id, as: 'CONSULTANT' },
      { after: engagement.position },
    );
    const ground = await consultant.record(
      'recordLegalGround',
      {
        engagementId: engagement.id,
        controller: 'JOINT',
        legalBasis: 'Consent (GDPR art. 6(1)(a))',
        worksCouncil: 'NONE',
        retentionMonths: 24,
      },
      { after: assigned.position },
    );
    const team = (name: string, after: string) =>
      consultant.record(
        'enterTeam',
        {
          engagementId: engagement.id,
          name,
          function: 'sales',
          goals: 'Reach the year',
          indicators: 'Orders received',
        },
        { after },
      );
    const a = await team('Team A', ground.position);
    const b = await team('Team B', a.position);
    Object.assign(made, { client: client.id, engagement: engagement.id });
    position = b.position;
    const found = await consultant.ask<{
      engagement: { teams: { team: { id: string; name: string } }[] };
    }>(`query ($id: ID!) { engagement(id: $id) { teams { team { id name } } } }`, {
      variables: { id: made.engagement },
      after: position,
    });
    const teams = found.engagement.teams.map((entered) => entered.team);
    expect(teams.map(({ name }) => name).sort()).toEqual(['Team A', 'Team B']);
    made.a = teams.find(({ name }) => name === 'Team A')!.id;
    made.b = teams.find(({ name }) => name === 'Team B')!.id;
  }, 60_000);

  it('publishes an instrument with its norm group and opens a wave on it', async () => {
    const instrument = await north.administrator.record('publishInstrument', {
      document: JSON.stringify(bfi25),
    });
    const norm = await north.administrator.record(
      'publishNormGroup',
      { document: JSON.stringify(bfi25Norm) },
      { after: instrument.position },
    );
    const wave = await north.consultant.record(
      'openWave',
      {
        engagementId: made.engagement,
        title: 'First wave',
        instrumentId: bfi25.id,
        instrumentVersion: bfi25.version,
        normId: bfi25Norm.id,
        normVersion: bfi25Norm.version,
        opensOn: '2026-03-02',
        closesOn: '2099-03-20',
      },
      { after: norm.position },
    );
    made.wave = wave.id;
    position = wave.position;
    await north.consultant.reached(position);
  }, 60_000);

  it('tries an import dry, and names every problem of a broken file by row and column', async () => {
    expect(await importing(csv, true)).toMatchObject({
      __typename: 'ImportReady',
      participants: 60,
      measurement: 'ANSWERS',
      teams: expect.arrayContaining([
        { name: 'Team A', participants: 30, exists: true },
        { name: 'Team B', participants: 30, exists: true },
      ]),
    });
    const lines = csv.split('\n');
    const change = (row: number, column: number, cell: string) => {
      const cells = lines[row - 1]!.split(';');
      cells[column] = cell;
      lines[row - 1] = cells.join(';');
    };
    change(3, 3, '9');
    change(5, 2, '');
    change(61, 27, 'often');
    const refused = await importing(lines.join('\n'), false);
    expect(refused.__typename).toBe('ImportProblems');
    expect(refused.problems?.map(({ row, column }) => [row, column])).toEqual([
      [3, 'a1'],
      [5, 'team'],
      [61, 'o5'],
    ]);
    expect(await factsOf('AssessmentOpened')).toBe(0);
    const { wave } = await north.consultant.ask<{ wave: { progress: object } }>(PROGRESS, {
      variables: { id: made.wave },
      after: position,
    });
    expect(wave.progress).toEqual({ invited: 0, submitted: 0 });
  }, 60_000);

  it('loses and doubles nothing that was written while the profiling process was dead', async () => {
    await four.profiling.kill();
    const done = await importing(csv, false);
    expect(done).toMatchObject({ __typename: 'ImportDone', participants: 60 });
    position = done.position!;
    const early = await north.consultant.answer(PROGRESS, { variables: { id: made.wave }, after: position });
    expect([early.status, early.errors?.[0]?.extensions?.code]).toEqual([503, 'NOT_YET']);

    await four.profiling.start();
    const { wave } = await eventually('the read models catch up', async () => {
      const answer = await north.consultant.answer<{ wave: { progress: object } }>(PROGRESS, {
        variables: { id: made.wave },
        after: position,
      });
      return answer.data;
    });
    expect(wave.progress).toEqual({ invited: 60, submitted: 60 });
    for (const team of [made.a, made.b]) {
      const { teamPersonality } = await north.consultant.ask<{
        teamPersonality: { n: number; invited: number; motives: { n: number }[] };
      }>(PERSONALITY, { variables: { wave: made.wave, team }, after: position });
      expect(teamPersonality).toMatchObject({ n: 30, invited: 30 });
      expect(teamPersonality.motives.map(({ n }) => n)).toEqual([30, 30, 30, 30, 30]);
    }
  }, 180_000);

  it('lays the two teams side by side on the five scales of the instrument', async () => {
    const { teamComparison } = await north.consultant.ask<{
      teamComparison: { nA: number; nB: number; motives: { motive: string; difference: number }[] };
    }>(COMPARISON, { variables: { wave: made.wave, a: made.a, b: made.b }, after: position });
    expect(teamComparison).toMatchObject({ nA: 30, nB: 30 });
    expect(teamComparison.motives.map(({ motive }) => motive).sort()).toEqual(
      bfi25.scales.map(({ id }) => id).sort(),
    );
    for (const { difference } of teamComparison.motives) expect(Math.abs(difference)).toBeLessThan(2);
  }, 60_000);

  it('says that it cannot take changes while the assessment process is dead, and takes them afterwards', async () => {
    await four.assessment.kill();
    const before = await factsOf('ClientOrganisationRegistered');
    const asking = { variables: { input: { name: 'Later' } }, idempotencyKey: randomUUID() };
    const text = mutationText('registerClientOrganisation');
    const down: Answer<{ outcome: Outcome }> = await north.administrator.answer(text, asking);
    expect(down.status).toBe(503);
    expect(down.errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAVAILABLE']);
    expect(JSON.stringify(down)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|stack/);

    await four.assessment.start();
    const first = await north.administrator.ask<{ outcome: Outcome }>(text, asking);
    const again = await north.administrator.ask<{ outcome: Outcome }>(text, asking);
    expect(first.outcome.__typename).toBe('Recorded');
    expect(again.outcome).toEqual(first.outcome);
    expect(await factsOf('ClientOrganisationRegistered')).toBe(before + 1);
  }, 120_000);

  it('issues a report once although the process that made it was killed on the way', async () => {
    // Storing waits for this lock, so that the process dies with the files made and not stored.
    await owner.query('begin');
    await owner.query('lock table files.report_files in share mode');
    const { id } = await north.consultant.record(
      'requestReport',
      {
        engagementId: made.engagement,
        waveId: made.wave,
        teamIds: [made.a, made.b],
        audience: 'COACH',
        locale: 'en',
      },
      { after: position },
    );
    made.report = id;
    await eventually('the report is about to be stored', async () => {
      const { rowCount } = await owner.query(
        `select 1 from pg_locks where relation = 'files.report_files'::regclass and not granted`,
      );
      return rowCount === 1;
    });
    await four.reporting.kill();
    await owner.query('rollback');
    expect(await factsOf('ReportIssued')).toBe(0);

    await four.reporting.start();
    const issued = await eventually(
      'the report is issued',
      async () => {
        const { report } = await north.consultant.ask<{ report: Report | null }>(REPORT, {
          variables: { id },
        });
        if (report?.status === 'FAILED') throw new Error(`the report failed: ${report.failure}`);
        return report?.status === 'ISSUED' && report;
      },
      TAKEOVER_MS,
    );
    expect(await factsOf('ReportIssued')).toBe(1);
    expect(issued.pages).toBeGreaterThan(3);

    const file = async (format: string) => {
      const listed = issued.files.find((each) => each.format === format)!;
      const response = await north.consultant.download(listed.url);
      expect(response.status).toBe(200);
      const content = Buffer.from(await response.arrayBuffer());
      expect(content.byteLength).toBe(listed.bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(listed.sha256);
      return content;
    };
    expect((await file('PDF')).subarray(0, 4).toString()).toBe('%PDF');
    expect((await file('XLSX')).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse((await file('JSON')).toString())).toEqual(expect.any(Object));
  }, 300_000);

  it('shows the other firm nothing: a foreign id answers exactly like an id that does not exist', async () => {
    const { consultant } = south;
    const asked = (text: string, variables: Readonly<Record<string, string>>) =>
      consultant.answer(text, { variables });
    const random = () => randomUUID();
    const queries: readonly [string, Record<string, string>][] = [
      [PROGRESS, { id: made.wave }],
      [REPORT, { id: made.report }],
      [PERSONALITY, { wave: made.wave, team: made.a }],
      [COMPARISON, { wave: made.wave, a: made.a, b: made.b }],
      ['query ($id: ID!) { engagement(id: $id) { title } }', { id: made.engagement }],
      ['query ($id: ID!) { clientOrganisation(id: $id) { name } }', { id: made.client }],
      ['query ($id: ID!) { team(id: $id) { name } }', { id: made.a }],
    ];
    for (const [text, foreign] of queries) {
      const missing = Object.fromEntries(Object.keys(foreign).map((name) => [name, random()]));
      const answer = await asked(text, foreign);
      expect(answer).toEqual(await asked(text, missing));
      expect(Object.values(answer.data ?? {})).toEqual([null]);
      const own = await north.consultant.ask<Record<string, unknown>>(text, { variables: foreign });
      expect(Object.values(own)[0]).not.toBeNull();
    }
    const input = {
      engagementId: made.engagement,
      controller: 'JOINT',
      legalBasis: 'None',
      worksCouncil: 'NONE',
      retentionMonths: 1,
    };
    expect(await consultant.mutate('recordLegalGround', input)).toEqual(
      await consultant.mutate('recordLegalGround', { ...input, engagementId: random() }),
    );
    const [foreign, missing] = await Promise.all(
      [made.report, random()].map((id) => consultant.download(`/api/reports/${id}/pdf`)),
    );
    expect([foreign?.status, await foreign?.text()]).toEqual([404, await missing?.text()]);
    const lists = await consultant.ask(
      '{ clientOrganisations { totalCount } engagements { totalCount } reports { totalCount } instruments { totalCount } }',
    );
    const none = { totalCount: 0 };
    expect(lists).toEqual({ clientOrganisations: none, engagements: none, reports: none, instruments: none });
  }, 60_000);

  it('serves metrics from each of the four, with what each counts itself', async () => {
    const { gateway, assessment, profiling, reporting } = four;
    for (const { name, url } of [gateway, assessment, profiling, reporting]) {
      const response = await fetch(`${url}/metrics`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`nodejs_eventloop_lag_seconds{service="${name}"}`);
    }
    const counted = await (await fetch(`${profiling.url}/metrics`)).text();
    expect(counted).toContain('# TYPE rapport_projected_events_total counter');
    const [, folded] =
      new RegExp(`rapport_projected_events_total{tenant="${tenantId}",service="profiling"} (\\d+)`).exec(
        counted,
      ) ?? [];
    expect(Number(folded)).toBeGreaterThan(100);
  }, 30_000);

  it('stops all four cleanly when told to', async () => {
    const { gateway, assessment, profiling, reporting } = four;
    const codes = await Promise.all([gateway, profiling, reporting, assessment].map((each) => each.stop()));
    expect(codes).toEqual([0, 0, 0, 0]);
  }, 60_000);
});
