import type {
  Constellation,
  Finding,
  MemberProfile,
  MotiveComparison,
  TeamComparisonDocument,
} from './documents.js';
import { roundAsShown } from './band.js';
import { detectableDifference, hedgesG } from './effect-size.js';
import {
  contributorsOf,
  errorOfMean,
  intervalAbout,
  jointProvenance,
  motivesOf,
  refuseMixture,
  scoresOf,
  unscoredOf,
} from './members.js';
import { benjaminiHochberg } from './multiple-comparisons.js';
import { mean } from './numeric/moments.js';
import { normalTails } from './numeric/normal.js';
import { isInsufficient } from './outcome.js';
import { permutationTest } from './permutation.js';

/** A difference that is smaller than this on the axis is never called marked, however sure it is. */
export const MARKED_FROM = 0.5;
/** Level at which an adjusted p counts. */
const LEVEL = 0.05;
/** So many translators are named on each side. */
const TRANSLATORS = 2;

/**
 * Compares two teams over their motives.
 *
 * Two modes stand side by side and are never mixed. *Descriptive* (everybody answered, only measurement error is left):
 * `difference` with `interval` = difference -+ 1.96 sqrt(SE_a^2 + SE_b^2), SE = sqrt(sum of SEM^2) / n. *Inferential*
 * (the two teams stand for others like them): Hedges' g with noncentral-t interval and the exact permutation p,
 * Benjamini-Hochberg adjusted over the motives.
 *
 * Rule of the finding. `marked-difference`: |difference|, as shown, is at least 0.5 axis units, and the measurement-error
 * interval excludes 0 after Benjamini-Hochberg over the motives (two-sided normal p of difference / SE, adjusted p below
 * 0.05). Where no reliability is known the adjusted permutation p takes that place, and `rule` says so.
 * `too-little-data`: fewer than two members with a score on a side. Else `no-reliable-difference`.
 *
 * Rule of the constellation. A side leans when its |mean| is at least half the cut. Neither leans: `null`. Both lean:
 * their two sides. One leans: red-blue when the means lie at least half a cut apart, else both are taken to stand on
 * the leaning side. `redSide` is the one with the higher mean.
 *
 * Translators: the two members of each team (of two or more) whose profile lies nearest to the other team's mean
 * profile, by the root of the mean squared distance over the motives both have.
 *
 * @param a Profiles of one team, may be empty.
 * @param b Profiles of the other, under the same versions.
 * @throws RangeError when versions differ (it says which) or a member appears twice in a team.
 * @example
 * compareTeams([sampleMember('p', [1.2]), sampleMember('q', [1.4])], [sampleMember('r', [-1]),
 *   sampleMember('s', [-0.6])]).motives[0]
 * // => { difference: 2.1, interval: { low: 1.316, high: 2.884, level: 0.95 }, g: 5.2986, p: 0.33333, finding:
 * //    'marked-difference', constellation: 'red-blue' }
 */
export function compareTeams(
  a: readonly MemberProfile[],
  b: readonly MemberProfile[],
): TeamComparisonDocument {
  refuseMixture(a);
  refuseMixture(b);
  refuseMixture(asOneList(a, b));
  const provenance = jointProvenance([...a, ...b]);
  const motives = motivesOf([...a, ...b]);
  const detectable = detectableDifference(a.length, b.length);
  return {
    n: { a: a.length, b: b.length },
    motives: findings(
      motives.map((motive) => figures(motive, a, b)),
      provenance.bandRule.cut,
    ),
    translators: [...translators('a', a, b, motives), ...translators('b', b, a, motives)],
    detectable: isInsufficient(detectable)
      ? { kind: 'too-little-data', n: detectable.n, needed: detectable.needed }
      : detectable,
    contributors: { a: contributorsOf(a), b: contributorsOf(b) },
    provenance,
  };
}

/** One person may belong to both teams: the ids are told apart before the lists are checked together. */
function asOneList(a: readonly MemberProfile[], b: readonly MemberProfile[]): MemberProfile[] {
  return [
    ...a.map((each) => ({ ...each, member: `a:${each.member}` })),
    ...b.map((each) => ({ ...each, member: `b:${each.member}` })),
  ];
}

type Figures = Omit<MotiveComparison, 'pAdjusted' | 'finding' | 'rule' | 'constellation' | 'redSide'> & {
  /** Two-sided p of the difference against measurement error alone. */
  readonly errorP: number | null;
};

