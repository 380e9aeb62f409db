import { SMALLEST_GROUP, type AddressedCommand, type ReleasedCell, type TenantId } from '@rapport/domain';
import {
  compareTeams,
  scoreAssessment,
  type BandRule,
  type InstrumentDocument,
  type MemberProfile,
} from '@rapport/psychometrics';
import { agreements, type DemoAgreement } from './agreements.js';
import { answersOf, inventedNorm } from './answers.js';
import {
  client,
  emailOf,
  firm,
  joined,
  keepsToThemselves,
  left,
  staff,
  teams,
  unanswered,
  waves,
  type TeamKey,
} from './cast.js';
import { idFor } from './random.js';

/** Commands that happen together, at a moment of the story. */
export interface DemoStep {
  readonly commandId: string;
  readonly now: string;
  readonly commands: readonly AddressedCommand[];
}

export interface DemoContext {
  readonly tenant: TenantId;
  readonly instruments: readonly InstrumentDocument[];
  readonly notice: { readonly version: string; readonly hash: string };
}

type WaveKey = keyof typeof waves;
const rule: BandRule = { id: 'standard', version: '1.0.0', cut: 1 };
const teamKeys: readonly TeamKey[] = ['marketing', 'sales'];
const waveKeys: readonly WaveKey[] = ['first', 'second'];

/**
 * The story of the demo engagement as commands, the same at every call: loading it twice changes nothing.
 */
