import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TENANT_A } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrateReadModels, outdated, projections } from './index.js';
import { Tables1700000000001 } from './migrations/1-tables.js';

describe('raising the tables of read models', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await freshDatabase('migrate');
    pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  it('leaves nothing to rebuild in an empty database, also when done twice at once', async () => {
    await Promise.all([migrateReadModels(database.ownerUrl), migrateReadModels(database.ownerUrl)]);
    expect(await outdated(pool, projections)).toEqual([]);
  });

  it('asks to rebuild what an earlier release has built otherwise', async () => {
    const earlier = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations: [Tables1700000000001],
      migrationsTableName: 'rapport_migrations',
    });
    await earlier.initialize();
    await earlier.runMigrations();
    await earlier.query(`insert into read.checkpoints values ($1, 'teams', 'x')`, [TENANT_A]);
    await earlier.destroy();
    await migrateReadModels(database.ownerUrl);
    const changed = projections.filter((p) => p.version > 1).map((p) => p.name);
    expect(changed.length).toBeGreaterThan(0);
    expect((await outdated(pool, projections)).map((p) => p.name)).toEqual(expect.arrayContaining(changed));
  });
});
