import type { Operation } from './generated.js';
import { problemOf, Unreachable } from './problems.js';

const AFTER_POSITION = 'Rapport-After-Position';
let newest: string | null = null;

interface Answer<R> {
  readonly data?: R | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Sends an operation; a query is answered no older than the last change this page has made. */
export async function request<R, V>(
  operation: Operation<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(newest ? { [AFTER_POSITION]: newest } : {}) },
    body: JSON.stringify({ operationName: operation.name, documentId: operation.id, variables }),
    ...(signal ? { signal } : {}),
  });
  const answer = await read<R>(response);
  const problem = problemOf(response.status, answer.errors);
  if (problem) throw problem;
  if (!answer.data) throw new Unreachable('The answer holds no data.');
  newest = newerPosition(newest, answer.data);
  return answer.data;
}

/** Refusals come in the language of the page, whatever the browser prefers. */
const languageWanted = (): Record<string, string> => {
  const lang = globalThis.document?.documentElement.lang;
  return lang ? { 'accept-language': lang } : {};
};

/** Same-origin request with the session's cookie; no answer at all is `Unreachable`. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, {
      credentials: 'same-origin',
      ...init,
      headers: { ...languageWanted(), ...(init.headers as Record<string, string> | undefined) },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('No answer from the server.', { cause: error });
  }
}

/** The later of the known position and the one an answer to a mutation carries. */
export function newerPosition(known: string | null, data: object): string | null {
  const positions = Object.values(data).flatMap((field: unknown) =>
    typeof field === 'object' &&
    field !== null &&
    '__typename' in field &&
    (field.__typename === 'Recorded' || field.__typename === 'ImportDone') &&
    'position' in field &&
    typeof field.position === 'string'
      ? [field.position]
      : [],
  );
  return positions.reduce<string | null>((a, b) => (a === null || b > a ? b : a), known);
}

async function read<R>(response: Response): Promise<Answer<R>> {
  try {
    return (await response.json()) as Answer<R>;
  } catch {
    return {};
  }
}
