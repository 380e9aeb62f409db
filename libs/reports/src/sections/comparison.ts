import { comparisonModel } from '@rapport/charts';
import type { ConstellationSide } from '@rapport/content';
import type { MotiveComparison } from '@rapport/psychometrics';
import type { Assembly } from '../assembly.js';
import type { Block, Section } from '../document.js';
import { chart, facts, heading, lead, list, note, paragraph, questions } from './blocks.js';
import { markedSentence, type Comparison } from './comparisons.js';

/** Two teams side by side, then each marked difference with how the two sides act on each other. */
export function comparison(assembly: Assembly, comparisons: readonly Comparison[]): readonly Section[] {
  return comparisons.map((each) => pairSection(assembly, each, comparisons.length > 1));
}

function pairSection(assembly: Assembly, pair: Comparison, oneOfMany: boolean): Section {
  const { texts, motives } = assembly;
  const { a, b, document, marked } = pair;
  const { title, lead: opening, questions: asked } = texts.sections.comparison;
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
      lead(opening),
      chart(assembly, model, caption, [a.source, b.source]),
      ...detectability(assembly, pair),
      ...aims(assembly, pair),
      ...(marked.length === 0 ? [paragraph(texts.summary.noDifferences)] : []),
      ...marked.flatMap((motive, index) => difference(assembly, pair, motive, index === 0)),
      ...translators(assembly, pair),
      ...questions(assembly, asked),
    ],
  };
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

function difference(
  assembly: Assembly,
  pair: Comparison,
  motive: MotiveComparison,
  first: boolean,
): readonly Block[] {
  const { texts, textsOf, nameOf } = assembly;
  const { constellation } = texts;
  const named = motive.constellation ? `: ${constellation.names[motive.constellation]}` : '';
  const written = motive.constellation && textsOf(motive.motive)?.constellations[motive.constellation];
  return [
    heading(2, `${nameOf(motive.motive)}${named}`, first ? { newPage: true } : {}),
    paragraph(markedSentence(assembly, pair, motive)),
    ...(written
      ? [
          ...level(assembly, constellation.teams, written.teams),
          ...level(assembly, constellation.persons, written.persons),
        ]
      : []),
  ];
}

function level({ texts, lang }: Assembly, title: string, side: ConstellationSide): readonly Block[] {
  const { helps, hurts, question, proposals } = texts.constellation;
  return [
    heading(3, title),
    {
      kind: 'columns',
      columns: [
        { heading: helps, text: side.helps[lang] },
        { heading: hurts, text: side.hurts[lang] },
      ],
    },
    { kind: 'questions', heading: question, items: [side.question[lang]] },
    list(
      side.proposals.map((proposal) => proposal[lang]),
      proposals,
    ),
  ];
}

/** Who could mediate: only those who released their profile, only in the coach's copy. */
function translators(assembly: Assembly, { a, b, document }: Comparison): readonly Block[] {
  const { client, texts, words } = assembly;
  if (client) return [];
  const lines = document.translators.flatMap(({ team, member }) => {
    const [own, other] = team === 'a' ? [a, b] : [b, a];
    const person = own.open.find(({ profile }) => profile.member === member);
    if (!person) return [];
    return [texts.sentences.translator({ name: person.name, team: own.name, otherTeam: other.name })];
  });
  return lines.length === 0 ? [] : [heading(2, words.translators), list(lines)];
}
