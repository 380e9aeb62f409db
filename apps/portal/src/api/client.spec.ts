import { afterEach, describe, expect, it } from '@jest/globals';
import { newerPosition, request } from './client.js';
import type { Operation } from './generated.js';
import { NotYet, Unreachable } from './problems.js';

const operation: Operation<Record<string, unknown>, Record<string, never>> = {
  name: 'Any',
  id: 'sha256:any',
};
const realFetch = globalThis.fetch;
const sent: RequestInit[] = [];

const answering = (status: number, body: unknown) => {
  globalThis.fetch = (_path, init) => {
    sent.push(init ?? {});
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
};

afterEach(() => {
  globalThis.fetch = realFetch;
  sent.length = 0;
});

describe('the newest position', () => {
  it('is the later of what is known and what was just recorded', () => {
    expect(newerPosition(null, { openWave: { __typename: 'Recorded', id: 'w', position: '05' } })).toBe('05');
    expect(newerPosition('09', { openWave: { __typename: 'Recorded', id: 'w', position: '05' } })).toBe('09');
    expect(newerPosition('03', { importParticipants: { __typename: 'ImportDone', position: '05' } })).toBe(
      '05',
    );
  });

  it('does not move with refusals and reads', () => {
    expect(newerPosition('03', { openWave: { __typename: 'Conflict', message: 'no' } })).toBe('03');
    expect(newerPosition('03', { report: { __typename: 'Report', position: '99' }, team: null })).toBe('03');
  });
});

describe('a request', () => {
  it('carries the position of the last change from then on', async () => {
    answering(200, { data: { openWave: { __typename: 'Recorded', id: 'w', position: '0007' } } });
    await request(operation, {});
    answering(200, { data: { me: null } });
    await request(operation, {});
    expect(sent.map(({ headers }) => (headers as Record<string, string>)['Rapport-After-Position'])).toEqual([
      undefined,
      '0007',
    ]);
  });

  it('ends in a typed error when the server is behind', async () => {
    answering(503, { errors: [{ message: 'later', extensions: { code: 'NOT_YET' } }] });
    await expect(request(operation, {})).rejects.toBeInstanceOf(NotYet);
  });

  it('is unreachable without a network and with an answer that is no GraphQL', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(request(operation, {})).rejects.toBeInstanceOf(Unreachable);
    globalThis.fetch = () => Promise.resolve(new Response('<html>', { status: 200 }));
    await expect(request(operation, {})).rejects.toBeInstanceOf(Unreachable);
  });
});
