import { describe, expect, it } from '@jest/globals';

import { lint } from './lint.js';
import type { Language } from './lint.js';
import { motiveTexts } from './motives.js';
import { MOTIVES } from './types.js';
import type { MotiveId, MotiveTexts, PoleTexts } from './types.js';

const NAMES: Record<MotiveId, readonly [de: string, en: string]> = {
  influence: ['Einfluss', 'Influence'],
  autonomy: ['Autonomie', 'Autonomy'],
  curiosity: ['Neugier', 'Curiosity'],
  'social-recognition': ['Soziale Anerkennung', 'Social recognition'],
  structure: ['Struktur', 'Structure'],
  possession: ['Besitzen', 'Possession'],
  principles: ['Prinzipien', 'Principles'],
  'social-commitment': ['Soziales Engagement', 'Social commitment'],
  'social-contact': ['Sozialkontakte', 'Social contact'],
  family: ['Familie', 'Family'],
  status: ['Status', 'Status'],
  competition: ['Revanche', 'Competition'],
  sensuality: ['Sinnlichkeit', 'Sensuality'],
  food: ['Essensgenuss', 'Enjoyment of food'],
  'physical-activity': ['Bewegung', 'Physical activity'],
  safety: ['Sicherheit', 'Safety'],
};
const POLE_KEYS: readonly (keyof PoleTexts)[] = ['label', 'want', 'easy', 'costs', 'seenByOther', 'helps'];
const CONSTELLATIONS = ['red-red', 'blue-blue', 'red-blue'] as const;
const LEVELS = ['persons', 'teams'] as const;

/** The leaves of a text object with their path: `high.label.de`. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, text: unknown])[] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const languages: readonly Language[] = ['de', 'en'];
const both = (path: string) => languages.map((language) => `${path}.${language}`);

const EXPECTED_PATHS = [
  'id',
  ...both('name'),
  ...both('about'),
  ...both('balanced'),
  ...(['high', 'low'] as const).flatMap((pole) => POLE_KEYS.flatMap((key) => both(`${pole}.${key}`))),
  ...CONSTELLATIONS.flatMap((constellation) =>
    LEVELS.flatMap((level) =>
      ['helps', 'hurts', 'question', 'proposals.0', 'proposals.1'].flatMap((key) =>
        both(`constellations.${constellation}.${level}.${key}`),
      ),
    ),
  ),
].sort();

type Leaf = readonly [path: string, text: string];

const languageOf = (path: string): Language => (path.endsWith('.de') ? 'de' : 'en');
const textsOf = (motive: MotiveTexts) => leaves(motive).filter(([path]) => path !== 'id') as readonly Leaf[];

/** Paths that are not there, and paths that nobody asked for. */
function missingOrLeftOver(motive: MotiveTexts): readonly string[] {
  const there = leaves(motive).map(([path]) => path);
  return [
    ...EXPECTED_PATHS.filter((path) => !there.includes(path)).map((path) => `missing: ${path}`),
    ...there.filter((path) => !EXPECTED_PATHS.includes(path)).map((path) => `left over: ${path}`),
  ];
}

function untidy(motive: MotiveTexts): readonly string[] {
  const all = textsOf(motive);
  const seen = all.map(([path, text]) => `${languageOf(path)}: ${text}`);
  return [
    ...all
      .filter(([, text]) => text !== text.trim() || text === '' || / {2}/u.test(text))
      .map(([path]) => `untidy: ${path}`),
    ...seen.filter((text, index) => seen.indexOf(text) !== index).map((text) => `twice: ${text}`),
  ];
}

function untranslated(motive: MotiveTexts): readonly string[] {
  const english = new Map(textsOf(motive));
  return textsOf(motive)
    .filter(([path, text]) => path.endsWith('.de') && english.get(path.replace(/de$/u, 'en')) === text)
    .map(([path]) => path);
}

function misshapen(motive: MotiveTexts): readonly string[] {
  return textsOf(motive)
    .filter(([path, text]) => {
      if (path.startsWith('name.')) return false;
      const count = text.split(/\s+/u).length;
      if (path.includes('.label.')) return count < 2 || count > 5;
      return !(path.includes('.question.') ? /\?["“”]?$/u : /[.!?]["“”]?$/u).test(text);
    })
    .map(([path, text]) => `${path}: ${text}`);
}

