import { MARKED_FROM, type Interval } from '@rapport/psychometrics';
import { intervalText, type Axis } from './axis.js';
import { chartScene } from './chart-scene.js';
import { formatDifference, formatSigned, known, listOf, type Lang } from './format.js';
import { samples, type LegendItem } from './legend.js';
import { beyondMark, errorBand } from './marks.js';
import type { ChartOptions, ComparisonModel, DataTable } from './models.js';
import { axisFrame } from './axis-frame.js';
import { laneNote, motiveRow, type Figures } from './row-texts.js';
import { layoutOf, rowFrame, type Slot } from './rows.js';
import { circle, path, rect, type Scene, type SceneNode } from './scene.js';
import { fit } from './text-metrics.js';
import { color, size } from './theme.js';
import { sentence, wordsOf } from './words.js';

type Row = ComparisonModel['rows'][number];
type Side = 'a' | 'b';

const RADIUS = 5;
/** Distance of each team's lane from the middle of the row. */
const OFFSET = 8.5;

/** The mark of a team: a filled teal circle for a, a hollow orange square for b; thinner and paler when faded. */
const teamMark = (side: Side, x: number, y: number, faded: boolean): SceneNode =>
  side === 'a'
    ? circle(x, y, RADIUS, {
        part: 'team-a',
        fill: faded ? color.teamATint : color.teamA,
        stroke: color.teamA,
        strokeWidth: 1.3,
      })
    : rect(
        { x: x - RADIUS + 0.6, y: y - RADIUS + 0.6, width: 2 * RADIUS - 1.2, height: 2 * RADIUS - 1.2 },
        {
          part: 'team-b',
          fill: faded ? color.teamBTint : color.paper,
          stroke: color.teamB,
          strokeWidth: faded ? 1.3 : 2.4,
        },
      );

const INKS = {
  a: { full: color.teamA, pale: '#86BBB4' },
  b: { full: color.teamB, pale: '#E3AC84' },
} as const;

const teamLine = (
  side: Side,
  score: { readonly mean: number | null; readonly interval: Interval | null },
  { axis, y, faded }: { readonly axis: Axis; readonly y: number; readonly faded: boolean },
): readonly SceneNode[] => {
  if (!known(score.mean)) return [];
  return [
    ...errorBand(axis, score.interval, y, { stroke: faded ? INKS[side].pale : INKS[side].full }),
    teamMark(side, axis.x(score.mean), y, faded),
    ...beyondMark(axis, score.mean, y, INKS[side].full),
  ];
};

/** From mean to mean, between the two lanes: only where the difference is marked. */
const bracket = (row: Row, axis: Axis, { lane }: Slot): readonly SceneNode[] => {
  if (row.finding !== 'marked-difference' || !known(row.a.mean) || !known(row.b.mean)) return [];
  const [a, b] = [axis.x(row.a.mean), axis.x(row.b.mean)];
  const reach = OFFSET - RADIUS - 1.5;
  return [
    path(
      [
        [a, lane.middle - reach],
        [a, lane.middle],
        [b, lane.middle],
        [b, lane.middle + reach],
      ],
      { closed: false, stroke: color.ink, strokeWidth: 1.5, part: 'bracket' },
    ),
  ];
};

const findingWord = (row: Row, lang: Lang): string => {
  const words = wordsOf(lang);
  if (row.finding === 'too-little-data') return words.tooLittleData;
  return row.finding === 'marked-difference' ? words.marked : words.notEstablished;
};

const figuresOf = (row: Row, lang: Lang): Figures => {
  const marked = row.finding === 'marked-difference';
  const word = {
    text: findingWord(row, lang),
    fill: marked ? color.ink : color.inkSoft,
    weight: marked ? 600 : 400,
  } as const;
  if (!known(row.difference) || row.finding === 'too-little-data') return { main: [], word };
  return {
    main: [
      {
        text: formatDifference(row.difference, MARKED_FROM, lang),
        weight: marked ? 600 : 400,
        fill: word.fill,
      },
    ],
    word,
  };
};

const tipOf = (row: Row, { teams }: ComparisonModel, lang: Lang): string =>
  `${row.motive.name}: ${teams.a} ${formatSigned(row.a.mean, lang)}, ${teams.b} ${formatSigned(row.b.mean, lang)}; ${findingWord(row, lang)}`;

