import type {
  ChangeFinding,
  Interval,
  MemberProfile,
  MotiveChange,
  PersonChangeDocument,
  ProfileDocument,
  TeamChangeDocument,
} from './documents.js';
import {
  contributorsOf,
  jointProvenance,
  motivesOf,
  refuseMixture,
  scoresOf,
  unscoredOf,
} from './members.js';
import { benjaminiHochberg } from './multiple-comparisons.js';
import { mean, standardDeviation } from './numeric/moments.js';
import { studentQuantile } from './numeric/student.js';
import { isInsufficient } from './outcome.js';
import { signFlipTest } from './permutation.js';
import { Z95 } from './profile.js';

/** With five pairs the exact p cannot go below 0.0625: it needs six to say anything at the 5 % level. */
const PAIRS_NEEDED = 6;
const LEVEL = 0.05;

/**
 * First and second wave of one team, side by side. Members are matched by `member`.
 *
 * The difference of the team means is taken apart so that the parts sum to it exactly: `within` = change of the mean of
 * those who stayed (second minus first), `entry` = mean of the second wave minus the second mean of those who stayed,
 * `exit` = first mean of those who stayed minus mean of the first wave. Stayed means: a score on the motive in both
 * waves. Without anybody who stayed the three parts are `null`. The interval is the 95 % t interval of the paired
 * differences (two pairs or more), p the exact sign-flip p. Finding: `too-little-data` below six pairs (five can never
 * reach p < .0625), else `reliable-change` when p is below .05 after Benjamini-Hochberg over the motives, else
 * `no-reliable-change`.
 *
 * @param first Profiles of the first wave.
 * @param second Profiles of the second wave, scored under the same instrument, norm and band-rule versions: a norm
 *   change must never look like a change of persons, so score both waves under one norm before comparing.
 * @throws RangeError when versions differ (it says which) or a member appears twice in a wave.
 * @example
 * teamChange([sampleMember('p', [1]), sampleMember('q', [0])], [sampleMember('p', [0.4])]).motives[0]
 * // => { within: -0.6, entry: 0, exit: 0.5, finding: 'too-little-data' }
 */
export function teamChange(
  first: readonly MemberProfile[],
  second: readonly MemberProfile[],
): TeamChangeDocument {
  refuseMixture(first);
  refuseMixture(second);
  refuseMixture([
    ...first.map((each) => ({ ...each, member: `first:${each.member}` })),
    ...second.map((each) => ({ ...each, member: `second:${each.member}` })),
  ]);
  const before = new Set(first.map(({ member }) => member));
  const stayed = second.filter(({ member }) => before.has(member)).length;
  const motives = motivesOf([...first, ...second]).map((motive) => change(motive, first, second));
  const adjusted = benjaminiHochberg(motives.map(({ p, stayed: n }) => (n < PAIRS_NEEDED ? null : p)));
  return {
    n: {
      first: first.length,
      second: second.length,
      stayed,
      joined: second.length - stayed,
      left: first.length - stayed,
    },
    motives: motives.map((motive, index) => {
      const pAdjusted = adjusted[index] ?? null;
      return { ...motive, pAdjusted, finding: findingOf(pAdjusted) };
    }),
    contributors: { first: contributorsOf(first), second: contributorsOf(second) },
    provenance: { first: jointProvenance(first), second: jointProvenance(second) },
  };
}

function findingOf(p: number | null): ChangeFinding {
  if (p === null) return 'too-little-data';
  return p < LEVEL ? 'reliable-change' : 'no-reliable-change';
}

function change(
  motive: string,
  first: readonly MemberProfile[],
  second: readonly MemberProfile[],
): Omit<MotiveChange, 'finding' | 'pAdjusted'> {
  const start = scoresOf(first, motive);
  const end = scoresOf(second, motive);
  const before = new Map(start.map(({ member, value }) => [member, value]));
  const after = new Map(end.map(({ member, value }) => [member, value]));
  const unscored = { first: unscoredOf(first, start), second: unscoredOf(second, end) };
  const pairs = [...before].flatMap(([member, value]) => {
    const later = after.get(member);
    return later === undefined ? [] : [{ first: value, second: later }];
  });
  const parts = changeDecomposition([...before.values()], [...after.values()], pairs);
  const differences = pairs.map((pair) => hundredths(pair.second - pair.first));
  const chance = signFlipTest(differences);
  return {
    motive,
    ...parts,
    stayed: pairs.length,
    interval: pairedInterval(differences),
    p: isInsufficient(chance) ? null : chance.twoSided,
    ...(unscored.first.length + unscored.second.length > 0 && { unscored }),
  };
}

