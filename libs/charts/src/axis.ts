import type { Interval } from '@rapport/psychometrics';
import { formatNumber, formatSigned, type Lang } from './format.js';
import type { ScoreScale } from './models.js';
import { group, line, rect, text, type SceneNode } from './scene.js';
import { color, size } from './theme.js';
import { wordsOf } from './words.js';

const END = 2;
/** The drawn range is a little wider than the numbered one, so that marks at the ends are whole. */
const OVERHANG = 0.3;
const REACH = END + OVERHANG - 0.1;

/** The score axis: the same from -2 to +2 in every chart. */
export interface Axis {
  readonly x0: number;
  readonly x1: number;
  /** Where a value stands, in px; values beyond the axis stand at its end. */
  readonly x: (value: number) => number;
  /** 1 or -1 when the value lies beyond the drawn range. */
  readonly beyond: (value: number) => -1 | 0 | 1;
}

export const scoreAxis = (x0: number, x1: number): Axis => ({
  x0,
  x1,
  x: (value) => {
    const inside = Math.max(-REACH, Math.min(REACH, value));
    return x0 + ((inside + END + OVERHANG) / (2 * (END + OVERHANG))) * (x1 - x0);
  },
  beyond: (value) => (value > REACH ? 1 : value < -REACH ? -1 : 0),
});

interface Lane {
  readonly top: number;
  readonly bottom: number;
}

/** Shaded balanced band, grid lines and the zero line behind one stretch of rows. */
export const axisBackground = (axis: Axis, { top, bottom }: Lane, cut: number): SceneNode => {
  const left = axis.x(-cut);
  const right = axis.x(cut);
  const upright = (x: number, stroke: string, dash?: string) =>
    line([x, top], [x, bottom], { stroke, ...(dash === undefined ? {} : { dash }) });
  return group(
    [
      rect(
        { x: left, y: top, width: right - left, height: bottom - top },
        { fill: color.shade, part: 'balanced-band' },
      ),
      upright(axis.x(-END), color.rule),
      upright(axis.x(END), color.rule),
      upright(left, color.zero, '2 3'),
      upright(right, color.zero, '2 3'),
      upright(axis.x(0), color.zero),
    ],
    { part: 'axis' },
  );
};

/** The numbers -2 to +2 under (or over) the axis. */
export const axisNumbers = (axis: Axis, baseline: number, lang: Lang): readonly SceneNode[] =>
  [-2, -1, 0, 1, 2].map((value) =>
    text(axis.x(value), baseline, formatSigned(value, lang, 0), {
      anchor: 'middle',
      size: size.small,
      fill: color.inkSoft,
      part: 'axis-number',
    }),
  );

/** What the axis measures, for the line under its numbers. */
export const scaleNote = (scale: ScoreScale, lang: Lang): string => {
  const words = wordsOf(lang);
  if (scale.basis === 'response-scale') return words.notNormed;
  const size = scale.normSize === undefined ? '' : `, n\u00a0=\u00a0${String(scale.normSize)}`;
  return `${words.normed}${scale.provisional === true ? `, ${words.provisional}` : ''}${size}`;
};

/** An interval in words: `−0,1 bis 1,3`. */
export const intervalText = (interval: Interval | null, lang: Lang): string =>
  interval === null || !Number.isFinite(interval.low) || !Number.isFinite(interval.high)
    ? '–'
    : `${formatNumber(interval.low, lang)} ${wordsOf(lang).to} ${formatNumber(interval.high, lang)}`;
