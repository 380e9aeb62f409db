import { may, type Capability } from '@rapport/domain';
import { apiKeys, identityProvider, signInRules, type ApiKey } from '@rapport/read-models';
import type { RequestContext } from '../context.js';
import type { Fields } from './fields.js';

const mayHere = ({ caller }: RequestContext, capability: Capability): boolean =>
  may(caller, capability, { tenantId: caller.tenantId });

export const signInQueries: Fields<undefined> = {
  async signInSettings(_, __, context) {
    const { ports, caller, signIn } = context;
    if (!mayHere(context, 'change-tenant-settings') || !signIn) return null;
    const [provider, rules] = await Promise.all([
      identityProvider(ports.pool, caller.tenantId),
      signInRules(ports.pool, caller.tenantId),
    ]);
    return { identityProvider: provider, redirectUri: signIn.sso.redirectUri, ...rules };
  },
  apiKeys: (_, __, context) =>
    mayHere(context, 'manage-api-keys') ? apiKeys(context.ports.pool, context.caller.tenantId) : [],
};

const apiKey: Fields<ApiKey> = {
  clientOrganisation: ({ clientId }, _, { loaders }) =>
    clientId === null ? null : loaders.clientOrganisation.load(clientId),
};

export const signInTypes = { ApiKey: apiKey };