function figures(motive: string, a: readonly MemberProfile[], b: readonly MemberProfile[]): Figures {
  const one = scoresOf(a, motive);
  const other = scoresOf(b, motive);
  const valuesA = one.map(({ value }) => value);
  const valuesB = other.map(({ value }) => value);
  const errorA = errorOfMean(one);
  const errorB = errorOfMean(other);
  const meanA = valuesA.length === 0 ? null : mean(valuesA);
  const meanB = valuesB.length === 0 ? null : mean(valuesB);
  const difference = meanA === null || meanB === null ? null : meanA - meanB;
  const error = errorA === null || errorB === null ? null : Math.hypot(errorA, errorB);
  const enough = valuesA.length >= 2 && valuesB.length >= 2;
  const effect = enough ? hedgesG(valuesA, valuesB) : null;
  const chance = enough ? permutationTest(valuesA, valuesB) : null;
  const unscored = { a: unscoredOf(a, one), b: unscoredOf(b, other) };
  const standardised = effect === null || isInsufficient(effect) ? null : effect;
  return {
    motive,
    a: { n: valuesA.length, mean: meanA, interval: intervalAbout(meanA, errorA) },
    b: { n: valuesB.length, mean: meanB, interval: intervalAbout(meanB, errorB) },
    difference,
    interval: intervalAbout(difference, error),
    g: standardised?.g ?? null,
    gInterval: standardised?.gInterval ?? null,
    p: chance === null || isInsufficient(chance) ? null : chance.twoSided,
    ...(unscored.a.length + unscored.b.length > 0 && { unscored }),
    errorP: enough && difference !== null && error !== null ? errorProbability(difference, error) : null,
  };
}

function errorProbability(difference: number, error: number): number {
  if (error === 0) return difference === 0 ? 1 : 0;
  return 2 * normalTails(-Math.abs(difference) / error).lower;
}

function findings(all: readonly Figures[], cut: number): MotiveComparison[] {
  const adjustedP = benjaminiHochberg(all.map(({ p }) => p));
  const adjustedErrorP = benjaminiHochberg(all.map(({ errorP }) => errorP));
  return all.map(({ errorP, ...figure }, index) => {
    const pAdjusted = adjustedP[index] ?? null;
    const decisive = errorP === null ? pAdjusted : (adjustedErrorP[index] ?? null);
    const rule = decisive === null ? null : errorP === null ? 'permutation' : 'measurement-error';
    return {
      ...figure,
      pAdjusted,
      finding: findingOf(figure.difference, decisive),
      rule,
      ...constellationOf(figure.a.mean, figure.b.mean, cut),
    };
  });
}

function findingOf(difference: number | null, p: number | null): Finding {
  if (difference === null || p === null) return 'too-little-data';
  const large = Math.abs(roundAsShown(difference)) >= MARKED_FROM;
  return large && p < LEVEL ? 'marked-difference' : 'no-reliable-difference';
}

function constellationOf(
  a: number | null,
  b: number | null,
  cut: number,
): { constellation: Constellation | null; redSide: 'a' | 'b' | null } {
  if (a === null || b === null) return { constellation: null, redSide: null };
  const lean = cut / 2;
  const leader = Math.abs(a) >= Math.abs(b) ? a : b;
  if (Math.abs(leader) < lean) return { constellation: null, redSide: null };
  const redSide = a === b ? null : a > b ? 'a' : 'b';
  const bothLean = Math.min(Math.abs(a), Math.abs(b)) >= lean;
  const opposite = bothLean ? Math.sign(a) !== Math.sign(b) : Math.abs(a - b) >= lean;
  if (opposite) return { constellation: 'red-blue', redSide };
  return { constellation: leader > 0 ? 'red-red' : 'blue-blue', redSide };
}

function translators(
  team: 'a' | 'b',
  own: readonly MemberProfile[],
  other: readonly MemberProfile[],
  motives: readonly string[],
): TeamComparisonDocument['translators'] {
  if (own.length < 2 || other.length < 2) return [];
  const target = new Map(
    motives.flatMap((motive) => {
      const values = scoresOf(other, motive).map(({ value }) => value);
      return values.length === 0 ? [] : [[motive, mean(values)] as const];
    }),
  );
  return own
    .flatMap(({ member, profile }) => {
      const squares = profile.motives.flatMap(({ motive, value }) => {
        const centre = target.get(motive);
        return centre === undefined || value === null ? [] : [(value - centre) ** 2];
      });
      return squares.length === 0 ? [] : [{ team, member, distance: Math.sqrt(mean(squares)) }];
    })
    .sort((x, y) => x.distance - y.distance)
    .slice(0, TRANSLATORS);
}
