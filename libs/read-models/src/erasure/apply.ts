import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { erasedPersons, purgePerson, residueOf } from './purge.js';

/** Who was erased, as the key store knows it. */
interface Ledger {
  begin(tenant: TenantId, personId: string, found: Readonly<Record<string, number>>): Promise<unknown>;
  list(tenant: TenantId): Promise<readonly { readonly personId: string }[]>;
}

export interface Applied {
  /** Everybody who was ever erased. */
  readonly persons: number;
  /** Those of whom something stood here in clear again. */
  readonly purged: readonly string[];
  /** Those whose erasure the log does not know, or not to its end: the job must run for them. */
  readonly unfinished: readonly string[];
}

/**
 * Forgets again whoever was erased, by the ledger beside the keys or by the log: after a restore of the database the one
 * knows it, after a restore of the keys the other. Destroys keys that came back, deletes what came back in clear; without
 * a restore it finds nothing to do.
 */
export async function applyErasures(pool: pg.Pool, tenant: TenantId, ledger: Ledger): Promise<Applied> {
  const inLog = new Set(await erasedPersons(pool, tenant));
  const persons = new Set([...(await ledger.list(tenant)).map(({ personId }) => personId), ...inLog]);
  const purged: string[] = [];
  for (const personId of persons) {
    const residue = await residueOf(pool, tenant, personId);
    await ledger.begin(tenant, personId, residue);
    if (Object.values(residue).every((n) => n === 0)) continue;
    await purgePerson(pool, tenant, personId);
    purged.push(personId);
  }
  return {
    persons: persons.size,
    purged,
    unfinished: [...persons].filter((personId) => !inLog.has(personId)),
  };
}
