import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './team.js';
import type { TeamCommand, TeamEvent, TeamRefusal, TeamState } from './team.js';

type Decided = Decision<TeamEvent, TeamRefusal>;
type Formed = Extract<TeamState, { situation: 'Formed' }>;
type Command<T extends TeamCommand['type']> = Extract<TeamCommand, { type: T }>;

/** A group in a client organisation and who belonged to it when. */
export const teamDecider: Decider<TeamCommand, TeamState, TeamEvent, TeamRefusal> = {
  category: 'Team',
  initialState,
  decide,
  evolve,
};

function decide(command: TeamCommand, state: TeamState): Decided {
  if (command.type === 'FormTeam') return formTeam(command, state);
  if (state.situation === 'NotFormed') return { refusal: 'TeamUnknown' };
  switch (command.type) {
    case 'RenameTeam':
      return renameTeam(command, state);
    case 'AddTeamMember':
      return addTeamMember(command, state);
    case 'RemoveTeamMember':
      return removeTeamMember(command, state);
  }
}

function formTeam(command: Command<'FormTeam'>, state: TeamState): Decided {
  const formed = { ...command, type: 'TeamFormed' } as const;
  if (state.situation === 'NotFormed') return [formed];
  return same(state.formed, formed) ? [] : { refusal: 'TeamAlreadyFormed' };
}

function renameTeam(command: Command<'RenameTeam'>, state: Formed): Decided {
  if (state.name === command.name && state.function === command.function) return [];
  return [{ ...command, type: 'TeamRenamed' }];
}

function addTeamMember({ personId, validFrom }: Command<'AddTeamMember'>, state: Formed): Decided {
  const memberships = state.members.get(personId) ?? [];
  if (memberships.some((m) => m.validFrom === validFrom)) return [];
  const last = memberships.at(-1);
  if (last) {
    // A second import of the same list says again that somebody belongs to the team: already so.
    if (last.validTo === null && last.validFrom <= validFrom) return [];
    if (last.validTo === null || validFrom < last.validTo)
      return { refusal: 'AlreadyAMember', personId, validFrom: last.validFrom };
  }
  return [{ type: 'TeamMemberAdded', personId, validFrom }];
}

function removeTeamMember({ personId, validTo }: Command<'RemoveTeamMember'>, state: Formed): Decided {
  const memberships = state.members.get(personId) ?? [];
  if (memberships.some((m) => m.validTo === validTo)) return [];
  const last = memberships.at(-1);
  if (!last || last.validTo !== null) return { refusal: 'NotAMember', personId };
  if (validTo < last.validFrom)
    return { refusal: 'LeavesBeforeJoining', personId, validFrom: last.validFrom };
  return [{ type: 'TeamMemberLeft', personId, validTo }];
}
