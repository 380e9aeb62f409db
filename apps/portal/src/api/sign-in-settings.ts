import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { SignInSettings, type SignInSettingsQuery } from './generated.js';

export type SignInRules = NonNullable<SignInSettingsQuery['signInSettings']>;
export type ApiKey = SignInSettingsQuery['apiKeys'][number];

/** How the firm signs in, and its keys; only for its administrators. */
export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: ({ signal }) => request(SignInSettings, {}, signal),
});
