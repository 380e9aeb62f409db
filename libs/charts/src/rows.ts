import { scoreAxis, type Axis } from './axis.js';
import type { ChartOptions, MotiveLabel } from './models.js';
import { measure, wrap } from './text-metrics.js';
import { COMPACT_BELOW, MEDIUM_BELOW, size } from './theme.js';

/**
 * One row a motive, the same in every chart: order, height and axis agree from page to page.
 * wide: name, blue pole, axis, red pole, figures. medium: poles under name and figures. compact: all texts above the axis.
 */
export type Layout = 'wide' | 'medium' | 'compact';

export const layoutOf = ({ width, compact }: ChartOptions): Layout =>
  (compact ?? width < COMPACT_BELOW) ? 'compact' : width < MEDIUM_BELOW ? 'medium' : 'wide';

const ROW = 44;
const HEADER = 26;
export const GAP = 12;
export const COMPACT_TEXT = { name: 17, label: 12.5, gap: 6 };

export interface Slot {
  readonly top: number;
  readonly bottom: number;
  /** The stretch of the axis in which the row draws its marks. */
  readonly lane: { readonly top: number; readonly bottom: number; readonly middle: number };
  /** Lines the pole labels may take. */
  readonly poleLines: number;
}

export interface RowFrame {
  readonly layout: Layout;
  readonly width: number;
  readonly axis: Axis;
  readonly slots: readonly Slot[];
  readonly top: number;
  readonly bottom: number;
  /** Column widths of the texts beside the axis. */
  readonly column: { readonly name: number; readonly pole: number; readonly figures: number };
}

const columnsOf = (layout: Layout, width: number): RowFrame['column'] => {
  if (layout === 'compact') return { name: width, pole: width / 2, figures: width };
  if (layout === 'medium') return { name: width * 0.255, pole: width * 0.255, figures: width * 0.255 };
  return { name: 106, pole: Math.max(104, Math.min(150, width * 0.147)), figures: 80 };
};

const axisOf = (layout: Layout, width: number, column: RowFrame['column']): Axis => {
  if (layout === 'compact') return scoreAxis(8, width - 8);
  const left = layout === 'medium' ? column.name + GAP : column.name + 8 + column.pole + GAP;
  const right = layout === 'medium' ? column.figures + GAP : column.pole + GAP + 8 + column.figures;
  return scoreAxis(left, width - right);
};

const POLE_TYPE = { size: size.label, weight: 600 } as const;

/** In the phone layout both poles share one line: a short one leaves its room to the other. */
export const sharedPoleWidths = ({ low, high }: MotiveLabel, width: number) => {
  const room = width - 16;
  const need = (label: string) => measure(label, POLE_TYPE.size, POLE_TYPE.weight) + 0.5;
  return { low: Math.max(room / 2, room - need(high)), high: Math.max(room / 2, room - need(low)) };
};

const compactPoleLines = (motive: MotiveLabel, width: number): number => {
  const room = sharedPoleWidths(motive, width);
  return Math.max(
    1,
    wrap(motive.low, room.low, 2, POLE_TYPE).length,
    wrap(motive.high, room.high, 2, POLE_TYPE).length,
  );
};

/** Rows of equal height; in the phone layout a row whose poles need two lines is that line higher. */
const slotsOf = (
  motives: readonly MotiveLabel[],
  layout: Layout,
  width: number,
  lane: number,
): readonly Slot[] => {
  let top = HEADER;
  return motives.map((motive) => {
    const poleLines = layout === 'compact' ? compactPoleLines(motive, width) : 2;
    const texts = COMPACT_TEXT.name + poleLines * COMPACT_TEXT.label + 4;
    const height = layout === 'compact' ? texts + lane + COMPACT_TEXT.gap : Math.max(ROW, lane + 6);
    const laneTop = layout === 'compact' ? top + texts : top + (height - lane) / 2;
    const slot = {
      top,
      bottom: top + height,
      lane: { top: laneTop, bottom: laneTop + lane, middle: laneTop + lane / 2 },
      poleLines,
    };
    top += height;
    return slot;
  });
};

/** The places of all rows. `lane` is the height the marks of this chart need. */
export const rowFrame = (
  motives: readonly MotiveLabel[],
  options: ChartOptions,
  lane: number = layoutOf(options) === 'compact' ? 24 : 38,
): RowFrame => {
  const layout = layoutOf(options);
  const { width } = options;
  const column = columnsOf(layout, width);
  const slots = slotsOf(motives, layout, width, lane);
  return {
    layout,
    width,
    axis: axisOf(layout, width, column),
    slots,
    top: HEADER,
    bottom: slots.at(-1)?.bottom ?? HEADER,
    column,
  };
};
