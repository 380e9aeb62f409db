import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface Asset {
  readonly type: string;
  readonly tag: string;
  readonly cache: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

const COMPRESSED = /^(text|application)\/|svg/;
/** Enough to halve a page, quick enough for a start. */
const BROTLI_QUALITY = 5;

/** The built portal beside this app, whether it runs from its sources or from `dist`. */
export const portalFolder = fileURLToPath(new URL('../../../portal/dist', import.meta.url));

/**
 * Serves the portal from memory: only what was there at the start can be asked for, so no path leads anywhere else.
 * Every address of the portal that is no file is its first page.
 */
export function servePortal(fastify: FastifyInstance, folder: string = portalFolder): void {
  const assets = new Map<string, Asset>();
  if (existsSync(folder))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      if (entry.isFile() && !path.includes('/.')) assets.set(path, assetOf(path, readFileSync(file)));
    }

  fastify.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decoded(request.url.split('?', 1)[0] ?? '/');
    if (path.startsWith('/api/')) return reply.code(404).send({ error: 'There is nothing here.' });
    const index = assets.get('/index.html');
    // A missing file is missing: answering it with a page would hide it.
    const asset = assets.get(path) ?? (extname(path) === '' ? index : undefined);
    if (!index)
      return reply.code(503).type('text/plain').send('The portal is not built yet: run npm run build.');
    if (!asset) return reply.code(404).type('text/plain').send('There is nothing here.');
    return send(asset, request, reply);
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function assetOf(path: string, plain: Buffer): Asset {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const small = COMPRESSED.test(type) && plain.length > 1000;
  return {
    type,
    tag: `"${createHash('sha256').update(plain).digest('base64url')}"`,
    // Built files carry their hash in their name; everything else may change with the next version.
    cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    plain,
    ...(small && {
      gzip: gzipSync(plain),
      br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    }),
  };
}

function send(asset: Asset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ etag: asset.tag, 'cache-control': asset.cache, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === asset.tag) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const encoding of ['br', 'gzip'] as const) {
    const body = asset[encoding];
    if (body && accepted.includes(encoding))
      return reply.type(asset.type).header('content-encoding', encoding).send(body);
  }
  return reply.type(asset.type).send(asset.plain);
}
