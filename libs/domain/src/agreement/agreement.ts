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
