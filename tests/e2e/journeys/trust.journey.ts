import { expect, test, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { accessible, heading, linkInMail, linksInMail, signIn, staff, words, wordsOf } from './portal.js';

const COACH = 'tomasz.keller@brueckenbau.example';

for (const lang of ['de', 'en'] as const) {
  const t = wordsOf(lang);
  const button = (page: Page, path: string) => page.getByRole('button', { name: t(path), exact: true });
  const signInAs = async (page: Page, password: string) => {
    await page.goto('/sign-in');
    await page.getByLabel(words[lang].firm).fill('demo');
    await page.getByLabel(words[lang].email).fill(COACH);
    await page.getByLabel(words[lang].password, { exact: true }).fill(password);
    await button(page, 'signIn.submit').click();
  };

  test(`a wrong password, a new one by mail, a second factor, and the own account (${lang})`, async ({
    page,
    baseURL,
  }) => {
    const password = `Ein Fluss und sieben Brücken (${lang})`;
    await page.addInitScript({ content: `localStorage.setItem('rapport.language', '${lang}')` });
    await signInAs(page, 'not the password');
    await expect(page.getByRole('alert')).toBeVisible();
    await accessible(page);
    await page.getByRole('link', { name: t('signIn.forgot') }).click();
    await heading(page, t('password.forgotTitle'));
    await page.getByLabel(words[lang].firm).fill('demo');
    await page.getByLabel(words[lang].email).fill(COACH);
    await accessible(page);
    const known = await linksInMail(page.request, baseURL ?? '');
    await button(page, 'password.send').click();
    await expect(page.getByText(t('password.sent'))).toBeVisible();
    await page.goto(await linkInMail(page.request, baseURL ?? '', 'set-password', known));
    await heading(page, t('password.setTitle'));
    await page.getByLabel(t('password.new'), { exact: true }).fill(password);
    await page.getByLabel(t('password.again'), { exact: true }).fill('something else');
    await button(page, 'password.set').click();
    await expect(page.getByText(t('password.different'))).toBeVisible();
    await accessible(page);
    await page.getByLabel(t('password.again'), { exact: true }).fill(password);
    await button(page, 'password.set').click();
    await expect(page.getByText(t('password.done'))).toBeVisible();
    await signInAs(page, password);
    await expect(page).not.toHaveURL(/sign-in/);

    await page.goto('/account');
    await heading(page, t('account.title'));
    await accessible(page);
    await button(page, 'account.setUp').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('account.confirm'), { exact: true }).fill(password);
    await button(page, 'signIn.goOn').click();
    const secret = await dialog.locator('code').innerText();
    await accessible(page);
    await dialog
      .getByLabel(t('factor.firstCode'))
      .fill(new TOTP({ secret: secret.replace(/\s/g, '') }).generate());
    await button(page, 'signIn.goOn').click();
    await expect(dialog.getByText(t('factor.codesText'))).toBeVisible();
    await accessible(page);
    const recovery = await dialog.locator('li code').first().innerText();
    await button(page, 'factor.codesKept').click();
    await expect(page.getByText(t('account.factorOn'))).toBeVisible();

    await page.context().clearCookies();
    await signInAs(page, password);
    await heading(page, t('signIn.codeTitle'));
    await page.getByLabel(t('signIn.code'), { exact: true }).fill('000000');
    await button(page, 'signIn.goOn').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await accessible(page);
    await page.getByLabel(t('signIn.code'), { exact: true }).fill(recovery);
    await button(page, 'signIn.goOn').click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto('/account');
    await expect(page.getByText(t('account.here'))).toBeVisible();
    await accessible(page);
    await button(page, 'account.removeFactor').click();
    await page.getByRole('dialog').getByLabel(t('account.confirm'), { exact: true }).fill(password);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('account.removeFactor') })
      .click();
    await expect(page.getByText(t('account.factorOff'))).toBeVisible();
  });

  test(`an administrator at accounts, keys, single sign-on, releases and data protection (${lang})`, async ({
    page,
  }) => {
    test.slow();
    await signIn(page, staff.administrator, lang);
    await page.goto('/accounts');
    await heading(page, t('accounts.title'));
    await page.getByRole('button', { name: t('accounts.more', { name: 'Tomasz Keller' }) }).click();
    await page.getByRole('menuitem', { name: t('accounts.change') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await accessible(page);
    await button(page, 'form.cancel').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await accessible(page);

    await page.goto('/sign-in-rules');
    await heading(page, t('signInRules.title'));
    await button(page, 'signInRules.setUp').click();
    await page.getByLabel(t('signInRules.issuer')).fill('https://login.firm.example');
    await accessible(page);
    await button(page, 'form.cancel').click();
    await button(page, 'signInRules.addKey').click();
    await page.getByLabel(t('signInRules.keyName')).fill(`Payroll ${lang}`);
    await accessible(page);
    await button(page, 'signInRules.addKeySubmit').click();
    await expect(page.getByText(t('signInRules.newKeyText'))).toBeVisible();
    await accessible(page);
    await button(page, 'signInRules.keyKept').click();
    await expect(page.getByText(`Payroll ${lang}`)).toBeVisible();
    await accessible(page);

    await page.goto('/engagements');
    await page
      .getByRole('link', { name: /Nordwerk|Marketing/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: t('evidence.title') })).toBeVisible();
    await accessible(page);
    const [evidence] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: t('evidence.download') })
        .or(page.getByText(t('evidence.download')))
        .click(),
    ]);
    const stream = await evidence.createReadStream();
    const pack = JSON.parse((await stream.setEncoding('utf8').toArray()).join('')) as { schema: string };
    expect(pack.schema).toBe('rapport-evidence/1');
    await page.goto(`${new URL(page.url()).pathname}/releases`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await accessible(page);

    await page.goto('/privacy');
    await heading(page, t('privacy.title'));
    await expect(page.getByRole('row', { name: t('privacy.actions.evidence_export') }).first()).toBeVisible();
    await accessible(page);
    await page.getByLabel(t('privacy.from'), { exact: true }).fill('2020-01-01');
    await page.getByLabel(t('privacy.to'), { exact: true }).fill('2020-01-02');
    await expect(page.getByText(t('privacy.noEntries'), { exact: true })).toBeVisible();
    await button(page, 'privacy.ask').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('privacy.askEmail')).fill('nobody@nordwerk.example');
    await dialog.getByRole('button', { name: t('privacy.askSubmit'), exact: true }).click();
    await expect(dialog.getByText(/^(?:gehört zu niemandem|belongs to nobody)/)).toBeVisible();
    await accessible(page);
  });
}
