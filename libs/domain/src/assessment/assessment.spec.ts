import { describe, expect, it } from '@jest/globals';
import {
  streamOf,
  type EngagementId,
  type PersonId,
  type TeamId,
  type TenantId,
  type UserId,
  type WaveId,
} from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { assessmentDecider } from './assessment.decider.js';
import {
  recipientsAt,
  type AssessmentCommand,
  type AssessmentEvent,
  type Measurement,
  type Recipient,
} from './assessment.js';

const given = scenariosOf(assessmentDecider);
const personId = '00000000-0000-4000-8000-0000000000e1' as PersonId;
const context = {
  waveId: '00000000-0000-4000-8000-0000000000f1' as WaveId,
  engagementId: '00000000-0000-4000-8000-0000000000d1' as EngagementId,
  personId,
  teamId: '00000000-0000-4000-8000-0000000000b1' as TeamId,
  instrument: { id: 'tiny', version: '1.0' },
  norm: null,
  bandRule: { id: 'standard', version: '1', cut: 1 },
};
const asked = { items: ['a1', 'a2', 'a3'], range: { min: 1, max: 5 }, ...context };
const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-03T10:00:00.000Z';
const notice = { noticeVersion: '1', noticeHash: 'c0ffee', locale: 'de' } as const;

const opened: AssessmentEvent = { type: 'AssessmentOpened', ...asked };
const agreed: AssessmentEvent = { type: 'ParticipationAgreed', personId, ...notice };
const recorded = (
  answers: Record<string, number>,
  seconds: Record<string, number> = {},
): AssessmentEvent => ({
  type: 'AnswersRecorded',
  personId,
  answers,
  seconds,
});
const record = (
  answers: Record<string, number>,
  seconds: Record<string, number> = {},
): AssessmentCommand => ({
  type: 'RecordAnswers',
  answers,
  seconds,
});
const all = { a1: 1, a2: 5, a3: 3 };
const measured: Measurement = { kind: 'answers', answers: all, seconds: {} };
const submitted = (
  measurement: Measurement = measured,
  source: 'browser' | 'import' = 'browser',
): AssessmentEvent => ({ type: 'AssessmentSubmitted', ...context, measurement, source, submittedAt: at });
const withdrawn: AssessmentEvent = { type: 'AssessmentWithdrawn', ...context, withdrawnAt: at };
const viewed: AssessmentEvent = { type: 'OwnResultViewed', personId, viewedAt: at };
const done = [opened, agreed, recorded(all), submitted()];

describe('OpenAssessment', () => {
  const open: AssessmentCommand = { type: 'OpenAssessment', ...asked };
  it('opens the assessment', () => given().when(open).thenEvents(opened));
  it('is refused when another assessment was opened here', () =>
    given(opened)
      .when({ ...open, items: ['a1'] })
      .thenRefused({ refusal: 'AssessmentAlreadyOpened' }));
  it('is quiet when repeated, whatever happened since', () => {
    given(...done)
      .when(open)
      .thenNothing();
    given(...done, withdrawn)
      .when(open)
      .thenNothing();
  });
});

describe('AgreeToParticipate', () => {
  const agree: AssessmentCommand = { type: 'AgreeToParticipate', ...notice };
  it('records what the participant agreed to', () => given(opened).when(agree).thenEvents(agreed));
  it('records agreement to a newer notice, and keeps the answers', () => {
    const newer = { ...agreed, noticeVersion: '2' } as AssessmentEvent;
    given(opened, agreed, recorded(all))
      .when({ ...agree, noticeVersion: '2' })
      .thenEvents(newer);
    given(opened, agreed, recorded(all), newer)
      .when({ type: 'SubmitAssessment', now: at })
      .thenEvents(submitted());
  });
  it('is refused for an unknown assessment', () =>
    given().when(agree).thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is refused after withdrawal', () =>
    given(opened, withdrawn).when(agree).thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is refused for another notice after submission', () =>
    given(...done)
      .when({ ...agree, noticeVersion: '2' })
      .thenRefused({ refusal: 'AssessmentAlreadySubmitted', submittedAt: at }));
  it('is quiet when repeated', () => {
    given(opened, agreed).when(agree).thenNothing();
    given(...done)
      .when(agree)
      .thenNothing();
  });
});

