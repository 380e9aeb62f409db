import type { Band } from '@rapport/psychometrics';
import { intervalText, type Axis } from './axis.js';
import { chartScene } from './chart-scene.js';
import { formatScore, known, listOf, type Lang } from './format.js';
import { samples } from './legend.js';
import { bandMark, beyondMark, errorBand, inkOf } from './marks.js';
import type { ChartOptions, DataTable, ProfileChartModel } from './models.js';
import { axisFrame } from './axis-frame.js';
import { laneNote, motiveRow, type Figures } from './row-texts.js';
import { rowFrame } from './rows.js';
import type { Scene, SceneNode } from './scene.js';
import { color } from './theme.js';
import { bandWord, sentence, wordsOf } from './words.js';

type Row = ProfileChartModel['rows'][number];
type Scored = Row & { readonly value: number; readonly band: Band };

const isScored = (row: Row): row is Scored => known(row.value) && row.band !== null;

const scoreOf = (row: Row, model: ProfileChartModel, lang: Lang) =>
  formatScore(row.value, row.band, model.scale.cut, lang);

const tipOf = (row: Row, model: ProfileChartModel, lang: Lang): string => {
  const words = wordsOf(lang);
  if (!isScored(row)) return `${row.motive.name}: ${words.tooFewAnswers}`;
  const interval = row.interval === null ? '' : `, ${words.errorBand} ${intervalText(row.interval, lang)}`;
  return `${row.motive.name}: ${scoreOf(row, model, lang)}, ${bandWord(row.band, lang)}${interval}`;
};

const figuresOf = (row: Row, model: ProfileChartModel, lang: Lang): Figures => {
  if (!isScored(row)) return { main: [{ text: '–', fill: color.inkSoft }] };
  const { text: fill } = inkOf(row.band);
  const weight = row.bandOverlaps ? 400 : 600;
  return {
    main: [{ text: scoreOf(row, model, lang), fill, weight }],
    word: { text: bandWord(row.band, lang), fill, weight: 400 },
  };
};

const marksOf = (row: Scored, axis: Axis, y: number): readonly SceneNode[] => {
  const ink = inkOf(row.band).full;
  return [
    ...errorBand(axis, row.interval, y, { stroke: ink }),
    bandMark(row.band, axis.x(row.value), y, 6, { faded: row.bandOverlaps, rim: true }),
    ...beyondMark(axis, row.value, y, ink),
  ];
};

/**
 * One person: a row a motive, blue pole left, red pole right, the score as a mark of its band with its error band;
 * pale where the error band crosses a cut. Motives with too few answers say so.
 */
export const profileChart = (model: ProfileChartModel, options: ChartOptions): Scene => {
  const { lang } = options;
  const words = wordsOf(lang);
  const frame = rowFrame(
    model.rows.map((row) => row.motive),
    options,
  );
  const items = [samples.errorBand(words.errorBand), samples.faded(words.faded)];
  const surround = axisFrame(frame, { scale: model.scale, items, options, heading: words.score });
  const rows = model.rows.map((row, index) => {
    const y = frame.slots[index]?.lane.middle ?? 0;
    const marks = isScored(row) ? marksOf(row, frame.axis, y) : laneNote(frame, index, words.tooFewAnswers);
    return motiveRow(frame, index, row.motive, {
      figures: figuresOf(row, model, lang),
      tip: tipOf(row, model, lang),
      marks,
      lean: row.band,
    });
  });
  return chartScene(options, {
    title: model.title,
    desc: profileAltText(model, lang),
    height: surround.height,
    children: [...surround.behind, ...rows, ...surround.around],
  });
};

/** The scores with band, error band and whether the band is sure. */
export const profileTable = (model: ProfileChartModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  return {
    columns: [
      { label: words.motive, numeric: false },
      { label: words.bluePole, numeric: false },
      { label: words.redPole, numeric: false },
      { label: words.score, numeric: true },
      { label: words.band, numeric: false },
      { label: words.errorBand, numeric: true },
      { label: words.overlaps, numeric: false },
    ],
    rows: model.rows.map((row) => [
      row.motive.name,
      row.motive.low,
      row.motive.high,
      scoreOf(row, model, lang),
      bandWord(row.band, lang),
      intervalText(row.interval, lang),
      row.band === null ? '–' : row.bandOverlaps ? words.yes : words.no,
    ]),
  };
};

/** One sentence: which motives lean red, which blue, how many lie between. */
export const profileAltText = (model: ProfileChartModel, lang: Lang): string => {
  const named = (band: Row['band']) =>
    model.rows.filter((row) => row.band === band && known(row.value)).map((row) => row.motive.name);
  const [red, blue, balanced] = [named('red'), named('blue'), named('balanced')];
  const answered = red.length + blue.length + balanced.length;
  if (answered === 0) return `${sentence(wordsOf(lang).tooFewAnswers)}.`;
  const none = lang === 'de' ? 'kein Motiv' : 'no motive';
  const list = (names: readonly string[]) => (names.length === 0 ? none : listOf(names, lang));
  return lang === 'de'
    ? `Rot sind ${list(red)}, blau ${list(blue)}, ausgewogen ${String(balanced.length)} von ${String(answered)} Motiven.`
    : `Red: ${list(red)}; blue: ${list(blue)}; balanced: ${String(balanced.length)} of ${String(answered)} motives.`;
};
