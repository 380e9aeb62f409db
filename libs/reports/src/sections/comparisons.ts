import { formatScore } from '@rapport/charts';
import {
  bandOf,
  compareTeams,
  MARKED_FROM,
  roundAsShown,
  type Interval,
  type MotiveComparison,
  type TeamComparisonDocument,
} from '@rapport/psychometrics';
import type { Assembly, ShownTeam } from '../assembly.js';

export interface Comparison {
  readonly a: ShownTeam;
  readonly b: ShownTeam;
  readonly document: TeamComparisonDocument;
  /** Widest first. */
  readonly marked: readonly MotiveComparison[];
}

/** Every pair of teams that this reader may see, in the order of the report. */
export function comparisonsOf({ teams }: Assembly): readonly Comparison[] {
  const shown = teams.filter((team) => team.shown !== null);
  return shown.flatMap((a, index) =>
    shown.slice(index + 1).map((b) => {
      const document = compareTeams(a.members, b.members);
      return { a, b, document, marked: markedOf(document) };
    }),
  );
}

const markedOf = ({ motives }: TeamComparisonDocument): readonly MotiveComparison[] =>
  motives
    .filter(({ finding }) => finding === 'marked-difference')
    .sort((x, y) => Math.abs(y.difference ?? 0) - Math.abs(x.difference ?? 0));

/** A marked difference: where both teams stand, how far apart, and which pole each is nearer to. */
export function markedSentence(
  { lang, texts, poleOf, number, range }: Assembly,
  { a, b, document }: Comparison,
  { motive, difference, interval, ...sides }: MotiveComparison,
): string {
  const { bandRule } = document.provenance;
  const place = (name: string, mean: number | null) => {
    const band = bandOf(mean ?? 0, bandRule);
    return { name, band, mean: formatScore(mean, band, bandRule.cut, lang) };
  };
  const above = (difference ?? 0) >= 0;
  const [red, blue] = above ? [a, b] : [b, a];
  return texts.sentences.markedDifference({
    first: place(a.name, sides.a.mean),
    second: place(b.name, sides.b.mean),
    nearRed: { team: red.name, pole: poleOf(motive, 'red') },
    nearBlue: { team: blue.name, pole: poleOf(motive, 'blue') },
    gap: number(difference === null ? null : Math.abs(difference)),
    interval: range(unsigned(interval, above)),
  });
}

/** The band of a difference as a distance. */
export const unsigned = (interval: Interval | null, above: boolean): Interval | null =>
  interval === null || above ? interval : { ...interval, low: -interval.high, high: -interval.low };

/** Motives in which two teams lie close together: too small a difference to be marked, and none established. */
export const closeOf = ({ document }: Comparison): readonly string[] =>
  document.motives
    .filter(
      ({ difference, finding }) =>
        finding === 'no-reliable-difference' &&
        difference !== null &&
        Math.abs(roundAsShown(difference)) < MARKED_FROM,
    )
    .map(({ motive }) => motive);
