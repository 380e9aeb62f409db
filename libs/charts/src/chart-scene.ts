import type { ChartOptions } from './models.js';
import type { Scene, SceneNode } from './scene.js';
import { DEFAULT_FONT } from './theme.js';

/** The scene of one chart: options turned into its frame. */
export const chartScene = (
  options: ChartOptions,
  drawing: {
    readonly title: string;
    readonly desc: string;
    readonly height: number;
    readonly children: readonly SceneNode[];
  },
): Scene => ({
  width: options.width,
  height: Math.ceil(drawing.height),
  lang: options.lang,
  font: options.font ?? DEFAULT_FONT,
  title: drawing.title,
  desc: drawing.desc,
  children: drawing.children,
});
