import { createHash } from 'node:crypto';
import { RETENTION, type AddressedCommand, type PersonId, type TenantId } from '@rapport/domain';
import type { ErasureLedger } from '@rapport/event-store';
import { sendCommands, type CommandSender } from '@rapport/platform';
import {
  auditTenants,
  confirmedErasures,
  dropExpiredExports,
  inTenant,
  personsPastRetention,
  personToErase,
  purgePerson,
  residueOf,
  waitForPosition,
  type ReadWake,
} from '@rapport/read-models';
import type pg from 'pg';
import { commandIdOf } from './render-report.js';

export interface ErasePorts {
  readonly pool: pg.Pool;
  readonly commands: CommandSender;
  readonly erasures: ErasureLedger;
  readonly wake: ReadWake;
  /** Takes the mail of an address out of a spool of this installation, if there is one. */
  readonly forgetMail: (address: string) => number | Promise<number>;
}

const WAIT_MS = 15_000;

/**
 * Erases a person: takes every assessment out of what is counted, destroys the key, deletes what stands in clear, and puts
 * the certificate in the log. Killed anywhere, it is begun anew and ends the same: each step finds done what is done, and
 * the certificate counts what was found the first time.
 */
export async function erasePersonJob(
  { pool, commands, erasures, wake, forgetMail }: ErasePorts,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  report: (progress: { percent: number; step: string }) => Promise<void>,
): Promise<void> {
  const tenant = tenantId as TenantId;
  await report({ percent: 10, step: 'withdrawing' });
  const { email, assessments } = await personToErase(pool, tenant, personId);
  const inClear = await residueOf(pool, tenant, personId);
  for (const id of assessments) {
    const command: AddressedCommand = {
      category: 'Assessment',
      id,
      command: { type: 'WithdrawAssessment', now: new Date().toISOString() },
    };
    const outcome = await sendCommands(commands, {
      tenantId,
      commandId: commandIdOf(tenantId, id, 'erase'),
      now: new Date().toISOString(),
      commands: [command],
    });
    if (outcome.kind !== 'accepted') throw new Error(`withdrawing was answered ${JSON.stringify(outcome)}`);
    if (!(await waitForPosition(pool, tenant, outcome.position, WAIT_MS, wake)))
      throw new Error('the read models are behind; the erasure goes on later');
  }
  await report({ percent: 40, step: 'destroying the key' });
  const mails = email === null ? 0 : await forgetMail(email);
  const found = { ...inClear, mails };
  const { keyDestroyedAt, found: removed } = await erasures.begin(tenant, personId, found);
  await report({ percent: 60, step: 'deleting' });
  await purgePerson(pool, tenant, personId);
  await report({ percent: 80, step: 'certifying' });
  const certificate = {
    removed,
    keyDestroyedAt,
    sha256: certificateHash(tenantId, personId, removed, keyDestroyedAt),
  };
  const asked = { by: RETENTION, now: new Date().toISOString() };
  const outcome = await sendCommands(commands, {
    tenantId,
    commandId: commandIdOf(tenantId, personId, 'erased'),
    now: new Date().toISOString(),
    commands: [
      // Silent where it was asked for; after a restore from before that, the log is told again.
      ofPerson(personId, { type: 'RequestErasure', ...asked }),
      ofPerson(personId, { type: 'ConfirmErasure', ...asked }),
      ofPerson(personId, { type: 'ErasePerson', certificate, now: asked.now }),
    ],
  });
  if (outcome.kind !== 'accepted') throw new Error(`the erasure was answered ${JSON.stringify(outcome)}`);
  await erasures.finish(tenant, personId, certificate.sha256);
  await report({ percent: 100, step: 'done' });
}

type PersonCommand = Extract<AddressedCommand, { category: 'Person' }>['command'];
const ofPerson = (personId: string, command: PersonCommand): AddressedCommand => ({
  category: 'Person',
  id: personId as PersonId,
  command,
});

/** Erasures that were confirmed and are not done: a job that has failed for good is begun anew. */
export async function resumeErasures(
  pool: pg.Pool,
  put: (client: pg.PoolClient, data: { tenantId: string; personId: string }) => Promise<void>,
): Promise<void> {
  for (const tenantId of await auditTenants(pool)) {
    const waiting = await confirmedErasures(pool, tenantId);
    await inTenant(pool, tenantId, async (client) => {
      for (const personId of waiting) await put(client, { tenantId, personId });
    });
  }
}

/** What the certificate's hash is over: anybody who has the certificate can compute it again. */
export const certificateHash = (
  tenantId: string,
  personId: string,
  removed: Readonly<Record<string, number>>,
  keyDestroyedAt: string,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify({
        schema: 'rapport-erasure/1',
        tenantId,
        personId,
        removed: Object.fromEntries(Object.entries(removed).toSorted(([a], [b]) => (a < b ? -1 : 1))),
        keyDestroyedAt,
      }),
    )
    .digest('hex');

/**
 * The retention clock: asks for the erasure of everybody whose retention has run out at the given moment. What it asks for
 * was agreed beforehand, so it also confirms. Answers how many.
 */
export async function enforceRetention(
  { pool, commands }: Pick<ErasePorts, 'pool' | 'commands'>,
  now: string,
): Promise<number> {
  let due = 0;
  for (const tenant of await auditTenants(pool)) {
    await dropExpiredExports(pool, tenant);
    for (const personId of await personsPastRetention(pool, tenant, now)) {
      const outcome = await sendCommands(commands, {
        tenantId: tenant,
        actorId: RETENTION,
        commandId: commandIdOf(tenant, personId, 'retention'),
        now,
        commands: [
          ofPerson(personId, { type: 'RequestErasure', by: RETENTION, now }),
          ofPerson(personId, { type: 'ConfirmErasure', by: RETENTION, now }),
        ],
      });
      if (outcome.kind === 'accepted') due++;
    }
  }
  return due;
}