export function demoSteps({ tenant, instruments, notice }: DemoContext): readonly DemoStep[] {
  const id = <I extends string>(name: string) => idFor(tenant, name) as I;
  const [instrument] = instruments;
  if (!instrument) throw new RangeError('the demo needs an instrument');
  const norm = inventedNorm(instrument);
  const engagement = id<never>('engagement');
  const member = (name: string) => id<never>(`person/${name}`);
  const assessmentOf = (wave: WaveKey, name: string) => id<never>(`assessment/${wave}/${name}`);
  const step = (name: string, now: string, commands: readonly AddressedCommand[]): DemoStep => ({
    commandId: id(`step/${name}`),
    now,
    commands,
  });
  const membersIn = (wave: WaveKey, team: TeamKey): readonly string[] =>
    wave === 'first' || team !== left.team
      ? teams[team].members
      : [...teams[team].members.filter((name) => name !== left.name), joined.name];
  const context = (wave: WaveKey, team: TeamKey, name: string) => ({
    waveId: id<never>(`wave/${wave}`),
    engagementId: engagement,
    personId: member(name),
    teamId: id<never>(`team/${team}`),
    instrument: { id: instrument.id, version: instrument.version },
    norm: { id: norm.id, version: norm.version },
    bandRule: rule,
  });
  const register = (name: string): AddressedCommand => ({
    category: 'Person',
    id: member(name),
    command: { type: 'RegisterPerson', clientId: id('client'), name, email: emailOf(name), locale: 'de' },
  });
  const join = (team: TeamKey, name: string, validFrom: string): AddressedCommand => ({
    category: 'Team',
    id: id(`team/${team}`),
    command: { type: 'AddTeamMember', personId: member(name), validFrom },
  });

  const founding = step('founding', '2026-02-02T08:00:00.000Z', [
    { category: 'Firm', id: tenant, command: { type: 'FoundFirm', ...firm } },
    {
      category: 'ClientOrganisation',
      id: id('client'),
      command: { type: 'RegisterClientOrganisation', ...client },
    },
    ...staff.map((user): AddressedCommand => ({
      category: 'Firm',
      id: tenant,
      command: {
        type: 'AddUser',
        userId: id(`user/${user.key}`),
        name: user.name,
        email: user.email,
        roles: [...user.roles],
        clientId: user.client ? id('client') : null,
      },
    })),
    ...instruments.map((document): AddressedCommand => ({
      category: 'Instrument',
      id: document.id,
      command: { type: 'PublishInstrument', document: structuredClone(document) as never },
    })),
    {
      category: 'Instrument',
      id: instrument.id,
      command: { type: 'PublishNormGroup', norm: structuredClone(norm) as never },
    },
  ]);

  const opening = step('opening', '2026-02-16T09:00:00.000Z', [
    {
      category: 'Engagement',
      id: engagement,
      command: {
        type: 'OpenEngagement',
        clientId: id('client'),
        title: 'Marketing & Vertrieb',
        goal: 'Marketing und Vertrieb verstehen, was die andere Seite antreibt, und vereinbaren, wie sie zusammenarbeiten.',
        locale: 'de',
        invented: true,
      },
    },
    ...(['consultant', 'coach'] as const).map((as): AddressedCommand => ({
      category: 'Engagement',
      id: engagement,
      command: { type: 'AssignStaff', userId: id(`user/${as}`), as, until: null },
    })),
    {
      category: 'Engagement',
      id: engagement,
      command: {
        type: 'RecordLegalGround',
        controller: 'joint',
        legalBasis:
          'Einwilligung nach Art. 6 Abs. 1 lit. a und Art. 9 Abs. 2 lit. a DSGVO (erfundenes Beispiel)',
        worksCouncil: { kind: 'agreed', reference: 'Betriebsvereinbarung 2026/02 (erfundenes Beispiel)' },
        retentionMonths: 24,
      },
    },
    ...teamKeys.flatMap((team): AddressedCommand[] => [
      {
        category: 'Team',
        id: id(`team/${team}`),
        command: {
          type: 'FormTeam',
          clientId: id('client'),
          name: teams[team].name,
          function: teams[team].function,
        },
      },
      {
        category: 'Engagement',
        id: engagement,
        command: {
          type: 'EnterTeam',
          teamId: id(`team/${team}`),
          goals: teams[team].goals,
          indicators: teams[team].indicators,
        },
      },
      ...teams[team].members.flatMap((name) => [register(name), join(team, name, '2025-01-01')]),
    ]),
  ]);

  const change = step('change-of-members', '2026-07-15T07:30:00.000Z', [
    {
      category: 'Team',
      id: id(`team/${left.team}`),
      command: { type: 'RemoveTeamMember', personId: member(left.name), validTo: left.on },
    },
    register(joined.name),
    join(joined.team, joined.name, joined.on),
  ]);

  const wave = (key: WaveKey): DemoStep[] => {
    const { title, opensOn, closesOn } = waves[key];
    const participants = teamKeys.flatMap((team) => membersIn(key, team).map((name) => ({ team, name })));
    const opened = step(`wave/${key}`, `${opensOn}T07:00:00.000Z`, [
      {
        category: 'Wave',
        id: id(`wave/${key}`),
        command: {
          type: 'OpenWave',
          engagementId: engagement,
          title,
          instrument: { id: instrument.id, version: instrument.version },
          norm: { id: norm.id, version: norm.version },
          bandRule: rule,
          opensOn,
          closesOn,
          legalGroundRecorded: true,
        },
      },
      ...participants.flatMap(({ team, name }): AddressedCommand[] => [
        {
          category: 'Wave',
          id: id(`wave/${key}`),
          command: {
            type: 'InviteParticipant',
            personId: member(name),
            teamId: id(`team/${team}`),
            assessmentId: assessmentOf(key, name),
          },
        },
        {
          category: 'Assessment',
          id: assessmentOf(key, name),
          command: {
            type: 'OpenAssessment',
            ...context(key, team, name),
            items: instrument.items.map((item) => item.id),
            range: { min: instrument.response.min, max: instrument.response.max },
          },
        },
      ]),
    ]);
    const answered = participants
      .filter(({ name }) => key === 'first' || name !== unanswered)
      .map(({ team, name }, n) => {
        const now = new Date(Date.parse(`${opensOn}T08:00:00.000Z`) + n * 7 * 3600_000).toISOString();
        const assessment = (
          command: Extract<AddressedCommand, { category: 'Assessment' }>['command'],
        ): AddressedCommand => ({
          category: 'Assessment',
          id: assessmentOf(key, name),
          command,
        });
        const recipients = keepsToThemselves.includes(name) ? [] : (['coach', 'consultant'] as const);
        return step(`answers/${key}/${name}`, now, [
          assessment({
            type: 'AgreeToParticipate',
            noticeVersion: notice.version,
            noticeHash: notice.hash,
            locale: 'de',
          }),
          assessment({ type: 'RecordAnswers', ...answersOf(name, team, key, instrument, norm) }),
          assessment({ type: 'SubmitAssessment', now }),
          assessment({ type: 'ViewOwnResult', now }),
          ...recipients.map((kind) =>
            assessment({
              type: 'ReleaseProfile',
              recipient: { kind, userId: id(`user/${kind}`) },
              noticeVersion: notice.version,
              noticeHash: notice.hash,
              locale: 'de',
              expiresAt: null,
              now,
            }),
          ),
        ]);
      });
    const closed = step(`close/${key}`, `${closesOn}T18:00:00.000Z`, [
      { category: 'Wave', id: id(`wave/${key}`), command: { type: 'CloseWave' } },
    ]);
    return key === 'first' ? [opened, ...answered, closed] : [opened, ...answered];
  };

  /** The measured difference that an agreement answers, computed as it is shown. */
  const comparisons = Object.fromEntries(
    waveKeys.map((key) => {
      const profiles = (team: TeamKey): MemberProfile[] =>
        membersIn(key, team)
          .filter((name) => key === 'first' || name !== unanswered)
          // As the consultant reads it: one closed profile does not count.
          .filter((name) => !keepsToThemselves.includes(name))
          .map((name) => {
            const { answers, seconds } = answersOf(name, team, key, instrument, norm);
            const assessment = assessmentOf(key, name);
            const profile = scoreAssessment(answers, instrument, norm, rule, { assessment, seconds });
            return { member: member(name), assessment, profile };
          });
      return [key, compareTeams(profiles('marketing'), profiles('sales'))];
    }),
  );

  const agreed = agreements.flatMap((agreement) => agreementSteps(agreement));

  function agreementSteps(agreement: DemoAgreement): DemoStep[] {
    const found = comparisons[agreement.wave]?.motives.find((m) => m.motive === agreement.motive);
    const address = (
      command: Extract<AddressedCommand, { category: 'Agreement' }>['command'],
    ): AddressedCommand[] => [{ category: 'Agreement', id: id(`agreement/${agreement.key}`), command }];
    const at = (what: string, on: string, commands: AddressedCommand[]) =>
      step(`agreement/${agreement.key}/${what}`, `${on}T10:00:00.000Z`, commands);
    const proposed = at(
      'proposed',
      agreement.proposedOn,
      address({
        type: 'ProposeAgreement',
        engagementId: engagement,
        finding: {
          kind: 'team-comparison',
          waveId: id(`wave/${agreement.wave}`),
          motive: agreement.motive,
          teamA: id('team/marketing'),
          teamB: id('team/sales'),
          constellation: found?.constellation ?? null,
          evidence:
            typeof found?.difference === 'number'
              ? {
                  difference: found.difference,
                  low: found.interval?.low ?? null,
                  high: found.interval?.high ?? null,
                }
              : null,
        },
        text: agreement.text,
        owner: { kind: 'team', teamId: id(`team/${agreement.owner}`) },
        dueOn: agreement.dueOn,
        reviewOn: agreement.reviewOn,
      }),
    );
    const { acceptedOn, checkIns = [], review } = agreement;
    return [
      proposed,
      ...(acceptedOn
        ? [at('accepted', acceptedOn, address({ type: 'AcceptAgreement', on: acceptedOn }))]
        : []),
      ...checkIns.map((c, n) => at(`check-in/${n}`, c.on, address({ type: 'RecordCheckIn', ...c }))),
      ...(review ? [at('review', review.on, address({ type: 'ReviewAgreement', ...review }))] : []),
    ];
  }

  return [founding, opening, ...wave('first'), change, ...wave('second'), ...agreed].sort((a, b) =>
    a.now < b.now ? -1 : a.now > b.now ? 1 : 0,
  );
}

