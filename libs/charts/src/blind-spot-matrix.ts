import { chartScene } from './chart-scene.js';
import { known, type Lang } from './format.js';
import type { BlindSpotMatrixModel, ChartOptions, DataTable, MatrixMember } from './models.js';
import { group, rect, text, type Scene, type SceneNode } from './scene.js';
import { fit, measure } from './text-metrics.js';
import { color, purpleOf, purples, size } from './theme.js';
import { sentence, wordsOf } from './words.js';

const CELL = { least: 22, most: 52 };
const HEADER = 22;
const PANEL_GAP = 18;

interface Grid {
  /** Width of the codes, and of codes and names together. */
  readonly codes: number;
  readonly labels: number;
  readonly cell: number;
  /** Columns that stand side by side; more members continue in a panel below. */
  readonly perPanel: number;
}

const gridOf = ({ rows, columns }: BlindSpotMatrixModel, width: number): Grid => {
  const codes = Math.max(12, ...rows.map(({ code }) => measure(code, size.label, 600))) + 8;
  const names = Math.max(0, ...rows.map(({ name }) => measure(name ?? '', size.label)));
  const labels = Math.min(codes + (names === 0 ? 2 : names + 10), width * 0.4);
  const perPanel = Math.max(1, Math.min(columns.length, Math.floor((width - labels) / CELL.least)));
  const panels = Math.max(1, Math.ceil(columns.length / perPanel));
  const balanced = Math.max(1, Math.ceil(columns.length / panels));
  return {
    codes: Math.min(codes, labels),
    labels,
    perPanel: balanced,
    cell: Math.min(CELL.most, (width - labels) / balanced),
  };
};

const countAt = ({ counts }: BlindSpotMatrixModel, row: number, column: number): number | null => {
  const count = counts[row]?.[column];
  return known(count) ? Math.max(0, Math.round(count)) : null;
};

const cellOf = (
  model: BlindSpotMatrixModel,
  at: { readonly row: number; readonly column: number },
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): SceneNode => {
  const count = countAt(model, at.row, at.column);
  if (count === null) return rect({ ...box, radius: 2 }, { fill: color.shade, part: 'cell-none' });
  const shade = purpleOf(count);
  const motives = model.motives?.[at.row]?.[at.column] ?? [];
  const pair = `${model.rows[at.row]?.code ?? ''} × ${model.columns[at.column]?.code ?? ''}`;
  const tip = `${pair}: ${String(count)}${motives.length === 0 ? '' : ` (${motives.join(', ')})`}`;
  return group(
    [
      rect(
        { ...box, radius: 2 },
        { fill: shade.fill, stroke: count === 0 ? color.rule : shade.fill, part: 'cell' },
      ),
      text(box.x + box.width / 2, box.y + box.height / 2 + 4, String(count), {
        anchor: 'middle',
        size: 11,
        weight: count === 0 ? 400 : 600,
        fill: count === 0 ? color.inkSoft : shade.text,
      }),
    ],
    { tip, label: tip },
  );
};

const nameText = (
  { name, code }: MatrixMember,
  { codes, labels }: Grid,
  baseline: number,
): readonly SceneNode[] => {
  const shown =
    name === undefined || name === code ? '' : fit(name, labels - codes - 8, { size: size.label });
  return shown === '' ? [] : [text(codes, baseline, shown, { size: size.label, fill: color.ink })];
};

const panel = (model: BlindSpotMatrixModel, grid: Grid, from: number, top: number): readonly SceneNode[] => {
  const { cell, labels } = grid;
  const columns = model.columns.slice(from, from + grid.perPanel);
  const height = Math.min(cell, 34);
  const heads = columns.map((member, index) =>
    text(
      labels + (index + 0.5) * cell,
      top + 14,
      fit(member.code, cell - 3, { size: size.label, weight: 600 }),
      {
        anchor: 'middle',
        size: size.label,
        weight: 600,
        fill: color.ink,
      },
    ),
  );
  const rows = model.rows.flatMap((member, row) => {
    const y = top + HEADER + row * height;
    return [
      text(0, y + height / 2 + 3.6, fit(member.code, grid.codes - 4, { size: size.label, weight: 600 }), {
        size: size.label,
        weight: 600,
        fill: color.ink,
      }),
      ...nameText(member, grid, y + height / 2 + 3.6),
      ...columns.map((_, index) =>
        cellOf(
          model,
          { row, column: from + index },
          { x: labels + index * cell + 1, y: y + 1, width: cell - 2, height: height - 2 },
        ),
      ),
    ];
  });
  return [...heads, ...rows];
};

