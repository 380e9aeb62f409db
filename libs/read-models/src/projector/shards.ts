import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Fence } from './batch.js';

export const SHARDS = 64;

/** Which shard a tenant belongs to; the same everywhere and for ever. */
export const shardOf = (tenant: string): number =>
  createHash('sha256').update(tenant).digest().readUInt32BE(0) % SHARDS;

export interface ShardOptions {
  /** How long a lease lasts without being renewed; default 4 000 ms. Another instance takes over after that. */
  readonly leaseMs?: number;
  /** Time between renewals; default a quarter of the lease. */
  readonly renewMs?: number;
  readonly onError?: (error: unknown) => void;
  /** Told of shards won and lost. */
  readonly onChange?: (owned: ReadonlySet<number>) => void;
}

export interface Shards {
  /** The fence of the tenant's shard while this instance surely owns it. */
  fenceOf(tenant: string): Fence | undefined;
  /** Renews, takes and gives away once, now. */
  settle(): Promise<void>;
  /** Gives everything away, so that others need not wait. */
  close(): Promise<void>;
}

/**
 * Shares the tenants among the instances that are alive. A shard has one owner, by a lease in PostgreSQL whose clock
 * alone counts; each change of owner raises the token, and a batch names the token it was started under. An instance
 * takes no more than its share, gives away what is over it, and takes over what a dead one has left.
 */
export async function openShards(pool: pg.Pool, options: ShardOptions = {}): Promise<Shards> {
  const { leaseMs = 4000, renewMs = leaseMs / 4, onError = () => undefined, onChange } = options;
  const me = randomUUID();
  let owned = new Map<number, string>();
  /** By the clock of this process, counted from before the renewal was asked for. */
  let validUntil = 0;
  let closed = false;
  let working: Promise<void> = Promise.resolve();

  const settleOnce = async (): Promise<void> => {
    const asked = performance.now();
    const now = new Map((await renew(pool, me, leaseMs)).map(({ shard, token }) => [shard, token]));
    const changed = now.size !== owned.size || [...now].some(([shard, token]) => owned.get(shard) !== token);
    owned = now;
    validUntil = asked + leaseMs;
    if (changed) onChange?.(new Set(owned.keys()));
  };
  const settle = () => (working = working.then(() => (closed ? undefined : settleOnce())));

  await settle();
  const timer = setInterval(() => {
    void settle().catch((error: unknown) => {
      working = Promise.resolve();
      onError(error);
    });
  }, renewMs);
  timer.unref();
  return {
    fenceOf(tenant) {
      const shard = shardOf(tenant);
      const token = owned.get(shard);
      return token === undefined || performance.now() >= validUntil ? undefined : { shard, token };
    },
    settle,
    async close() {
      closed = true;
      clearInterval(timer);
      await working.catch(() => undefined);
      owned = new Map();
      await pool.query(
        `with gone as (delete from projector.instances where id = $1)
         update projector.shards set owner = null, expires_at = '-infinity' where owner = $1`,
        [me],
      );
    },
  };
}

/** One statement: whoever asks at the same time skips what another one is just taking. */
async function renew(
  pool: pg.Pool,
  me: string,
  leaseMs: number,
): Promise<readonly { shard: number; token: string }[]> {
  const lease = `clock_timestamp() + make_interval(secs => $2 / 1000.0)`;
  await pool.query(
    `with gone as (delete from projector.instances where alive_until < clock_timestamp())
     insert into projector.instances (id, alive_until) values ($1, ${lease})
     on conflict (id) do update set alive_until = excluded.alive_until`,
    [me, leaseMs],
  );
  const { rows } = await pool.query<{ shard: number; token: string; kept: boolean }>(
    `with share as (select ceil(${SHARDS}::numeric / greatest(count(*), 1))::integer as most from projector.instances),
     mine as (
       select shard, row_number() over (order by shard) as nth from projector.shards
       where owner = $1 and expires_at > clock_timestamp()),
     free as (
       select shard from projector.shards where expires_at <= clock_timestamp()
       order by shard for update skip locked
       limit greatest(0, (select most from share) - (select count(*) from mine)::integer)),
     kept as (
       update projector.shards s set expires_at = ${lease} from mine, share
       where s.shard = mine.shard and s.owner = $1 and mine.nth <= share.most returning s.shard, s.token),
     taken as (
       update projector.shards s set owner = $1, token = s.token + 1, expires_at = ${lease} from free
       where s.shard = free.shard returning s.shard, s.token),
     given as (
       update projector.shards s set owner = null, expires_at = '-infinity' from mine, share
       where s.shard = mine.shard and s.owner = $1 and mine.nth > share.most)
     select shard, token::text as token from kept union all select shard, token::text from taken`,
    [me, leaseMs],
  );
  return rows;
}
