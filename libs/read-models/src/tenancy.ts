import type { TenantId } from '@rapport/domain';
import type pg from 'pg';

const uuid = /^[0-9a-f-]{36}$/;

/**
 * Runs queries inside one transaction that sees one tenant's rows. The setting ends with the transaction; a query
 * outside of it fails, because no policy answers without a tenant.
 */
export async function inTenant<T>(
  pool: pg.Pool,
  tenant: TenantId,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  if (!uuid.test(tenant)) throw new RangeError(`not a tenant id: ${tenant}`);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // The id is checked above because a utility statement takes no parameters. Where queries may follow each other
    // unanswered nobody waits for it: the first query of the work fails for want of a tenant when it fails.
    const begun = client.query(`begin; set local app.tenant = '${tenant}'`);
    if (client.pipeline) begun.catch(() => undefined);
    else await begun;
    const result = await work(client);
    await begun;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}
