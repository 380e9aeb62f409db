import type { MotiveScore } from '../api/insight.js';

/** How many motives are told in words: the most marked explain most. */
const TOLD = 5;

/** The motives outside the balanced band, the most marked first. */
export function markedMotives<S extends Pick<MotiveScore, 'value' | 'band'> & { readonly motive: string }>(
  scores: readonly S[],
): readonly S[] {
  return scores
    .filter(({ band, value }) => value !== null && (band === 'RED' || band === 'BLUE'))
    .sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
    .slice(0, TOLD);
}
