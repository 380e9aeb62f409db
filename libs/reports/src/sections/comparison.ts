import { comparisonModel, listOf } from '@rapport/charts';
import type { ConstellationSide } from '@rapport/content';
import type { MotiveComparison } from '@rapport/psychometrics';
import type { Assembly } from '../assembly.js';
import type { Block, Levels, Section } from '../document.js';
import { chart, facts, heading, lead, list, note, opening, paragraph, questions } from './blocks.js';
import { closeOf, markedSentence, type Comparison } from './comparisons.js';

/** Two teams side by side, then each marked difference with how the two sides act on each other. */
export function comparison(assembly: Assembly, comparisons: readonly Comparison[]): readonly Section[] {
  return comparisons.map((each) => pairSection(assembly, each, comparisons.length > 1));
}

function pairSection(assembly: Assembly, pair: Comparison, oneOfMany: boolean): Section {
  const { texts, motives } = assembly;
  const { a, b, document } = pair;
  const { title, lead: first, questions: asked } = texts.sections.comparison;
  const model = comparisonModel(document, {
    title: `${a.name} – ${b.name}`,
    motives,
    teams: { a: a.name, b: b.name },
  });
  const caption = texts.captions.comparison({ a: a.name, nA: a.n, b: b.name, nB: b.n });
  return {
    id: `comparison-${a.id}-${b.id}`,
    heading: oneOfMany ? `${title}: ${a.name}, ${b.name}` : title,
    newPage: true,
    blocks: [
      lead(first),
      ...closeTogether(assembly, pair),
      chart(assembly, model, caption, [a.source, b.source]),
      ...detectability(assembly, pair),
      ...aims(assembly, pair),
      ...differences(assembly, pair),
      ...questions(assembly, asked),
    ],
  };
}

function closeTogether({ texts, lang, nameOf }: Assembly, pair: Comparison): readonly Block[] {
  const names = closeOf(pair).map(nameOf);
  if (names.length === 0) return [];
  return [paragraph(texts.sentences.close({ motives: listOf(names, lang, names.length) }))];
}

function detectability({ texts, number }: Assembly, { a, b, document }: Comparison): readonly Block[] {
  const { detectable } = document;
  return typeof detectable === 'number'
    ? [note(texts.sentences.detectable({ nA: a.n, nB: b.n, d: number(detectable) }))]
    : [];
}

/** Goals and indicators of both sides: a difference of tasks is not one of people. */
function aims({ words }: Assembly, { a, b }: Comparison): readonly Block[] {
  const entries = [a, b].flatMap(({ name, goals, indicators }) => {
    const text = [goals && `${words.goals}: ${goals}`, indicators && `${words.indicators}: ${indicators}`]
      .filter(Boolean)
      .join('\n');
    return text === '' ? [] : [{ term: name, text }];
  });
  return entries.length === 0 ? [] : [facts(entries)];
}

/** Differences in which a side leans, each with its constellation; the others together. */
function differences(assembly: Assembly, pair: Comparison): readonly Block[] {
  const { texts, words } = assembly;
  if (pair.marked.length === 0) return [paragraph(texts.summary.noDifferences)];
  const blocks: Block[] = [];
  const further: string[] = [];
  for (const motive of pair.marked) {
    const written = difference(assembly, pair, motive, blocks.length === 0);
    if (written) blocks.push(...written);
    else further.push(`${assembly.nameOf(motive.motive)}: ${markedSentence(assembly, pair, motive)}`);
  }
  if (further.length === 0) return blocks;
  const middle = pair.marked.some(({ constellation }) => constellation === null);
  return [
    ...blocks,
    heading(2, words.furtherMarked, blocks.length === 0 ? { newPage: true } : {}),
    ...(middle ? [opening(words.furtherMarkedText)] : []),
    list(further),
  ];
}

function difference(
  assembly: Assembly,
  pair: Comparison,
  motive: MotiveComparison,
  first: boolean,
): readonly Block[] | null {
  const { texts, textsOf, nameOf } = assembly;
  const { constellation } = texts;
  if (!motive.constellation) return null;
  const written = textsOf(motive.motive)?.constellations[motive.constellation];
  if (!written) return null;
  const { teams, persons } = constellation;
  return [
    heading(2, nameOf(motive.motive), first ? { newPage: true } : {}),
    opening(markedSentence(assembly, pair, motive)),
    {
      kind: 'levels',
      levels: [level(assembly, teams, written.teams), level(assembly, persons, written.persons)],
    },
  ];
}

function level({ texts, lang }: Assembly, title: string, side: ConstellationSide): Levels['levels'][number] {
  const { helps, hurts, question, proposals } = texts.constellation;
  return {
    heading: title,
    parts: [
      { heading: helps, texts: [side.helps[lang]] },
      { heading: hurts, texts: [side.hurts[lang]] },
      { heading: question, texts: [side.question[lang]] },
      { heading: proposals, texts: side.proposals.map((proposal) => proposal[lang]) },
    ],
  };
}
