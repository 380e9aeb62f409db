import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { memoryKeyStore, postgresKeyStore, type KeyStore, type WrappedKey } from './key-store.js';
import { decrypt, encrypt, freshKey, placeOf, wrappingKeyFrom, type WrappingKey } from './sealing.js';
import type { SealContext, SealedGroup, Vault } from './vault-port.js';

export interface VaultOptions {
  /** App-role connections to the key database, used for nothing else. */
  readonly pool: pg.Pool;
  /** 32 bytes in base64. */
  readonly keyEncryptionKey: string;
  /** Earlier ones that still wrap keys. */
  readonly formerKeys?: readonly string[];
  /** How long a data key may stay in memory; default 60 000 ms. An erasure elsewhere is noticed by then. */
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

/** The vault over PostgreSQL. Throws RangeError on a key-encryption key that is none. */
export const openVault = ({
  pool,
  keyEncryptionKey,
  formerKeys = [],
  cacheMs = 60_000,
}: VaultOptions): Vault =>
  new KeyedVault(
    postgresKeyStore(pool),
    wrappingKeyFrom(keyEncryptionKey),
    formerKeys.map(wrappingKeyFrom),
    cacheMs,
  );

/** A vault for tests: real sealing, keys in memory. */
export const memoryVault = (): Vault =>
  new KeyedVault(memoryKeyStore(), wrappingKeyFrom(freshKey().toString('base64')), [], 60_000);

class KeyedVault implements Vault {
  readonly #cache = new Map<string, { key: Buffer | 'destroyed'; until: number }>();
  readonly #wrappers: ReadonlyMap<string, WrappingKey>;

  constructor(
    private readonly keys: KeyStore,
    private readonly wrapper: WrappingKey,
    former: readonly WrappingKey[],
    private readonly cacheMs: number,
  ) {
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
    const { tenant, subject } = context;
    if (sealed.subject !== subject) throw new RangeError('the sealed group belongs to another subject');
    let key = this.#cached(tenant, subject);
    if (key === undefined) {
      await this.#load(tenant, [subject]);
      key = this.#cached(tenant, subject);
    }
    if (key === 'destroyed') return 'forgotten';
    if (key === undefined)
      throw new Error(`there is no key for ${subject}: the key store is not the one of this log`);
    const plain = decrypt(key, Buffer.from(sealed.box, 'base64'), placeOf(context));
    return { plain: JSON.parse(plain.toString()) as unknown };
  }

  async prefetch(tenant: TenantId, subjects: readonly string[]): Promise<void> {
    const missing = [...new Set(subjects)].filter((subject) => this.#cached(tenant, subject) === undefined);
    if (missing.length > 0) await this.#load(tenant, missing);
  }

  async destroyKey(tenant: TenantId, subject: string): Promise<void> {
    await this.keys.destroy(tenant, subject);
    const known = this.#cache.get(nameOf(tenant, subject));
    if (known && known.key !== 'destroyed') known.key.fill(0);
    this.#remember(tenant, subject, 'destroyed');
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
    this.#cache.delete(name);
    this.#cache.set(name, { key, until: key === 'destroyed' ? Infinity : performance.now() + this.cacheMs });
    if (this.#cache.size > CACHED_KEYS) this.#cache.delete(this.#cache.keys().next().value!);
    return key;
  }
}

const nameOf = (tenant: TenantId, subject: string): string => `${tenant}|${subject}`;
const keyPlace = (tenant: TenantId, subject: string, wrapper: string): string =>
  `${tenant}|${subject}|${wrapper}`;
