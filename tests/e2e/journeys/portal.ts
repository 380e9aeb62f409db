import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { Engagement, Engagements, SendInvitations } from '../../../apps/portal/src/api/generated.js';

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

/** Has the invitations sent as the consultant would, and takes the link from the mail that arrives. */
export async function invitationLink(request: APIRequestContext, origin: string): Promise<string> {
  const post = (path: string, data: object) => request.post(path, { data, headers: { origin } });
  expect(
    (await post('/api/session', { firm: 'demo', email: staff.consultant, password: PASSWORD })).ok(),
  ).toBe(true);
  const ask = async ({ id }: { id: string }, variables: object) =>
    (await (await post('/graphql', { documentId: id, variables })).json()).data;
  const engagements: { id: string; invented: boolean }[] = (await ask(Engagements, {})).engagements.nodes;
  const { engagement } = await ask(Engagement, { id: engagements.find(({ invented }) => invented)?.id });
  const waves: { id: string; closed: boolean }[] = engagement.waves.nodes;
  const sent = await ask(SendInvitations, { waveId: waves.find(({ closed }) => !closed)?.id });
  expect(sent.sendInvitations.__typename).toBe('Recorded');
  const link = await linkInMail(request, origin, 'invitation');
  await request.delete('/api/session', { headers: { origin } });
  return link;
}

/** Links in the mail that was sent, the latest first, from the page where it is shown. */
export async function linksInMail(request: APIRequestContext, origin: string): Promise<readonly string[]> {
  const mails = new URL(origin);
  mails.port = String(Number(mails.port) + 25);
  const text = await (await request.get(mails.href)).text();
  return [...text.matchAll(/href="(http[^"]+)"/g)].map(([, href]) => href ?? '');
}

/** The latest link that leads to a page of the portal and was not known before. */
export async function linkInMail(
  request: APIRequestContext,
  origin: string,
  page: 'invitation' | 'set-password',
  known: readonly string[] = [],
): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const links = await linksInMail(request, origin);
      link = links.find((each) => each.includes(`/${page}#`) && !known.includes(each));
      return link;
    })
    .toBeTruthy();
  return link ?? '';
}

type Texts = { readonly [key: string]: string | Texts };
const texts = (lang: Language): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../../apps/portal/src/i18n/${lang}.json`, import.meta.url), 'utf8'),
  ) as Texts;
/** The portal's own words by their path: what is tested here is where they stand and what happens. */
export const wordsOf = (lang: Language) => {
  const all = texts(lang);
  return (path: string, data: Readonly<Record<string, string>> = {}): string => {
    const found = path.split('.').reduce<string | Texts | undefined>((at, key) => (at as Texts)[key], all);
    if (typeof found !== 'string') throw new Error(`no text is called ${path}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '');
  };
};
