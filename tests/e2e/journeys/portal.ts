import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Language = 'de' | 'en';

export const PASSWORD = 'Rapport-Demo-2026';
export const staff = {
  administrator: 'admin@brueckenbau.example',
  consultant: 'jana.berger@brueckenbau.example',
  client: 'petra.lindner@nordwerk.example',
} as const;

export const words = {
  de: {
    firm: 'Kurzname der Beratungsfirma',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    clients: 'Kunden',
    engagements: 'Aufträge',
    mainNav: 'Hauptnavigation',
    nav: 'Bereiche des Auftrags',
    personality: 'Teampersönlichkeit',
    comparison: 'Vergleich',
    agreements: 'Vereinbarungen',
    reports: 'Berichte',
    profiles: 'Profile',
    onward: 'So geht es weiter',
  },
  en: {
    firm: 'Short name of the consulting firm',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    clients: 'Clients',
    engagements: 'Engagements',
    mainNav: 'Main navigation',
    nav: 'Parts of the engagement',
    personality: 'Team personality',
    comparison: 'Comparison',
    agreements: 'Agreements',
    reports: 'Reports',
    profiles: 'Profiles',
    onward: 'Where to go from here',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Signs in through the form, in the language wished. */
export async function signIn(
  page: Page,
  email: string,
  lang: Language,
  secret: string = PASSWORD,
): Promise<void> {
  await page.addInitScript({ content: `localStorage.setItem('rapport.language', '${lang}')` });
  await page.goto('/sign-in');
  const { firm, password, signIn: enter, email: address } = words[lang];
  await heading(page, enter);
  await accessible(page);
  await page.getByLabel(firm).fill('demo');
  await page.getByLabel(address).fill(email);
  await page.getByLabel(password, { exact: true }).fill(secret);
  await page.getByRole('button', { name: enter, exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The one main heading of a page. */
export async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** A chart is drawn, with marks on it and a caption. */
export async function chart(page: Page): Promise<void> {
  const figure = page.getByRole('figure').first();
  await expect(figure.locator('svg').first()).toBeVisible();
  expect(await figure.locator('svg').first().locator('circle, rect, path, line').count()).toBeGreaterThan(15);
  await expect(figure.locator('figcaption')).not.toBeEmpty();
}

/** Nothing that axe knows keeps anyone out, and nothing is wider than the screen. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).toEqual([]);
  const surplus = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(surplus, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
}
