import type { Band, BandRule } from './documents.js';
import { finite } from './numeric/present.js';

/** Decimals with which a value on the axis is shown everywhere. */
export const SHOWN_DECIMALS = 2;

/** The rule that applies unless a firm publishes its own: red from +1.0, blue from -1.0. */
export const DEFAULT_BAND_RULE: BandRule = { id: 'default', version: '1', cut: 1 };

/**
 * Rounds a value to the decimals in which it is shown; halves go away from zero, minus zero becomes zero.
 *
 * @example
 * [roundAsShown(-0.996), roundAsShown(0.125), roundAsShown(-0.001)] // => [-1, 0.13, 0]
 */
export function roundAsShown(value: number, decimals: number = SHOWN_DECIMALS): number {
  return Number(finite(value, 'a value that is shown').toFixed(decimals)) + 0;
}

/**
 * Band of a value: red at value >= cut, blue at value <= -cut, else balanced. The value is rounded as it is shown
 * before it is classified, so that a printed 1.00 is never called balanced and a printed 0.99 never red.
 *
 * @param value Number on the axis (z, or position on the response scale).
 * @param rule Band rule; its cut must be positive.
 * @throws RangeError when the cut is not positive or the value is not a number.
 * @example
 * [bandOf(0.996, DEFAULT_BAND_RULE), bandOf(0.994, DEFAULT_BAND_RULE), bandOf(-1, DEFAULT_BAND_RULE)]
 * // => ['red', 'balanced', 'blue']
 */
export function bandOf(value: number, rule: BandRule): Band {
  if (!(rule.cut > 0)) throw new RangeError(`band rule ${rule.id} needs a cut > 0, got ${rule.cut}`);
  if (!Number.isFinite(value)) throw new RangeError(`a band needs a number, got ${value}`);
  const shown = roundAsShown(value);
  if (shown >= rule.cut) return 'red';
  return shown <= -rule.cut ? 'blue' : 'balanced';
}

/**
 * Tells whether the error band reaches into a neighbouring band, so that the band could also be another one.
 *
 * @example
 * bandsOverlap({ low: 0.6, high: 1.4 }, DEFAULT_BAND_RULE) // => true
 */
export function bandsOverlap(
  interval: { readonly low: number; readonly high: number },
  rule: BandRule,
): boolean {
  return bandOf(interval.low, rule) !== bandOf(interval.high, rule);
}
