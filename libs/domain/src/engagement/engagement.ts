import type { Locale } from '../firm/firm.js';
import { SMALLEST_GROUP } from '../access/may.js';
import type { EventOf } from '../kernel/decider.js';
import type { ClientId, TeamId, UserId } from '../kernel/ids.js';

export type WorksCouncil =
  | { readonly kind: 'agreed'; readonly reference: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** Who decides about purposes and means of the processing, and so which notice is right. */
export type Controller = 'client' | 'firm' | 'joint';

/** What must be on record before anyone is invited. */
export interface LegalGround {
  /** `null` in grounds from before it was asked for: incomplete until it is recorded. */
  readonly controller: Controller | null;
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
  | ({ readonly type: 'StaffAssigned' } & Assignment)
  | { readonly type: 'StaffReleased'; readonly userId: UserId; readonly as: StaffFunction }
  | {
      readonly type: 'TeamEntered';
      readonly teamId: TeamId;
      readonly goals: string;
      readonly indicators: string;
    }
  | { readonly type: 'SmallestGroupRaised'; readonly smallestGroup: number }
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
  | ({ readonly type: 'RecordLegalGround'; readonly controller: Controller } & Omit<
      LegalGround,
      'controller'
    >)
  /** Also changes the last day of an assignment. */
  | ({ readonly type: 'AssignStaff' } & Assignment)
  | { readonly type: 'ReleaseStaff'; readonly userId: UserId; readonly as: StaffFunction }
  /** Also corrects goals and indicators of a team that takes part already. */
  | {
      readonly type: 'EnterTeam';
      readonly teamId: TeamId;
      readonly goals: string;
      readonly indicators: string;
    }
  /** Figures are shown of no smaller group in this engagement; upwards only, for works agreements ask for more. */
  | { readonly type: 'RaiseSmallestGroup'; readonly smallestGroup: number }
  | { readonly type: 'CloseEngagement' };

export type EngagementRefusal =
  | { readonly refusal: 'EngagementUnknown' }
  | { readonly refusal: 'EngagementAlreadyOpened' }
  | { readonly refusal: 'EngagementIsClosed' }
  | { readonly refusal: 'SmallestGroupOnlyRaised'; readonly smallestGroup: number };

export interface Assignment {
  readonly userId: UserId;
  readonly as: StaffFunction;
  /** Last day of the assignment; `null` for as long as the engagement lasts. */
  readonly until: string | null;
}

/** Nothing that participants were told is missing. */
export const isComplete = (ground: LegalGround | null): boolean =>
  ground !== null && ground.controller !== null;

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
      readonly smallestGroup: number;
      readonly staff: readonly Assignment[];
      readonly teams: ReadonlyMap<TeamId, TeamBrief>;
    };

export const initialState: EngagementState = { situation: 'NotOpened' };

export function evolve(state: EngagementState, event: EngagementEvent): EngagementState {
  if (state.situation === 'NotOpened')
    return event.type === 'EngagementOpened'
      ? {
          situation: 'Open',
          opened: event,
          legalGround: null,
          smallestGroup: SMALLEST_GROUP,
          staff: [],
          teams: new Map(),
        }
      : state;
  switch (event.type) {
    case 'EngagementOpened':
      return state;
    case 'LegalGroundRecorded': {
      const { controller, legalBasis, worksCouncil, retentionMonths } = event;
      return { ...state, legalGround: { controller, legalBasis, worksCouncil, retentionMonths } };
    }
    case 'StaffAssigned': {
      const { userId, as, until } = event;
      return { ...state, staff: [...others(state.staff, event), { userId, as, until }] };
    }
    case 'StaffReleased':
      return { ...state, staff: others(state.staff, event) };
    case 'TeamEntered': {
      const { goals, indicators } = event;
      return { ...state, teams: new Map(state.teams).set(event.teamId, { goals, indicators }) };
    }
    case 'SmallestGroupRaised':
      return { ...state, smallestGroup: Math.max(state.smallestGroup, event.smallestGroup) };
    case 'EngagementClosed':
      return { ...state, situation: 'Closed' };
  }
}

const others = (
  staff: readonly Assignment[],
  { userId, as }: Pick<Assignment, 'userId' | 'as'>,
): readonly Assignment[] => staff.filter((s) => s.userId !== userId || s.as !== as);
