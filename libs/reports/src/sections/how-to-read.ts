import type { Entry } from '@rapport/content';
import type { ComparisonModel } from '@rapport/charts';
import { MARKED_FROM, type Interval } from '@rapport/psychometrics';
import type { Assembly } from '../assembly.js';
import type { Block, Section } from '../document.js';
import { chart, heading, lead, note, opening, paragraph } from './blocks.js';

const SMALL_NORM = 100;

/** How to read, before any result. */
export function howToRead(assembly: Assembly): Section {
  const { input, texts, lang, number, errorBand } = assembly;
  const { howToRead: words } = texts;
  const { norm } = input;
  const cut = cutOf(assembly);
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
      ...example(assembly),
      note(texts.limits.slice(0, 2).join(' ')),
    ],
  };
}

const cutOf = ({ input }: Assembly): number =>
  input.teams.flatMap(({ members }) => members)[0]?.profile.provenance.bandRule.cut ?? 1;

/** The marks on two motives with invented values; error bands only where the report has them. */
function example(assembly: Assembly): readonly Block[] {
  const { texts, motives, errorBand, input } = assembly;
  const { title, text, caption } = texts.howToRead.example;
  const cut = cutOf(assembly);
  const [above, below] = motives;
  if (!above || !below) return [];
  const side = (mean: number) => ({ mean, interval: errorBand ? about(mean) : null });
  const row = (
    motive: typeof above,
    a: number,
    b: number,
    finding: 'marked-difference' | 'no-reliable-difference',
  ) => ({
    motive,
    a: side(a),
    b: side(b),
    difference: a - b,
    finding,
  });
  const model: ComparisonModel = {
    kind: 'comparison',
    title,
    scale: input.norm
      ? { basis: 'norm', cut, provisional: input.norm.provisional }
      : { basis: 'response-scale', cut },
    teams: { a: 'Team A', b: 'Team B' },
    rows: [
      row(above, -1.3 * cut, 0.4 * cut, 'marked-difference'),
      row(below, 0.2 * cut, 0.4 * cut, 'no-reliable-difference'),
    ],
  };
  return [heading(2, title), opening(text), chart(assembly, model, caption, [])];
}

const about = (mean: number): Interval => ({ low: mean - 0.3, high: mean + 0.3, level: 0.95 });
