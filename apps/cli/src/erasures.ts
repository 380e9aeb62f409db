import { deciders, eventCodec } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { putJobAgain } from '@rapport/jobs';
import { appUrl, createPool } from '@rapport/platform/database';
import { applyErasures, eventSourceOf, inTenant, projections, rebuild, sweep } from '@rapport/read-models';
import { CommandFailed, type Command, type Given } from './command-line.js';

export const erasureCommands: readonly Command[] = [
  {
    words: 'erasures apply',
    says: 'after a restore, before any service starts: forgets again whoever was erased, in keys and read models',
    run: apply,
  },
  {
    words: 'erasures list',
    says: 'who was erased, by id, with the hash of the certificate',
    run: list,
  },
  {
    words: 'erasures sweep',
    says: 'rewrites what held personal data, so that nothing deleted is left in files of the database; locks tables while it runs',
    run: clean,
  },
];

/** Read models that could hold something of a person in clear. */
const PERSONAL = ['persons', 'answer-sheets', 'individual-profiles', 'team-personalities', 'team-timelines'];

async function apply(given: Given): Promise<void> {
  const settings = given.settings();
  const log = await openLog({ settings, codec: eventCodec, deciders, connections: 3 });
  const pool = createPool(appUrl(settings.DATABASE_URL), {
    name: 'rapport cli',
    max: 4,
    statementTimeout: 120_000,
  });
  const owner = createPool(settings.DATABASE_URL, {
    name: 'rapport cli owner',
    max: 4,
    statementTimeout: 120_000,
    idleInTransactionTimeout: 120_000,
  });
  try {
    let purged = 0;
    for (const tenantId of await log.store.tenants()) {
      const applied = await applyErasures(pool, tenantId, log.erasures);
      await inTenant(pool, tenantId, async (client) => {
        for (const personId of applied.unfinished)
          await putJobAgain(client, 'erase-person', { tenantId, personId });
      });
      purged += applied.purged.length;
      given.print(
        `${tenantId}  ${applied.persons} erased, ${applied.purged.length} had come back, ${applied.unfinished.length} to be told to the log again`,
      );
    }
    if (purged === 0) return;
    await rebuild({
      owner,
      pool,
      source: eventSourceOf(log),
      projections: projections.filter(({ name }) => PERSONAL.includes(name)),
      tenant: undefined,
      signal: given.signal,
    });
    given.print('read models that could hold them were built anew; `erasures sweep` cleans the files');
  } finally {
    await Promise.all([log.close(), pool.end(), owner.end()]);
  }
}

async function list({ settings, print }: Given): Promise<void> {
  const log = await openLog({ settings: settings(), codec: eventCodec, deciders, connections: 2 });
  try {
    for (const tenant of await log.store.tenants())
      for (const { personId, keyDestroyedAt, sha256 } of await log.erasures.list(tenant))
        print(`${tenant}  ${personId}  key destroyed ${keyDestroyedAt}  ${sha256 ?? 'not finished'}`);
  } finally {
    await log.close();
  }
}

async function clean({ settings, print, signal }: Given): Promise<void> {
  const { DATABASE_URL, KEYS_DATABASE_URL } = settings();
  for (const url of new Set([DATABASE_URL, KEYS_DATABASE_URL ?? DATABASE_URL])) {
    const owner = createPool(url, { name: 'rapport cli', max: 1, statementTimeout: 3_600_000 });
    try {
      for await (const step of sweep(owner)) {
        if (signal.aborted) throw new CommandFailed('stopped; run it again');
        print(step);
      }
    } finally {
      await owner.end();
    }
  }
}
