import { measure, type FontWeight } from './text-metrics.js';

/**
 * A drawing as a JSON tree of SVG nodes: what the charts return, and what `toSvg` and `toReact` print.
 * Lengths are px, text sits on its alphabetic baseline, paths use absolute M, L and Z only.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly lang: 'de' | 'en';
  readonly font: string;
  /** Accessible name and description; `desc` is the one-sentence alternative text. */
  readonly title: string;
  readonly desc: string;
  readonly children: readonly SceneNode[];
}

interface Common {
  /** Text of the tooltip. */
  readonly tip?: string;
  /** Accessible name of a part of the drawing. */
  readonly label?: string;
  /** What the node stands for, for styling and tests: `mark-red`, `error-band`, `row`. */
  readonly part?: string;
  /** Id of the motive, member or wave behind the node. */
  readonly key?: string;
}

interface Paint {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly round?: boolean;
}

export interface GroupNode extends Common {
  readonly tag: 'g';
  readonly children: readonly SceneNode[];
}
export interface RectNode extends Common, Paint {
  readonly tag: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}
export interface LineNode extends Common, Paint {
  readonly tag: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface CircleNode extends Common, Paint {
  readonly tag: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
export interface PathNode extends Common, Paint {
  readonly tag: 'path';
  /** Points joined by straight lines. */
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
}
export interface TextNode extends Common {
  readonly tag: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** A white outline under the letters, for text on top of lines. */
  readonly halo?: boolean;
}
export type SceneNode = GroupNode | RectNode | LineNode | CircleNode | PathNode | TextNode;

type Options = Common & Paint;

export const group = (children: readonly SceneNode[], common: Common = {}): GroupNode => ({
  tag: 'g',
  ...common,
  children,
});

export const rect = (
  box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly radius?: number;
  },
  options: Options,
): RectNode => ({ tag: 'rect', ...box, ...options });

export const line = (
  from: readonly [number, number],
  to: readonly [number, number],
  options: Options,
): LineNode => ({ tag: 'line', x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...options });

export const circle = (cx: number, cy: number, r: number, options: Options): CircleNode => ({
  tag: 'circle',
  cx,
  cy,
  r,
  ...options,
});

export const path = (
  points: readonly (readonly [number, number])[],
  { closed = true, ...options }: Options & { readonly closed?: boolean },
): PathNode => ({ tag: 'path', points, closed, ...options });

export const text = (
  x: number,
  y: number,
  content: string,
  options: Omit<TextNode, 'tag' | 'x' | 'y' | 'text' | 'weight' | 'anchor'> &
    Partial<Pick<TextNode, 'weight' | 'anchor'>>,
): TextNode => ({ tag: 'text', x, y, text: content, weight: 400, anchor: 'start', ...options });

/** An invisible area that answers the pointer, so that a whole row carries its tooltip. */
export const hitArea = (x: number, y: number, width: number, height: number): RectNode =>
  rect({ x, y, width, height }, { fill: '#FFFFFF', fillOpacity: 0, part: 'hit' });

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box a text takes: ascender 0.76 em, descender 0.21 em around the baseline. */
export const textBox = (node: TextNode): Box => {
  const width = measure(node.text, node.size, node.weight);
  const left = node.anchor === 'start' ? node.x : node.anchor === 'end' ? node.x - width : node.x - width / 2;
  return { left, right: left + width, top: node.y - 0.76 * node.size, bottom: node.y + 0.21 * node.size };
};

/** Every node of a scene, groups included, in drawing order. */
export const nodesOf = (scene: Scene): readonly SceneNode[] => {
  const flat = (nodes: readonly SceneNode[]): readonly SceneNode[] =>
    nodes.flatMap((node) => (node.tag === 'g' ? [node, ...flat(node.children)] : [node]));
  return flat(scene.children);
};
