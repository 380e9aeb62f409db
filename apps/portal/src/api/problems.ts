/** What can go wrong on the way to the server, apart from a refusal, which is an answer. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

/** The server has not read up to the position of the last change yet. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/** No answer: no network, or the server does not run. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The server runs another version of the product than this page. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
}

/** What was asked to be laid side by side was measured with different versions. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
}

/** The server answered with an error nobody expected. */
export class ServerFailed extends Error {
  override readonly name = 'ServerFailed';
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

interface GraphQLErrorLike {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** The typed error for an HTTP status and the errors of a GraphQL answer; null when there is none. */
export function problemOf(status: number, errors: readonly GraphQLErrorLike[] = []): Error | null {
  const codes = errors.map((error) => error.extensions?.code ?? '');
  const message = errors[0]?.message ?? `HTTP ${String(status)}`;
  if (status === 401 || codes.includes('UNAUTHENTICATED')) return new Unauthenticated(message);
  if (codes.includes('NOT_YET')) return new NotYet(message);
  if (codes.includes('DOCUMENT_UNKNOWN')) return new Outdated(message);
  if (codes.includes('NOT_COMPARABLE')) return new NotComparable(message);
  if (status === 429 || codes.includes('TOO_MANY_REQUESTS')) return new TooManyRequests(message);
  if (codes.some((code) => code === 'DATABASE_AWAY' || code === 'TOO_SLOW')) return new Unreachable(message);
  if (status === 502 || status === 503 || status === 504) return new Unreachable(message);
  if (errors.length > 0 || status >= 400) return new ServerFailed(message, codes[0] ?? String(status));
  return null;
}
