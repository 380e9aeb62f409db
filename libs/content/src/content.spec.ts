import { describe, expect, it } from '@jest/globals';

import { lint } from './lint.js';
import type { Language } from './lint.js';
import { motiveTexts } from './motives.js';
import { MOTIVES } from './types.js';
import type { MotiveId, PoleTexts } from './types.js';

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

const languageOf = (path: string): Language => (path.endsWith('.de') ? 'de' : 'en');
const length = (pole: PoleTexts, language: Language) =>
  POLE_KEYS.reduce((sum, key) => sum + pole[key][language].length, 0);

for (const id of MOTIVES) {
  describe(`motive texts: ${id}`, () => {
    const motive = motiveTexts[id];
    const all = leaves(motive).filter(([path]) => path !== 'id') as (readonly [string, string])[];

    it('belongs to its motive', () => {
      expect([motive.id, motive.name.de, motive.name.en]).toEqual([id, ...NAMES[id]]);
    });

    it('has every text and nothing left over', () => {
      expect(
        leaves(motive)
          .map(([path]) => path)
          .sort(),
      ).toEqual(EXPECTED_PATHS);
    });

    it('has no empty, untrimmed or repeated text', () => {
      const untidy = all.filter(
        ([, text]) => text.trim() === '' || text !== text.trim() || / {2}/u.test(text),
      );
      expect(untidy).toEqual([]);
      const seen = all.map(([path, text]) => `${languageOf(path)}: ${text}`);
      expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
    });

    it('is written in two languages', () => {
      const german = new Map(all.filter(([path]) => path.endsWith('.de')));
      const same = [...german].filter(([path, text]) =>
        all.some(([other, english]) => other === path.replace(/\.de$/u, '.en') && english === text),
      );
      expect(same.map(([path]) => path)).toEqual(id === 'status' ? ['name.de'] : []);
    });

    it('keeps the language rules', () => {
      const findings = all.flatMap(([path, text]) =>
        lint(text, languageOf(path)).map(({ rule, found }) => `${path}: ${rule} "${found}" in: ${text}`),
      );
      expect(findings).toEqual([]);
    });

    it('gives both poles equal weight', () => {
      for (const language of languages) {
        const ratio = length(motive.high, language) / length(motive.low, language);
        expect({ language, ratio: ratio > 0.75 && ratio < 1.33 ? 'equal' : ratio }).toEqual({
          language,
          ratio: 'equal',
        });
      }
    });

    it('has labels of two to five words, sentences that end, questions that ask', () => {
      const labels = all.filter(([path]) => path.includes('.label.'));
      expect(
        labels.filter(([, text]) => text.split(/\s+/u).length < 2 || text.split(/\s+/u).length > 5),
      ).toEqual([]);
      const questions = all.filter(([path]) => path.includes('.question.'));
      expect(questions.filter(([, text]) => !/\?["“”]?$/u.test(text))).toEqual([]);
      const statements = all.filter(([path]) => !/(^name|\.label|\.question)\./u.test(path));
      expect(statements.filter(([, text]) => !/[.!?]["“”]?$/u.test(text))).toEqual([]);
    });
  });
}

describe('content', () => {
  it('knows the sixteen motives in their order', () => {
    expect(Object.keys(motiveTexts)).toEqual([...MOTIVES]);
    expect(Object.keys(NAMES)).toEqual([...MOTIVES]);
  });

  it('repeats no sentence over motives', () => {
    const owners = new Map<string, string>();
    const repeated = MOTIVES.flatMap((id) =>
      leaves(motiveTexts[id])
        .filter(([path]) => path.endsWith('.de') && !path.startsWith('name'))
        .flatMap(([path, text]) => {
          const owner = owners.get(String(text));
          owners.set(String(text), `${id} ${path}`);
          return owner === undefined || owner.startsWith(`${id} `)
            ? []
            : [`${owner} = ${id} ${path}: ${String(text)}`];
        }),
    );
    expect(repeated).toEqual([]);
  });
});
