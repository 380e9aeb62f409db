import { createHash } from 'node:crypto';

/**
 * A new id that follows from the command that makes it: a repeated command makes the same thing, not another one.
 * The command id is random, so these ids are too.
 */
export function idFrom(commandId: string, what: string): string {
  const hash = createHash('sha256').update(`${commandId}/${what}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids come in as any text; one that cannot be an id names nothing. */
export const isId = (text: string): boolean => uuid.test(text);

const slug = /^[a-z0-9][a-z0-9.-]{0,63}$/;

/** Instruments and norm groups are named by id and version; what cannot be one names nothing either. */
export const isVersion = ({ id, version }: { readonly id: string; readonly version: string }): boolean =>
  slug.test(id) && slug.test(version);
