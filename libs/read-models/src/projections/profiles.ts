import { partsOf, type AssessmentContext, type DomainEvent, type Measurement } from '@rapport/domain';
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
import type { Counted, IndividualProfileRow, TeamPersonalityRow, TeamTimelineRow } from '../rows.js';
import { defineProjection, type Changes } from './define.js';

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

/** Everything after which somebody counts in figures of groups, or no longer. */
type Counting = Extract<
  DomainEvent,
  {
    readonly type:
      | 'AssessmentSubmitted'
      | 'AssessmentWithdrawn'
      | 'AggregateInclusionGiven'
      | 'AggregateInclusionWithdrawn';
  }
>;
const COUNTING: readonly DomainEvent['type'][] = [
  'AssessmentSubmitted',
  'AssessmentWithdrawn',
  'AggregateInclusionGiven',
  'AggregateInclusionWithdrawn',
] satisfies Counting['type'][];
const isCounting = (event: DomainEvent): event is Counting => COUNTING.includes(event.type);

const NOBODY: Counted = { members: [], excluded: [], out: [] };

function counted(before: Counted, event: Counting, stream: string, references: References): Counted {
  const assessment = assessmentOf(stream);
  const out = before.out.filter((id) => id !== assessment);
  const all = [...before.members, ...before.excluded];
  switch (event.type) {
    case 'AssessmentSubmitted':
      return parted([...all, memberOf(event, stream, references)], before.out);
    case 'AssessmentWithdrawn':
      return parted(
        all.filter((member) => member.assessment !== assessment),
        out,
      );
    case 'AggregateInclusionGiven':
      return parted(all, out);
    case 'AggregateInclusionWithdrawn':
      return parted(all, [...out, assessment]);
  }
}

/** Each assessment once, in the order of their ids; the last one told counts. */
function parted(all: readonly MemberProfile[], out: readonly string[]): Counted {
  const each = [...new Map(all.map((member) => [member.assessment, member])).values()].sort((a, b) =>
    a.assessment < b.assessment ? -1 : 1,
  );
  return {
    members: each.filter(({ assessment }) => !out.includes(assessment)),
    excluded: each.filter(({ assessment }) => out.includes(assessment)),
    out: out.toSorted(),
  };
}

const isEmpty = ({ members, excluded, out }: Counted): boolean =>
  members.length + excluded.length + out.length === 0;

const personalityOf = (members: readonly MemberProfile[]): TeamPersonalityDocument => ({
  ...teamPersonality(members),
  faultline: teamFaultline(members),
});

/** The same change on each event that counts. */
const onCounting = <Row>(
  change: (row: Row | undefined, event: Counting, next: (before: Counted) => Counted) => Row | undefined,
): Changes<Row> =>
  Object.fromEntries(
    COUNTING.map((type) => [
      type,
      (row: Row | undefined, event: Counting, { stream }: { stream: string }, references: References) =>
        change(row, event, (before) => counted(before, event, stream, references)),
    ]),
  );

/** Keyed by `wave:team`; a team of which nobody submitted or was taken out has no row. */
export const teamPersonalities = defineProjection<TeamPersonalityRow>({
  name: 'team-personalities',
  version: 2,
  categories: ['Assessment'],
  columns: { wave_id: 'text', engagement_id: 'text', team_id: 'text' },
  columnsOf: (row) => ({ wave_id: row.waveId, engagement_id: row.engagementId, team_id: row.teamId }),
  keysOf: (event) => (isCounting(event) ? [`${event.waveId}:${event.teamId}`] : []),
  instrumentsOf,
  on: onCounting((row, { waveId, engagementId, teamId }, next) => {
    const who = next({ ...NOBODY, ...row });
    if (isEmpty(who)) return undefined;
    return { waveId, engagementId, teamId, ...who, personality: row?.personality ?? personalityOf([]) };
  }),
  finish: (row) => ({ ...row, personality: personalityOf(row.members) }),
});

/** Keyed by team: one point a wave, with means and spread only. */
export const teamTimelines = defineProjection<TeamTimelineRow>({
  name: 'team-timelines',
  version: 2,
  categories: ['Assessment'],
  columns: {},
  columnsOf: () => ({}),
  keysOf: (event) => (isCounting(event) ? [event.teamId] : []),
  instrumentsOf,
  on: onCounting((row, { waveId }, next) => {
    const points = row?.points ?? [];
    const known = points.find((p) => p.waveId === waveId);
    const point = { waveId, n: 0, motives: [], ...next({ ...NOBODY, ...known }) };
    const all = known ? points.map((p) => (p === known ? point : p)) : [...points, point];
    return { points: all.filter((p) => !isEmpty(p)) };
  }),
  finish: (row) => ({
    points: row.points.map((point) => ({
      ...point,
      n: point.members.length,
      motives: teamPersonality(point.members).motives.map(({ motive, mean, sd }) => ({ motive, mean, sd })),
    })),
  }),
});

const assessmentOf = (stream: string): string => partsOf(stream).id;

const memberOf = (event: Submitted, stream: string, references: References): MemberProfile => ({
  member: event.personId,
  assessment: assessmentOf(stream),
  profile: scored(event, assessmentOf(stream), references),
});
