import { expect, it } from '@jest/globals';
import { databaseTrouble } from './database.js';

const coded = (code: string, message = 'words of the database') =>
  Object.assign(new Error(message), { code });

it.each([
  [coded('57014', 'canceling statement due to statement timeout'), 'slow'],
  [coded('55P03', 'canceling statement due to lock timeout'), 'slow'],
  [coded('25P03'), 'slow'],
  [coded('57P01', 'terminating connection due to administrator command'), 'away'],
  [coded('57P03', 'the database system is starting up'), 'away'],
  [coded('53300'), 'away'],
  [coded('08006'), 'away'],
  [coded('ECONNREFUSED'), 'away'],
  [new Error('Query read timeout'), 'away'],
  [new Error('timeout exceeded when trying to connect'), 'away'],
  [new Error('Connection terminated unexpectedly'), 'away'],
  [new Error('could not read', { cause: coded('57014') }), 'slow'],
  [coded('23505', 'duplicate key'), null],
  [coded('42P01', 'relation does not exist'), null],
  [new Error('something about a Connection terminated by nobody'), null],
  [new TypeError('x is undefined'), null],
  ['Query read timeout', null],
  [undefined, null],
])('%p is trouble with the database: %p', (error, trouble) => {
  expect(databaseTrouble(error)).toBe(trouble);
});
