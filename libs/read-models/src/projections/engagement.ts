import { same, SMALLEST_GROUP, type AgreementTerms, type Recipient, type Release } from '@rapport/domain';
import type {
  AgreementRow,
  AnswerSheetRow,
  EngagementRow,
  ParticipantRow,
  ReportRow,
  WaveRow,
} from '../rows.js';
import { changed, defineProjection } from './define.js';

export const engagements = defineProjection<EngagementRow>({
  name: 'engagements',
  version: 2,
  categories: ['Engagement'],
  columns: { client_id: 'text', opened_at: 'timestamptz' },
  columnsOf: (row) => ({ client_id: row.clientId, opened_at: row.openedAt }),
  on: {
    EngagementOpened: (_, { clientId, title, goal, locale, invented }, { meta }) => ({
      clientId,
      title,
      goal,
      locale,
      invented,
      closed: false,
      openedAt: meta.at,
      legalGround: null,
      smallestGroup: SMALLEST_GROUP,
      staff: [],
      teams: [],
    }),
    LegalGroundRecorded: (row, { controller, legalBasis, worksCouncil, retentionMonths }) =>
      changed(row, { legalGround: { controller, legalBasis, worksCouncil, retentionMonths } }),
    SmallestGroupRaised: (row, { smallestGroup }) => changed(row, { smallestGroup }),
    StaffAssigned: (row, { userId, as, until }) =>
      row && {
        ...row,
        staff: [...row.staff.filter((s) => s.userId !== userId || s.as !== as), { userId, as, until }],
      },
    StaffReleased: (row, { userId, as }) =>
      row && { ...row, staff: row.staff.filter((s) => s.userId !== userId || s.as !== as) },
    TeamEntered: (row, { teamId, goals, indicators }) => {
      if (!row) return row;
      const entered = { teamId, goals, indicators };
      const known = row.teams.some((t) => t.teamId === teamId);
      return {
        ...row,
        teams: known ? row.teams.map((t) => (t.teamId === teamId ? entered : t)) : [...row.teams, entered],
      };
    },
    EngagementClosed: (row) => changed(row, { closed: true }),
  },
});

export const waves = defineProjection<WaveRow>({
  name: 'waves',
  categories: ['Wave'],
  columns: { engagement_id: 'text', opens_on: 'date' },
  columnsOf: (row) => ({ engagement_id: row.engagementId, opens_on: row.opensOn }),
  on: {
    WaveOpened: (_, { engagementId, title, instrument, norm, bandRule, opensOn, closesOn }) => ({
      engagementId,
      title,
      instrument,
      norm,
      bandRule,
      opensOn,
      closesOn,
      closed: false,
    }),
    WaveClosed: (row) => changed(row, { closed: true }),
  },
});

export const participants = defineProjection<ParticipantRow>({
  name: 'participants',
  version: 2,
  categories: ['Assessment'],
  columns: {
    wave_id: 'text',
    engagement_id: 'text',
    person_id: 'text',
    team_id: 'text',
    status: 'text',
    opened_at: 'timestamptz',
  },
  columnsOf: (row) => ({
    wave_id: row.waveId,
    engagement_id: row.engagementId,
    person_id: row.personId,
    team_id: row.teamId,
    status: row.status,
    opened_at: row.openedAt,
  }),
  on: {
    AssessmentOpened: (_, { waveId, engagementId, personId, teamId }, { meta }) => ({
      waveId,
      engagementId,
      personId,
      teamId,
      status: 'not-started',
      agreed: false,
      openedAt: meta.at,
      submittedAt: null,
      viewedAt: null,
      releases: [],
      inclusion: 'by-notice',
    }),
    ParticipationAgreed: (row) => changed(row, { agreed: true }),
    AnswersRecorded: (row) => (row?.status === 'not-started' ? { ...row, status: 'in-progress' } : row),
    AssessmentSubmitted: (row, { submittedAt }) => changed(row, { status: 'submitted', submittedAt }),
    AssessmentWithdrawn: (row) => changed(row, { status: 'withdrawn', releases: [] }),
    OwnResultViewed: (row, { viewedAt }) => changed(row, { viewedAt }),
    ProfileReleased: (row, { type: _, personId: __, ...release }, { meta }) =>
      row && {
        ...row,
        releases: [
          ...without(row.releases, release.recipient),
          { ...release, releasedAt: release.releasedAt ?? meta.at },
        ],
      },
    ProfileReleaseRevoked: (row, { recipient }) =>
      row && { ...row, releases: without(row.releases, recipient) },
    AggregateInclusionGiven: (row) => changed(row, { inclusion: 'given' }),
    AggregateInclusionWithdrawn: (row) => changed(row, { inclusion: 'withdrawn' }),
  },
});

