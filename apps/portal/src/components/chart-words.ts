import type { ScoreScale } from '@rapport/charts';
import type { Band } from '../api/generated.js';
import type { Provenance } from '../api/insight.js';

const BANDS = { RED: 'red', BALANCED: 'balanced', BLUE: 'blue' } as const;

/** The charts' name of a band. */
export const chartBand = (band: Band) => BANDS[band];

/** What the axis measures, from what the scores were read against. */
export const scaleOf = ({ norm, bandRule }: Provenance): ScoreScale =>
  norm === null
    ? { basis: 'response-scale', cut: bandRule.cut }
    : { basis: 'norm', cut: bandRule.cut, provisional: norm.provisional, normSize: norm.n };

const FINDINGS = {
  MARKED_DIFFERENCE: 'marked-difference',
  NO_RELIABLE_DIFFERENCE: 'no-reliable-difference',
  TOO_LITTLE_DATA: 'too-little-data',
  RELIABLE_CHANGE: 'reliable-change',
  NO_RELIABLE_CHANGE: 'no-reliable-change',
} as const;

export const chartFinding = <F extends keyof typeof FINDINGS>(finding: F): (typeof FINDINGS)[F] =>
  FINDINGS[finding];
