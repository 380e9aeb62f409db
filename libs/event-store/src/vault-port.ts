import type { TenantId } from '@rapport/domain';

/** Binds a sealed group to its place, so that it cannot be moved to another event or person. */
export interface SealContext {
  readonly tenant: TenantId;
  readonly stream: string;
  readonly type: string;
  readonly eventId: string;
  /** Whose key: `person:{id}`, `user:{id}` or `engagement:{id}`. */
  readonly subject: string;
}

export interface SealedGroup {
  readonly subject: string;
  /** Base64 of nonce, ciphertext and tag. */
  readonly box: string;
}

/** Seals groups of fields under one data key a subject; destroying the key forgets every box of that subject. */
export interface Vault {
  seal(context: SealContext, plain: unknown): Promise<SealedGroup>;
  /** `forgotten` when the subject's key was destroyed. */
  open(context: SealContext, sealed: SealedGroup): Promise<{ readonly plain: unknown } | 'forgotten'>;
  /** The same at once, without waiting, when the key is in memory; after `prefetch` it usually is. */
  openKnown(context: SealContext, sealed: SealedGroup): { readonly plain: unknown } | 'forgotten' | undefined;
  /** Loads the keys of many subjects in one round trip before a batch is opened. */
  prefetch(tenant: TenantId, subjects: readonly string[]): Promise<void>;
  destroyKey(tenant: TenantId, subject: string): Promise<void>;
  /** Forgets what is in memory and ends its own connection; the pool belongs to the caller. */
  close(): Promise<void>;
}
