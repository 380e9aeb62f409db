import {
  may,
  type AddressedCommand,
  type AssessmentCommand,
  type Locale,
  type NoticeShown,
  type Recipient,
  type Refusal,
  type UserId,
} from '@rapport/domain';
import { myAssessments, type MyAssessment } from '@rapport/read-models';
import { noticeOf } from '../../notice.js';
import { isId } from '../ids.js';
import { mutation, notPermitted, type Batch, type Intent } from '../mutation.js';
import { invalidField } from '../refusals.js';

interface Input<T> {
  readonly input: T;
}

/** What a participant does with an own assessment; anybody else's does not exist for them. */
async function own(
  assessmentId: string,
  { context: { ports, caller } }: Intent,
  decide: (assessment: MyAssessment) => Decided | Promise<Decided>,
): Promise<Batch | Refusal> {
  const [assessment] = isId(assessmentId) ? await myAssessments(ports.pool, caller, assessmentId) : [];
  if (!assessment) return notPermitted;
  const decided = await decide(assessment);
  if ('refusal' in decided) return decided;
  const command: AddressedCommand = { category: 'Assessment', id: assessmentId, command: decided };
  return { id: assessmentId, commands: [command] };
}

type Decided = AssessmentCommand | Refusal;

/** The same for what the person consents to or takes back. */
const consent: typeof own = (assessmentId, intent, decide) =>
  own(assessmentId, intent, (assessment) => {
    const { caller } = intent.context;
    const { personId } = assessment.participant;
    return may(caller, 'give-consent', { tenantId: caller.tenantId, personId })
      ? decide(assessment)
      : notPermitted;
  });

const waveIsClosed: Refusal = { refusal: 'WaveIsClosed' };

interface AgreeToParticipateInput {
  readonly assessmentId: string;
  readonly noticeVersion: string;
  readonly noticeHash: string;
  readonly locale: Locale;
}

const agreeToParticipate = mutation(({ input }: Input<AgreeToParticipateInput>, intent) =>
  consent(input.assessmentId, intent, async (assessment) => {
    const notice = noticeOf(assessment);
    if ('refusal' in notice) return notice;
    const { noticeVersion, noticeHash, locale } = input;
    if (notice.version === noticeVersion && notice.hash === noticeHash)
      return { type: 'AgreeToParticipate', noticeVersion, noticeHash, locale };
    return textHasChanged(await intent.context.locale());
  }),
);

interface RecordAnswersInput {
  readonly assessmentId: string;
  readonly answers: readonly {
    readonly itemId: string;
    readonly value: number;
    readonly seconds?: number | null;
  }[];
}

const recordAnswers = mutation(({ input }: Input<RecordAnswersInput>, intent) =>
  own(input.assessmentId, intent, async ({ wave }) => {
    if (wave.closed) return waveIsClosed;
    if (input.answers.length === 0)
      return invalidField(
        'input.answers',
        await intent.context.locale(),
        'muss mindestens eine Antwort enthalten',
        'must hold at least one answer',
      );
    const answers = Object.fromEntries(input.answers.map(({ itemId, value }) => [itemId, value]));
    const seconds = Object.fromEntries(
      input.answers.flatMap(({ itemId, seconds: spent }) => (spent == null ? [] : [[itemId, spent]])),
    );
    return { type: 'RecordAnswers', answers, seconds };
  }),
);

const submitAssessment = mutation(({ assessmentId }: { assessmentId: string }, intent) =>
  own(assessmentId, intent, ({ wave }) =>
    wave.closed ? waveIsClosed : { type: 'SubmitAssessment', now: new Date().toISOString() },
  ),
);

/** Also after the wave is closed: whoever took part may leave. */
const withdrawAssessment = mutation(({ assessmentId }: { assessmentId: string }, intent) =>
  consent(assessmentId, intent, ({ participant }) =>
    participant.status === 'withdrawn'
      ? { refusal: 'AssessmentIsWithdrawn' }
      : { type: 'WithdrawAssessment', now: new Date().toISOString() },
  ),
);

interface ReleaseProfileInput {
  readonly assessmentId: string;
  readonly recipient: Recipient['kind'];
  readonly userId?: string | null;
  readonly noticeVersion?: string | null;
  readonly noticeHash?: string | null;
  readonly expiresAt?: string | null;
}

/** Recorded when the person opens the own result: what was not seen cannot be released. */
const viewOwnResult = mutation(({ assessmentId }: { assessmentId: string }, intent) =>
  own(assessmentId, intent, () => ({ type: 'ViewOwnResult', now: new Date().toISOString() })),
);

const releaseProfile = mutation(({ input }: Input<ReleaseProfileInput>, intent) =>
  consent(input.assessmentId, intent, async (assessment) => {
    const { recipient: kind, userId = null, expiresAt = null } = input;
    const known = assessment.recipients.some((each) => each.kind === kind && each.userId === userId);
    if (userId !== null && kind !== 'team' && !known)
      return invalidField(
        'input.userId',
        await intent.context.locale(),
        'hat diese Aufgabe in dem Auftrag nicht',
        'does not have this function in the engagement',
      );
    const shown = await noticeShown(assessment, input, intent);
    if ('refusal' in shown) return shown;
    return {
      type: 'ReleaseProfile',
      recipient: { kind, userId: userId as UserId | null },
      ...shown,
      expiresAt,
      now: new Date().toISOString(),
    };
  }),
);

/** The words a consent is given to: those in force, and, where the caller says which were shown, no others. */
async function noticeShown(
  assessment: MyAssessment,
  said: { readonly noticeVersion?: string | null; readonly noticeHash?: string | null },
  { context }: Intent,
): Promise<NoticeShown | Refusal> {
  const notice = noticeOf(assessment);
  if ('refusal' in notice) return notice;
  const { version, hash } = notice;
  const locale = await context.locale();
  if ((said.noticeVersion ?? version) !== version || (said.noticeHash ?? hash) !== hash)
    return textHasChanged(locale);
  return { noticeVersion: version, noticeHash: hash, locale };
}

const textHasChanged = (locale: Locale): Refusal =>
  invalidField(
    'input.noticeHash',
    locale,
    'Der Text hat sich geändert; bitte lesen Sie ihn noch einmal',
    'the text has changed; please read it again',
  );

interface RevokeInput {
  readonly assessmentId: string;
  readonly recipient: Recipient['kind'];
  readonly userId?: string | null;
}

const revokeProfileRelease = mutation(({ input }: Input<RevokeInput>, intent) =>
  consent(input.assessmentId, intent, () => ({
    type: 'RevokeProfileRelease',
    recipient: { kind: input.recipient, userId: (input.userId ?? null) as UserId | null },
    now: new Date().toISOString(),
  })),
);

interface IncludeInput {
  readonly assessmentId: string;
  readonly noticeVersion: string;
  readonly noticeHash: string;
}

const includeInAggregates = mutation(({ input }: Input<IncludeInput>, intent) =>
  consent(input.assessmentId, intent, async (assessment) => {
    const shown = await noticeShown(assessment, input, intent);
    return 'refusal' in shown ? shown : { type: 'IncludeInAggregates', ...shown };
  }),
);

const excludeFromAggregates = mutation(({ assessmentId }: { assessmentId: string }, intent) =>
  consent(assessmentId, intent, () => ({ type: 'ExcludeFromAggregates', now: new Date().toISOString() })),
);

export const questionnaireMutations = {
  agreeToParticipate,
  recordAnswers,
  submitAssessment,
  withdrawAssessment,
  viewOwnResult,
  releaseProfile,
  revokeProfileRelease,
  includeInAggregates,
  excludeFromAggregates,
};
