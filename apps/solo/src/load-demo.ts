import { createHash } from 'node:crypto';
import { NOTICE_VERSION, rapportMotives, rapportMotivesBusiness } from '@rapport/content';
import type { PersonId, TenantId, UserId } from '@rapport/domain';
import {
  inTenant,
  issueInvitation,
  projections,
  readReportContents,
  reachedPosition,
  setPassword,
  tenantOf,
} from '@rapport/read-models';
import { sendCommands, type CommandSender } from '@rapport/platform';
import type pg from 'pg';
import { firm, PASSWORD, staff, unanswered } from './demo/cast.js';
import { demoRelease, demoReports, demoSteps, type DemoStep } from './demo/engagement.js';
import { idFor } from './demo/random.js';

export interface DemoSignIn {
  readonly as: string;
  readonly how: string;
}

const PATIENCE_MS = 60_000;

/**
 * Loads the demo firm when it is not there yet, and answers how to sign in. Interrupted, it goes on where it was: every
 * step is a command with a fixed id.
 */
export async function loadDemo(options: {
  readonly pool: pg.Pool;
  readonly commands: CommandSender;
  readonly publicUrl: string;
  readonly onProgress: (done: number, of: number) => void;
}): Promise<readonly DemoSignIn[]> {
  const { pool, commands: sender, publicUrl, onProgress } = options;
  const tenant = tenantOf(firm.slug);
  const done = await inTenant(pool, tenant, async (client) => {
    const { rowCount } = await client.query('select 1 from read.reports where id = $1 and released', [
      idFor(tenant, 'report/client'),
    ]);
    return rowCount !== 0;
  });
  const send = async ({ commandId, now, commands }: DemoStep): Promise<string> => {
    const outcome = await sendCommands(sender, { tenantId: tenant, commandId, now, commands });
    if (outcome.kind !== 'accepted') throw new Error(`the demo was not accepted: ${JSON.stringify(outcome)}`);
    return outcome.position;
  };
  if (!done) {
    const notice = {
      version: NOTICE_VERSION,
      hash: createHash('sha256').update(NOTICE_VERSION).digest('hex'),
    };
    const steps = demoSteps({ tenant, instruments: [rapportMotives, rapportMotivesBusiness], notice });
    let position = '';
    for (const [n, step] of steps.entries()) {
      position = await send(step);
      onProgress(n + 1, steps.length);
    }
    for (const { key, email } of staff)
      await setPassword(pool, tenant, idFor(tenant, `user/${key}`) as UserId, email, PASSWORD);
    await reached(pool, tenant, position);
    for (const step of demoReports(tenant)) await send(step);
    await issued(pool, tenant, idFor(tenant, 'report/client'));
    const contents = await readReportContents(pool, tenant, idFor(tenant, 'report/client'));
    if (!contents?.contentHash) throw new Error('the report of the demo was made without its contents');
    const { cells, contentHash } = contents;
    await send(demoRelease(tenant, { cells, contentHash }));
  }
  return [
    ...staff.map(({ roles, email }) => ({
      as: roles.join(', '),
      how: `firm ${firm.slug}, ${email}, password ${PASSWORD}`,
    })),
    ...(await invitations(pool, publicUrl)),
  ];
}

/** Read models that stand behind the last step would give the reports less than there is. */
const reached = (pool: pg.Pool, tenant: TenantId, position: string): Promise<void> =>
  until('the read models do not catch up with the demo', async () =>
    inTenant(pool, tenant, async (client) => (await reachedPosition(client, projections)) >= position),
  );

const issued = (pool: pg.Pool, tenant: TenantId, reportId: string): Promise<void> =>
  until('the report of the demo is not made', () =>
    inTenant(pool, tenant, async (client) => {
      const { rows } = await client.query<{ status: string }>(
        'select status from read.reports where id = $1',
        [reportId],
      );
      return rows[0]?.status === 'issued';
    }),
  );

async function until(otherwise: string, done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Links for two participants: one who has not answered yet, one who has; fresh ones at every start. */
async function invitations(pool: pg.Pool, publicUrl: string): Promise<readonly DemoSignIn[]> {
  const tenant = tenantOf(firm.slug);
  const link = async (as: string, name: string) => {
    const assessment = idFor(tenant, `assessment/second/${name}`);
    const token = await issueInvitation(
      pool,
      tenant,
      assessment,
      idFor(tenant, `person/${name}`) as PersonId,
    );
    return { as, how: `${publicUrl}/invitation#${token}` };
  };
  return [
    await link(`participant, has not answered yet (${unanswered})`, unanswered),
    await link('participant with a result (Miriam Adler)', 'Miriam Adler'),
  ];
}
