import type { Versioned } from '../instrument/instrument.js';
import type { EventOf } from '../kernel/decider.js';
import type { AssessmentId, EngagementId, PersonId, TeamId } from '../kernel/ids.js';

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

/** The latest invitation and those before it: a wave of thousands is folded without copying a map each time. */
export interface Invitations {
  readonly latest: EventOf<WaveEvent, 'ParticipantInvited'>;
  readonly earlier: Invitations | null;
}

export type WaveState =
  | { readonly situation: 'NotOpened' }
  | {
      readonly situation: 'Open' | 'Closed';
      readonly opened: EventOf<WaveEvent, 'WaveOpened'>;
      readonly invitations: Invitations | null;
    };

export const initialState: WaveState = { situation: 'NotOpened' };

export function evolve(state: WaveState, event: WaveEvent): WaveState {
  if (state.situation === 'NotOpened')
    return event.type === 'WaveOpened' ? { situation: 'Open', opened: event, invitations: null } : state;
  switch (event.type) {
    case 'ParticipantInvited':
      return { ...state, invitations: { latest: event, earlier: state.invitations } };
    case 'WaveClosed':
      return { ...state, situation: 'Closed' };
    case 'WaveOpened':
    case 'ParticipantsReminded':
      return state;
  }
}
