import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DomainEvent, Recorded, TenantId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, redisServer, startRedis, type FreshDatabase } from '@rapport/testing/embedded';
import { Redis } from 'ioredis';
import pg from 'pg';
import {
  jobRequests,
  migrateJobs,
  openJobQueue,
  openOutbox,
  putJob,
  type InTenant,
  type JobHandlers,
  type JobMap,
  type JobQueue,
} from './index.js';

const binary = redisServer();
if (!binary)
  console.log('jobs on Redis: skipped, no redis-server found (install it, or set REDIS_SERVER_PATH)');

interface Backend {
  readonly name: string;
  readonly available: boolean;
  open(): Promise<{
    readonly redisUrl?: string;
    forgetAll(database: pg.Pool): Promise<void>;
    stop(): Promise<void>;
  }>;
}

const backends: readonly Backend[] = [
  {
    name: 'PostgreSQL',
    available: true,
    open: async () => ({
      async forgetAll(owner) {
        const { rows } = await owner.query<{ t: string }>(
          `select quote_ident(schemaname) || '.' || quote_ident(tablename) as t from pg_tables
           where schemaname = 'jobs' and tablename not like '%migration%'`,
        );
        await owner.query(`truncate ${rows.map((row) => row.t).join(', ')}`);
      },
      stop: async () => undefined,
    }),
  },
  {
    name: 'Redis',
    available: binary !== undefined,
    async open() {
      const redis = await startRedis(binary!);
      return {
        redisUrl: redis.url,
        async forgetAll() {
          const client = new Redis(redis.url);
          await client.flushall();
          client.disconnect();
        },
        stop: () => redis.stop(),
      };
    },
  },
];

