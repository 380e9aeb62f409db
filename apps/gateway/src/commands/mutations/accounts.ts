import { may, type ClientId, type Locale, type Role, type UserId } from '@rapport/domain';
import { randomUUID } from 'node:crypto';
import { putJob } from '@rapport/jobs';
import {
  endSessionsOf,
  inTenant,
  removeAccount,
  removeSecondFactor,
  setPassword,
  usersById,
} from '@rapport/read-models';
import type { RequestContext } from '../../graphql/context.js';
import { permittedForClient } from '../access.js';
import { idFrom, isId } from '../ids.js';
import { actorOf, mutation, notPermitted, recorded } from '../mutation.js';
import { invalidField } from '../refusals.js';

/** Accounts of the firm are its administrators' business; accounts of a client also that of those who serve it. */
async function mayManage(context: RequestContext, clientId: ClientId | null): Promise<boolean> {
  const { caller } = context;
  return clientId === null
    ? may(caller, 'manage-users', { tenantId: caller.tenantId })
    : permittedForClient(context, 'manage-client-users', clientId);
}

interface AddUserInput {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clientOrganisationId?: string | null;
  readonly password?: string | null;
}

const addUser = mutation(async ({ input }: { readonly input: AddUserInput }, { commandId, context }) => {
  const { ports, caller, loaders } = context;
  const { name, email, roles, password = null, clientOrganisationId = null } = input;
  const client =
    clientOrganisationId !== null && isId(clientOrganisationId)
      ? await loaders.clientOrganisation.load(clientOrganisationId)
      : null;
  const clientId = (client?.id ?? null) as ClientId | null;
  if ((clientOrganisationId !== null && !client) || !(await mayManage(context, clientId)))
    return notPermitted;
  const weak = password === null ? null : weakness(password, { name, email });
  if (weak) return invalidField('input.password', await context.locale(), weak.de, weak.en);
  const userId = idFrom(commandId, 'user') as UserId;
  return {
    id: userId,
    commands: [
      {
        category: 'Firm',
        id: caller.tenantId,
        command: { type: 'AddUser', userId, name, email, roles, clientId },
      },
    ],
    names: { clientId: 'clientOrganisationId' },
    afterwards: () =>
      password === null
        ? sendInvitation(context, userId, commandId)
        : setPassword(ports.pool, caller.tenantId, userId, email, password),
  };
});

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** Length counts, and that the password is not what anyone who knows the person would try first. */
export function weakness(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): Record<Locale, string> | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    return {
      de: `muss ${SHORTEST_PASSWORD} bis ${LONGEST_PASSWORD} Zeichen haben; ein kurzer Satz ist ein gutes Passwort`,
      en: `must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; a short sentence makes a good password`,
    };
  const folded = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const obvious = [name, email, email.split('@')[0] ?? ''].map(folded).filter((text) => text.length > 0);
  const bare = folded(password);
  if (obvious.includes(bare) || new Set(bare).size < 4)
    return {
      de: 'darf nicht der Name oder die E-Mail-Adresse sein und nicht nur aus wenigen Zeichen bestehen',
      en: 'must not be the name or the e-mail address, nor consist of a few characters only',
    };
  return null;
}

const removeUser = mutation(async ({ userId }: { readonly userId: string }, { context }) => {
  const { ports, caller } = context;
  const [user] = isId(userId) ? await usersById(ports.pool, caller, [userId]) : [];
  if (!(await mayManage(context, user?.clientId ?? null))) return notPermitted;
  if (!user) return { refusal: 'UserUnknown', userId };
  return {
    id: userId,
    commands: [
      {
        category: 'Firm',
        id: caller.tenantId,
        command: { type: 'RemoveUser', userId: userId as UserId },
      },
    ],
    afterwards: () => removeAccount(ports.pool, caller.tenantId, userId as UserId, actorOf(caller)),
  };
});

/** A mail by which the user chooses a password; written down, so that it is sent even if nobody can send it now. */
const sendInvitation = (
  { ports, caller }: RequestContext,
  userId: UserId,
  requestId: string,
): Promise<void> =>
  inTenant(ports.pool, caller.tenantId, (client) =>
    putJob(client, 'send-account-mail', {
      ...{ tenantId: caller.tenantId, userId, kind: 'invitation', requestId },
    }),
  );

/** The account, if the caller may manage it; what prevents it otherwise. */
async function managed(context: RequestContext, userId: string) {
  const { ports, caller } = context;
  const [user] = isId(userId) ? await usersById(ports.pool, caller, [userId]) : [];
  if (!(await mayManage(context, user?.clientId ?? null))) return notPermitted;
  return user ?? { refusal: 'UserUnknown', userId };
}

const changeUserRoles = mutation(
  async (
    {
      input: { userId, roles },
    }: { readonly input: { readonly userId: string; readonly roles: readonly Role[] } },
    { context },
  ) => {
    const { ports, caller } = context;
    const user = await managed(context, userId);
    if ('refusal' in user) return user;
    return {
      id: user.id,
      commands: [
        {
          category: 'Firm',
          id: caller.tenantId,
          command: { type: 'ChangeUserRoles', userId: userId as UserId, roles },
        },
      ],
      afterwards: () => endSessionsOf(ports.pool, caller.tenantId, userId as UserId, actorOf(caller)),
    };
  },
);

const inviteUser = mutation(async ({ userId }: { readonly userId: string }, { context }) => {
  const user = await managed(context, userId);
  if ('refusal' in user) return user;
  await sendInvitation(context, userId as UserId, randomUUID());
  return recorded(user.id);
});

const resetSecondFactor = mutation(async ({ userId }: { readonly userId: string }, { context }) => {
  const { ports, caller } = context;
  const user = await managed(context, userId);
  if ('refusal' in user) return user;
  const actor = actorOf(caller);
  await removeSecondFactor(ports.pool, caller.tenantId, userId as UserId, actor);
  await endSessionsOf(ports.pool, caller.tenantId, userId as UserId, actor);
  await inTenant(ports.pool, caller.tenantId, (client) =>
    putJob(client, 'send-account-mail', {
      ...{ tenantId: caller.tenantId, userId, kind: 'second-factor-removed', requestId: randomUUID() },
    }),
  );
  return recorded(user.id);
});

export const accountMutations = { addUser, changeUserRoles, inviteUser, resetSecondFactor, removeUser };
