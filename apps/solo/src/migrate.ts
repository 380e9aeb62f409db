import { migrateAll } from './migrate-all.js';

const main = process.env['DATABASE_URL'];
if (!main) {
  console.error(
    'DATABASE_URL is missing: name the database of log and read models, with the user who owns it.',
  );
  process.exit(2);
}
await migrateAll(main, process.env['KEYS_DATABASE_URL'] ?? main);
console.log('All schemas are up to date.');
