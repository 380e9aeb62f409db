import type { EngagementId, PersonId, TeamId, WaveId } from '../kernel/ids.js';
import type { Locale } from '../firm/firm.js';
import type { Versioned } from '../instrument/instrument.js';
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
