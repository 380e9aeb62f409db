import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../api/generated.js';
import type german from './de.json';
import type { Part } from './parts.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof german };
  }
}

const KEPT_UNDER = 'rapport.language';

const loaders = {
  de: {
    entrance: () => import('virtual:texts/de/entrance'),
    participant: () => import('virtual:texts/de/participant'),
    office: () => import('virtual:texts/de/office'),
  },
  en: {
    entrance: () => import('virtual:texts/en/entrance'),
    participant: () => import('virtual:texts/en/participant'),
    office: () => import('virtual:texts/en/office'),
  },
};

const wanted = new Set<Part>(['entrance']);
const there = new Set<string>();

const load = async (lang: Locale) => {
  const missing = [...wanted].filter((part) => !there.has(`${lang}/${part}`));
  for (const texts of await Promise.all(missing.map((part) => loaders[lang][part]())))
    i18next.addResourceBundle(lang, 'translation', texts.default, true);
  missing.forEach((part) => there.add(`${lang}/${part}`));
};

/** From now on these parts are there, in whatever language the page is. */
export async function needTexts(...parts: readonly Part[]): Promise<void> {
  parts.forEach((part) => wanted.add(part));
  await load(i18next.language === 'en' ? 'en' : 'de');
}

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
