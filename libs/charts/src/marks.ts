import type { Band, Interval } from '@rapport/psychometrics';
import type { Axis } from './axis.js';
import { known } from './format.js';
import { circle, group, line, path, rect, type SceneNode } from './scene.js';
import { color } from './theme.js';

const INKS: Readonly<Record<Band, { readonly full: string; readonly tint: string; readonly text: string }>> =
  {
    red: { full: color.red, tint: color.redTint, text: color.red },
    balanced: { full: color.balanced, tint: color.balancedTint, text: color.balancedText },
    blue: { full: color.blue, tint: color.blueTint, text: color.blueText },
  };

/** Colours of a band: for marks, for pale marks and for text. */
export const inkOf = (band: Band) => INKS[band];

interface MarkOptions {
  /** Pale, because the statement is not established. */
  readonly faded?: boolean;
  readonly tip?: string;
  readonly label?: string;
  readonly key?: string;
  /** A white rim that keeps neighbouring marks apart. */
  readonly rim?: boolean;
}

/** The mark of a band, told apart by shape as well as colour: red triangle, balanced circle, blue square. */
export const bandMark = (
  band: Band,
  x: number,
  y: number,
  r: number,
  { faded = false, rim = false, ...common }: MarkOptions = {},
): SceneNode => {
  const ink = inkOf(band);
  const options = {
    ...common,
    part: `mark-${band}`,
    fill: faded ? ink.tint : ink.full,
    ...(faded
      ? { stroke: ink.full, strokeWidth: 1.3 }
      : rim
        ? { stroke: color.paper, strokeWidth: 0.8 }
        : {}),
  };
  if (band === 'balanced') return circle(x, y, r, options);
  if (band === 'blue')
    return rect({ x: x - 0.88 * r, y: y - 0.88 * r, width: 1.76 * r, height: 1.76 * r }, options);
  return path(
    [
      [x, y - 1.2 * r],
      [x + 1.15 * r, y + 0.85 * r],
      [x - 1.15 * r, y + 0.85 * r],
    ],
    options,
  );
};

/** The error band of a score: a bar with end caps; an end beyond the axis has no cap. */
export const errorBand = (
  axis: Axis,
  interval: Interval | null,
  y: number,
  {
    stroke,
    width = 1.5,
    cap = 3,
  }: { readonly stroke: string; readonly width?: number; readonly cap?: number },
): readonly SceneNode[] => {
  if (interval === null || !known(interval.low) || !known(interval.high)) return [];
  const ends = [interval.low, interval.high] as const;
  const [from, to] = [
    axis.beyond(ends[0]) === -1 ? axis.x0 : axis.x(ends[0]),
    axis.beyond(ends[1]) === 1 ? axis.x1 : axis.x(ends[1]),
  ];
  return [
    group(
      [
        line([from, y], [to, y], { stroke, strokeWidth: width }),
        ...ends
          .filter((end) => axis.beyond(end) === 0)
          .map((end) => line([axis.x(end), y - cap], [axis.x(end), y + cap], { stroke, strokeWidth: width })),
      ],
      { part: 'error-band' },
    ),
  ];
};

/** A chevron beside a mark whose value lies beyond the axis. */
export const beyondMark = (axis: Axis, value: number, y: number, stroke: string): readonly SceneNode[] => {
  const side = axis.beyond(value);
  if (side === 0) return [];
  const tip = side === 1 ? axis.x1 + 4.5 : axis.x0 - 4.5;
  return [
    path(
      [
        [tip - 3 * side, y - 3.5],
        [tip, y],
        [tip - 3 * side, y + 3.5],
      ],
      { closed: false, stroke, strokeWidth: 1.5, round: true, part: 'beyond' },
    ),
  ];
};

/** The mean of a team: an ink diamond, which stands for no pole. */
export const meanMark = (x: number, y: number, r: number): SceneNode =>
  path(
    [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ],
    { fill: color.ink, stroke: color.paper, strokeWidth: 0.8, part: 'mean' },
  );
