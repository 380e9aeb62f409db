import { createHash, randomBytes } from 'node:crypto';
import type { TenantId } from '@rapport/domain';
import {
  accountByEmail,
  identityProviderWithSecret,
  issueOnce,
  redeemOnce,
  type Account,
  type Sealer,
} from '@rapport/read-models';
import type { Configuration, CustomFetch } from 'openid-client';
import type { Ports } from '../ports.js';
import { isInside, outwardFetch } from './outward-fetch.js';

/** Why a sign-in at the firm's own service did not lead to a session. */
export type SsoProblem =
  /** No such sign-in was begun in this browser, or it has been used or has run out. */
  | 'stale'
  /** The person broke it off, or the service refused them. */
  | 'denied'
  /** What came back is not what was asked for, or is not signed by whom it should be. */
  | 'untrusted'
  /** The service vouches for an address of which nobody has an account here, or not for any. */
  | 'unknown-user'
  | 'away';

export interface SingleSignOn {
  /** Where providers send the browser back to; to be entered there. */
  readonly redirectUri: string;
  /** Where to send the browser, and the secret that it brings back in a cookie; `null` when the firm has no provider. */
  begin(tenant: TenantId, from: string | null): Promise<{ location: string; step: string } | 'away' | null>;
  /** Ends what `begin` began: the account that the provider vouches for. `query` is what the provider sent back. */
  finish(
    step: string | null,
    query: URLSearchParams,
  ): Promise<
    { readonly tenant: TenantId; readonly account: Account; readonly from: string | null } | SsoProblem
  >;
  /** Whether a provider answers and is the issuer it says; for the administrator who sets it up. */
  reaches(issuer: string, clientId: string, clientSecret: string): Promise<boolean>;
}

const CALLBACK = '/api/sso/callback';
const SECONDS = 10;
const KNOWN_MS = 10 * 60_000;
const MOST_KNOWN = 200;

export function singleSignOn(options: {
  readonly ports: Ports;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  /** Providers inside the own network, or without HTTPS. */
  readonly allowPrivate: boolean;
}): SingleSignOn {
  const { ports, sealer, publicUrl, allowPrivate } = options;
  const redirectUri = new URL(CALLBACK, publicUrl).href;
  const known = new Map<string, { readonly configuration: Configuration; readonly until: number }>();

  /** The provider as it describes itself; asked again after ten minutes. */
  async function configurationOf(issuer: string, clientId: string, clientSecret: string) {
    const key = createHash('sha256')
      .update(JSON.stringify([issuer, clientId, clientSecret]))
      .digest('hex');
    const there = known.get(key);
    if (there && there.until > performance.now()) return there.configuration;
    const client = await import('openid-client');
    const configuration = await client.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, redirect_uris: [redirectUri] },
      client.ClientSecretBasic(clientSecret),
      {
        timeout: SECONDS,
        [client.customFetch]: outwardFetch(undefined, allowPrivate ? () => false : isInside) as CustomFetch,
        execute: [client.enableNonRepudiationChecks, ...(allowPrivate ? [client.allowInsecureRequests] : [])],
      },
    );
    const [oldest] = known.keys();
    if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(key, { configuration, until: performance.now() + KNOWN_MS });
    return configuration;
  }

  return {
    redirectUri,
    async begin(tenant, from) {
      const provider = await identityProviderWithSecret(ports.pool, sealer, tenant);
      if (!provider) return null;
      const { issuer, clientId, clientSecret } = provider;
      const client = await import('openid-client');
      let configuration: Configuration;
      try {
        configuration = await configurationOf(issuer, clientId, clientSecret);
      } catch (error) {
        ports.logger.warn({ err: error, issuer }, 'the identity provider does not answer');
        return 'away';
      }
      const verifier = client.randomPKCECodeVerifier();
      const [state, nonce] = [client.randomState(), client.randomNonce()];
      const detail = { state, nonce, verifier, issuer, from };
      const step = await issueOnce(ports.pool, tenant, 'sso', randomBytes(8).toString('hex'), detail);
      const location = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { location: location.href, step };
    },

    async finish(step, query) {
      // Used up by whatever comes back, so that nothing can be tried twice.
      const begun = step === null ? null : await redeemOnce(ports.pool, ['sso'], step);
      if (!begun) return 'stale';
      const { tenant, detail } = begun;
      if (query.get('state') !== detail['state']) return 'untrusted';
      if (query.has('error')) return 'denied';
      const provider = await identityProviderWithSecret(ports.pool, sealer, tenant);
      if (!provider || provider.issuer !== detail['issuer']) return 'stale';
      const { issuer, clientId, clientSecret, domains } = provider;
      const client = await import('openid-client');
      const url = new URL(redirectUri);
      url.search = query.toString();
      let claims: Readonly<Record<string, unknown>> | undefined;
      try {
        const configuration = await configurationOf(issuer, clientId, clientSecret);
        const tokens = await client.authorizationCodeGrant(configuration, url, {
          pkceCodeVerifier: String(detail['verifier']),
          expectedState: String(detail['state']),
          expectedNonce: String(detail['nonce']),
          idTokenExpected: true,
        });
        claims = tokens.claims();
        const about = claims?.['email'] === undefined && typeof claims?.['sub'] === 'string';
        if (about && configuration.serverMetadata().userinfo_endpoint !== undefined)
          claims = await client.fetchUserInfo(configuration, tokens.access_token, String(claims?.['sub']));
      } catch (error) {
        ports.logger.warn({ err: error, issuer }, 'an answer of the identity provider is not to be trusted');
        return 'untrusted';
      }
      const email = claims?.['email_verified'] === true ? claims['email'] : undefined;
      if (typeof email !== 'string' || !domains.includes(domainOf(email))) return 'unknown-user';
      const account = await accountByEmail(ports.pool, tenant, email);
      if (!account) return 'unknown-user';
      const from = typeof detail['from'] === 'string' ? detail['from'] : null;
      return { tenant, account, from };
    },

    async reaches(issuer, clientId, clientSecret) {
      try {
        await configurationOf(issuer, clientId, clientSecret);
        return true;
      } catch (error) {
        ports.logger.info({ err: error, issuer }, 'the identity provider to be set up does not answer');
        return false;
      }
    },
  };
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
