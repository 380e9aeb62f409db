import type { TenantId } from '@rapport/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  aTenant,
  aStream,
  anEvent,
  someEvents,
  numbers,
  everything,
  tail,
  type StoreUnderTest,
} from './kit.js';
import { StreamDeleted, type EventStore, type StoredEvent } from '../port.js';

/** Streams as a whole: cut, moved in from elsewhere, closed for ever. */
export function streamsContract(opened: () => StoreUnderTest): void {
  let log: StoreUnderTest;
  let store: EventStore;
  beforeAll(() => {
    log = opened();
    store = log.here;
  });

  describe('cutting a stream', () => {
    it('no longer reads what is before the cut, and numbers on', async () => {
      const tenant = aTenant();
      const [cut, other] = [aStream(tenant), aStream(tenant)];
      for (const stream of [cut, other]) await store.append(tenant, stream, 'no-stream', someEvents(4));
      await store.truncate(tenant, cut, 2);
      expect(numbers(await store.readStream(tenant, cut))).toEqual([2, 3]);
      expect(numbers(await store.readStream(tenant, cut, 3))).toEqual([3]);
      expect(numbers(await everything(store, tenant, 6))).toEqual([2, 3, 0, 1, 2, 3]);
      expect(numbers(await tail(log.there, tenant, (events) => events.length === 6))).toHaveLength(6);
      expect(await store.append(tenant, cut, 3, someEvents(1))).toMatchObject({ revision: 4 });
      await expect(store.append(tenant, cut, 'no-stream', someEvents(1))).rejects.toMatchObject({
        actual: 4,
      });
      expect(await store.readStream(tenant, other)).toHaveLength(4);
    });

    it('never brings back what was cut, keeps the last event, and lists what it hides', async () => {
      const [tenant, stranger] = [aTenant(), aTenant()];
      const [cut, closed] = [aStream(tenant), aStream(tenant, 'Wave')];
      for (const stream of [cut, closed]) await store.append(tenant, stream, 'no-stream', someEvents(4));
      await store.truncate(tenant, cut, 3);
      await store.truncate(tenant, cut, 1);
      expect(numbers(await store.readStream(tenant, cut))).toEqual([3]);
      await expect(store.truncate(tenant, cut, 4)).rejects.toBeInstanceOf(RangeError);
      await expect(store.truncate(tenant, aStream(tenant), 1)).rejects.toBeInstanceOf(RangeError);
      await store.tombstone(tenant, closed);
      await expect(store.truncate(tenant, closed, 1)).rejects.toBeInstanceOf(StreamDeleted);
      expect(await log.there.hidden(tenant)).toEqual([
        { stream: cut, before: 3 },
        { stream: closed, before: 'closed' },
      ]);
      expect(await store.hidden(stranger)).toEqual([]);
    });
  });

  describe('moving in', () => {
    const moved = (tenant: TenantId): StoredEvent[] => {
      const [a, b, cut] = [aStream(tenant), aStream(tenant, 'Firm'), aStream(tenant, 'Wave')];
      const places: [string, number][] = [
        [a, 0],
        [b, 0],
        [a, 1],
        [cut, 4],
        [b, 1],
        [b, 2],
        [cut, 5],
      ];
      return places.map(([stream, revision], n) => ({
        ...anEvent({ n, text: 'Grüße "\\' }, tenant),
        stream,
        revision,
        position: `elsewhere ${n}`,
        recordedAt: `2024-02-29T09:00:0${n}.120Z`,
      }));
    };
    const withoutPlace = (events: readonly StoredEvent[]): unknown[] =>
      events.map(({ position: _, ...event }) => event);

    it('restores events as they were, in their order, also when it was interrupted', async () => {
      const tenant = aTenant();
      const events = moved(tenant);
      const owner = log.owner ?? store;
      await owner.restore(tenant, events.slice(0, 3));
      await owner.restore(tenant, events);
      await owner.restore(tenant, events);
      expect(withoutPlace(await everything(store, tenant, 7))).toEqual(withoutPlace(events));
      expect(withoutPlace(await store.readStream(tenant, events[3]!.stream))).toEqual(
        withoutPlace([events[3]!, events[6]!]),
      );
      expect(await store.hidden(tenant)).toEqual([{ stream: events[3]!.stream, before: 4 }]);
      expect(await store.tenants()).toContain(tenant);
      expect(await store.append(tenant, events[3]!.stream, 5, someEvents(1))).toMatchObject({
        revision: 6,
      });
      expect((await everything(store, tenant, 8)).at(-1)).toMatchObject({ revision: 6 });
    });

    it('restores nothing over something else', async () => {
      const tenant = aTenant();
      const events = moved(tenant);
      await store.append(tenant, events[0]!.stream, 'no-stream', someEvents(2));
      await expect((log.owner ?? store).restore(tenant, events.slice(0, 1))).rejects.toBeInstanceOf(
        RangeError,
      );
      expect(await store.readStream(tenant, events[0]!.stream)).toHaveLength(2);
    });
  });

  describe('closing a stream for ever', () => {
    it('refuses appends, reads nothing of it any more, and leaves others alone', async () => {
      const tenant = aTenant();
      const [closed, other] = [aStream(tenant), aStream(tenant)];
      for (const stream of [closed, other]) await store.append(tenant, stream, 'no-stream', someEvents(2));
      await store.tombstone(tenant, closed);
      await store.tombstone(tenant, closed);
      for (const expected of ['any', 'exists', 'no-stream', 1] as const)
        await expect(store.append(tenant, closed, expected, someEvents(1))).rejects.toBeInstanceOf(
          StreamDeleted,
        );
      const many = store.appendMany(tenant, [
        { stream: other, expected: 1, events: someEvents(1) },
        { stream: closed, expected: 'any', events: someEvents(1) },
      ]);
      await expect(many).rejects.toBeInstanceOf(StreamDeleted);
      expect(await store.readStream(tenant, closed)).toEqual([]);
      expect(await store.readStream(tenant, other)).toHaveLength(2);
      expect((await everything(store, tenant, 2)).map(({ stream }) => stream)).toEqual([other, other]);
      expect(await store.head(tenant)).toBe((await store.readStream(tenant, other))[1]!.position);
    });

    it('closes a stream that was never written, too', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      await store.tombstone(tenant, stream);
      await expect(store.append(tenant, stream, 'no-stream', someEvents(1))).rejects.toBeInstanceOf(
        StreamDeleted,
      );
    });
  });
}
