import type { EventOf } from '../kernel/decider.js';
import type { EngagementId, PersonId, TeamId, WaveId } from '../kernel/ids.js';

/** The measured difference an agreement answers, as it stood when it was proposed. */
export interface FindingReference {
  readonly kind: 'team-comparison' | 'blind-spot' | 'team-pattern';
  readonly waveId: WaveId;
  readonly motive: string;
  readonly teamA: TeamId;
  readonly teamB: TeamId | null;
  readonly constellation: 'red-red' | 'blue-blue' | 'red-blue' | null;
  readonly evidence: {
    readonly difference: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}

export type Owner =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'team'; readonly teamId: TeamId };

export interface AgreementTerms {
  /** Who does what, in one or two sentences. Sealed under `engagement:{engagementId}`. */
  readonly text: string;
  readonly owner: Owner;
  readonly dueOn: string;
  readonly reviewOn: string;
}

export type Outcome = 'kept' | 'partly' | 'broken';
export type CheckInState = 'on-track' | 'slipping' | 'stuck';

/** Texts and notes are sealed under `engagement:{engagementId}`. */
export type AgreementEvent =
  | ({
      readonly type: 'AgreementProposed';
      readonly engagementId: EngagementId;
      readonly finding: FindingReference;
    } & AgreementTerms)
  | ({ readonly type: 'AgreementEdited'; readonly engagementId: EngagementId } & AgreementTerms)
  | { readonly type: 'AgreementAccepted'; readonly engagementId: EngagementId; readonly on: string }
  | {
      readonly type: 'CheckInRecorded';
      readonly engagementId: EngagementId;
      readonly state: CheckInState;
      readonly note: string;
      readonly on: string;
    }
  | {
      readonly type: 'AgreementReviewed';
      readonly engagementId: EngagementId;
      readonly outcome: Outcome;
      readonly note: string;
      readonly on: string;
    }
  /** After a review: new terms, open again. */
  | ({ readonly type: 'AgreementRevised'; readonly engagementId: EngagementId } & AgreementTerms)
  | { readonly type: 'AgreementDropped'; readonly engagementId: EngagementId; readonly reason: string };

export type AgreementCommand =
  | ({
      readonly type: 'ProposeAgreement';
      readonly engagementId: EngagementId;
      readonly finding: FindingReference;
    } & AgreementTerms)
  | ({ readonly type: 'EditAgreement' } & AgreementTerms)
  | { readonly type: 'AcceptAgreement'; readonly on: string }
  | {
      readonly type: 'RecordCheckIn';
      readonly state: CheckInState;
      readonly note: string;
      readonly on: string;
    }
  | {
      readonly type: 'ReviewAgreement';
      readonly outcome: Outcome;
      readonly note: string;
      readonly on: string;
    }
  | ({ readonly type: 'ReviseAgreement' } & AgreementTerms)
  | { readonly type: 'DropAgreement'; readonly reason: string };

export type AgreementRefusal =
  | { readonly refusal: 'AgreementUnknown' }
  | { readonly refusal: 'AgreementAlreadyProposed' }
  | { readonly refusal: 'AgreementNotAccepted' }
  | { readonly refusal: 'AgreementAlreadyAccepted' }
  | { readonly refusal: 'AgreementAlreadyReviewed'; readonly outcome: Outcome }
  | { readonly refusal: 'AgreementNotReviewed' }
  | { readonly refusal: 'AgreementIsDropped' }
  | { readonly refusal: 'ReviewBeforeDue'; readonly dueOn: string; readonly reviewOn: string };

type Proposal = EventOf<AgreementEvent, 'AgreementProposed'>;
type CheckIn = EventOf<AgreementEvent, 'CheckInRecorded'>;
type Review = EventOf<AgreementEvent, 'AgreementReviewed'>;

interface Begun {
  /** The founding proposal, as it was first made. */
  readonly proposed: Proposal;
  readonly terms: AgreementTerms;
  /** True once a review has led to new terms. */
  readonly revised: boolean;
}

export interface Proposed extends Begun {
  readonly situation: 'Proposed';
}

export interface Accepted extends Begun {
  readonly situation: 'Accepted';
  readonly acceptedOn: string;
  readonly checkIns: readonly CheckIn[];
}

export interface Reviewed extends Begun {
  readonly situation: 'Reviewed';
  readonly acceptedOn: string;
  readonly checkIns: readonly CheckIn[];
  readonly review: Review;
}

export interface Dropped extends Begun {
  readonly situation: 'Dropped';
  readonly reason: string;
}

export type AgreementState = { readonly situation: 'NotProposed' } | Proposed | Accepted | Reviewed | Dropped;

export const initialState: AgreementState = { situation: 'NotProposed' };

export const termsOf = ({ text, owner, dueOn, reviewOn }: AgreementTerms): AgreementTerms => ({
  text,
  owner,
  dueOn,
  reviewOn,
});

export function evolve(state: AgreementState, event: AgreementEvent): AgreementState {
  if (state.situation === 'NotProposed')
    return event.type === 'AgreementProposed'
      ? { situation: 'Proposed', proposed: event, terms: termsOf(event), revised: false }
      : state;
  const { proposed, terms, revised } = state;
  switch (event.type) {
    case 'AgreementProposed':
      return state;
    case 'AgreementEdited':
      return { ...state, terms: termsOf(event) };
    case 'AgreementAccepted':
      return { situation: 'Accepted', proposed, terms, revised, acceptedOn: event.on, checkIns: [] };
    case 'CheckInRecorded':
      return state.situation === 'Accepted' ? { ...state, checkIns: [...state.checkIns, event] } : state;
    case 'AgreementReviewed':
      return state.situation === 'Accepted' ? { ...state, situation: 'Reviewed', review: event } : state;
    case 'AgreementRevised':
      return { situation: 'Proposed', proposed, terms: termsOf(event), revised: true };
    case 'AgreementDropped':
      return { situation: 'Dropped', proposed, terms, revised, reason: event.reason };
  }
}