/** Differences of values shown with two decimals are multiples of 0.01; this removes the rounding of the subtraction. */
function hundredths(difference: number): number {
  return Math.round(difference * 100) / 100;
}

/**
 * Takes the difference of two team means apart: within those who stayed + entry + exit, which sum to it exactly.
 *
 * @param first Values of everybody in the first wave.
 * @param second Values of everybody in the second wave.
 * @param pairs Both values of those who stayed.
 * @returns `null` for whatever does not exist; `difference` is the sum of its parts in this order.
 * @example
 * changeDecomposition([1, 3], [2, 6], [{ first: 1, second: 2 }])
 * // => { first: 2, second: 4, difference: 2, within: 1, entry: 2, exit: -1 }
 */
export function changeDecomposition(
  first: readonly number[],
  second: readonly number[],
  pairs: readonly { readonly first: number; readonly second: number }[],
): Pick<MotiveChange, 'first' | 'second' | 'difference' | 'within' | 'entry' | 'exit'> {
  const meanFirst = first.length === 0 ? null : mean(first);
  const meanSecond = second.length === 0 ? null : mean(second);
  const none = { within: null, entry: null, exit: null };
  if (meanFirst === null || meanSecond === null) {
    return { first: meanFirst, second: meanSecond, difference: null, ...none };
  }
  if (pairs.length === 0) {
    return { first: meanFirst, second: meanSecond, difference: meanSecond - meanFirst, ...none };
  }
  const stayedFirst = mean(pairs.map((pair) => pair.first));
  const stayedSecond = mean(pairs.map((pair) => pair.second));
  const within = stayedSecond - stayedFirst;
  const entry = meanSecond - stayedSecond;
  const exit = stayedFirst - meanFirst;
  return { first: meanFirst, second: meanSecond, difference: within + entry + exit, within, entry, exit };
}

function pairedInterval(differences: readonly number[]): Interval | null {
  const n = differences.length;
  if (n < 2) return null;
  const centre = mean(differences);
  const half = (studentQuantile(0.975, n - 1) * standardDeviation(differences)) / Math.sqrt(n);
  return { low: centre - half, high: centre + half, level: 0.95 };
}

/**
 * One person, two assessments: the reliable change index of Jacobson and Truax for each motive.
 *
 * RCI = (second - first) / sqrt(SEM1^2 + SEM2^2) on the axis, where SEM = sqrt(1 - reliability) in norm SDs; reliable
 * change at |RCI| >= 1.96. Too little data where a score is missing or no reliability is known.
 *
 * @throws RangeError when the two profiles stand on different instrument, norm, band-rule or scoring versions.
 * Source: Jacobson & Truax (1991).
 * @example
 * personChange(sampleMember('p', [0.2]).profile, sampleMember('p', [1.4]).profile).motives[0]
 * // => { motive: 'autonomy', first: 0.2, second: 1.4, rci: 2.1213, finding: 'reliable-change' }
 */
export function personChange(first: ProfileDocument, second: ProfileDocument): PersonChangeDocument {
  const before = { member: 'first', assessment: '', profile: first };
  const after = { member: 'second', assessment: '', profile: second };
  refuseMixture([before, after]);
  return {
    motives: motivesOf([before, after]).map((motive) => {
      const [start] = scoresOf([before], motive);
      const [end] = scoresOf([after], motive);
      const rci = start === undefined || end === undefined ? null : reliableChange(start, end);
      const finding =
        rci === null ? 'too-little-data' : Math.abs(rci) >= Z95 ? 'reliable-change' : 'no-reliable-change';
      return { motive, first: start?.value ?? null, second: end?.value ?? null, rci, finding };
    }),
    provenance: { first: first.provenance, second: second.provenance },
  };
}

function reliableChange(
  start: { readonly value: number; readonly standardError: number | null },
  end: { readonly value: number; readonly standardError: number | null },
): number | null {
  if (start.standardError === null || end.standardError === null) return null;
  const error = Math.hypot(start.standardError, end.standardError);
  return error === 0 ? null : (end.value - start.value) / error;
}
