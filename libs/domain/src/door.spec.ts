import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { addressedCommandSchema, type AddressedCommand, type DomainCommand } from './catalogue.js';
import type { agreementCommandSchema } from './agreement/agreement.codec.js';
import type { assessmentCommandSchema } from './assessment/assessment.codec.js';
import type { clientOrganisationCommandSchema } from './client-organisation/client-organisation.codec.js';
import type { engagementCommandSchema } from './engagement/engagement.codec.js';
import type { firmCommandSchema } from './firm/firm.codec.js';
import type { instrumentCommandSchema } from './instrument/instrument.codec.js';
import type { personCommandSchema } from './person/person.codec.js';
import type { releaseLedgerCommandSchema } from './release-ledger/release-ledger.codec.js';
import type { reportCommandSchema } from './report/report.codec.js';
import type { teamCommandSchema } from './team/team.codec.js';
import type { waveCommandSchema } from './wave/wave.codec.js';

type Accepted = z.infer<
  | typeof firmCommandSchema
  | typeof clientOrganisationCommandSchema
  | typeof engagementCommandSchema
  | typeof teamCommandSchema
  | typeof personCommandSchema
  | typeof instrumentCommandSchema
  | typeof waveCommandSchema
  | typeof assessmentCommandSchema
  | typeof agreementCommandSchema
  | typeof reportCommandSchema
  | typeof releaseLedgerCommandSchema
>;
/** Does not compile when a command has no schema. */
const forgotten: Exclude<DomainCommand['type'], Accepted['type']>[] = [];

const id = '00000000-0000-4000-8000-0000000000a1';
const both = (s: string) => ({ de: s, en: s });
const scoring = {
  instrument: { id: 'tiny', version: '1.0' },
  norm: null,
  bandRule: { id: 'standard', version: '1', cut: 1 },
};
const place = { waveId: id, engagementId: id, personId: id, teamId: id };
const now = '2026-03-02T10:00:00.000Z';
const user = { userId: id, name: 'Anna Groß', email: 'anna@example.org', roles: ['coach'], clientId: null };
const terms = {
  text: 'One sentence.',
  owner: { kind: 'team', teamId: id },
  dueOn: '2026-05-01',
  reviewOn: '2026-06-01',
};
const finding = {
  kind: 'blind-spot',
  waveId: id,
  motive: 'status',
  teamA: id,
  teamB: null,
  constellation: null,
  evidence: null,
};
const document = {
  id: 'tiny',
  version: '1.0',
  edition: 'full',
  title: both('Tiny'),
  source: 'invented',
  licence: 'CC0',
  provisional: true,
  response: { min: 1, max: 2, labels: [both('no'), both('yes')] },
  scales: [{ id: 's', name: both('S'), high: both('h'), low: both('l'), keys: [{ item: 's1', key: 1 }] }],
  items: [{ id: 's1', text: both('?') }],
  minimumAnswered: 0.5,
};
const norm = {
  id: 'all',
  version: '1',
  instrument: { id: 'tiny', version: '1.0' },
  title: both('All'),
  population: both('All'),
  collected: { from: '2025-01-01', to: '2025-12-31' },
  n: 200,
  provisional: false,
  scales: [{ scale: 's', mean: 1, sd: 1, reliability: 0.8, n: 200 }],
};

const notice = { noticeVersion: '1', noticeHash: 'a'.repeat(64), locale: 'de' };
const other = '00000000-0000-4000-8000-0000000000a2';
const cell = { cut: 'team', id, waveId: id, contributors: [id, other], distribution: false };
const release = {
  releaseId: id,
  engagementId: id,
  waveId: id,
  k: 5,
  cells: [cell],
  contentHash: `sha256:${'a'.repeat(64)}`,
  now,
};

