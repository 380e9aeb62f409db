import { nodesOf, textBox, type Box, type Scene, type SceneNode, type TextNode } from './scene.js';

const shapeBox = (node: Exclude<SceneNode, { tag: 'g' | 'text' }>): Box => {
  const half = node.stroke === undefined ? 0 : (node.strokeWidth ?? 1) / 2;
  const box = (left: number, top: number, right: number, bottom: number): Box => ({
    left: left - half,
    top: top - half,
    right: right + half,
    bottom: bottom + half,
  });
  switch (node.tag) {
    case 'rect':
      return box(node.x, node.y, node.x + node.width, node.y + node.height);
    case 'circle':
      return box(node.cx - node.r, node.cy - node.r, node.cx + node.r, node.cy + node.r);
    case 'line': {
      // Butt caps: a line grows across its direction only.
      const [left, right] = [Math.min(node.x1, node.x2), Math.max(node.x1, node.x2)];
      const [top, bottom] = [Math.min(node.y1, node.y2), Math.max(node.y1, node.y2)];
      const across = top === bottom ? { x: 0, y: half } : { x: half, y: 0 };
      return {
        left: left - across.x,
        top: top - across.y,
        right: right + across.x,
        bottom: bottom + across.y,
      };
    }
    case 'path': {
      const xs = node.points.map(([x]) => x);
      const ys = node.points.map(([, y]) => y);
      return box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
  }
};

const meet = (a: Box, b: Box) =>
  a.left < b.right - 0.05 && b.left < a.right - 0.05 && a.top < b.bottom - 0.05 && b.top < a.bottom - 0.05;

export const textsOf = (scene: Scene): readonly TextNode[] =>
  nodesOf(scene).filter((node): node is TextNode => node.tag === 'text');

/** Pairs of texts whose boxes meet. */
export const overlaps = (scene: Scene): readonly string[] => {
  const placed = textsOf(scene).map((node) => ({ said: node.text, box: textBox(node) }));
  return placed.flatMap((a, index) =>
    placed
      .slice(index + 1)
      .filter((b) => meet(a.box, b.box))
      .map((b) => `"${a.said}" and "${b.said}"`),
  );
};

const MARK = /^(?:mark-|team-|mean$|beyond$|first$|second$|wave-mean$)/u;

/** Marks that lie on a text which has no white outline. */
export const marksOnText = (scene: Scene): readonly string[] => {
  const placed = textsOf(scene)
    .filter((node) => node.halo !== true)
    .map((node) => ({ said: node.text, box: textBox(node) }));
  return nodesOf(scene).flatMap((node) => {
    if (node.tag === 'g' || node.tag === 'text' || !MARK.test(node.part ?? '')) return [];
    const mark = shapeBox(node);
    return placed.filter(({ box }) => meet(box, mark)).map(({ said }) => `${node.part ?? ''} on "${said}"`);
  });
};

/** Nodes that leave the viewBox, by more than the half pixel of a hairline. */
export const outside = (scene: Scene): readonly string[] =>
  nodesOf(scene).flatMap((node) => {
    if (node.tag === 'g') return [];
    const box = node.tag === 'text' ? textBox(node) : shapeBox(node);
    const inside =
      box.left >= -0.51 &&
      box.top >= -0.51 &&
      box.right <= scene.width + 0.51 &&
      box.bottom <= scene.height + 0.51;
    return inside ? [] : [`${node.tag} ${node.part ?? ''} ${node.tag === 'text' ? node.text : ''}`];
  });

/** Why a string is no well-formed XML element, or `null` when it is one. */
export const xmlDefect = (xml: string): string | null => {
  const open: string[] = [];
  const token = /<(\/?)([a-z][\w-]*)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/giy;
  let at = 0;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (match === null) return `no tag or text at ${String(at)}: ${xml.slice(at, at + 40)}`;
    at = token.lastIndex;
    const [whole, closing, name = '', attributes = '', empty, content] = match;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/u.test(content ?? attributes)) return `bare ampersand in ${whole}`;
    if (content !== undefined) {
      if (open.length === 0) return 'text outside of the root';
    } else if (closing === '/') {
      if (open.pop() !== name) return `unexpected ${whole}`;
    } else if (empty !== '/') open.push(name);
    if (open.length === 0 && at < xml.length) return 'more than one root';
  }
  return open.length === 0 ? null : `${open.join(' > ')} not closed`;
};
