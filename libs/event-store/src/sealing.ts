import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SealContext } from './vault-port.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key that wraps other keys; `id` tells which one wrapped, without telling anything about it. */
export interface WrappingKey {
  readonly id: string;
  readonly key: Buffer;
}

export const freshKey = (): Buffer => randomBytes(KEY_BYTES);

/** Nonce, ciphertext and tag in one piece. `bound` must be the same again when it is opened. */
export function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the box was changed, moved to another place, or sealed under another key. */
export function decrypt(key: Buffer, box: Buffer, bound: string): Buffer {
  if (box.length < NONCE_BYTES + TAG_BYTES) throw new RangeError('not a sealed box');
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(bound))
    .setAuthTag(box.subarray(box.length - TAG_BYTES));
  // A stream cipher gives everything at once; what follows only judges the tag.
  const plain = decipher.update(box.subarray(NONCE_BYTES, box.length - TAG_BYTES));
  decipher.final();
  return plain;
}

const fiveParts = /^[^|]+\|[^|]+\|[^|]+\|[^|]+\|[^|]+$/;

/** Where a box belongs, as associated data. No part may hold the separator. */
export function placeOf({ tenant, stream, type, eventId, subject }: SealContext): string {
  const place = `${tenant}|${stream}|${type}|${eventId}|${subject}`;
  if (!fiveParts.test(place))
    throw new RangeError('a sealed group needs tenant, stream, type, event id and subject, without "|"');
  return place;
}

/** Reads a key-encryption key: 32 bytes in base64. Throws RangeError on anything else, and on obvious ones. */
export function wrappingKeyFrom(base64: string): WrappingKey {
  const key = Buffer.from(base64.trim(), 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== base64.trim())
    throw new RangeError(
      'the key-encryption key must be 32 bytes in base64, as "openssl rand -base64 32" prints',
    );
  if (new Set(key).size < 12) throw new RangeError('the key-encryption key is not random: make a new one');
  return { id: createHash('sha256').update('kek').update(key).digest('hex').slice(0, 12), key };
}