const without = (releases: readonly Release[], recipient: Recipient): readonly Release[] =>
  releases.filter((release) => !same(release.recipient, recipient));

export const answerSheets = defineProjection<AnswerSheetRow>({
  name: 'answer-sheets',
  categories: ['Assessment'],
  columns: { person_id: 'text' },
  columnsOf: (row) => ({ person_id: row.personId }),
  on: {
    AssessmentOpened: (_, { personId }) => ({ personId, answers: {} }),
    AnswersRecorded: (row, { answers }) => row && { ...row, answers: { ...row.answers, ...answers } },
    // Once submitted the profile is what the person reads; the answers stay in the log alone.
    AssessmentSubmitted: () => undefined,
    AssessmentWithdrawn: () => undefined,
  },
});

const terms = ({ text, owner, dueOn, reviewOn }: AgreementTerms): AgreementTerms => ({
  text,
  owner,
  dueOn,
  reviewOn,
});

export const agreements = defineProjection<AgreementRow>({
  name: 'agreements',
  categories: ['Agreement'],
  columns: { engagement_id: 'text', review_on: 'date', status: 'text' },
  columnsOf: (row) => ({ engagement_id: row.engagementId, review_on: row.reviewOn, status: row.status }),
  on: {
    AgreementProposed: (_, event) => ({
      ...terms(event),
      engagementId: event.engagementId,
      finding: event.finding,
      status: 'proposed',
      acceptedOn: null,
      outcome: null,
      reviewNote: null,
      reviewedOn: null,
      revision: 0,
      checkIns: [],
    }),
    AgreementEdited: (row, event) => changed(row, terms(event)),
    AgreementAccepted: (row, { on }) => changed(row, { status: 'agreed', acceptedOn: on }),
    CheckInRecorded: (row, { on, state, note }) =>
      row && { ...row, checkIns: [...row.checkIns, { on, state, note }] },
    AgreementReviewed: (row, { outcome, note, on }) =>
      changed(row, { status: 'reviewed', outcome, reviewNote: note, reviewedOn: on }),
    AgreementRevised: (row, event) =>
      row && {
        ...row,
        ...terms(event),
        status: 'proposed',
        acceptedOn: null,
        outcome: null,
        reviewNote: null,
        reviewedOn: null,
        revision: row.revision + 1,
      },
    AgreementDropped: (row) => changed(row, { status: 'dropped' }),
  },
});

export const reports = defineProjection<ReportRow>({
  name: 'reports',
  categories: ['Report'],
  columns: {
    engagement_id: 'text',
    client_id: 'text',
    status: 'text',
    released: 'boolean',
    requested_at: 'timestamptz',
  },
  columnsOf: (row) => ({
    engagement_id: row.engagementId,
    client_id: row.clientId,
    status: row.status,
    released: row.released,
    requested_at: row.requestedAt,
  }),
  on: {
    ReportRequested: (_, event, { meta }) => {
      const { type: _type, ...request } = event;
      return {
        ...request,
        status: 'requested',
        failure: null,
        requestedAt: meta.at,
        issuedAt: null,
        logPosition: null,
        pages: null,
        files: [],
        released: false,
      };
    },
    ReportIssued: (row, { files, logPosition, pages }, { meta }) =>
      changed(row, { status: 'issued', failure: null, issuedAt: meta.at, files, logPosition, pages }),
    ReportFailed: (row, { reason }) => changed(row, { status: 'failed', failure: reason }),
    ReportReleased: (row) => changed(row, { released: true }),
    ReportWithdrawn: (row) => changed(row, { released: false }),
  },
});
