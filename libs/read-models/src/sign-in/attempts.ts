import { createHash } from 'node:crypto';
import type pg from 'pg';

const WINDOW_SECONDS = 15 * 60;
const WINDOW = `interval '${WINDOW_SECONDS} seconds'`;

/** A count of attempts: what is counted, and how many there may be within a quarter of an hour. */
export interface AttemptLimit {
  readonly of: readonly string[];
  readonly most: number;
}

const keyOf = ({ of }: AttemptLimit): string => createHash('sha256').update(JSON.stringify(of)).digest('hex');

/**
 * Counts one attempt under each limit, in order, and stops at the first one that is reached: what a source may not do
 * any more is not counted against the account. Answers 0 or the seconds to wait. One statement a limit, so that any
 * number of gateways count together and parallel attempts cannot slip through.
 */
export async function takeAttempt(pool: pg.Pool, limits: readonly AttemptLimit[]): Promise<number> {
  for (const limit of limits) {
    const { rows } = await pool.query<{ taken: boolean; wait: number | null }>({
      name: 'take-attempt',
      text: `with taken as (
          insert into access.attempts as t (key, made, latest) values ($1, array[now()], now())
          on conflict (key) do update
            set made = array(select m from unnest(t.made) m where m > now() - ${WINDOW}) || now(), latest = now()
            where (select count(*) from unnest(t.made) m where m > now() - ${WINDOW}) < $2
          returning key)
        select exists (select from taken) as taken,
          (select greatest(1, ceil(extract(epoch from min(m) + ${WINDOW} - now())))::int
           from access.attempts a, unnest(a.made) m where a.key = $1 and m > now() - ${WINDOW}) as wait`,
      values: [keyOf(limit), limit.most],
    });
    // A row that is newer than the statement's own sight of the table has no wait to show, and is full all the same.
    if (rows[0]?.taken !== true) return rows[0]?.wait ?? WINDOW_SECONDS;
  }
  return 0;
}

/** An attempt that succeeded does not count. */
export async function giveBackAttempt(pool: pg.Pool, limits: readonly AttemptLimit[]): Promise<void> {
  for (const limit of limits)
    await pool.query(
      'update access.attempts set made = made[1:greatest(cardinality(made) - 1, 0)] where key = $1',
      [keyOf(limit)],
    );
  await pool.query(`delete from access.attempts where key in (
    select key from access.attempts where latest < now() - 2 * ${WINDOW} limit 500 for update skip locked)`);
}
