import { z } from 'zod';
import { storedEvents, type StoredVersion } from '../kernel/codec.js';
import { bandRule, locale, numbersById, slug, storedNumbers, versioned } from '../kernel/door.js';
import { idOf, instant, type PersonId } from '../kernel/ids.js';
import { storedScoring } from '../wave/wave.codec.js';
import type { AssessmentEvent } from './assessment.js';

const { clear, sealed } = storedEvents<AssessmentEvent>();
const personId = idOf<'Person'>();
const recipient = z.strictObject({
  kind: z.enum(['coach', 'consultant', 'team', 'client']),
  userId: idOf<'User'>().nullable(),
});
const metric = z.enum(['raw', 'z', 't', 'sten']);
const range = z.strictObject({ min: z.int(), max: z.int() });
const place = {
  waveId: idOf<'Wave'>(),
  engagementId: idOf<'Engagement'>(),
  personId,
  teamId: idOf<'Team'>(),
};
const storedContext = { ...place, ...storedScoring };

const subject = (event: { readonly personId: PersonId }) => `person:${event.personId}`;

const storedMeasurement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), answers: storedNumbers, seconds: storedNumbers }),
  z.strictObject({ kind: z.literal('scale-scores'), metric, scores: storedNumbers }),
]);

const storedNotice = { noticeVersion: z.string(), noticeHash: z.string(), locale };

/** Version 1 named a function only: everyone who has it in the engagement. What it did not keep is `null`. */
function releasedToFunction(
  type: AssessmentEvent['type'],
  fields: z.ZodRawShape,
  unknown: object,
): StoredVersion {
  const kind = z.enum(['coach', 'consultant', 'team']);
  return {
    type,
    version: 1,
    schema: z.strictObject({ personId, recipient: kind, ...fields }),
    sealed: [],
    raise: (old: { recipient: string }) => ({
      ...old,
      ...unknown,
      recipient: { kind: old.recipient, userId: null },
    }),
  };
}

export const assessmentVersions = [
  clear('AssessmentOpened', 1, z.strictObject({ items: z.array(z.string()), range, ...storedContext })),
  clear('ParticipationAgreed', 1, z.strictObject({ personId, ...storedNotice })),
  sealed('AnswersRecorded', 1, z.strictObject({ personId, answers: storedNumbers, seconds: storedNumbers }), {
    fields: ['answers', 'seconds'],
    subject,
    forgotten: () => ({ answers: {}, seconds: {} }),
  }),
  sealed(
    'AssessmentSubmitted',
    1,
    z.strictObject({
      measurement: storedMeasurement,
      source: z.enum(['browser', 'import']),
      submittedAt: instant,
      ...storedContext,
    }),
    {
      fields: ['measurement'],
      subject,
      forgotten: () => ({ measurement: { kind: 'answers' as const, answers: {}, seconds: {} } }),
    },
  ),
  clear('AssessmentWithdrawn', 1, z.strictObject({ withdrawnAt: instant, ...storedContext })),
  clear('OwnResultViewed', 1, z.strictObject({ personId, viewedAt: instant })),
  releasedToFunction(
    'ProfileReleased',
    { noticeVersion: z.string() },
    { purpose: 'development', noticeHash: null, locale: null, releasedAt: null, expiresAt: null },
  ),
  clear(
    'ProfileReleased',
    2,
    z.strictObject({
      personId,
      recipient,
      purpose: z.literal('development'),
      noticeVersion: z.string(),
      noticeHash: z.string().nullable(),
      locale: locale.nullable(),
      releasedAt: instant.nullable(),
      expiresAt: instant.nullable(),
    }),
  ),
  releasedToFunction('ProfileReleaseRevoked', {}, { revokedAt: null }),
  clear('ProfileReleaseRevoked', 2, z.strictObject({ personId, recipient, revokedAt: instant.nullable() })),
  clear('AggregateInclusionGiven', 1, z.strictObject({ ...place, ...storedNotice })),
  clear('AggregateInclusionWithdrawn', 1, z.strictObject({ ...place, withdrawnAt: instant })),
];

const noticeVersion = slug;
const noticeHash = z.string().regex(/^[A-Za-z0-9:+/=_-]{16,128}$/, 'must be a hash');
const notice = { noticeVersion, noticeHash, locale };
/** The client's people are released to by name only; a team has no single reader. */
const chosenRecipient = recipient
  .refine(({ kind, userId }) => kind !== 'client' || userId !== null, {
    path: ['userId'],
    message: 'a person of the client must be named',
  })
  .refine(({ kind, userId }) => kind !== 'team' || userId === null, {
    path: ['userId'],
    message: 'a team is released to as a whole',
  });
const answers = numbersById(z.int().min(-1000).max(1000));
/** Up to a day on one item; nothing where no time was taken. */
const seconds = z.record(slug, z.number().min(0).max(86_400));

const measurement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), answers, seconds }),
  z.strictObject({
    kind: z.literal('scale-scores'),
    metric,
    scores: numbersById(z.number().min(-1e6).max(1e6)),
  }),
]);

/** What the door accepts for an assessment. */
export const assessmentCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('OpenAssessment'),
    items: z
      .array(slug)
      .min(1)
      .max(1000)
      .refine((ids) => new Set(ids).size === ids.length, 'must not repeat an item'),
    range: range.refine((r) => r.min < r.max, 'min must be below max'),
    ...place,
    instrument: versioned,
    norm: versioned.nullable(),
    bandRule,
  }),
  z.strictObject({ type: z.literal('AgreeToParticipate'), ...notice }),
  z.strictObject({ type: z.literal('RecordAnswers'), answers, seconds }),
  z.strictObject({ type: z.literal('SubmitAssessment'), now: instant }),
  z.strictObject({ type: z.literal('ImportMeasurement'), measurement, now: instant }),
  z.strictObject({ type: z.literal('WithdrawAssessment'), now: instant }),
  z.strictObject({ type: z.literal('ViewOwnResult'), now: instant }),
  z.strictObject({
    type: z.literal('ReleaseProfile'),
    recipient: chosenRecipient,
    ...notice,
    expiresAt: instant.nullable(),
    now: instant,
  }),
  z.strictObject({ type: z.literal('RevokeProfileRelease'), recipient: chosenRecipient, now: instant }),
  z.strictObject({ type: z.literal('IncludeInAggregates'), ...notice }),
  z.strictObject({ type: z.literal('ExcludeFromAggregates'), now: instant }),
]);
