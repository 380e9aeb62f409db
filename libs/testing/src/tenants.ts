import type { TenantId } from '@rapport/domain';
import type pg from 'pg';

/** Two firms that know nothing of each other; every suite that stores something uses both. */
export const TENANT_A = '0aaaaaaa-0000-4000-8000-00000000000a' as TenantId;
export const TENANT_B = '0bbbbbbb-0000-4000-8000-00000000000b' as TenantId;

/**
 * Runs `work` in a transaction in which only rows of this tenant exist, as a test looks into tables. The setting is local to the
 * transaction, so the next user of the connection starts without a tenant and would fail, not leak.
 */
export async function inTenant<T>(
  pool: pg.Pool,
  tenant: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