describe('RecordAnswers', () => {
  it('records answers and the time they took', () =>
    given(opened, agreed)
      .when(record({ a1: 1, a2: 5 }, { a1: 3.5 }))
      .thenEvents(recorded({ a1: 1, a2: 5 }, { a1: 3.5 })));
  it('records only what is new', () =>
    given(opened, agreed, recorded({ a1: 1, a2: 5 }))
      .when(record({ a1: 1, a2: 4, a3: 3 }, { a1: 2 }))
      .thenEvents(recorded({ a2: 4, a3: 3 }, { a1: 2 })));
  it('is refused for an unknown assessment', () =>
    given()
      .when(record({ a1: 1 }))
      .thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is refused before the participant agreed', () =>
    given(opened)
      .when(record({ a1: 1 }))
      .thenRefused({ refusal: 'ParticipationNotAgreed' }));
  it('is refused for items of another instrument', () => {
    given(opened, agreed)
      .when(record({ a1: 1, b1: 2, b2: 3 }))
      .thenRefused({ refusal: 'AnswersNotOfThisInstrument', itemIds: ['b1', 'b2'] });
    given(opened, agreed)
      .when(record({ a1: 1 }, { constructor: 2 } as unknown as Record<string, number>))
      .thenRefused({ refusal: 'AnswersNotOfThisInstrument', itemIds: ['constructor'] });
  });
  it.each([0, 6, 2.5, Number.NaN])('is refused for the answer %d', (answer) =>
    given(opened, agreed)
      .when(record({ a1: 1, a2: answer }))
      .thenRefused({ refusal: 'AnswersOutOfRange', itemIds: ['a2'], min: 1, max: 5 }),
  );
  it('is refused for another answer after submission', () =>
    given(...done)
      .when(record({ a1: 2 }))
      .thenRefused({ refusal: 'AssessmentAlreadySubmitted', submittedAt: at }));
  it('is refused after withdrawal', () =>
    given(opened, agreed, withdrawn)
      .when(record({ a1: 1 }))
      .thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is quiet when the answers are on record, also after submission', () => {
    given(opened, agreed, recorded(all))
      .when(record({ a2: 5 }))
      .thenNothing();
    given(...done)
      .when(record({ a2: 5 }, { a2: 9 }))
      .thenNothing();
  });
});

describe('SubmitAssessment', () => {
  const submit: AssessmentCommand = { type: 'SubmitAssessment', now: at };
  it('submits the recorded answers, the last one of each item, in the order of the instrument', () => {
    given(opened, agreed, recorded({ a3: 3, a2: 2 }, { a2: 9 }), recorded({ a2: 5, a1: 1 }))
      .when(submit)
      .thenEvents(submitted({ kind: 'answers', answers: all, seconds: { a2: 9 } }));
    const state = [opened, agreed, recorded({ a3: 3 }), recorded({ a1: 1, a2: 5 })].reduce(
      assessmentDecider.evolve,
      assessmentDecider.initialState,
    );
    expect(JSON.stringify(assessmentDecider.decide(submit, state))).toContain('{"a1":1,"a2":5,"a3":3}');
  });
  it('is refused for an unknown assessment', () =>
    given().when(submit).thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is refused before the participant agreed', () =>
    given(opened).when(submit).thenRefused({ refusal: 'ParticipationNotAgreed' }));
  it('is refused while answers are missing', () =>
    given(opened, agreed, recorded({ a2: 5 }))
      .when(submit)
      .thenRefused({ refusal: 'AnswersMissing', itemIds: ['a1', 'a3'] }));
  it('is refused when the answers were imported', () =>
    given(opened, submitted(measured, 'import'))
      .when(submit)
      .thenRefused({ refusal: 'AssessmentAlreadySubmitted', submittedAt: at }));
  it('is refused after withdrawal', () =>
    given(...done, withdrawn)
      .when(submit)
      .thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is quiet when submitted, however much later', () =>
    given(...done)
      .when({ ...submit, now: later })
      .thenNothing());
});

