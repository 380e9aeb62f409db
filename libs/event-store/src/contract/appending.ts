import { randomUUID } from 'node:crypto';
import { streamOf } from '@rapport/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  unsupported,
  aTenant,
  aStream,
  anEvent,
  someEvents,
  numbers,
  everything,
  tail,
  type StoreUnderTest,
} from './kit.js';
import {
  START,
  StreamDeleted,
  TooLarge,
  Unsupported,
  WrongExpectedVersion,
  type EventStore,
} from '../port.js';

/** Writing: revisions, repetition, several streams, what must be true of others, load, refusals. */
export function appendingContract(opened: () => StoreUnderTest): void {
  let log: StoreUnderTest;
  let store: EventStore;
  beforeAll(() => {
    log = opened();
    store = log.here;
  });

  describe('appending', () => {
    it('numbers the events of a stream from 0 and answers the place of the last one', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const first = await store.append(tenant, stream, 'no-stream', someEvents(2));
      const second = await store.append(tenant, stream, 1, someEvents(1));
      const stored = await store.readStream(tenant, stream);
      expect([first.revision, second.revision]).toEqual([1, 2]);
      expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect([stored[1]!.position, stored[2]!.position]).toEqual([first.position, second.position]);
      expect(first.position < second.position && START < first.position).toBe(true);
    });

    it('stores an event as it was given, with the time of storing', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const data = { text: 'Grüße "\\u0000" \\ 🙂 \u2028', list: [1, null, { deep: true }], number: 0.1 };
      const event = { ...anEvent(data, tenant), type: 'Nested.v12' };
      await store.append(tenant, stream, 'no-stream', [event]);
      const [stored] = await store.readStream(tenant, stream);
      expect(stored).toMatchObject({ ...event, stream, revision: 0 });
      expect(Math.abs(Date.parse(stored!.recordedAt) - Date.now())).toBeLessThan(60_000);
      expect(stored!.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it.each([
      ['no-stream', 'any', true],
      ['no-stream', 'no-stream', true],
      ['no-stream', 'exists', false],
      ['no-stream', 0, false],
      ['three events', 'any', true],
      ['three events', 'exists', true],
      ['three events', 'no-stream', false],
      ['three events', 2, true],
      ['three events', 1, false],
      ['three events', 3, false],
    ] as const)('on %s, expecting %s: %s', async (before, expected, accepted) => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const actual = before === 'three events' ? 2 : -1;
      if (actual === 2) await store.append(tenant, stream, 'no-stream', someEvents(3));
      const attempt = store.append(tenant, stream, expected, someEvents(1));
      if (accepted) expect((await attempt).revision).toBe(actual + 1);
      else {
        await expect(attempt).rejects.toBeInstanceOf(WrongExpectedVersion);
        await expect(attempt).rejects.toMatchObject({ stream, expected, actual });
      }
      expect(await store.readStream(tenant, stream)).toHaveLength(actual + (accepted ? 2 : 1));
    });

    it.each(['no-stream', 'any', 'exists', 0] as const)(
      'takes the same events again, expecting %s, as the same append, even after others',
      async (expected) => {
        const tenant = aTenant();
        const stream = aStream(tenant);
        if (expected !== 'no-stream') await store.append(tenant, stream, 'no-stream', someEvents(1));
        const events = someEvents(3);
        const first = await store.append(tenant, stream, expected, events);
        expect(await store.append(tenant, stream, expected, events)).toEqual(first);
        await store.append(tenant, stream, first.revision, someEvents(2));
        expect(await log.there.append(tenant, stream, expected, events)).toEqual(first);
        const kept = await store.readStream(tenant, stream);
        expect(kept).toHaveLength(first.revision + 3);
      },
    );

    it('lets one of many writers at the same revision win, and tells the others', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 ? store : log.there).append(tenant, stream, 'no-stream', [anEvent({ n })]),
        ),
      );
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(11);
      for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedVersion);
      expect(await store.readStream(tenant, stream)).toHaveLength(1);
    });

    it('lets a retry that overtakes its own first attempt be one append', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const events = someEvents(2);
      const answers = await Promise.all(
        [store, log.there, store].map((each) => each.append(tenant, stream, 'no-stream', events)),
      );
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(await store.readStream(tenant, stream)).toHaveLength(2);
    });

    it('keeps tenants apart, even with the same ids', async () => {
      const [a, b] = [aTenant(), aTenant()];
      const id = randomUUID();
      const eventId = randomUUID();
      for (const tenant of [a, b])
        await store.append(tenant, streamOf('Team', tenant, id), 'no-stream', [
          anEvent({ tenant }, tenant, eventId),
        ]);
      for (const tenant of [a, b]) {
        expect((await everything(store, tenant, 1)).map(({ data }) => data)).toEqual([{ tenant }]);
        expect(await store.readStream(tenant, streamOf('Team', tenant, id))).toHaveLength(1);
      }
      await expect(store.append(a, streamOf('Team', b, id), 'any', someEvents(1))).rejects.toBeInstanceOf(
        RangeError,
      );
      await expect(store.readStream(a, streamOf('Team', b, id))).rejects.toBeInstanceOf(RangeError);
    });
  });

  describe('appending to several streams', () => {
    it('appends to all, in the order given', async () => {
      const tenant = aTenant();
      const streams = [aStream(tenant, 'Wave'), aStream(tenant, 'Engagement'), aStream(tenant)];
      const appended = await store.appendMany(
        tenant,
        streams.map((stream, n) => ({
          stream,
          expected: 'no-stream',
          events: [anEvent({ n }), anEvent({ n })],
        })),
      );
      expect(appended.map(({ revision }) => revision)).toEqual([1, 1, 1]);
      const all = await everything(store, tenant, 6);
      expect(numbers(all)).toEqual([0, 0, 1, 1, 2, 2]);
      expect(appended.map(({ position }) => position)).toEqual([1, 3, 5].map((n) => all[n]!.position));
    });

    it('appends to none when one stream is not as expected', async () => {
      const tenant = aTenant();
      const [open, taken] = [aStream(tenant), aStream(tenant)];
      await store.append(tenant, taken, 'no-stream', someEvents(1));
      const attempt = store.appendMany(tenant, [
        { stream: open, expected: 'no-stream', events: someEvents(2) },
        { stream: taken, expected: 'no-stream', events: someEvents(1) },
      ]);
      await expect(attempt).rejects.toMatchObject({
        name: 'WrongExpectedVersion',
        stream: taken,
        actual: 0,
      });
      expect(await store.readStream(tenant, open)).toEqual([]);
      expect(await everything(store, tenant, 1)).toHaveLength(1);
    });

    it('takes the same batch again as the same append', async () => {
      const tenant = aTenant();
      const appends = [aStream(tenant), aStream(tenant)].map((stream) => ({
        stream,
        expected: 'no-stream' as const,
        events: someEvents(2),
      }));
      const first = await store.appendMany(tenant, appends);
      expect(await log.there.appendMany(tenant, appends)).toEqual(first);
      expect(await everything(store, tenant, 4)).toHaveLength(4);
    });

    it('refuses to address one stream twice', async () => {
      const tenant = aTenant();
      const append = { stream: aStream(tenant), expected: 'any' as const, events: someEvents(1) };
      await expect(store.appendMany(tenant, [append, append])).rejects.toBeInstanceOf(RangeError);
    });
  });

  describe('depending on other streams', () => {
    const one = (stream: string) => [{ stream, expected: 'no-stream' as const, events: someEvents(1) }];

    it.each([
      ['no-stream', 'any', true],
      ['no-stream', 'no-stream', true],
      ['no-stream', 'exists', false],
      ['no-stream', 0, false],
      ['two events', 'exists', true],
      ['two events', 1, true],
      ['two events', 0, false],
      ['two events', 2, false],
      ['two events', 'no-stream', false],
    ] as const)('while another is %s, expecting %s of it: %s', async (before, expected, accepted) => {
      const tenant = aTenant();
      const [target, other] = [aStream(tenant), aStream(tenant, 'Wave')];
      const actual = before === 'two events' ? 1 : -1;
      if (actual === 1) await store.append(tenant, other, 'no-stream', someEvents(2));
      const attempt = store.appendMany(tenant, one(target), [{ stream: other, expected }]);
      if (await unsupported(attempt)) return;
      if (accepted) expect(await attempt).toMatchObject([{ revision: 0 }]);
      else
        await expect(attempt).rejects.toMatchObject({
          name: 'WrongExpectedVersion',
          stream: other,
          actual,
        });
      expect(await store.readStream(tenant, target)).toHaveLength(accepted ? 1 : 0);
      expect(await store.readStream(tenant, other)).toHaveLength(actual + 1);
    });

    it('says when the other is closed, and when one stream is addressed twice', async () => {
      const tenant = aTenant();
      const [target, other] = [aStream(tenant), aStream(tenant)];
      await store.tombstone(tenant, other);
      const attempt = store.appendMany(tenant, one(target), [{ stream: other, expected: 'any' }]);
      if (await unsupported(attempt)) return;
      await expect(attempt).rejects.toBeInstanceOf(StreamDeleted);
      const twice = store.appendMany(tenant, one(target), [{ stream: target, expected: 'any' }]);
      await expect(twice).rejects.toBeInstanceOf(RangeError);
    });

    it('answers a retry as the first time, although the other moved on meanwhile', async () => {
      const tenant = aTenant();
      const [target, other] = [aStream(tenant), aStream(tenant)];
      const appends = one(target);
      const first = store.appendMany(tenant, appends, [{ stream: other, expected: 'no-stream' }]);
      if (await unsupported(first)) return;
      await store.append(tenant, other, 'no-stream', someEvents(1));
      const again = await log.there.appendMany(tenant, appends, [{ stream: other, expected: 'no-stream' }]);
      expect(again).toEqual(await first);
    });

    it('lets at most one of two appends win that each depend on the other', async () => {
      const tenant = aTenant();
      const pairs = await Promise.all(
        Array.from({ length: 24 }, () => {
          const [a, b] = [aStream(tenant), aStream(tenant)];
          return Promise.allSettled([
            store.appendMany(tenant, one(a), [{ stream: b, expected: 'no-stream' }]),
            log.there.appendMany(tenant, one(b), [{ stream: a, expected: 'no-stream' }]),
          ]);
        }),
      );
      const outcomes = pairs.flat();
      if (outcomes.some((o) => o.status === 'rejected' && o.reason instanceof Unsupported)) return;
      const won = pairs.map((pair) => pair.filter(({ status }) => status === 'fulfilled').length);
      expect(won).toEqual(pairs.map(() => 1));
    });
  });

  describe('under load', () => {
    it('lets one of 50 writers win each revision of a stream, and keeps what it acknowledged', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const rounds = 4;
      const winners: string[] = [];
      for (let revision = 0; revision < rounds; revision++) {
        const attempts = Array.from({ length: 50 }, (_, n) => ({ n, event: anEvent({ n }, tenant) }));
        const outcomes = await Promise.allSettled(
          attempts.map(({ n, event }) =>
            (n % 2 ? store : log.there).append(tenant, stream, revision === 0 ? 'no-stream' : revision - 1, [
              event,
            ]),
          ),
        );
        const won = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []));
        expect(won).toHaveLength(1);
        winners.push(attempts[won[0]!]!.event.eventId);
        for (const outcome of outcomes)
          if (outcome.status === 'rejected')
            expect(outcome.reason).toMatchObject({ name: 'WrongExpectedVersion', stream });
      }
      expect((await store.readStream(tenant, stream)).map(({ eventId }) => eventId)).toEqual(winners);
    }, 60_000);

    it('keeps crowded appends of two tenants with the same ids apart, each at its own revision', async () => {
      const tenants = [aTenant(), aTenant()];
      const ids = Array.from({ length: 25 }, () => ({
        id: randomUUID(),
        eventIds: [randomUUID(), randomUUID()],
      }));
      const crowd = tenants.flatMap((tenant) =>
        ids.map(async ({ id, eventIds }) => {
          const stream = streamOf('Team', tenant, id);
          const events = eventIds.map((eventId) => anEvent({ tenant }, tenant, eventId));
          const wrong = store.append(tenant, stream, 7, events).catch((error: unknown) => error);
          const appended = await store.append(tenant, stream, 'no-stream', events);
          expect(await wrong).toBeInstanceOf(WrongExpectedVersion);
          expect(await log.there.append(tenant, stream, 'no-stream', events)).toEqual(appended);
          const next = await store.append(tenant, stream, 1, [anEvent({ tenant }, tenant)]);
          return [appended.revision, next.revision, appended.position < next.position];
        }),
      );
      expect(await Promise.all(crowd)).toEqual(crowd.map(() => [1, 2, true]));
      for (const tenant of tenants) {
        const all = await everything(store, tenant, 75);
        expect(all.map(({ data }) => data)).toEqual(Array.from({ length: 75 }, () => ({ tenant })));
        expect(new Set(all.map(({ position }) => position)).size).toBe(75);
      }
    }, 60_000);

    it('keeps a batch of many events whole and in order', async () => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      const count = 1500;
      const { revision } = await store.append(tenant, stream, 'no-stream', someEvents(count));
      expect(revision).toBe(count - 1);
      const seen = await tail(store, tenant, (events) => events.length === count);
      expect(numbers(seen)).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(numbers(await store.readAll(tenant, START, {}, count))).toEqual(numbers(seen));
      expect(await store.append(tenant, stream, revision, someEvents(1))).toMatchObject({
        revision: count,
      });
    }, 60_000);

    it.each([20, 32, 33])(
      'keeps %i events whole and in order, at the beginning and behind others',
      async (count) => {
        const tenant = aTenant();
        const stream = aStream(tenant);
        await store.append(tenant, stream, 'no-stream', someEvents(count));
        const { revision } = await store.append(tenant, stream, count - 1, someEvents(count));
        expect(revision).toBe(2 * count - 1);
        const seen = await tail(store, tenant, (events) => events.length === 2 * count);
        const each = Array.from({ length: count }, (_, n) => n);
        expect(numbers(seen)).toEqual([...each, ...each]);
        expect(await store.readStream(tenant, stream)).toEqual(seen);
      },
    );
  });

  describe('refusing', () => {
    it('refuses an event above 4 MB and takes one below', async () => {
      const tenant = aTenant();
      const tooLarge = store.append(tenant, aStream(tenant), 'any', [
        anEvent({ text: 'ü'.repeat(2_097_152) }),
      ]);
      await expect(tooLarge).rejects.toBeInstanceOf(TooLarge);
      const fits = await store.append(tenant, aStream(tenant), 'any', [
        anEvent({ text: 'x'.repeat(900_000) }),
      ]);
      expect(fits.revision).toBe(0);
    });

    it.each([
      ['a NUL character', 'a\u0000b'],
      ['half of a surrogate pair', 'a\ud83d'],
      ['the other half', '\\\udc00'],
    ])('refuses %s before anything is stored', async (_, text) => {
      const tenant = aTenant();
      const stream = aStream(tenant);
      for (const event of [anEvent({ text }), anEvent({ [text]: 1 })])
        await expect(store.append(tenant, stream, 'any', [event])).rejects.toBeInstanceOf(RangeError);
      await expect(store.append(tenant, `${stream}\u0000`, 'any', someEvents(1))).rejects.toBeInstanceOf(
        RangeError,
      );
      expect(await store.readStream(tenant, stream)).toEqual([]);
    });

    it('refuses an append without events and a position of another log', async () => {
      const tenant = aTenant();
      await expect(store.append(tenant, aStream(tenant), 'any', [])).rejects.toBeInstanceOf(RangeError);
      await expect(store.readAll(tenant, 'tomorrow', {}, 10)).rejects.toBeInstanceOf(RangeError);
    });
  });
}
