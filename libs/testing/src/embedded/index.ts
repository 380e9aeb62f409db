export { startPostgres, type RunningPostgres, type StartOptions } from './postgres.js';
export { reachableForNobody } from './binaries.js';
export { EmbeddedStartError, type StartFailure } from './start-error.js';
export { freshDatabase, type FreshDatabase } from './fresh-database.js';
export { redisServer, startRedis, type RunningRedis } from './redis.js';
