import { randomBytes, randomUUID } from 'node:crypto';
import { streamOf, type Category, type TenantId } from '@rapport/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  START,
  StreamDeleted,
  TooLarge,
  Unsupported,
  WrongExpectedVersion,
  type EventStore,
  type EventToAppend,
  type ReadFilter,
  type StoredEvent,
} from './port.js';

export interface StoreUnderTest {
  /** Two instances over the same log, as two processes would have them; may be one and the same. */
  readonly here: EventStore;
  readonly there: EventStore;
  /**
   * Appends as an awkward writer would: slowly, and sometimes taking everything back at the end. Answers
   * whether the events were kept. Without it, writers only wait before they append.
   */
  readonly appendAwkwardly?: (request: {
    tenant: TenantId;
    stream: string;
    events: readonly EventToAppend[];
    delayMs: number;
    takeBack: boolean;
  }) => Promise<boolean>;
  /** An instance that may restore events, as the owner of the log; absent when `here` may. */
  readonly owner?: EventStore;
  /** One more instance, which the caller closes. */
  another(): Promise<EventStore>;
  close(): Promise<void>;
}

/** An engine may refuse what it cannot do, as long as it says so and stores nothing. */
const unsupported = async (attempt: Promise<unknown>): Promise<boolean> => {
  const [outcome] = await Promise.allSettled([attempt]);
  if (outcome.status === 'fulfilled' || !(outcome.reason instanceof Unsupported)) return false;
  console.info(`not checked: ${outcome.reason.message}`);
  return true;
};

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const aTenant = (): TenantId => randomUUID() as TenantId;
const aStream = (tenant: TenantId, category: Category = 'Team'): string =>
  streamOf(category, tenant, randomUUID());

export const anEvent = (
  data: unknown = {},
  tenant: TenantId = aTenant(),
  eventId = randomUUID(),
): EventToAppend => ({
  eventId,
  type: 'SomethingHappened.v1',
  data,
  meta: {
    tenantId: tenant,
    actorId: 'someone',
    commandId: randomUUID(),
    $correlationId: 'c',
    $causationId: null,
    at: '2026-03-01T09:00:00.000Z',
  },
});

const someEvents = (n: number): EventToAppend[] => Array.from({ length: n }, (_, i) => anEvent({ n: i }));
const numbers = (events: readonly StoredEvent[]): unknown[] =>
  events.map(({ data }) => (data as { n: unknown }).n);

/** All events in small batches, once `count` of them are visible: an unrelated open transaction may hold some back. */
async function everything(
  store: EventStore,
  tenant: TenantId,
  count: number,
  filter: ReadFilter = {},
): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  const patience = AbortSignal.timeout(10_000);
  for (;;) {
    const batch = await store.readAll(tenant, all.at(-1)?.position ?? START, filter, 7);
    if (batch.length === 0 && (all.length >= count || patience.aborted)) return all;
    if (batch.length === 0) await store.woken(tenant, 20, patience);
    all.push(...batch);
  }
}

/** Reads live until `enough` says so. */
async function tail(
  store: EventStore,
  tenant: TenantId,
  enough: (events: readonly StoredEvent[]) => boolean,
  { after = START, filter = {} as ReadFilter, limitMs = 30_000 } = {},
): Promise<StoredEvent[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limitMs);
  const seen: StoredEvent[] = [];
  for await (const batch of store.subscribe(tenant, after, filter, stop.signal)) {
    seen.push(...batch);
    if (enough(seen)) break;
  }
  clearTimeout(timer);
  return seen;
}

/** What every adapter of the log must do. It needs nothing of the store but the port: each test has its own tenant. */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the log: ${name}`, () => {
    let log: StoreUnderTest;
    let store: EventStore;
    beforeAll(async () => {
      log = await open();
      store = log.here;
    });
    afterAll(() => log.close());

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
              (n % 2 ? store : log.there).append(
                tenant,
                stream,
                revision === 0 ? 'no-stream' : revision - 1,
                [event],
              ),
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
        for (let n = 0; n < 20; n++)
          await store.append(tenant, aStream(tenant), 'no-stream', [anEvent({ n })]);
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
          await store.append(tenant, aStream(tenant, category), 'no-stream', [
            anEvent({ n }),
            anEvent({ n }),
          ]);
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
  });
}
