import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState, runOut } from './assessment.js';
import type {
  AssessmentCommand,
  AssessmentContext,
  AssessmentEvent,
  AssessmentPlace,
  AssessmentRefusal,
  AssessmentState,
  Measurement,
  Release,
} from './assessment.js';

type Decided = Decision<AssessmentEvent, AssessmentRefusal>;
type Opened = Exclude<AssessmentState, { situation: 'NotOpened' }>;
type Command<T extends AssessmentCommand['type']> = Extract<AssessmentCommand, { type: T }>;
type Numbers = Readonly<Record<string, number>>;

/** One participant answering in one wave, and to whom the profile is released. */
export const assessmentDecider: Decider<
  AssessmentCommand,
  AssessmentState,
  AssessmentEvent,
  AssessmentRefusal
> = { category: 'Assessment', initialState, decide, evolve };

function decide(command: AssessmentCommand, state: AssessmentState): Decided {
  if (command.type === 'OpenAssessment') return openAssessment(command, state);
  if (state.situation === 'NotOpened') return { refusal: 'AssessmentUnknown' };
  switch (command.type) {
    case 'AgreeToParticipate':
      return agreeToParticipate(command, state);
    case 'RecordAnswers':
      return recordAnswers(command, state);
    case 'SubmitAssessment':
      return submitAssessment(command, state);
    case 'ImportMeasurement':
      return importMeasurement(command, state);
    case 'WithdrawAssessment':
      return withdrawAssessment(command, state);
    case 'ViewOwnResult':
      return viewOwnResult(command, state);
    case 'ReleaseProfile':
      return releaseProfile(command, state);
    case 'RevokeProfileRelease':
      return revokeProfileRelease(command, state);
    case 'IncludeInAggregates':
      return includeInAggregates(command, state);
    case 'ExcludeFromAggregates':
      return excludeFromAggregates(command, state);
  }
}

function openAssessment(command: Command<'OpenAssessment'>, state: AssessmentState): Decided {
  const opened = { ...command, type: 'AssessmentOpened' } as const;
  if (state.situation === 'NotOpened') return [opened];
  return same(state.opened, opened) ? [] : { refusal: 'AssessmentAlreadyOpened' };
}

function agreeToParticipate(command: Command<'AgreeToParticipate'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return { refusal: 'AssessmentIsWithdrawn' };
  const agreed = { ...command, type: 'ParticipationAgreed', personId: state.opened.personId } as const;
  if (state.situation !== 'NotStarted' && same(state.agreed, agreed)) return [];
  return state.situation === 'Submitted' ? alreadySubmitted(state) : [agreed];
}

function recordAnswers({ answers, seconds }: Command<'RecordAnswers'>, state: Opened): Decided {
  switch (state.situation) {
    case 'NotStarted':
      return { refusal: 'ParticipationNotAgreed' };
    case 'Withdrawn':
      return { refusal: 'AssessmentIsWithdrawn' };
    case 'Submitted': {
      // The last save of a browser may arrive after its submission: harmless when it says nothing new.
      const { measurement } = state.submitted;
      const late = measurement.kind === 'answers' && differing(answers, measurement.answers) === null;
      return late ? [] : alreadySubmitted(state);
    }
    case 'InProgress': {
      const problem = unfit(answers, state) ?? strangers(Object.keys(seconds), state);
      if (problem) return problem;
      const news = differing(answers, state.answers);
      const slower = differing(seconds, state.seconds);
      if (!news && !slower) return [];
      const { personId } = state.opened;
      return [{ type: 'AnswersRecorded', personId, answers: news ?? {}, seconds: slower ?? {} }];
    }
  }
}

function submitAssessment({ now }: Command<'SubmitAssessment'>, state: Opened): Decided {
  switch (state.situation) {
    case 'NotStarted':
      return { refusal: 'ParticipationNotAgreed' };
    case 'Withdrawn':
      return { refusal: 'AssessmentIsWithdrawn' };
    case 'Submitted':
      return state.submitted.source === 'browser' ? [] : alreadySubmitted(state);
    case 'InProgress': {
      const itemIds = state.opened.items.filter((item) => !Object.hasOwn(state.answers, item));
      if (itemIds.length > 0) return { refusal: 'AnswersMissing', itemIds };
      const { items } = state.opened;
      const { answers, seconds } = state;
      const measurement = {
        kind: 'answers',
        answers: inOrder(answers, items),
        seconds: inOrder(seconds, items),
      } as const;
      return [submitted(state, measurement, 'browser', now)];
    }
  }
}

/** Missing answers are the scoring's business here: paper sheets have gaps. A sheet without any answer has nothing. */
function importMeasurement({ measurement, now }: Command<'ImportMeasurement'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return { refusal: 'AssessmentIsWithdrawn' };
  if (state.situation === 'Submitted')
    return same(state.submitted.measurement, measurement) ? [] : alreadySubmitted(state);
  if (measurement.kind === 'answers') {
    const problem = unfit(measurement.answers, state) ?? strangers(Object.keys(measurement.seconds), state);
    if (problem) return problem;
    if (Object.keys(measurement.answers).length === 0)
      return { refusal: 'AnswersMissing', itemIds: state.opened.items };
  }
  return [submitted(state, measurement, 'import', now)];
}

