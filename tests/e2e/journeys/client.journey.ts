import { expect, test } from '@playwright/test';
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
