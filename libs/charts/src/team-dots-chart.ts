import { intervalText, type Axis } from './axis.js';
import { chartScene } from './chart-scene.js';
import { countRuns, countsKey, countsText } from './counts.js';
import { formatNumber, formatScore, formatSigned, known, listOf, type Lang } from './format.js';
import { samples } from './legend.js';
import { bandMark, beyondMark, errorBand, inkOf, meanMark } from './marks.js';
import type { BandCounts, ChartOptions, DataTable, TeamDotsModel } from './models.js';
import { axisFrame } from './axis-frame.js';
import { laneNote, motiveRow } from './row-texts.js';
import { layoutOf, rowFrame, type Slot } from './rows.js';
import { line, rect, type Scene, type SceneNode } from './scene.js';
import { swarm } from './swarm.js';
import { color } from './theme.js';
import { bandWord, sentence, wordsOf } from './words.js';

type Row = TeamDotsModel['rows'][number];

/** Height of the strip under the dots that carries middle half, median and mean. */
const SUMMARY = 11;

const membersOf = (row: Row) => row.members.filter((member) => known(member.value));

const tipOf = (row: Row, lang: Lang): string =>
  known(row.mean)
    ? `${row.motive.name}: ${countsText(row.counts, lang)}; ${wordsOf(lang).mean} ${formatSigned(row.mean, lang)}`
    : `${row.motive.name}: ${wordsOf(lang).tooLittleData}`;

const summaryOf = (row: Row, axis: Axis, y: number): readonly SceneNode[] => {
  const { quartiles } = row;
  const half =
    quartiles === null || ![quartiles.q1, quartiles.median, quartiles.q3].every(known)
      ? []
      : [
          rect(
            {
              x: axis.x(quartiles.q1),
              y: y - 4,
              width: Math.max(1, axis.x(quartiles.q3) - axis.x(quartiles.q1)),
              height: 8,
            },
            { fill: color.spread, part: 'middle-half' },
          ),
          line([axis.x(quartiles.median), y - 5], [axis.x(quartiles.median), y + 5], {
            stroke: color.ink,
            strokeWidth: 1.5,
            part: 'median',
          }),
        ];
  return [
    ...half,
    ...errorBand(axis, row.interval, y, { stroke: color.ink, cap: 2.5 }),
    ...(known(row.mean) ? [meanMark(axis.x(row.mean), y, 4.5)] : []),
  ];
};

/**
 * A team: a row a motive with a mark for every member, stacked so that none hides another, over the middle half with
 * the median and the mean with its error band; counts blue, balanced, red beside it. Where neither members nor their
 * middle half may be shown, the mean stands in the middle of its row and as a number beside it.
 */
