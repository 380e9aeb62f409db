import type {
  BandRule,
  BlindSpot,
  MemberProfile,
  TeamCompositionDocument,
  TeamFaultline,
  TeamMotive,
  TooLittleData,
} from './documents.js';
import { averageSilhouetteFaultline, faultlinePermutation } from './faultline.js';
import {
  contributorsOf,
  errorOfMean,
  intervalAbout,
  jointProvenance,
  refuseMixture,
  scoresByMotive,
  type MemberScore,
} from './members.js';
import { inOrder, mean, quantileOfSorted, standardDeviation } from './numeric/moments.js';
import { isInsufficient } from './outcome.js';
import { Z95 } from './profile.js';

/** From this share in one band, with nobody in the opposite one, a motive is called shared. */
export const SHARED_FROM = 0.75;
/** A partition of fewer members says nothing. */
const FAULTLINE_FROM = 4;
/** Largest team in which a partition is searched for: its random twins take some 0.2 s, those of 100 members 30 s. */
const FAULTLINE_TO = 30;

/**
 * Team personality: the composition of the members' profiles. It describes, it does not demand agreement.
 *
 * Shape: one profile a member, all under the same instrument, norm, band rule and scoring versions; a member without a
 * score on a motive is left out of that motive only, and `n` says how many are in. All figures are computed from the
 * values shown on the axis (two decimals), so that anybody can check them by hand. Mean, SD (n - 1), quartiles of type
 * 7, counts per band; the interval is the 95 % band of the mean from measurement error alone,
 * 1.96 sqrt(sum of SEM^2) / n. A motive is shared when at least 75 % stand in one band and nobody in the opposite one,
 * split when red and blue are both present, too little data below two members.
 *
 * @param members May be empty: the document then has no motives and a provenance without names.
 * @throws RangeError when the members' versions differ (it says which) or a member appears twice.
 * @example
 * teamPersonality([sampleMember('p', [1.2]), sampleMember('q', [1.4]), sampleMember('r', [0.4])]).motives[0]
 * // => { mean: 1, sd: 0.52915, counts: { red: 2, balanced: 1, blue: 0 }, pattern: 'mixed' }
 */
export function teamPersonality(members: readonly MemberProfile[]): TeamCompositionDocument {
  refuseMixture(members);
  const provenance = jointProvenance(members);
  const scores = scoresByMotive(members);
  const motives = Array.from(scores, ([motive, each]) => teamMotive(motive, each));
  return {
    n: members.length,
    motives,
    blindSpots: spotsIn(scores, provenance.bandRule),
    teamBlindSpots: motives.flatMap(({ motive, pattern, counts, n }) => {
      if (pattern !== 'shared-red' && pattern !== 'shared-blue') return [];
      const side = pattern === 'shared-red' ? 'red' : 'blue';
      return [{ motive, side, share: counts[side] / n, n } as const];
    }),
    contributors: contributorsOf(members),
    provenance,
  };
}

function teamMotive(motive: string, scores: readonly MemberScore[]): TeamMotive {
  const values = scores.map(({ value }) => value);
  const n = values.length;
  const counts = { red: 0, balanced: 0, blue: 0 };
  for (const { score } of scores) counts[score.band ?? 'balanced'] += 1;
  const centre = n === 0 ? null : mean(values);
  const sorted = inOrder(values);
  const quartile = (p: number): number => quantileOfSorted(sorted, p);
  return {
    motive,
    n,
    mean: centre,
    sd: n < 2 ? null : standardDeviation(values),
    min: sorted[0] ?? null,
    max: sorted[n - 1] ?? null,
    quartiles: n === 0 ? null : { q1: quartile(0.25), median: quartile(0.5), q3: quartile(0.75) },
    counts,
    interval: intervalAbout(centre, errorOfMean(scores)),
    members: scores.map(({ member, value, score }) => ({ member, value, band: score.band ?? 'balanced' })),
    pattern: patternOf(counts, n),
  };
}

function patternOf(counts: TeamMotive['counts'], n: number): TeamMotive['pattern'] {
  if (n < 2) return 'too-little-data';
  const { red, balanced, blue } = counts;
  if (red > 0 && blue > 0) return 'split';
  if (red / n >= SHARED_FROM) return 'shared-red';
  if (blue / n >= SHARED_FROM) return 'shared-blue';
  return balanced / n >= SHARED_FROM ? 'shared-balanced' : 'mixed';
}

