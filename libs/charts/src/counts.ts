import type { Lang } from './format.js';
import type { BandCounts } from './models.js';
import type { Figures } from './row-texts.js';
import { measure } from './text-metrics.js';
import { color, size } from './theme.js';
import { bandWord, wordsOf } from './words.js';

const ORDER = ['blue', 'balanced', 'red'] as const;
const INKS = { blue: color.blueText, balanced: color.balancedText, red: color.red } as const;

const DIGIT = Math.max(...[...'0123456789'].map((digit) => measure(digit, size.value, 600)));

/** The counts of a team in the fixed order blue, balanced, red: `2 · 5 · 2`, in columns as wide as the largest of `all`. */
export const countRuns = (
  counts: BandCounts | null,
  all: readonly (BandCounts | null)[],
): Figures['main'] => {
  if (counts === null) return [{ text: '–', fill: color.inkSoft }];
  const largest = Math.max(
    0,
    ...all.flatMap((each) => (each === null ? [] : ORDER.map((band) => each[band]))),
  );
  const width = String(largest).length * DIGIT;
  return ORDER.flatMap((band, index) => [
    ...(index === 0
      ? []
      : [{ text: '·', fill: color.inkSoft, weight: 400 as const, width: measure(' · ', size.value) }]),
    { text: String(counts[band]), fill: INKS[band], width },
  ]);
};

/** What the counts beside a row mean, where no heading stands over them. */
export const countsKey = (lang: Lang): string =>
  `${wordsOf(lang).people}: ${ORDER.map((band) => bandWord(band, lang)).join(' · ')}`;

/** The counts in words: `2 blau, 5 ausgewogen, 2 rot`. */
export const countsText = (counts: BandCounts | null, lang: Lang): string =>
  counts === null
    ? wordsOf(lang).tooLittleData
    : ORDER.map((band) => `${String(counts[band])} ${bandWord(band, lang)}`).join(', ');
