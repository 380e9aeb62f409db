import type { Band } from '@rapport/psychometrics';

export type Lang = 'de' | 'en';

const MINUS = '\u2212';
export const MISSING = '–';

/** A figure that exists: neither `null` nor undefined, and finite. */
export const known = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const localized = (fixed: string, lang: Lang) => (lang === 'de' ? fixed.replace('.', ',') : fixed);

/** Half away from zero, on the decimal digits a reader sees: 0.25 is 0.3 and -0.25 is -0.3. */
const rounded = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + 2 ** -50))) / factor;
};

/** A number for the eye: with a true minus sign: de `−0,8`, en `−0.8`. A missing one is a dash. */
export const formatNumber = (value: number | null, lang: Lang, decimals = 1): string => {
  if (!known(value)) return MISSING;
  const shown = rounded(value, decimals);
  const digits = localized(Math.abs(shown).toFixed(decimals), lang);
  return shown < 0 ? `${MINUS}${digits}` : digits;
};

/** As `formatNumber`, with a plus sign above zero; what rounds to zero has no sign. */
export const formatSigned = (value: number | null, lang: Lang, decimals = 1): string =>
  known(value) && rounded(value, decimals) > 0
    ? `+${formatNumber(value, lang, decimals)}`
    : formatNumber(value, lang, decimals);

const bandAt = (value: number, cut: number): Band =>
  value >= cut ? 'red' : value <= -cut ? 'blue' : 'balanced';

/**
 * A score as printed: signed, one decimal, and as many more as it takes until the printed number says the same band as
 * the model does (0.97 is balanced under a cut of 1.0 and must not read 1.0).
 */
export const formatScore = (value: number | null, band: Band | null, cut: number, lang: Lang): string => {
  if (!known(value) || band === null || bandAt(value, cut) !== band) return formatSigned(value, lang);
  const decimals = [1, 2, 3].find((digits) => bandAt(rounded(value, digits), cut) === band) ?? 4;
  return formatSigned(value, lang, decimals);
};

/**
 * A difference as printed: signed, one decimal, and a second one where the first would hide on which side of `from` it
 * lies (0.46 is too small to be marked from 0.5 on and must not read 0.5).
 */
export const formatDifference = (value: number | null, from: number, lang: Lang): string => {
  if (!known(value)) return MISSING;
  const large = Math.abs(rounded(value, 2)) >= from;
  const agrees = Math.abs(rounded(value, 1)) >= from === large;
  return formatSigned(value, lang, agrees ? 1 : 2);
};

/** A share between 0 and 1 in whole percent. */
export const formatPercent = (share: number | null, lang: Lang): string =>
  known(share) ? `${String(Math.round(share * 100))}${lang === 'de' ? '\u00a0' : ''}%` : MISSING;

/** Names joined for a sentence, at most `most` of them and the others as a number (never a number for a single one). */
export const listOf = (names: readonly string[], lang: Lang, most = 4): string => {
  const and = lang === 'de' ? 'und' : 'and';
  const more = lang === 'de' ? 'weitere' : 'more';
  const shown =
    names.length > most + 1
      ? [...names.slice(0, most), `${String(names.length - most)} ${more}`]
      : [...names];
  const last = shown.pop();
  if (last === undefined) return '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${and} ${last}`;
};
