import type { Locale } from '../firm/firm.js';
import type { Versioned } from '../instrument/instrument.js';
import type { EventOf } from '../kernel/decider.js';
import type { EngagementId, PersonId, TeamId, UserId, WaveId } from '../kernel/ids.js';
import { same } from '../kernel/same.js';
import type { BandRuleValue } from '../wave/wave.js';

/** Where an assessment belongs and how it will be scored; repeated in the facts that projections key by. */
export interface AssessmentContext {
  readonly waveId: WaveId;
  readonly engagementId: EngagementId;
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly instrument: Versioned;
  readonly norm: Versioned | null;
  readonly bandRule: BandRuleValue;
}

/** What was measured: raw answers by item, or scale scores of an instrument taken elsewhere. */
export type Measurement =
  | {
      readonly kind: 'answers';
      readonly answers: Readonly<Record<string, number>>;
      /** Seconds spent on an item, where known. */
      readonly seconds: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'scale-scores';
      readonly metric: 'raw' | 'z' | 't' | 'sten';
      readonly scores: Readonly<Record<string, number>>;
    };

/**
 * To whom a person releases the own profile, one at a time: a named person, or with `null` everyone who has that
 * function in the engagement. A person of the client is always named.
 */
export interface Recipient {
  readonly kind: 'coach' | 'consultant' | 'team' | 'client';
  readonly userId: UserId | null;
}

/** The words a consent was given to: which text, exactly how it read, in which language. */
export interface NoticeShown {
  readonly noticeVersion: string;
  readonly noticeHash: string;
  readonly locale: Locale;
}

/** Where an assessment belongs, told again in facts that figures of teams follow. */
export interface AssessmentPlace {
  readonly waveId: WaveId;
  readonly engagementId: EngagementId;
  readonly personId: PersonId;
  readonly teamId: TeamId;
}

/** Answers and measurements are sealed under `person:{personId}`. */
export type AssessmentEvent =
  | ({
      readonly type: 'AssessmentOpened';
      readonly items: readonly string[];
      readonly range: { readonly min: number; readonly max: number };
    } & AssessmentContext)
  | {
      readonly type: 'ParticipationAgreed';
      readonly personId: PersonId;
      readonly noticeVersion: string;
      readonly noticeHash: string;
      readonly locale: Locale;
    }
  | {
      readonly type: 'AnswersRecorded';
      readonly personId: PersonId;
      readonly answers: Readonly<Record<string, number>>;
      readonly seconds: Readonly<Record<string, number>>;
    }
  | ({
      readonly type: 'AssessmentSubmitted';
      readonly measurement: Measurement;
      readonly source: 'browser' | 'import';
      readonly submittedAt: string;
    } & AssessmentContext)
  | ({ readonly type: 'AssessmentWithdrawn'; readonly withdrawnAt: string } & AssessmentContext)
  | { readonly type: 'OwnResultViewed'; readonly personId: PersonId; readonly viewedAt: string }
  | ({ readonly type: 'ProfileReleased'; readonly personId: PersonId } & Release)
  | {
      readonly type: 'ProfileReleaseRevoked';
      readonly personId: PersonId;
      readonly recipient: Recipient;
      /** `null` in facts from before it was kept; the time of the record says it then. */
      readonly revokedAt: string | null;
    }
  | ({ readonly type: 'AggregateInclusionGiven' } & AssessmentPlace & NoticeShown)
  | ({ readonly type: 'AggregateInclusionWithdrawn'; readonly withdrawnAt: string } & AssessmentPlace);

/** One consent of a person: who may read the profile, what for, until when, and to which words it was given. */
export interface Release {
  readonly recipient: Recipient;
  readonly purpose: 'development';
  readonly noticeVersion: string;
  /** `null`, like language and time, in facts from before they were kept. */
  readonly noticeHash: string | null;
  readonly locale: Locale | null;
  readonly releasedAt: string | null;
  /** `null`: until it is revoked or the data are erased. */
  readonly expiresAt: string | null;
}

export type AssessmentCommand =
  | ({
      readonly type: 'OpenAssessment';
      readonly items: readonly string[];
      readonly range: { readonly min: number; readonly max: number };
    } & AssessmentContext)
  | {
      readonly type: 'AgreeToParticipate';
      readonly noticeVersion: string;
      readonly noticeHash: string;
      readonly locale: Locale;
    }
  | {
      readonly type: 'RecordAnswers';
      readonly answers: Readonly<Record<string, number>>;
      readonly seconds: Readonly<Record<string, number>>;
    }
  | { readonly type: 'SubmitAssessment'; readonly now: string }
  /** Answers or scale scores collected elsewhere, submitted in one step; no notice was shown here. */
  | { readonly type: 'ImportMeasurement'; readonly measurement: Measurement; readonly now: string }
  | { readonly type: 'WithdrawAssessment'; readonly now: string }
  /** The person opened the own result. */
  | { readonly type: 'ViewOwnResult'; readonly now: string }
  | ({
      readonly type: 'ReleaseProfile';
      readonly recipient: Recipient;
      readonly expiresAt: string | null;
      readonly now: string;
    } & NoticeShown)
  | { readonly type: 'RevokeProfileRelease'; readonly recipient: Recipient; readonly now: string }
  /** Whether the own values count in figures of groups. */
  | ({ readonly type: 'IncludeInAggregates' } & NoticeShown)
  | { readonly type: 'ExcludeFromAggregates'; readonly now: string };