describe('ImportMeasurement', () => {
  const importing = (measurement: Measurement): AssessmentCommand => ({
    type: 'ImportMeasurement',
    measurement,
    now: at,
  });
  const scores: Measurement = { kind: 'scale-scores', metric: 't', scores: { status: 61.5 } };
  it('submits answers collected elsewhere, without a notice, gaps included', () => {
    const gaps: Measurement = { kind: 'answers', answers: { a1: 1, a3: 3 }, seconds: {} };
    given(opened).when(importing(gaps)).thenEvents(submitted(gaps, 'import'));
  });
  it('submits scale scores of another instrument', () =>
    given(opened).when(importing(scores)).thenEvents(submitted(scores, 'import')));
  it('is refused for an unknown assessment', () =>
    given().when(importing(scores)).thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is refused for items of another instrument', () =>
    given(opened)
      .when(importing({ ...measured, answers: { ...all, b1: 1 } }))
      .thenRefused({ refusal: 'AnswersNotOfThisInstrument', itemIds: ['b1'] }));
  it('is refused for times of items of another instrument', () =>
    given(opened)
      .when(importing({ kind: 'answers', answers: all, seconds: { b1: 2 } }))
      .thenRefused({ refusal: 'AnswersNotOfThisInstrument', itemIds: ['b1'] }));
  it('is refused for answers out of range', () =>
    given(opened)
      .when(importing({ ...measured, answers: { a1: 9, a2: 1, a3: -1 } }))
      .thenRefused({ refusal: 'AnswersOutOfRange', itemIds: ['a1', 'a3'], min: 1, max: 5 }));
  it('is refused when the sheet is empty', () =>
    given(opened)
      .when(importing({ ...measured, answers: {} }))
      .thenRefused({ refusal: 'AnswersMissing', itemIds: ['a1', 'a2', 'a3'] }));
  it('is refused when something else was submitted', () =>
    given(...done)
      .when(importing(scores))
      .thenRefused({ refusal: 'AssessmentAlreadySubmitted', submittedAt: at }));
  it('is refused after withdrawal', () =>
    given(opened, withdrawn).when(importing(scores)).thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is quiet when the same was submitted', () =>
    given(opened, submitted(scores, 'import')).when(importing(scores)).thenNothing());
});

describe('WithdrawAssessment', () => {
  const withdraw: AssessmentCommand = { type: 'WithdrawAssessment', now: at };
  it.each<[string, AssessmentEvent[]]>([
    ['before it was started', [opened]],
    ['while it is being answered', [opened, agreed, recorded(all)]],
    ['after it was submitted', done],
  ])('withdraws %s', (_, history) =>
    given(...history)
      .when(withdraw)
      .thenEvents(withdrawn),
  );
  it('is refused for an unknown assessment', () =>
    given().when(withdraw).thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is for good: whatever the log says afterwards, the profile stays gone', () =>
    given(...done, withdrawn, submitted())
      .when({ type: 'ViewOwnResult', now: at })
      .thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is quiet when withdrawn, however much later', () =>
    given(opened, withdrawn)
      .when({ ...withdraw, now: later })
      .thenNothing());
});

