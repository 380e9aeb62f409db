import { bandSharesAltText, bandSharesChart, bandSharesTable } from './band-shares-chart.js';
import { blindSpotAltText, blindSpotMatrix, blindSpotTable } from './blind-spot-matrix.js';
import { changeAltText, changeChart, changeTable } from './change-chart.js';
import { comparisonAltText, comparisonChart, comparisonTable } from './comparison-chart.js';
import type { Lang } from './format.js';
import type { ChartModel, ChartOptions, DataTable } from './models.js';
import { profileAltText, profileChart, profileTable } from './profile-chart.js';
import { progressAltText, progressChart, progressTable } from './progress-chart.js';
import type { Scene } from './scene.js';
import { teamDotsAltText, teamDotsChart, teamDotsTable } from './team-dots-chart.js';
import { timelineAltText, timelineChart, timelineTable } from './timeline-chart.js';

interface Chart<Model> {
  readonly draw: (model: Model, options: ChartOptions) => Scene;
  readonly table: (model: Model, lang: Lang) => DataTable;
  readonly altText: (model: Model, lang: Lang) => string;
}

const bind = <Model>(model: Model, { draw, table, altText: sentence }: Chart<Model>) => ({
  draw: (options: ChartOptions) => draw(model, options),
  table: (lang: Lang) => table(model, lang),
  altText: (lang: Lang) => sentence(model, lang),
});

const chartOf = (model: ChartModel) => {
  switch (model.kind) {
    case 'profile':
      return bind(model, { draw: profileChart, table: profileTable, altText: profileAltText });
    case 'team-dots':
      return bind(model, { draw: teamDotsChart, table: teamDotsTable, altText: teamDotsAltText });
    case 'band-shares':
      return bind(model, { draw: bandSharesChart, table: bandSharesTable, altText: bandSharesAltText });
    case 'comparison':
      return bind(model, { draw: comparisonChart, table: comparisonTable, altText: comparisonAltText });
    case 'blind-spots':
      return bind(model, { draw: blindSpotMatrix, table: blindSpotTable, altText: blindSpotAltText });
    case 'change':
      return bind(model, { draw: changeChart, table: changeTable, altText: changeAltText });
    case 'progress':
      return bind(model, { draw: progressChart, table: progressTable, altText: progressAltText });
    case 'timeline':
      return bind(model, { draw: timelineChart, table: timelineTable, altText: timelineAltText });
  }
};

/** Draws any chart model. */
export const drawChart = (model: ChartModel, options: ChartOptions): Scene => chartOf(model).draw(options);

/** The figures of any chart model as a table, for the page under the chart. */
export const tableOf = (model: ChartModel, { lang }: { readonly lang: Lang }): DataTable =>
  chartOf(model).table(lang);

/** What to see in any chart model, in one sentence: alternative text and caption. */
export const altText = (model: ChartModel, { lang }: { readonly lang: Lang }): string =>
  chartOf(model).altText(lang);
