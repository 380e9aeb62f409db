import { describe, expect, it } from '@jest/globals';

import { validateInstrument } from '@rapport/psychometrics';
import type { InstrumentDocument } from '@rapport/psychometrics';

import { lint } from '../lint.js';
import type { Language } from '../lint.js';
import { MOTIVES, PRIVATE_MOTIVES } from '../types.js';
import { rapportMotives, rapportMotivesBusiness } from './rapport-motives.js';

const languages: readonly Language[] = ['de', 'en'];

interface Place {
  readonly motive: string;
  readonly pole: 1 | -1;
}

function places(instrument: InstrumentDocument): readonly Place[] {
  const byItem = new Map(
    instrument.scales.flatMap((scale) =>
      scale.keys.map(({ item, key }) => [item, { motive: scale.id, pole: key }] as const),
    ),
  );
  return instrument.items.map(({ id }) => byItem.get(id) ?? { motive: `no scale asks for ${id}`, pole: 1 });
}

/** Motives that stand side by side with themselves. */
function neighbours(order: readonly Place[]): readonly string[] {
  return order.flatMap(({ motive }, index) => (order[index + 1]?.motive === motive ? [motive] : []));
}

function longestRun(order: readonly Place[]): number {
  let longest = 0;
  let run = 0;
  order.forEach(({ pole }, index) => {
    run = order[index - 1]?.pole === pole ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

describe.each([
  { instrument: rapportMotives, motives: [...MOTIVES] },
  {
    instrument: rapportMotivesBusiness,
    motives: MOTIVES.filter((motive) => !PRIVATE_MOTIVES.includes(motive)),
  },
])('$instrument.id', ({ instrument, motives }) => {
  it('is an instrument the engine accepts', () => {
    expect(validateInstrument(instrument)).toMatchObject({ ok: true });
  });

  it('asks for its motives in their order', () => {
    expect(instrument.scales.map(({ id }) => id)).toEqual(motives);
  });

  it('keys six items a motive, three for each pole, each item once', () => {
    const balance = instrument.scales.map(({ keys }) => keys.map(({ key }) => key));
    expect(new Set(balance.map((keys) => keys.join()))).toEqual(new Set(['1,1,1,-1,-1,-1']));
    const keyed = instrument.scales.flatMap(({ keys }) => keys.map(({ item }) => item));
    expect([...keyed].sort()).toEqual(instrument.items.map(({ id }) => id).sort());
    expect(new Set(keyed).size).toBe(motives.length * 6);
  });

  it('names its items by motive and pole', () => {
    for (const { id, keys } of instrument.scales) {
      expect(keys.map(({ item }) => item)).toEqual(
        ['h1', 'h2', 'h3', 'l1', 'l2', 'l3'].map((end) => `${id}-${end}`),
      );
    }
  });

  it('shows no two items of a motive side by side and mixes the poles', () => {
    const order = places(instrument);
    expect(neighbours(order)).toEqual([]);
    expect(longestRun(order)).toBeLessThanOrEqual(2);
  });

  it('asks for both poles of a motive in each half of an odd-even split', () => {
    for (const motive of motives) {
      const poles = places(instrument).filter((place) => place.motive === motive);
      expect(new Set(poles.filter((_, index) => index % 2 === 0).map(({ pole }) => pole)).size).toBe(2);
      expect(new Set(poles.filter((_, index) => index % 2 === 1).map(({ pole }) => pole)).size).toBe(2);
    }
  });

  it('labels every option', () => {
    expect(instrument.response.labels).toHaveLength(instrument.response.max - instrument.response.min + 1);
  });

  it('says that it has no norms yet, and under which licence it may be used', () => {
    expect(instrument).toMatchObject({
      version: '1.0.0',
      provisional: true,
      licence: 'CC-BY-4.0',
      minimumAnswered: 0.8,
    });
  });
});

describe('items of Rapport Motives', () => {
  it.each(languages)('keep the item rules (%s)', (language) => {
    const findings = rapportMotives.items.flatMap(({ id, text }) =>
      lint(text[language], language, 'item').map(
        ({ rule, found }) => `${id}: ${rule} "${found}" in: ${text[language]}`,
      ),
    );
    expect(findings).toEqual([]);
  });

  it.each(languages)('are one short sentence each, none twice (%s)', (language) => {
    const texts = rapportMotives.items.map(({ text }) => text[language]);
    expect(texts.filter((text) => !/^\p{Lu}[^.!?;:]+\.$/u.test(text) || text.split(' ').length > 14)).toEqual(
      [],
    );
    expect(new Set(texts).size).toBe(96);
  });

  it('are the same in both editions', () => {
    const full = new Map(rapportMotives.items.map((item) => [item.id, item]));
    expect(rapportMotivesBusiness.items.filter((item) => full.get(item.id) !== item)).toEqual([]);
  });
});

describe('the order rules themselves', () => {
  it('notice a motive beside itself and a run of one pole', () => {
    const planted: readonly Place[] = [
      { motive: 'status', pole: 1 },
      { motive: 'status', pole: 1 },
      { motive: 'safety', pole: 1 },
    ];
    expect(neighbours(planted)).toEqual(['status']);
    expect(longestRun(planted)).toBe(3);
  });
});