/** The reports that the demo has made at the end of its story. */
export function demoReports(tenant: TenantId): DemoStep[] {
  const id = <I extends string>(name: string) => idFor(tenant, name) as I;
  return (['coach', 'client'] as const).map((audience) => ({
    commandId: id(`step/report/${audience}`),
    now: '2026-10-12T09:00:00.000Z',
    commands: [
      {
        category: 'Report',
        id: id(`report/${audience}`),
        command: {
          type: 'RequestReport',
          engagementId: id('engagement'),
          clientId: id('client'),
          waveId: id('wave/second'),
          comparedWithWaveId: id('wave/first'),
          teamIds: [id('team/marketing'), id('team/sales')],
          audience,
          locale: 'de',
          dated: '2026-10-12',
        },
      },
    ],
  }));
}

/** The client gets its copy once it is made, entered in the ledger with everyone whose figures are in it. */
export const demoRelease = (
  tenant: TenantId,
  frozen: { readonly cells: readonly ReleasedCell[]; readonly contentHash: string },
): DemoStep => {
  const id = <I extends string>(name: string) => idFor(tenant, name) as I;
  const now = '2026-10-13T08:00:00.000Z';
  return {
    commandId: id('step/report/release'),
    now,
    commands: [
      {
        category: 'ReleaseLedger',
        id: id('client'),
        command: {
          type: 'PublishRelease',
          releaseId: id('report/client'),
          engagementId: id('engagement'),
          waveId: id('wave/second'),
          k: SMALLEST_GROUP,
          ...frozen,
          now,
        },
      },
      { category: 'Report', id: id('report/client'), command: { type: 'ReleaseReport' } },
    ],
  };
};
