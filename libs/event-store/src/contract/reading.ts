import { randomBytes } from 'node:crypto';
import type { Category } from '@rapport/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  later,
  aTenant,
  aStream,
  anEvent,
  someEvents,
  numbers,
  everything,
  tail,
  type StoreUnderTest,
} from './kit.js';
import { START, type EventStore, type StoredEvent } from '../port.js';

/** Reading and following: order, filters, catch-up then live. */
export function readingContract(opened: () => StoreUnderTest): void {
  let log: StoreUnderTest;
  let store: EventStore;
  beforeAll(() => {
    log = opened();
    store = log.here;
  });

  describe('reading', () => {
    it('reads a stream from a revision, and nothing of a stream that is not there', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      await store.append(tenant, stream, 'no-stream', someEvents(4));
      expect(numbers(await store.readStream(tenant, stream, 2))).toEqual([2, 3]);
      expect(await store.readStream(tenant, aStream(tenant))).toEqual([]);
    });

    it('reads all events of a tenant once and in order, whatever the batch', async () => {
      const tenant = aTenant();
      for (let n = 0; n < 20; n++) await store.append(tenant, aStream(tenant), 'no-stream', [anEvent({ n })]);
      const all = await everything(store, tenant, 20);
      expect(numbers(all)).toEqual(Array.from({ length: 20 }, (_, n) => n));
      expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort());
      expect(numbers(await store.readAll(tenant, all[15]!.position, {}, 100))).toEqual([16, 17, 18, 19]);
      expect(await store.head(tenant)).toBe(all[19]!.position);
    });

    it('reads a few large events however many are asked for', async () => {
      const tenant = aTenant();
      const large = Array.from({ length: 12 }, (_, n) =>
        anEvent({ n, text: randomBytes(660_000).toString('base64') }),
      );
      for (const event of large) await store.append(tenant, aStream(tenant), 'no-stream', [event]);
      expect(numbers(await store.readAll(tenant, START, {}, 100))).toEqual(large.map((_, n) => n));
      expect(numbers(await tail(store, tenant, (events) => events.length === 12))).toHaveLength(12);
    }, 60_000);

    it('finds the few that pass a filter among many that do not', async () => {
      const tenant = aTenant();
      const many = Array.from({ length: 20 }, (_, n) => (n % 10 === 9 ? 'Wave' : 'Team') as Category);
      for (const [n, category] of many.entries())
        await store.append(tenant, aStream(tenant, category), 'no-stream', [anEvent({ n }), anEvent({ n })]);
      const filter = { categories: ['Wave'] };
      expect(numbers(await everything(store, tenant, 4, filter))).toEqual([9, 9, 19, 19]);
      expect(numbers(await store.readAll(tenant, START, filter, 3))).toEqual([9, 9, 19]);
    });

    it('reads only the categories asked for', async () => {
      const tenant = aTenant();
      for (const category of ['Team', 'Wave', 'Report', 'Team'] as const)
        await store.append(tenant, aStream(tenant, category), 'any', [anEvent({ n: category })]);
      expect(numbers(await everything(store, tenant, 3, { categories: ['Team', 'Report'] }))).toEqual([
        'Team',
        'Report',
        'Team',
      ]);
    });

    it('knows the tenants whose firm was founded', async () => {
      const [founded, other] = [aTenant(), aTenant()];
      await store.append(founded, aStream(founded, 'Firm'), 'no-stream', someEvents(1));
      await store.append(other, aStream(other), 'no-stream', someEvents(1));
      const tenants = await log.there.tenants();
      expect([tenants.includes(founded), tenants.includes(other)]).toEqual([true, false]);
    });

    it('answers START as the head of a tenant without events', async () => {
      expect(await store.head(aTenant())).toBe(START);
    });
  });

  describe('following', () => {
    it('catches up, then delivers live what another instance appends', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      await store.append(tenant, stream, 'no-stream', [anEvent({ n: 'before' })]);
      let writing: Promise<unknown> | undefined;
      const seen = await tail(store, tenant, (events) => {
        writing ??= log.there.append(tenant, stream, 0, [anEvent({ n: 'live' })]);
        return events.length === 2;
      });
      await writing;
      expect(numbers(seen)).toEqual(['before', 'live']);
    });

    it('goes on after a position and leaves other categories out', async () => {
      const tenant = aTenant();
      const { position } = await store.append(tenant, aStream(tenant), 'any', [anEvent({ n: 'old' })]);
      const following = tail(store, tenant, (events) => events.length === 1, {
        after: position,
        filter: { categories: ['Wave'] },
      });
      await store.append(tenant, aStream(tenant, 'Team'), 'any', [anEvent({ n: 'other' })]);
      await log.there.append(tenant, aStream(tenant, 'Wave'), 'any', [anEvent({ n: 'new' })]);
      expect(numbers(await following)).toEqual(['new']);
    });

    it('is woken by another instance, long before it would look by itself', async () => {
      const tenant = aTenant();
      const rounds = 5;
      let sentAt = performance.now();
      const delays: number[] = [];
      const send = (): Promise<unknown> => {
        sentAt = performance.now();
        return log.there.append(tenant, aStream(tenant), 'any', someEvents(1));
      };
      const writes = [send()];
      await tail(store, tenant, (events) => {
        delays.push(performance.now() - sentAt);
        if (events.length < rounds) writes.push(later(30).then(send));
        return events.length === rounds;
      });
      await Promise.all(writes);
      expect(Math.min(...delays.slice(1))).toBeLessThan(500);
    });

    it('wakes who waits when another instance appends, when the time is over, and when the signal aborts', async () => {
      const tenant = aTenant();
      const never = new AbortController();
      await store.woken(tenant, 200, never.signal);
      const started = performance.now();
      const woken = store.woken(tenant, 20_000, never.signal);
      await log.there.append(tenant, aStream(tenant), 'any', someEvents(1));
      await woken;
      const aborted = store.woken(tenant, 20_000, AbortSignal.timeout(10));
      await aborted;
      await store.woken(tenant, 20_000, AbortSignal.abort());
      expect(performance.now() - started).toBeLessThan(10_000);
    });

    it('goes on where a reader of another instance stopped, without a gap or a repetition', async () => {
      const tenant = aTenant();
      const write = async (from: number): Promise<void> => {
        for (let n = from; n < from + 15; n++)
          await store.append(tenant, aStream(tenant), 'no-stream', [anEvent({ n })]);
      };
      await write(0);
      const seen: StoredEvent[] = [];
      const readers = [store, log.there, store, log.there, store];
      for (const [nth, reader] of readers.entries()) {
        if (nth === 2) await write(15);
        const after = seen.at(-1)?.position ?? START;
        const enough = nth === readers.length - 1 ? 30 - seen.length : 1;
        const more = await tail(reader, tenant, (events) => events.length >= enough, { after });
        // A reader that dies keeps only what it had noted: here, not the last one.
        seen.push(...(nth === readers.length - 1 ? more : more.slice(0, -1)));
      }
      expect(numbers(seen)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    });

    it('wakes and ends every reader when the store is closed', async () => {
      const own = await log.another();
      const tenant = aTenant();
      const never = new AbortController().signal;
      const reading = (async () => {
        for await (const batch of own.subscribe(tenant, START, {}, never)) expect(batch).toEqual([]);
      })();
      const waiting = own.woken(tenant, 600_000, never);
      await later(30);
      await own.close();
      await Promise.all([reading, waiting]);
      expect(await store.readAll(tenant, START, {}, 1)).toEqual([]);
    });

    it('ends when the signal aborts, also while it waits', async () => {
      const seen = await tail(store, aTenant(), () => false, { limitMs: 50 });
      expect(seen).toEqual([]);
    });

    it('loses nothing and repeats nothing while 16 writers append slowly and take some back', async () => {
      const tenant = aTenant();
      const writers = 16;
      const rounds = 12;
      const kept = new Set<string>();
      let writing = true;
      const write = async (writer: number): Promise<void> => {
        for (let round = 0; round < rounds; round++) {
          const stream = aStream(tenant);
          const events = someEvents(1 + (round % 3));
          const delayMs = (writer * 7 + round * 13) % 40;
          const takeBack = (writer + round) % 10 === 0;
          // Every third append is an ordinary one, which wakes the reader while others are under way.
          const done =
            log.appendAwkwardly && round % 3 > 0
              ? await log.appendAwkwardly({ tenant, stream, events, delayMs, takeBack })
              : await later(delayMs)
                  .then(() => store.append(tenant, stream, 'no-stream', events))
                  .then(() => true);
          if (done) for (const { eventId } of events) kept.add(eventId);
        }
      };
      const following = tail(store, tenant, (events) => !writing && events.length >= kept.size);
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
      writing = false;
      await store.append(tenant, aStream(tenant), 'any', [anEvent({ last: true })]);

      const seen = (await following).filter(({ data }) => !(data as { last?: boolean }).last);
      expect(new Set(seen.map(({ eventId }) => eventId))).toEqual(kept);
      expect(seen).toHaveLength(kept.size);
      expect(seen.map(({ position }) => position)).toEqual(seen.map(({ position }) => position).sort());
    }, 60_000);
  });
}
