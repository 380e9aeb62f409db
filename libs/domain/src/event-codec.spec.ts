import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from './access/roles.js';
import { deciders, eventCodec, type DomainEvent } from './catalogue.js';
import { isUnknown } from './kernel/codec.js';
import type { Category } from './kernel/decider.js';
import type { Id } from './kernel/ids.js';
import type { ReportFormat } from './report/report.js';

/** Whatever must be sealed carries this mark, so that it can be looked for in what is not. */
const MARK = '§';
const secret = fc.string().map((s) => MARK + s);
const prose = fc.string();
const id = <B extends string>() => fc.uuid().map((s) => s as Id<B>);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString());
const locale = fc.constantFrom('de' as const, 'en' as const);
const roles = fc.subarray([...ROLES]);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n));
const secretNumbers = fc.dictionary(secret, number, { maxKeys: 5, noNullPrototype: true });
const nullable = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null });
const local = fc.record({ de: fc.constant('ja'), en: fc.constant('yes') });

const versioned = fc.record({ id: slug, version: slug });
const scoring = {
  instrument: versioned,
  norm: nullable(versioned),
  bandRule: fc.record({ id: slug, version: slug, cut: number }),
};
const context = {
  waveId: id<'Wave'>(),
  engagementId: id<'Engagement'>(),
  personId: id<'Person'>(),
  teamId: id<'Team'>(),
  ...scoring,
};
const engagementId = id<'Engagement'>();
const measurement = fc.oneof(
  fc.record({ kind: fc.constant('answers' as const), answers: secretNumbers, seconds: secretNumbers }),
  fc.record({
    kind: fc.constant('scale-scores' as const),
    metric: fc.constantFrom('raw' as const, 'z' as const, 't' as const, 'sten' as const),
    scores: secretNumbers,
  }),
);
const recipient = fc.record({
  kind: fc.constantFrom('coach' as const, 'consultant' as const, 'team' as const, 'client' as const),
  userId: nullable(id<'User'>()),
});
const place = {
  waveId: id<'Wave'>(),
  engagementId: id<'Engagement'>(),
  personId: id<'Person'>(),
  teamId: id<'Team'>(),
};
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const owner = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), personId: id<'Person'>() }),
  fc.record({ kind: fc.constant('team' as const), teamId: id<'Team'>() }),
);
const terms = { text: secret, owner, dueOn: day, reviewOn: day };
const finding = fc.record({
  kind: fc.constantFrom('team-comparison' as const, 'blind-spot' as const, 'team-pattern' as const),
  waveId: id<'Wave'>(),
  motive: slug,
  teamA: id<'Team'>(),
  teamB: nullable(id<'Team'>()),
  constellation: nullable(fc.constantFrom('red-red' as const, 'blue-blue' as const, 'red-blue' as const)),
  evidence: nullable(fc.record({ difference: number, low: nullable(number), high: nullable(number) })),
});
const assignment = { userId: id<'User'>(), as: fc.constantFrom('consultant' as const, 'coach' as const) };
const worksCouncil = fc.oneof(
  fc.record({ kind: fc.constant('agreed' as const), reference: prose }),
  fc.record({ kind: fc.constant('none' as const) }),
  fc.record({ kind: fc.constant('not-applicable' as const), reason: prose }),
);
const document = fc.record({
  id: slug,
  version: slug,
  edition: slug,
  title: local,
  source: fc.constant('invented'),
  licence: fc.constant('CC0'),
  provisional: fc.boolean(),
  response: fc.record({
    min: fc.integer(),
    max: fc.integer(),
    labels: fc.array(local, { minLength: 2, maxLength: 5 }),
  }),
  scales: fc.array(
    fc.record({
      id: slug,
      name: local,
      high: local,
      low: local,
      keys: fc.array(fc.record({ item: slug, key: fc.constantFrom(1 as const, -1 as const) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  items: fc.array(fc.record({ id: slug, text: local }), { minLength: 1, maxLength: 3 }),
  minimumAnswered: fc.constant(0.5),
});
const norm = fc.record({
  id: slug,
  version: slug,
  instrument: versioned,
  title: local,
  population: local,
  collected: fc.record({ from: day, to: day }),
  n: fc.integer({ min: 2 }),
  provisional: fc.boolean(),
  scales: fc.array(
    fc.record({
      scale: slug,
      mean: number,
      sd: fc.constant(1.25),
      reliability: fc.constant(0.8),
      n: fc.integer({ min: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const named = { name: prose, function: prose };
const person = { name: secret, email: nullable(secret), locale };

type FieldsOf<T extends DomainEvent['type']> = Omit<Extract<DomainEvent, { type: T }>, 'type'>;
/** One arbitrary for each event there is; the compiler notices a missing one. */
const fields: { readonly [T in DomainEvent['type']]: fc.Arbitrary<FieldsOf<T>> } = {
  FirmFounded: fc.record({ name: prose, slug, locale }),
  UserAdded: fc.record({
    userId: id<'User'>(),
    name: secret,
    email: secret,
    roles,
    clientId: nullable(id<'ClientOrganisation'>()),
  }),
  UserRolesChanged: fc.record({ userId: id<'User'>(), roles }),
  UserRemoved: fc.record({ userId: id<'User'>() }),
  ClientOrganisationRegistered: fc.record({ name: prose }),
  ClientOrganisationRenamed: fc.record({ name: prose }),
  EngagementOpened: fc.record({
    clientId: id<'ClientOrganisation'>(),
    title: secret,
    goal: secret,
    locale,
    invented: fc.boolean(),
  }),
  LegalGroundRecorded: fc.record({
    controller: nullable(fc.constantFrom('client' as const, 'firm' as const, 'joint' as const)),
    legalBasis: prose,
    worksCouncil,
    retentionMonths: fc.nat(120),
  }),
  SmallestGroupRaised: fc.record({ smallestGroup: fc.integer({ min: 5, max: 1000 }) }),
  StaffAssigned: fc.record({ ...assignment, until: nullable(day) }),
  StaffReleased: fc.record(assignment),
  TeamEntered: fc.record({ teamId: id<'Team'>(), goals: secret, indicators: secret }),
  EngagementClosed: fc.record({}),
  TeamFormed: fc.record({ clientId: id<'ClientOrganisation'>(), ...named }),
  TeamRenamed: fc.record(named),
  TeamMemberAdded: fc.record({ personId: id<'Person'>(), validFrom: day }),
  TeamMemberLeft: fc.record({ personId: id<'Person'>(), validTo: day }),
  PersonRegistered: fc.record({ clientId: id<'ClientOrganisation'>(), ...person }),
  PersonCorrected: fc.record(person),
  ErasureRequested: fc.record({ by: slug, requestedAt: instant }),
  ErasureConfirmed: fc.record({ by: slug, confirmedAt: instant }),
  PersonErased: fc.record({
    erasedAt: instant,
    certificate: fc.record({
      removed: fc.dictionary(slug, fc.nat(), { maxKeys: 3, noNullPrototype: true }),
      keyDestroyedAt: instant,
      sha256,
    }),
  }),
  InstrumentPublished: fc.record({ document }),
  NormGroupPublished: fc.record({ norm }),
  WaveOpened: fc.record({ engagementId, title: prose, ...scoring, opensOn: day, closesOn: day }),
  ParticipantInvited: fc.record({
    engagementId,
    personId: id<'Person'>(),
    teamId: id<'Team'>(),
    assessmentId: id<'Assessment'>(),
  }),
  ParticipantsReminded: fc.record({ engagementId, count: fc.nat() }),
  WaveClosed: fc.record({ engagementId }),
  AssessmentOpened: fc.record({
    items: fc.array(slug),
    range: fc.record({ min: fc.integer(), max: fc.integer() }),
    ...context,
  }),
  ParticipationAgreed: fc.record({ personId: id<'Person'>(), noticeVersion: slug, noticeHash: slug, locale }),
  AnswersRecorded: fc.record({ personId: id<'Person'>(), answers: secretNumbers, seconds: secretNumbers }),
  AssessmentSubmitted: fc.record({
    measurement,
    source: fc.constantFrom('browser' as const, 'import' as const),
    submittedAt: instant,
    ...context,
  }),
  AssessmentWithdrawn: fc.record({ withdrawnAt: instant, ...context }),
  OwnResultViewed: fc.record({ personId: id<'Person'>(), viewedAt: instant }),
  ProfileReleased: fc.record({
    personId: id<'Person'>(),
    recipient,
    purpose: fc.constant('development' as const),
    noticeVersion: slug,
    noticeHash: nullable(slug),
    locale: nullable(locale),
    releasedAt: nullable(instant),
    expiresAt: nullable(instant),
  }),
  ProfileReleaseRevoked: fc.record({ personId: id<'Person'>(), recipient, revokedAt: nullable(instant) }),
  AggregateInclusionGiven: fc.record({ ...place, noticeVersion: slug, noticeHash: slug, locale }),
  AggregateInclusionWithdrawn: fc.record({ ...place, withdrawnAt: instant }),
  AgreementProposed: fc.record({ engagementId, finding, ...terms }),
  AgreementEdited: fc.record({ engagementId, ...terms }),
  AgreementAccepted: fc.record({ engagementId, on: day }),
  CheckInRecorded: fc.record({
    engagementId,
    state: fc.constantFrom('on-track' as const, 'slipping' as const, 'stuck' as const),
    note: secret,
    on: day,
  }),
  AgreementReviewed: fc.record({
    engagementId,
    outcome: fc.constantFrom('kept' as const, 'partly' as const, 'broken' as const),
    note: secret,
    on: day,
  }),
  AgreementRevised: fc.record({ engagementId, ...terms }),
  AgreementDropped: fc.record({ engagementId, reason: secret }),
  ReportRequested: fc.record({
    engagementId,
    clientId: id<'ClientOrganisation'>(),
    waveId: id<'Wave'>(),
    comparedWithWaveId: nullable(id<'Wave'>()),
    teamIds: fc.array(id<'Team'>()),
    audience: fc.constantFrom('coach' as const, 'client' as const),
    locale,
    dated: day,
  }),
  ReportIssued: fc.record({
    engagementId,
    files: fc.array(
      fc.record({
        format: fc.constantFrom<ReportFormat>('pdf', 'html', 'xlsx', 'json', 'csv'),
        sha256: slug,
        bytes: fc.nat(),
      }),
    ),
    logPosition: prose,
    pages: fc.nat(),
  }),
  ReportFailed: fc.record({ engagementId, reason: prose }),
  ReportReleased: fc.record({ engagementId, clientId: id<'ClientOrganisation'>() }),
  ReportWithdrawn: fc.record({ engagementId, clientId: id<'ClientOrganisation'>() }),
  ReleasePublished: fc.record({
    releaseId: id<'Release'>(),
    engagementId,
    waveId: id<'Wave'>(),
    version: fc.nat(),
    k: fc.integer({ min: 5, max: 20 }),
    cells: fc.array(
      fc.record({
        cut: fc.constantFrom('organisation' as const, 'team' as const, 'stayed' as const),
        id: slug,
        waveId: id<'Wave'>(),
        contributors: fc.array(id<'Person'>()),
        distribution: fc.boolean(),
      }),
    ),
    contentHash: sha256.map((hash) => `sha256:${hash}`),
    publishedAt: instant,
  }),
  ReleaseWithdrawn: fc.record({
    releaseId: id<'Release'>(),
    engagementId,
    reason: secret,
    withdrawnAt: instant,
  }),
};
const types = Object.keys(fields) as DomainEvent['type'][];
const arbitrary = (type: DomainEvent['type']): fc.Arbitrary<DomainEvent> =>
  (fields[type] as fc.Arbitrary<object>).map((data) => ({ type, ...data }) as DomainEvent);

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const streamId = '00000000-0000-4000-8000-0000000000aa';

describe('every event', () => {
  it.each(types)('%s comes back as it was, and nothing to be sealed stands in clear', (type) =>
    fc.assert(
      fc.property(arbitrary(type), (event) => {
        const { clear, sealed } = throughJson(eventCodec.encode(event, streamId));
        expect(JSON.stringify(clear)).not.toContain(MARK);
        const opened = sealed.map((group) => group.fields);
        expect(eventCodec.decode(eventCodec.storedName(event), clear, opened)).toEqual(event);
      }),
      { numRuns: 50 },
    ),
  );
  it.each(types)('%s can be read when its keys are destroyed', (type) =>
    fc.assert(
      fc.property(arbitrary(type), (event) => {
        const { clear, sealed } = eventCodec.encode(event, streamId);
        const read = () =>
          eventCodec.decode(
            eventCodec.storedName(event),
            clear,
            sealed.map(() => 'forgotten'),
          );
        const once = read();
        expect(once).toMatchObject({ type, ...clear });
        expect(read()).toEqual(once);
        expect(JSON.stringify(once)).not.toContain(MARK);
        const again = eventCodec.encode(once as DomainEvent, streamId);
        expect(again.sealed.map((group) => group.subject)).toEqual(sealed.map((group) => group.subject));
      }),
      { numRuns: 20 },
    ),
  );
});

describe('evolve', () => {
  const categoryOf: Readonly<Record<Category, RegExp>> = {
    Firm: /^(Firm|User)/,
    ClientOrganisation: /^ClientOrganisation/,
    Engagement: /^(Engagement|Legal|Staff|SmallestGroup|TeamEntered)/,
    Team: /^Team(?!Entered)/,
    Person: /^(Person|Erasure)/,
    Instrument: /^(Instrument|Norm)/,
    Wave: /^(Wave|Participant(?!Agreed)s?(Invited|Reminded))/,
    Assessment: /^(Assessment|ParticipationAgreed|AnswersRecorded|OwnResult|Profile|AggregateInclusion)/,
    Agreement: /^(Agreement|CheckIn)/,
    Report: /^Report/,
    ReleaseLedger: /^Release/,
  };
  it('of some aggregate takes each event there is', () => {
    const taken = Object.values(categoryOf).flatMap((own) => types.filter((type) => own.test(type)));
    expect([...taken].sort()).toEqual([...types].sort());
  });
  it.each(Object.keys(categoryOf) as Category[])(
    'of %s takes its events in any order, without throwing and without touching the state before',
    (category) => {
      const own = types.filter((type) => categoryOf[category].test(type));
      const { evolve, initialState } = deciders[category];
      fc.assert(
        fc.property(fc.array(fc.oneof(...own.map(arbitrary)), { maxLength: 12 }), (events) => {
          events.reduce<unknown>((state, event) => {
            const before = JSON.stringify(plain(state));
            const next = evolve(state, event);
            expect(JSON.stringify(plain(state))).toBe(before);
            expect(next).toHaveProperty('situation');
            return next;
          }, initialState);
        }),
        { numRuns: 50 },
      );
    },
  );
});

/** A state as JSON, its maps and sets as lists. */
function plain(state: unknown): unknown {
  if (state instanceof Map || state instanceof Set) return [...state].map(plain);
  if (typeof state !== 'object' || state === null) return state;
  return Object.entries(state).map(([key, value]) => [key, plain(value)]);
}

interface Golden {
  readonly streamId: string;
  readonly clear: object;
  readonly opened: readonly object[];
  readonly subjects: readonly string[];
}
const folder = new URL('../fixtures/events/', import.meta.url);
const golden = (name: string): Golden =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Golden;

describe('the samples of every version ever stored', () => {
  const kept = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  it('are complete: one file for each stored name, and no name forgotten that has a file', () =>
    expect([...kept].sort()).toEqual([...eventCodec.storedNames].sort()));
  it.each(kept)('%s is read, and written again as it stands while it is the latest version', (name) => {
    const { streamId, clear, opened, subjects } = golden(name);
    const event = eventCodec.decode(name, clear, opened);
    if (isUnknown(event)) throw new Error(`${name} is unknown`);
    expect(name.startsWith(`${event.type}.v`)).toBe(true);
    const encoded = eventCodec.encode(event, streamId);
    expect(encoded.sealed.map((group) => group.subject)).toEqual(subjects);
    if (eventCodec.storedName(event) === name)
      expect(encoded).toEqual({
        clear,
        sealed: opened.map((fields, i) => ({ subject: subjects[i], fields })),
      });
  });
  it('seal names, addresses, answers and free text under the right key', () => {
    const sealed = kept.flatMap((name) => {
      const { opened, subjects } = golden(name);
      return opened.map(
        (fields, i) => `${name} ${subjects[i]!.split(':')[0]} ${Object.keys(fields).join(' ')}`,
      );
    });
    expect(sealed.sort()).toEqual([
      'AgreementDropped.v1 engagement reason',
      'AgreementEdited.v1 engagement text',
      'AgreementProposed.v1 engagement text',
      'AgreementReviewed.v1 engagement note',
      'AgreementRevised.v1 engagement text',
      'AnswersRecorded.v1 person answers seconds',
      'AssessmentSubmitted.v1 person measurement',
      'CheckInRecorded.v1 engagement note',
      'EngagementOpened.v1 engagement title goal',
      'PersonCorrected.v1 person name email',
      'PersonRegistered.v1 person name email',
      'ReleaseWithdrawn.v1 engagement reason',
      'TeamEntered.v1 engagement goals indicators',
      'UserAdded.v1 user name email',
    ]);
  });
});

describe('placeholders of what is forgotten', () => {
  it.each([
    ['PersonRegistered.v1', { name: 'forgotten', email: null }],
    ['UserAdded.v1', { name: 'forgotten', email: '00000000-0000-4000-8000-0000000000a1@forgotten.invalid' }],
    ['AnswersRecorded.v1', { answers: {}, seconds: {} }],
    ['AssessmentSubmitted.v1', { measurement: { kind: 'answers', answers: {}, seconds: {} } }],
    ['EngagementOpened.v1', { title: 'forgotten', goal: 'forgotten' }],
    ['TeamEntered.v1', { goals: 'forgotten', indicators: 'forgotten' }],
    ['AgreementProposed.v1', { text: 'forgotten' }],
    ['CheckInRecorded.v1', { note: 'forgotten' }],
    ['AgreementDropped.v1', { reason: 'forgotten' }],
    ['ReleaseWithdrawn.v1', { reason: 'forgotten' }],
  ])('in %s are %j', (name, placeholders) =>
    expect(eventCodec.decode(name, golden(name).clear, ['forgotten'])).toMatchObject(placeholders),
  );
});

describe('facts from before more was kept', () => {
  it.each([
    [
      'ProfileReleased.v1',
      {
        recipient: { kind: 'coach', userId: null },
        purpose: 'development',
        noticeVersion: '1',
        ...{ noticeHash: null, locale: null, releasedAt: null, expiresAt: null },
      },
    ],
    ['ProfileReleaseRevoked.v1', { recipient: { kind: 'coach', userId: null }, revokedAt: null }],
    ['StaffAssigned.v1', { as: 'coach', until: null }],
    ['LegalGroundRecorded.v1', { controller: null, retentionMonths: 24 }],
  ])('%s is raised to %j', (name, raised) =>
    expect(eventCodec.decode(name, golden(name).clear, [])).toMatchObject(raised),
  );
});
