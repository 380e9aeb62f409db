import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '@rapport/platform';
import { portalDocuments } from '../documents.generated.js';
import { preferredLocale } from '../graphql/context.js';
import { problem } from '../graphql/errors.js';

/** Whose documents browser sessions may send: the portal's by their hash, or any under the limits. */
export type DocumentRule = 'portal' | 'any';

export const documentRule = (
  settings: Pick<Settings<'gateway'>, 'GRAPHQL_DOCUMENTS' | 'NODE_ENV'>,
): DocumentRule => settings.GRAPHQL_DOCUMENTS ?? (settings.NODE_ENV === 'development' ? 'any' : 'portal');

/** What was sent to name or be a document. */
interface Sent {
  readonly documentId: unknown;
  readonly query: unknown;
}

type Refused = 'DOCUMENT_UNKNOWN' | 'DOCUMENT_NOT_ALLOWED';

/**
 * The text to run for what was sent: that of a known document, by its hash, or the text that came, where texts may
 * come. A text and a hash together are neither.
 */
export function documentOf(
  { documentId, query }: Sent,
  mayBeFree: boolean,
): { readonly text: unknown } | { readonly refused: Refused } {
  if (documentId === undefined) return mayBeFree ? { text: query } : { refused: 'DOCUMENT_NOT_ALLOWED' };
  const text =
    typeof documentId === 'string' && Object.hasOwn(portalDocuments, documentId)
      ? portalDocuments[documentId]
      : undefined;
  const alone = query === undefined || query === null || query === '';
  return text !== undefined && alone ? { text } : { refused: 'DOCUMENT_UNKNOWN' };
}

/**
 * Puts the text of a document in place of its hash, before GraphQL sees the request. Who brings a key may send texts of
 * their own; a browser session may not, so that a page that got hold of one can ask nothing the portal does not ask.
 */
export function trustDocuments(fastify: FastifyInstance, rule: DocumentRule): void {
  fastify.addHook('preHandler', async (request: FastifyRequest, reply) => {
    const { body } = request;
    if (request.url.split('?', 1)[0] !== '/graphql' || request.method !== 'POST') return;
    // What is no request at all is refused in words where it is read.
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
    const { documentId, query, ...rest } = body as Record<string, unknown>;
    const found = documentOf(
      { documentId, query },
      rule === 'any' || request.headers.authorization !== undefined,
    );
    if ('text' in found) {
      request.body = { ...rest, query: found.text };
      return;
    }
    const locale = preferredLocale(request.headers['accept-language']) ?? 'en';
    const { message, extensions } = problem(found.refused, locale);
    const { code, http } = extensions as { code: string; http: { status: number } };
    return reply.code(http.status).send({ errors: [{ message, extensions: { code } }] });
  });
}
