import { writeFileSync } from 'node:fs';
import { createPool } from '@rapport/platform/database';
import { auditTenants, evidenceOf } from '@rapport/read-models';
import { evidenceFile } from '@rapport/reports/evidence';
import { CommandFailed, type Command, type Given } from './command-line.js';

export const evidenceCommands: readonly Command[] = [
  {
    words: 'evidence',
    operands: '<engagement> [file]',
    says: 'writes what stands on record of an engagement, without content: settings, counts, hashes, the state of the audit log',
    run: write,
  },
];

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function write({ operands, settings, print }: Given): Promise<void> {
  const [engagement, file, more] = operands;
  if (engagement === undefined || more !== undefined)
    throw new CommandFailed('name one engagement by its id, and at most one file');
  const pool = createPool(settings().DATABASE_URL, {
    name: 'rapport cli',
    max: 2,
    statementTimeout: 120_000,
  });
  try {
    for (const tenantId of ID.test(engagement) ? await auditTenants(pool) : []) {
      const caller = { kind: 'service', tenantId, service: 'command-line' } as const;
      const facts = await evidenceOf(pool, caller, engagement, { record: false });
      if (!facts) continue;
      const text = evidenceFile(facts);
      if (file === undefined) return print(text.trimEnd());
      try {
        writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        throw new CommandFailed((error as Error).message, { cause: error });
      }
      return print(`evidence of ${engagement} written to ${file}`);
    }
  } finally {
    await pool.end();
  }
  throw new CommandFailed(`there is no engagement ${engagement}`);
}
