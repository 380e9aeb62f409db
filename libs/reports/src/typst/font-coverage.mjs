/** Stands for a character that the font has no sign for. */
const MISSING = '\u25A1';
/** Joiners, direction marks and variation selectors: invisible, and dropped where the font does not know them. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/u;

/**
 * Replaces what a TrueType font cannot print: an accessible PDF refuses a sign without a glyph, and a name in another
 * script must not keep a report from being made.
 * @param {Buffer} font
 * @returns {(text: string) => string}
 */
export function coverageOf(font) {
  const ranges = rangesOf(font);
  const known = new Map();
  const covered = (code) => {
    let answer = known.get(code);
    if (answer === undefined) {
      answer = ranges.some(([first, last]) => code >= first && code <= last);
      known.set(code, answer);
    }
    return answer;
  };
  return (text) =>
    text.replace(/[^\x00-\x7F]/gu, (char) =>
      covered(char.codePointAt(0)) ? char : INVISIBLE.test(char) ? '' : MISSING,
    );
}

/** Ranges of code points in the font's segmented coverage table (cmap format 12). */
function rangesOf(font) {
  const cmap = tableOf(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(at) !== 12) continue;
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => {
      const range = at + 16 + group * 12;
      return [font.readUInt32BE(range), font.readUInt32BE(range + 4)];
    });
  }
  throw new RangeError('the font has no coverage table of format 12');
}

function tableOf(font, name) {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`the font has no table ${name}`);
}
