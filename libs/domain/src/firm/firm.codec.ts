import { z } from 'zod';
import { ROLES } from '../access/roles.js';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { email, locale } from '../kernel/door.js';
import { idOf, text, type UserId } from '../kernel/ids.js';
import type { FirmEvent } from './firm.js';

const { clear, sealed } = storedEvents<FirmEvent>();
const userId = idOf<'User'>();
const clientId = idOf<'ClientOrganisation'>().nullable();
const roles = z.array(z.enum(ROLES));

/** A placeholder that is never a mailbox (RFC 2606) and, unlike a constant, never two accounts' at once. */
export const forgottenAddress = (id: UserId): string => `${id}@${FORGOTTEN}.invalid`;

export const firmVersions = [
  clear('FirmFounded', 1, z.strictObject({ name: z.string(), slug: z.string(), locale })),
  sealed('UserAdded', 1, z.strictObject({ userId, name: z.string(), email: z.string(), roles, clientId }), {
    fields: ['name', 'email'],
    subject: (event) => `user:${event.userId}`,
    forgotten: (event) => ({ name: FORGOTTEN, email: forgottenAddress(event.userId) }),
  }),
  clear('UserRolesChanged', 1, z.strictObject({ userId, roles })),
  clear('UserRemoved', 1, z.strictObject({ userId })),
];

const chosenRoles = roles.min(1).max(ROLES.length);

/** What the door accepts for a firm. */
export const firmCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('FoundFirm'),
    name: text(120),
    slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits and dashes'),
    locale,
  }),
  z.strictObject({
    type: z.literal('AddUser'),
    userId,
    name: text(120),
    email,
    roles: chosenRoles,
    clientId,
  }),
  z.strictObject({ type: z.literal('ChangeUserRoles'), userId, roles: chosenRoles }),
  z.strictObject({ type: z.literal('RemoveUser'), userId }),
]);
