import { createHash, randomBytes } from 'node:crypto';
import type { TenantId } from '@rapport/domain';

/**
 * Sessions, invitations and links are opaque secrets of 256 bits, stored as SHA-256. The part before the dot names the
 * tenant whose wall the look-up stays behind; it opens nothing without the secret that this very tenant has stored.
 */
export const newSecret = (tenant: TenantId): string => `${tenant}.${randomBytes(32).toString('base64url')}`;

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function tenantIn(secret: string): TenantId | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(secret);
  return match ? (match[1] as TenantId) : null;
}

/** How an e-mail address is compared: providers ignore case, so two spellings are one mailbox. */
export const comparable = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/**
 * Seals what must be read again, for example the secret of a second factor, under the key of a subject; the vault does
 * it. `place` binds a box to where it stands.
 */
export interface Sealer {
  seal(tenant: TenantId, subject: string, place: string, text: string): Promise<object>;
  /** `null` when the subject's key was destroyed. */
  open(tenant: TenantId, subject: string, place: string, sealed: object): Promise<string | null>;
}
