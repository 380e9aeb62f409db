import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './engagement.js';
import type {
  Assignment,
  EngagementCommand,
  EngagementEvent,
  EngagementRefusal,
  EngagementState,
} from './engagement.js';

type Decided = Decision<EngagementEvent, EngagementRefusal>;
type Opened = Exclude<EngagementState, { situation: 'NotOpened' }>;
type Command<T extends EngagementCommand['type']> = Extract<EngagementCommand, { type: T }>;

/** A project of the firm for one client organisation. */
export const engagementDecider: Decider<
  EngagementCommand,
  EngagementState,
  EngagementEvent,
  EngagementRefusal
> = { category: 'Engagement', initialState, decide, evolve };

function decide(command: EngagementCommand, state: EngagementState): Decided {
  if (command.type === 'OpenEngagement') return openEngagement(command, state);
  if (state.situation === 'NotOpened') return { refusal: 'EngagementUnknown' };
  switch (command.type) {
    case 'RecordLegalGround':
      return recordLegalGround(command, state);
    case 'AssignStaff':
      return assignStaff(command, state);
    case 'ReleaseStaff':
      return releaseStaff(command, state);
    case 'EnterTeam':
      return enterTeam(command, state);
    case 'RaiseSmallestGroup':
      return raiseSmallestGroup(command, state);
    case 'CloseEngagement':
      return state.situation === 'Closed' ? [] : [{ type: 'EngagementClosed' }];
  }
}

function openEngagement(command: Command<'OpenEngagement'>, state: EngagementState): Decided {
  const opened = { ...command, type: 'EngagementOpened' } as const;
  if (state.situation === 'NotOpened') return [opened];
  return same(state.opened, opened) ? [] : { refusal: 'EngagementAlreadyOpened' };
}

function recordLegalGround(command: Command<'RecordLegalGround'>, state: Opened): Decided {
  const { type: _, ...legalGround } = command;
  if (same(state.legalGround, legalGround)) return [];
  return whileOpen(state, { type: 'LegalGroundRecorded', ...legalGround });
}

function assignStaff({ userId, as, until }: Command<'AssignStaff'>, state: Opened): Decided {
  const known = assignmentOf(state, { userId, as });
  if (known && known.until === until) return [];
  return whileOpen(state, { type: 'StaffAssigned', userId, as, until });
}

/** Also after the engagement is closed: taking a right of access away is never too late. */
function releaseStaff({ userId, as }: Command<'ReleaseStaff'>, state: Opened): Decided {
  return assignmentOf(state, { userId, as }) ? [{ type: 'StaffReleased', userId, as }] : [];
}

/** Also after the engagement is closed: stricter is always possible, laxer never. */
function raiseSmallestGroup({ smallestGroup }: Command<'RaiseSmallestGroup'>, state: Opened): Decided {
  if (smallestGroup === state.smallestGroup) return [];
  if (smallestGroup < state.smallestGroup)
    return { refusal: 'SmallestGroupOnlyRaised', smallestGroup: state.smallestGroup };
  return [{ type: 'SmallestGroupRaised', smallestGroup }];
}

function enterTeam({ teamId, goals, indicators }: Command<'EnterTeam'>, state: Opened): Decided {
  if (same(state.teams.get(teamId), { goals, indicators })) return [];
  return whileOpen(state, { type: 'TeamEntered', teamId, goals, indicators });
}

const assignmentOf = (state: Opened, of: Pick<Assignment, 'userId' | 'as'>): Assignment | undefined =>
  state.staff.find((s) => s.userId === of.userId && s.as === of.as);

const whileOpen = (state: Opened, event: EngagementEvent): Decided =>
  state.situation === 'Open' ? [event] : { refusal: 'EngagementIsClosed' };
