import type pg from 'pg';

/** Where clear personal data stand, or stood: statistics of columns hold the commonest values as well. */
const SCHEMAS = ['read', 'read_next', 'access', 'files', 'outbox', 'keys'];
const STATISTICS = 'pg_catalog.pg_statistic';
/** Each switch ends a segment of the write-ahead log and each checkpoint lets go of those before it. */
const ROUNDS = 4;

/**
 * Rewrites tables that hold or held personal data, gathers their statistics anew, and lets the write-ahead log go: a
 * deleted row stays in the free space of its page, in statistics and in the log until then. Needs the owner of the tables;
 * where the role may not, PostgreSQL says so. Answers what it did, step by step.
 */
export async function* sweep(owner: pg.Pool): AsyncGenerator<string, void> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' order by 1`,
    [SCHEMAS],
  );
  for (const { name } of rows) await owner.query(`vacuum (full, analyze) ${name}`);
  yield `${rows.length} tables rewritten`;
  const done: string[] = [];
  for (const statement of [
    `vacuum full ${STATISTICS}`,
    ...Array.from({ length: ROUNDS }, () => LET_GO).flat(),
  ])
    try {
      await owner.query(statement);
      done.push(statement);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      yield `not permitted to this role, ask a superuser: ${statement}`;
    }
  yield `statistics and write-ahead log: ${done.length} statements`;
}

const LET_GO = ['select pg_switch_wal()', 'checkpoint'];
