import { expect, test, type Page } from '@playwright/test';
import { accessible, chart, heading, PASSWORD, signIn, staff } from './portal.js';

const CLIENT = 'Südwerk Möbel AG';

/** Opens a form, has a look at it, fills it, sends it, and waits until it is gone. */
async function fill(page: Page, opener: string, submit: string, work: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: opener, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await accessible(page);
  await work();
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('an administrator sets up an engagement, and the consultant imports answers into it (de)', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  await signIn(page, staff.administrator, 'de');
  const main = page.getByRole('navigation', { name: 'Hauptnavigation' });
  await main.getByRole('link', { name: 'Konten' }).click();
  await heading(page, 'Konten');
  await accessible(page);
  await fill(page, 'Konto anlegen', 'Anlegen', async () => {
    await page.getByLabel('Vor- und Nachname').fill('Kim Seidel');
    await page.getByLabel('E-Mail-Adresse').fill('kim.seidel@brueckenbau.example');
  });
  await expect(page.getByText('kim.seidel@brueckenbau.example')).toBeVisible();

  await main.getByRole('link', { name: 'Kunden' }).click();
  await fill(page, 'Kunde anlegen', 'Anlegen', async () => {
    await page.getByLabel('Name des Unternehmens').fill(CLIENT);
  });
  await heading(page, CLIENT);
  await accessible(page);
  await fill(page, 'Auftrag eröffnen', 'Eröffnen', async () => {
    await page.getByLabel('Titel').fill('Werk und Verkauf');
    await page.getByLabel('Ziel').fill('Absprachen, die halten.');
  });
  await heading(page, 'Werk und Verkauf');
  await fill(page, 'Person zuordnen', 'Zuordnen', async () => {
    await page.getByRole('dialog').getByLabel('Person').selectOption({ label: 'Jana Berger, Beratung' });
  });
  await expect(page.getByText('Jana Berger')).toBeVisible();
  await fill(page, 'Enddatum für Jana Berger', 'Speichern', async () => {
    await page.getByLabel('Letzter Tag').fill('2031-12-31');
  });
  await expect(page.getByText('Beratung, bis 31.12.2031')).toBeVisible();
  await fill(page, 'Jana Berger aus dem Auftrag nehmen', 'Herausnehmen', async () => {});
  await expect(page.getByText('Noch niemand zugeordnet.')).toBeVisible();
  await fill(page, 'Person zuordnen', 'Zuordnen', async () => {
    await page.getByRole('dialog').getByLabel('Person').selectOption({ label: 'Jana Berger, Beratung' });
  });
  await fill(page, 'Rechtsgrundlage festhalten', 'Speichern', async () => {
    await page.getByLabel('Wer über die Verarbeitung entscheidet').selectOption('JOINT');
    await page.getByLabel('Grundlage der Verarbeitung').fill('Einwilligung');
    await page.getByLabel('Betriebsrat').selectOption('NONE');
  });
  await expect(page.getByText('Aufbewahrung')).toBeVisible();
  await accessible(page);
  const engagement = new URL(page.url()).pathname;
  await raiseTheSmallestGroup(page);
  await page.goto(`${engagement}/agreements`);
  await expect(page.getByText('Vereinbarungen führen die Personen')).toBeVisible();
  await accessible(page);

  const consultant = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await signIn(consultant, staff.consultant, 'de');
  await consultant.goto('/clients');
  await consultant.getByRole('link', { name: CLIENT }).click();
  await heading(consultant, CLIENT);
  await expect(consultant.getByText('Aufträge eröffnet die Administration')).toBeVisible();
  await expect(consultant.getByRole('button', { name: 'Auftrag eröffnen' })).toHaveCount(0);
  await consultant.goto(`${engagement}/waves`);
  await fill(consultant, 'Welle eröffnen', 'Eröffnen', async () => {
    await expect(consultant.getByText(/^(?:\p{L}+tag|Mittwoch), \d+\. \p{L}+ \d{4}$/u)).toHaveCount(2);
  });
  await heading(consultant, '1. Erhebung');
  await importAnswers(consultant);
  await consultant.goto(`${engagement}/personality`);
  await expect(consultant.getByText('Nicht normiert', { exact: true })).toBeVisible();
  await chart(consultant);
  await accessible(consultant);
  await publish(consultant, engagement);
  await consultant.context().close();
});

