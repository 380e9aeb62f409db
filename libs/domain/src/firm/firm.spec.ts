import { describe, expect, it } from '@jest/globals';
import type { Role } from '../access/roles.js';
import { streamOf, type ClientId, type TenantId, type UserId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { firmDecider } from './firm.decider.js';
import type { FirmCommand, FirmEvent } from './firm.js';

const given = scenariosOf(firmDecider);
const user = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as UserId;
const client = '00000000-0000-4000-8000-0000000000c1' as ClientId;

const founded: FirmEvent = { type: 'FirmFounded', name: 'Nordlicht', slug: 'nordlicht', locale: 'de' };
const account = (n: number, roles: readonly Role[] = ['firm-admin'], clientId: ClientId | null = null) => ({
  userId: user(n),
  name: `User ${n}`,
  email: `user${n}@example.org`,
  roles,
  clientId,
});
const added = (...about: Parameters<typeof account>): FirmEvent => ({
  type: 'UserAdded',
  ...account(...about),
});
const add = (...about: Parameters<typeof account>): FirmCommand => ({
  type: 'AddUser',
  ...account(...about),
});

describe('FoundFirm', () => {
  const found: FirmCommand = { type: 'FoundFirm', name: 'Nordlicht', slug: 'nordlicht', locale: 'de' };
  it('founds the firm', () => given().when(found).thenEvents(founded));
  it('is refused when another firm was founded here', () =>
    given(founded)
      .when({ ...found, name: 'Südwind' })
      .thenRefused({ refusal: 'FirmAlreadyFounded' }));
  it('is quiet when repeated', () => given(founded, added(1)).when(found).thenNothing());
});

describe('AddUser', () => {
  it('adds an account', () => given(founded).when(add(1)).thenEvents(added(1)));
  it('adds a client account of one client organisation', () =>
    given(founded)
      .when(add(1, ['client-viewer'], client))
      .thenEvents(added(1, ['client-viewer'], client)));
  it('is refused before the firm is founded', () =>
    given().when(add(1)).thenRefused({ refusal: 'FirmNotFounded' }));
  it('is refused when the e-mail is in use, in whatever case', () =>
    given(founded, added(1))
      .when({ ...account(2), type: 'AddUser', email: 'USER1@Example.org' })
      .thenRefused({ refusal: 'EmailAlreadyInUse' }));
  it('is refused when the id belongs to another account', () =>
    given(founded, added(1))
      .when({ ...account(1), type: 'AddUser', name: 'Somebody else' })
      .thenRefused({ refusal: 'UserAlreadyAdded', userId: user(1) }));
  it('is refused for an id that was removed, because its key may be destroyed', () =>
    given(founded, added(1), added(2), { type: 'UserRemoved', userId: user(2) })
      .when(add(2))
      .thenRefused({ refusal: 'UserAlreadyAdded', userId: user(2) }));
  it('frees the e-mail of a removed account', () =>
    given(founded, added(1), added(2), { type: 'UserRemoved', userId: user(2) })
      .when({ ...account(3), type: 'AddUser', email: 'user2@example.org' })
      .thenEvents({ ...account(3), type: 'UserAdded', email: 'user2@example.org' }));
  it.each<[string, readonly Role[], ClientId | null]>([
    ['a staff role for the people of a client', ['consultant'], client],
    ['a client role without a client organisation', ['client-admin'], null],
    ['staff and client roles together', ['coach', 'client-viewer'], null],
    ['no role at all', [], null],
  ])('refuses %s', (_, roles, clientId) =>
    given(founded)
      .when(add(1, roles, clientId))
      .thenRefused({ refusal: 'RolesDoNotFit', roles, clientId }),
  );
  it('is quiet when the same account exists', () => given(founded, added(1)).when(add(1)).thenNothing());
});

describe('ChangeUserRoles', () => {
  const change = (n: number, ...roles: Role[]): FirmCommand => ({
    type: 'ChangeUserRoles',
    userId: user(n),
    roles,
  });
  it('changes the roles', () =>
    given(founded, added(1), added(2))
      .when(change(2, 'consultant', 'coach'))
      .thenEvents({ type: 'UserRolesChanged', userId: user(2), roles: ['consultant', 'coach'] }));
  it('is refused for an unknown account', () =>
    given(founded)
      .when(change(9, 'coach'))
      .thenRefused({ refusal: 'UserUnknown', userId: user(9) }));
  it('is refused when nobody would be left to administrate', () =>
    given(founded, added(1), added(2, ['coach']))
      .when(change(1, 'coach'))
      .thenRefused({ refusal: 'LastAdministrator' }));
  it('refuses staff roles for the people of a client', () =>
    given(founded, added(1), added(2, ['client-viewer'], client))
      .when(change(2, 'consultant'))
      .thenRefused({ refusal: 'RolesDoNotFit', roles: ['consultant'], clientId: client }));
  it('is quiet when the roles are the same in another order', () =>
    given(founded, added(1), added(2, ['coach', 'consultant']))
      .when(change(2, 'consultant', 'coach'))
      .thenNothing());
});

describe('RemoveUser', () => {
  const remove = (n: number): FirmCommand => ({ type: 'RemoveUser', userId: user(n) });
  it('removes an account', () =>
    given(founded, added(1), added(2))
      .when(remove(2))
      .thenEvents({ type: 'UserRemoved', userId: user(2) }));
  it('is refused for an unknown account', () =>
    given(founded, added(1))
      .when(remove(9))
      .thenRefused({ refusal: 'UserUnknown', userId: user(9) }));
  it('removes the first of two administrators', () =>
    given(founded, added(1), added(2))
      .when(remove(1))
      .thenEvents({ type: 'UserRemoved', userId: user(1) }));
  it('is refused for the last administrator', () =>
    given(founded, added(1), added(2, ['coach']))
      .when(remove(1))
      .thenRefused({ refusal: 'LastAdministrator' }));
  it('is quiet when the account is gone already', () =>
    given(founded, added(1), added(2), { type: 'UserRemoved', userId: user(2) })
      .when(remove(2))
      .thenNothing());
});

describe('two tenants', () => {
  const a = '10000000-0000-4000-8000-000000000000' as TenantId;
  const b = '20000000-0000-4000-8000-000000000000' as TenantId;
  it('have their own streams, and one e-mail may be used in both', () => {
    expect(streamOf('Firm', a, a)).not.toBe(streamOf('Firm', b, b));
    given(founded, added(1)).when(add(2)).thenEvents(added(2));
    given(founded)
      .when({ ...account(2), type: 'AddUser', email: 'user1@example.org' })
      .thenEvents({
        ...account(2),
        type: 'UserAdded',
        email: 'user1@example.org',
      });
  });
});
