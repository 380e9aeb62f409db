import { describe, expect, it } from '@jest/globals';
import { oneOf, pathWithin, texts } from './search.js';

describe('what an address carries', () => {
  it('is only what the page knows, and only as text', () => {
    expect(texts('wave', 'team')({ wave: 'w1', team: 7, other: 'x' })).toEqual({ wave: 'w1' });
  });

  it('is one of the words the page knows, or nothing', () => {
    expect(oneOf(['RED', 'BLUE'], 'RED')).toBe('RED');
    expect(oneOf(['RED', 'BLUE'], 'GREEN')).toBeUndefined();
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'q', 7, undefined])(
    'never leads to another site after the sign-in: %s',
    (given) => {
      expect(pathWithin(given)).toBeUndefined();
    },
  );

  it('leads back to a page of the portal', () => {
    expect(pathWithin('/q/1?x=2')).toBe('/q/1?x=2');
  });
});
