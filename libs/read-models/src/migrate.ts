import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Tables1700000000001 } from './migrations/1-tables.js';

/** Creates or raises the tables of read models, sign-in and files; run as owner, the role `rapport_app` exists already. */
export async function migrateReadModels(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [Tables1700000000001],
    migrationsTableName: 'rapport_migrations',
  });
  await source.initialize();
  try {
    // Several processes may start at once: the first one migrates, the others find it done.
    await source.query('select pg_advisory_lock(7261931)');
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}
