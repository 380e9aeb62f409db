import type { Caller, TenantId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { chainWalk, FIRST_PREVIOUS, type AuditEntry, type ChainHead, type ChainProblem } from './chain.js';

/** What is to be recorded; number, time and hashes are made by the database. */
export interface NewAuditEntry {
  readonly tenantId: TenantId;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly decision: 'allow' | 'deny';
  readonly consentRef?: string | null;
  readonly subject?: string | null;
  /** Sealed by the vault; never in clear. */
  readonly detail?: string | null;
  /** When it happened, if that is not now. */
  readonly at?: string;
}

/**
 * Writes entries in the transaction of what they describe: it happened if and only if it is recorded. Entries of one
 * tenant wait for each other until their transactions end, so call it last.
 */
export async function recordAudit(
  client: Pick<pg.ClientBase, 'query'>,
  ...entries: readonly NewAuditEntry[]
): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `insert into audit.entries (tenant_id, at, actor, action, object, decision, consent_ref, subject, detail)
     select e."tenantId", e.at, e.actor, e.action, e.object, e.decision, e."consentRef", e.subject, e.detail
     from jsonb_to_recordset($1::jsonb) as e ("tenantId" uuid, at timestamptz, actor text, action text, object text,
       decision text, "consentRef" text, subject text, detail text)`,
    [JSON.stringify(entries)],
  );
}

/** How the audit log names whoever asks. */
export function actorName(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
      return caller.userId;
    case 'participant':
      return caller.personId;
    case 'api-key':
      return `api-key:${caller.keyId}`;
    case 'service':
      return `system:${caller.service}`;
    case 'operator':
      return `operator:${caller.operatorId}`;
  }
}

/** The time as the chain has it, to the microsecond. */
export const AUDIT_COLUMNS = `e.seq::float8 as seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.actor, e.action, e.object, e.decision, e.consent_ref as "consentRef", e.subject, e.detail,
  e.prev_hash as "prevHash", e.hash`;

const PORTION = 2000;

/** Firms that have an audit log. */
export const auditTenants = async (pool: pg.Pool): Promise<readonly TenantId[]> => {
  const { rows } = await pool.query<{ id: TenantId }>('select id from audit.tenants order by id');
  return rows.map(({ id }) => id);
};

/** Every entry of a tenant in order, in portions. */
export async function* auditEntries(
  pool: pg.Pool,
  tenant: TenantId,
): AsyncGenerator<readonly AuditEntry[], void> {
  for (let after = 0; ;) {
    const rows = await inTenant(pool, tenant, async (client) => {
      const found = await client.query<AuditEntry>(
        `select ${AUDIT_COLUMNS} from audit.entries e where e.tenant_id = $1 and e.seq > $2 order by e.seq limit ${PORTION}`,
        [tenant, after],
      );
      return found.rows;
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.seq;
  }
}

/** The last entry of a tenant's chain; number 0 when there is none. */
export const auditHead = (pool: pg.Pool, tenant: TenantId): Promise<ChainHead> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<ChainHead>(
      'select seq::float8 as seq, hash from audit.entries where tenant_id = $1 order by audit.entries.seq desc limit 1',
      [tenant],
    );
    return rows[0] ?? { seq: 0, hash: FIRST_PREVIOUS };
  });

/** Walks the whole chain; with a head that was kept elsewhere, entries cut off from the end are noticed as well. */
export async function verifyAudit(
  pool: pg.Pool,
  tenant: TenantId,
  head: ChainHead | null = null,
): Promise<{ readonly problem: ChainProblem | null; readonly head: ChainHead }> {
  const walk = chainWalk(tenant, head);
  for await (const entries of auditEntries(pool, tenant)) {
    const problem = walk.take(entries);
    if (problem) return { problem, head: walk.head() };
  }
  return { problem: walk.end(), head: walk.head() };
}
