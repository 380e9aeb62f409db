import type { Role } from '../access/roles.js';
import type { EventOf } from '../kernel/decider.js';
import type { ClientId, UserId } from '../kernel/ids.js';

/** The tenant itself; its stream id is the tenant id. */
export type FirmEvent =
  | { readonly type: 'FirmFounded'; readonly name: string; readonly slug: string; readonly locale: Locale }
  /** Name and e-mail are sealed under `user:{userId}`. */
  | {
      readonly type: 'UserAdded';
      readonly userId: UserId;
      readonly name: string;
      readonly email: string;
      readonly roles: readonly Role[];
      readonly clientId: ClientId | null;
    }
  | { readonly type: 'UserRolesChanged'; readonly userId: UserId; readonly roles: readonly Role[] }
  | { readonly type: 'UserRemoved'; readonly userId: UserId };

export type Locale = 'de' | 'en';

export type FirmCommand =
  | { readonly type: 'FoundFirm'; readonly name: string; readonly slug: string; readonly locale: Locale }
  | {
      readonly type: 'AddUser';
      readonly userId: UserId;
      readonly name: string;
      readonly email: string;
      readonly roles: readonly Role[];
      readonly clientId: ClientId | null;
    }
  | { readonly type: 'ChangeUserRoles'; readonly userId: UserId; readonly roles: readonly Role[] }
  | { readonly type: 'RemoveUser'; readonly userId: UserId };

export type FirmRefusal =
  | { readonly refusal: 'FirmAlreadyFounded' }
  | { readonly refusal: 'FirmNotFounded' }
  | { readonly refusal: 'EmailAlreadyInUse' }
  | { readonly refusal: 'UserUnknown'; readonly userId: UserId }
  | { readonly refusal: 'LastAdministrator' }
  /** The id is taken by another account, or was: an id whose key may be destroyed is never used again. */
  | { readonly refusal: 'UserAlreadyAdded'; readonly userId: UserId }
  /** Staff roles go without a client organisation, client roles with one; no account has both. */
  | {
      readonly refusal: 'RolesDoNotFit';
      readonly roles: readonly Role[];
      readonly clientId: ClientId | null;
    };

export interface User {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clientId: ClientId | null;
}

export type FirmState =
  | { readonly situation: 'NotFounded' }
  | {
      readonly situation: 'Founded';
      readonly founded: EventOf<FirmEvent, 'FirmFounded'>;
      readonly users: ReadonlyMap<UserId, User>;
      readonly removed: ReadonlySet<UserId>;
    };

export const initialState: FirmState = { situation: 'NotFounded' };

export function evolve(state: FirmState, event: FirmEvent): FirmState {
  if (state.situation === 'NotFounded')
    return event.type === 'FirmFounded'
      ? { situation: 'Founded', founded: event, users: new Map(), removed: new Set() }
      : state;
  switch (event.type) {
    case 'FirmFounded':
      return state;
    case 'UserAdded': {
      const { name, email, roles, clientId } = event;
      return { ...state, users: new Map(state.users).set(event.userId, { name, email, roles, clientId }) };
    }
    case 'UserRolesChanged': {
      const user = state.users.get(event.userId);
      if (!user) return state;
      return { ...state, users: new Map(state.users).set(event.userId, { ...user, roles: event.roles }) };
    }
    case 'UserRemoved': {
      const users = new Map(state.users);
      users.delete(event.userId);
      return { ...state, users, removed: new Set(state.removed).add(event.userId) };
    }
  }
}
