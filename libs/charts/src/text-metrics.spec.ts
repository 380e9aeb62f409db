import { describe, expect, it } from '@jest/globals';
import { fit, measure, wrap } from './text-metrics.js';

const small = { size: 10 };

describe('text metrics', () => {
  it('measures the larger of the two fonts', () => {
    // Inter's "a" is 562/1000 em, Helvetica's 556/1000 em; Helvetica's "e" 556, Inter's 584.
    expect(measure('a', 1000)).toBe(562);
    expect(measure('W', 1000, 600)).toBe(1021);
  });

  it('counts an accented letter as its base letter and nothing for a soft hyphen', () => {
    expect(measure('Ö', 12)).toBe(measure('O', 12));
    expect(measure('Ver\u00adant', 12)).toBe(measure('Verant', 12));
  });

  it('counts a letter of an unknown script as a full em, so that it never takes more than measured', () => {
    expect(measure('動', 10)).toBeGreaterThanOrEqual(10);
  });

  it('leaves a text that fits alone and cuts one that does not', () => {
    expect(fit('Einfluss', 200, small)).toBe('Einfluss');
    const cut = fit('führt, entscheidet, verantwortet', 80, small);
    expect(cut.endsWith('…')).toBe(true);
    expect(measure(cut, 10)).toBeLessThanOrEqual(80);
  });

  it('cuts to nothing where not even one letter fits', () => {
    expect(fit('Einfluss', 4, small)).toBe('');
  });

  it('breaks at blanks into lines as even as they get', () => {
    expect(wrap('führt Entscheidungen aus', 110, 2, small)).toEqual(['führt', 'Entscheidungen aus']);
    expect(wrap('will Wissen und Theorie', 90, 2, small)).toEqual(['will Wissen', 'und Theorie']);
  });

  it('breaks at a soft hyphen and shows it there only', () => {
    expect(wrap('Verantwortungs\u00adübernahme', 90, 2, small)).toEqual(['Verantwortungs-', 'übernahme']);
    expect(wrap('Verantwortungs\u00adübernahme', 300, 2, small)).toEqual(['Verantwortungsübernahme']);
  });

  it('never returns a line wider than asked', () => {
    for (const width of [20, 45, 80, 140])
      for (const line of wrap('sucht Konsens und Verbundenheit in der Gruppe', width, 3, small))
        expect(measure(line, 10)).toBeLessThanOrEqual(width);
  });
});
