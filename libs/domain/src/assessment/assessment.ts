import type { Locale } from '../firm/firm.js';
import type { Versioned } from '../instrument/instrument.js';
import type { EventOf } from '../kernel/decider.js';
import type { EngagementId, PersonId, TeamId, WaveId } from '../kernel/ids.js';
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

/** To whom a person releases the own profile, one at a time. */
export type Recipient = 'coach' | 'consultant' | 'team';

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
  | {
      readonly type: 'ProfileReleased';
      readonly personId: PersonId;
      readonly recipient: Recipient;
      readonly noticeVersion: string;
    }
  | { readonly type: 'ProfileReleaseRevoked'; readonly personId: PersonId; readonly recipient: Recipient };

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
  | { readonly type: 'ReleaseProfile'; readonly recipient: Recipient; readonly noticeVersion: string }
  | { readonly type: 'RevokeProfileRelease'; readonly recipient: Recipient };

export type AssessmentRefusal =
  | { readonly refusal: 'AssessmentUnknown' }
  | { readonly refusal: 'AssessmentAlreadyOpened' }
  | { readonly refusal: 'AssessmentAlreadySubmitted'; readonly submittedAt: string }
  | { readonly refusal: 'AssessmentIsWithdrawn' }
  | { readonly refusal: 'AssessmentNotSubmitted' }
  | { readonly refusal: 'ParticipationNotAgreed' }
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

/** Released to whom, under which version of the notice. */
export type Releases = Readonly<Partial<Record<Recipient, string>>>;

export interface InProgress {
  readonly situation: 'InProgress';
  readonly opened: Opened;
  /** The notice the participant agreed to last. */
  readonly agreed: Agreed;
  readonly answers: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
}

export interface Submitted {
  readonly situation: 'Submitted';
  readonly opened: Opened;
  /** Null for an import: no notice was shown. */
  readonly agreed: Agreed | null;
  readonly submitted: EventOf<AssessmentEvent, 'AssessmentSubmitted'>;
  readonly releases: Releases;
}

/** Remembers neither answers nor releases. */
export interface Withdrawn {
  readonly situation: 'Withdrawn';
  readonly opened: Opened;
}

export type AssessmentState =
  | { readonly situation: 'NotOpened' }
  | { readonly situation: 'NotStarted'; readonly opened: Opened }
  | InProgress
  | Submitted
  | Withdrawn;

export const initialState: AssessmentState = { situation: 'NotOpened' };

export function evolve(state: AssessmentState, event: AssessmentEvent): AssessmentState {
  if (state.situation === 'NotOpened')
    return event.type === 'AssessmentOpened' ? { situation: 'NotStarted', opened: event } : state;
  // Withdrawn is for good: whatever follows, the profile stays gone.
  if (state.situation === 'Withdrawn') return state;
  const { opened } = state;
  switch (event.type) {
    case 'AssessmentOpened':
      return state;
    case 'ParticipationAgreed':
      if (state.situation === 'InProgress') return { ...state, agreed: event };
      if (state.situation !== 'NotStarted') return state;
      return { situation: 'InProgress', opened, agreed: event, answers: {}, seconds: {} };
    case 'AnswersRecorded':
      if (state.situation !== 'InProgress') return state;
      return {
        ...state,
        answers: { ...state.answers, ...event.answers },
        seconds: { ...state.seconds, ...event.seconds },
      };
    case 'AssessmentSubmitted': {
      const agreed = state.situation === 'InProgress' ? state.agreed : null;
      return { situation: 'Submitted', opened, agreed, submitted: event, releases: {} };
    }
    case 'AssessmentWithdrawn':
      return { situation: 'Withdrawn', opened };
    case 'ProfileReleased':
      if (state.situation !== 'Submitted') return state;
      return { ...state, releases: { ...state.releases, [event.recipient]: event.noticeVersion } };
    case 'ProfileReleaseRevoked': {
      if (state.situation !== 'Submitted') return state;
      const { [event.recipient]: _, ...releases } = state.releases;
      return { ...state, releases };
    }
  }
}
