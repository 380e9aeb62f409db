import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../api/generated.js';
import {
  formatBytes,
  formatDate,
  formatDay,
  formatInstant,
  formatList,
  formatLongDay,
  formatNumber,
  formatPercent,
  formatSigned,
} from './format.js';

interface LocalText {
  readonly de: string;
  readonly en: string;
}

/** Texts, numbers and dates in the language of the page. */
export function useLocale() {
  const { t, i18n } = useTranslation();
  const lang: Locale = i18n.language === 'en' ? 'en' : 'de';
  const formats = useMemo(
    () => ({
      text: (text: LocalText) => text[lang],
      number: (value: number | null, decimals = 0) => formatNumber(value, lang, decimals),
      signed: (value: number | null, decimals = 1) => formatSigned(value, lang, decimals),
      percent: (share: number) => formatPercent(share, lang),
      bytes: (bytes: number) => formatBytes(bytes, lang),
      longDay: (day: string) => formatLongDay(day, lang),
      day: (day: string | null) => formatDay(day, lang),
      date: (instant: string) => formatDate(instant, lang),
      instant: (instant: string | null) => formatInstant(instant, lang),
      list: (names: readonly string[]) => formatList(names, lang),
    }),
    [lang],
  );
  return { t, lang, ...formats };
}
