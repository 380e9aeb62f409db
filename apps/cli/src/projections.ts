import { deciders, eventCodec, type TenantId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { appUrl, createPool } from '@rapport/platform/database';
import { inTenant, projections } from '@rapport/read-models';
import { CommandFailed, type Command, type Given } from './command-line.js';

const tenantOption = {
  tenant: { type: 'string', says: 'only this firm, by its id; all firms when absent' },
} as const;

export const projectionCommands: readonly Command[] = [
  {
    words: 'projections status',
    says: 'how far every read model is behind the log',
    options: tenantOption,
    run: status,
  },
];

async function status({ settings, options, print }: Given): Promise<void> {
  const given = settings();
  const log = await openLog({ settings: given, codec: eventCodec, deciders, connections: 2 });
  const pool = createPool(appUrl(given.DATABASE_URL), { name: 'rapport cli', max: 2 });
  try {
    for (const tenant of await tenantsOf(log.store.tenants(), options['tenant'])) {
      const head = await log.store.head(tenant);
      const { rows } = await inTenant(pool, tenant, (client) =>
        client.query<{ projection: string; position: string }>(
          'select projection, position from read.checkpoints',
        ),
      );
      const at = new Map(rows.map((row) => [row.projection, row.position]));
      const behind = projections.filter(({ name }) => (at.get(name) ?? '') < head);
      print(`${tenant}  ${projections.length - behind.length} of ${projections.length} at the head`);
      for (const { name } of behind) print(`  ${name} is behind`);
    }
  } finally {
    await Promise.all([log.close(), pool.end()]);
  }
}

async function tenantsOf(
  all: Promise<readonly TenantId[]>,
  wished: string | boolean | undefined,
): Promise<readonly TenantId[]> {
  const tenants = await all;
  if (wished === undefined) return tenants;
  const found = tenants.filter((tenant) => tenant === wished);
  if (found.length === 0) throw new CommandFailed(`there is no firm ${wished}`);
  return found;
}
