import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { Vault } from './vault-port.js';

/** One erasure as it is kept beside the keys. */
export interface Erasure {
  readonly personId: string;
  /** What was found in clear when it began, by kind. */
  readonly found: Readonly<Record<string, number>>;
  readonly keyDestroyedAt: string;
  /** Of the certificate; `null` while it is not done. */
  readonly sha256: string | null;
}

/**
 * Who was erased, in the database of the keys and so in none of the backups of what they seal. Whatever is restored, the
 * log and the read models or the keys, this list and the log say together whom to forget again.
 */
export interface ErasureLedger {
  /** Destroys the person's key for ever and writes the row, both or none; the first row counts. */
  begin(tenant: TenantId, personId: string, found: Readonly<Record<string, number>>): Promise<Erasure>;
  finish(tenant: TenantId, personId: string, sha256: string): Promise<void>;
  list(tenant: TenantId): Promise<readonly Erasure[]>;
}

interface Row {
  readonly person_id: string;
  readonly found: Readonly<Record<string, number>>;
  readonly key_destroyed_at: Date;
  readonly sha256: string | null;
}

const erasureIn = (row: Row): Erasure => ({
  personId: row.person_id,
  found: row.found,
  keyDestroyedAt: row.key_destroyed_at.toISOString(),
  sha256: row.sha256,
});

/** The ledger over app-role connections to the key database. */
export const openErasureLedger = (pool: pg.Pool, vault: Vault): ErasureLedger => ({
  async begin(tenant, personId, found) {
    const { rows } = await pool.query<Row>('select * from keys.erase($1, $2, $3)', [
      tenant,
      personId,
      JSON.stringify(found),
    ]);
    // Forgotten in this process without waiting for the word from the database.
    await vault.destroyKey(tenant, `person:${personId}`);
    return erasureIn(rows[0]!);
  },
  async finish(tenant, personId, sha256) {
    await pool.query('select keys.erased($1, $2, $3)', [tenant, personId, sha256]);
  },
  async list(tenant) {
    const { rows } = await pool.query<Row>('select * from keys.list_erasures($1)', [tenant]);
    return rows.map(erasureIn);
  },
});
