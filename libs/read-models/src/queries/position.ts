import type { TenantId } from '@rapport/domain';
import pg from 'pg';
import { projections } from '../catalogue.js';
import { READ_CHANNEL } from '../projector/channel.js';
import { reachedPosition } from '../projector/run.js';
import { inTenant } from '../tenancy.js';

/** Tells when a tenant's read models have moved. A missed word is no harm: waiting always looks for itself as well. */
export interface ReadWake {
  /** Resolves at the next word of a tenant, or after `timeoutMs`. */
  next(tenant: TenantId, timeoutMs: number): Promise<void>;
  /** Called at every word of a tenant; answers how to stop. */
  on(tenant: TenantId, listener: () => void): () => void;
  close(): Promise<void>;
}

const RECONNECT_MS = [100, 500, 2000, 5000];

/** One LISTEN connection for the whole process; when it breaks it is opened again, and everyone looks for themselves. */
export function openReadWake(
  databaseUrl: string,
  onError: (error: Error) => void,
  channel: string = READ_CHANNEL,
): ReadWake {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  const tell = (tenant: string) => [...(listeners.get(tenant) ?? [])].forEach((listener) => listener());
  const lost = (mine: pg.Client, error?: Error) => {
    if (closed || client !== mine) return;
    client = undefined;
    if (error) onError(error);
    mine.end().catch(() => undefined);
    const pause = RECONNECT_MS[Math.min(failures++, RECONNECT_MS.length - 1)]!;
    retry = setTimeout(connect, pause);
  };
  function connect(): void {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    client = mine;
    mine.on('notification', ({ payload }) => payload !== undefined && tell(payload));
    mine.on('error', (error) => lost(mine, error));
    mine.on('end', () => lost(mine));
    mine
      .connect()
      .then(() => mine.query(`listen ${channel}`))
      .then(
        () => {
          failures = 0;
          // Whatever was said while nobody listened.
          [...listeners.keys()].forEach(tell);
        },
        (error: Error) => lost(mine, error),
      );
  }
  connect();

  const on = (tenant: TenantId, listener: () => void) => {
    const own = listeners.get(tenant) ?? new Set();
    listeners.set(tenant, own.add(listener));
    return () => {
      own.delete(listener);
      if (own.size === 0) listeners.delete(tenant);
    };
  };
  return {
    on,
    next: (tenant, timeoutMs) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          stop();
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        const stop = on(tenant, done);
      }),
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

/** How far every read model of the tenant is built: what is read after this is at least as new. */
export const readUpTo = (pool: pg.Pool, tenant: TenantId): Promise<string> =>
  inTenant(pool, tenant, (client) => reachedPosition(client, projections));

const LOOK_AGAIN_MS = 250;

/** True once every read model of the tenant is built up to the position; false when that takes longer than `timeoutMs`. */
export async function waitForPosition(
  pool: pg.Pool,
  tenant: TenantId,
  position: string,
  timeoutMs: number,
  wake: Pick<ReadWake, 'next'>,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    // Asked for before looking, so that no word between looking and waiting is missed.
    const left = deadline - performance.now();
    const woken = wake.next(tenant, Math.max(0, Math.min(LOOK_AGAIN_MS, left)));
    if ((await readUpTo(pool, tenant)) >= position) return true;
    if (left <= 0) return false;
    await woken;
  }
}
