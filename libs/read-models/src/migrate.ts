import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { projections } from './catalogue.js';
import { Tables1700000000001 } from './migrations/1-tables.js';
import { Projector1700000000002 } from './migrations/2-projector.js';
import { Releases1700000000003 } from './migrations/3-releases.js';
import { Audit1700000000004 } from './migrations/4-audit.js';
import { SignIn1700000000005 } from './migrations/5-sign-in.js';
import { Erasures1700000000006 } from './migrations/6-erasures.js';
import { StaffFigures1700000000007 } from './migrations/7-staff-figures.js';
import { RequestKeys1700000000008 } from './migrations/8-request-keys.js';
import { Suspensions1700000000009 } from './migrations/9-suspensions.js';

/** Creates or raises the tables of read models, sign-in and files; run as owner, the role `rapport_app` exists already. */
export async function migrateReadModels(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [
      Tables1700000000001,
      Projector1700000000002,
      Releases1700000000003,
      Audit1700000000004,
      SignIn1700000000005,
      Erasures1700000000006,
      StaffFigures1700000000007,
      RequestKeys1700000000008,
      Suspensions1700000000009,
    ],
    migrationsTableName: 'rapport_migrations',
  });
  await source.initialize();
  try {
    // Several processes may start at once: the first one migrates, the others find it done.
    await source.query('select pg_advisory_lock(7261931)');
    await source.runMigrations({ transaction: 'all' });
    // A read model that is new serves at once; one that has a new version serves the old one until it is rebuilt.
    await source.query(
      `insert into projector.versions (projection, version)
       select * from unnest($1::text[], $2::integer[]) on conflict do nothing`,
      [projections.map((p) => p.name), projections.map((p) => p.version)],
    );
  } finally {
    await source.destroy();
  }
}
