import { expect, test, type Page } from '@playwright/test';
import { heading, signIn, staff, words } from './portal.js';

/** Notes every breach of the content policy and every request that leaves the portal. */
async function watch(page: Page, origin: string): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('noteBreach', (what: string) => seen.push(what));
  await page.addInitScript({
    content: `document.addEventListener('securitypolicyviolation', (event) =>
      noteBreach(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber))`,
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!own) seen.push(`asks ${url.origin}`);
  });
  return seen;
}

/** Goes to every page that the navigations of the shown page lead to. */
async function everyPage(page: Page): Promise<number> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const links = await page.getByRole('navigation').getByRole('link').all();
  const addresses = new Set<string>();
  for (const link of links) addresses.add((await link.getAttribute('href')) ?? '/');
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  return addresses.size;
}

test('no page breaks the content policy or asks anybody else for anything (de)', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const origin = baseURL ?? '';
  for (const who of [staff.administrator, staff.consultant, staff.client]) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const seen = await watch(page, origin);
    await signIn(page, who, 'de');
    let pages = await everyPage(page);
    if (who === staff.consultant) {
      await page.goto('/');
      const main = page.getByRole('navigation', { name: words.de.mainNav });
      await main.getByRole('link', { name: words.de.clients, exact: true }).click();
      await page.getByRole('link', { name: 'Nordwerk Antriebe GmbH' }).click();
      await page.getByRole('link', { name: 'Marketing & Vertrieb' }).click();
      await heading(page, 'Marketing & Vertrieb');
      pages += await everyPage(page);
    }
    expect(pages, `pages of ${who}`).toBeGreaterThan(1);
    expect(seen, `pages of ${who}`).toEqual([]);
    if (who === staff.client) {
      // What must not happen is noticed when it does.
      await page.evaluate(`document.body.append(Object.assign(document.createElement('style'), { textContent: 'a{}' }));
        new Image().src = 'https://elsewhere.example/x.png'`);
      await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2);
      expect(seen.join(' ')).toMatch(/style-src.*img-src|img-src.*style-src/s);
    }
    await context.close();
  }
});
