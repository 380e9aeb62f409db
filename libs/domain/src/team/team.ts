import type { EventOf } from '../kernel/decider.js';
import type { ClientId, PersonId } from '../kernel/ids.js';

/** A group in a client organisation; a membership has valid-from and valid-to besides the time we learnt of it. */
export type TeamEvent =
  | {
      readonly type: 'TeamFormed';
      readonly clientId: ClientId;
      readonly name: string;
      readonly function: string;
    }
  | { readonly type: 'TeamRenamed'; readonly name: string; readonly function: string }
  | { readonly type: 'TeamMemberAdded'; readonly personId: PersonId; readonly validFrom: string }
  | { readonly type: 'TeamMemberLeft'; readonly personId: PersonId; readonly validTo: string };

export type TeamCommand =
  | {
      readonly type: 'FormTeam';
      readonly clientId: ClientId;
      readonly name: string;
      readonly function: string;
    }
  | { readonly type: 'RenameTeam'; readonly name: string; readonly function: string }
  | { readonly type: 'AddTeamMember'; readonly personId: PersonId; readonly validFrom: string }
  | { readonly type: 'RemoveTeamMember'; readonly personId: PersonId; readonly validTo: string };

export type TeamRefusal =
  | { readonly refusal: 'TeamUnknown' }
  | { readonly refusal: 'TeamAlreadyFormed' }
  | { readonly refusal: 'NotAMember'; readonly personId: PersonId }
  | { readonly refusal: 'LeavesBeforeJoining'; readonly personId: PersonId; readonly validFrom: string }
  /** The membership asked for would begin within, or before, the one that began at `validFrom`. */
  | { readonly refusal: 'AlreadyAMember'; readonly personId: PersonId; readonly validFrom: string };

/** From the first day to the last, both included; `validTo` is null while it goes on. */
export interface Membership {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export type TeamState =
  | { readonly situation: 'NotFormed' }
  | {
      readonly situation: 'Formed';
      readonly formed: EventOf<TeamEvent, 'TeamFormed'>;
      readonly name: string;
      readonly function: string;
      /** Every membership a person had, in order of time; only the last may be open. */
      readonly members: ReadonlyMap<PersonId, readonly Membership[]>;
    };

export const initialState: TeamState = { situation: 'NotFormed' };

export function evolve(state: TeamState, event: TeamEvent): TeamState {
  if (state.situation === 'NotFormed')
    return event.type === 'TeamFormed'
      ? { situation: 'Formed', formed: event, name: event.name, function: event.function, members: new Map() }
      : state;
  switch (event.type) {
    case 'TeamFormed':
      return state;
    case 'TeamRenamed':
      return { ...state, name: event.name, function: event.function };
    case 'TeamMemberAdded': {
      const { personId, validFrom } = event;
      const past = state.members.get(personId) ?? [];
      return {
        ...state,
        members: new Map(state.members).set(personId, [...past, { validFrom, validTo: null }]),
      };
    }
    case 'TeamMemberLeft': {
      const { personId, validTo } = event;
      const memberships = state.members.get(personId) ?? [];
      const closed = memberships.map((m) => (m.validTo === null ? { ...m, validTo } : m));
      return { ...state, members: new Map(state.members).set(personId, closed) };
    }
  }
}
