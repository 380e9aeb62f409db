import type { Scene, SceneNode } from './scene.js';

/** The SVG element a node becomes: one reading of the scene for every output. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
  readonly tip?: string;
}

/** Two decimals at most and never an exponent; a coordinate that is no number is a defect and stops the drawing. */
const decimal = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError('A coordinate of a scene is not a finite number.');
  return String(Math.round(value * 100) / 100);
};

const geometry = (node: Exclude<SceneNode, { tag: 'g' | 'text' }>): Record<string, string> => {
  switch (node.tag) {
    case 'rect':
      return {
        x: decimal(node.x),
        y: decimal(node.y),
        width: decimal(node.width),
        height: decimal(node.height),
        ...(node.radius === undefined ? {} : { rx: decimal(node.radius) }),
      };
    case 'line':
      return { x1: decimal(node.x1), y1: decimal(node.y1), x2: decimal(node.x2), y2: decimal(node.y2) };
    case 'circle':
      return { cx: decimal(node.cx), cy: decimal(node.cy), r: decimal(node.r) };
    case 'path':
      return {
        d:
          node.points
            .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${decimal(x)} ${decimal(y)}`)
            .join('') + (node.closed ? 'Z' : ''),
      };
  }
};

const paint = (node: Exclude<SceneNode, { tag: 'g' | 'text' }>): Record<string, string> => ({
  fill: node.fill ?? 'none',
  ...(node.fillOpacity === undefined ? {} : { 'fill-opacity': decimal(node.fillOpacity) }),
  ...(node.stroke === undefined
    ? {}
    : { stroke: node.stroke, 'stroke-width': decimal(node.strokeWidth ?? 1) }),
  ...(node.dash === undefined ? {} : { 'stroke-dasharray': node.dash }),
  ...(node.round === true ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {}),
});

const common = (node: SceneNode): Record<string, string> => ({
  ...(node.part === undefined ? {} : { 'data-part': node.part }),
  ...(node.key === undefined ? {} : { 'data-key': node.key }),
  ...(node.label === undefined ? {} : { role: 'img', 'aria-label': node.label }),
});

const textAttributes = (node: Extract<SceneNode, { tag: 'text' }>): Record<string, string> => ({
  x: decimal(node.x),
  y: decimal(node.y),
  'font-size': decimal(node.size),
  ...(node.weight === 400 ? {} : { 'font-weight': String(node.weight) }),
  ...(node.anchor === 'start' ? {} : { 'text-anchor': node.anchor }),
  fill: node.fill,
  ...(node.halo === true
    ? { stroke: '#FFFFFF', 'stroke-width': '3', 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
    : {}),
});

const markupOf = (node: SceneNode): Markup => {
  const tip = node.tip === undefined ? {} : { tip: node.tip };
  const title = node.tip === undefined ? [] : [titleOf(node.tip)];
  if (node.tag === 'g')
    return {
      tag: 'g',
      attributes: common(node),
      children: [...title, ...node.children.map(markupOf)],
      ...tip,
    };
  if (node.tag === 'text')
    return {
      tag: 'text',
      attributes: { ...common(node), ...textAttributes(node) },
      children: [...title, node.text],
      ...tip,
    };
  return {
    tag: node.tag,
    attributes: { ...common(node), ...geometry(node), ...paint(node) },
    children: title,
    ...tip,
  };
};

const titleOf = (content: string): Markup => ({ tag: 'title', attributes: {}, children: [content] });

/** The scene as one `svg` element: `role="img"`, named by title and desc, scaled by its viewBox. */
export const sceneMarkup = (scene: Scene): Markup => ({
  tag: 'svg',
  attributes: {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${decimal(scene.width)} ${decimal(scene.height)}`,
    width: decimal(scene.width),
    height: decimal(scene.height),
    lang: scene.lang,
    role: 'img',
    'aria-label': scene.title,
    'font-family': scene.font,
  },
  children: [
    titleOf(scene.title),
    { tag: 'desc', attributes: {}, children: [scene.desc] },
    ...scene.children.map(markupOf),
  ],
});