/**
 * Candidate blind spots inside a team: pairs of which one is red and one is blue on a motive and whose gap exceeds the
 * difference limit 1.96 sqrt(SEM1^2 + SEM2^2). Where no reliability is known the limit is the distance between the two
 * cuts, which every red-blue pair reaches. Strongest first: strength = gap / limit.
 *
 * @param members Profiles under the same versions.
 * @param rule The band rule of the profiles.
 * @returns Words for it stay careful: likely friction, ask each other.
 * @example
 * blindSpots([sampleMember('p', [1.4]), sampleMember('q', [-1.2])], DEFAULT_BAND_RULE)
 * // => [{ motive: 'autonomy', red: 'p', blue: 'q', gap: 2.6, limit: 1.1087, strength: 2.345 }]
 */
export function blindSpots(members: readonly MemberProfile[], rule: BandRule): BlindSpot[] {
  return spotsIn(scoresByMotive(members), rule);
}

function spotsIn(motives: ReadonlyMap<string, readonly MemberScore[]>, rule: BandRule): BlindSpot[] {
  const found: BlindSpot[] = [];
  for (const [motive, scores] of motives) {
    const blues = scores.filter(({ score }) => score.band === 'blue');
    if (blues.length === 0) continue;
    for (const red of scores.filter(({ score }) => score.band === 'red')) {
      for (const blue of blues) {
        const limit = differenceLimit(red, blue) ?? 2 * rule.cut;
        const gap = red.value - blue.value;
        if (gap < limit) continue;
        found.push({ motive, red: red.member, blue: blue.member, gap, limit, strength: gap / limit });
      }
    }
  }
  return found.sort((a, b) => b.strength - a.strength);
}

function differenceLimit(one: MemberScore, other: MemberScore): number | null {
  if (one.standardError === null || other.standardError === null) return null;
  const limit = Z95 * Math.hypot(one.standardError, other.standardError);
  return limit > 0 ? limit : null;
}

/**
 * Faultline of a team over the motives in which every member has a score, beside its permutation probability. It stands
 * apart from `teamPersonality` because it costs a search over partitions: milliseconds, not microseconds.
 *
 * @param members Profiles under the same versions.
 * @returns Average silhouette width, groups of members and p; `TooLittleData` below four members, or without a motive
 *   that all of them have; `too-many-members` above 30.
 * @throws RangeError when the members' versions differ (it says which) or a member appears twice.
 * Source: Meyer & Glenz (2013), see `averageSilhouetteFaultline` and `faultlinePermutation`.
 * @example
 * teamFaultline([sampleMember('p', [1.2, 0]), sampleMember('q', [1.1, 0]), sampleMember('r', [-1, 0.1]),
 *   sampleMember('s', [-1.2, 0.2])])
 * // => { asw: 0.92815, groups: [['p', 'q'], ['r', 's']], p: 0.165 }
 */
export function teamFaultline(members: readonly MemberProfile[]): TeamFaultline {
  refuseMixture(members);
  const tooLittle: TooLittleData = { kind: 'too-little-data', n: members.length, needed: FAULTLINE_FROM };
  if (members.length < FAULTLINE_FROM) return tooLittle;
  if (members.length > FAULTLINE_TO)
    return { kind: 'too-many-members', n: members.length, most: FAULTLINE_TO };
  const complete = [...scoresByMotive(members).values()].filter((scores) => scores.length === members.length);
  if (complete.length === 0) return { ...tooLittle, n: 0 };
  const rows = members.map((_, member) => complete.map((scores) => scores[member]!.value));
  const best = averageSilhouetteFaultline(rows);
  const chance = faultlinePermutation(rows);
  if (isInsufficient(best) || isInsufficient(chance)) return tooLittle;
  const groups = Array.from({ length: Math.max(...best.groups) }, (_, group) =>
    members.filter((_each, index) => best.groups[index] === group + 1).map(({ member }) => member),
  );
  return { asw: best.asw, groups, p: chance.p };
}
