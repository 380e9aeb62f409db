import { randomUUID } from 'node:crypto';
import { streamOf, type TenantId } from '@rapport/domain';
import { describe, expect, it } from '@jest/globals';
import { appendError, asUnavailable } from './kurrent-errors.js';
import { namesOf, stateOf, storedEvent, toServer } from './kurrent-events.js';
import { kurrentPosition, ownPosition } from './kurrent-live.js';
import { StreamDeleted, TooLarge, Unavailable, Unsupported, WrongExpectedVersion } from './port.js';

const tenant = '7c1e0000-0000-4000-8000-000000000001' as TenantId;
const [stream, other] = [streamOf('Team', tenant, 'a'), streamOf('Wave', tenant, 'b')];
const named = [
  { stream, expected: 3 },
  { stream: other, expected: 'no-stream' as const },
];
const translated = (error: unknown): unknown => appendError(error, named, 12);

/** Shapes as the client throws them: read in its source, version 1.3.1. */
describe('what KurrentDB refuses, in the words of the port', () => {
  it.each([
    ['an append', { type: 'wrong-expected-version', streamName: stream, actualState: 7n }, stream, 3, 7],
    [
      'a new stream',
      { type: 'wrong-expected-version', streamName: stream, actualState: 'no_stream' },
      stream,
      3,
      -1,
    ],
    [
      'one of several',
      { type: 'wrong-expected-version', streamName: other, actualState: 0n },
      other,
      'no-stream',
      0,
    ],
    [
      'a check',
      { type: 'append-consistency-violation', violations: [{ streamName: other, actualState: 4n }] },
      other,
      'no-stream',
      4,
    ],
    [
      'a stream deleted softly',
      { type: 'append-consistency-violation', violations: [{ streamName: stream, actualState: -10n }] },
      stream,
      3,
      -1,
    ],
  ])('names stream, expectation and what is there: %s', (_, error, where, expected, actual) => {
    expect(translated(error)).toBeInstanceOf(WrongExpectedVersion);
    expect(translated(error)).toMatchObject({ stream: where, expected, actual });
  });

  it.each([
    { type: 'stream-deleted', streamName: other },
    { type: 'stream-tombstoned', stream: other },
    { type: 'append-consistency-violation', violations: [{ streamName: other, actualState: -100n }] },
    { type: 'wrong-expected-version', streamName: other, actualState: -100n },
  ])('says that a stream is closed: %j', (error) => {
    expect(translated(error)).toBeInstanceOf(StreamDeleted);
    expect(translated(error)).toMatchObject({ stream: other });
  });

  it.each([
    [{ type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 }, 12, 1_048_576],
    [{ type: 'append-record-size-exceeded', size: 9, maxSize: 8 }, 9, 8],
    [{ type: 'transaction-max-size-exceeded', size: 9, maxSize: 8 }, 9, 8],
  ])('says what was too large: %j', (error, bytes, limit) => {
    expect(translated(error)).toBeInstanceOf(TooLarge);
    expect(translated(error)).toMatchObject({ bytes, limit });
  });

  it.each([{ type: 'unsupported' }, { code: 12, message: 'unimplemented' }])(
    'says that the server is too old: %j',
    (error) => expect(translated(error)).toBeInstanceOf(Unsupported),
  );

  it.each([
    { type: 'unavailable', code: 14 },
    { type: 'deadline-exceeded', code: 4 },
    { code: 14, message: 'No connection established' },
    { code: 1, message: 'call cancelled' },
    { type: 'not-leader' },
    new Error('Failed to discover after 10 attempts.'),
    new Error('connect ECONNREFUSED 127.0.0.1:2113'),
  ])('takes it for away: %j', (error) => expect(asUnavailable(error)).toBeInstanceOf(Unavailable));

  it('leaves a defect a defect', () => {
    const defect = new TypeError('x is not a function');
    expect(translated(defect)).toBe(defect);
    expect(asUnavailable({ type: 'access-denied', code: 7 })).toEqual({ type: 'access-denied', code: 7 });
  });
});

describe('what goes to KurrentDB and comes back', () => {
  it('is the same position, sorted as text as by number, up to the largest', () => {
    const places = [0n, 9n, 10n, 255n, 4_294_967_296n, 9_007_199_254_740_993n, 2n ** 63n - 1n];
    const positions = places.map((n) => ownPosition({ commit: n, prepare: n }));
    expect([...positions].sort()).toEqual(positions);
    expect(positions.map(kurrentPosition)).toEqual(places.map((n) => ({ commit: n, prepare: n })));
    expect(kurrentPosition('')).toBe('start');
    expect(() => kurrentPosition('tomorrow')).toThrow(RangeError);
  });

  it('is the same event, with the time it was first recorded where that is known', () => {
    const meta = {
      tenantId: tenant,
      actorId: 'u',
      commandId: 'c',
      $correlationId: 'k',
      $causationId: null,
      at: '2026-03-01T09:00:00.000Z',
    };
    const written = { id: randomUUID(), type: 'A.v1', data: '{"n":[1,"ü"]}', meta: JSON.stringify(meta) };
    const back = (recordedAt?: string) => {
      const sent = toServer(written, recordedAt);
      for (const value of Object.values(sent.metadata as object)) expect(typeof value).toBe('string');
      return storedEvent({
        ...sent,
        streamId: stream,
        revision: 4n,
        isJson: true,
        created: new Date('2026-04-01T00:00:00.000Z'),
        position: { commit: 1n, prepare: 1n },
      } as never);
    };
    const event = { stream, revision: 4, eventId: written.id, type: 'A.v1', data: { n: [1, 'ü'] }, meta };
    expect(back()).toMatchObject({ ...event, recordedAt: '2026-04-01T00:00:00.000Z' });
    expect(back('2024-01-01T00:00:00.120Z')).toMatchObject({
      ...event,
      recordedAt: '2024-01-01T00:00:00.120Z',
    });
  });

  it('asks for the streams of one tenant only', () => {
    expect(namesOf(tenant, { categories: ['Team', 'Wave'] })).toEqual({
      prefixes: [`Team-${tenant}_`, `Wave-${tenant}_`],
    });
    const { regex } = namesOf(tenant, {}) as { regex: string };
    expect(
      [stream, `$$${stream}`, `rapport.hidden-${tenant}`].map((name) => new RegExp(regex).test(name)),
    ).toEqual([true, false, false]);
    expect([stateOf('any'), stateOf('no-stream'), stateOf('exists'), stateOf(7)]).toEqual([
      'any',
      'no_stream',
      'stream_exists',
      7n,
    ]);
  });
});
