import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { deciders, eventCodec, type AddressedCommand, type PersonId, type TenantId } from '@rapport/domain';
import { openLog, type Log } from '@rapport/event-store';
import { createPool } from '@rapport/platform/database';
import {
  eventSourceOf,
  inTenant,
  projections,
  reachedPosition,
  verifyProjections,
  type Verified,
} from '@rapport/read-models';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import type pg from 'pg';
import {
  builtProduct,
  ended,
  eventually,
  freePort,
  runToEnd,
  ServiceProcess,
  start,
} from './service-process.js';

const tenants = [TENANT_A, TENANT_B];
const TEAM = '11111111-0000-4000-8000-000000000001';
/** Longer than a lease, so that another instance has taken over when the frozen one wakes up. */
const FROZEN_MS = 6000;

describe('two instances of profiling that are killed and frozen while two firms write', () => {
  let database: FreshDatabase;
  let log: Log;
  let pool: pg.Pool;
  let env: Record<string, string>;
  let instances: readonly [ServiceProcess, ServiceProcess];
  const joined = new Map<TenantId, string[]>(tenants.map((tenant) => [tenant, []]));
  let last = new Map<TenantId, string>();

  beforeAll(async () => {
    await builtProduct();
    database = await freshDatabase('instances');
    const settings = {
      DATABASE_URL: database.ownerUrl,
      KEYS_DATABASE_URL: database.keysUrl,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    env = { ...settings, LOG_LEVEL: 'warn' };
    await runToEnd('apps/solo/dist/migrate.js', env);
    log = await openLog({ settings, codec: eventCodec, deciders });
    pool = createPool(database.appUrl, { name: 'instances', max: 3 });
    const [one, two] = await Promise.all([freePort(), freePort()]);
    instances = [new ServiceProcess('profiling', one, env), new ServiceProcess('profiling', two, env)];
    for (const [n, tenant] of tenants.entries())
      await send(
        tenant,
        {
          category: 'Firm',
          id: tenant,
          command: { type: 'FoundFirm', slug: `firm-${n}`, name: 'Firm', locale: 'en' },
        },
        {
          category: 'Team',
          id: TEAM,
          command: { type: 'FormTeam', clientId: randomUUID() as never, name: 'Team', function: 'sales' },
        },
      );
    await Promise.all(instances.map((instance) => instance.start()));
  }, 180_000);

  afterAll(async () => {
    instances[1].thaw();
    await Promise.all(instances.map((instance) => instance.kill()));
    await log.close();
    await pool.end();
    await database.drop();
  }, 60_000);

  async function send(tenant: TenantId, ...commands: readonly AddressedCommand[]): Promise<void> {
    const commandId = randomUUID();
    const outcome = await log.journal.executeAll(commands, {
      tenantId: tenant,
      actorId: 'system:test',
      commandId,
      correlationId: commandId,
      causationId: null,
      now: new Date().toISOString(),
    });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    last = last.set(tenant, outcome.position);
  }

  /** Both firms write until the work is done. */
  async function whileWriting<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const writing = tenants.map(async (tenant) => {
      while (!done) {
        const personId = randomUUID() as PersonId;
        await send(tenant, {
          category: 'Team',
          id: TEAM,
          command: { type: 'AddTeamMember', personId, validFrom: '2026-01-01' },
        });
        joined.get(tenant)!.push(personId);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    });
    try {
      return await work;
    } finally {
      done = true;
      await Promise.all(writing);
    }
  }

  const caughtUp = (patienceMs: number) =>
    eventually(
      'every read model is at the head',
      async () => {
        for (const tenant of tenants) {
          const reached = await inTenant(pool, tenant, (client) => reachedPosition(client, projections));
          if (reached < last.get(tenant)!) return false;
        }
        return true;
      },
      patienceMs,
    );

  const membersOf = (tenant: TenantId) =>
    inTenant(pool, tenant, async (client) => {
      const { rows } = await client.query<{ doc: { members: { personId: string }[] } }>(
        'select doc from read.teams where id = $1',
        [TEAM],
      );
      return rows[0]!.doc.members.map((m) => m.personId);
    });

  const ownersAlive = async () => {
    const { rows } = await pool.query<{ owners: string }>(
      'select count(distinct owner) as owners from projector.shards where expires_at > now()',
    );
    return Number(rows[0]!.owners);
  };

  const everybodyOnce = async () => {
    for (const tenant of tenants) expect(await membersOf(tenant)).toEqual(joined.get(tenant));
  };

  it('count everybody once, in order, and take over within seconds', async () => {
    const [first, second] = instances;
    await eventually('both own shards', async () => (await ownersAlive()) === 2);
    await whileWriting(
      first.kill().then(() => eventually('one owns all', async () => (await ownersAlive()) === 1)),
    );
    await caughtUp(20_000);
    await everybodyOnce();

    await whileWriting(first.start());
    second.freeze();
    await whileWriting(new Promise((resolve) => setTimeout(resolve, FROZEN_MS)));
    await caughtUp(20_000);
    await everybodyOnce();
    second.thaw();
    await whileWriting(second.kill().then(() => second.start()));
    await caughtUp(20_000);
    await everybodyOnce();
  }, 180_000);

  it('serve on while a rebuild is killed at any point, and the finished one is the same by hash', async () => {
    const rebuild = () => start('apps/cli/bin/rapport.mjs', env, ['projections', 'rebuild', 'all']);
    for (const afterMs of [900, 1300, 1700]) {
      const killed = rebuild();
      const end = ended(killed);
      await whileWriting(new Promise((resolve) => setTimeout(resolve, afterMs)));
      killed.kill('SIGKILL');
      await end;
      await caughtUp(20_000);
      await everybodyOnce();
    }
    const [code, said] = await whileWriting(ended(rebuild()));
    expect([code, said]).toEqual([0, expect.stringContaining('rebuilt and serving')]);
    await caughtUp(20_000);
    await everybodyOnce();

    const owner = createPool(database.ownerUrl, { max: 3, statementTimeout: 60_000 });
    const all: Verified[] = [];
    const signal = new AbortController().signal;
    await verifyProjections({ owner, pool, source: eventSourceOf(log), projections, signal }, (one) =>
      all.push(one),
    );
    await owner.end();
    expect(all).toHaveLength(projections.length * tenants.length);
    for (const { live, rebuilt } of all) expect(rebuilt).toEqual(live);
  }, 240_000);
});