const legendItems = ({ teams }: ComparisonModel, { lang, width }: ChartOptions): readonly LegendItem[] => {
  const words = wordsOf(lang);
  const name = (team: string) => fit(team, width - 24, { size: size.small });
  return [
    { width: 12, text: name(teams.a), glyph: (x, y) => [teamMark('a', x + 6, y, false)] },
    { width: 12, text: name(teams.b), glyph: (x, y) => [teamMark('b', x + 6, y, false)] },
    samples.errorBand(words.errorBand),
    {
      width: 20,
      text: words.markedLegend,
      glyph: (x, y) => [
        path(
          [
            [x + 1, y - 4],
            [x + 1, y],
            [x + 19, y],
            [x + 19, y + 4],
          ],
          { closed: false, stroke: color.ink, strokeWidth: 1.5 },
        ),
      ],
    },
    {
      width: 26,
      text: words.notEstablishedLegend,
      glyph: (x, y) => [teamMark('a', x + 6, y, true), teamMark('b', x + 20, y, true)],
    },
  ];
};

/**
 * Two teams: a row a motive, the first team over the second, each with its error band; a bracket and a word where the
 * difference is marked, pale marks and the word "not established" where it is not.
 */
export const comparisonChart = (model: ComparisonModel, options: ChartOptions): Scene => {
  const { lang } = options;
  const frame = rowFrame(
    model.rows.map((row) => row.motive),
    options,
    layoutOf(options) === 'compact' ? 30 : undefined,
  );
  const rows = model.rows.map((row, index) => {
    const slot = frame.slots[index];
    const faded = row.finding !== 'marked-difference';
    const marks =
      slot === undefined || (!known(row.a.mean) && !known(row.b.mean))
        ? laneNote(frame, index, wordsOf(lang).tooLittleData)
        : [
            ...bracket(row, frame.axis, slot),
            ...teamLine('a', row.a, { axis: frame.axis, y: slot.lane.middle - OFFSET, faded }),
            ...teamLine('b', row.b, { axis: frame.axis, y: slot.lane.middle + OFFSET, faded }),
          ];
    return motiveRow(frame, index, row.motive, {
      figures: figuresOf(row, lang),
      tip: tipOf(row, model, lang),
      marks,
    });
  });
  const items = legendItems(model, options);
  const surround = axisFrame(frame, {
    scale: model.scale,
    items,
    options,
    heading: wordsOf(lang).difference,
  });
  return chartScene(options, {
    title: model.title,
    desc: comparisonAltText(model, lang),
    height: surround.height,
    children: [...surround.behind, ...rows, ...surround.around],
  });
};

/** Means and error bands of both teams, their difference and what it is worth. */
export const comparisonTable = (model: ComparisonModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  return {
    columns: [
      { label: words.motive, numeric: false },
      { label: model.teams.a, numeric: true },
      { label: `${model.teams.a}: ${words.errorBand}`, numeric: true },
      { label: model.teams.b, numeric: true },
      { label: `${model.teams.b}: ${words.errorBand}`, numeric: true },
      { label: words.difference, numeric: true },
      { label: words.finding, numeric: false },
    ],
    rows: model.rows.map((row) => [
      row.motive.name,
      formatSigned(row.a.mean, lang),
      intervalText(row.a.interval, lang),
      formatSigned(row.b.mean, lang),
      intervalText(row.b.interval, lang),
      formatDifference(row.difference, MARKED_FROM, lang),
      findingWord(row, lang),
    ]),
  };
};

/** One sentence: in which motives the teams differ markedly. */
export const comparisonAltText = (model: ComparisonModel, lang: Lang): string => {
  const judged = model.rows.filter((row) => row.finding !== 'too-little-data');
  if (judged.length === 0) return `${sentence(wordsOf(lang).tooLittleData)}.`;
  const marked = judged.filter((row) => row.finding === 'marked-difference').map((row) => row.motive.name);
  const { a, b } = model.teams;
  if (lang === 'de')
    return marked.length === 0
      ? `${a} und ${b} unterscheiden sich in keinem von ${String(judged.length)} Motiven deutlich.`
      : `${a} und ${b} unterscheiden sich deutlich in ${String(marked.length)} von ${String(judged.length)} Motiven: ${listOf(marked, lang)}.`;
  return marked.length === 0
    ? `${a} and ${b} differ markedly in none of ${String(judged.length)} motives.`
    : `${a} and ${b} differ markedly in ${String(marked.length)} of ${String(judged.length)} motives: ${listOf(marked, lang)}.`;
};