describe('ViewOwnResult', () => {
  const view: AssessmentCommand = { type: 'ViewOwnResult', now: at };
  it('keeps when the person first saw the own result', () =>
    given(...done)
      .when(view)
      .thenEvents(viewed));
  it('is refused before there is a result, and after withdrawal', () => {
    given(opened, agreed).when(view).thenRefused({ refusal: 'AssessmentNotSubmitted' });
    given(...done, withdrawn)
      .when(view)
      .thenRefused({ refusal: 'AssessmentIsWithdrawn' });
    given().when(view).thenRefused({ refusal: 'AssessmentUnknown' });
  });
  it('is quiet when it was seen before, however much later', () =>
    given(...done, viewed)
      .when({ ...view, now: later })
      .thenNothing());
});

describe('ReleaseProfile and RevokeProfileRelease', () => {
  const coach: Recipient = { kind: 'coach', userId: null };
  const team: Recipient = { kind: 'team', userId: null };
  const [ada, ben] = ['a1', 'a2'].map((end): Recipient => ({
    kind: 'consultant',
    userId: `00000000-0000-4000-8000-0000000000${end}` as UserId,
  }));
  const release = (recipient: Recipient, change: object = {}) =>
    ({
      ...{ type: 'ReleaseProfile', recipient, ...notice, expiresAt: null, now: at },
      ...change,
    }) as AssessmentCommand;
  const released = (recipient: Recipient, change: object = {}) =>
    ({
      ...{ type: 'ProfileReleased', personId, recipient, purpose: 'development', ...notice },
      ...{ releasedAt: at, expiresAt: null },
      ...change,
    }) as AssessmentEvent;
  const revoke = (recipient: Recipient): AssessmentCommand => ({
    type: 'RevokeProfileRelease',
    recipient,
    now: later,
  });
  const revoked = (recipient: Recipient): AssessmentEvent => ({
    type: 'ProfileReleaseRevoked',
    personId,
    recipient,
    revokedAt: later,
  });
  const seen = [...done, viewed];

  it('releases the profile to one recipient at a time', () => {
    given(...seen)
      .when(release(coach))
      .thenEvents(released(coach));
    given(...seen, released(coach))
      .when(release(team))
      .thenEvents(released(team));
  });
  it('tells two named people of one function apart', () => {
    given(...seen, released(ada!))
      .when(release(ben!))
      .thenEvents(released(ben!));
    given(...seen, released(ada!), released(ben!))
      .when(revoke(ada!))
      .thenEvents(revoked(ada!));
    given(...seen, released(ada!), released(ben!), revoked(ada!))
      .when(release(ben!))
      .thenNothing();
  });
  it('is refused before the person saw the own result', () =>
    given(...done)
      .when(release(coach))
      .thenRefused({ refusal: 'OwnResultNotViewed' }));
  it('leaves a release from before that rule in force', () =>
    given(...done, released(coach))
      .when(release(coach))
      .thenNothing());
  it('releases again after a revocation', () =>
    given(...seen, released(coach), revoked(coach))
      .when(release(coach))
      .thenEvents(released(coach)));
  it('takes a release under a newer notice, other words or another language for a new consent', () => {
    for (const change of [{ noticeVersion: '2' }, { noticeHash: 'other' }, { locale: 'en' }])
      given(...seen, released(coach))
        .when(release(coach, change))
        .thenEvents(released(coach, change));
  });
  it('moves the end of a release', () => {
    const until = { expiresAt: '2026-12-31T23:00:00.000Z' };
    given(...seen, released(coach))
      .when(release(coach, until))
      .thenEvents(released(coach, until));
    given(...seen, released(coach), released(coach, until))
      .when(release(coach))
      .thenEvents(released(coach));
  });
  it('gives anew what has run out', () => {
    const short = { expiresAt: later };
    given(...seen, released(coach, short))
      .when(release(coach, { ...short, now: at }))
      .thenNothing();
    given(...seen, released(coach, short))
      .when(release(coach, { ...short, now: later }))
      .thenRefused({ refusal: 'ReleaseEndsInThePast', expiresAt: later });
    given(...seen, released(coach, short))
      .when(release(coach, { now: later }))
      .thenEvents(released(coach, { releasedAt: later }));
  });
  it('is refused before there is a profile', () => {
    given(opened, agreed, recorded(all))
      .when(release(coach))
      .thenRefused({ refusal: 'AssessmentNotSubmitted' });
    given().when(release(coach)).thenRefused({ refusal: 'AssessmentUnknown' });
  });
  it('is refused after withdrawal', () =>
    given(...seen, withdrawn)
      .when(release(coach))
      .thenRefused({ refusal: 'AssessmentIsWithdrawn' }));
  it('is quiet when released to that recipient', () =>
    given(...seen, released(coach))
      .when(release(coach))
      .thenNothing());

  it('revokes one release and leaves the others', () => {
    const history = [...seen, released(coach), released(team)];
    given(...history)
      .when(revoke(coach))
      .thenEvents(revoked(coach));
    given(...history, revoked(coach))
      .when(release(team))
      .thenNothing();
  });
  it('refuses to revoke in an unknown assessment', () =>
    given().when(revoke(coach)).thenRefused({ refusal: 'AssessmentUnknown' }));
  it('is quiet when there is nothing to revoke', () => {
    given(...seen, released(coach))
      .when(revoke(team))
      .thenNothing();
    given(...seen, released(coach), withdrawn)
      .when(revoke(coach))
      .thenNothing();
    given(opened).when(revoke(coach)).thenNothing();
  });
  it('counts a release that has run out as none', () => {
    const releases = [
      { recipient: coach, expiresAt: null },
      { recipient: team, expiresAt: later },
    ];
    expect(recipientsAt(releases, at)).toEqual([coach, team]);
    expect(recipientsAt(releases, later)).toEqual([coach]);
  });
});

