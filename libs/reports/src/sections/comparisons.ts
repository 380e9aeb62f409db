import { compareTeams, type MotiveComparison, type TeamComparisonDocument } from '@rapport/psychometrics';
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

/** A marked difference in one sentence. */
export function markedSentence(
  { texts, nameOf, signed, range }: Assembly,
  { a, b }: Comparison,
  motive: MotiveComparison,
): string {
  return texts.sentences.markedDifference({
    motive: nameOf(motive.motive),
    a: a.name,
    b: b.name,
    redTeam: (motive.difference ?? 0) >= 0 ? a.name : b.name,
    difference: signed(motive.difference),
    interval: range(motive.interval),
  });
}
