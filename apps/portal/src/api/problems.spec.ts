import { describe, expect, it } from '@jest/globals';
import {
  NotComparable,
  NotYet,
  Outdated,
  problemOf,
  ServerFailed,
  TooManyRequests,
  Unauthenticated,
  Unreachable,
} from './problems.js';

const withCode = (code: string) => [{ message: 'words of the server', extensions: { code } }];

describe('an answer', () => {
  it('tells a page that is older than the server', () => {
    expect(problemOf(400, withCode('DOCUMENT_UNKNOWN'))).toBeInstanceOf(Outdated);
  });

  it('is no problem when the status is fine and no error came', () => {
    expect(problemOf(200)).toBeNull();
    expect(problemOf(204)).toBeNull();
  });

  it('tells a missing session by status or by code', () => {
    expect(problemOf(401)).toBeInstanceOf(Unauthenticated);
    expect(problemOf(200, withCode('UNAUTHENTICATED'))).toBeInstanceOf(Unauthenticated);
  });

  it('tells a server that has not read far enough from one that is down', () => {
    expect(problemOf(503, withCode('NOT_YET'))).toBeInstanceOf(NotYet);
    expect(problemOf(503, withCode('UNAVAILABLE'))).toBeInstanceOf(Unreachable);
    expect(problemOf(502)).toBeInstanceOf(Unreachable);
    expect(problemOf(200, withCode('DATABASE_AWAY'))).toBeInstanceOf(Unreachable);
  });

  it('tells too many requests, measurements that do not compare, and everything else', () => {
    expect(problemOf(429)).toBeInstanceOf(TooManyRequests);
    expect(problemOf(200, withCode('NOT_COMPARABLE'))).toBeInstanceOf(NotComparable);
    const failed = problemOf(500, withCode('INTERNAL_SERVER_ERROR'));
    expect(failed).toBeInstanceOf(ServerFailed);
    expect(failed).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: 'words of the server' });
    expect(problemOf(400)).toMatchObject({ code: '400' });
  });
});
