import { scaleNote, scoreAxis } from './axis.js';
import { chartScene } from './chart-scene.js';
import { formatNumber, formatSigned, known, listOf, type Lang } from './format.js';
import { legend } from './legend.js';
import { bandMark } from './marks.js';
import type { ChartOptions, DataTable, TimelineModel } from './models.js';
import { circle, group, line, path, rect, text, type Scene, type SceneNode } from './scene.js';
import { fit, measure } from './text-metrics.js';
import { color, size } from './theme.js';
import { sentence, wordsOf } from './words.js';

type Series = TimelineModel['motives'][number];
type Point = Series['points'][number];
interface Placed {
  readonly x: number;
  readonly mean: number;
  readonly sd: number | null;
}

const PANEL = { least: 210, gap: 24, head: 34, plot: 112, foot: 36, below: 14 };
const PANEL_HEIGHT = PANEL.head + PANEL.plot + PANEL.foot + PANEL.below;
const NUMBERS = 22;
/** Means beyond this leave no room for a number on their outer side. */
const HIGHEST = 1.5;

/** Uninterrupted stretches of waves with a mean: a gap in the data is a gap in the line. */
const stretches = (points: readonly Point[], x: (wave: number) => number): readonly (readonly Placed[])[] => {
  const found: Placed[][] = [[]];
  points.forEach((point, wave) => {
    if (known(point.mean))
      found.at(-1)?.push({ x: x(wave), mean: point.mean, sd: known(point.sd) ? point.sd : null });
    else found.push([]);
  });
  return found.filter((stretch) => stretch.length > 0);
};

const spreadBand = (stretch: readonly Placed[], y: (value: number) => number): readonly SceneNode[] => {
  const wide = stretch.flatMap(({ x, mean, sd }) =>
    sd === null ? [] : [{ x, high: y(mean + sd), low: y(mean - sd) }],
  );
  const [only] = wide;
  if (only === undefined) return [];
  const paint = { fill: color.spread, fillOpacity: 0.65, part: 'sd-band' };
  if (wide.length === 1)
    return [rect({ x: only.x - 4, y: only.high, width: 8, height: only.low - only.high }, paint)];
  return [
    path(
      [
        ...wide.map(({ x, high }) => [x, high] as const),
        ...wide.map(({ x, low }) => [x, low] as const).reverse(),
      ],
      paint,
    ),
  ];
};

/** Numbers stand above the line, or below where the series comes near the upper end; never outside of the panel. */
const labelsAbove = ({ points }: Series) => {
  const high = points.some(({ mean }) => known(mean) && mean > HIGHEST);
  return (mean: number) => mean < -HIGHEST || (!high && mean <= HIGHEST);
};

const seriesNodes = (
  series: Series,
  {
    x,
    y,
    every,
    lang,
  }: {
    readonly x: (wave: number) => number;
    readonly y: (value: number) => number;
    readonly every: boolean;
    readonly lang: Lang;
  },
): readonly SceneNode[] => {
  const parts = stretches(series.points, x);
  const last = series.points.length - 1;
  const above = labelsAbove(series);
  return [
    ...parts.flatMap((stretch) => spreadBand(stretch, y)),
    ...parts
      .filter((stretch) => stretch.length > 1)
      .map((stretch) =>
        path(
          stretch.map((point) => [point.x, y(point.mean)] as const),
          { closed: false, stroke: color.ink, strokeWidth: 2, round: true, part: 'mean-line' },
        ),
      ),
    ...series.points.flatMap((point, wave) => {
      if (!known(point.mean)) return [];
      const labelled = every || wave === 0 || wave === last;
      return [
        circle(x(wave), y(point.mean), 3.6, { fill: color.ink, stroke: color.paper, part: 'wave-mean' }),
        ...(labelled
          ? [
              text(x(wave), y(point.mean) + (above(point.mean) ? -8 : 15), formatSigned(point.mean, lang), {
                anchor: 'middle',
                size: size.small,
                weight: 600,
                fill: color.ink,
                halo: true,
              }),
            ]
          : []),
      ];
    }),
  ];
};

