/**
 * Widths of text without a browser. The table holds, per glyph, the larger advance of Inter and of the Helvetica
 * metrics (in 1/1000 em), so a chart laid out here stays free of collisions whichever of the two is drawn.
 */
export type FontWeight = 400 | 600;

const EXTRA = 'ßæøØÆ–—−·…„“”‚‘’«»±×→←↑↓Δ§°€•≥≤';
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

// prettier-ignore
const REGULAR = [
  282, 288, 466, 634, 642, 982, 667, 300, 365, 365, 501, 662, 289, 460, 289, 361, 631, 557, 610, 618, 646, 594, 621, 566, 619,
  621, 289, 302, 662, 662, 662, 557, 1016, 690, 667, 731, 723, 667, 611, 778, 744, 278, 571, 672, 566, 904, 754, 778, 667, 778,
  723, 667, 646, 745, 690, 986, 683, 679, 629, 365, 361, 365, 472, 557, 334, 562, 613, 572, 613, 584, 371, 614, 592, 243, 243,
  549, 243, 876, 591, 600, 613, 613, 377, 528, 328, 592, 563, 819, 546, 563, 553, 427, 333, 427, 662,
  617, 918, 611, 778, 1000, 557, 1000, 662, 289, 1000, 421, 441, 441, 242, 261, 261, 583, 583, 662, 662, 1000, 1000, 834, 834,
  682, 569, 456, 667, 563, 662, 662,
];
// prettier-ignore
const SEMIBOLD = [
  278, 334, 523, 644, 651, 1005, 723, 326, 374, 374, 540, 673, 319, 466, 319, 379, 660, 557, 624, 637, 667, 613, 640, 577, 641,
  640, 334, 334, 673, 673, 673, 611, 1000, 728, 723, 737, 723, 667, 611, 778, 746, 278, 580, 723, 611, 923, 760, 778, 667, 778,
  723, 667, 661, 736, 728, 1021, 720, 714, 653, 374, 379, 374, 584, 557, 352, 575, 625, 583, 625, 592, 389, 626, 613, 278, 278,
  570, 278, 901, 612, 611, 625, 625, 397, 557, 354, 613, 587, 840, 569, 589, 566, 455, 359, 455, 673,
  644, 913, 611, 778, 1014, 557, 1000, 673, 319, 1000, 500, 507, 502, 278, 294, 294, 635, 635, 673, 673, 1000, 1000, 882, 882,
  723, 569, 459, 679, 504, 673, 673,
];

const GLYPHS = [...ASCII, ...EXTRA];
const tableOfWidths = (widths: readonly number[]) =>
  new Map(GLYPHS.map((glyph, index) => [glyph, widths[index] ?? 0]));
const WIDTHS: Readonly<Record<FontWeight, ReadonlyMap<string, number>>> = {
  400: tableOfWidths(REGULAR),
  600: tableOfWidths(SEMIBOLD),
};

const SOFT_HYPHEN = '\u00ad';
const UNKNOWN_GLYPH = 1050;

const advance = (char: string, weight: FontWeight): number => {
  const known = WIDTHS[weight].get(char);
  if (known !== undefined) return known;
  if (char === '\u00a0') return advance(' ', weight);
  return char === SOFT_HYPHEN || /\p{Mn}/u.test(char) ? 0 : UNKNOWN_GLYPH;
};

const measuredSlowly = (text: string, weight: FontWeight): number => {
  let total = 0;
  for (const char of text.normalize('NFD')) total += advance(char, weight);
  return total;
};

/** Beyond Latin with its accents begin marks that join the letter before them. */
const LATIN = 0x250;
const latin = (weight: FontWeight) =>
  Float64Array.from({ length: LATIN }, (_, code) => measuredSlowly(String.fromCharCode(code), weight));
const LATIN_WIDTHS: Readonly<Record<FontWeight, Float64Array>> = { 400: latin(400), 600: latin(600) };

/** Width of one line of text in px. Accented letters count as their base letter, unknown scripts as a full em. */
export const measure = (text: string, size: number, weight: FontWeight = 400): number => {
  const widths = LATIN_WIDTHS[weight];
  let total = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const width = code < LATIN ? widths[code] : WIDTHS[weight].get(text[at]!);
    if (width === undefined) return (measuredSlowly(text, weight) * size) / 1000;
    total += width;
  }
  return (total * size) / 1000;
};

interface Type {
  readonly size: number;
  readonly weight?: FontWeight;
}

const withoutSoftHyphens = (text: string) => text.replaceAll(SOFT_HYPHEN, '');

/** The text cut to a width, with an ellipsis when something was cut. */
export const fit = (text: string, width: number, { size, weight = 400 }: Type): string => {
  const plain = withoutSoftHyphens(text).trim();
  if (measure(plain, size, weight) <= width) return plain;
  const room = width - measure('…', size, weight);
  let taken = 0;
  let end = 0;
  for (const char of plain) {
    taken += measure(char, size, weight);
    if (taken > room) break;
    end += char.length;
  }
  const kept = plain.slice(0, end).replace(/[\s,;·/-]+$/u, '');
  return kept === '' ? '' : `${kept}…`;
};

/** Pieces a line may be broken between: after a blank, a slash, a hyphen, or at a soft hyphen (which then shows). */
const pieces = (text: string): readonly string[] =>
  text
    .trim()
    .split(/(?<=[ /\u00ad-])/u)
    .filter((piece) => piece !== '');

const brokenAt = (text: string, width: number, lines: number, type: Type): readonly string[] => {
  const broken: string[] = [];
  let line = '';
  let rest = pieces(text);
  const shown = (raw: string) =>
    withoutSoftHyphens(raw.endsWith(SOFT_HYPHEN) ? `${raw.slice(0, -1)}-` : raw).trimEnd();
  while (rest.length > 0 && broken.length < lines - 1) {
    const [piece = '', ...later] = rest;
    if (measure(shown(line + piece), type.size, type.weight) <= width) {
      line += piece;
      rest = later;
    } else if (line === '') {
      break;
    } else {
      broken.push(shown(line));
      line = '';
    }
  }
  const last = fit(line + rest.join(''), width, type);
  return last === '' ? broken : [...broken, last];
};

/**
 * Text broken into at most `lines` lines of a width, the lines as even as they get; what does not fit ends in an
 * ellipsis.
 */
export const wrap = (text: string, width: number, lines: number, type: Type): readonly string[] => {
  const greedy = brokenAt(text, width, lines, type);
  if (greedy.length < 2 || greedy.at(-1)?.endsWith('…') === true) return greedy;
  for (let narrower = width * 0.55; narrower < width; narrower += width * 0.05) {
    const even = brokenAt(text, narrower, greedy.length, type);
    if (even.every((line) => !line.endsWith('…'))) return even;
  }
  return greedy;
};
