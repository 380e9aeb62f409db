import { describe, expect, it } from '@jest/globals';
import { cursorOf, InvalidPage, placeOf } from './paging.js';

describe('a cursor', () => {
  it.each([
    { sort: 'Müller & Söhne', id: 'a1' },
    { sort: '2026-03-01 09:00:00.123456+00', id: '' },
    { sort: '"quoted", [and] 日本', id: 'x'.repeat(200) },
  ])('leads back to its place: %p', (place) => {
    expect(placeOf(cursorOf(place))).toEqual(place);
    expect(cursorOf(place)).toMatch(/^[\w-]*$/);
  });
  it.each([
    '',
    'x',
    'bm9wZQ',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
    '💥',
  ])('that no answer has given is refused: %p', (cursor) => {
    expect(() => placeOf(cursor)).toThrow(InvalidPage);
  });
});
