import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../api/generated.js';
import type german from './de.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof german };
  }
}

const KEPT_UNDER = 'rapport.language';

const loaders = { de: () => import('./de.json'), en: () => import('./en.json') };

const load = async (lang: Locale) => {
  if (i18next.hasResourceBundle(lang, 'translation')) return;
  i18next.addResourceBundle(lang, 'translation', (await loaders[lang]()).default);
};

const isLocale = (value: string | null): value is Locale => value === 'de' || value === 'en';

/** The language chosen on this device, else English where the browser asks for it, else German. */
export function preferredLanguage(): Locale {
  const kept = localStorage.getItem(KEPT_UNDER);
  if (isLocale(kept)) return kept;
  return navigator.language.startsWith('en') ? 'en' : 'de';
}

export async function startTranslations(): Promise<void> {
  const lang = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: lang,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchLanguage(lang);
}

export async function switchLanguage(lang: Locale): Promise<void> {
  await load(lang);
  await i18next.changeLanguage(lang);
  localStorage.setItem(KEPT_UNDER, lang);
  document.documentElement.lang = lang;
}
