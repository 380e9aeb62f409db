import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './engagement.js';
import type { EngagementCommand, EngagementEvent, EngagementRefusal, EngagementState } from './engagement.js';

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

function assignStaff({ userId, as }: Command<'AssignStaff'>, state: Opened): Decided {
  if (isAssigned(state, { userId, as })) return [];
  return whileOpen(state, { type: 'StaffAssigned', userId, as });
}

/** Also after the engagement is closed: taking a right of access away is never too late. */
function releaseStaff({ userId, as }: Command<'ReleaseStaff'>, state: Opened): Decided {
  return isAssigned(state, { userId, as }) ? [{ type: 'StaffReleased', userId, as }] : [];
}

function enterTeam({ teamId, goals, indicators }: Command<'EnterTeam'>, state: Opened): Decided {
  if (same(state.teams.get(teamId), { goals, indicators })) return [];
  return whileOpen(state, { type: 'TeamEntered', teamId, goals, indicators });
}

const isAssigned = (state: Opened, assignment: Opened['staff'][number]): boolean =>
  state.staff.some((s) => s.userId === assignment.userId && s.as === assignment.as);

const whileOpen = (state: Opened, event: EngagementEvent): Decided =>
  state.situation === 'Open' ? [event] : { refusal: 'EngagementIsClosed' };
