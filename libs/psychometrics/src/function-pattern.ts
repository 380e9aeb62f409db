import type { Band, Interval } from './documents.js';
import { iccAnova } from './intraclass-correlation.js';
import { finite } from './numeric/present.js';
import { normalQuantile } from './numeric/normal.js';
import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';

/**
 * Wilson's score interval of a share. The number of people may be an effective one, so it need not be whole.
 *
 * @param count Number with the property, 0..n.
 * @param n Number of people, above 0.
 * Source: Wilson (1927).
 * @example
 * wilsonInterval(3, 10) // => { low: 0.10779, high: 0.60322, level: 0.95 }
 */
export function wilsonInterval(count: number, n: number, level = 0.95): Interval {
  if (!(n > 0 && count >= 0 && count <= n))
    throw new RangeError(`a share needs 0 <= count <= n, got ${count} of ${n}`);
  const z = normalQuantile((1 + level) / 2);
  const share = count / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level };
}

/**
 * Design effect of a clustered sample, 1 + (m - 1) ICC: people of one team resemble each other, so n of them are worth
 * n / design effect independent ones.
 *
 * @param clusterSize Mean team size m, at least 1.
 * @param icc Intraclass correlation; below 0 it counts as 0.
 * @example
 * designEffect(9, 0.1) // => 1.8
 */
export function designEffect(clusterSize: number, icc: number): number {
  if (!(clusterSize >= 1 && clusterSize < Infinity))
    throw new RangeError(`a mean team size is at least 1, got ${clusterSize}`);
  return 1 + (clusterSize - 1) * Math.max(0, finite(icc, 'an intraclass correlation'));
}

/** One consented person of the function: band and value on one motive, team and client organisation. */
export interface FunctionMember {
  readonly organisation: string;
  readonly team: string;
  readonly value: number;
  readonly band: Band;
}

export interface FunctionPattern {
  readonly people: number;
  readonly organisations: number;
  readonly designEffect: number;
  readonly effectiveN: number;
  readonly shares: Readonly<Record<Band, { readonly share: number; readonly interval: Interval }>>;
}

/** A pattern is shown from so many client organisations and people up. */
export const PATTERN_NEEDS = { organisations: 3, people: 20 } as const;

/**
 * Function pattern of one motive: how the people of a function (all sales teams of a firm, say) spread over the bands.
 *
 * Shares with Wilson intervals on the effective n = n / design effect; the ICC is the n0 variant of the analysis of
 * variance over the teams.
 *
 * @returns `InsufficientData` below 3 client organisations (then n and needed count organisations) or 20 people.
 * @example
 * functionPattern([{ organisation: 'o', team: 't', value: 1.2, band: 'red' }])
 * // => { kind: 'insufficient-data', reason: 'too-few-observations', n: 1, needed: 3 }
 */
export function functionPattern(members: readonly FunctionMember[]): FunctionPattern | InsufficientData {
  const organisations = new Set(members.map(({ organisation }) => organisation)).size;
  if (organisations < PATTERN_NEEDS.organisations) {
    return insufficient('too-few-observations', organisations, PATTERN_NEEDS.organisations);
  }
  if (members.length < PATTERN_NEEDS.people) {
    return insufficient('too-few-observations', members.length, PATTERN_NEEDS.people);
  }
  const teams = members.map(({ organisation, team }) => JSON.stringify([organisation, team]));
  const anova = iccAnova(
    members.map(({ value }) => value),
    teams,
  );
  const icc = isInsufficient(anova) ? 0 : anova.icc1N0;
  const effect = designEffect(members.length / new Set(teams).size, icc);
  const effectiveN = members.length / effect;
  const shareOf = (wanted: Band): { share: number; interval: Interval } => {
    const share = members.filter(({ band }) => band === wanted).length / members.length;
    return { share, interval: wilsonInterval(share * effectiveN, effectiveN) };
  };
  return {
    people: members.length,
    organisations,
    designEffect: effect,
    effectiveN,
    shares: { red: shareOf('red'), balanced: shareOf('balanced'), blue: shareOf('blue') },
  };
}
