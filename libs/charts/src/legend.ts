import type { Axis } from './axis.js';
import type { Lang } from './format.js';
import { bandMark, inkOf, meanMark } from './marks.js';
import { group, line, rect, text, type SceneNode } from './scene.js';
import { measure } from './text-metrics.js';
import { color, size } from './theme.js';
import { bandWord } from './words.js';

/** The three bands named over the axis, each with its shape: the key to marks and sides. */
export const bandHeader = (axis: Axis, baseline: number, lang: Lang): readonly SceneNode[] => {
  const y = baseline - 3.6;
  const half = measure(bandWord('balanced', lang), size.label, 600) / 2;
  const middle = axis.x(0) + 7;
  const entry = (
    band: 'red' | 'balanced' | 'blue',
    mark: number,
    x: number,
    anchor: 'start' | 'middle' | 'end',
  ) => [
    bandMark(band, mark, y, 4),
    text(x, baseline, bandWord(band, lang), {
      anchor,
      size: size.label,
      weight: 600,
      fill: inkOf(band).text,
    }),
  ];
  return [
    ...entry('blue', axis.x0 + 5, axis.x0 + 14, 'start'),
    ...entry('balanced', middle - half - 9, middle, 'middle'),
    ...entry('red', axis.x1 - 5, axis.x1 - 14, 'end'),
  ];
};

export interface LegendItem {
  /** Draws the sample between x and x + width, centred on y. */
  readonly glyph: (x: number, y: number) => readonly SceneNode[];
  readonly width: number;
  readonly text: string;
}

const LINE = 17;
const GAP = 18;

/** Explanations under a chart, broken into lines that fit its width. */
export const legend = (
  items: readonly LegendItem[],
  { top, width }: { readonly top: number; readonly width: number },
): { readonly nodes: readonly SceneNode[]; readonly height: number } => {
  const nodes: SceneNode[] = [];
  let x = 0;
  let lines = 1;
  for (const item of items) {
    const taken = (item.width === 0 ? 0 : item.width + 6) + measure(item.text, size.small);
    if (x > 0 && x + taken > width) {
      x = 0;
      lines += 1;
    }
    const baseline = top + (lines - 1) * LINE + 12;
    nodes.push(
      ...item.glyph(x, baseline - 3.5),
      text(x + (item.width === 0 ? 0 : item.width + 6), baseline, item.text, {
        size: size.small,
        fill: color.inkSoft,
      }),
    );
    x += taken + GAP;
  }
  return items.length === 0
    ? { nodes: [], height: 0 }
    : { nodes: [group(nodes, { part: 'legend' })], height: lines * LINE + 2 };
};

/** Samples for legends. */
export const samples = {
  errorBand: (label: string): LegendItem => ({
    width: 20,
    text: label,
    glyph: (x, y) => [
      line([x, y], [x + 20, y], { stroke: color.inkSoft, strokeWidth: 1.5 }),
      line([x + 0.75, y - 3], [x + 0.75, y + 3], { stroke: color.inkSoft, strokeWidth: 1.5 }),
      line([x + 19.25, y - 3], [x + 19.25, y + 3], { stroke: color.inkSoft, strokeWidth: 1.5 }),
    ],
  }),
  faded: (label: string): LegendItem => ({
    width: 36,
    text: label,
    glyph: (x, y) => [
      bandMark('blue', x + 5, y, 4, { faded: true }),
      bandMark('balanced', x + 18, y, 4, { faded: true }),
      bandMark('red', x + 31, y, 4, { faded: true }),
    ],
  }),
  members: (label: string): LegendItem => ({
    width: 34,
    text: label,
    glyph: (x, y) => [
      bandMark('blue', x + 4, y, 3.4),
      bandMark('balanced', x + 17, y, 3.4),
      bandMark('red', x + 30, y, 3.4),
    ],
  }),
  mean: (label: string, withBand = true): LegendItem => ({
    width: 22,
    text: label,
    glyph: (x, y) => [
      ...(withBand ? [line([x, y], [x + 22, y], { stroke: color.ink, strokeWidth: 1.5 })] : []),
      meanMark(x + 11, y, 4.5),
    ],
  }),
  middleHalf: (label: string): LegendItem => ({
    width: 22,
    text: label,
    glyph: (x, y) => [
      rect({ x, y: y - 4, width: 22, height: 8 }, { fill: color.spread }),
      line([x + 11, y - 5], [x + 11, y + 5], { stroke: color.ink, strokeWidth: 1.5 }),
    ],
  }),
  word: (label: string): LegendItem => ({ width: 0, text: label, glyph: () => [] }),
} as const;
