import type { Provenance, TeamComparisonDocument, TeamPersonalityDocument } from '@rapport/psychometrics';
import * as queries from '@rapport/read-models';
import {
  NotComparable,
  type MemberRef,
  type Profile,
  type ShownChange,
  type ShownComparison,
  type ShownPersonality,
} from '@rapport/read-models';
import { isId } from '../../commands/ids.js';
import type { RequestContext } from '../context.js';
import { problem } from '../errors.js';
import { named, type Fields } from './fields.js';

type Nothing = undefined;

export const measurementQueries: Fields<Nothing> = {
  profile: (_, { assessmentId }: { assessmentId: string }, { ports, caller }) =>
    named(assessmentId, (id) => queries.profile(ports.pool, caller, id)),
  teamPersonality: (_, { waveId, teamId }: { waveId: string; teamId: string }, { ports, caller }) =>
    areIds(waveId, teamId) ? queries.teamPersonality(ports.pool, caller, waveId, teamId) : null,
  teamComparison: (_, { waveId, teamA, teamB }: { waveId: string; teamA: string; teamB: string }, context) =>
    areIds(waveId, teamA, teamB)
      ? comparable(context, ({ ports, caller }) =>
          queries.teamComparison(ports.pool, caller, waveId, teamA, teamB),
        )
      : null,
  teamChange: (_, args: { teamId: string; firstWaveId: string; secondWaveId: string }, context) =>
    areIds(args.teamId, args.firstWaveId, args.secondWaveId)
      ? comparable(context, ({ ports, caller }) =>
          queries.teamChange(ports.pool, caller, args.teamId, args.firstWaveId, args.secondWaveId),
        )
      : null,
  teamTimeline: (_, { teamId }: { teamId: string }, { ports, caller }) =>
    isId(teamId) ? queries.teamTimeline(ports.pool, caller, teamId) : [],
};

const areIds = (...ids: readonly string[]): boolean => ids.every(isId);

async function comparable<T>(
  context: RequestContext,
  find: (context: RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await find(context);
  } catch (error) {
    if (error instanceof NotComparable) throw problem('NOT_COMPARABLE', await context.locale());
    throw error;
  }
}

const profile: Fields<Profile> = {
  motives: (source) => source.profile.motives,
  answered: (source) => source.profile.quality.answered,
  of: (source) => source.profile.quality.of,
  qualityFlags: (source) => source.profile.quality.flags,
  provenance: (source) => source.profile.provenance,
  releases: ({ releases }) => releases.map(({ kind }) => kind),
};

const provenance: Fields<Provenance> = {
  assessmentCount: ({ assessments }) => assessments.length,
};

/** A member as this caller may see it; nobody without a reference is ever shown. */
const refOf = (refs: ReadonlyMap<string, MemberRef>, id: string): MemberRef =>
  refs.get(id) ?? { member: 'anonymous', name: null };

const teamPersonality: Fields<ShownPersonality> = {
  team: ({ teamId }, _, { loaders }) => loaders.team.load(teamId),
  n: ({ document }) => document.n,
  motives: ({ document, refs }) =>
    document.motives.map((motive) => ({
      ...motive,
      members: motive.members.map(({ member, value, band }) => ({ ...refOf(refs, member), value, band })),
    })),
  blindSpots: ({ document, refs }) =>
    document.blindSpots.map((spot) => ({
      ...spot,
      red: refOf(refs, spot.red),
      blue: refOf(refs, spot.blue),
    })),
  teamBlindSpots: ({ document }) => document.teamBlindSpots,
  faultline: ({ document, refs }) => faultlineOf(document, refs),
  provenance: ({ document }) => document.provenance,
};

function faultlineOf({ faultline }: TeamPersonalityDocument, refs: ReadonlyMap<string, MemberRef>) {
  if ('kind' in faultline) return null;
  const { asw, p, groups } = faultline;
  return { asw, p, groups: groups.map((group) => group.map((id) => refOf(refs, id).member)) };
}

const teamComparison: Fields<ShownComparison> = {
  teamA: ({ teamA }, _, { loaders }) => loaders.team.load(teamA),
  teamB: ({ teamB }, _, { loaders }) => loaders.team.load(teamB),
  nA: ({ document }) => document.n.a,
  nB: ({ document }) => document.n.b,
  motives: ({ document }) => document.motives,
  translators: ({ document, refs }) =>
    document.translators.map(({ team, member, distance }) => ({
      side: team,
      member: refOf(refs, member),
      distance,
    })),
  detectable: ({ document: { detectable } }: { document: TeamComparisonDocument }) =>
    typeof detectable === 'number' ? detectable : null,
  provenance: ({ document }) => document.provenance,
};

const teamChange: Fields<ShownChange> = {
  team: ({ teamId }, _, { loaders }) => loaders.team.load(teamId),
  nFirst: ({ document }) => document.n.first,
  nSecond: ({ document }) => document.n.second,
  stayed: ({ document }) => document.n.stayed,
  joined: ({ document }) => document.n.joined,
  left: ({ document }) => document.n.left,
  motives: ({ document }) => document.motives,
};

export const measurementTypes = {
  Profile: profile,
  Provenance: provenance,
  TeamPersonality: teamPersonality,
  TeamComparison: teamComparison,
  TeamChange: teamChange,
};
