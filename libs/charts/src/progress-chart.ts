import { chartScene } from './chart-scene.js';
import { formatPercent, known, type Lang } from './format.js';
import { legend } from './legend.js';
import type { ChartOptions, DataTable, ProgressModel } from './models.js';
import { rect, text, type Scene } from './scene.js';
import { fit } from './text-metrics.js';
import { color, size } from './theme.js';
import { sentence, wordsOf } from './words.js';

const STATES = ['submitted', 'inProgress', 'notStarted', 'withdrawn'] as const;
type State = (typeof STATES)[number];

const BAR = { top: 24, height: 16 };

const STYLES: Readonly<Record<State, { readonly fill: string; readonly stroke: string }>> = {
  submitted: { fill: color.ink, stroke: color.ink },
  inProgress: { fill: '#9AA4B2', stroke: '#6B7280' },
  notStarted: { fill: color.paper, stroke: '#6B7280' },
  withdrawn: { fill: color.shade, stroke: color.inkFaint },
};

const countOf = (model: ProgressModel, state: State) => (known(model[state]) ? Math.max(0, model[state]) : 0);

/** Everybody who is still expected to answer: those who withdrew do not count. */
const expected = (model: ProgressModel) =>
  countOf(model, 'submitted') + countOf(model, 'inProgress') + countOf(model, 'notStarted');

const headline = (model: ProgressModel, lang: Lang): string => {
  const words = wordsOf(lang);
  const all = expected(model);
  const done = countOf(model, 'submitted');
  const share = all === 0 ? '' : ` (${formatPercent(done / all, lang)})`;
  return `${String(done)} ${words.of} ${String(all)} ${words.submitted}${share}`;
};

/** How far a wave is: submitted, in progress, not started as one bar of all who are expected, in ink shades. */
export const progressChart = (model: ProgressModel, options: ChartOptions): Scene => {
  const { lang, width } = options;
  const words = wordsOf(lang);
  const all = expected(model);
  let x = 0.5;
  const parts = STATES.filter((state) => state !== 'withdrawn').flatMap((state) => {
    const share = all === 0 ? 0 : (countOf(model, state) / all) * (width - 1);
    const left = x;
    x += share;
    const tip = `${words[state]}: ${String(countOf(model, state))}`;
    return share <= 0
      ? []
      : [
          rect(
            { x: left, y: BAR.top, width: Math.max(0.5, share), height: BAR.height },
            { ...STYLES[state], strokeWidth: 1, part: `state-${state}`, tip, label: tip },
          ),
        ];
  });
  const empty = rect(
    { x: 0.5, y: BAR.top, width: width - 1, height: BAR.height },
    { fill: color.shade, stroke: color.rule, strokeWidth: 1 },
  );
  const explained = legend(
    STATES.filter((state) => state !== 'withdrawn' || countOf(model, state) > 0).map((state) => ({
      width: 11,
      text: `${words[state]} ${String(countOf(model, state))}`,
      glyph: (left: number, y: number) => [
        rect({ x: left + 0.5, y: y - 5, width: 10, height: 10 }, { ...STYLES[state], strokeWidth: 1 }),
      ],
    })),
    { top: BAR.top + BAR.height + 6, width },
  );
  return chartScene(options, {
    title: model.title,
    desc: progressAltText(model, lang),
    height: BAR.top + BAR.height + 8 + explained.height,
    children: [
      text(0, 14, fit(headline(model, lang), width, { size: size.value, weight: 600 }), {
        size: size.value,
        weight: 600,
        fill: color.ink,
      }),
      ...(parts.length === 0 ? [empty] : parts),
      ...explained.nodes,
    ],
  });
};

/** One line a state with its number and its share of those expected. */
export const progressTable = (model: ProgressModel, lang: Lang): DataTable => {
  const words = wordsOf(lang);
  const all = expected(model);
  return {
    columns: [
      { label: words.state, numeric: false },
      { label: sentence(words.people), numeric: true },
      { label: words.share, numeric: true },
    ],
    rows: STATES.map((state) => [
      words[state],
      String(countOf(model, state)),
      state === 'withdrawn' || all === 0 ? '–' : formatPercent(countOf(model, state) / all, lang),
    ]),
  };
};

/** One sentence: how many of how many have submitted. */
export const progressAltText = (model: ProgressModel, lang: Lang): string => {
  const words = wordsOf(lang);
  const rest = (['inProgress', 'notStarted'] as const)
    .map((state) => `${String(countOf(model, state))} ${words[state]}`)
    .join(', ');
  return `${headline(model, lang)}, ${rest}.`;
};
