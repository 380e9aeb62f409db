export * from './port.js';
export type * from './vault-port.js';
export { migrateLog } from './migrations.js';
export { openMemoryStore } from './memory.js';
export { openPostgresStore, type PostgresStoreOptions } from './postgres.js';
export { MAX_EVENT_BYTES } from './written-event.js';
