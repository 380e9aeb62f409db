import { migrateKeys, migrateLog } from '@rapport/event-store';
import { migrateJobs } from '@rapport/jobs';
import { prepareDatabase } from '@rapport/platform/database';
import { migrateReadModels } from '@rapport/read-models';
import pg from 'pg';

/** Brings every schema up to date; safe to run at every start. */
export async function migrateAll(mainUrl: string, keysUrl: string): Promise<void> {
  await prepareDatabase(mainUrl);
  if (keysUrl !== mainUrl) await prepareDatabase(keysUrl);
  const main = new pg.Pool({ connectionString: mainUrl, max: 2 });
  const keys = new pg.Pool({ connectionString: keysUrl, max: 2 });
  try {
    await migrateLog(main);
    await migrateKeys(keys);
    await migrateReadModels(mainUrl);
    await migrateJobs(mainUrl);
  } finally {
    await Promise.all([main.end(), keys.end()]);
  }
}
