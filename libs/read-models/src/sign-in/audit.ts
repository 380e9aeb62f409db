import type { TenantId, UserId } from '@rapport/domain';
import type pg from 'pg';
import { recordAudit, type NewAuditEntry } from '../audit/entries.js';
import { inTenant } from '../tenancy.js';

/** A change of who may sign in and how; as the audit log takes it. */
export type SignInEntry = Pick<NewAuditEntry, 'tenantId' | 'actor' | 'object' | 'decision'> & {
  readonly action: `sign-in.${string}`;
};

/** The one place where sign-in writes to the audit log, last in the transaction of the change. */
export const recordSignIn = (client: Pick<pg.ClientBase, 'query'>, entry: SignInEntry): Promise<void> =>
  recordAudit(client, entry);

/**
 * Records that a way into an account was tried in vain: who tried is not known, and nothing of what was entered is kept.
 * Only attempts that were looked at are recorded, so limits on attempts are limits on entries.
 */
export const recordFailure = (
  pool: pg.Pool,
  tenantId: TenantId,
  userId: UserId,
  step: 'password' | 'code' | 'confirm',
): Promise<void> =>
  inTenant(pool, tenantId, (client) =>
    recordSignIn(client, {
      ...{ tenantId, actor: step === 'confirm' ? userId : 'unknown', action: `sign-in.failed-${step}` },
      ...{ object: `user:${userId}`, decision: 'deny' },
    }),
  );
