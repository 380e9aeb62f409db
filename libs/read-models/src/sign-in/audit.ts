import type pg from 'pg';
import { recordAudit, type NewAuditEntry } from '../audit/entries.js';

/** A change of who may sign in and how; as the audit log takes it. */
export type SignInEntry = Pick<NewAuditEntry, 'tenantId' | 'actor' | 'object' | 'decision'> & {
  readonly action: `sign-in.${string}`;
};

/** The one place where sign-in writes to the audit log, last in the transaction of the change. */
export const recordSignIn = (client: Pick<pg.ClientBase, 'query'>, entry: SignInEntry): Promise<void> =>
  recordAudit(client, entry);