const shadesLegend = (top: number, lang: Lang): readonly SceneNode[] => [
  ...purples.map((_, count) => {
    const shade = purpleOf(count);
    return group([
      rect(
        { x: count * 26 + 0.5, y: top, width: 24, height: 18, radius: 2 },
        { fill: shade.fill, stroke: color.rule },
      ),
      text(
        count * 26 + 12.5,
        top + 12.6,
        count === purples.length - 1 ? `${String(count)}+` : String(count),
        {
          anchor: 'middle',
          size: size.small,
          fill: count === 0 ? color.inkSoft : shade.text,
        },
      ),
    ]);
  }),
  text(0, top + 32, wordsOf(lang).countOfMotives, { size: size.small, fill: color.inkSoft }),
];

/**
 * Who meets whom with opposite poles: a cell a pair with the number of motives, in purple shades (no pole, no alarm).
 * When the members do not fit side by side, the columns continue in panels below.
 */
export const blindSpotMatrix = (model: BlindSpotMatrixModel, options: ChartOptions): Scene => {
  const { lang, width } = options;
  const grid = gridOf(model, width);
  const panelHeight = HEADER + model.rows.length * Math.min(grid.cell, 34) + PANEL_GAP;
  const panels = Math.ceil(model.columns.length / grid.perPanel);
  const none = model.rows.length === 0 || model.columns.length === 0;
  const children = none
    ? [text(0, 16, wordsOf(lang).noPair, { size: size.label, fill: color.inkSoft })]
    : [
        ...Array.from({ length: panels }, (_, index) =>
          panel(model, grid, index * grid.perPanel, index * panelHeight),
        ).flat(),
        ...shadesLegend(panels * panelHeight, lang),
      ];
  return chartScene(options, {
    title: model.title,
    desc: blindSpotAltText(model, lang),
    height: none ? 24 : panels * panelHeight + 40,
    children,
  });
};

/** The matrix with names (or codes) as row and column heads. */
export const blindSpotTable = (model: BlindSpotMatrixModel, lang: Lang): DataTable => ({
  columns: [
    { label: wordsOf(lang).person, numeric: false },
    ...model.columns.map((member) => ({ label: member.name ?? member.code, numeric: true })),
  ],
  rows: model.rows.map((member, row) => [
    member.name ?? member.code,
    ...model.columns.map((_, column) => {
      const count = countAt(model, row, column);
      return count === null ? '–' : String(count);
    }),
  ]),
});

/** One sentence: the pair with the most opposite motives and how many that are. */
export const blindSpotAltText = (model: BlindSpotMatrixModel, lang: Lang): string => {
  const pairs = model.rows.flatMap((a, row) =>
    model.columns.flatMap((b, column) => {
      const count = countAt(model, row, column);
      return count === null ? [] : [{ a: a.code, b: b.code, count }];
    }),
  );
  const [head, ...others] = pairs;
  if (head === undefined) return `${sentence(wordsOf(lang).noPair)}.`;
  const most = others.reduce((best, pair) => (pair.count > best.count ? pair : best), head);
  if (most.count === 0)
    return lang === 'de'
      ? 'Kein Paar steht sich in einem Motiv gegenüber.'
      : 'No pair is opposite in any motive.';
  return lang === 'de'
    ? `Die meisten gegensätzlichen Motive haben ${most.a} und ${most.b}: ${String(most.count)}.`
    : `${most.a} and ${most.b} are opposite in the most motives: ${String(most.count)}.`;
};
