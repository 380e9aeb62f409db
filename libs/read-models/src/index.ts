export type * from './rows.js';
export type * from './projection.js';
export { projections } from './catalogue.js';
export { CheckpointMoved, projectBatch } from './projector.js';
export { reachedPosition, runProjections } from './run-projections.js';
export { inTenant } from './tenancy.js';
export { migrateReadModels } from './migrate.js';
