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

/** Status and body; a body that is left unread keeps its request open. */
async function answerTo(path: string, init: RequestInit) {
  const response = await send(path, init);
  return { status: response.status, body: await response.text() };
}

/** Opens a session; false when firm, e-mail and password do not belong together. */
export async function signIn(credentials: Credentials): Promise<boolean> {
  const { status } = await answerTo('/api/session', json(credentials));
  const problem = problemOf(status);
  if (problem instanceof Unauthenticated) return false;
  if (problem) throw problem;
  return true;
}

export async function signOut(): Promise<void> {
  const { status } = await answerTo('/api/session', { method: 'DELETE' });
  const problem = problemOf(status);
  if (problem && !(problem instanceof Unauthenticated)) throw problem;
}

/** Redeems an invitation; null when the link is used up, replaced or unknown. */
export async function redeemInvitation(token: string): Promise<{ assessmentId: string } | null> {
  const { status, body } = await answerTo('/api/invitation', json({ token }));
  const problem = problemOf(status);
  if (problem instanceof TooManyRequests) throw problem;
  if (status >= 400 && status < 500) return null;
  if (problem) throw problem;
  return JSON.parse(body) as { assessmentId: string };
}
