export { drawChart, tableOf, altText } from './chart.js';
export { profileChart, profileTable, profileAltText } from './profile-chart.js';
export { teamDotsChart, teamDotsTable, teamDotsAltText } from './team-dots-chart.js';
export { bandSharesChart, bandSharesTable, bandSharesAltText } from './band-shares-chart.js';
export { comparisonChart, comparisonTable, comparisonAltText } from './comparison-chart.js';
export { blindSpotMatrix, blindSpotTable, blindSpotAltText } from './blind-spot-matrix.js';
export { changeChart, changeTable, changeAltText } from './change-chart.js';
export { progressChart, progressTable, progressAltText } from './progress-chart.js';
export { timelineChart, timelineTable, timelineAltText } from './timeline-chart.js';
export {
  profileModel,
  teamDotsModel,
  bandSharesModel,
  comparisonModel,
  blindSpotModel,
  changeModel,
  timelineModel,
  type ChartTexts,
} from './from-documents.js';
export type * from './models.js';
export type { Scene, SceneNode } from './scene.js';
export { toSvg } from './to-svg.js';
export { toReact, type CreateElement, type SceneHandlers } from './to-react.js';
export { formatNumber, formatPercent, formatScore, formatSigned, listOf } from './format.js';
export { color, DEFAULT_FONT } from './theme.js';
