import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@rapport/platform/database';
import { inTenant, migrateReadModels } from '@rapport/read-models';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { createTransport } from 'nodemailer';
import type pg from 'pg';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { sendAccountMailJob } from './send-account-mail.js';
import { sendInvitationsJob, type MailPorts } from './send-invitations.js';

interface Delivered extends Email {
  readonly recipients: readonly string[];
}

let database: FreshDatabase;
let pool: pg.Pool;
let smtp: SMTPServer;
let ports: MailPorts;
let refusing = false;
const delivered: Delivered[] = [];
const FIRM = 'Brückenbau & Söhne';

/** The same rows in both firms; the other one has another name. */
async function seed(tenant: typeof TENANT_A, firm: string): Promise<void> {
  const rows: readonly (readonly [string, string, object, object])[] = [
    ['firms', tenant, {}, { slug: 'bridge', name: firm, locale: 'de' }],
    [
      ...(['users', 'u1', { name: 'Jana', email: 'jana@firm.example', client_id: null }] as const),
      { name: 'Jana', email: 'jana@firm.example', roles: ['consultant'], clientId: null },
    ],
    ['client_organisations', 'c1', { name: 'Nordwerk' }, { name: 'Nordwerk' }],
    [
      'engagements',
      'e1',
      { client_id: 'c1', opened_at: '2026-01-01' },
      { title: 'Zwei Teams', clientId: 'c1' },
    ],
    [
      ...(['waves', 'w1', { engagement_id: 'e1', opens_on: '2026-03-01' }] as const),
      { engagementId: 'e1', instrument: { id: 'i', version: '1' }, closesOn: '2026-03-21' },
    ],
    ['instruments', 'i@1', { instrument_id: 'i', version: '1' }, { items: [1, 2, 3] }],
    ...(['de', 'en'] as const).flatMap((locale): [string, string, object, object][] => [
      [
        ...([
          'persons',
          `p-${locale}`,
          { name: 'P', email: `${locale}@nordwerk.example`, client_id: 'c1' },
        ] as const),
        { name: `Person <${locale}>`, email: `${locale}@nordwerk.example`, locale },
      ],
      [
        ...([
          'participants',
          `a-${locale}`,
          {
            ...{ wave_id: 'w1', engagement_id: 'e1', person_id: `p-${locale}`, team_id: 't1' },
            ...{ status: 'not-started', opened_at: '2026-03-01' },
          },
        ] as const),
        {},
      ],
    ]),
  ];
  await inTenant(pool, tenant, async (client) => {
    for (const [table, id, columns, doc] of rows) {
      const names = ['tenant_id', 'id', 'doc', ...Object.keys(columns)];
      const values = [tenant, id, doc, ...(Object.values(columns) as unknown[])];
      await client.query(
        `insert into read.${table} (${names.join()}) values (${values.map((_, n) => `$${n + 1}`).join()})`,
        values,
      );
    }
  });
}

beforeAll(async () => {
  database = await freshDatabase('mail');
  await migrateReadModels(database.ownerUrl);
  pool = createPool(database.appUrl, { max: 4 });
  await seed(TENANT_A, FIRM);
  await seed(TENANT_B, 'Another firm');
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
        PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          delivered.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  ports = {
    pool,
    transport: createTransport({ host: '127.0.0.1', port, secure: false }),
    from: 'Rapport <no-reply@rapport.example>',
    publicUrl: 'https://rapport.example',
  };
}, 60_000);
afterAll(async () => {
  ports?.transport?.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await pool.end();
  await database.drop();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server: Server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const taken = (): readonly Delivered[] => delivered.splice(0);
const invite = (requestId: string) =>
  sendInvitationsJob(ports, { tenantId: TENANT_A, waveId: 'w1', requestId }, () => Promise.resolve());
const toAccount = (kind: Parameters<typeof sendAccountMailJob>[1]['kind'], requestId: string) =>
  sendAccountMailJob(ports, { tenantId: TENANT_A, userId: 'u1', kind, requestId });
const links = (text: string | undefined) => text?.match(/https:\/\/rapport\.example\/[^\s"<]+/g) ?? [];

/** Under the firm's name, with the same link to click in either form, and nothing that would be fetched. */
function wellMade(mail: Delivered, page: string): void {
  expect(mail.from).toEqual({ name: FIRM, address: 'no-reply@rapport.example' });
  expect(mail.subject).toBeTruthy();
  const [link] = links(mail.text);
  expect(link).toMatch(new RegExp(`^https://rapport\\.example/${page}(#[\\w-]{20,}(\\.[\\w-]+)?)?$`));
  expect(links(mail.html)).toContain(link);
  expect(mail.text).toContain(FIRM);
  expect(mail.html).toContain('Brückenbau &amp; Söhne');
  expect(mail.html).not.toMatch(/<img|<script|<link|src=/);
}

describe('mail over SMTP', () => {
  it('invites everybody in their own language, and reminds with another link', async () => {
    await invite('first');
    const invitations = taken();
    expect(invitations.map(({ recipients }) => recipients)).toEqual([
      ['de@nordwerk.example'],
      ['en@nordwerk.example'],
    ]);
    expect(invitations.map(({ subject }) => subject)).toEqual([
      'Ihre Einladung: Zwei Teams',
      'Your invitation: Zwei Teams',
    ]);
    for (const mail of invitations) wellMade(mail, 'invitation');
    expect(invitations[1]!.html).toContain('Person &lt;en&gt;');
    await invite('first');
    expect(taken()).toEqual([]);
    await invite('second');
    const reminders = taken();
    for (const mail of reminders) wellMade(mail, 'invitation');
    expect(reminders.map(({ subject }) => subject)).not.toEqual(invitations.map(({ subject }) => subject));
    expect(links(reminders[0]!.text)).not.toEqual(links(invitations[0]!.text));
  });
  it.each([
    ['password', 'set-password'],
    ['invitation', 'set-password'],
    ['password-changed', 'sign-in'],
    ['second-factor-added', 'sign-in'],
    ['second-factor-removed', 'sign-in'],
  ] as const)('tells accounts in the language of their firm: %s', async (kind, page) => {
    await toAccount(kind, `${kind}-1`);
    await toAccount(kind, `${kind}-1`);
    const mails = taken();
    expect(mails.map(({ recipients }) => recipients)).toEqual([['jana@firm.example']]);
    wellMade(mails[0]!, page);
    expect(mails[0]!.text).toMatch(/Guten Tag Jana/);
    await inTenant(pool, TENANT_A, (client) =>
      client.query(`update read.firms set doc = doc || '{"locale": "en"}'`),
    );
    await toAccount(kind, `${kind}-2`);
    expect(taken()[0]!.text).toMatch(/Hello Jana/);
    await inTenant(pool, TENANT_A, (client) =>
      client.query(`update read.firms set doc = doc || '{"locale": "de"}'`),
    );
  });
  it('goes again when the server could not take it', async () => {
    refusing = true;
    await expect(toAccount('password', 'late')).rejects.toThrow(/try later|451/);
    refusing = false;
    await toAccount('password', 'late');
    expect(taken()).toHaveLength(1);
  });
});
