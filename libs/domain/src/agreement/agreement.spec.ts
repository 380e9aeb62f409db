import { describe, it } from '@jest/globals';
import type { EngagementId, PersonId, TeamId, WaveId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { agreementDecider } from './agreement.decider.js';
import type { AgreementCommand, AgreementEvent, Outcome } from './agreement.js';

const given = scenariosOf(agreementDecider);
const engagementId = '00000000-0000-4000-8000-0000000000d1' as EngagementId;
const personId = '00000000-0000-4000-8000-0000000000e1' as PersonId;

const finding = {
  kind: 'team-comparison',
  waveId: '00000000-0000-4000-8000-0000000000f1' as WaveId,
  motive: 'status',
  teamA: '00000000-0000-4000-8000-0000000000b1' as TeamId,
  teamB: '00000000-0000-4000-8000-0000000000b2' as TeamId,
  constellation: 'red-blue',
  evidence: { difference: 1.4, low: 0.6, high: 2.2 },
} as const;
const terms = {
  text: 'Sales names three open questions before each campaign.',
  owner: { kind: 'person', personId },
  dueOn: '2026-05-01',
  reviewOn: '2026-06-01',
} as const;
const newTerms = { ...terms, text: 'Every second campaign.', dueOn: '2026-08-01', reviewOn: '2026-09-01' };

const proposed: AgreementEvent = { type: 'AgreementProposed', engagementId, finding, ...terms };
const accepted: AgreementEvent = { type: 'AgreementAccepted', engagementId, on: '2026-04-01' };
const checkedIn: AgreementEvent = {
  type: 'CheckInRecorded',
  engagementId,
  state: 'slipping',
  note: 'twice so far',
  on: '2026-04-15',
};
const reviewed = (outcome: Outcome): AgreementEvent => ({
  type: 'AgreementReviewed',
  engagementId,
  outcome,
  note: '',
  on: '2026-06-01',
});
const revised: AgreementEvent = { type: 'AgreementRevised', engagementId, ...newTerms };
const dropped: AgreementEvent = { type: 'AgreementDropped', engagementId, reason: 'team dissolved' };
const tooEarly = { dueOn: '2026-05-01', reviewOn: '2026-04-30' };

const accept: AgreementCommand = { type: 'AcceptAgreement', on: '2026-04-01' };
const review = (outcome: Outcome): AgreementCommand => ({
  type: 'ReviewAgreement',
  outcome,
  note: '',
  on: '2026-06-01',
});

describe('ProposeAgreement', () => {
  const propose: AgreementCommand = { type: 'ProposeAgreement', engagementId, finding, ...terms };
  it('proposes the agreement', () => given().when(propose).thenEvents(proposed));
  it('may be reviewed on the day it is due', () =>
    given()
      .when({ ...propose, reviewOn: terms.dueOn })
      .thenEvents({ ...proposed, reviewOn: terms.dueOn } as AgreementEvent));
  it('is refused when it would be reviewed before it is due', () =>
    given()
      .when({ ...propose, ...tooEarly })
      .thenRefused({ refusal: 'ReviewBeforeDue', ...tooEarly }));
  it('is refused when another agreement was proposed here', () =>
    given(proposed)
      .when({ ...propose, text: 'Something else' })
      .thenRefused({ refusal: 'AgreementAlreadyProposed' }));
  it('is quiet when repeated, whatever became of it', () => {
    given(proposed, accepted, reviewed('kept'), revised).when(propose).thenNothing();
    given(proposed, dropped).when(propose).thenNothing();
  });
});

describe('EditAgreement', () => {
  const edit: AgreementCommand = { type: 'EditAgreement', ...newTerms };
  const edited: AgreementEvent = { type: 'AgreementEdited', engagementId, ...newTerms };
  it('edits a proposal as often as needed', () => {
    given(proposed).when(edit).thenEvents(edited);
    given(proposed, edited)
      .when({ ...edit, text: 'Third wording' })
      .thenEvents({ ...edited, text: 'Third wording' });
  });
  it('is refused for an unknown agreement', () =>
    given().when(edit).thenRefused({ refusal: 'AgreementUnknown' }));
  it('is refused once accepted', () =>
    given(proposed, accepted).when(edit).thenRefused({ refusal: 'AgreementAlreadyAccepted' }));
  it('is refused once reviewed', () =>
    given(proposed, accepted, reviewed('partly'))
      .when(edit)
      .thenRefused({ refusal: 'AgreementAlreadyReviewed', outcome: 'partly' }));
  it('is refused when it would be reviewed before it is due', () =>
    given(proposed)
      .when({ ...edit, ...tooEarly })
      .thenRefused({ refusal: 'ReviewBeforeDue', ...tooEarly }));
  it('is refused once dropped', () =>
    given(proposed, dropped).when(edit).thenRefused({ refusal: 'AgreementIsDropped' }));
  it('is quiet when these are the terms', () => {
    given(proposed, edited).when(edit).thenNothing();
    given(proposed, edited, accepted).when(edit).thenNothing();
  });
});

describe('AcceptAgreement', () => {
  it('accepts a proposal', () => given(proposed).when(accept).thenEvents(accepted));
  it('accepts revised terms', () =>
    given(proposed, accepted, reviewed('broken'), revised)
      .when({ ...accept, on: '2026-07-01' })
      .thenEvents({ ...accepted, on: '2026-07-01' }));
  it('is refused for an unknown agreement', () =>
    given().when(accept).thenRefused({ refusal: 'AgreementUnknown' }));
  it('is refused when accepted on another day', () =>
    given(proposed, accepted)
      .when({ ...accept, on: '2026-04-02' })
      .thenRefused({ refusal: 'AgreementAlreadyAccepted' }));
  it('is refused on another day once reviewed', () =>
    given(proposed, accepted, reviewed('kept'))
      .when({ ...accept, on: '2026-04-02' })
      .thenRefused({ refusal: 'AgreementAlreadyReviewed', outcome: 'kept' }));
  it('is quiet when accepted on that day', () => {
    given(proposed, accepted).when(accept).thenNothing();
    given(proposed, accepted, reviewed('kept')).when(accept).thenNothing();
  });
});

describe('RecordCheckIn', () => {
  const checkIn: AgreementCommand = {
    type: 'RecordCheckIn',
    state: 'slipping',
    note: 'twice so far',
    on: '2026-04-15',
  };
  it('records how it goes, again and again', () => {
    given(proposed, accepted).when(checkIn).thenEvents(checkedIn);
    given(proposed, accepted, checkedIn)
      .when({ ...checkIn, state: 'on-track', on: '2026-05-01' })
      .thenEvents({ ...checkedIn, state: 'on-track', on: '2026-05-01' } as AgreementEvent);
  });
  it('is refused before the agreement is accepted', () =>
    given(proposed).when(checkIn).thenRefused({ refusal: 'AgreementNotAccepted' }));
  it('is refused once reviewed', () =>
    given(proposed, accepted, reviewed('broken'))
      .when(checkIn)
      .thenRefused({ refusal: 'AgreementAlreadyReviewed', outcome: 'broken' }));
  it('is quiet when repeated', () => {
    given(proposed, accepted, checkedIn).when(checkIn).thenNothing();
    given(proposed, accepted, checkedIn, { ...checkedIn, on: '2026-05-01' } as AgreementEvent)
      .when(checkIn)
      .thenNothing();
    given(proposed, accepted, checkedIn, reviewed('kept')).when(checkIn).thenNothing();
  });
});

describe('ReviewAgreement', () => {
  it.each<Outcome>(['kept', 'partly', 'broken'])('says that it was %s', (outcome) =>
    given(proposed, accepted, checkedIn).when(review(outcome)).thenEvents(reviewed(outcome)),
  );
  it('is refused before the agreement is accepted', () =>
    given(proposed).when(review('kept')).thenRefused({ refusal: 'AgreementNotAccepted' }));
  it('is refused when reviewed with another outcome', () =>
    given(proposed, accepted, reviewed('broken'))
      .when(review('kept'))
      .thenRefused({ refusal: 'AgreementAlreadyReviewed', outcome: 'broken' }));
  it('is quiet when repeated', () =>
    given(proposed, accepted, reviewed('kept')).when(review('kept')).thenNothing());
});

describe('ReviseAgreement', () => {
  const revise: AgreementCommand = { type: 'ReviseAgreement', ...newTerms };
  it('opens a reviewed agreement again under new terms', () =>
    given(proposed, accepted, reviewed('broken')).when(revise).thenEvents(revised));
  it('is refused for an unknown agreement', () =>
    given().when(revise).thenRefused({ refusal: 'AgreementUnknown' }));
  it.each<[string, AgreementEvent[]]>([
    ['proposed', [proposed]],
    ['proposed under these very terms', [{ ...proposed, ...newTerms } as AgreementEvent]],
    ['accepted', [proposed, accepted]],
    [
      'revised to something else',
      [proposed, accepted, reviewed('kept'), { ...revised, text: 'Else' } as AgreementEvent],
    ],
  ])('is refused while only %s', (_, history) =>
    given(...history)
      .when(revise)
      .thenRefused({ refusal: 'AgreementNotReviewed' }),
  );
  it('is refused when it would be reviewed before it is due', () =>
    given(proposed, accepted, reviewed('broken'))
      .when({ ...revise, ...tooEarly })
      .thenRefused({ refusal: 'ReviewBeforeDue', ...tooEarly }));
  it('is quiet when repeated', () => {
    given(proposed, accepted, reviewed('broken'), revised).when(revise).thenNothing();
    given(proposed, accepted, reviewed('broken'), revised, {
      ...accepted,
      on: '2026-07-01',
    } as AgreementEvent)
      .when(revise)
      .thenNothing();
  });
});

describe('DropAgreement', () => {
  const drop: AgreementCommand = { type: 'DropAgreement', reason: 'team dissolved' };
  it('drops a proposal and an accepted agreement', () => {
    given(proposed).when(drop).thenEvents(dropped);
    given(proposed, accepted, checkedIn).when(drop).thenEvents(dropped);
  });
  it('is refused once reviewed', () =>
    given(proposed, accepted, reviewed('kept'))
      .when(drop)
      .thenRefused({ refusal: 'AgreementAlreadyReviewed', outcome: 'kept' }));
  it('is refused when dropped for another reason', () =>
    given(proposed, dropped)
      .when({ ...drop, reason: 'lost interest' })
      .thenRefused({ refusal: 'AgreementIsDropped' }));
  it('is quiet when repeated', () => given(proposed, dropped).when(drop).thenNothing());
});
