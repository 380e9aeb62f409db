import type { Locale } from '../firm/firm.js';
import type { EventOf } from '../kernel/decider.js';
import type { ClientId, TeamId, UserId } from '../kernel/ids.js';

export type WorksCouncil =
  | { readonly kind: 'agreed'; readonly reference: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** What must be on record before anyone is invited. */
export interface LegalGround {
  readonly legalBasis: string;
  readonly worksCouncil: WorksCouncil;
  readonly retentionMonths: number;
}

export type StaffFunction = 'consultant' | 'coach';

/** Title, goal, goals and indicators are sealed under `engagement:{id}`. */
export type EngagementEvent =
  | {
      readonly type: 'EngagementOpened';
      readonly clientId: ClientId;
      readonly title: string;
      readonly goal: string;
      readonly locale: Locale;
      /** True for demo and training data: said wherever the engagement is shown. */
      readonly invented: boolean;
    }
  | ({ readonly type: 'LegalGroundRecorded' } & LegalGround)
  | { readonly type: 'StaffAssigned'; readonly userId: UserId; readonly as: StaffFunction }
  | { readonly type: 'StaffReleased'; readonly userId: UserId; readonly as: StaffFunction }
  | {
      readonly type: 'TeamEntered';
      readonly teamId: TeamId;
      readonly goals: string;
      readonly indicators: string;
    }
  | { readonly type: 'EngagementClosed' };

export type EngagementCommand =
  | {
      readonly type: 'OpenEngagement';
      readonly clientId: ClientId;
      readonly title: string;
      readonly goal: string;
      readonly locale: Locale;
      readonly invented: boolean;
    }
  | ({ readonly type: 'RecordLegalGround' } & LegalGround)
  | { readonly type: 'AssignStaff'; readonly userId: UserId; readonly as: StaffFunction }
  | { readonly type: 'ReleaseStaff'; readonly userId: UserId; readonly as: StaffFunction }
  /** Also corrects goals and indicators of a team that takes part already. */
  | {
      readonly type: 'EnterTeam';
      readonly teamId: TeamId;
      readonly goals: string;
      readonly indicators: string;
    }
  | { readonly type: 'CloseEngagement' };

export type EngagementRefusal =
  | { readonly refusal: 'EngagementUnknown' }
  | { readonly refusal: 'EngagementAlreadyOpened' }
  | { readonly refusal: 'EngagementIsClosed' };

export interface Assignment {
  readonly userId: UserId;
  readonly as: StaffFunction;
}

export interface TeamBrief {
  readonly goals: string;
  readonly indicators: string;
}

export type EngagementState =
  | { readonly situation: 'NotOpened' }
  | {
      readonly situation: 'Open' | 'Closed';
      readonly opened: EventOf<EngagementEvent, 'EngagementOpened'>;
      readonly legalGround: LegalGround | null;
      readonly staff: readonly Assignment[];
      readonly teams: ReadonlyMap<TeamId, TeamBrief>;
    };

export const initialState: EngagementState = { situation: 'NotOpened' };

export function evolve(state: EngagementState, event: EngagementEvent): EngagementState {
  if (state.situation === 'NotOpened')
    return event.type === 'EngagementOpened'
      ? { situation: 'Open', opened: event, legalGround: null, staff: [], teams: new Map() }
      : state;
  switch (event.type) {
    case 'EngagementOpened':
      return state;
    case 'LegalGroundRecorded': {
      const { legalBasis, worksCouncil, retentionMonths } = event;
      return { ...state, legalGround: { legalBasis, worksCouncil, retentionMonths } };
    }
    case 'StaffAssigned':
      return { ...state, staff: [...state.staff, { userId: event.userId, as: event.as }] };
    case 'StaffReleased':
      return { ...state, staff: state.staff.filter((s) => s.userId !== event.userId || s.as !== event.as) };
    case 'TeamEntered': {
      const { goals, indicators } = event;
      return { ...state, teams: new Map(state.teams).set(event.teamId, { goals, indicators }) };
    }
    case 'EngagementClosed':
      return { ...state, situation: 'Closed' };
  }
}
