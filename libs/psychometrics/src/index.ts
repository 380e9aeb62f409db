export type * from './instrument.js';
export type * from './documents.js';