/** A number that is not higher is not sent; a higher one holds. */
async function raiseTheSmallestGroup(page: Page): Promise<void> {
  await expect(page.getByText('ab 5 Personen')).toBeVisible();
  await fill(page, 'Kleinste Gruppe erhöhen', 'Erhöhen', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Neue kleinste Gruppe').fill('5');
    await dialog.getByRole('button', { name: 'Erhöhen', exact: true }).click();
    await expect(dialog.getByText('Bitte wählen Sie eine Zahl über 5.')).toBeVisible();
    await dialog.getByLabel('Neue kleinste Gruppe').fill('6');
  });
  await expect(page.getByText('ab 6 Personen')).toBeVisible();
}

/** Figures go to the client, are listed with their version, and are taken back with a reason. */
async function publish(page: Page, engagement: string): Promise<void> {
  await page.goto(`${engagement}/releases`);
  await expect(page.getByText('Noch nichts veröffentlicht')).toBeVisible();
  await accessible(page);
  await fill(page, 'Werte veröffentlichen', 'Veröffentlichen', async () => {
    await expect(page.getByText('6 Personen: Mittelwert und Streuung je Motiv.')).toBeVisible();
  });
  const release = page.getByRole('article');
  await expect(release.getByRole('heading', { name: '1. Erhebung, Fassung 1' })).toBeVisible();
  await expect(release.getByText('Süd (6 Personen)')).toBeVisible();
  await accessible(page);
  await fill(page, 'Zurücknehmen: 1. Erhebung, Fassung 1', 'Zurücknehmen', async () => {
    await page.getByLabel('Grund').fill('Ein Team fehlte.');
  });
  await expect(release.getByText(/: Ein Team fehlte\.$/)).toBeVisible();
  await expect(release.getByRole('button')).toHaveCount(0);
  await accessible(page);
}

/** From the template of the page: first a file with mistakes, then the right one with everything at once. */
async function importAnswers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aus CSV übernehmen' }).click();
  const dialog = page.getByRole('dialog');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Vorlage mit Antworten' }).click(),
  ]);
  const stream = await download.createReadStream();
  const template = (await stream.setEncoding('utf8').toArray()).join('');
  const items = template.trim().split(';').length - 6;
  expect(items).toBe(96);
  const row = (name: string, n: number, odd = '') =>
    [name, `p${n}@suedwerk.example`, 'Süd', 'sales', 'de', '01.03.2026']
      .concat(
        Array.from({ length: items }, (_, k) => (k === 0 && odd ? odd : String(1 + ((n * 3 + k * 2) % 5)))),
      )
      .join(';');
  const names = ['Jörg Müßig', '"Ines ""Mia""\nÖztürk"', 'Lars Weiß', 'Bea Lang', 'Tom Kurz', 'Uta Zorn'];
  const upload = async (rows: readonly string[]) => {
    const buffer = Buffer.from(`${template}${rows.join('\r\n')}\r\n`);
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
    await dialog.getByRole('button', { name: 'Datei prüfen' }).click();
  };
  await upload([row('Jörg Müßig', 1, '9'), row('', 2)]);
  const problems = dialog.getByRole('table', { name: 'Probleme der Datei' });
  await expect(problems.getByRole('row', { name: /^2 .*ganze Zahl von 1 bis 5/ })).toBeVisible();
  await expect(problems.getByRole('row', { name: /^3 name/ }).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Jetzt übernehmen' })).toHaveCount(0);
  await accessible(page);
  await upload(names.map((name, n) => row(name, n)));
  await expect(dialog.getByText('Süd: 6 Personen (wird neu gebildet)')).toBeVisible();
  await dialog.getByRole('button', { name: 'Jetzt übernehmen' }).click();
  await expect(dialog.getByText('Übernommen', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Schließen' }).last().click();
  await expect(page.getByText('Ines "Mia" Öztürk')).toBeVisible();
  await expect(page.getByText('6 von 6 abgegeben (100 %)', { exact: true })).toBeVisible();
}

test('an account that was just added can sign in with the password it was given (de)', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, staff.administrator, 'de');
  await page.goto('/accounts');
  let password = '';
  await fill(page, 'Konto anlegen', 'Anlegen', async () => {
    await page.getByLabel('Vor- und Nachname').fill('Robin Falk');
    await page.getByLabel('E-Mail-Adresse').fill('robin.falk@brueckenbau.example');
    await page.getByLabel('Zugang').selectOption({ label: 'Ich gebe es persönlich weiter' });
    password = await page.getByLabel('Erstes Passwort').inputValue();
  });
  expect(password).not.toBe(PASSWORD);
  const robin = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await signIn(robin, 'robin.falk@brueckenbau.example', 'de', password);
  await heading(robin, 'Aufträge');
  await expect(robin.getByText('Aufträge eröffnet die Administration')).toBeVisible();
  await robin.context().close();
});
