import type { AssessmentId, EngagementId, PersonId, TeamId } from '../kernel/ids.js';
import type { Versioned } from '../instrument/instrument.js';

export interface BandRuleValue {
  readonly id: string;
  readonly version: string;
  readonly cut: number;
}

/** One measurement occasion of an engagement. */
export type WaveEvent =
  | {
      readonly type: 'WaveOpened';
      readonly engagementId: EngagementId;
      readonly title: string;
      readonly instrument: Versioned;
      readonly norm: Versioned | null;
      readonly bandRule: BandRuleValue;
      readonly opensOn: string;
      readonly closesOn: string;
    }
  /** One assessment a participant; the team is the one of that day. */
  | {
      readonly type: 'ParticipantInvited';
      readonly engagementId: EngagementId;
      readonly personId: PersonId;
      readonly teamId: TeamId;
      readonly assessmentId: AssessmentId;
    }
  | { readonly type: 'ParticipantsReminded'; readonly engagementId: EngagementId; readonly count: number }
  | { readonly type: 'WaveClosed'; readonly engagementId: EngagementId };

export type WaveCommand =
  | {
      readonly type: 'OpenWave';
      readonly engagementId: EngagementId;
      readonly title: string;
      readonly instrument: Versioned;
      readonly norm: Versioned | null;
      readonly bandRule: BandRuleValue;
      readonly opensOn: string;
      readonly closesOn: string;
      /** Read from the engagement: without it nobody may be invited. */
      readonly legalGroundRecorded: boolean;
    }
  | {
      readonly type: 'InviteParticipant';
      readonly personId: PersonId;
      readonly teamId: TeamId;
      readonly assessmentId: AssessmentId;
    }
  | { readonly type: 'RemindParticipants'; readonly count: number }
  | { readonly type: 'CloseWave' };

export type WaveRefusal =
  | { readonly refusal: 'WaveUnknown' }
  | { readonly refusal: 'WaveAlreadyOpened' }
  | { readonly refusal: 'WaveIsClosed' }
  | { readonly refusal: 'LegalGroundMissing' }
  | { readonly refusal: 'WaveEndsBeforeItOpens'; readonly opensOn: string; readonly closesOn: string }
  | {
      readonly refusal: 'ParticipantAlreadyInvited';
      readonly personId: PersonId;
      readonly assessmentId: AssessmentId;
    };
