import { describe, expect, it } from '@jest/globals';
import { drawChart } from './chart.js';
import type { Scene } from './scene.js';
import { circle, group, nodesOf, text } from './scene.js';
import { allModels, progress } from './sample-models.fixture.js';
import { xmlDefect } from './scene-check.fixture.js';
import { color, purpleOf } from './theme.js';
import { toReact, type SceneHandlers } from './to-react.js';
import { toSvg } from './to-svg.js';

const scene = (children: Scene['children'], title = 'Titel'): Scene => ({
  width: 100,
  height: 50,
  lang: 'de',
  font: 'Inter',
  title,
  desc: 'Satz.',
  children,
});

interface Built {
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly children: readonly (Built | string)[];
}

const build = (drawn: Scene, handlers?: SceneHandlers) =>
  toReact<Built>((type, props, ...children) => ({ type, props, children }), drawn, handlers);

/** Prints what `toReact` built the way the browser would, to compare it with `toSvg`. */
const print = ({ type, props, children }: Built): string => {
  const attributes = Object.entries(props)
    .map(([name, value]) => {
      const kept = name === 'viewBox' || /^(?:aria|data)-/u.test(name);
      return ` ${kept ? name : name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}="${escape(String(value))}"`;
    })
    .join('');
  const inner = children.map((child) => (typeof child === 'string' ? escape(child) : print(child))).join('');
  return children.length === 0 ? `<${type}${attributes}/>` : `<${type}${attributes}>${inner}</${type}>`;
};
const escape = (raw: string) =>
  raw
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

describe('the SVG string', () => {
  it('escapes what names may contain, in text and in attributes', () => {
    const svg = toSvg(
      scene([group([text(0, 10, '<b>&"\'', { size: 10, fill: '#000' })], { label: '"><script>' })], 'A & B'),
    );
    expect(xmlDefect(svg)).toBeNull();
    expect(svg).toContain('&lt;b&gt;&amp;&quot;&#39;');
    expect(svg).toContain('aria-label="&quot;&gt;&lt;script&gt;"');
    expect(svg).not.toContain('<script');
  });

  it('leaves out characters XML does not know', () => {
    expect(toSvg(scene([text(0, 10, 'a\u0000b\u000bc\ud800d\ufffe', { size: 10, fill: '#000' })]))).toContain(
      '>abcd</text>',
    );
  });

  it('prints coordinates with two decimals at most, never in exponents, never as minus zero', () => {
    const svg = toSvg(scene([circle(1 / 3, -0.0001, 1e-9, { fill: '#000' })]));
    expect(svg).toContain('cx="0.33" cy="0" r="0"');
  });

  it('refuses a coordinate that is no number', () => {
    expect(() => toSvg(scene([circle(Number.NaN, 0, 1, {})]))).toThrow(RangeError);
  });

  it('shows tips as native titles and names parts for assistive technology', () => {
    expect(toSvg(scene([circle(1, 2, 3, { fill: '#000', tip: 'Ein Punkt', label: 'Ein Punkt' })]))).toContain(
      '<circle role="img" aria-label="Ein Punkt" cx="1" cy="2" r="3" fill="#000"><title>Ein Punkt</title></circle>',
    );
  });
});

describe('the React tree', () => {
  it.each(allModels('de').map((model) => ({ kind: model.kind, model })))(
    'has the same nodes as the SVG string: $kind',
    ({ model }) => {
      const drawn = drawChart(model, { lang: 'de', width: 520 });
      expect(print(build(drawn))).toBe(toSvg(drawn));
    },
  );

  it('hands the innermost tip to the caller instead of native titles', () => {
    const drawn = scene([group([circle(5, 5, 2, { tip: 'innen' })], { tip: 'außen' })]);
    const tips: (string | null)[] = [];
    let stopped = 0;
    const root = build(drawn, { onTip: (tip) => tips.push(tip?.text ?? null), className: 'chart' });
    const [, row] = root.children.filter((child): child is Built => typeof child !== 'string');
    const [dot] = row?.children.filter((child): child is Built => typeof child !== 'string') ?? [];
    const over = (node: Built | undefined) => {
      (node?.props['onPointerOver'] as (event: object) => void)({
        clientX: 1,
        clientY: 2,
        stopPropagation: () => (stopped += 1),
      });
    };
    over(dot);
    over(row);
    over(root);
    (root.props['onPointerLeave'] as () => void)();
    expect(tips).toEqual(['innen', 'außen', null, null]);
    expect(stopped).toBe(3);
    expect(root.props['className']).toBe('chart');
    expect(JSON.stringify(root)).not.toContain('"title"');
  });

  it('puts nothing into the tab order', () => {
    const drawn = drawChart(progress(), { lang: 'de', width: 520 });
    expect(JSON.stringify(build(drawn, { onTip: () => undefined }))).not.toMatch(/tabIndex|focusable/u);
    expect(nodesOf(drawn).length).toBeGreaterThan(3);
  });
});

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

describe('the palette', () => {
  it.each(['ink', 'inkSoft', 'red', 'blueText', 'balancedText', 'teamA', 'teamB'] as const)(
    'reads as text on paper: %s',
    (name) => {
      expect(contrast(color[name], color.paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['red', 'redTint'],
    ['blueText', 'blueTint'],
    ['balancedText', 'balancedTint'],
    ['inkSoft', 'shade'],
  ] as const)('reads as text on its tint: %s', (ink, tint) => {
    expect(contrast(color[ink], color[tint])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['blue', 'red', 'balanced', 'teamA', 'teamB', 'inkFaint'] as const)(
    'shows as a mark on paper and on the shaded band: %s',
    (name) => {
      expect(contrast(color[name], color.shade)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 16])('reads on every purple shade: %d', (count) => {
    const { fill, text: ink } = purpleOf(count);
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps red and blue apart in greyscale', () => {
    expect(contrast(color.red, color.blue)).toBeGreaterThan(1.6);
  });
});
