import type { Band } from '@rapport/psychometrics';
import type { MotiveLabel } from './models.js';
import { COMPACT_TEXT, GAP, sharedPoleWidths, type RowFrame, type Slot } from './rows.js';
import { group, hitArea, line, text, type SceneNode, type TextNode } from './scene.js';
import { fit, measure, wrap, type FontWeight } from './text-metrics.js';
import { color, leading, size } from './theme.js';

export interface Run {
  readonly text: string;
  readonly fill?: string;
  readonly weight?: FontWeight;
  /** Room the run takes, so that figures stand in columns; its own width when left out. */
  readonly width?: number;
}

/** What stands beside the axis: the figures in bold and, where there is one, the word that judges them. */
export interface Figures {
  readonly main: readonly Run[];
  readonly word?: Run;
}

const widthOf = (run: Run, fontSize: number) => run.width ?? measure(run.text, fontSize, run.weight ?? 600);

const runsWidth = (runs: readonly Run[], fontSize: number) =>
  runs.reduce((sum, run) => sum + widthOf(run, fontSize), 0);

const runs = (
  parts: readonly Run[],
  at: {
    readonly x: number;
    readonly baseline: number;
    readonly side: 'start' | 'end';
    readonly size: number;
  },
): readonly SceneNode[] => {
  let x = at.side === 'start' ? at.x : at.x - runsWidth(parts, at.size);
  return parts.flatMap((part, index) => {
    const weight = part.weight ?? 600;
    const left = x;
    x += widthOf(part, at.size);
    if (part.text.trim() === '') return [];
    const style = { size: at.size, weight, fill: part.fill ?? color.ink };
    if (at.side === 'end' && index === parts.length - 1)
      return [text(at.x, at.baseline, part.text, { ...style, anchor: 'end' })];
    if (at.side === 'start' && index === 0) return [text(at.x, at.baseline, part.text, style)];
    return [text((left + x) / 2, at.baseline, part.text, { ...style, anchor: 'middle' })];
  });
};

interface Line {
  readonly content: readonly Run[];
  readonly size: number;
  readonly leading: number;
}

/** Lines stacked around a middle. */
const block = (
  lines: readonly Line[],
  x: number,
  side: 'start' | 'end',
  middle: number,
): readonly SceneNode[] => {
  const height = lines.reduce((sum, { leading: step }) => sum + step, 0);
  let y = middle - height / 2;
  return lines.flatMap((entry) => {
    y += entry.leading;
    return runs(entry.content, { x, baseline: y - entry.leading * 0.26, side, size: entry.size });
  });
};

const nameLines = (name: string, width: number): readonly Line[] =>
  wrap(name, width, 2, { size: size.name, weight: 600 }).map((content) => ({
    content: [{ text: content }],
    size: size.name,
    leading: leading.name,
  }));

/** Both poles in their colours; where one person leans to a side, that side stands out and the other steps back. */
const poleStyle = (
  side: 'red' | 'blue',
  lean: Band | null | undefined,
): Omit<Run, 'text'> & { readonly weight: FontWeight } => {
  const fill = side === 'red' ? color.red : color.blueText;
  if (lean === undefined) return { fill, weight: 400 };
  return lean === side ? { fill, weight: 600 } : { fill: color.inkSoft, weight: 400 };
};

const poleLines = (
  label: string,
  {
    width,
    lines,
    style,
  }: { readonly width: number; readonly lines: number; readonly style: ReturnType<typeof poleStyle> },
): readonly Line[] =>
  wrap(label, width, lines, { size: size.label, weight: style.weight }).map((content) => ({
    content: [{ text: content, ...style }],
    size: size.label,
    leading: leading.label,
  }));

const BLANK: Run = { text: '  ' };

interface RowTexts {
  readonly motive: MotiveLabel;
  readonly figures: Figures;
  readonly lean: Band | null | undefined;
}

