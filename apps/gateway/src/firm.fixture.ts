import { bfi25, bfi25Norm } from '@rapport/content';
import type {
  AddressedCommand,
  AssessmentId,
  ClientId,
  EngagementId,
  PersonId,
  Recipient,
  ReportId,
  Role,
  TeamId,
  TenantId,
  UserId,
  WaveId,
} from '@rapport/domain';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';

/** The same ids in every firm: whatever answers from the wrong one gives itself away. */
const id = <I extends string>(kind: string, n: number) =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}` as I;

export const USERS = {
  admin: id<UserId>('a', 1),
  consultant: id<UserId>('a', 2),
  coach: id<UserId>('a', 3),
  /** A consultant who is assigned to nothing. */
  stranger: id<UserId>('a', 4),
  clientAdmin: id<UserId>('a', 5),
  clientViewer: id<UserId>('a', 6),
  /** Of the other client organisation. */
  otherClient: id<UserId>('a', 7),
};
export const CLIENT = id<ClientId>('b', 1);
export const OTHER_CLIENT = id<ClientId>('b', 2);
export const ENGAGEMENT = id<EngagementId>('c', 1);
export const OTHER_ENGAGEMENT = id<EngagementId>('c', 2);
export const MARKETING = id<TeamId>('d', 1);
export const SALES = id<TeamId>('d', 2);
/** Three members only. */
export const TRIO = id<TeamId>('d', 3);
export const WAVE = id<WaveId>('e', 1);
export const SECOND_WAVE = id<WaveId>('e', 2);
export const CLIENT_REPORT = id<ReportId>('9', 1);
export const COACH_REPORT = id<ReportId>('9', 2);
/** Nothing has this id. */
export const NOTHING = id<string>('0', 99);

export const person = (n: number) => id<PersonId>('f', n);
export const assessment = (wave: 1 | 2, n: number) => id<AssessmentId>('8', wave * 1000 + n);

/** Person 1 to 6 in marketing, 7 to 11 in sales, 12 to 14 in the trio; 15 is invited and has not answered. */
export const TEAM_OF = (n: number): TeamId => (n <= 6 || n === 15 ? MARKETING : n <= 11 ? SALES : TRIO);

const INSTRUMENT = { id: bfi25.id, version: bfi25.version };
const NORM = { id: bfi25Norm.id, version: bfi25Norm.version };

const user = (tenant: TenantId, userId: UserId, name: string, role: Role, clientId: ClientId | null) =>
  ({
    category: 'Firm',
    id: tenant,
    command: {
      type: 'AddUser',
      userId,
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@firm.example`,
      roles: [role],
      clientId,
    },
  }) satisfies AddressedCommand;

/** A whole firm: two organisations, an engagement with three teams and two waves, and one of the other organisation. */
export function firmCommands(tenant: TenantId, slug: string): readonly AddressedCommand[] {
  return [
    {
      category: 'Firm',
      id: tenant,
      command: { type: 'FoundFirm', name: `Firm ${slug}`, slug, locale: 'de' },
    },
    user(tenant, USERS.admin, 'Anna Admin', 'firm-admin', null),
    user(tenant, USERS.consultant, 'Carl Consultant', 'consultant', null),
    user(tenant, USERS.coach, 'Clara Coach', 'coach', null),
    user(tenant, USERS.stranger, 'Stan Stranger', 'consultant', null),
    user(tenant, USERS.clientAdmin, 'Cleo Client', 'client-admin', CLIENT),
    user(tenant, USERS.clientViewer, 'Vera Viewer', 'client-viewer', CLIENT),
    user(tenant, USERS.otherClient, 'Otto Other', 'client-admin', OTHER_CLIENT),
    client(CLIENT, 'Acme'),
    client(OTHER_CLIENT, 'Other GmbH'),
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
    ...engagement(ENGAGEMENT, CLIENT, 'Marketing and sales'),
    ...engagement(OTHER_ENGAGEMENT, OTHER_CLIENT, 'Elsewhere'),
    inEngagement({ type: 'AssignStaff', userId: USERS.consultant, as: 'consultant', until: null }),
    inEngagement({ type: 'AssignStaff', userId: USERS.coach, as: 'coach', until: null }),
    ...team(MARKETING, 'Marketing'),
    ...team(SALES, 'Sales'),
    ...team(TRIO, 'Trio'),
    ...Array.from({ length: 15 }, (_, i) => i + 1).flatMap(member),
    ...wave(WAVE, 'First wave', 1),
    ...Array.from({ length: 14 }, (_, i) => i + 1).flatMap((n) => answered(1, n)),
    ...invited(1, 15),
    ...wave(SECOND_WAVE, 'Second wave', 2),
    ...Array.from({ length: 11 }, (_, i) => i + 1).flatMap((n) => answered(2, n)),
    // In marketing: one to the consultant. In the trio everyone to the consultant, one to the coach.
    ...release(1, 1, 'consultant'),
    ...release(1, 12, 'coach'),
    ...release(1, 12, 'consultant'),
    ...release(1, 13, 'consultant'),
    ...release(1, 14, 'consultant'),
    ...reports,
  ];
}

const client = (clientId: ClientId, name: string): AddressedCommand => ({
  category: 'ClientOrganisation',
  id: clientId,
  command: { type: 'RegisterClientOrganisation', name },
});

