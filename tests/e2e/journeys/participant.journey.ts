import { expect, test, type Page } from '@playwright/test';
import { accessible, chart, heading, invitationLink, signIn, staff } from './portal.js';

test('a participant agrees, answers, and goes on where the answers stopped, on this device and on another one', async ({
  page,
  browser,
  baseURL,
}) => {
  const link = await invitationLink(page.request, baseURL ?? '');
  await page.addInitScript({ content: `localStorage.setItem('rapport.language', 'de')` });
  await page.goto(link);
  await accessible(page);
  await page.getByRole('button', { name: 'Beginnen' }).or(page.getByRole('button').last()).first().click();
  await page.getByRole('button', { name: 'Einverstanden, beginnen' }).click();
  await expect(page.getByText('Bitte wählen')).toBeVisible();
  await page.getByRole('radio', { name: /^Ja, ohne Namen/ }).check();
  await page.getByRole('button', { name: 'Einverstanden, beginnen' }).click();
  const statements = page.locator('fieldset');
  await expect(statements.first()).toBeVisible();
  await accessible(page);
  const asked = await statements.first().locator('legend').innerText();
  for (const statement of await statements.all())
    await statement.getByRole('radio').nth(3).check({ force: true });
  await expect(page.getByText('Alles gespeichert')).toBeVisible();
  await page.reload();
  await expect(statements.first()).toBeVisible();
  expect(await statements.first().locator('legend').innerText()).not.toBe(asked);
  await page.getByRole('button', { name: 'Zurück', exact: true }).click();
  await expect(statements.first().locator('legend')).toHaveText(asked);
  await expect(statements.first().getByRole('radio').nth(3)).toBeChecked();
  await accessible(page);

  const desk = await browser.newContext({
    baseURL: baseURL ?? '',
    storageState: await page.context().storageState(),
    viewport: { width: 1280, height: 900 },
    isMobile: false,
    hasTouch: false,
  });
  const onDesk = await desk.newPage();
  await onTheDesk(onDesk, new URL(page.url()).pathname);
  await ownData(page, onDesk);
  await desk.close();
  const administrator = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await certificate(administrator);
  await administrator.context().close();
});

/** On the phone in English, on the desk in German: who saw me, a copy to take along, and nothing left. */
async function ownData(phone: Page, desk: Page): Promise<void> {
  await phone.goto('/my-data');
  await phone.getByRole('button', { name: 'English (EN)' }).click();
  await heading(phone, 'My data');
  await phone.getByRole('button', { name: 'Put together a copy' }).click();
  await expect(phone.getByRole('link', { name: 'PDF' })).toBeVisible();
  await accessible(phone);
  await desk.goto('/my-data');
  await heading(desk, 'Meine Daten');
  await accessible(desk);
  await desk.getByRole('button', { name: 'Alles über mich löschen' }).click();
  await accessible(desk);
  await desk.getByRole('button', { name: 'Endgültig löschen' }).click();
  await heading(desk, 'Ihre Daten werden gelöscht');
  await accessible(desk);
}

/** What an administrator finds of it, on the desk. */
async function certificate(page: Page): Promise<void> {
  await signIn(page, staff.administrator, 'de');
  await page.goto('/privacy');
  await page
    .getByRole('button', { name: /^Bescheinigung/ })
    .first()
    .click();
  await expect(page.getByText('Schlüssel vernichtet')).toBeVisible();
  await accessible(page);
}

/** The same questionnaire on another device: by keyboard alone, through a time without network, to the result. */
async function onTheDesk(page: Page, address: string): Promise<void> {
  await page.addInitScript({ content: `localStorage.setItem('rapport.language', 'de')` });
  await page.goto(address);
  await expect(page.getByText('4 von 96 beantwortet')).toBeVisible();
  await expect(page.getByText('Seite 2 von 24')).toBeVisible();
  const statements = page.locator('fieldset');
  await statements.first().focus();
  await answerByKeys(page, 0);
  await expect(page.getByRole('button', { name: 'Weiter', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Seite 3 von 24')).toBeVisible();
  await expect(statements.first()).toBeFocused();

  await page.context().setOffline(true);
  await answerByKeys(page, 1);
  await expect(page.getByText('Auf diesem Gerät gesichert')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Nicht verbunden');
  await accessible(page);
  await page.context().setOffline(false);
  await expect(page.getByText('Alles gespeichert')).toBeVisible();

  for (let n = 3; n < 24; n += 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Seite ${n + 1} von 24`)).toBeVisible();
    await expect(statements.first()).toBeFocused();
    await answerByKeys(page, n);
  }
  await expect(page.getByText('96 von 96 beantwortet')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Abgeben' }).click();
  await heading(page, 'Mein Ergebnis');
  await chart(page);
  await expect(page.getByText('Vorläufige Norm', { exact: true })).toBeVisible();
  await accessible(page);
  const coach = 'Tomasz Keller, Coach';
  await page.getByLabel('Eine neue Freigabe gilt').selectOption('3');
  await page.getByRole('button', { name: `Freigeben: ${coach}` }).click();
  await expect(page.getByText(/^freigegeben bis /)).toBeVisible();
  await page.getByRole('button', { name: `Zurücknehmen: ${coach}` }).click();
  await expect(page.getByRole('button', { name: `Freigeben: ${coach}` })).toBeVisible();
  await page.getByRole('button', { name: 'Nicht mitzählen' }).click();
  await expect(page.getByText('zählen nicht mit')).toBeVisible();
  await accessible(page);
}

/** Four statements; after each the keyboard stands on the next one. */
async function answerByKeys(page: Page, start: number): Promise<void> {
  for (let n = 0; n < 4; n += 1) await page.keyboard.press(String(1 + ((start + n) % 5)));
}
