import type { FindingReference } from '@rapport/domain';
import { NotComparable, teamComparison, teamPersonality } from '@rapport/read-models';
import type { RequestContext } from '../graphql/context.js';
import { isId } from './ids.js';

export interface FindingInput {
  readonly kind: FindingReference['kind'];
  readonly waveId: string;
  readonly motive: string;
  readonly teamA: string;
  readonly teamB?: string | null;
}

type Measured = Pick<FindingReference, 'constellation' | 'evidence'>;

/**
 * What was measured about a finding, as the caller may see it; null when there is nothing. An agreement carries this
 * and not what the request says, so that nobody can cite a difference that nobody found.
 */
export async function measured(context: RequestContext, finding: FindingInput): Promise<Measured | null> {
  if (!isId(finding.waveId) || !isId(finding.teamA)) return null;
  switch (finding.kind) {
    case 'team-comparison':
      return comparison(context, finding);
    case 'blind-spot':
      return blindSpot(context, finding);
    case 'team-pattern':
      return pattern(context, finding);
  }
}

async function comparison(
  { ports, caller }: RequestContext,
  finding: FindingInput,
): Promise<Measured | null> {
  const { waveId, motive, teamA, teamB } = finding;
  if (teamB == null || !isId(teamB)) return null;
  const compared = await teamComparison(ports.pool, caller, waveId, teamA, teamB).catch((error: unknown) => {
    if (error instanceof NotComparable) return null;
    throw error;
  });
  const found = compared?.document.motives.find((each) => each.motive === motive);
  if (!found || found.difference === null) return null;
  const { difference, interval, constellation } = found;
  return {
    constellation,
    evidence: { difference, low: interval?.low ?? null, high: interval?.high ?? null },
  };
}

/** The widest gap between two members on a motive. */
async function blindSpot({ ports, caller }: RequestContext, finding: FindingInput): Promise<Measured | null> {
  const team = await teamPersonality(ports.pool, caller, finding.waveId, finding.teamA);
  const found = team?.document.blindSpots.find((spot) => spot.motive === finding.motive);
  return found
    ? { constellation: 'red-blue', evidence: { difference: found.gap, low: null, high: null } }
    : null;
}

/** Where the team stands as a whole. */
async function pattern({ ports, caller }: RequestContext, finding: FindingInput): Promise<Measured | null> {
  const team = await teamPersonality(ports.pool, caller, finding.waveId, finding.teamA);
  const found = team?.document.motives.find((each) => each.motive === finding.motive);
  if (!team || !found || found.mean === null) return null;
  const side = team.document.teamBlindSpots.find((spot) => spot.motive === finding.motive)?.side;
  const constellation = side === 'red' ? 'red-red' : side === 'blue' ? 'blue-blue' : null;
  const split = found.pattern === 'split' ? 'red-blue' : null;
  return {
    constellation: constellation ?? split,
    evidence: {
      difference: found.mean,
      low: found.interval?.low ?? null,
      high: found.interval?.high ?? null,
    },
  };
}