type Category = AddressedCommand['category'];
const samples: Readonly<Record<DomainCommand['type'], readonly [Category, object]>> = {
  FoundFirm: ['Firm', { name: 'Nordlicht', slug: 'nordlicht', locale: 'de' }],
  AddUser: ['Firm', user],
  ChangeUserRoles: ['Firm', { userId: id, roles: ['coach', 'consultant'] }],
  RemoveUser: ['Firm', { userId: id }],
  RegisterClientOrganisation: ['ClientOrganisation', { name: 'Müller GmbH' }],
  RenameClientOrganisation: ['ClientOrganisation', { name: 'Müller SE' }],
  OpenEngagement: ['Engagement', { clientId: id, title: 'T', goal: 'G', locale: 'en', invented: true }],
  RecordLegalGround: [
    'Engagement',
    { controller: 'joint', legalBasis: 'consent', worksCouncil: { kind: 'none' }, retentionMonths: 24 },
  ],
  AssignStaff: ['Engagement', { userId: id, as: 'coach', until: '2026-12-31' }],
  ReleaseStaff: ['Engagement', { userId: id, as: 'coach' }],
  EnterTeam: ['Engagement', { teamId: id, goals: '', indicators: '' }],
  RaiseSmallestGroup: ['Engagement', { smallestGroup: 8 }],
  CloseEngagement: ['Engagement', {}],
  FormTeam: ['Team', { clientId: id, name: 'Vertrieb', function: 'sales' }],
  RenameTeam: ['Team', { name: 'Vertrieb', function: 'sales' }],
  AddTeamMember: ['Team', { personId: id, validFrom: '2026-01-01' }],
  RemoveTeamMember: ['Team', { personId: id, validTo: '2026-06-30' }],
  RegisterPerson: ['Person', { clientId: id, name: 'Jörg', email: null, locale: 'de' }],
  CorrectPerson: ['Person', { name: 'Jörg', email: 'j@example.org', locale: 'de' }],
  RequestErasure: ['Person', { by: id, now }],
  ConfirmErasure: ['Person', { by: 'system:retention', now }],
  ErasePerson: [
    'Person',
    { certificate: { removed: { profiles: 1 }, keyDestroyedAt: now, sha256: 'a'.repeat(64) }, now },
  ],
  PublishInstrument: ['Instrument', { document }],
  PublishNormGroup: ['Instrument', { norm }],
  OpenWave: [
    'Wave',
    {
      engagementId: id,
      title: 'Spring',
      ...scoring,
      opensOn: '2026-03-01',
      closesOn: '2026-03-21',
      legalGroundRecorded: true,
    },
  ],
  InviteParticipant: ['Wave', { personId: id, teamId: id, assessmentId: id }],
  RemindParticipants: ['Wave', { count: 3 }],
  CloseWave: ['Wave', {}],
  OpenAssessment: ['Assessment', { items: ['s1'], range: { min: 1, max: 5 }, ...place, ...scoring }],
  AgreeToParticipate: ['Assessment', { noticeVersion: '1', noticeHash: 'a'.repeat(64), locale: 'de' }],
  RecordAnswers: ['Assessment', { answers: { s1: 2 }, seconds: {} }],
  SubmitAssessment: ['Assessment', { now }],
  ImportMeasurement: [
    'Assessment',
    { measurement: { kind: 'answers', answers: { s1: 2 }, seconds: {} }, now },
  ],
  WithdrawAssessment: ['Assessment', { now }],
  ViewOwnResult: ['Assessment', { now }],
  ReleaseProfile: [
    'Assessment',
    { recipient: { kind: 'coach', userId: id }, ...notice, expiresAt: '2026-12-31T23:00:00.000Z', now },
  ],
  RevokeProfileRelease: ['Assessment', { recipient: { kind: 'team', userId: null }, now }],
  IncludeInAggregates: ['Assessment', notice],
  ExcludeFromAggregates: ['Assessment', { now }],
  ProposeAgreement: ['Agreement', { engagementId: id, finding, ...terms }],
  EditAgreement: ['Agreement', terms],
  AcceptAgreement: ['Agreement', { on: '2026-04-01' }],
  RecordCheckIn: ['Agreement', { state: 'stuck', note: '', on: '2026-04-01' }],
  ReviewAgreement: ['Agreement', { outcome: 'kept', note: 'well', on: '2026-04-01' }],
  ReviseAgreement: ['Agreement', terms],
  DropAgreement: ['Agreement', { reason: 'team dissolved' }],
  RequestReport: [
    'Report',
    {
      engagementId: id,
      clientId: id,
      waveId: id,
      comparedWithWaveId: null,
      teamIds: [id],
      audience: 'client',
      locale: 'de',
      dated: '2026-04-01',
    },
  ],
  IssueReport: [
    'Report',
    { files: [{ format: 'pdf', sha256: 'a'.repeat(64), bytes: 9 }], logPosition: '', pages: 1 },
  ],
  FailReport: ['Report', { reason: 'no fonts' }],
  ReleaseReport: ['Report', {}],
  WithdrawReport: ['Report', {}],
  PublishRelease: ['ReleaseLedger', release],
  WithdrawRelease: ['ReleaseLedger', { releaseId: id, reason: 'wrong team', now }],
};
const types = Object.keys(samples) as DomainCommand['type'][];

