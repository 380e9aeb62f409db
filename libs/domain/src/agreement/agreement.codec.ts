import { z } from 'zod';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { optionalText, slug } from '../kernel/door.js';
import { day, idOf, text, type EngagementId } from '../kernel/ids.js';
import type { AgreementEvent } from './agreement.js';

const { clear, sealed } = storedEvents<AgreementEvent>();
const engagementId = idOf<'Engagement'>();
const outcome = z.enum(['kept', 'partly', 'broken']);
const checkInState = z.enum(['on-track', 'slipping', 'stuck']);

const owner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: idOf<'Person'>() }),
  z.strictObject({ kind: z.literal('team'), teamId: idOf<'Team'>() }),
]);

const finding = <M extends z.ZodType<string>>(motive: M) =>
  z.strictObject({
    kind: z.enum(['team-comparison', 'blind-spot', 'team-pattern']),
    waveId: idOf<'Wave'>(),
    motive,
    teamA: idOf<'Team'>(),
    teamB: idOf<'Team'>().nullable(),
    constellation: z.enum(['red-red', 'blue-blue', 'red-blue']).nullable(),
    evidence: z
      .strictObject({ difference: z.number(), low: z.number().nullable(), high: z.number().nullable() })
      .nullable(),
  });

const dates = { owner, dueOn: day, reviewOn: day };
const storedTerms = { text: z.string(), ...dates };
const subject = (event: { readonly engagementId: EngagementId }) => `engagement:${event.engagementId}`;
const sealedText = { fields: ['text'], subject, forgotten: () => ({ text: FORGOTTEN }) } as const;
const sealedNote = { fields: ['note'], subject, forgotten: () => ({ note: FORGOTTEN }) } as const;

export const agreementVersions = [
  sealed(
    'AgreementProposed',
    1,
    z.strictObject({ engagementId, finding: finding(z.string()), ...storedTerms }),
    sealedText,
  ),
  sealed('AgreementEdited', 1, z.strictObject({ engagementId, ...storedTerms }), sealedText),
  clear('AgreementAccepted', 1, z.strictObject({ engagementId, on: day })),
  sealed(
    'CheckInRecorded',
    1,
    z.strictObject({ engagementId, state: checkInState, note: z.string(), on: day }),
    sealedNote,
  ),
  sealed(
    'AgreementReviewed',
    1,
    z.strictObject({ engagementId, outcome, note: z.string(), on: day }),
    sealedNote,
  ),
  sealed('AgreementRevised', 1, z.strictObject({ engagementId, ...storedTerms }), sealedText),
  sealed('AgreementDropped', 1, z.strictObject({ engagementId, reason: z.string() }), {
    fields: ['reason'],
    subject,
    forgotten: () => ({ reason: FORGOTTEN }),
  }),
];

const terms = { text: text(1000), ...dates };
const note = optionalText(4000);

/** What the door accepts for an agreement. */
export const agreementCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ProposeAgreement'), engagementId, finding: finding(slug), ...terms }),
  z.strictObject({ type: z.literal('EditAgreement'), ...terms }),
  z.strictObject({ type: z.literal('AcceptAgreement'), on: day }),
  z.strictObject({ type: z.literal('RecordCheckIn'), state: checkInState, note, on: day }),
  z.strictObject({ type: z.literal('ReviewAgreement'), outcome, note, on: day }),
  z.strictObject({ type: z.literal('ReviseAgreement'), ...terms }),
  z.strictObject({ type: z.literal('DropAgreement'), reason: text(1000) }),
]);
