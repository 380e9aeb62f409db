import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';

/** Whoever repeats a request does so within minutes; after this long the key may be forgotten. */
const KEPT_DAYS = 90;

/**
 * Whether a key stands for this request: it does from the first use on, and for no other one. Of several at the same
 * moment one is the first.
 */
export const keyStandsFor = (
  pool: pg.Pool,
  tenant: TenantId,
  key: string,
  request: Buffer,
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    await client.query('delete from access.request_keys where used_at < now() - make_interval(days => $1)', [
      KEPT_DAYS,
    ]);
    const { rowCount } = await client.query(
      'insert into access.request_keys (tenant_id, key, request) values ($1, $2, $3) on conflict do nothing',
      [tenant, key, request],
    );
    if (rowCount === 1) return true;
    const { rows } = await client.query<{ request: Buffer }>(
      'select request from access.request_keys where key = $1',
      [key],
    );
    return rows[0]?.request.equals(request) ?? false;
  });
