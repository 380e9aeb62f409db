import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { recordAudit } from '../audit/entries.js';

/** For statements about sessions, keys and links, inside one tenant: true unless the firm is suspended. */
export const NOT_SUSPENDED = 'not exists (select from access.suspensions)';

export interface FirmState {
  readonly name: string;
  readonly slug: string;
  readonly accounts: number;
  readonly suspendedSince: string | null;
}

/** The firm as an operator sees it, inside its tenant; `null` when there is none. */
export async function firmState(client: pg.ClientBase): Promise<FirmState | null> {
  const { rows } = await client.query<FirmState & { suspendedSince: Date | null }>(
    `select f.doc->>'name' as name, f.doc->>'slug' as slug, (select count(*)::int from read.users) as accounts,
       (select since from access.suspensions) as "suspendedSince"
     from read.firms f where f.id = f.tenant_id::text`,
  );
  const [firm] = rows;
  return firm ? { ...firm, suspendedSince: firm.suspendedSince?.toISOString() ?? null } : null;
}

/**
 * Suspends a firm: its sessions end, and no password, code, key, link or provider opens anything until it is resumed.
 * Everything is kept. False when it was so before.
 */
export async function suspendFirm(client: pg.ClientBase, tenantId: TenantId): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into access.suspensions (tenant_id) values ($1) on conflict do nothing',
    [tenantId],
  );
  await client.query('delete from access.sessions');
  if (rowCount === 0) return false;
  await recordAudit(client, entry(tenantId, 'firm.suspend'));
  return true;
}

/** People sign in again, keys and links are good again. False when the firm was not suspended. */
export async function resumeFirm(client: pg.ClientBase, tenantId: TenantId): Promise<boolean> {
  const { rowCount } = await client.query('delete from access.suspensions');
  if (rowCount === 0) return false;
  await recordAudit(client, entry(tenantId, 'firm.resume'));
  return true;
}

const entry = (tenantId: TenantId, action: string) =>
  ({ tenantId, actor: 'operator:cli', action, object: `firm:${tenantId}`, decision: 'allow' }) as const;