const envelope = (type: DomainCommand['type'], change: object = {}) => {
  const [category, fields] = samples[type];
  return {
    category,
    id: category === 'Instrument' ? 'tiny' : id,
    command: { type, ...fields, ...change },
  };
};
/** The paths the door complains about; none when it accepts. */
const complaints = (input: unknown): string[] => {
  const result = addressedCommandSchema.safeParse(input);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
};

describe('the door', () => {
  it('has a schema for each command', () => expect(forgotten).toEqual([]));
  it.each(types)('accepts %s as it is sent', (type) =>
    expect(addressedCommandSchema.parse(envelope(type))).toEqual(envelope(type)),
  );
  it.each(types)('refuses %s with a field it does not have', (type) =>
    expect(complaints(envelope(type, { tenantId: id }))).toEqual(['command']),
  );
  it.each(types)('refuses %s in another aggregate', (type) => {
    const { category, ...rest } = envelope(type);
    const other = category === 'Firm' ? 'Report' : 'Firm';
    expect(complaints({ ...rest, id, category: other })).toEqual(['command.type']);
  });

  it.each<[DomainCommand['type'], object, string]>([
    ['FoundFirm', { name: ' ' }, 'command.name'],
    ['FoundFirm', { slug: 'Nord licht' }, 'command.slug'],
    ['AddUser', { name: 'x'.repeat(121) }, 'command.name'],
    ['AddUser', { email: 'nobody' }, 'command.email'],
    ['AddUser', { email: 'a@example.org,b@example.org' }, 'command.email'],
    ['AddUser', { email: 'a@example.org\nBcc: b@example.org' }, 'command.email'],
    ['AddUser', { roles: [] }, 'command.roles'],
    ['AddUser', { roles: ['emperor'] }, 'command.roles.0'],
    ['RemoveUser', { userId: 'x' }, 'command.userId'],
    ['OpenEngagement', { goal: 'a\u0000b' }, 'command.goal'],
    ['RecordLegalGround', { worksCouncil: { kind: 'agreed' } }, 'command.worksCouncil.reference'],
    ['RecordLegalGround', { retentionMonths: 0 }, 'command.retentionMonths'],
    ['EnterTeam', { goals: 'x'.repeat(4001) }, 'command.goals'],
    ['AddTeamMember', { validFrom: '2026-02-30' }, 'command.validFrom'],
    ['RegisterPerson', { name: '\uD800' }, 'command.name'],
    ['RegisterPerson', { locale: 'fr' }, 'command.locale'],
    ['PublishInstrument', { document: { ...document, id: 'other' } }, 'command.document.id'],
    ['PublishInstrument', { document: { ...document, source: 'a\u0000b' } }, 'command.document.source'],
    [
      'PublishNormGroup',
      { norm: { ...norm, instrument: { id: 'other', version: '1' } } },
      'command.norm.instrument.id',
    ],
    ['OpenWave', { bandRule: { id: 'standard', version: '1', cut: 0 } }, 'command.bandRule.cut'],
    ['OpenWave', { opensOn: 'soon' }, 'command.opensOn'],
    ['OpenAssessment', { items: ['s1', 's1'] }, 'command.items'],
    ['OpenAssessment', { range: { min: 5, max: 1 } }, 'command.range'],
    ['RecordAnswers', { answers: {} }, 'command.answers'],
    ['RecordAnswers', { answers: { s1: 2.5 } }, 'command.answers.s1'],
    ['RecordAnswers', { answers: { 'S 1': 2 } }, 'command.answers.S 1'],
    ['RecordAnswers', { seconds: { s1: -1 } }, 'command.seconds.s1'],
    ['SubmitAssessment', { now: '2026-03-02' }, 'command.now'],
    ['ImportMeasurement', { measurement: { kind: 'guess' } }, 'command.measurement.kind'],
    [
      'ImportMeasurement',
      { measurement: { kind: 'scale-scores', metric: 'iq', scores: { s: 100 } } },
      'command.measurement.metric',
    ],
    ['ReleaseProfile', { recipient: 'boss' }, 'command.recipient'],
    ['ReleaseProfile', { recipient: { kind: 'boss', userId: null } }, 'command.recipient.kind'],
    ['ReleaseProfile', { recipient: { kind: 'client', userId: null } }, 'command.recipient.userId'],
    ['ReleaseProfile', { recipient: { kind: 'team', userId: id } }, 'command.recipient.userId'],
    ['ReleaseProfile', { expiresAt: 'never' }, 'command.expiresAt'],
    ['AssignStaff', { until: '2026-02-30' }, 'command.until'],
    ['RecordLegalGround', { controller: null }, 'command.controller'],
    ['RaiseSmallestGroup', { smallestGroup: 4 }, 'command.smallestGroup'],
    ['RequestErasure', { by: 'somebody' }, 'command.by'],
    ['PublishRelease', { k: 4 }, 'command.k'],
    ['PublishRelease', { cells: [{ ...cell, contributors: [other, id] }] }, 'command.cells.0.contributors'],
    ['PublishRelease', { cells: [{ ...cell, contributors: [id, id] }] }, 'command.cells.0.contributors'],
    ['PublishRelease', { contentHash: 'a'.repeat(64) }, 'command.contentHash'],
    ['ProposeAgreement', { text: '' }, 'command.text'],
    ['ProposeAgreement', { owner: { kind: 'person' } }, 'command.owner.personId'],
    ['ReviewAgreement', { outcome: 'forgotten' }, 'command.outcome'],
    ['RequestReport', { teamIds: [] }, 'command.teamIds'],
    ['RequestReport', { teamIds: [id, id] }, 'command.teamIds'],
    [
      'IssueReport',
      { files: [{ format: 'exe', sha256: 'a'.repeat(64), bytes: 9 }] },
      'command.files.0.format',
    ],
    ['IssueReport', { files: [{ format: 'pdf', sha256: 'x', bytes: 9 }] }, 'command.files.0.sha256'],
  ])('refuses %s with %j and points at %s', (type, change, path) =>
    expect(complaints(envelope(type, change))).toEqual([path]),
  );

  it('refuses what is no command at all, and says where', () => {
    expect(complaints(null)).toEqual(['']);
    expect(complaints({ ...envelope('CloseWave'), category: 'Wurst' })).toEqual(['category']);
    expect(complaints({ ...envelope('CloseWave'), id: 'x' })).toEqual(['id']);
    expect(complaints({ ...envelope('CloseWave'), command: { type: 'Explode' } })).toEqual(['command.type']);
  });
  it('takes text in one normal form', () =>
    expect(
      addressedCommandSchema.parse(envelope('RegisterClientOrganisation', { name: ' Mu\u0308ller ' }))
        .command,
    ).toEqual({ type: 'RegisterClientOrganisation', name: 'M\u00fcller' }));
  it('lets no answer through that would reach the prototype', () => {
    const sent: unknown = JSON.parse(
      JSON.stringify(envelope('RecordAnswers')).replace('"s1":2', '"__proto__":2,"s1":2'),
    );
    const parsed = addressedCommandSchema.safeParse(sent);
    if (parsed.success) expect(JSON.stringify(parsed.data)).not.toContain('__proto__');
    expect(({} as Record<string, unknown>)['s1']).toBeUndefined();
  });
  it('answers very long input within the time of a test', () => {
    const long = 'ä'.repeat(5_000_000);
    expect(complaints(envelope('RegisterPerson', { name: long, email: long }))).toContain('command.name');
  });
});
