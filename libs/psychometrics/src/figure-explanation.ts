import type {
  Contributor,
  Provenance,
  TeamChangeDocument,
  TeamComparisonDocument,
  TeamCompositionDocument,
} from './documents.js';
import type { ScoreExplanation } from './explanation.js';

/** One score behind a figure: whose, from which assessment, and on which side or wave it counts. */
export interface FigureSource extends Contributor {
  readonly side: 'team' | 'a' | 'b' | 'first' | 'second';
  /** Of a change only: in both waves, only in the second, only in the first. */
  readonly part?: 'stayed' | 'entered' | 'left';
  /** From answers to this score, when the caller can explain it. */
  readonly score?: ScoreExplanation;
}

/** Where a figure of a team document comes from. */
export interface FigureExplanation {
  readonly motive: string;
  readonly figure: string;
  readonly value: unknown;
  /** Function of this library and its variant, in words. */
  readonly derivation: { readonly by: string; readonly variant: string };
  readonly sources: readonly FigureSource[];
  /** Versions of instrument, norm group, band rule and scoring; of a change both waves have the same. */
  readonly versions: Omit<Provenance, 'assessments'>;
}

type TeamDocument = TeamCompositionDocument | TeamComparisonDocument | TeamChangeDocument;
type Derivation = FigureExplanation['derivation'];

const MEAN: Derivation = { by: 'mean', variant: 'of the values as shown' };
const COMPOSITION: Readonly<Record<string, Derivation>> = {
  n: { by: 'teamPersonality', variant: 'members with a score' },
  mean: MEAN,
  sd: { by: 'standardDeviation', variant: 'n - 1' },
  min: { by: 'teamPersonality', variant: 'lowest value' },
  max: { by: 'teamPersonality', variant: 'highest value' },
  quartiles: { by: 'quantile', variant: 'type 7' },
  counts: { by: 'bandOf', variant: 'members in each band' },
  interval: { by: 'teamPersonality', variant: '95 %, measurement error of the mean' },
  members: { by: 'scoreAssessment', variant: 'value as shown' },
  pattern: { by: 'teamPersonality', variant: 'shared from 75 % in one band' },
};
const CHANCE: Derivation = { by: 'permutationTest', variant: 'two-sided' };
const COMPARISON: Readonly<Record<string, Derivation>> = {
  a: MEAN,
  b: MEAN,
  difference: { by: 'compareTeams', variant: 'mean of a minus mean of b' },
  interval: { by: 'compareTeams', variant: '95 %, measurement error of the difference' },
  g: { by: 'hedgesG', variant: 'exact gamma correction' },
  gInterval: { by: 'hedgesG', variant: 'noncentral t' },
  p: CHANCE,
  pAdjusted: { by: 'benjaminiHochberg', variant: 'permutation p over all motives' },
  finding: { by: 'compareTeams', variant: 'at least 0.5 units and adjusted p below .05' },
  constellation: { by: 'compareTeams', variant: 'leaning from half the cut' },
  redSide: { by: 'compareTeams', variant: 'side with the higher mean' },
};
const CHANGE: Readonly<Record<string, Derivation>> = {
  first: MEAN,
  second: MEAN,
  difference: { by: 'changeDecomposition', variant: 'within + entry + exit' },
  within: { by: 'changeDecomposition', variant: 'those who stayed, second minus first' },
  entry: { by: 'changeDecomposition', variant: 'second wave minus those who stayed' },
  exit: { by: 'changeDecomposition', variant: 'those who stayed minus first wave' },
  stayed: { by: 'teamChange', variant: 'a score in both waves' },
  interval: { by: 'teamChange', variant: '95 %, paired t' },
  p: { by: 'signFlipTest', variant: 'two-sided' },
  pAdjusted: { by: 'benjaminiHochberg', variant: 'sign-flip p over all motives' },
  finding: { by: 'teamChange', variant: 'six pairs and adjusted p below .05' },
};
/** Figures that only those who stayed bear on. */
const OF_THE_STAYED = new Set(['within', 'stayed', 'interval', 'p', 'pAdjusted', 'finding']);
/** Figures that one wave or one side alone bears on. */
const OF_ONE_SIDE: Readonly<Record<string, FigureSource['side']>> = {
  a: 'a',
  b: 'b',
  first: 'first',
  second: 'second',
  entry: 'second',
  exit: 'first',
};

