import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import pg from 'pg';
import {
  CheckpointMoved,
  migrateReadModels,
  openShards,
  projectBatch,
  projections,
  shardOf,
} from '../index.js';
import { eventually, formed, joined, ListLog } from './history.fixture.js';
import { SHARDS, type Shards } from './shards.js';

const teams = projections.filter((p) => p.name === 'teams');
/** A tenant of every shard. */
const everyone = (() => {
  const found = new Map<number, string>();
  for (let n = 0; found.size < SHARDS; n++)
    found.set(shardOf(`tenant-${n}`), found.get(shardOf(`tenant-${n}`)) ?? `tenant-${n}`);
  return [...found.values()];
})();
const ownedBy = (shards: Shards) => everyone.filter((tenant) => shards.fenceOf(tenant));

describe('shards of tenants', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  const open: Shards[] = [];
  /** Never renews by itself: the test says when. */
  const instance = async (leaseMs = 60_000) => {
    const shards = await openShards(pool, { leaseMs, renewMs: 3_600_000 });
    open.push(shards);
    return shards;
  };

  beforeAll(async () => {
    database = await freshDatabase('shards');
    await migrateReadModels(database.ownerUrl);
    pool = new pg.Pool({ connectionString: database.appUrl, pipeline: true });
  });
  afterEach(async () => {
    for (const shards of open.splice(0)) await shards.close();
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('belong to one instance each, however many there are, and to all of them evenly', async () => {
    const instances = [await instance(), await instance(), await instance()];
    for (let round = 0; round < 3; round++) for (const shards of instances) await shards.settle();
    const owned = instances.map(ownedBy);
    expect(owned.flat().sort()).toEqual([...everyone].sort());
    for (const mine of owned) expect(mine.length).toBeGreaterThanOrEqual(20);
  });

  it('go to the others at once when an instance ends', async () => {
    const [first, second] = [await instance(), await instance()];
    await first.settle();
    await second.settle();
    expect(ownedBy(second).length).toBe(SHARDS / 2);
    await first.close();
    await second.settle();
    expect(ownedBy(second).length).toBe(SHARDS);
  });

  it('are taken over from a dead instance when its lease is over, and a zombie knows it has none', async () => {
    const dead = await instance(80);
    expect(ownedBy(dead).length).toBe(SHARDS);
    const heir = await instance(60_000);
    await eventually(
      async () => {
        await heir.settle();
        return ownedBy(heir).length;
      },
      (n) => n === SHARDS,
    );
    expect(ownedBy(dead)).toEqual([]);
  });

  it.each([TENANT_A, TENANT_B])(
    'let no batch of a replaced owner be written: %s',
    async (tenant: TenantId) => {
      const source = new ListLog();
      source.add(tenant, 1, formed('eins'), joined(1));
      const zombie = await instance(50);
      const stale = zombie.fenceOf(tenant);
      expect(stale).toBeDefined();
      const heir = await instance(60_000);
      await eventually(
        async () => {
          await heir.settle();
          return heir.fenceOf(tenant);
        },
        (fence) => fence !== undefined,
      );
      await expect(projectBatch(pool, tenant, source, teams, { fence: stale })).rejects.toThrow(
        CheckpointMoved,
      );
      expect(await projectBatch(pool, tenant, source, teams, { fence: heir.fenceOf(tenant) })).toBe(2);
      await expect(projectBatch(pool, tenant, source, teams, { fence: stale })).resolves.toBe(0);
    },
  );
});
