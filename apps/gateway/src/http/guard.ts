import type { Settings } from '@rapport/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isJson, isSameOrigin } from './origin.js';

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';
const isApi = (path: string): boolean => path === '/graphql' || path.startsWith('/api/');

/** What holds for every request, before any route sees it. */
export function guard(fastify: FastifyInstance, settings: Settings<'gateway'>): void {
  const secure = new URL(settings.PUBLIC_URL).protocol === 'https:';
  const development = settings.NODE_ENV === 'development';

  fastify.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    // The query explorer brings its own page, and is only there in development.
    const explorer = development && path === '/graphql' && request.method === 'GET';
    if (!explorer) void reply.headers(HEADERS);
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (isApi(path)) void reply.header('cache-control', 'no-store');
    if (path === '/graphql' && request.method !== 'POST' && !explorer)
      return refuse(reply.header('allow', 'POST'), 405, 'Send operations by POST as application/json.');
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (!isSameOrigin(request.headers, settings.PUBLIC_URL))
      return refuse(reply, 403, 'This request does not come from the portal.');
    const empty = request.method === 'DELETE' && request.headers['content-type'] === undefined;
    if (!empty && !isJson(request.headers['content-type']))
      return refuse(reply, 415, 'Send JSON: Content-Type must be application/json in UTF-8.');
  });

  // What a form sends is a few short texts; no database keeps a NUL, and no name holds one.
  fastify.addHook('preHandler', async (request, reply) => {
    if (!pathOf(request).startsWith('/api/') || typeof request.body !== 'object') return;
    const texts = Object.values(request.body ?? {}).filter((value) => typeof value === 'string');
    if (texts.some((text) => text.includes('\u0000') || !text.isWellFormed()))
      return refuse(reply, 400, 'The text holds characters that are none.');
  });
}

const refuse = (reply: FastifyReply, status: number, error: string): FastifyReply =>
  reply.code(status).send({ error });
