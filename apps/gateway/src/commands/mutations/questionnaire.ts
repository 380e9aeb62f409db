import type { AddressedCommand, AssessmentCommand, Locale, Recipient, Refusal } from '@rapport/domain';
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

const waveIsClosed: Refusal = { refusal: 'WaveIsClosed' };

interface AgreeToParticipateInput {
  readonly assessmentId: string;
  readonly noticeVersion: string;
  readonly noticeHash: string;
  readonly locale: Locale;
}

const agreeToParticipate = mutation(({ input }: Input<AgreeToParticipateInput>, intent) =>
  own(input.assessmentId, intent, async (assessment) => {
    const notice = noticeOf(assessment);
    if ('refusal' in notice) return notice;
    const { noticeVersion, noticeHash, locale } = input;
    if (notice.version === noticeVersion && notice.hash === noticeHash)
      return { type: 'AgreeToParticipate', noticeVersion, noticeHash, locale };
    return invalidField(
      'input.noticeHash',
      await intent.context.locale(),
      'Der Text hat sich geändert; bitte lesen Sie ihn noch einmal',
      'the text has changed; please read it again',
    );
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
  own(assessmentId, intent, ({ participant }) =>
    participant.status === 'withdrawn'
      ? { refusal: 'AssessmentIsWithdrawn' }
      : { type: 'WithdrawAssessment', now: new Date().toISOString() },
  ),
);

interface ReleaseProfileInput {
  readonly assessmentId: string;
  readonly recipient: Recipient['kind'];
}

/** Recorded when the person opens the own result: what was not seen cannot be released. */
const viewOwnResult = mutation(({ assessmentId }: { assessmentId: string }, intent) =>
  own(assessmentId, intent, () => ({ type: 'ViewOwnResult', now: new Date().toISOString() })),
);

const releaseProfile = mutation(({ input }: Input<ReleaseProfileInput>, intent) =>
  own(input.assessmentId, intent, async (assessment) => {
    const notice = noticeOf(assessment);
    if ('refusal' in notice) return notice;
    const { version, hash } = notice;
    return {
      type: 'ReleaseProfile',
      recipient: { kind: input.recipient, userId: null },
      noticeVersion: version,
      noticeHash: hash,
      locale: await intent.context.locale(),
      expiresAt: null,
      now: new Date().toISOString(),
    };
  }),
);

const revokeProfileRelease = mutation(({ input }: Input<ReleaseProfileInput>, intent) =>
  own(input.assessmentId, intent, () => ({
    type: 'RevokeProfileRelease',
    recipient: { kind: input.recipient, userId: null },
    now: new Date().toISOString(),
  })),
);

export const questionnaireMutations = {
  agreeToParticipate,
  recordAnswers,
  submitAssessment,
  withdrawAssessment,
  viewOwnResult,
  releaseProfile,
  revokeProfileRelease,
};
