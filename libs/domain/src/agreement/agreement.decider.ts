import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState, termsOf } from './agreement.js';
import type {
  AgreementCommand,
  AgreementEvent,
  AgreementRefusal,
  AgreementState,
  AgreementTerms,
} from './agreement.js';

type Decided = Decision<AgreementEvent, AgreementRefusal>;
type Begun = Exclude<AgreementState, { situation: 'NotProposed' }>;
type Alive = Exclude<Begun, { situation: 'Dropped' }>;
type Command<T extends AgreementCommand['type']> = Extract<AgreementCommand, { type: T }>;

/** Who does what until when, from which finding, and what became of it. */
export const agreementDecider: Decider<AgreementCommand, AgreementState, AgreementEvent, AgreementRefusal> = {
  category: 'Agreement',
  initialState,
  decide,
  evolve,
};

function decide(command: AgreementCommand, state: AgreementState): Decided {
  if (command.type === 'ProposeAgreement') return propose(command, state);
  if (state.situation === 'NotProposed') return { refusal: 'AgreementUnknown' };
  if (state.situation === 'Dropped')
    return command.type === 'DropAgreement' && command.reason === state.reason
      ? []
      : { refusal: 'AgreementIsDropped' };
  switch (command.type) {
    case 'EditAgreement':
      return edit(command, state);
    case 'AcceptAgreement':
      return accept(command, state);
    case 'RecordCheckIn':
      return recordCheckIn(command, state);
    case 'ReviewAgreement':
      return review(command, state);
    case 'ReviseAgreement':
      return revise(command, state);
    case 'DropAgreement':
      return drop(command, state);
  }
}

function propose(command: Command<'ProposeAgreement'>, state: AgreementState): Decided {
  const proposed = { ...command, type: 'AgreementProposed' } as const;
  if (state.situation === 'NotProposed') return reviewedTooEarly(command) ?? [proposed];
  return same(state.proposed, proposed) ? [] : { refusal: 'AgreementAlreadyProposed' };
}

function edit(command: Command<'EditAgreement'>, state: Alive): Decided {
  const terms = termsOf(command);
  if (same(state.terms, terms)) return [];
  if (state.situation === 'Accepted') return { refusal: 'AgreementAlreadyAccepted' };
  if (state.situation === 'Reviewed') return alreadyReviewed(state);
  return (
    reviewedTooEarly(terms) ?? [{ type: 'AgreementEdited', engagementId: engagementOf(state), ...terms }]
  );
}

function accept({ on }: Command<'AcceptAgreement'>, state: Alive): Decided {
  if (state.situation === 'Proposed')
    return [{ type: 'AgreementAccepted', engagementId: engagementOf(state), on }];
  if (state.acceptedOn === on) return [];
  return state.situation === 'Reviewed' ? alreadyReviewed(state) : { refusal: 'AgreementAlreadyAccepted' };
}

function recordCheckIn(command: Command<'RecordCheckIn'>, state: Alive): Decided {
  if (state.situation === 'Proposed') return { refusal: 'AgreementNotAccepted' };
  const checkIn = { ...command, type: 'CheckInRecorded', engagementId: engagementOf(state) } as const;
  if (state.checkIns.some((known) => same(known, checkIn))) return [];
  return state.situation === 'Reviewed' ? alreadyReviewed(state) : [checkIn];
}

function review(command: Command<'ReviewAgreement'>, state: Alive): Decided {
  if (state.situation === 'Proposed') return { refusal: 'AgreementNotAccepted' };
  const reviewed = { ...command, type: 'AgreementReviewed', engagementId: engagementOf(state) } as const;
  if (state.situation === 'Accepted') return [reviewed];
  return same(state.review, reviewed) ? [] : alreadyReviewed(state);
}

/** Only a review opens an agreement again: what was agreed stands until it was looked at together. */
function revise(command: Command<'ReviseAgreement'>, state: Alive): Decided {
  const terms = termsOf(command);
  if (state.situation !== 'Reviewed')
    return state.revised && same(state.terms, terms) ? [] : { refusal: 'AgreementNotReviewed' };
  return (
    reviewedTooEarly(terms) ?? [{ type: 'AgreementRevised', engagementId: engagementOf(state), ...terms }]
  );
}

function drop({ reason }: Command<'DropAgreement'>, state: Alive): Decided {
  if (state.situation === 'Reviewed') return alreadyReviewed(state);
  return [{ type: 'AgreementDropped', engagementId: engagementOf(state), reason }];
}

const engagementOf = (state: Begun) => state.proposed.engagementId;

const alreadyReviewed = (state: Extract<Begun, { situation: 'Reviewed' }>): AgreementRefusal => ({
  refusal: 'AgreementAlreadyReviewed',
  outcome: state.review.outcome,
});

function reviewedTooEarly({ dueOn, reviewOn }: AgreementTerms): AgreementRefusal | undefined {
  return reviewOn < dueOn ? { refusal: 'ReviewBeforeDue', dueOn, reviewOn } : undefined;
}
