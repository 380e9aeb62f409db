import { queryOptions } from '@tanstack/react-query';
import { request, send } from './client.js';
import { Me, type MeQuery } from './generated.js';
import { problemOf, TooManyRequests, Unauthenticated } from './problems.js';

export type Caller = MeQuery['me'];

export const callerQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await request(Me, {}, signal)).me,
  staleTime: 60_000,
});

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export interface Credentials {
  readonly firm: string;
  readonly email: string;
  readonly password: string;
}

/** Opens a session; false when firm, e-mail and password do not belong together. */
export async function signIn(credentials: Credentials): Promise<boolean> {
  const response = await send('/api/session', json(credentials));
  const problem = problemOf(response.status);
  if (problem instanceof Unauthenticated) return false;
  if (problem) throw problem;
  return true;
}

export async function signOut(): Promise<void> {
  const response = await send('/api/session', { method: 'DELETE' });
  const problem = problemOf(response.status);
  if (problem && !(problem instanceof Unauthenticated)) throw problem;
}

/** Redeems an invitation; null when the link is used up, replaced or unknown. */
export async function redeemInvitation(token: string): Promise<{ assessmentId: string } | null> {
  const response = await send('/api/invitation', json({ token }));
  const problem = problemOf(response.status);
  if (problem instanceof TooManyRequests) throw problem;
  if (response.status >= 400 && response.status < 500) return null;
  if (problem) throw problem;
  return (await response.json()) as { assessmentId: string };
}