const engagement = (engagementId: EngagementId, clientId: ClientId, title: string): AddressedCommand[] => [
  {
    category: 'Engagement',
    id: engagementId,
    command: {
      type: 'OpenEngagement',
      clientId,
      title,
      goal: 'Work well together',
      locale: 'de',
      invented: true,
    },
  },
  {
    category: 'Engagement',
    id: engagementId,
    command: {
      type: 'RecordLegalGround',
      controller: 'joint',
      legalBasis: 'Consent',
      worksCouncil: { kind: 'agreed', reference: 'BV 7/2026' },
      retentionMonths: 24,
    },
  },
];

const inEngagement = (
  command: Extract<AddressedCommand, { category: 'Engagement' }>['command'],
): AddressedCommand => ({ category: 'Engagement', id: ENGAGEMENT, command });

const team = (teamId: TeamId, name: string): AddressedCommand[] => [
  {
    category: 'Team',
    id: teamId,
    command: { type: 'FormTeam', clientId: CLIENT, name, function: name.toLowerCase() },
  },
  inEngagement({ type: 'EnterTeam', teamId, goals: `Goals of ${name}`, indicators: 'Orders' }),
];

const member = (n: number): AddressedCommand[] => [
  {
    category: 'Person',
    id: person(n),
    command: {
      type: 'RegisterPerson',
      clientId: CLIENT,
      name: `Person ${String(n).padStart(2, '0')}`,
      email: `person${n}@acme.example`,
      locale: 'de',
    },
  },
  {
    category: 'Team',
    id: TEAM_OF(n),
    command: { type: 'AddTeamMember', personId: person(n), validFrom: '2026-01-01' },
  },
];

const wave = (waveId: WaveId, title: string, month: number): AddressedCommand[] => [
  {
    category: 'Wave',
    id: waveId,
    command: {
      type: 'OpenWave',
      engagementId: ENGAGEMENT,
      title,
      instrument: INSTRUMENT,
      norm: NORM,
      bandRule: DEFAULT_BAND_RULE,
      opensOn: `2026-0${month}-01`,
      closesOn: `2026-0${month}-28`,
      legalGroundRecorded: true,
    },
  },
];

function invited(number: 1 | 2, n: number): AddressedCommand[] {
  const waveId = number === 1 ? WAVE : SECOND_WAVE;
  const who = { personId: person(n), teamId: TEAM_OF(n) };
  const assessmentId = assessment(number, n);
  return [
    { category: 'Wave', id: waveId, command: { type: 'InviteParticipant', ...who, assessmentId } },
    {
      category: 'Assessment',
      id: assessmentId,
      command: {
        type: 'OpenAssessment',
        waveId,
        engagementId: ENGAGEMENT,
        ...who,
        instrument: INSTRUMENT,
        norm: NORM,
        bandRule: DEFAULT_BAND_RULE,
        items: bfi25.items.map((item) => item.id),
        range: { min: bfi25.response.min, max: bfi25.response.max },
      },
    },
  ];
}

/** Answers that differ between persons, teams and waves, and hold something of each side. */
const answered = (number: 1 | 2, n: number): AddressedCommand[] => [
  ...invited(number, n),
  ...answers(number, n),
];

export const answers = (number: 1 | 2, n: number): AddressedCommand[] => [
  {
    category: 'Assessment',
    id: assessment(number, n),
    command: {
      type: 'ImportMeasurement',
      now: `2026-0${number}-10T09:00:00.000Z`,
      measurement: {
        kind: 'answers',
        seconds: {},
        answers: Object.fromEntries(
          bfi25.items.map((item, i) => [item.id, 1 + ((n * (i + 3) + number * i + (n > 6 ? 2 : 0)) % 6)]),
        ),
      },
    },
  },
];

/** The person looks at the own result and releases it. */
export const release = (number: 1 | 2, n: number, kind: Recipient['kind']): AddressedCommand[] => {
  const now = `2026-0${number}-11T09:00:00.000Z`;
  const [category, id] = ['Assessment', assessment(number, n)] as const;
  return [
    { category, id, command: { type: 'ViewOwnResult', now } },
    {
      category,
      id,
      command: {
        type: 'ReleaseProfile',
        recipient: { kind, userId: null },
        noticeVersion: '1.0.0',
        noticeHash: `sha256:${'ab'.repeat(32)}`,
        locale: 'de',
        expiresAt: null,
        now,
      },
    },
  ];
};

const report = (reportId: ReportId, audience: 'client' | 'coach'): AddressedCommand[] => [
  {
    category: 'Report',
    id: reportId,
    command: {
      type: 'RequestReport',
      engagementId: ENGAGEMENT,
      clientId: CLIENT,
      waveId: WAVE,
      comparedWithWaveId: null,
      teamIds: [MARKETING, SALES],
      audience,
      locale: 'de',
      dated: '2026-03-01',
    },
  },
  {
    category: 'Report',
    id: reportId,
    command: {
      type: 'IssueReport',
      files: [{ format: 'pdf', sha256: 'ab'.repeat(32), bytes: 4 }],
      logPosition: '1',
      pages: 12,
    },
  },
];

const reports: readonly AddressedCommand[] = [
  ...report(CLIENT_REPORT, 'client'),
  ...report(COACH_REPORT, 'coach'),
  { category: 'Report', id: CLIENT_REPORT, command: { type: 'ReleaseReport' } },
];
