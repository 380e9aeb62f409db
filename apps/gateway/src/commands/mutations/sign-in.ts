import { may, type Capability, type ClientId } from '@rapport/domain';
import {
  API_KEY_SCOPES,
  createApiKey as create,
  removeIdentityProvider as removeProvider,
  requireSecondFactor as require,
  revokeApiKey as revoke,
  setIdentityProvider as setProvider,
} from '@rapport/read-models';
import type { RequestContext } from '../../graphql/context.js';
import { idFrom, isId } from '../ids.js';
import { actorOf, mutation, notPermitted, recorded } from '../mutation.js';
import { invalidField, invalidInput } from '../refusals.js';

const mayHere = ({ caller }: RequestContext, capability: Capability): boolean =>
  may(caller, capability, { tenantId: caller.tenantId });

interface IdentityProviderInput {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | null;
  readonly domains: readonly string[];
  readonly enforced: boolean;
}

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** What is wrong with what was entered, field by field. */
function problemsIn(input: IdentityProviderInput, domains: readonly string[], de: boolean) {
  const problems: { field: string; reason: string }[] = [];
  const say = (field: string, german: string, english: string) =>
    problems.push({ field: `input.${field}`, reason: de ? german : english });
  if (!URL.canParse(input.issuer) || input.issuer.length > 500 || /[?#]/.test(input.issuer))
    say(
      'issuer',
      'muss die Adresse des Anbieters sein, zum Beispiel https://login.firma.de',
      'must be the address of the provider, for example https://login.firm.com',
    );
  if (input.clientId.length === 0 || input.clientId.length > 300)
    say('clientId', 'muss 1 bis 300 Zeichen haben', 'must have 1 to 300 characters');
  if (input.clientSecret != null && (input.clientSecret.length < 8 || input.clientSecret.length > 500))
    say('clientSecret', 'muss 8 bis 500 Zeichen haben', 'must have 8 to 500 characters');
  if (domains.length === 0 || domains.length > 20 || !domains.every((domain) => DOMAIN.test(domain)))
    say(
      'domains',
      'muss 1 bis 20 Domains nennen, zum Beispiel firma.de',
      'must name 1 to 20 domains, for example firm.com',
    );
  return problems;
}

const setIdentityProvider = mutation(
  async ({ input }: { readonly input: IdentityProviderInput }, { context }) => {
    const { ports, caller, signIn } = context;
    if (!mayHere(context, 'change-tenant-settings') || !signIn) return notPermitted;
    const locale = await context.locale();
    const { issuer, clientId, clientSecret = null, enforced } = input;
    const domains = [...new Set(input.domains.map((domain) => domain.trim().toLowerCase()))];
    const problems = problemsIn(input, domains, locale === 'de');
    if (problems.length > 0) return invalidInput(problems);
    if (clientSecret !== null && !(await signIn.sso.reaches(issuer, clientId, clientSecret)))
      return invalidField(
        ...(['input.issuer', locale] as const),
        'dort antwortet kein OpenID-Connect-Anbieter mit dieser Adresse; bitte prüfen Sie sie, sie muss von außen mit https erreichbar sein',
        'no OpenID Connect provider of this address answers there; please check it, it must be reachable from outside by https',
      );
    const provider = { issuer, clientId, clientSecret, domains, enforced };
    const set = await setProvider(ports.pool, signIn.sealer, caller.tenantId, provider, actorOf(caller));
    if (!set)
      return invalidField(
        ...(['input.clientSecret', locale] as const),
        'wird gebraucht, weil es für diesen Anbieter noch keines gibt',
        'is needed, because there is none for this provider yet',
      );
    return recorded(caller.tenantId);
  },
);

const removeIdentityProvider = mutation(async (_: object, { context }) => {
  const { ports, caller } = context;
  if (!mayHere(context, 'change-tenant-settings')) return notPermitted;
  await removeProvider(ports.pool, caller.tenantId, actorOf(caller));
  return recorded(caller.tenantId);
});

const requireSecondFactor = mutation(async ({ required }: { readonly required: boolean }, { context }) => {
  const { ports, caller } = context;
  if (!mayHere(context, 'change-tenant-settings')) return notPermitted;
  await require(ports.pool, caller.tenantId, required, actorOf(caller));
  return recorded(caller.tenantId);
});

interface ApiKeyInput {
  readonly name: string;
  readonly scopes: readonly Capability[];
  readonly clientOrganisationId?: string | null;
  readonly expiresOn: string;
}

const DAY_MS = 24 * 3600_000;
const MOST_DAYS = 366;

const createApiKey = mutation(async ({ input }: { readonly input: ApiKeyInput }, { commandId, context }) => {
  const { ports, caller, loaders } = context;
  const { clientOrganisationId = null } = input;
  if (!mayHere(context, 'manage-api-keys')) return notPermitted;
  const client =
    clientOrganisationId !== null && isId(clientOrganisationId)
      ? await loaders.clientOrganisation.load(clientOrganisationId)
      : null;
  if (clientOrganisationId !== null && !client) return notPermitted;
  const locale = await context.locale();
  const name = input.name.trim();
  if (name.length === 0 || name.length > 120)
    return invalidField(
      'input.name',
      locale,
      'muss 1 bis 120 Zeichen haben',
      'must have 1 to 120 characters',
    );
  const scopes = [...new Set(input.scopes)];
  if (scopes.length === 0 || !scopes.every((scope) => API_KEY_SCOPES.includes(scope)))
    return invalidField(
      ...(['input.scopes', locale] as const),
      'muss mindestens ein Recht nennen, das Schlüssel haben können',
      'must name at least one right that keys can have',
    );
  const ends = Date.parse(`${input.expiresOn}T00:00:00Z`) + DAY_MS;
  if (ends <= Date.now() || ends > Date.now() + MOST_DAYS * DAY_MS)
    return invalidField(
      ...(['input.expiresOn', locale] as const),
      'muss ein Tag innerhalb des nächsten Jahres sein',
      'must be a day within the next year',
    );
  const made = await create(
    ports.pool,
    caller.tenantId,
    {
      ...{ id: idFrom(commandId, 'api-key'), name, scopes },
      ...{ clientId: (client?.id ?? null) as ClientId | null, expiresAt: new Date(ends).toISOString() },
    },
    actorOf(caller),
  );
  // A repetition finds the key there; its secret is not known to anyone but the first asker.
  if (!made) return { refusal: 'Conflict' };
  return recorded(made.id, { __typename: 'ApiKeyCreated', key: made.key });
});

const revokeApiKey = mutation(async ({ keyId }: { readonly keyId: string }, { context }) => {
  const { ports, caller } = context;
  if (!mayHere(context, 'manage-api-keys') || !isId(keyId)) return notPermitted;
  const revoked = await revoke(ports.pool, caller.tenantId, keyId, actorOf(caller));
  return revoked ? recorded(keyId) : notPermitted;
});

export const signInMutations = {
  setIdentityProvider,
  removeIdentityProvider,
  requireSecondFactor,
  createApiKey,
  revokeApiKey,
};
