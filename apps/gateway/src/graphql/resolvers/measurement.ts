import type {
  Provenance,
  TeamComparisonDocument,
  TeamFaultline,
  TeamPersonalityDocument,
} from '@rapport/psychometrics';
import * as queries from '@rapport/read-models';
import {
  NotComparable,
  type MemberRef,
  type MemberRefs,
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
const refOf = (refs: MemberRefs, id: string): MemberRef =>
  refs.get(id) ?? { member: 'anonymous', name: null };

const teamPersonality: Fields<ShownPersonality> = {
  team: ({ teamId }, _, { loaders }) => loaders.team.load(teamId),
  n: ({ document }) => document.n,
  motives: ({ document, byName }) => document.motives.map((motive): ShownMotive => ({ ...motive, byName })),
  blindSpots: async ({ document, byName }) => {
    const refs = await byName();
    return document.blindSpots.map((spot) => ({
      ...spot,
      red: refOf(refs, spot.red),
      blue: refOf(refs, spot.blue),
    }));
  },
  teamBlindSpots: ({ document }) => document.teamBlindSpots,
  faultline: ({ document, byName }) => faultlineOf(document, byName),
  provenance: ({ document }) => document.provenance,
};

type ShownMotive = TeamPersonalityDocument['motives'][number] & Pick<ShownPersonality, 'byName'>;

/** Who the dots are is looked up, and noted, only when somebody asks for them. */
const teamMotive: Fields<ShownMotive> = {
  members: async ({ members, byName }) => {
    const refs = await byName();
    return members.map(({ member, value, band }) => ({ ...refOf(refs, member), value, band }));
  },
};

function faultlineOf(
  { faultline }: TeamPersonalityDocument,
  byName: ShownPersonality['byName'],
): ShownFaultline | null {
  return 'kind' in faultline ? null : { ...faultline, byName };
}

type ShownFaultline = Exclude<TeamFaultline, { readonly kind: string }> & Pick<ShownPersonality, 'byName'>;

const faultline: Fields<ShownFaultline> = {
  groups: async ({ groups, byName }) => {
    const refs = await byName();
    return groups.map((group) => group.map((id) => refOf(refs, id).member));
  },
};

const teamComparison: Fields<ShownComparison> = {
  teamA: ({ teamA }, _, { loaders }) => loaders.team.load(teamA),
  teamB: ({ teamB }, _, { loaders }) => loaders.team.load(teamB),
  nA: ({ document }) => document.n.a,
  nB: ({ document }) => document.n.b,
  motives: ({ document }) => document.motives,
  translators: async ({ document, byName }) => {
    const refs = await byName();
    return document.translators.map(({ team, member, distance }) => ({
      side: team,
      member: refOf(refs, member),
      distance,
    }));
  },
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
  TeamMotive: teamMotive,
  Faultline: faultline,
  TeamComparison: teamComparison,
  TeamChange: teamChange,
};
