import { listOf } from '@rapport/charts';
import { MINIMUM_GROUP, type Assembly, type ShownTeam } from '../assembly.js';
import type { Block, Section } from '../document.js';
import type { Comparison } from './comparisons.js';
import { markedSentence } from './comparisons.js';
import { nextReviewOf } from './agreements.js';
import { heading, lead, list, paragraph } from './blocks.js';

const DIFFERENCES = 4;

/** The essentials on one page: common ground first, then differences, blind spots, agreements, next steps. */
export function summary(assembly: Assembly, comparisons: readonly Comparison[]): Section {
  const { texts, teams } = assembly;
  const { summary: words } = texts;
  const shown = teams.filter((team) => team.shown);
  return {
    id: 'summary',
    heading: words.title,
    newPage: true,
    blocks: [
      lead(
        words.intro({
          teams: shown.map(({ name }) => name),
          people: shown.reduce((sum, { n }) => sum + n, 0),
        }),
      ),
      ...teams.filter((team) => !team.shown).map((team) => paragraph(notShown(assembly, team))),
      heading(2, words.shared),
      ...sharedGround(assembly, shown),
      ...(shown.length > 1 ? [heading(2, words.differences), differences(assembly, comparisons)] : []),
      heading(2, words.blindSpots),
      list(shown.map((team) => `${team.name}: ${oppositeSentence(assembly, team)}`)),
      heading(2, words.agreements),
      ...agreed(assembly),
      ...basis(assembly, shown),
      heading(2, words.nextSteps),
      list(words.nextStepsText),
    ],
  };
}

/** How many answered what, and on which scale. */
function basis(assembly: Assembly, shown: readonly ShownTeam[]): readonly Block[] {
  const { input, texts, lang, scale } = assembly;
  if (shown.length === 0) return [];
  const sum = (of: (team: ShownTeam) => number) => shown.reduce((total, team) => total + of(team), 0);
  const { title, version } = input.instrument;
  return [
    heading(2, texts.summary.basis),
    paragraph(
      texts.summary.basisText({
        answered: sum(({ participation }) => participation.submitted),
        invited: sum(({ participation }) => participation.invited),
        instrument: `${title[lang]} ${version}`,
        scale,
      }),
    ),
  ];
}

/** Why a team has no figures here. */
export function notShown({ texts }: Assembly, team: ShownTeam): string {
  const reason =
    team.n > 0
      ? texts.sentences.groupTooSmall({ minimum: MINIMUM_GROUP })
      : texts.sentences.tooLittle({ n: team.n, needed: 1 });
  return `${team.name}: ${reason}`;
}

function sharedGround({ texts, nameOf, poleOf }: Assembly, teams: readonly ShownTeam[]): readonly Block[] {
  const lines = teams.flatMap(({ name, shown }) => {
    const shared = shown!.motives.flatMap(({ motive, pattern }) => {
      if (pattern !== 'shared-red' && pattern !== 'shared-blue') return [];
      return [`${nameOf(motive)} (${poleOf(motive, pattern === 'shared-red' ? 'red' : 'blue')})`];
    });
    return shared.length === 0 ? [] : [`${name}: ${shared.join(', ')}.`];
  });
  return lines.length === 0 ? [paragraph(texts.summary.noShared)] : [list(lines)];
}

function differences(assembly: Assembly, comparisons: readonly Comparison[]): Block {
  const { texts, words, nameOf, lang } = assembly;
  const lines = comparisons.flatMap((comparison) => {
    const { marked } = comparison;
    const rest = marked.slice(DIFFERENCES).map(({ motive }) => nameOf(motive));
    return [
      ...marked
        .slice(0, DIFFERENCES)
        .map((each) => `${nameOf(each.motive)}: ${markedSentence(assembly, comparison, each)}`),
      ...(rest.length === 0 ? [] : [words.alsoMarked({ motives: listOf(rest, lang, rest.length) })]),
    ];
  });
  return lines.length === 0 ? paragraph(texts.summary.noDifferences) : list(lines);
}

function oppositeSentence({ words, motives }: Assembly, { shown }: ShownTeam): string {
  const count = new Set(shown!.blindSpots.map(({ motive }) => motive)).size;
  return words.oppositeCount({ count, of: motives.length });
}

function agreed({ input, texts, words, day }: Assembly): readonly Block[] {
  const { agreements } = input;
  if (agreements.length === 0) return [paragraph(texts.summary.noAgreements)];
  const count = (status: string) => agreements.filter((each) => each.status === status).length;
  const next = nextReviewOf(agreements);
  return [
    paragraph(
      [
        words.agreementCounts({
          open: count('proposed'),
          agreed: count('agreed'),
          reviewed: count('reviewed'),
        }),
        ...(next ? [words.nextReview({ day: day(next) })] : []),
      ].join(' '),
    ),
  ];
}
