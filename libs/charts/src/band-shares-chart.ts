import type { Band } from '@rapport/psychometrics';
import { chartScene } from './chart-scene.js';
import { countRuns, countsKey, countsText } from './counts.js';
import { formatPercent, listOf, type Lang } from './format.js';
import { bandHeader, legend, samples } from './legend.js';
import { bandMark, inkOf } from './marks.js';
import type { BandCounts, BandSharesModel, ChartOptions, DataTable } from './models.js';
import { figuresHeading } from './axis-frame.js';
import { laneNote, motiveRow } from './row-texts.js';
import { rowFrame, type RowFrame } from './rows.js';
import { group, line, rect, text, type Scene, type SceneNode } from './scene.js';
import { measure } from './text-metrics.js';
import { color, size } from './theme.js';
import { bandWord, sentence, wordsOf } from './words.js';

const ORDER = ['blue', 'balanced', 'red'] as const;
const BAR = 20;

const total = (counts: BandCounts) => counts.blue + counts.balanced + counts.red;
const shown = (counts: BandCounts | null): counts is BandCounts => counts !== null && total(counts) > 0;

const INKS: Readonly<Record<Band, { readonly fill: string; readonly text: string }>> = {
  blue: { fill: color.blueTint, text: color.blueText },
  balanced: { fill: color.balancedTint, text: color.balancedText },
  red: { fill: color.redTint, text: color.red },
};

/** One part of the bar: pale fill, its strong edge below, and shape with percent where they fit. */
const segment = (
  band: Band,
  x: number,
  width: number,
  middle: number,
  label: string,
): readonly SceneNode[] => {
  if (width <= 0) return [];
  const fill = INKS[band];
  const y = middle - BAR / 2;
  const inner = Math.max(0.5, width - 1.5);
  const centre = x + inner / 2;
  const words = measure(label, size.small, 600);
  const glyph = 14;
  const withGlyph = words + glyph + 6 <= inner;
  return [
    rect({ x, y, width: inner, height: BAR }, { fill: fill.fill, part: `share-${band}` }),
    rect({ x, y: y + BAR - 3, width: inner, height: 3 }, { fill: inkOf(band).full }),
    ...(withGlyph ? [bandMark(band, centre - words / 2 - 3, middle - 1.5, 4)] : []),
    ...(words + 4 <= inner
      ? [
          text(withGlyph ? centre + glyph / 2 : centre, middle + 2.4, label, {
            anchor: 'middle',
            size: size.small,
            weight: 600,
            fill: fill.text,
          }),
        ]
      : []),
  ];
};

const bar = (counts: BandCounts, { axis }: RowFrame, middle: number, lang: Lang): SceneNode => {
  const perPerson = (axis.x1 - axis.x0) / total(counts);
  let x = axis.x0;
  return group(
    ORDER.flatMap((band) => {
      const width = counts[band] * perPerson;
      const nodes = segment(band, x, width, middle, formatPercent(counts[band] / total(counts), lang));
      x += width;
      return nodes;
    }),
    { part: 'shares' },
  );
};

const percentNumbers = ({ axis, bottom }: RowFrame, lang: Lang): readonly SceneNode[] =>
  [0, 0.5, 1].map((share) =>
    text(axis.x0 + share * (axis.x1 - axis.x0), bottom + 14, formatPercent(share, lang), {
      anchor: share === 0 ? 'start' : share === 1 ? 'end' : 'middle',
      size: size.small,
      fill: color.inkSoft,
      part: 'axis-number',
    }),
  );

/** A team: per motive the shares of blue, balanced and red members as one bar, always in this order, with numbers. */
export const bandSharesChart = (model: BandSharesModel, options: ChartOptions): Scene => {
  const { lang } = options;
  const frame = rowFrame(
    model.rows.map((row) => row.motive),
    options,
  );
  const { axis, bottom, top, layout } = frame;
  const half = (axis.x0 + axis.x1) / 2;
  const halfLine = (from: number, to: number) =>
    line([half, from], [half, to], { stroke: color.zero, dash: '2 3' });
  const key = legend(layout === 'compact' ? [samples.word(countsKey(lang))] : [], {
    top: bottom + 20,
    width: frame.width,
  });
  const all = model.rows.map(({ counts }) => counts);
  const rows = model.rows.map(({ motive, counts }, index) => {
    const middle = frame.slots[index]?.lane.middle ?? 0;
    return motiveRow(frame, index, motive, {
      figures: { main: countRuns(shown(counts) ? counts : null, all) },
      tip: `${motive.name}: ${countsText(shown(counts) ? counts : null, lang)}`,
      marks: shown(counts)
        ? [bar(counts, frame, middle, lang)]
        : laneNote(frame, index, wordsOf(lang).tooLittleData),
    });
  });
  return chartScene(options, {
    title: model.title,
    desc: bandSharesAltText(model, lang),
    height: bottom + 20 + key.height,
    children: [
      ...(layout === 'compact' ? [] : [halfLine(top, bottom)]),
      ...rows,
      ...bandHeader(axis, 14, lang),
      ...(layout === 'compact' ? [] : [figuresHeading(frame, wordsOf(lang).people)]),
      line([0, bottom], [frame.width, bottom], { stroke: color.rule }),
      ...percentNumbers(frame, lang),
      ...key.nodes,
    ],
  });
};

/** Counts and shares per band and motive. */
export const bandSharesTable = (model: BandSharesModel, lang: Lang): DataTable => ({
  columns: [
    { label: wordsOf(lang).motive, numeric: false },
    ...ORDER.map((band) => ({ label: sentence(bandWord(band, lang)), numeric: true })),
  ],
  rows: model.rows.map(({ motive, counts }) => [
    motive.name,
    ...ORDER.map((band) =>
      shown(counts) ? `${String(counts[band])} (${formatPercent(counts[band] / total(counts), lang)})` : '–',
    ),
  ]),
});

/** One sentence: the motives in which at least half of the team is red, and those in which it is blue. */
export const bandSharesAltText = (model: BandSharesModel, lang: Lang): string => {
  const rows = model.rows.filter(({ counts }) => shown(counts));
  if (rows.length === 0) return `${sentence(wordsOf(lang).tooLittleData)}.`;
  const mostly = (band: 'red' | 'blue') =>
    rows
      .filter(({ counts }) => shown(counts) && counts[band] * 2 >= total(counts))
      .map((row) => row.motive.name);
  const list = (band: 'red' | 'blue') =>
    listOf(mostly(band), lang) || (lang === 'de' ? 'keinem Motiv' : 'no motive');
  return lang === 'de'
    ? `Mindestens die Hälfte der Mitglieder ist rot in ${list('red')} und blau in ${list('blue')}.`
    : `At least half of the members are red in ${list('red')} and blue in ${list('blue')}.`;
};
