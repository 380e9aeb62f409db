import { randomUUID } from 'node:crypto';
import { addressedCommandSchema, deciders, eventCodec, type TenantId, type UserId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { pauseJobs, resumeJobs } from '@rapport/jobs';
import { CommandsUnavailable, sendCommands } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import {
  firmState,
  inTenant,
  issuePasswordLink,
  resumeFirm,
  suspendFirm,
  tenantOf,
  type FirmState,
} from '@rapport/read-models';
import type pg from 'pg';
import { CommandFailed, type Command, type Given } from './command-line.js';

export const firmsCommands: readonly Command[] = [
  {
    words: 'firms add',
    operands: '<short name>',
    says: 'founds a firm and its first administrator, and prints the link by which they choose a password',
    options: {
      name: { type: 'string', says: 'what the firm is called' },
      locale: { type: 'string', says: 'de or en: the language it writes in; default de' },
      admin: { type: 'string', says: 'name of the first administrator' },
      email: { type: 'string', says: 'their e-mail address' },
    },
    run: add,
  },
  {
    words: 'firms list',
    says: 'every firm with its accounts, and since when it is suspended',
    run: list,
  },
  {
    words: 'firms suspend',
    operands: '<short name>',
    says: 'nobody of the firm signs in, sessions and keys open nothing, jobs wait; everything is kept',
    run: (given) => change(given, 'suspended', (client, tenant) => suspendWhole(client, tenant)),
  },
  {
    words: 'firms resume',
    operands: '<short name>',
    says: 'takes a suspension back',
    run: (given) => change(given, 'resumed', (client, tenant) => resumeWhole(client, tenant)),
  },
];

async function add(given: Given): Promise<void> {
  const slug = oneOperand(given);
  const { ASSESSMENT_URL, SERVICE_TOKEN_SECRET, PUBLIC_URL, ...settings } = given.settings();
  if (!ASSESSMENT_URL || !SERVICE_TOKEN_SECRET || !PUBLIC_URL)
    throw new CommandFailed('set ASSESSMENT_URL, SERVICE_TOKEN_SECRET and PUBLIC_URL as for the gateway');
  const wanted = (option: string): string => {
    const value = given.options[option];
    if (typeof value !== 'string' || value.trim() === '') throw new CommandFailed(`--${option} is missing`);
    return value.trim();
  };
  const tenantId = tenantOf(slug);
  const userId = randomUUID() as UserId;
  const commands = [
    { type: 'FoundFirm', name: wanted('name'), slug, locale: given.options['locale'] ?? 'de' },
    {
      ...{ type: 'AddUser', userId, name: wanted('admin'), email: wanted('email') },
      ...{ roles: ['firm-admin'], clientId: null },
    },
  ].map((command) => {
    const parsed = addressedCommandSchema.safeParse({ category: 'Firm', id: tenantId, command });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new CommandFailed(
      `${String(issue?.path.at(-1) ?? 'input')}: ${issue?.message ?? 'not understood'}`,
    );
  });
  await withPool(settings.DATABASE_URL, async (pool) => {
    if (await inTenant(pool, tenantId, firmState)) throw new CommandFailed(`there is a firm ${slug} already`);
    const outcome = await sendCommands(
      { assessmentUrl: ASSESSMENT_URL, secret: SERVICE_TOKEN_SECRET, service: 'cli' },
      {
        ...{ tenantId, commandId: randomUUID(), actorId: 'operator:cli', commands },
        now: new Date().toISOString(),
      },
    ).catch((error: unknown) => {
      if (error instanceof CommandsUnavailable)
        throw new CommandFailed('the assessment service does not answer: is it running?', { cause: error });
      throw error;
    });
    if (outcome.kind !== 'accepted')
      throw new CommandFailed(
        outcome.kind === 'refused'
          ? outcome.refusals[0]!.refusal.refusal
          : 'somebody else founds it right now',
      );
    const link = await issuePasswordLink(pool, tenantId, userId, 'invitation');
    given.print(`${slug} is founded, tenant ${tenantId}`);
    given.print('for the first administrator, once and within seven days:');
    given.print(`${PUBLIC_URL.replace(/\/$/, '')}/set-password#${link}`);
  });
}

async function list({ settings, print }: Given): Promise<void> {
  const given = settings();
  const log = await openLog({ settings: given, codec: eventCodec, deciders, connections: 2 });
  try {
    await withPool(given.DATABASE_URL, async (pool) => {
      for (const tenant of await log.store.tenants()) {
        const firm = await inTenant(pool, tenant, firmState);
        print(firm ? lineOf(firm) : `${tenant}  not in the read models yet`);
      }
    });
  } finally {
    await log.close();
  }
}

const lineOf = ({ slug, name, accounts, suspendedSince }: FirmState): string =>
  [slug, name, `${accounts} accounts`, ...(suspendedSince ? [`suspended since ${suspendedSince}`] : [])].join(
    '  ',
  );

async function suspendWhole(client: pg.ClientBase, tenant: TenantId): Promise<boolean> {
  await pauseJobs(client, tenant);
  return suspendFirm(client, tenant);
}

async function resumeWhole(client: pg.ClientBase, tenant: TenantId): Promise<boolean> {
  await resumeJobs(client, tenant);
  return resumeFirm(client, tenant);
}

async function change(
  given: Given,
  what: string,
  how: (client: pg.ClientBase, tenant: TenantId) => Promise<boolean>,
): Promise<void> {
  const slug = oneOperand(given);
  const tenant = tenantOf(slug);
  await withPool(given.settings().DATABASE_URL, async (pool) => {
    const changed = await inTenant(pool, tenant, async (client) => {
      if (!(await firmState(client))) throw new CommandFailed(`there is no firm ${slug}`);
      return how(client, tenant);
    });
    given.print(changed ? `${slug} is ${what}` : `${slug} was so already`);
  });
}

function oneOperand({ operands }: Given): string {
  const [slug, more] = operands;
  if (slug === undefined || more !== undefined) throw new CommandFailed('name one firm by its short name');
  return slug;
}

async function withPool(databaseUrl: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = createPool(appUrl(databaseUrl), { name: 'rapport cli', max: 2 });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}