export const teamDotsChart = (model: TeamDotsModel, options: ChartOptions): Scene => {
  const { lang } = options;
  const words = wordsOf(lang);
  const motives = model.rows.map((row) => row.motive);
  const { axis } = rowFrame(motives, options);
  const meansOnly = model.rows.every((row) => membersOf(row).length === 0 && row.quartiles === null);
  const anyInterval = model.rows.some(({ interval }) => interval !== null);
  const meanLabel = anyInterval ? words.meanError : words.mean;
  const space = layoutOf(options) === 'compact' ? 24 : 26;
  const stacks = swarm(
    model.rows.map((row) => membersOf(row).map((member) => axis.x(member.value))),
    space,
  );
  const frame = rowFrame(motives, options, stacks.height + SUMMARY + 1);
  const dots = (row: Row, index: number, { lane }: Slot) =>
    membersOf(row).map((member, at) => {
      const tip = `${member.label === undefined ? '' : `${member.label}: `}${formatScore(member.value, member.band, model.scale.cut, lang)}, ${bandWord(member.band, lang)}`;
      const floor = lane.bottom - SUMMARY - 1;
      const level = stacks.levels[index]?.[at] ?? 0;
      return bandMark(
        member.band,
        axis.x(member.value),
        floor - (level + 0.5) * stacks.pitch,
        stacks.radius,
        { tip },
      );
    });
  const counts = model.rows.map((row) => row.counts);
  /** One chevron a side says that members stand beyond the axis. */
  const beyond = (row: Row, { lane }: Slot) =>
    ([-1, 1] as const).flatMap((side) => {
      const outside = membersOf(row).find((member) => axis.beyond(member.value) === side);
      const y = lane.bottom - SUMMARY - 1 - stacks.pitch / 2;
      return outside === undefined ? [] : beyondMark(axis, outside.value, y, inkOf(outside.band).full);
    });
  const rows = model.rows.map((row, index) => {
    const slot = frame.slots[index];
    const marks =
      slot === undefined || (membersOf(row).length === 0 && !known(row.mean))
        ? laneNote(frame, index, words.tooLittleData)
        : [
            ...summaryOf(row, axis, meansOnly ? slot.lane.middle : slot.lane.bottom - SUMMARY / 2),
            ...dots(row, index, slot),
            ...beyond(row, slot),
          ];
    return motiveRow(frame, index, row.motive, {
      figures: {
        main: meansOnly ? [{ text: formatSigned(row.mean, lang) }] : countRuns(row.counts, counts),
      },
      tip: tipOf(row, lang),
      marks,
    });
  });
  const items = [
    ...(model.rows.some((row) => membersOf(row).length > 0) ? [samples.members(words.member)] : []),
    samples.mean(meanLabel, anyInterval),
    ...(model.rows.some(({ quartiles }) => quartiles !== null) ? [samples.middleHalf(words.middleHalf)] : []),
    ...(frame.layout === 'compact' && !meansOnly ? [samples.word(countsKey(lang))] : []),
  ];
  const surround = axisFrame(frame, {
    scale: model.scale,
    items,
    options,
    heading: meansOnly ? words.mean : words.people,
  });
  return chartScene(options, {
    title: model.title,
    desc: teamDotsAltText(model, lang),
    height: surround.height,
    children: [...surround.behind, ...rows, ...surround.around],
  });
};

/** Mean, error band, median, middle half and counts per motive. */
export const teamDotsTable = (model: TeamDotsModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  const count = (counts: BandCounts | null, band: keyof BandCounts) =>
    counts === null ? '–' : String(counts[band]);
  return {
    columns: [
      { label: words.motive, numeric: false },
      { label: sentence(words.blue), numeric: true },
      { label: sentence(words.balanced), numeric: true },
      { label: sentence(words.red), numeric: true },
      { label: words.mean, numeric: true },
      { label: words.errorBand, numeric: true },
      { label: words.median, numeric: true },
      { label: words.middleHalf, numeric: true },
    ],
    rows: model.rows.map(({ motive, counts, mean, interval, quartiles }) => [
      motive.name,
      count(counts, 'blue'),
      count(counts, 'balanced'),
      count(counts, 'red'),
      formatSigned(mean, lang),
      intervalText(interval, lang),
      formatSigned(quartiles?.median ?? null, lang),
      quartiles === null
        ? '–'
        : `${formatNumber(quartiles.q1, lang)} ${words.to} ${formatNumber(quartiles.q3, lang)}`,
    ]),
  };
};

/** One sentence: where red and blue meet in the team, or that they meet nowhere. */
export const teamDotsAltText = (model: TeamDotsModel, lang: Lang): string => {
  const rows = model.rows.filter((row) => row.counts !== null && known(row.mean));
  if (rows.length === 0) return `${sentence(wordsOf(lang).tooLittleData)}.`;
  const both = rows.filter(({ counts }) => counts !== null && counts.red > 0 && counts.blue > 0);
  const names = listOf(
    both.map((row) => row.motive.name),
    lang,
  );
  if (lang === 'de')
    return both.length === 0
      ? `In keinem der ${String(rows.length)} Motive stehen rote und blaue Mitglieder einander gegenüber.`
      : `Rote und blaue Mitglieder stehen einander in ${String(both.length)} von ${String(rows.length)} Motiven gegenüber: ${names}.`;
  return both.length === 0
    ? `In none of the ${String(rows.length)} motives do red and blue members face each other.`
    : `Red and blue members face each other in ${String(both.length)} of ${String(rows.length)} motives: ${names}.`;
};
