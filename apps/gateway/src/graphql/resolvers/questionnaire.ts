import { MOTIVES, motiveTexts, type MotiveTexts } from '@rapport/content';
import { isRefusal, may, recipientsAt } from '@rapport/domain';
import * as queries from '@rapport/read-models';
import type { MyAssessment } from '@rapport/read-models';
import { isId, isVersion } from '../../commands/ids.js';
import { problem } from '../errors.js';
import { noticeOf } from '../../notice.js';
import { connection, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

const motives = MOTIVES.map((id) => motiveTexts[id]);

export const questionnaireQueries: Fields<Nothing> = {
  instruments: async (_, args: PageArguments, { ports, caller }) =>
    connection(await queries.instruments(ports.pool, caller, pageRequest(args))),
  instrument: (_, key: { id: string; version: string }, { caller, loaders }) =>
    queries.maySeeInstruments(caller) && isVersion(key) ? loaders.instrument.load(key) : null,
  normGroups: (
    _,
    { instrumentId, instrumentVersion }: { instrumentId: string; instrumentVersion: string },
    { ports, caller },
  ) => {
    const key = { id: instrumentId, version: instrumentVersion };
    return isVersion(key) ? queries.normGroups(ports.pool, caller, key) : [];
  },
  motives: () => motives,
  myConsents: async (_, __, { ports, caller }) =>
    (await queries.myAssessments(ports.pool, caller)).flatMap(consentsOf),
  profilesReleasedToMe: (_, __, { ports, caller }) => queries.profilesReleasedTo(ports.pool, caller),
  myAssessments: (_, __, { ports, caller }) => queries.myAssessments(ports.pool, caller),
  myAssessment: async (_, { id }: { id: string }, { ports, caller }) =>
    isId(id) ? ((await queries.myAssessments(ports.pool, caller, id))[0] ?? null) : null,
};

const motive: Fields<MotiveTexts> = {
  redRed: ({ constellations }) => constellations['red-red'],
  blueBlue: ({ constellations }) => constellations['blue-blue'],
  redBlue: ({ constellations }) => constellations['red-blue'],
};

/** Every release that was given and not taken back, with the name of whoever it is for. */
function consentsOf({ id, engagementTitle, wave, participant, recipients }: MyAssessment) {
  const now = new Date().toISOString();
  return participant.releases.map((release) => ({
    ...release,
    assessmentId: id,
    engagementTitle,
    waveTitle: wave.title,
    recipient: release.recipient.kind,
    userId: release.recipient.userId,
    name: recipients.find(({ userId }) => userId === release.recipient.userId)?.name ?? null,
    inForce: recipientsAt([release], now).length > 0,
  }));
}

const myAssessment: Fields<MyAssessment> = {
  waveTitle: ({ wave }) => wave.title,
  closesOn: ({ wave }) => wave.closesOn,
  closed: ({ wave }) => wave.closed,
  status: ({ participant }) => participant.status,
  agreed: ({ participant }) => participant.agreed,
  submittedAt: ({ participant }) => participant.submittedAt,
  releases: ({ participant }) => [
    ...new Set(recipientsAt(participant.releases, new Date().toISOString()).map(({ kind }) => kind)),
  ],
  consents: consentsOf,
  retentionMonths: ({ legalGround }) => legalGround?.retentionMonths ?? 0,
  countsInAggregates: ({ participant }) => participant.inclusion !== 'withdrawn',
  viewedAt: ({ participant }) => participant.viewedAt,
  notice: async (source, _, context) => {
    const notice = noticeOf(source);
    if (isRefusal(notice)) throw problem('NOTICE_NOT_COMPLETE', await context.locale());
    return notice;
  },
  answers: ({ answers, participant: { personId } }, _, { caller }) =>
    may(caller, 'raw-answers', { tenantId: caller.tenantId, personId })
      ? Object.entries(answers).map(([itemId, value]) => ({ itemId, value }))
      : [],
};

export const questionnaireTypes = { Motive: motive, MyAssessment: myAssessment };
