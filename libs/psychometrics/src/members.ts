import { DEFAULT_BAND_RULE } from './band.js';
import type { Basis, Contributor, Interval, MemberProfile, MotiveScore, Provenance } from './documents.js';
import { SCORING_VERSION, Z95 } from './profile.js';

/**
 * What the team documents share: members must be comparable, and a motive is read across them.
 */

/** Score of one member on one motive, when there is one. */
export interface MemberScore {
  readonly member: string;
  readonly value: number;
  readonly score: MotiveScore;
  /** Standard error of measurement on the axis; `null` where no reliability is known. */
  readonly standardError: number | null;
}

/** The provenance of a document about nobody. */
const NOBODY: Provenance = {
  instrument: { id: '', version: '' },
  norm: null,
  bandRule: DEFAULT_BAND_RULE,
  assessments: [],
  scoring: SCORING_VERSION,
};

/**
 * Refuses profiles that cannot be laid side by side: every figure must come from the same instrument, norm group, band
 * rule and scoring versions and stand on the same basis.
 *
 * @throws RangeError that names what differs.
 */
export function refuseMixture(members: readonly MemberProfile[]): void {
  const ids = new Set(members.map(({ member }) => member));
  if (ids.size !== members.length) throw new RangeError('a member appears twice');
  if (members.every((member) => isLike(members[0]!, member))) return;
  refuseDifferent('instrument', members, ({ profile: { provenance } }) => version(provenance.instrument));
  refuseDifferent('norm group', members, ({ profile: { provenance } }) =>
    provenance.norm === null ? 'none' : version(provenance.norm),
  );
  refuseDifferent('band rule', members, ({ profile: { provenance } }) => {
    const { id, cut } = provenance.bandRule;
    return `${version(provenance.bandRule)} (${id}, cut ${cut})`;
  });
  refuseDifferent('scoring version', members, ({ profile: { provenance } }) => provenance.scoring);
  refuseDifferent('basis', members, ({ profile }) => basisOf(profile.motives) ?? undefined);
}

/** The quick answer for the usual case; where it says no the slow checks find out what differs, if anything does. */
function isLike({ profile: one }: MemberProfile, { profile: other }: MemberProfile): boolean {
  const [a, b] = [one.provenance, other.provenance];
  return (
    isSameVersion(a.instrument, b.instrument) &&
    (a.norm === null || b.norm === null ? a.norm === b.norm : isSameVersion(a.norm, b.norm)) &&
    isSameVersion(a.bandRule, b.bandRule) &&
    a.bandRule.cut === b.bandRule.cut &&
    a.scoring === b.scoring &&
    basisOf(one.motives) === basisOf(other.motives)
  );
}

interface Version {
  readonly id: string;
  readonly version: string;
}

function isSameVersion(a: Version, b: Version): boolean {
  return a.id === b.id && a.version === b.version;
}

function version({ id, version: number }: Version): string {
  return `${id} ${number}`;
}

function basisOf(motives: readonly MotiveScore[]): Basis | undefined {
  return motives.find((motive) => motive.value !== null)?.basis;
}

function refuseDifferent(
  what: string,
  members: readonly MemberProfile[],
  read: (member: MemberProfile) => string | undefined,
): void {
  const found = [...new Set(members.map(read).filter((each) => each !== undefined))];
  if (found.length > 1)
    throw new RangeError(`profiles of different ${what} cannot be mixed: ${found.join(', ')}`);
}

/** Provenance of a figure about several members: their versions, and all their assessments, sorted. */
export function jointProvenance(members: readonly MemberProfile[]): Provenance {
  const first = members[0]?.profile.provenance;
  if (first === undefined) return NOBODY;
  const assessments = members.flatMap(({ profile }) => profile.provenance.assessments);
  const sources = new Set(members.map(({ profile }) => profile.provenance.source));
  const { source, ...versions } = first;
  const joint = { ...versions, assessments: [...new Set(assessments)].sort() };
  if (sources.size > 1) return { ...joint, source: 'mixed' };
  return source === undefined ? joint : { ...joint, source };
}

/** Who stands behind a document, in the order of the members. */
export function contributorsOf(members: readonly MemberProfile[]): Contributor[] {
  return members.map(({ member, assessment }) => ({ member, assessment }));
}

/** Members who have no score on a motive, given those who have. */
export function unscoredOf(members: readonly MemberProfile[], scores: readonly MemberScore[]): string[] {
  if (scores.length === members.length) return [];
  const scored = new Set(scores.map(({ member }) => member));
  return members.flatMap(({ member }) => (scored.has(member) ? [] : [member]));
}

/** The motives of these members, in the instrument's order. */
export function motivesOf(members: readonly MemberProfile[]): string[] {
  return [...new Set(members.flatMap(({ profile }) => profile.motives.map(({ motive }) => motive)))];
}

/** Scores of one motive, in the order of the members, without those who have none. */
export function scoresOf(members: readonly MemberProfile[], motive: string): MemberScore[] {
  return members.flatMap(({ member, profile }) => {
    const score = profile.motives.find((each) => each.motive === motive);
    return score === undefined ? [] : (memberScore(member, score) ?? []);
  });
}

/** The same of every motive, in one pass over the profiles. */
export function scoresByMotive(members: readonly MemberProfile[]): Map<string, MemberScore[]> {
  const found = new Map<string, MemberScore[]>();
  for (const { member, profile } of members) {
    for (const motive of profile.motives) {
      let scores = found.get(motive.motive);
      if (scores === undefined) found.set(motive.motive, (scores = []));
      const score = memberScore(member, motive);
      if (score !== undefined) scores.push(score);
    }
  }
  return found;
}

function memberScore(member: string, score: MotiveScore): MemberScore | undefined {
  const { value, interval } = score;
  if (value === null) return undefined;
  const standardError = interval === null ? null : (interval.high - interval.low) / 2 / Z95;
  return { member, value, score, standardError };
}

/** Standard error of a mean of scores from measurement error alone; `null` where a reliability is missing. */
export function errorOfMean(scores: readonly MemberScore[]): number | null {
  if (scores.length === 0) return null;
  let squares = 0;
  for (const { standardError } of scores) {
    if (standardError === null) return null;
    squares += standardError ** 2;
  }
  return Math.sqrt(squares) / scores.length;
}

/** 95 % interval about a figure with a known standard error. */
export function intervalAbout(centre: number | null, error: number | null): Interval | null {
  if (centre === null || error === null) return null;
  return { low: centre - Z95 * error, high: centre + Z95 * error, level: 0.95 };
}