export type AssessmentRefusal =
  | { readonly refusal: 'AssessmentUnknown' }
  | { readonly refusal: 'AssessmentAlreadyOpened' }
  | { readonly refusal: 'AssessmentAlreadySubmitted'; readonly submittedAt: string }
  | { readonly refusal: 'AssessmentIsWithdrawn' }
  | { readonly refusal: 'AssessmentNotSubmitted' }
  | { readonly refusal: 'ParticipationNotAgreed' }
  /** Own result first: nobody can release what they have not seen. */
  | { readonly refusal: 'OwnResultNotViewed' }
  | { readonly refusal: 'ReleaseEndsInThePast'; readonly expiresAt: string }
  | { readonly refusal: 'AnswersMissing'; readonly itemIds: readonly string[] }
  | { readonly refusal: 'AnswersNotOfThisInstrument'; readonly itemIds: readonly string[] }
  | {
      readonly refusal: 'AnswersOutOfRange';
      readonly itemIds: readonly string[];
      readonly min: number;
      readonly max: number;
    };

type Opened = EventOf<AssessmentEvent, 'AssessmentOpened'>;
type Agreed = EventOf<AssessmentEvent, 'ParticipationAgreed'>;

/**
 * Whether the values count in figures of groups, which is an item of its own: told by the notice the person took part
 * under, given to certain words, or taken back.
 */
export type Inclusion =
  | { readonly kind: 'by-notice' }
  | ({ readonly kind: 'given' } & NoticeShown)
  | { readonly kind: 'withdrawn'; readonly withdrawnAt: string };

export interface InProgress {
  readonly situation: 'InProgress';
  readonly opened: Opened;
  /** The notice the participant agreed to last. */
  readonly agreed: Agreed;
  readonly answers: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly inclusion: Inclusion;
}

export interface Submitted {
  readonly situation: 'Submitted';
  readonly opened: Opened;
  /** Null for an import: no notice was shown. */
  readonly agreed: Agreed | null;
  readonly submitted: EventOf<AssessmentEvent, 'AssessmentSubmitted'>;
  readonly viewedAt: string | null;
  /** In force or run out; the newest of a recipient stands. */
  readonly releases: readonly Release[];
  readonly inclusion: Inclusion;
}

/** Remembers neither answers nor releases. */
export interface Withdrawn {
  readonly situation: 'Withdrawn';
  readonly opened: Opened;
}

export type AssessmentState =
  | { readonly situation: 'NotOpened' }
  | { readonly situation: 'NotStarted'; readonly opened: Opened; readonly inclusion: Inclusion }
  | InProgress
  | Submitted
  | Withdrawn;

export const initialState: AssessmentState = { situation: 'NotOpened' };

export function evolve(state: AssessmentState, event: AssessmentEvent): AssessmentState {
  if (state.situation === 'NotOpened')
    return event.type === 'AssessmentOpened'
      ? { situation: 'NotStarted', opened: event, inclusion: { kind: 'by-notice' } }
      : state;
  // Withdrawn is for good: whatever follows, the profile stays gone.
  if (state.situation === 'Withdrawn') return state;
  const { opened, inclusion } = state;
  switch (event.type) {
    case 'AssessmentOpened':
      return state;
    case 'ParticipationAgreed':
      if (state.situation === 'InProgress') return { ...state, agreed: event };
      if (state.situation !== 'NotStarted') return state;
      return { situation: 'InProgress', opened, agreed: event, answers: {}, seconds: {}, inclusion };
    case 'AnswersRecorded':
      if (state.situation !== 'InProgress') return state;
      return {
        ...state,
        answers: { ...state.answers, ...event.answers },
        seconds: { ...state.seconds, ...event.seconds },
      };
    case 'AssessmentSubmitted': {
      const agreed = state.situation === 'InProgress' ? state.agreed : null;
      return {
        situation: 'Submitted',
        opened,
        agreed,
        submitted: event,
        viewedAt: null,
        releases: [],
        inclusion,
      };
    }
    case 'AssessmentWithdrawn':
      return { situation: 'Withdrawn', opened };
    case 'OwnResultViewed':
      return state.situation === 'Submitted' ? { ...state, viewedAt: event.viewedAt } : state;
    case 'ProfileReleased': {
      if (state.situation !== 'Submitted') return state;
      const { type: _, personId: __, ...release } = event;
      return { ...state, releases: [...without(state.releases, event.recipient), release] };
    }
    case 'ProfileReleaseRevoked':
      if (state.situation !== 'Submitted') return state;
      return { ...state, releases: without(state.releases, event.recipient) };
    case 'AggregateInclusionGiven': {
      const { noticeVersion, noticeHash, locale } = event;
      return { ...state, inclusion: { kind: 'given', noticeVersion, noticeHash, locale } };
    }
    case 'AggregateInclusionWithdrawn':
      return { ...state, inclusion: { kind: 'withdrawn', withdrawnAt: event.withdrawnAt } };
  }
}

const without = (releases: readonly Release[], recipient: Recipient): readonly Release[] =>
  releases.filter((release) => !same(release.recipient, recipient));

/**
 * The recipients of the releases that are in force at an instant: one that has run out counts as none.
 * @example recipientsAt([{ ..., expiresAt: '2026-01-01T00:00:00.000Z' }], '2026-01-01T00:00:00.000Z') is []
 */
export const recipientsAt = (
  releases: readonly Pick<Release, 'recipient' | 'expiresAt'>[],
  now: string,
): readonly Recipient[] =>
  releases.flatMap(({ recipient, expiresAt }) => (runOut(expiresAt, now) ? [] : [recipient]));

export const runOut = (expiresAt: string | null, now: string): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now);
