import { expect, test } from '@playwright/test';
import { accessible, chart, heading, signIn, staff, words, type Language } from './portal.js';

for (const lang of ['de', 'en'] as const satisfies readonly Language[])
  test(`a consultant goes from the client to the report (${lang})`, async ({ page }) => {
    const text = words[lang];
    await signIn(page, staff.consultant, lang);
    await heading(page, text.engagements);
    await accessible(page);

    const main = page.getByRole('navigation', { name: text.mainNav });
    await main.getByRole('link', { name: text.clients, exact: true }).click();
    await heading(page, text.clients);
    await accessible(page);
    await page.getByRole('link', { name: 'Nordwerk Antriebe GmbH' }).click();
    await heading(page, 'Nordwerk Antriebe GmbH');
    await accessible(page);
    await page.getByRole('link', { name: 'Marketing & Vertrieb' }).click();
    await heading(page, 'Marketing & Vertrieb');
    await accessible(page);

    const engagement = page.getByRole('navigation', { name: text.nav });
    const go = async (name: string) => {
      await engagement.getByRole('link', { name, exact: true }).click();
      await heading(page, name);
    };
    await go(text.profiles);
    await accessible(page);
    const onward = page.getByRole('navigation', { name: text.onward });
    for (const station of [text.personality, text.comparison, text.agreements, text.reports]) {
      await onward.getByRole('link', { name: station, exact: true }).click();
      await heading(page, station);
      if (station === text.personality || station === text.comparison) await chart(page);
      await accessible(page);
    }
    await expect(onward).toHaveCount(0);
  });
