export type * from './rows.js';
export type * from './projection.js';
