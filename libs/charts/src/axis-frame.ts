import { axisBackground, axisNumbers, scaleNote } from './axis.js';
import { bandHeader, legend, type LegendItem } from './legend.js';
import type { ChartOptions, ScoreScale } from './models.js';
import { GAP, type RowFrame } from './rows.js';
import { line, text, type SceneNode, type TextNode } from './scene.js';
import { measure } from './text-metrics.js';
import { color, size } from './theme.js';

/** Everything around the rows of a chart on the score axis: band words, shading, numbers, scale note and legend. */
export const axisFrame = (
  frame: RowFrame,
  {
    scale,
    items,
    options,
    heading,
  }: {
    readonly scale: ScoreScale;
    readonly items: readonly LegendItem[];
    readonly options: ChartOptions;
    readonly heading?: string;
  },
): {
  readonly behind: readonly SceneNode[];
  readonly around: readonly SceneNode[];
  readonly height: number;
} => {
  const { axis, layout, slots, bottom } = frame;
  const { lang } = options;
  const compact = layout === 'compact';
  const stretches = compact ? slots.map((slot) => slot.lane) : [{ top: frame.top, bottom }];
  const note = scaleNote(scale, lang);
  const noteX = Math.max(
    measure(note, size.small) / 2,
    Math.min(axis.x(0), frame.width - measure(note, size.small) / 2),
  );
  const explained = legend(items, { top: bottom + 38, width: frame.width });
  return {
    behind: stretches.map((stretch) => axisBackground(axis, stretch, scale.cut)),
    around: [
      ...bandHeader(axis, 14, lang),
      ...(heading === undefined || compact ? [] : [figuresHeading(frame, heading)]),
      line([0, bottom], [frame.width, bottom], { stroke: color.rule }),
      ...axisNumbers(axis, bottom + 14, lang),
      text(noteX, bottom + 28, note, {
        anchor: 'middle',
        size: size.small,
        fill: color.inkSoft,
        part: 'scale-note',
      }),
      ...explained.nodes,
    ],
    height: bottom + 38 + explained.height,
  };
};

/** The heading over the figures column. */
export const figuresHeading = ({ layout, axis, width }: RowFrame, heading: string): TextNode =>
  text(layout === 'wide' ? width : axis.x1 + GAP, 14, heading, {
    anchor: layout === 'wide' ? 'end' : 'start',
    size: size.label,
    fill: color.inkSoft,
    part: 'heading',
  });
