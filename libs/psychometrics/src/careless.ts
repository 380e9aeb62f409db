import { insufficient, isInsufficient, type InsufficientData } from './outcome.js';
import { pearson } from './numeric/correlation.js';
import { standardDeviation } from './numeric/moments.js';
import { finite, present as presentValues } from './numeric/present.js';

/** Answers of one person, `null` (or NaN) where one is missing. */
export type Answers = ArrayLike<number | null>;

/**
 * Long string and average string of one person's answers, in displayed order and not reversed.
 *
 * A run is a maximal stretch of equal answers; a missing answer ends a run and joins none: it stands alone, as a run of
 * its own (R's rle), so that the average is the number of items over the number of runs.
 *
 * @returns Length of the `longest` run of answers and `average` length of all runs; `InsufficientData` without answers.
 * Source: Johnson (2005).
 * @example
 * longString([3, 3, 3, 4, 4]) // => { longest: 3, average: 2.5 }
 * longString([3, 3, null, 3]) // => { longest: 2, average: 1.3333 }
 */
export function longString(
  answers: Answers,
): { readonly longest: number; readonly average: number } | InsufficientData {
  let longest = 0;
  let runs = 0;
  let length = 0;
  let before: number | null = null;
  for (let i = 0; i < answers.length; i += 1) {
    const answer = present(answers[i]);
    if (answer === null) {
      runs += 1;
      before = null;
      continue;
    }
    length = answer === before ? length + 1 : 1;
    if (length === 1) runs += 1;
    if (length > longest) longest = length;
    before = answer;
  }
  if (longest === 0) return insufficient('too-few-observations', 0, 1);
  return { longest, average: answers.length / runs };
}

/**
 * Intra-individual response variability: SD (n - 1) of one person's answers over the items.
 *
 * @returns `InsufficientData` with fewer than two answers.
 * @example
 * intraIndividualVariability([1, 3, 5, null]) // => 2
 */
export function intraIndividualVariability(answers: Answers): number | InsufficientData {
  const given = presentValues(answers);
  return given.length < 2 ? insufficient('too-few-observations', given.length, 2) : standardDeviation(given);
}

/**
 * Even-odd consistency of one person, signed so that higher means more careless (careless >= 1.2.0).
 *
 * Per factor the mean of the items at odd and at even positions; Pearson r of the two over the factors, Spearman-Brown
 * corrected 2r / (1 + r), not below -1, sign turned. Missing answers leave the half mean of the rest.
 *
 * @param factors Reversed answers, one array a factor (scale), in item order.
 * @returns -1 (consistent) to 1; `InsufficientData` with fewer than two factors whose halves both have a mean, or
 *   halves that do not vary.
 * @example
 * evenOddConsistency([[1, 1, 2, 2], [3, 4, 3, 3], [5, 4, 5, 5]]) // => -0.98122
 */
export function evenOddConsistency(factors: readonly Answers[]): number | InsufficientData {
  const odd: (number | null)[] = [];
  const even: (number | null)[] = [];
  for (const factor of factors) {
    odd.push(halfMean(factor, 0));
    even.push(halfMean(factor, 1));
  }
  const r = pearson(odd, even);
  if (isInsufficient(r)) return r;
  const corrected = r === -1 ? -1 : (2 * r) / (1 + r);
  return -Math.max(-1, corrected);
}

function halfMean(factor: Answers, start: 0 | 1): number | null {
  let total = 0;
  let n = 0;
  for (let i = start; i < factor.length; i += 2) {
    const answer = present(factor[i]);
    if (answer === null) continue;
    total += answer;
    n += 1;
  }
  return n === 0 ? null : total / n;
}

function present(answer: number | null | undefined): number | null {
  return answer === null || answer === undefined || Number.isNaN(answer) ? null : finite(answer, 'an answer');
}

/**
 * Intra-individual variability of consecutive parts of the questionnaire: the SD in each of `parts` equal stretches,
 * which shows whether somebody tired. The positions 1 to k are cut at equal distances over their range, as R's
 * cut(1:k, parts) does, so with 10 items and 3 parts the parts have 4, 3 and 3 items.
 *
 * @param parts At least 1 and at most the number of items.
 * @example
 * variabilityByPart([1, 5, 1, 3, 3, 3], 2) // => [2.3094, 0]
 */
export function variabilityByPart(answers: Answers, parts: number): readonly (number | InsufficientData)[] {
  const k = answers.length;
  if (!(Number.isInteger(parts) && parts >= 1 && parts <= k)) {
    throw new RangeError(`${k} items cannot be cut into ${parts} parts`);
  }
  const members: (number | null)[][] = Array.from({ length: parts }, () => []);
  for (let i = 0; i < k; i += 1) {
    const part = k === 1 ? 0 : Math.max(0, Math.ceil((i * parts) / (k - 1)) - 1);
    members[part]!.push(answers[i] ?? null);
  }
  return members.map((part) => intraIndividualVariability(part));
}

/**
 * Mean seconds an item, over the items whose time is known.
 *
 * @returns `InsufficientData` when no time is known.
 * @example
 * secondsPerItem([2, null, 4]) // => 3
 */
export function secondsPerItem(seconds: ArrayLike<number | null>): number | InsufficientData {
  const known = presentValues(seconds);
  if (known.length === 0) return insufficient('too-few-observations', 0, 1);
  return known.reduce((t, time) => t + time, 0) / known.length;
}