/**
 * Explains a figure of a team personality, a comparison or a change: how it was computed, from whose scores in which
 * assessments, under which versions. Nothing is computed again; the document alone is read.
 *
 * Shape: a motive and the name of a figure as the document has it. An adjusted p and the finding that rests on it also
 * depend on the p values of the other motives, as the variant says; the sources are those of this motive.
 *
 * @param document Team personality, comparison or change that names its contributors.
 * @param motive Scale id.
 * @param figure Field of the motive, for example `mean`, `difference`, `within`.
 * @param explain Leads a source on to its answers, usually `explainScore` on the stored answers of the assessment.
 * @throws RangeError for a motive or figure that the document has not, and for a document without contributors.
 * @example
 * explainFigure(teamPersonality([sampleMember('p', [1.2]), sampleMember('q', [null])]), 'autonomy', 'mean').sources
 * // => [{ member: 'p', assessment: 'assessment-p', side: 'team' }]
 */
export function explainFigure(
  document: TeamDocument,
  motive: string,
  figure: string,
  explain?: (assessment: string, motive: string) => ScoreExplanation | undefined,
): FigureExplanation {
  const [derivations, all, provenance] = readDocument(document, motive);
  const found = document.motives.find((each) => each.motive === motive);
  if (found === undefined) throw new RangeError(`the document has no motive ${motive}`);
  if (!Object.hasOwn(derivations, figure)) throw new RangeError(`a motive has no figure ${figure}`);
  const side = OF_ONE_SIDE[figure];
  const isChange = 'stayed' in found;
  const sources = all
    .filter((each) =>
      isChange && OF_THE_STAYED.has(figure)
        ? each.part === 'stayed'
        : side === undefined || each.side === side,
    )
    .map((each) => {
      const score = explain?.(each.assessment, motive);
      return score === undefined ? each : { ...each, score };
    });
  const { assessments: _, ...versions } = provenance;
  const value = (found as unknown as Readonly<Record<string, unknown>>)[figure];
  return { motive, figure, value, derivation: derivations[figure]!, sources, versions };
}

function readDocument(
  document: TeamDocument,
  motive: string,
): [Readonly<Record<string, Derivation>>, FigureSource[], Provenance] {
  const { contributors } = document;
  if (contributors === undefined) throw new RangeError('the document does not name its contributors');
  if ('teamBlindSpots' in document) {
    const scored = new Set(
      document.motives.find((each) => each.motive === motive)?.members.map(({ member }) => member),
    );
    const team = sourcesOf('team', document.contributors!, ({ member }) => scored.has(member));
    return [COMPOSITION, team, document.provenance];
  }
  if ('translators' in document) {
    const { a, b } = document.contributors!;
    const without = document.motives.find((each) => each.motive === motive)?.unscored;
    return [
      COMPARISON,
      [...scoredOf('a', a, without?.a), ...scoredOf('b', b, without?.b)],
      document.provenance,
    ];
  }
  const without = document.motives.find((each) => each.motive === motive)?.unscored;
  const first = scoredOf('first', document.contributors!.first, without?.first);
  const second = scoredOf('second', document.contributors!.second, without?.second);
  const before = new Set(first.map(({ member }) => member));
  const after = new Set(second.map(({ member }) => member));
  const both = [
    ...first.map((each) => ({ ...each, part: after.has(each.member) ? 'stayed' : 'left' }) as const),
    ...second.map((each) => ({ ...each, part: before.has(each.member) ? 'stayed' : 'entered' }) as const),
  ];
  const { provenance } = document;
  return [CHANGE, both, first.length > 0 ? provenance.first : provenance.second];
}

function scoredOf(
  side: FigureSource['side'],
  contributors: readonly Contributor[],
  unscored: readonly string[] = [],
): FigureSource[] {
  return sourcesOf(side, contributors, ({ member }) => !unscored.includes(member));
}

function sourcesOf(
  side: FigureSource['side'],
  contributors: readonly Contributor[],
  keep: (contributor: Contributor) => boolean,
): FigureSource[] {
  return contributors.filter(keep).map((each) => ({ ...each, side }));
}