/** Whoever took part may leave, before and after submitting; the visibility contract promises it without condition. */
function withdrawAssessment({ now }: Command<'WithdrawAssessment'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return [];
  return [{ type: 'AssessmentWithdrawn', ...contextOf(state), withdrawnAt: now }];
}

function viewOwnResult({ now }: Command<'ViewOwnResult'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return { refusal: 'AssessmentIsWithdrawn' };
  if (state.situation !== 'Submitted') return { refusal: 'AssessmentNotSubmitted' };
  if (state.viewedAt !== null) return [];
  return [{ type: 'OwnResultViewed', personId: state.opened.personId, viewedAt: now }];
}

/** Own result first. A newer notice, another end, or a new release after the last one ran out is a new consent. */
function releaseProfile(command: Command<'ReleaseProfile'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return { refusal: 'AssessmentIsWithdrawn' };
  if (state.situation !== 'Submitted') return { refusal: 'AssessmentNotSubmitted' };
  const { recipient, expiresAt, now, noticeVersion, noticeHash, locale } = command;
  const known = state.releases.find((release) => same(release.recipient, recipient));
  const asked = { noticeVersion, noticeHash, locale, expiresAt };
  if (known && same(asked, pick(known)) && !runOut(known.expiresAt, now)) return [];
  if (state.viewedAt === null) return { refusal: 'OwnResultNotViewed' };
  if (expiresAt !== null && runOut(expiresAt, now)) return { refusal: 'ReleaseEndsInThePast', expiresAt };
  const { personId } = state.opened;
  return [
    { type: 'ProfileReleased', personId, recipient, purpose: 'development', ...asked, releasedAt: now },
  ];
}

const pick = ({ noticeVersion, noticeHash, locale, expiresAt }: Release) => ({
  noticeVersion,
  noticeHash,
  locale,
  expiresAt,
});

function revokeProfileRelease({ recipient, now }: Command<'RevokeProfileRelease'>, state: Opened): Decided {
  if (state.situation !== 'Submitted') return [];
  if (!state.releases.some((release) => same(release.recipient, recipient))) return [];
  return [{ type: 'ProfileReleaseRevoked', personId: state.opened.personId, recipient, revokedAt: now }];
}

function includeInAggregates(command: Command<'IncludeInAggregates'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn') return { refusal: 'AssessmentIsWithdrawn' };
  const { noticeVersion, noticeHash, locale } = command;
  const shown = { noticeVersion, noticeHash, locale };
  if (same(state.inclusion, { kind: 'given', ...shown })) return [];
  return [{ type: 'AggregateInclusionGiven', ...placeOf(state), ...shown }];
}

/** Never refused while there are values to count: taking back is as easy as giving. */
function excludeFromAggregates({ now }: Command<'ExcludeFromAggregates'>, state: Opened): Decided {
  if (state.situation === 'Withdrawn' || state.inclusion.kind === 'withdrawn') return [];
  return [{ type: 'AggregateInclusionWithdrawn', ...placeOf(state), withdrawnAt: now }];
}

const alreadySubmitted = (state: Extract<Opened, { situation: 'Submitted' }>): AssessmentRefusal => ({
  refusal: 'AssessmentAlreadySubmitted',
  submittedAt: state.submitted.submittedAt,
});

function unfit(answers: Numbers, state: Opened): AssessmentRefusal | undefined {
  const foreign = strangers(Object.keys(answers), state);
  if (foreign) return foreign;
  const { min, max } = state.opened.range;
  const itemIds = Object.keys(answers).filter((item) => {
    const answer = answers[item]!;
    return !Number.isInteger(answer) || answer < min || answer > max;
  });
  return itemIds.length > 0 ? { refusal: 'AnswersOutOfRange', itemIds, min, max } : undefined;
}

function strangers(ids: readonly string[], state: Opened): AssessmentRefusal | undefined {
  const items = new Set(state.opened.items);
  const itemIds = ids.filter((id) => !items.has(id));
  return itemIds.length > 0 ? { refusal: 'AnswersNotOfThisInstrument', itemIds } : undefined;
}

/** The entries that say something new; null when there are none. */
function differing(given: Numbers, known: Numbers): Numbers | null {
  const news = Object.entries(given).filter(([id, n]) => !Object.hasOwn(known, id) || known[id] !== n);
  return news.length > 0 ? Object.fromEntries(news) : null;
}

const inOrder = (numbers: Numbers, items: readonly string[]): Numbers =>
  Object.fromEntries(items.filter((id) => Object.hasOwn(numbers, id)).map((id) => [id, numbers[id]!]));

const submitted = (
  state: Opened,
  measurement: Measurement,
  source: 'browser' | 'import',
  now: string,
): AssessmentEvent => ({
  type: 'AssessmentSubmitted',
  ...contextOf(state),
  measurement,
  source,
  submittedAt: now,
});

function placeOf({ opened: { waveId, engagementId, personId, teamId } }: Opened): AssessmentPlace {
  return { waveId, engagementId, personId, teamId };
}

function contextOf({ opened }: Opened): AssessmentContext {
  const { waveId, engagementId, personId, teamId, instrument, norm, bandRule } = opened;
  return { waveId, engagementId, personId, teamId, instrument, norm, bandRule };
}
