import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { TenantId } from '@rapport/domain';
import { createPool } from '@rapport/platform/database';
import {
  auditEntries,
  auditHead,
  auditTenants,
  verifyAudit,
  type ChainHead,
  type ChainProblem,
} from '@rapport/read-models';
import type pg from 'pg';
import { CommandFailed, type Command, type Given } from './command-line.js';

const tenantOption = {
  tenant: { type: 'string', says: 'only this firm, by its id; all firms when absent' },
} as const;

export const auditCommands: readonly Command[] = [
  {
    words: 'audit verify',
    says: 'walks the chain of every firm’s audit log and names the first broken entry',
    options: {
      ...tenantOption,
      head: {
        type: 'string',
        says: 'heads that `audit head` printed and that were kept elsewhere, parted by commas: a cut end is noticed',
      },
    },
    run: (given) => withTenants(given, verify),
  },
  {
    words: 'audit head',
    says: 'prints the end of every chain: keep it where nobody of this installation can change it',
    options: tenantOption,
    run: (given) => withTenants(given, head),
  },
  {
    words: 'audit export',
    operands: '<file>',
    says: 'writes the audit log to a file, one entry a line, details sealed as they are stored',
    options: tenantOption,
    run: (given) => withTenants(given, write),
  },
];

type Work = (given: Given, pool: pg.Pool, tenants: readonly TenantId[]) => Promise<void>;

async function withTenants(given: Given, work: Work): Promise<void> {
  const pool = createPool(given.settings().DATABASE_URL, {
    name: 'rapport cli',
    max: 2,
    statementTimeout: 120_000,
  });
  try {
    const tenants = await auditTenants(pool);
    const wished = given.options['tenant'];
    const chosen = wished === undefined ? tenants : tenants.filter((tenant) => tenant === wished);
    if (wished !== undefined && chosen.length === 0) throw new CommandFailed(`there is no firm ${wished}`);
    await work(given, pool, chosen);
  } finally {
    await pool.end();
  }
}

const headWord = (tenant: string, { seq, hash }: ChainHead): string => `${tenant}:${seq}:${hash}`;

function headsFrom(words: string | boolean | undefined): ReadonlyMap<string, ChainHead> {
  if (typeof words !== 'string') return new Map();
  return new Map(
    words.split(/[\s,]+/).flatMap((word): [string, ChainHead][] => {
      if (word === '') return [];
      const [, tenant, seq, hash] = /^([0-9a-f-]{36}):(\d+):([0-9a-f]{64})$/.exec(word) ?? [];
      if (tenant === undefined || hash === undefined)
        throw new CommandFailed(`${word} is no head: \`audit head\` prints <firm>:<number>:<hash>`);
      return [[tenant, { seq: Number(seq), hash }]];
    }),
  );
}

const PROBLEMS: { readonly [K in ChainProblem['kind']]: string } = {
  gap: 'is missing',
  changed: 'is not what was written',
  'not-linked': 'does not follow the entry before it',
  'head-missing': 'is not the end that was kept: the log was cut off or written anew',
};

async function verify({ options, print }: Given, pool: pg.Pool, tenants: readonly TenantId[]): Promise<void> {
  const heads = headsFrom(options['head']);
  const unknown = [...heads.keys()].filter((tenant) => !tenants.includes(tenant as TenantId));
  let broken = 0;
  for (const tenant of unknown) {
    broken++;
    print(`BROKEN ${tenant}: a head was kept of a firm that is not here`);
  }
  for (const tenant of tenants) {
    const { problem, head: end } = await verifyAudit(pool, tenant, heads.get(tenant) ?? null);
    if (!problem) {
      print(`whole  ${headWord(tenant, end)}`);
      continue;
    }
    broken++;
    print(`BROKEN ${tenant}: entry ${problem.seq} ${PROBLEMS[problem.kind]}`);
  }
  if (broken > 0) throw new CommandFailed(`${broken} audit logs are broken`);
}

async function head({ print }: Given, pool: pg.Pool, tenants: readonly TenantId[]): Promise<void> {
  for (const tenant of tenants) print(headWord(tenant, await auditHead(pool, tenant)));
}

async function write(
  { operands, print, signal }: Given,
  pool: pg.Pool,
  tenants: readonly TenantId[],
): Promise<void> {
  const [file, more] = operands;
  if (file === undefined || more !== undefined) throw new CommandFailed('name one file');
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  const failed = new Promise<never>((_, reject) => out.once('error', reject));
  let written = 0;
  try {
    await Promise.race([failed, new Promise((resolve) => out.once('open', resolve))]);
    for (const tenant of tenants)
      for await (const entries of auditEntries(pool, tenant)) {
        if (signal.aborted) throw new CommandFailed('stopped: the file is not whole');
        for (const entry of entries) out.write(`${JSON.stringify({ tenant, ...entry })}\n`);
        written += entries.length;
      }
    out.end();
    await Promise.race([failed, finished(out)]);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (['EEXIST', 'ENOENT', 'EACCES', 'ENOSPC', 'EISDIR'].includes(code ?? ''))
      throw new CommandFailed(message, { cause: error });
    throw error;
  }
  print(`${written} entries of ${tenants.length} firms written`);
}
