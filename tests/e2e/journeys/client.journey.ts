import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { accessible, chart, heading, signIn, staff, words } from './portal.js';

test('a client finds the released report and takes it along', async ({ page }) => {
  await signIn(page, staff.client, 'de');
  await heading(page, words.de.reports);
  await accessible(page);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
  const address = await page.getByRole('link', { name: /^PDF/ }).getAttribute('href');
  const file = await page.request.get(address ?? '');
  expect(file.status()).toBe(200);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Werte', exact: true }).click();
  await heading(page, 'Werte');
  await chart(page);
  await accessible(page);
  await page.getByRole('link', { name: 'Beteiligung', exact: true }).click();
  await heading(page, 'Beteiligung');
  await expect(page.getByText('Alle zusammen').first()).toBeVisible();
  await expect(page.getByText('Hannah Lorenz')).toHaveCount(0);
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
});

/** Kilobytes of script, compressed, that a page has brought until it stands still. */
async function scriptOf(page: Page, open: () => Promise<void>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await open();
  await page.waitForLoadState('networkidle');
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

test('the first page of a client brings little, and what is asked for comes then', async ({ page }) => {
  const script = await scriptOf(page, async () => {
    await page.goto('/sign-in');
    await heading(page, words.en.signIn);
  });
  expect(script).toBeGreaterThan(100);
  expect(script, 'kilobytes of script before the sign-in').toBeLessThan(190);
  await signIn(page, staff.client, 'de');
  await heading(page, words.de.reports);
  const menu = page.getByRole('button', { name: 'Konto von Petra Lindner' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Mein Konto' })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await expect(menu).toBeFocused();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Mein Konto' }).click();
  await heading(page, 'Mein Konto');
});

test('a page of the firm leads a client home', async ({ page }) => {
  await signIn(page, staff.client, 'de');
  for (const address of ['/engagements', '/clients', '/accounts', '/q', '/my-data', '/sign-in-rules']) {
    await page.goto(address);
    await heading(page, words.de.reports);
    await expect(page).toHaveURL(/\/client$/);
  }
});
