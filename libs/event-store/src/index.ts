export * from './port.js';
export type * from './vault-port.js';