/** Length of the high pole's texts in units of the low pole's. */
function weight(motive: MotiveTexts, language: Language): number {
  const length = (pole: PoleTexts) => POLE_KEYS.reduce((sum, key) => sum + pole[key][language].length, 0);
  return length(motive.high) / length(motive.low);
}

function unequal(motive: MotiveTexts): readonly string[] {
  return languages.filter((language) => weight(motive, language) < 0.75 || weight(motive, language) > 1.33);
}

function againstTheRules(motive: MotiveTexts): readonly string[] {
  return textsOf(motive).flatMap(([path, text]) =>
    lint(text, languageOf(path)).map(({ rule, found }) => `${path}: ${rule} "${found}" in: ${text}`),
  );
}

/** German sentences that stand in two motives: copied, and bound to one of them only by accident. */
function sharedOverMotives(motives: readonly MotiveTexts[]): readonly string[] {
  const owners = new Map<string, string>();
  return motives.flatMap((motive) =>
    textsOf(motive).flatMap(([path, text]) => {
      const owner = owners.get(text);
      owners.set(text, motive.id);
      return owner === undefined || owner === motive.id ? [] : [`${owner} = ${motive.id} ${path}: ${text}`];
    }),
  );
}

describe.each(MOTIVES)('texts of %s', (id) => {
  const motive = motiveTexts[id];

  it('belong to their motive', () => {
    expect([motive.id, motive.name.de, motive.name.en]).toEqual([id, ...NAMES[id]]);
  });

  it('are all there, with nothing left over', () => {
    expect(missingOrLeftOver(motive)).toEqual([]);
  });

  it('are neither empty nor untidy nor repeated', () => {
    expect(untidy(motive)).toEqual([]);
  });

  it('are written in two languages', () => {
    expect(untranslated(motive)).toEqual(id === 'status' ? ['name.de'] : []);
  });

  it('keep the language rules', () => {
    expect(againstTheRules(motive)).toEqual([]);
  });

  it('give both poles equal weight', () => {
    expect(unequal(motive)).toEqual([]);
  });

  it('have labels of two to five words, sentences that end, questions that ask', () => {
    expect(misshapen(motive)).toEqual([]);
  });
});

describe('the texts of all motives', () => {
  it('come in the order of the motives', () => {
    expect(Object.keys(motiveTexts)).toEqual([...MOTIVES]);
  });

  it('repeat no sentence from one motive to the next', () => {
    expect(sharedOverMotives(Object.values(motiveTexts))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const status = motiveTexts.status;
  const withWant = (want: object): MotiveTexts =>
    ({ ...status, high: { ...status.high, want } }) as unknown as MotiveTexts;

  it('notice a missing and a left-over text', () => {
    expect(missingOrLeftOver(withWant({ de: 'Sie möchten glänzen.', fr: 'Briller.' }))).toEqual([
      'missing: high.want.en',
      'left over: high.want.fr',
    ]);
  });

  it('notice an empty text and one that stands twice', () => {
    expect(untidy(withWant({ de: '', en: status.low.want.en }))).toEqual([
      'untidy: high.want.de',
      `twice: en: ${status.low.want.en}`,
    ]);
  });

  it('notice a text that was not translated', () => {
    expect(untranslated(withWant({ de: 'Glänzen.', en: 'Glänzen.' }))).toEqual(['name.de', 'high.want.de']);
  });

  it('notice a pole that gets more words than the other', () => {
    expect(unequal(withWant({ de: 'Glanz. '.repeat(200), en: 'Shine.' }))).toEqual(['de']);
  });

  it('notice a sentence that does not end', () => {
    expect(misshapen(withWant({ de: 'Sie möchten glänzen', en: 'You want to shine.' }))).toEqual([
      'high.want.de: Sie möchten glänzen',
    ]);
  });

  it('notice a broken language rule', () => {
    expect(againstTheRules(withWant({ de: 'Ein Roter will glänzen.', en: 'You want to shine.' }))).toEqual([
      'high.want.de: type-noun "Roter" in: Ein Roter will glänzen.',
    ]);
  });

  it('notice a sentence copied from another motive', () => {
    const copied = withWant(motiveTexts.food.high.want);
    expect(sharedOverMotives([copied, motiveTexts.food])).toHaveLength(2);
  });
});
