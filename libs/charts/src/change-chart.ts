import { chartScene } from './chart-scene.js';
import type { Axis } from './axis.js';
import { formatSigned, known, listOf, type Lang } from './format.js';
import type { LegendItem } from './legend.js';
import { beyondMark } from './marks.js';
import type { ChangeModel, ChartOptions, DataTable } from './models.js';
import { axisFrame } from './axis-frame.js';
import { laneNote, motiveRow, type Figures } from './row-texts.js';
import { rowFrame } from './rows.js';
import { circle, line, path, type Scene, type SceneNode } from './scene.js';
import { fit } from './text-metrics.js';
import { color, size } from './theme.js';
import { sentence, wordsOf } from './words.js';

type Row = ChangeModel['rows'][number];

const RING = 5.4;
/** Smaller than the hole of the ring: both show when nothing changed. */
const DOT = 3.6;
const HEAD = 6;

const isReliable = (row: Row) => row.finding === 'reliable-change';
const differenceOf = ({ first, second }: Row): number | null =>
  known(first) && known(second) ? second - first : null;

const ring = (x: number, y: number, stroke: string, width: number): SceneNode =>
  circle(x, y, RING, { fill: color.paper, stroke, strokeWidth: width, part: 'first' });
const dot = (x: number, y: number, fill: string): SceneNode => circle(x, y, DOT, { fill, part: 'second' });

/** An arrow from ring to dot; where they nearly touch there is no room for one and the two marks say it alone. */
const arrow = (from: number, to: number, y: number, stroke: string, width: number): readonly SceneNode[] => {
  const side = Math.sign(to - from);
  const start = from + side * (RING + 0.5);
  const tip = to - side * (DOT + 1);
  if ((tip - start) * side < HEAD + 2) return [];
  const head = tip - side * HEAD;
  const half = width > 2 ? 4 : 3;
  return [
    line([start, y], [head, y], { stroke, strokeWidth: width, part: 'arrow' }),
    path(
      [
        [tip, y],
        [head, y - half],
        [head, y + half],
      ],
      { fill: stroke, part: 'arrow-head' },
    ),
  ];
};

const marksOf = (row: Row, axis: Axis, y: number): readonly SceneNode[] => {
  const stroke = isReliable(row) ? color.ink : color.inkFaint;
  const width = isReliable(row) ? 2.6 : 1.3;
  const { first, second } = row;
  return [
    ...(known(first) && known(second) ? arrow(axis.x(first), axis.x(second), y, stroke, width) : []),
    ...(known(first)
      ? [ring(axis.x(first), y, stroke, isReliable(row) ? 2 : 1.3), ...beyondMark(axis, first, y, stroke)]
      : []),
    ...(known(second) ? [dot(axis.x(second), y, stroke), ...beyondMark(axis, second, y, stroke)] : []),
  ];
};

const findingWord = (row: Row, lang: Lang): string => {
  const words = wordsOf(lang);
  if (row.finding === 'too-little-data') return words.tooLittleData;
  return isReliable(row) ? words.reliable : words.notEstablished;
};

const figuresOf = (row: Row, lang: Lang): Figures => {
  const weight = isReliable(row) ? 600 : 400;
  const fill = isReliable(row) ? color.ink : color.inkSoft;
  const difference = differenceOf(row);
  return {
    main: difference === null ? [] : [{ text: formatSigned(difference, lang), weight, fill }],
    word: { text: findingWord(row, lang), weight, fill },
  };
};

const legendItems = ({ waves }: ChangeModel, { lang, width }: ChartOptions): readonly LegendItem[] => {
  const name = (wave: string) => fit(wave, width - 24, { size: size.small });
  const y0 = (x: number, y: number) => arrow(x + 6.5, x + 45, y, color.ink, 2.6);
  return [
    { width: 12, text: name(waves.first), glyph: (x, y) => [ring(x + 6, y, color.ink, 1.6)] },
    { width: 12, text: name(waves.second), glyph: (x, y) => [dot(x + 6, y, color.ink)] },
    {
      width: 50,
      text: wordsOf(lang).reliableLegend,
      glyph: (x, y) => [...y0(x, y), ring(x + 6.5, y, color.ink, 2), dot(x + 45, y, color.ink)],
    },
  ];
};

/**
 * First and second wave side by side: a ring, a dot and an arrow from one to the other, all in ink (no direction is
 * better); bold where the change is reliable, thin where it is not established.
 */
export const changeChart = (model: ChangeModel, options: ChartOptions): Scene => {
  const { lang } = options;
  const words = wordsOf(lang);
  const frame = rowFrame(
    model.rows.map((row) => row.motive),
    options,
  );
  const rows = model.rows.map((row, index) => {
    const y = frame.slots[index]?.lane.middle ?? 0;
    const none = !known(row.first) && !known(row.second);
    return motiveRow(frame, index, row.motive, {
      figures: figuresOf(row, lang),
      tip: `${row.motive.name}: ${model.waves.first} ${formatSigned(row.first, lang)}, ${model.waves.second} ${formatSigned(row.second, lang)}; ${findingWord(row, lang)}`,
      marks: none ? laneNote(frame, index, words.tooLittleData) : marksOf(row, frame.axis, y),
    });
  });
  const items = legendItems(model, options);
  const surround = axisFrame(frame, { scale: model.scale, items, options, heading: words.change });
  return chartScene(options, {
    title: model.title,
    desc: changeAltText(model, lang),
    height: surround.height,
    children: [...surround.behind, ...rows, ...surround.around],
  });
};

/** Both waves, their difference and whether it is reliable. */
export const changeTable = (model: ChangeModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  return {
    columns: [
      { label: words.motive, numeric: false },
      { label: model.waves.first, numeric: true },
      { label: model.waves.second, numeric: true },
      { label: words.change, numeric: true },
      { label: words.finding, numeric: false },
    ],
    rows: model.rows.map((row) => [
      row.motive.name,
      formatSigned(row.first, lang),
      formatSigned(row.second, lang),
      formatSigned(differenceOf(row), lang),
      findingWord(row, lang),
    ]),
  };
};

/** One sentence: which motives changed reliably. */
export const changeAltText = (model: ChangeModel, lang: Lang): string => {
  const judged = model.rows.filter((row) => row.finding !== 'too-little-data');
  if (judged.length === 0) return `${sentence(wordsOf(lang).tooLittleData)}.`;
  const reliable = judged.filter(isReliable).map((row) => row.motive.name);
  const of = `${String(reliable.length)} ${wordsOf(lang).of} ${String(judged.length)}`;
  if (lang === 'de')
    return reliable.length === 0
      ? `Keines von ${String(judged.length)} Motiven hat sich verlässlich verändert.`
      : `Verlässlich verändert haben sich ${of} Motiven: ${listOf(reliable, lang)}.`;
  return reliable.length === 0
    ? `None of ${String(judged.length)} motives changed reliably.`
    : `${of} motives changed reliably: ${listOf(reliable, lang)}.`;
};
