import { sceneMarkup, type Markup } from './markup.js';
import type { Scene } from './scene.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, as most of it is, that needs no second look. */
const PLAIN = /^[ !#-%(-;=?-~]*$/u;

/** XML 1.0 knows no control characters besides tab and line ends, no lone surrogates and no U+FFFE or U+FFFF. */
const allowedInXml = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
};

/** Text made safe for XML: markup characters escaped, characters XML does not know left out. */
export const escapeXml = (raw: string): string =>
  PLAIN.test(raw)
    ? raw
    : [...raw]
        .filter(allowedInXml)
        .map((char) => ESCAPES[char] ?? char)
        .join('');

const print = ({ tag, attributes, children }: Markup): string => {
  const head = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  if (children.length === 0) return `<${tag}${head}/>`;
  const body = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : print(child)))
    .join('');
  return `<${tag}${head}>${body}</${tag}>`;
};

/** The scene as an SVG document in one string: escaped, and the same bytes for the same scene. */
export const toSvg = (scene: Scene): string => print(sceneMarkup(scene));