const soon = async <T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> => {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > deadline) throw new Error(`it never was so: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

for (const backend of backends)
  (backend.available ? describe : describe.skip)(`jobs on ${backend.name}`, () => {
    let database: FreshDatabase;
    let owner: pg.Pool;
    let pool: pg.Pool;
    let place: Awaited<ReturnType<Backend['open']>>;
    let queue: JobQueue;
    const within: InTenant = async (tenant, work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
        const result = await work(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    };

    beforeAll(async () => {
      database = await freshDatabase('outbox');
      await migrateJobs(database.ownerUrl);
      owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
      pool = new pg.Pool({ connectionString: database.appUrl, max: 4 });
      place = await backend.open();
      queue = openQueue();
      await queue.waitUntilReady();
    }, 60_000);
    afterAll(async () => {
      await queue.close();
      await place.stop();
      await Promise.all([owner.end(), pool.end()]);
      await database.drop();
    });

    const openQueue = () => openJobQueue({ databaseUrl: database.appUrl, redisUrl: place.redisUrl });
    const report = (tenantId: string, reportId = randomUUID()): JobMap['render-report'] => ({
      tenantId,
      reportId,
    });
    const put = (data: JobMap['render-report']) =>
      within(data.tenantId, (client) => putJob(client, 'render-report', data));
    const outcomeOf = (data: JobMap['render-report']) =>
      within(data.tenantId, async (client) => {
        const { rows } = await client.query<{ outcome: string | null; handed: number }>(
          `select outcome, handed from outbox.jobs where data->>'reportId' = $1`,
          [data.reportId],
        );
        return rows[0];
      });
    const handlers = (work: JobHandlers['render-report']): JobHandlers => ({
      'render-report': work,
      'send-invitations': async () => undefined,
      'send-account-mail': async () => undefined,
      'erase-person': async () => undefined,
      'export-person': async () => undefined,
    });

    it('are worked on once when asked for twice and relayed by two, in two firms with the same ids', async () => {
      const id = randomUUID();
      const [a, b] = [report(TENANT_A, id), report(TENANT_B, id)];
      for (const data of [a, a, b, b]) await put(data);
      const other = openQueue();
      const [first, second] = [openOutbox(within, queue), openOutbox(within, other)];
      await Promise.all([TENANT_A, TENANT_B].flatMap((t) => [first.relay(t), second.relay(t)]));
      const done: string[] = [];
      const working = queue.work(
        first.settling(
          handlers(async ({ tenantId, reportId }, say) => {
            await say({ percent: 50, step: 'rendering' });
            if (reportId === id) done.push(tenantId);
          }),
        ),
      );
      for (const data of [a, b])
        expect(
          await soon(
            () => outcomeOf(data),
            (row) => row?.outcome != null,
          ),
        ).toMatchObject({
          outcome: 'done',
        });
      expect(done.sort()).toEqual([TENANT_A, TENANT_B]);
      expect(await first.relay(TENANT_A)).toBe(0);
      await working.close();
      await other.close();
    });

    it('are not asked for by a transaction that does not commit', async () => {
      const data = report(TENANT_A);
      const broken = within(TENANT_A, async (client) => {
        await putJob(client, 'render-report', data);
        throw new Error('killed in the middle');
      });
      await expect(broken).rejects.toThrow('killed in the middle');
      expect(await outcomeOf(data)).toBeUndefined();
    });

    it('all come to their end when the queue forgets everything in the middle', async () => {
      const outbox = openOutbox(within, queue);
      const jobs = Array.from({ length: 60 }, (_, n) => report(n % 2 ? TENANT_A : TENANT_B));
      for (const data of jobs) await put(data);
      const relay = async () => {
        for (const tenant of [TENANT_A, TENANT_B]) while ((await outbox.relay(tenant)) > 0);
      };
      await relay();
      let half!: () => void;
      const halfWay = new Promise<void>((resolve) => (half = resolve));
      const effects = new Map<string, number>();
      let slow = true;
      const working = queue.work(
        outbox.settling(
          handlers(async ({ reportId }) => {
            effects.set(reportId, (effects.get(reportId) ?? 0) + 1);
            if (slow && effects.size > 20) half();
            if (slow) await new Promise((resolve) => setTimeout(resolve, 5));
          }),
        ),
        { concurrency: 4 },
      );
      await halfWay;
      await place.forgetAll(owner);
      slow = false;
      await soon(
        async () => {
          for (const tenant of [TENANT_A, TENANT_B]) await outbox.reconcile(tenant, 0);
          return (await Promise.all(jobs.map(outcomeOf))).filter((row) => row?.outcome !== 'done').length;
        },
        (open) => open === 0,
      );
      expect([...effects.keys()].filter((id) => jobs.some((j) => j.reportId === id))).toHaveLength(60);
      await working.close();
    }, 60_000);

    it('that have failed for good say so, stay away from the reconciler, and begin anew when asked for again', async () => {
      const outbox = openOutbox(within, queue);
      const data = report(TENANT_A);
      await put(data);
      await outbox
        .settlingFailures({
          'render-report': async () => undefined,
          'send-invitations': async () => undefined,
          'send-account-mail': async () => undefined,
          'erase-person': async () => undefined,
          'export-person': async () => undefined,
        })
        ['render-report'](data);
      expect(await outcomeOf(data)).toMatchObject({ outcome: 'failed' });
      expect(await outbox.reconcile(TENANT_A, 0)).toBe(0);
      expect(await outbox.relay(TENANT_A)).toBe(0);
      await put(data);
      expect(await outcomeOf(data)).toMatchObject({ outcome: null });
      expect(await outbox.relay(TENANT_A)).toBe(1);
      const working = queue.work(outbox.settling(handlers(async () => undefined)));
      await soon(
        () => outcomeOf(data),
        (row) => row?.outcome === 'done',
      );
      await put(data);
      expect(await outcomeOf(data)).toMatchObject({ outcome: 'done' });
      await working.close();
    });

    it('that are still in the queue are left alone by the reconciler', async () => {
      const outbox = openOutbox(within, queue);
      const data = report(TENANT_A);
      await put(data);
      await outbox.relay(TENANT_A);
      expect((await queue.progressOf('render-report', data))?.state).toBe('waiting');
      expect(await outbox.reconcile(TENANT_A, 0)).toBe(0);
      expect(await outcomeOf(data)).toMatchObject({ outcome: null, handed: 1 });
      const working = queue.work(outbox.settling(handlers(async () => undefined)));
      await soon(
        () => outcomeOf(data),
        (row) => row?.outcome === 'done',
      );
      await working.close();
    });

    it('tell their progress and their end to whoever listens', async () => {
      const outbox = openOutbox(within, queue);
      const data = report(TENANT_B);
      const heard: string[] = [];
      const stop = queue.onProgress((id, { step }) => {
        if (id.endsWith(data.reportId)) heard.push(step);
      });
      const working = queue.work(
        outbox.settling(handlers(async (_, say) => say({ percent: 30, step: 'reading' }))),
      );
      await put(data);
      await outbox.relay(TENANT_B);
      await soon(
        async () => heard,
        (steps) => steps.includes('done'),
      );
      expect(heard).toContain('reading');
      stop();
      await working.close();
    });

    it('hold ids and nothing else', async () => {
      const { rows } = await owner.query<{ data: object }>('select data from outbox.jobs');
      expect(rows.length).toBeGreaterThan(0);
      for (const { data } of rows)
        for (const value of Object.values(data)) expect(value).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('are kept behind the wall of their firm', async () => {
      await expect(pool.query('select * from outbox.jobs')).rejects.toThrow(/app\.tenant|uuid/);
      const seen = await within(TENANT_A, (client) =>
        client.query<{ tenant_id: string }>('select distinct tenant_id from outbox.jobs'),
      );
      expect(seen.rows.map((row) => row.tenant_id)).toEqual([TENANT_A]);
    });
  });

describe('what follows from an event', () => {
  const said: unknown[][] = [];
  const client = { query: async (_: string, values: unknown[]) => void said.push(values) } as never;
  const meta = { tenantId: TENANT_A as TenantId, commandId: 'the-command' };
  const recorded = (stream: string, event: DomainEvent) =>
    ({ event, stream, meta }) as unknown as Recorded<DomainEvent>;

  it('is one job for a report and one for every round of invitations with somebody in it', async () => {
    const reminded = (count: number) =>
      recorded(`Wave-${TENANT_A}_w`, { type: 'ParticipantsReminded', engagementId: 'e' as never, count });
    await jobRequests.react(client, reminded(0));
    expect(said).toEqual([]);
    await jobRequests.react(client, reminded(3));
    await jobRequests.react(client, recorded(`Report-${TENANT_A}_r`, { type: 'ReportRequested' } as never));
    expect(said.filter((values) => values.length === 4).map((values) => values.slice(1, 3))).toEqual([
      ['send-invitations', `invitations-${TENANT_A}-the-command`],
      ['render-report', `report-${TENANT_A}-r`],
    ]);
  });
});
