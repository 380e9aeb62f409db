import type { ClientId, UserId } from '../kernel/ids.js';
import type { Role } from '../access/roles.js';

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
  | { readonly refusal: 'LastAdministrator' };
