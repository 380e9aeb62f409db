import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that may change something comes from the portal itself, by what browsers say of its origin.
 * Programs that are no browsers say nothing and carry no cookie that a foreign page could borrow.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

export const isJson = (contentType: string | undefined): boolean => JSON_TYPE.test(contentType ?? '');
