import {
  partsOf,
  type AssessmentContext,
  type DomainEvent,
  type Measurement,
  type WaveId,
} from '@rapport/domain';
import {
  profileFromScores,
  scoreAssessment,
  teamFaultline,
  teamPersonality,
  type InstrumentDocument,
  type MemberProfile,
  type NormGroup,
  type ProfileDocument,
  type TeamPersonalityDocument,
} from '@rapport/psychometrics';
import type { References } from '../projection.js';
import type { IndividualProfileRow, TeamPersonalityRow, TeamTimelineRow } from '../rows.js';
import { defineProjection } from './define.js';

/** An instrument version or norm group version by `id@version`. */
export const instruments = defineProjection<InstrumentDocument>({
  name: 'instruments',
  categories: ['Instrument'],
  columns: { instrument_id: 'text', version: 'text' },
  columnsOf: ({ id, version }) => ({ instrument_id: id, version }),
  keysOf: (event) =>
    event.type === 'InstrumentPublished' ? [`${event.document.id}@${event.document.version}`] : [],
  on: { InstrumentPublished: (_, { document }) => document },
});

export const normGroups = defineProjection<NormGroup>({
  name: 'norm-groups',
  categories: ['Instrument'],
  columns: { instrument_id: 'text', instrument_version: 'text' },
  columnsOf: ({ instrument }) => ({ instrument_id: instrument.id, instrument_version: instrument.version }),
  keysOf: (event) => (event.type === 'NormGroupPublished' ? [`${event.norm.id}@${event.norm.version}`] : []),
  on: { NormGroupPublished: (_, { norm }) => norm },
});

type Submitted = AssessmentContext & { readonly measurement: Measurement };

/** Three read models ask for the same scores; the event and what it names never change. */
const scores = new WeakMap<Submitted, ProfileDocument>();

function scored(event: Submitted, assessment: string, references: References): ProfileDocument {
  const known = scores.get(event);
  if (known) return known;
  const profile = freshlyScored(event, assessment, references);
  scores.set(event, profile);
  return profile;
}

/** Answers are the facts; this is where they become scores, under the versions the assessment was opened with. */
function freshlyScored(event: Submitted, assessment: string, references: References): ProfileDocument {
  const instrument = references.instrument(event.instrument.id, event.instrument.version);
  const norm = event.norm && references.norm(event.norm.id, event.norm.version);
  const { measurement, bandRule } = event;
  return measurement.kind === 'answers'
    ? scoreAssessment(measurement.answers, instrument, norm, bandRule, {
        assessment,
        seconds: measurement.seconds,
      })
    : profileFromScores(measurement.scores, measurement.metric, instrument, norm, bandRule, { assessment });
}

const instrumentsOf = (event: DomainEvent): readonly string[] =>
  event.type === 'AssessmentSubmitted' ? [event.instrument.id] : [];

export const individualProfiles = defineProjection<IndividualProfileRow>({
  name: 'individual-profiles',
  categories: ['Assessment'],
  columns: { wave_id: 'text', engagement_id: 'text', person_id: 'text', team_id: 'text' },
  columnsOf: (row) => ({
    wave_id: row.waveId,
    engagement_id: row.engagementId,
    person_id: row.personId,
    team_id: row.teamId,
  }),
  instrumentsOf,
  on: {
    AssessmentSubmitted: (_, event, __, references, assessment) => ({
      waveId: event.waveId,
      engagementId: event.engagementId,
      personId: event.personId,
      teamId: event.teamId,
      submittedAt: event.submittedAt,
      profile: scored(event, assessment, references),
    }),
    AssessmentWithdrawn: () => undefined,
  },
});

const teamKeys = (event: DomainEvent): readonly string[] =>
  event.type === 'AssessmentSubmitted' || event.type === 'AssessmentWithdrawn'
    ? [`${event.waveId}:${event.teamId}`]
    : [];

const personalityOf = (members: readonly MemberProfile[]): TeamPersonalityDocument => ({
  ...teamPersonality(members),
  faultline: teamFaultline(members),
});

/** Keyed by `wave:team`; a team without submitted members has no row. */
export const teamPersonalities = defineProjection<TeamPersonalityRow>({
  name: 'team-personalities',
  version: 2,
  categories: ['Assessment'],
  columns: { wave_id: 'text', engagement_id: 'text', team_id: 'text' },
  columnsOf: (row) => ({ wave_id: row.waveId, engagement_id: row.engagementId, team_id: row.teamId }),
  keysOf: teamKeys,
  instrumentsOf,
  on: {
    AssessmentSubmitted: (row, event, { stream }, references) => {
      const { waveId, engagementId, teamId } = event;
      const members = withMember(row?.members ?? [], memberOf(event, stream, references));
      return { waveId, engagementId, teamId, members, personality: row?.personality ?? personalityOf([]) };
    },
    AssessmentWithdrawn: (row, _, { stream }) => {
      const members = withoutMember(row?.members ?? [], stream);
      return row && members.length > 0 ? { ...row, members } : undefined;
    },
  },
  finish: (row) => ({ ...row, personality: personalityOf(row.members) }),
});

/** Keyed by team: one point a wave, with means and spread only; `members` are kept to count everyone once. */
export const teamTimelines = defineProjection<TeamTimelineRow>({
  name: 'team-timelines',
  categories: ['Assessment'],
  columns: {},
  columnsOf: () => ({}),
  keysOf: (event) =>
    event.type === 'AssessmentSubmitted' || event.type === 'AssessmentWithdrawn' ? [event.teamId] : [],
  instrumentsOf,
  on: {
    AssessmentSubmitted: (row, event, { stream }, references) => {
      const member = memberOf(event, stream, references);
      return withPoint(row, event.waveId, (members) => withMember(members, member));
    },
    AssessmentWithdrawn: (row, event, { stream }) =>
      withPoint(row, event.waveId, (members) => withoutMember(members, stream)),
  },
  finish: (row) => ({
    points: row.points.map((point) => ({
      ...point,
      n: point.members.length,
      motives: teamPersonality(point.members).motives.map(({ motive, mean, sd }) => ({ motive, mean, sd })),
    })),
  }),
});

function withPoint(
  row: TeamTimelineRow | undefined,
  waveId: WaveId,
  change: (members: readonly MemberProfile[]) => readonly MemberProfile[],
): TeamTimelineRow {
  const points = row?.points ?? [];
  const known = points.find((p) => p.waveId === waveId);
  const point = { waveId, n: 0, motives: [], members: change(known?.members ?? []) };
  const next = known ? points.map((p) => (p === known ? point : p)) : [...points, point];
  return { points: next.filter((p) => p.members.length > 0) };
}

const assessmentOf = (stream: string): string => partsOf(stream).id;

const memberOf = (event: Submitted, stream: string, references: References): MemberProfile => ({
  member: event.personId,
  assessment: assessmentOf(stream),
  profile: scored(event, assessmentOf(stream), references),
});

const withMember = (members: readonly MemberProfile[], added: MemberProfile): readonly MemberProfile[] =>
  [...members.filter((m) => m.assessment !== added.assessment), added].sort((a, b) =>
    a.assessment < b.assessment ? -1 : 1,
  );

const withoutMember = (members: readonly MemberProfile[], stream: string): readonly MemberProfile[] =>
  members.filter((m) => m.assessment !== assessmentOf(stream));
