import { expect, it } from '@jest/globals';
import { loggedError } from './logging.js';

it('an error is logged without the connection, the row and the values that its driver hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { detail: 'Key (email)=(anna@firm.example) exists.' });
  const error = Object.assign(new Error('duplicate key', { cause }), {
    code: '23505',
    constraint: 'users_email',
    detail: 'Key (email)=(anna@firm.example) already exists.',
    where: "unnamed portal parameter $1 = 'anna@firm.example'",
    client: { secretKey: 4711, password: 'geheim' },
  });
  const logged = loggedError(error);
  expect(logged).toMatchObject({
    ...{ type: 'Error', message: 'duplicate key', code: '23505', constraint: 'users_email' },
    cause: { message: 'refused' },
  });
  expect(JSON.stringify(logged)).not.toMatch(/anna@|4711|geheim/);
});

it('what is no error is logged as its text', () => {
  expect(loggedError('gone')).toEqual({ message: 'gone' });
});
