import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deciders, eventCodec } from '@rapport/domain';
import { migrateKeys, migrateLog, openLog, type Log } from '@rapport/event-store';
import {
  eventSourceOf,
  horizonHolder,
  migrateReadModels,
  projectBatch,
  projections,
} from '@rapport/read-models';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Registry } from 'prom-client';
import { createWatch } from './watch.js';

describe('what profiling tells of itself', () => {
  let database: FreshDatabase;
  let log: Log;
  let pool: pg.Pool;
  const metrics = new Registry();
  const { watch } = createWatch(metrics);
  const said: { data: object; message: string }[] = [];
  const logger = { error: (data: object, message: string) => void said.push({ data, message }) };

  beforeAll(async () => {
    database = await freshDatabase('watch');
    const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    const keys = new pg.Pool({ connectionString: database.keysUrl, max: 1 });
    await migrateLog(owner);
    await migrateKeys(keys);
    await migrateReadModels(database.ownerUrl);
    await Promise.all([owner.end(), keys.end()]);
    log = await openLog({
      settings: {
        DATABASE_URL: database.ownerUrl,
        KEYS_DATABASE_URL: database.keysUrl,
        KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      },
      codec: eventCodec,
      deciders,
    });
    pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  });
  afterAll(async () => {
    await Promise.all([log.close(), pool.end()]);
    await database.drop();
  });

  const found = (tenantId: typeof TENANT_A, slug: string) => {
    const commandId = randomUUID();
    return log.journal.execute(
      { category: 'Firm', id: tenantId, command: { type: 'FoundFirm', slug, name: 'Same', locale: 'en' } },
      {
        tenantId,
        actorId: 'system:test',
        commandId,
        correlationId: commandId,
        causationId: null,
        now: new Date().toISOString(),
      },
    );
  };
  const gauge = async (name: string, labels: Readonly<Record<string, string>> = {}) => {
    const { values } = await metrics.getSingleMetric(name)!.get();
    return values.find((v) => Object.entries(labels).every(([key, value]) => v.labels[key] === value))?.value;
  };
  /** Others use the same server; what they hold for a moment holds readers back as well. */
  const eventually = async (look: () => Promise<boolean>) => {
    const deadline = performance.now() + 20_000;
    while (!(await look())) if (performance.now() > deadline) throw new Error('it never was so');
  };

  it('is how far each firm is behind, in events and in seconds', async () => {
    await found(TENANT_A, 'one');
    await found(TENANT_B, 'two');
    const source = eventSourceOf(log);
    await eventually(
      async () => (await source.head(TENANT_A)) !== '' && (await source.head(TENANT_B)) !== '',
    );
    while ((await projectBatch(pool, TENANT_A, source, projections)) > 0);
    await watch(pool, source, [TENANT_A, TENANT_B], logger);
    const firms = (tenant: string) => ({ tenant, projection: 'firms' });
    expect(await gauge('rapport_projection_lag_events', firms(TENANT_A))).toBe(0);
    expect(await gauge('rapport_projection_lag_events', firms(TENANT_B))).toBe(1);
    expect(await gauge('rapport_projection_lag_seconds', firms(TENANT_B))).toBeGreaterThan(0);
    expect(await gauge('rapport_parked_streams', firms(TENANT_A))).toBe(0);
  });

  it('is which forgotten transaction holds every reader back', async () => {
    const forgotten = new pg.Client({ connectionString: database.ownerUrl, application_name: 'forgotten' });
    await forgotten.connect();
    await forgotten.query('begin');
    const { rows } = await forgotten.query<{ pid: number }>(
      'select pg_backend_pid() as pid, pg_current_xact_id()',
    );
    await eventually(async () => (await horizonHolder(pool))?.pid === rows[0]!.pid);
    await watch(pool, eventSourceOf(log), [], logger, 0);
    expect(said.at(-1)).toMatchObject({
      data: { pid: rows[0]!.pid, application: 'forgotten', state: 'idle in transaction' },
      message: expect.stringContaining('holds back every reader'),
    });
    expect(await gauge('rapport_log_horizon_age_seconds')).toBeGreaterThan(0);
    await forgotten.query('rollback');
    await eventually(async () => (await horizonHolder(pool))?.pid !== rows[0]!.pid);
    await forgotten.end();
  }, 30_000);
});