const wideTexts = ({ column, axis, width }: RowFrame, slot: Slot, { motive, figures, lean }: RowTexts) => {
  const { middle } = slot.lane;
  const { main, word } = figures;
  const pole = { width: column.pole, lines: 3 };
  return [
    ...block(nameLines(motive.name, column.name), 0, 'start', middle),
    ...block(
      poleLines(motive.low, { ...pole, style: poleStyle('blue', lean) }),
      axis.x0 - GAP,
      'end',
      middle,
    ),
    ...block(
      poleLines(motive.high, { ...pole, style: poleStyle('red', lean) }),
      axis.x1 + GAP,
      'start',
      middle,
    ),
    ...block(
      [
        ...(main.length === 0 ? [] : [{ content: main, size: size.value, leading: leading.name }]),
        ...(word === undefined ? [] : [{ content: [word], size: size.small, leading: leading.label }]),
      ],
      width,
      'end',
      middle,
    ),
  ];
};

const mediumTexts = ({ column, axis }: RowFrame, slot: Slot, { motive, figures, lean }: RowTexts) => {
  const { middle } = slot.lane;
  const { main, word } = figures;
  const name = nameLines(motive.name, column.name);
  const low = poleLines(motive.low, {
    width: column.pole,
    lines: 3 - name.length,
    style: poleStyle('blue', lean),
  });
  const high = poleLines(motive.high, { width: column.pole, lines: 2, style: poleStyle('red', lean) });
  const said = word === undefined ? main : [...main, ...(main.length > 0 ? [BLANK] : []), word];
  return [
    ...block([...name, ...low], 0, 'start', middle),
    ...block(
      [{ content: said, size: size.label, leading: leading.name }, ...high],
      axis.x1 + GAP,
      'start',
      middle,
    ),
  ];
};

const compactTexts = (frame: RowFrame, slot: Slot, { motive, figures, lean }: RowTexts) => {
  const { width } = frame;
  const shared = sharedPoleWidths(motive, width);
  const { main, word } = figures;
  const said = word === undefined ? main : [word, ...(main.length > 0 ? [BLANK] : []), ...main];
  const baseline = slot.top + COMPACT_TEXT.name - 3;
  const room = width - runsWidth(said, size.value) - 10;
  const pole = (end: 'low' | 'high') =>
    poleLines(motive[end], {
      width: shared[end],
      lines: slot.poleLines,
      style: poleStyle(end === 'low' ? 'blue' : 'red', lean),
    }).flatMap(({ content }, index) =>
      runs(content, {
        x: end === 'low' ? 0 : width,
        baseline: baseline + (index + 1) * COMPACT_TEXT.label + 1.5,
        side: end === 'low' ? 'start' : 'end',
        size: size.label,
      }),
    );
  return [
    ...runs([{ text: fit(motive.name, room, { size: size.name, weight: 600 }) }], {
      x: 0,
      baseline,
      side: 'start',
      size: size.name,
    }),
    ...runs(said, { x: width, baseline, side: 'end', size: size.value }),
    ...pole('low'),
    ...pole('high'),
  ];
};

export interface RowContent {
  readonly figures: Figures;
  readonly tip: string;
  readonly marks: readonly SceneNode[];
  /** The side one person leans to; left out where a row shows several people. */
  readonly lean?: Band | null;
}

/** One row: rule, texts, and the marks the chart draws, together under one tooltip and accessible name. */
export const motiveRow = (
  frame: RowFrame,
  index: number,
  motive: MotiveLabel,
  row: RowContent,
): SceneNode => {
  const slot = frame.slots[index];
  if (slot === undefined) throw new RangeError('A row outside of its frame.');
  const texts = { wide: wideTexts, medium: mediumTexts, compact: compactTexts }[frame.layout];
  return group(
    [
      hitArea(0, slot.top, frame.width, slot.bottom - slot.top),
      line([0, slot.top], [frame.width, slot.top], { stroke: color.rule, part: 'row-rule' }),
      ...texts(frame, slot, { motive, figures: row.figures, lean: row.lean }),
      ...row.marks,
    ],
    { part: 'row', key: motive.id, tip: row.tip, label: row.tip },
  );
};

/** Words in place of marks, where there is nothing to draw. */
export const laneNote = (frame: RowFrame, index: number, note: string): readonly TextNode[] => {
  const slot = frame.slots[index];
  return slot === undefined
    ? []
    : [
        text(frame.axis.x(0), slot.lane.middle + 3.6, note, {
          anchor: 'middle',
          size: size.small,
          fill: color.balancedText,
          halo: true,
          part: 'note',
        }),
      ];
};
