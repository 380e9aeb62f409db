import { sceneMarkup, type Markup } from './markup.js';
import type { Scene } from './scene.js';

/** `createElement` of React, or of anything that builds elements the same way. */
export type CreateElement<Element> = (
  type: string,
  props: Record<string, unknown>,
  ...children: (Element | string)[]
) => Element;

interface PointerEventLike {
  readonly clientX: number;
  readonly clientY: number;
  stopPropagation(): void;
}

export interface SceneHandlers {
  /** Called with the text under the pointer and where it is, and with `null` when it leaves. Replaces native titles. */
  readonly onTip?: (tip: { readonly text: string; readonly x: number; readonly y: number } | null) => void;
  readonly className?: string;
}

const camelCase = (name: string) =>
  /^(?:aria|data)-/u.test(name)
    ? name
    : name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

const props = (attributes: Markup['attributes']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [camelCase(name), value]));

/**
 * The scene as elements of a UI library: the same nodes as `toSvg`. The drawing takes no focus; its keyboard and
 * screen-reader equivalents are the description and the data table beside it.
 */
export const toReact = <Element>(
  h: CreateElement<Element>,
  scene: Scene,
  handlers: SceneHandlers = {},
): Element => {
  const { onTip, className } = handlers;
  const build = (markup: Markup): Element => {
    const children = markup.children.filter(
      (child) => onTip === undefined || typeof child === 'string' || child.tag !== 'title',
    );
    const { tip } = markup;
    const onPointerOver = (event: PointerEventLike) => {
      event.stopPropagation();
      onTip?.(tip === undefined ? null : { text: tip, x: event.clientX, y: event.clientY });
    };
    return h(
      markup.tag,
      {
        ...props(markup.attributes),
        ...(onTip !== undefined && (tip !== undefined || markup.tag === 'svg') ? { onPointerOver } : {}),
        ...(onTip !== undefined && markup.tag === 'svg' ? { onPointerLeave: () => onTip(null) } : {}),
        ...(className !== undefined && markup.tag === 'svg' ? { className } : {}),
      },
      ...children.map((child) => (typeof child === 'string' ? child : build(child))),
    );
  };
  return build(sceneMarkup(scene));
};
