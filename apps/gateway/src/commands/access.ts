import { may, type Capability, type ClientId, type TeamId } from '@rapport/domain';
import {
  engagementsOf,
  mayIn,
  type AccessContext,
  type EngagementRow,
  type Stored,
  type TeamRow,
} from '@rapport/read-models';
import { isId } from './ids.js';
import type { RequestContext } from '../graphql/context.js';

/** The engagement something belongs to, if the caller may use a capability there; null for everything else. */
export async function permittedIn(
  { ports, caller }: RequestContext,
  capability: Capability,
  kind: 'engagement' | 'wave' | 'agreement' | 'report',
  id: string,
): Promise<AccessContext | null> {
  if (!isId(id)) return null;
  const [context] = await engagementsOf(ports.pool, caller, kind, id);
  return context && mayIn(caller, context, capability, {}) ? context : null;
}

/** The engagement itself, as `permittedIn`. */
export async function permittedEngagement(
  context: RequestContext,
  capability: Capability,
  id: string,
): Promise<Stored<EngagementRow> | null> {
  const permitted = await permittedIn(context, capability, 'engagement', id);
  return permitted && context.loaders.engagement.load(permitted.engagementId);
}

/** A team within reach, if the caller may use a capability in one of the engagements it takes part in, or in the firm. */
export async function permittedTeam(
  context: RequestContext,
  capability: Capability,
  teamId: string,
): Promise<Stored<Omit<TeamRow, 'members'>> | null> {
  const { ports, caller, loaders } = context;
  const team = isId(teamId) ? await loaders.team.load(teamId) : null;
  if (!team) return null;
  if (may(caller, capability, { tenantId: caller.tenantId, clientId: team.clientId })) return team;
  const contexts = await engagementsOf(ports.pool, caller, 'team', teamId);
  return contexts.some((each) => mayIn(caller, each, capability, {})) ? team : null;
}

/** Whether the caller may use a capability for an organisation, or in one of the engagements with it. */
export async function permittedForClient(
  { ports, caller }: RequestContext,
  capability: Capability,
  clientId: ClientId,
): Promise<boolean> {
  if (may(caller, capability, { tenantId: caller.tenantId, clientId })) return true;
  const contexts = await engagementsOf(ports.pool, caller, 'client', clientId);
  return contexts.some((each) => mayIn(caller, each, capability, {}));
}

export const takesPart = (engagement: EngagementRow, teamId: string): teamId is TeamId =>
  engagement.teams.some((team) => team.teamId === teamId);
