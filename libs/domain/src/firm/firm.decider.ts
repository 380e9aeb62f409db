import { CLIENT_ROLES, type Role } from '../access/roles.js';
import type { Decider, Decision } from '../kernel/decider.js';
import type { ClientId, UserId } from '../kernel/ids.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './firm.js';
import type { FirmCommand, FirmEvent, FirmRefusal, FirmState } from './firm.js';

type Decided = Decision<FirmEvent, FirmRefusal>;
type Founded = Extract<FirmState, { situation: 'Founded' }>;
type Command<T extends FirmCommand['type']> = Extract<FirmCommand, { type: T }>;

/** The firm and the accounts of its people and of its clients' people. */
export const firmDecider: Decider<FirmCommand, FirmState, FirmEvent, FirmRefusal> = {
  category: 'Firm',
  initialState,
  decide,
  evolve,
};

function decide(command: FirmCommand, state: FirmState): Decided {
  if (command.type === 'FoundFirm') return foundFirm(command, state);
  if (state.situation === 'NotFounded') return { refusal: 'FirmNotFounded' };
  switch (command.type) {
    case 'AddUser':
      return addUser(command, state);
    case 'ChangeUserRoles':
      return changeUserRoles(command, state);
    case 'RemoveUser':
      return removeUser(command, state);
  }
}

function foundFirm(command: Command<'FoundFirm'>, state: FirmState): Decided {
  const founded = { ...command, type: 'FirmFounded' } as const;
  if (state.situation === 'NotFounded') return [founded];
  return same(state.founded, founded) ? [] : { refusal: 'FirmAlreadyFounded' };
}

function addUser(command: Command<'AddUser'>, state: Founded): Decided {
  const { type: _, userId, ...account } = command;
  const known = state.users.get(userId);
  if (known && same(known, account)) return [];
  if (known || state.removed.has(userId)) return { refusal: 'UserAlreadyAdded', userId };
  if (!rolesFit(account.roles, account.clientId)) return rolesDoNotFit(account.roles, account.clientId);
  const email = comparable(account.email);
  if ([...state.users.values()].some((user) => comparable(user.email) === email))
    return { refusal: 'EmailAlreadyInUse' };
  return [{ ...command, type: 'UserAdded' }];
}

function changeUserRoles(command: Command<'ChangeUserRoles'>, state: Founded): Decided {
  const { userId, roles } = command;
  const user = state.users.get(userId);
  if (!user) return { refusal: 'UserUnknown', userId };
  if (sameRoles(user.roles, roles)) return [];
  if (!rolesFit(roles, user.clientId)) return rolesDoNotFit(roles, user.clientId);
  if (!roles.includes('firm-admin') && isLastAdministrator(userId, state))
    return { refusal: 'LastAdministrator' };
  return [{ type: 'UserRolesChanged', userId, roles }];
}

function removeUser({ userId }: Command<'RemoveUser'>, state: Founded): Decided {
  if (state.removed.has(userId)) return [];
  if (!state.users.has(userId)) return { refusal: 'UserUnknown', userId };
  if (isLastAdministrator(userId, state)) return { refusal: 'LastAdministrator' };
  return [{ type: 'UserRemoved', userId }];
}

/** Without an administrator nobody could appoint another one. */
function isLastAdministrator(userId: UserId, state: Founded): boolean {
  const administrators = [...state.users].filter(([, user]) => user.roles.includes('firm-admin'));
  return administrators.length === 1 && administrators[0]?.[0] === userId;
}

function rolesFit(roles: readonly Role[], clientId: ClientId | null): boolean {
  return roles.length > 0 && roles.every((role) => CLIENT_ROLES.includes(role) === (clientId !== null));
}

const rolesDoNotFit = (roles: readonly Role[], clientId: ClientId | null): FirmRefusal => ({
  refusal: 'RolesDoNotFit',
  roles,
  clientId,
});

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.every((role) => b.includes(role)) && b.every((role) => a.includes(role));

/** Mail providers ignore case, so two spellings are one mailbox. */
const comparable = (email: string): string => email.normalize('NFC').toLowerCase();
