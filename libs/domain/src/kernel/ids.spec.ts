import { describe, expect, it } from '@jest/globals';
import { day, idOf, instant, partsOf, streamOf, text, type TenantId } from './ids.js';

const tenant = '10000000-0000-4000-8000-000000000000' as TenantId;

describe('a stream name', () => {
  it('names category, tenant and id, and gives them back', () => {
    const stream = streamOf('Instrument', tenant, 'rapport-motives');
    expect(stream).toBe(`Instrument-${tenant}_rapport-motives`);
    expect(partsOf(stream)).toEqual({ category: 'Instrument', tenant, id: 'rapport-motives' });
  });
  it('is never made of an empty id or one with the separator', () => {
    expect(() => streamOf('Team', tenant, '')).toThrow(RangeError);
    expect(() => streamOf('Team', tenant, 'a_b')).toThrow(RangeError);
    expect(() => partsOf('Team')).toThrow(RangeError);
  });
});

describe('fields at the door', () => {
  it('brings text to one normal form', () => expect(text(10).parse('  Mu\u0308ller ')).toBe('M\u00fcller'));
  it.each(['', '   ', 'x'.repeat(11), 'a\u0000b', 'a\u001Bb', '\uD800'])('refuses the text %j', (s) =>
    expect(text(10).safeParse(s).success).toBe(false),
  );
  it('lets text have lines', () => expect(text(10).parse('a\n\tb')).toBe('a\n\tb'));
  it('takes ids in lower case only', () => {
    expect(idOf<'User'>().safeParse(tenant).success).toBe(true);
    expect(idOf<'User'>().safeParse('ABCDEF00-0000-4000-8000-000000000000').success).toBe(false);
    expect(idOf<'User'>().safeParse('1').success).toBe(false);
  });
  it('knows the calendar', () => {
    expect(day.safeParse('2028-02-29').success).toBe(true);
    expect(day.safeParse('2026-02-29').success).toBe(false);
    expect(instant.safeParse('2026-03-01T09:00:00.000Z').success).toBe(true);
    expect(instant.safeParse('2026-03-01T09:00:00+01:00').success).toBe(false);
  });
});
