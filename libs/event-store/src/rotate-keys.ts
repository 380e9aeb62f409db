import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { keyPlace } from './key-store.js';
import { decrypt, encrypt, wrappingKeyFrom } from './sealing.js';

export interface KeyRotation {
  /** Connections to the key store: of its owner or of the app role. */
  readonly pool: pg.Pool;
  /** The key-encryption key that shall wrap everything, in base64. */
  readonly to: string;
  /** Those that wrap something now. */
  readonly from: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const BATCH = 500;

interface Wrapped {
  readonly subject: string;
  readonly wrapped: Buffer;
  readonly wrapped_by: string;
}

/**
 * Wraps every data key under another key-encryption key; the data keys stay, and so do all sealed events. It goes
 * tenant by tenant and may be killed and run again: what is done is done. A key that is destroyed meanwhile stays
 * destroyed. Throws before anything is changed when some key is wrapped by one that was not given. Answers how
 * many keys it wrapped anew.
 */
export async function rotateKeys({ pool, to, from, onProgress, signal }: KeyRotation): Promise<number> {
  const target = wrappingKeyFrom(to);
  const known = new Map([...from, to].map(wrappingKeyFrom).map((each) => [each.id, each]));
  const tenants = (await pool.query<{ id: TenantId }>('select id from keys.tenants order by id')).rows;
  let total = 0;
  for (const { id } of tenants) {
    const { rows } = await pool.query<{ wrapped_by: string; n: number }>('select * from keys.wrappers($1)', [
      id,
    ]);
    for (const { wrapped_by, n } of rows) {
      if (!known.has(wrapped_by))
        throw new RangeError(`data keys are wrapped by key ${wrapped_by}, which was not given`);
      if (wrapped_by !== target.id) total += n;
    }
  }
  let done = 0;
  onProgress?.(done, total);
  for (const { id: tenant } of tenants)
    for (let after = ''; ;) {
      signal?.throwIfAborted();
      const { rows } = await pool.query<Wrapped>('select * from keys.to_rewrap($1, $2, $3, $4)', [
        tenant,
        target.id,
        after,
        BATCH,
      ]);
      if (rows.length === 0) break;
      const anew = rows.map(({ subject, wrapped, wrapped_by }) => {
        const key = decrypt(known.get(wrapped_by)!.key, wrapped, keyPlace(tenant, subject, wrapped_by));
        const again = encrypt(target.key, key, keyPlace(tenant, subject, target.id));
        key.fill(0);
        return again;
      });
      await pool.query('select keys.rewrap($1, $2, $3, $4, $5)', [
        tenant,
        rows.map(({ subject }) => subject),
        rows.map(({ wrapped_by }) => wrapped_by),
        anew,
        target.id,
      ]);
      after = rows.at(-1)!.subject;
      done += rows.length;
      onProgress?.(done, Math.max(total, done));
    }
  return done;
}
