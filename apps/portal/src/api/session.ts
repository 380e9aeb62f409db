import { queryOptions } from '@tanstack/react-query';
import { request, send } from './client.js';
import { Me, type MeQuery } from './generated.js';
import { problemOf, Unauthenticated } from './problems.js';

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

/** A refusal of the server, in words for the reader. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    message: string,
    /** Which refusal it is; the server's own word. */
    readonly reason: string,
  ) {
    super(message);
  }
}

interface Refusal {
  readonly error?: string;
  readonly reason?: string;
}

/** The body of an answer; what the server says in words is `Refused`. A body that is left unread keeps its request open. */
export async function answerTo<T>(path: string, init: RequestInit): Promise<T> {
  const response = await send(path, init);
  const text = await response.text();
  const body = (text.startsWith('{') ? JSON.parse(text) : {}) as T & Refusal;
  if (response.status >= 400 && body.error !== undefined && body.reason !== undefined) {
    if (body.reason === 'nobody') throw new Unauthenticated(body.error);
    throw new Refused(body.error, body.reason);
  }
  const problem = problemOf(response.status);
  if (problem) throw problem;
  return body;
}

export const postTo = <T>(path: string, body: unknown): Promise<T> => answerTo<T>(path, json(body));

/** What comes after the password: the portal, or the second factor, which may have to be set up first. */
export type Next = 'signed-in' | 'second-factor' | 'enrol-second-factor';

export const signIn = async (credentials: Credentials): Promise<Next> =>
  (await postTo<{ next: Next }>('/api/session', credentials)).next;

/** Ends a sign-in that waits for its second factor; recovery codes come with the first code of a new one. */
export const showCode = (code: string) =>
  postTo<{ recoveryCodes?: readonly string[] }>('/api/session/second-factor', { code });

export const enrolAtSignIn = () => postTo<Enrolment>('/api/session/enrolment', {});

/** Where the firm's own service signs people in. */
export const startSso = async (firm: string, from: string | undefined): Promise<string> =>
  (await postTo<{ location: string }>('/api/sso/start', { firm, from })).location;

export const askForPasswordLink = (account: { readonly firm: string; readonly email: string }) =>
  postTo<unknown>('/api/password-reset', account);

export const setPasswordByLink = (token: string, password: string) =>
  postTo<unknown>('/api/password', { token, password });

export async function signOut(): Promise<void> {
  try {
    await answerTo('/api/session', { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
  }
}

/** Redeems an invitation; null when the link is used up, replaced or unknown. */
export async function redeemInvitation(token: string): Promise<{ assessmentId: string } | null> {
  try {
    return await postTo<{ assessmentId: string }>('/api/invitation', { token });
  } catch (error) {
    if (error instanceof Refused && error.reason === 'used') return null;
    throw error;
  }
}

/** A new second factor, to be brought into an app. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
  /** The QR code, as SVG. */
  readonly picture: string;
}

export interface OwnAccount {
  readonly sessions: readonly {
    readonly id: string;
    readonly method: 'password' | 'second-factor' | 'sso' | 'invitation';
    readonly browser: string;
    readonly openedAt: string;
    readonly lastSeenAt: string;
    readonly current: boolean;
  }[];
  /** Null for participants, who have no password. */
  readonly secondFactor: {
    readonly enrolled: boolean;
    readonly required: boolean;
    readonly recoveryCodes: number;
  } | null;
}

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => answerTo<OwnAccount>('/api/account', { method: 'GET', signal }),
});
