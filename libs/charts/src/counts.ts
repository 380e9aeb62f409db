import type { Lang } from './format.js';
import type { BandCounts } from './models.js';
import type { Figures } from './row-texts.js';
import { color } from './theme.js';
import { bandWord, wordsOf } from './words.js';

/** The counts of a team in the fixed order blue, balanced, red: `2 · 5 · 2`. */
export const countRuns = (counts: BandCounts | null): Figures['main'] => {
  if (counts === null) return [{ text: '–', fill: color.inkSoft }];
  const dot = { text: ' · ', fill: color.inkSoft, weight: 400 as const };
  return [
    { text: String(counts.blue), fill: color.blueText },
    dot,
    { text: String(counts.balanced), fill: color.balancedText },
    dot,
    { text: String(counts.red), fill: color.red },
  ];
};

/** The counts in words: `2 blau, 5 ausgewogen, 2 rot`. */
export const countsText = (counts: BandCounts | null, lang: Lang): string =>
  counts === null
    ? wordsOf(lang).tooLittleData
    : (['blue', 'balanced', 'red'] as const)
        .map((band) => `${String(counts[band])} ${bandWord(band, lang)}`)
        .join(', ');
