import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { KeyBell } from './key-bell.js';
import { keyPlace, memoryKeyStore, postgresKeyStore, type KeyStore, type WrappedKey } from './key-store.js';
import { decrypt, encrypt, freshKey, placeOf, wrappingKeyFrom, type WrappingKey } from './sealing.js';
import type { SealContext, SealedGroup, Vault } from './vault-port.js';

export interface VaultOptions {
  /** App-role connections to the key database, used for nothing else. */
  readonly pool: pg.Pool;
  /** 32 bytes in base64. */
  readonly keyEncryptionKey: string;
  /** Earlier ones that still wrap keys. */
  readonly formerKeys?: readonly string[];
  /**
   * Where the vault opens its one connection to hear of erasures elsewhere at once. Without it, and while it is
   * lost, they are noticed after a second.
   */
  readonly listenUrl?: string;
  /** Longest time a data key may stay in memory; default 60 000 ms. */
  readonly cacheMs?: number;
}

/** Nothing more can be sealed for this subject: its key was destroyed. */
export class KeyDestroyed extends Error {
  constructor(readonly subject: string) {
    super('the key of this subject was destroyed');
    this.name = 'KeyDestroyed';
  }
}

const CACHED_KEYS = 50_000;
/** Longest time a key may stay in memory while erasures elsewhere cannot be heard of. */
const DEAF_MS = 1000;

/** The vault over PostgreSQL. Throws RangeError on a key-encryption key that is none. */
export const openVault = ({
  pool,
  keyEncryptionKey,
  formerKeys = [],
  listenUrl,
  cacheMs = 60_000,
}: VaultOptions): Vault =>
  new KeyedVault(
    postgresKeyStore(pool),
    wrappingKeyFrom(keyEncryptionKey),
    formerKeys.map(wrappingKeyFrom),
    cacheMs,
    listenUrl ?? 'deaf',
  );

/** A vault for tests: real sealing, keys in memory. */
export const memoryVault = (): Vault =>
  new KeyedVault(memoryKeyStore(), wrappingKeyFrom(freshKey().toString('base64')), [], 60_000, 'alone');

class KeyedVault implements Vault {
  readonly #cache = new Map<string, { key: Buffer | 'destroyed'; until: number }>();
  readonly #wrappers: ReadonlyMap<string, WrappingKey>;
  readonly #bell: KeyBell | undefined;