const panel = (
  model: TimelineModel,
  series: Series,
  box: { readonly x: number; readonly y: number; readonly width: number },
  lang: Lang,
): SceneNode => {
  const { motive } = series;
  const left = box.x + NUMBERS;
  const right = box.x + box.width - 0.5;
  const top = box.y + PANEL.head;
  const bottom = top + PANEL.plot;
  const { x: y } = scoreAxis(bottom, top);
  const spacing = (right - left) / Math.max(1, model.waves.length);
  const x = (wave: number) => left + (wave + 0.5) * spacing;
  const rightText = right - left - 14;
  const tip = `${motive.name}: ${series.points.map((point, wave) => `${model.waves[wave] ?? ''} ${formatSigned(point.mean, lang)}`).join(', ')}`;
  const everyWave = Math.max(1, Math.ceil(34 / spacing));
  return group(
    [
      text(box.x, box.y + 14, fit(motive.name, box.width, { size: size.name, weight: 600 }), {
        size: size.name,
        weight: 600,
        fill: color.ink,
      }),
      bandMark('red', left + 4, box.y + 24.6, 3.4),
      text(left + 13, box.y + 28, fit(motive.high, rightText, { size: size.small }), {
        size: size.small,
        fill: color.red,
      }),
      rect(
        {
          x: left,
          y: y(model.scale.cut),
          width: right - left,
          height: y(-model.scale.cut) - y(model.scale.cut),
        },
        { fill: color.shade, part: 'balanced-band' },
      ),
      line([left, y(0)], [right, y(0)], { stroke: color.zero }),
      rect(
        { x: left, y: top, width: right - left, height: PANEL.plot },
        { stroke: color.rule, part: 'panel' },
      ),
      ...[-2, -1, 0, 1, 2].map((value) =>
        text(left - 5, y(value) + 3.6, formatSigned(value, lang, 0), {
          anchor: 'end',
          size: size.small,
          fill: color.inkSoft,
        }),
      ),
      ...seriesNodes(series, { x, y, every: spacing >= 36, lang }),
      bandMark('blue', left + 4, bottom + 9.6, 3.4),
      text(left + 13, bottom + 13, fit(motive.low, rightText, { size: size.small }), {
        size: size.small,
        fill: color.blueText,
      }),
      ...model.waves.flatMap((wave, index) =>
        index % everyWave === 0
          ? [
              text(x(index), bottom + 29, fit(wave, spacing * everyWave - 5, { size: size.small }), {
                anchor: 'middle',
                size: size.small,
                fill: color.inkSoft,
              }),
            ]
          : [],
      ),
    ],
    { part: 'row', key: motive.id, tip, label: tip },
  );
};

/** A team over waves: a small panel a motive with the mean as an ink line and one standard deviation around it. */
export const timelineChart = (model: TimelineModel, options: ChartOptions): Scene => {
  const { lang, width } = options;
  const words = wordsOf(lang);
  const columns =
    options.compact === true ? 1 : Math.max(1, Math.floor((width + PANEL.gap) / (PANEL.least + PANEL.gap)));
  const panelWidth = (width - (columns - 1) * PANEL.gap) / columns;
  const panels = model.motives.map((series, index) =>
    panel(
      model,
      series,
      {
        x: (index % columns) * (panelWidth + PANEL.gap),
        y: Math.floor(index / columns) * PANEL_HEIGHT,
        width: panelWidth,
      },
      lang,
    ),
  );
  const bottom = Math.ceil(model.motives.length / columns) * PANEL_HEIGHT;
  const note = scaleNote(model.scale, lang);
  const explained = legend(
    [
      {
        width: 22,
        text: `${words.mean}, ${words.sd}`,
        glyph: (x, y) => [
          rect({ x, y: y - 5, width: 22, height: 10 }, { fill: color.spread, fillOpacity: 0.65 }),
          line([x, y], [x + 22, y], { stroke: color.ink, strokeWidth: 2 }),
          circle(x + 11, y, 3.6, { fill: color.ink }),
        ],
      },
      { width: 0, text: note, glyph: () => [] },
    ],
    { top: bottom, width: Math.max(width, measure(note, size.small)) },
  );
  const none = text(0, 16, words.tooLittleData, { size: size.label, fill: color.inkSoft });
  return chartScene(options, {
    title: model.title,
    desc: timelineAltText(model, lang),
    height: model.motives.length === 0 ? 24 : bottom + explained.height,
    children: model.motives.length === 0 ? [none] : [...panels, ...explained.nodes],
  });
};

/** A line a motive and wave: mean, standard deviation, number of people. */
export const timelineTable = (model: TimelineModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  return {
    columns: [
      { label: words.motive, numeric: false },
      { label: words.wave, numeric: false },
      { label: words.mean, numeric: true },
      { label: words.sdShort, numeric: true },
      { label: 'n', numeric: true },
    ],
    rows: model.motives.flatMap(({ motive, points }) =>
      points.map((point, wave) => [
        motive.name,
        model.waves[wave] ?? '–',
        formatSigned(point.mean, lang),
        formatNumber(point.sd, lang),
        known(point.n) ? String(point.n) : '–',
      ]),
    ),
  };
};

/** One sentence: over which waves, and the motives whose mean moved most. */
export const timelineAltText = (model: TimelineModel, lang: Lang): string => {
  const moves = model.motives.flatMap(({ motive, points }) => {
    const means = points.flatMap(({ mean }) => (known(mean) ? [mean] : []));
    const [first] = means;
    const last = means.at(-1);
    return first === undefined || last === undefined ? [] : [{ name: motive.name, by: last - first }];
  });
  if (moves.length === 0) return `${sentence(wordsOf(lang).tooLittleData)}.`;
  const told = listOf(
    [...moves]
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
      .map(({ name, by }) => `${name} ${formatSigned(by, lang)}`),
    lang,
    3,
  );
  return lang === 'de'
    ? `Veränderung der Mittelwerte über ${String(model.waves.length)} Wellen: ${told}.`
    : `Change of the means over ${String(model.waves.length)} waves: ${told}.`;
};
