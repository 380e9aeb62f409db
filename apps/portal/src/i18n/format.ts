import type { Locale } from '../api/generated.js';

const TAG: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' };
export const MISSING = '–';

/** A true minus, as the charts print it. */
const withMinus = (text: string) => text.replace('-', '\u2212');

/** A number with a fixed count of decimals; a dash where there is none. */
export function formatNumber(value: number | null, lang: Locale, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return withMinus(new Intl.NumberFormat(TAG[lang], { ...digits, signDisplay: 'negative' }).format(value));
}

/** As `formatNumber`, with a plus sign above zero. */
export function formatSigned(value: number | null, lang: Locale, decimals = 1): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return withMinus(new Intl.NumberFormat(TAG[lang], { ...digits, signDisplay: 'exceptZero' }).format(value));
}

/** A share between 0 and 1 in whole percent. */
export const formatPercent = (share: number, lang: Locale): string =>
  new Intl.NumberFormat(TAG[lang], { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A file size in the unit a reader expects. */
export function formatBytes(bytes: number, lang: Locale): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(TAG[lang], {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** A calendar day, `2026-03-01`, without a detour through time zones. */
export function formatDay(day: string | null, lang: Locale): string {
  if (day === null) return MISSING;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(TAG[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  );
}

/** A calendar day with its weekday and month in words; empty while it is not one yet. */
export function formatLongDay(day: string, lang: Locale): string {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  const at = Date.UTC(year, month - 1, date);
  return Number.isNaN(at)
    ? ''
    : new Intl.DateTimeFormat(TAG[lang], { dateStyle: 'full', timeZone: 'UTC' }).format(at);
}

/** The day of an instant in the reader's time zone. */
export const formatDate = (instant: string, lang: Locale): string =>
  new Intl.DateTimeFormat(TAG[lang], { dateStyle: 'medium' }).format(new Date(instant));

/** An instant in the reader's time zone. */
export const formatInstant = (instant: string | null, lang: Locale): string =>
  instant === null
    ? MISSING
    : new Intl.DateTimeFormat(TAG[lang], { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(instant),
      );

/** Names joined for a sentence. */
export const formatList = (names: readonly string[], lang: Locale): string =>
  new Intl.ListFormat(TAG[lang], { type: 'conjunction' }).format(names);
