export * from './decider-scenario.js';
export * from './tenants.js';
