import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import { bandRule, locale, numbersById, slug, storedNumbers, versioned } from '../kernel/door.js';
import { idOf, instant, type PersonId } from '../kernel/ids.js';
import { storedScoring } from '../wave/wave.codec.js';
import type { AssessmentEvent } from './assessment.js';

const { clear, sealed } = storedEvents<AssessmentEvent>();
const personId = idOf<'Person'>();
const recipient = z.enum(['coach', 'consultant', 'team']);
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

export const assessmentVersions = [
  clear('AssessmentOpened', 1, z.strictObject({ items: z.array(z.string()), range, ...storedContext })),
  clear(
    'ParticipationAgreed',
    1,
    z.strictObject({ personId, noticeVersion: z.string(), noticeHash: z.string(), locale }),
  ),
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
  clear('ProfileReleased', 1, z.strictObject({ personId, recipient, noticeVersion: z.string() })),
  clear('ProfileReleaseRevoked', 1, z.strictObject({ personId, recipient })),
];

const noticeVersion = slug;
const noticeHash = z.string().regex(/^[A-Za-z0-9:+/=_-]{16,128}$/, 'must be a hash');
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
  z.strictObject({ type: z.literal('AgreeToParticipate'), noticeVersion, noticeHash, locale }),
  z.strictObject({ type: z.literal('RecordAnswers'), answers, seconds }),
  z.strictObject({ type: z.literal('SubmitAssessment'), now: instant }),
  z.strictObject({ type: z.literal('ImportMeasurement'), measurement, now: instant }),
  z.strictObject({ type: z.literal('WithdrawAssessment'), now: instant }),
  z.strictObject({ type: z.literal('ReleaseProfile'), recipient, noticeVersion }),
  z.strictObject({ type: z.literal('RevokeProfileRelease'), recipient }),
]);
