import type { Entry } from '@rapport/content';
import { MARKED_FROM } from '@rapport/psychometrics';
import type { Assembly } from '../assembly.js';
import type { Block, Section } from '../document.js';
import { heading, lead, note, paragraph } from './blocks.js';

const SMALL_NORM = 100;

/** How to read, before any result. */
export function howToRead({ input, texts, lang, number, errorBand }: Assembly): Section {
  const { howToRead: words } = texts;
  const { norm } = input;
  const cut = input.teams.flatMap(({ members }) => members)[0]?.profile.provenance.bandRule.cut ?? 1;
  const basis: readonly Entry[] =
    norm === null
      ? [words.notNormed]
      : [
          words.normed({ norm: norm.title[lang], n: norm.n }),
          ...(norm.provisional ? [words.provisional] : []),
          ...(norm.n < SMALL_NORM ? [words.smallNorm({ n: norm.n })] : []),
        ];
  const entries = [
    words.poles,
    words.bands({ cut: number(cut) }),
    errorBand ? words.errorBand : words.noErrorBand,
    words.difference[errorBand ? 'measurement-error' : 'permutation']({ from: number(MARKED_FROM) }),
    words.people,
    ...basis,
    ...(input.engagement.invented ? [words.invented] : []),
  ];
  return {
    id: 'how-to-read',
    heading: words.title,
    newPage: true,
    blocks: [
      lead(words.lead),
      ...entries.flatMap(({ title, text }): Block[] => [heading(2, title), paragraph(text)]),
      note(texts.limits.slice(0, 2).join(' ')),
    ],
  };
}