  constructor(
    private readonly keys: KeyStore,
    private readonly wrapper: WrappingKey,
    former: readonly WrappingKey[],
    private readonly cacheMs: number,
    /** An address to listen at; `alone` when nobody else destroys keys, `deaf` when others cannot be heard. */
    private readonly listen: string,
  ) {
    if (listen !== 'alone' && listen !== 'deaf')
      this.#bell = new KeyBell(listen, {
        destroyed: (tenant, subject) => this.#forget(tenant as TenantId, subject),
        deaf: () => this.#trustNothing(),
      });
    this.#wrappers = new Map([...former, wrapper].map((each) => [each.id, each]));
  }

  async seal(context: SealContext, plain: unknown): Promise<SealedGroup> {
    const { tenant, subject } = context;
    const place = placeOf(context);
    const key = this.#cached(tenant, subject) ?? (await this.#create(tenant, subject));
    if (key === 'destroyed') throw new KeyDestroyed(subject);
    return { subject, box: encrypt(key, Buffer.from(JSON.stringify(plain)), place).toString('base64') };
  }

  async open(context: SealContext, sealed: SealedGroup): Promise<{ readonly plain: unknown } | 'forgotten'> {
    const known = this.openKnown(context, sealed);
    if (known !== undefined) return known;
    const { tenant, subject } = context;
    await this.#load(tenant, [subject]);
    const key = this.#cached(tenant, subject);
    if (key === undefined)
      throw new Error(`there is no key for ${subject}: the key store is not the one of this log`);
    return opened(key, context, sealed);
  }

  openKnown(
    context: SealContext,
    sealed: SealedGroup,
  ): { readonly plain: unknown } | 'forgotten' | undefined {
    if (sealed.subject !== context.subject)
      throw new RangeError('the sealed group belongs to another subject');
    const key = this.#cached(context.tenant, context.subject);
    return key === undefined ? undefined : opened(key, context, sealed);
  }

  async prefetch(tenant: TenantId, subjects: readonly string[]): Promise<void> {
    const missing = [...new Set(subjects)].filter((subject) => this.#cached(tenant, subject) === undefined);
    if (missing.length > 0) await this.#load(tenant, missing);
  }

  async destroyKey(tenant: TenantId, subject: string): Promise<void> {
    await this.keys.destroy(tenant, subject);
    this.#forget(tenant, subject);
  }

  async close(): Promise<void> {
    await this.#bell?.close();
    this.#trustNothing();
  }

  #forget(tenant: TenantId, subject: string): void {
    const known = this.#cache.get(nameOf(tenant, subject));
    if (known && known.key !== 'destroyed') known.key.fill(0);
    this.#remember(tenant, subject, 'destroyed');
  }

  /** Every key is asked for again; what is known to be destroyed stays so. */
  #trustNothing(): void {
    for (const [name, { key }] of this.#cache) if (key !== 'destroyed') this.#cache.delete(name);
  }

  async #create(tenant: TenantId, subject: string): Promise<Buffer | 'destroyed'> {
    const fresh = freshKey();
    const wrapped = encrypt(this.wrapper.key, fresh, keyPlace(tenant, subject, this.wrapper.id));
    const stored = await this.keys.ensure(tenant, subject, { wrapped, wrappedBy: this.wrapper.id });
    return this.#remember(tenant, subject, this.#unwrap(tenant, subject, stored));
  }

  async #load(tenant: TenantId, subjects: readonly string[]): Promise<void> {
    const found = await this.keys.load(tenant, subjects);
    for (const [subject, stored] of found)
      this.#remember(tenant, subject, this.#unwrap(tenant, subject, stored));
  }

  #unwrap(tenant: TenantId, subject: string, stored: WrappedKey | 'destroyed'): Buffer | 'destroyed' {
    if (stored === 'destroyed') return stored;
    const wrapper = this.#wrappers.get(stored.wrappedBy);
    if (!wrapper)
      throw new Error(`data keys are wrapped by key ${stored.wrappedBy}, which is not configured`);
    return decrypt(wrapper.key, stored.wrapped, keyPlace(tenant, subject, wrapper.id));
  }

  #cached(tenant: TenantId, subject: string): Buffer | 'destroyed' | undefined {
    const known = this.#cache.get(nameOf(tenant, subject));
    return known && known.until > performance.now() ? known.key : undefined;
  }

  #remember(tenant: TenantId, subject: string, key: Buffer | 'destroyed'): Buffer | 'destroyed' {
    const name = nameOf(tenant, subject);
    // An answer that was under way when the key was destroyed must not bring it back.
    if (this.#cache.get(name)?.key === 'destroyed') return 'destroyed';
    const heard = this.listen === 'alone' || this.#bell?.listening;
    const until = performance.now() + (heard ? this.cacheMs : Math.min(this.cacheMs, DEAF_MS));
    this.#cache.delete(name);
    this.#cache.set(name, { key, until: key === 'destroyed' ? Infinity : until });
    if (this.#cache.size > CACHED_KEYS) this.#cache.delete(this.#cache.keys().next().value!);
    return key;
  }
}

function opened(
  key: Buffer | 'destroyed',
  context: SealContext,
  { box }: SealedGroup,
): { readonly plain: unknown } | 'forgotten' {
  if (key === 'destroyed') return 'forgotten';
  const plain = decrypt(key, Buffer.from(box, 'base64'), placeOf(context));
  return { plain: JSON.parse(plain.toString()) as unknown };
}

const nameOf = (tenant: TenantId, subject: string): string => `${tenant}|${subject}`;
