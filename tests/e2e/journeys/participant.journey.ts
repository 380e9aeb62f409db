import { expect, test, type APIRequestContext } from '@playwright/test';
import { accessible, PASSWORD, staff } from './portal.js';

const ENGAGEMENTS = '{ engagements { nodes { waves { nodes { id closed } } } } }';
const SEND = 'mutation Send($wave: ID!) { sendInvitations(waveId: $wave) { __typename } }';

/** Has the invitations sent as the consultant would, and takes the link from the mail that arrives. */
async function invitationLink(request: APIRequestContext, origin: string): Promise<string> {
  const post = (path: string, data: object) => request.post(path, { data, headers: { origin } });
  expect(
    (await post('/api/session', { firm: 'demo', email: staff.consultant, password: PASSWORD })).ok(),
  ).toBe(true);
  const { data } = await (await post('/graphql', { query: ENGAGEMENTS })).json();
  const waves: { id: string; closed: boolean }[] = data.engagements.nodes[0].waves.nodes;
  const wave = waves.find(({ closed }) => !closed)?.id;
  const sent = await (await post('/graphql', { query: SEND, variables: { wave } })).json();
  expect(sent.data.sendInvitations.__typename).toBe('Recorded');
  const mails = new URL(origin);
  mails.port = String(Number(mails.port) + 25);
  let link: string | undefined;
  await expect
    .poll(async () => {
      link = /href="(http[^"]+\/invitation#[^"]+)"/.exec(await (await request.get(mails.href)).text())?.[1];
      return link;
    })
    .toBeTruthy();
  await request.delete('/api/session', { headers: { origin } });
  return link ?? '';
}

test('a participant agrees, answers, and goes on after a reload where the answers stopped', async ({
  page,
  baseURL,
}) => {
  const link = await invitationLink(page.request, baseURL ?? '');
  await page.addInitScript({ content: `localStorage.setItem('rapport.language', 'de')` });
  await page.goto(link);
  await accessible(page);
  await page.getByRole('button', { name: 'Beginnen' }).or(page.getByRole('button').last()).first().click();
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
  await page.getByRole('button', { name: 'Zurück' }).click();
  await expect(statements.first().locator('legend')).toHaveText(asked);
  await expect(statements.first().getByRole('radio').nth(3)).toBeChecked();
  await accessible(page);
});