describe('IncludeInAggregates and ExcludeFromAggregates', () => {
  const { waveId, engagementId, teamId } = context;
  const place = { waveId, engagementId, personId, teamId };
  const include: AssessmentCommand = { type: 'IncludeInAggregates', ...notice };
  const given_: AssessmentEvent = { type: 'AggregateInclusionGiven', ...place, ...notice };
  const exclude: AssessmentCommand = { type: 'ExcludeFromAggregates', now: at };
  const taken: AssessmentEvent = { type: 'AggregateInclusionWithdrawn', ...place, withdrawnAt: at };

  it.each<[string, AssessmentEvent[]]>([
    ['before it was started', [opened]],
    ['while it is being answered', [opened, agreed, recorded(all)]],
    ['after it was submitted', done],
  ])('gives and takes back %s', (_, history) => {
    given(...history)
      .when(include)
      .thenEvents(given_);
    given(...history)
      .when(exclude)
      .thenEvents(taken);
    given(...history, given_, taken)
      .when(include)
      .thenEvents(given_);
  });
  it('is remembered when the answers are submitted later', () =>
    given(opened, taken, agreed, recorded(all), submitted()).when(exclude).thenNothing());
  it('takes other words for a new consent', () =>
    given(opened, given_)
      .when({ ...include, noticeVersion: '2' })
      .thenEvents({ ...given_, noticeVersion: '2' }));
  it('is refused after withdrawal, and in an unknown assessment', () => {
    given(opened, withdrawn).when(include).thenRefused({ refusal: 'AssessmentIsWithdrawn' });
    given().when(exclude).thenRefused({ refusal: 'AssessmentUnknown' });
  });
  it('is quiet when it is so already', () => {
    given(opened, given_).when(include).thenNothing();
    given(opened, taken).when(exclude).thenNothing();
    given(opened, withdrawn).when(exclude).thenNothing();
  });
});

describe('two tenants', () => {
  it('have different streams for assessments with one id', () => {
    const id = '00000000-0000-4000-9000-000000000001';
    const [a, b] = ['1', '2'].map((n) => `${n}0000000-0000-4000-8000-000000000000` as TenantId);
    expect(streamOf('Assessment', a!, id)).not.toBe(streamOf('Assessment', b!, id));
  });
});
