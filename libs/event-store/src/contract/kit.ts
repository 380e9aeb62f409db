import { randomUUID } from 'node:crypto';
import { streamOf, type Category, type TenantId } from '@rapport/domain';
import {
  START,
  Unsupported,
  type EventStore,
  type EventToAppend,
  type ReadFilter,
  type StoredEvent,
} from '../port.js';

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
export const unsupported = async (attempt: Promise<unknown>): Promise<boolean> => {
  const [outcome] = await Promise.allSettled([attempt]);
  if (outcome.status === 'fulfilled' || !(outcome.reason instanceof Unsupported)) return false;
  console.info(`not checked: ${outcome.reason.message}`);
  return true;
};

export const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const aTenant = (): TenantId => randomUUID() as TenantId;
export const aStream = (tenant: TenantId, category: Category = 'Team'): string =>
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

export const someEvents = (n: number): EventToAppend[] =>
  Array.from({ length: n }, (_, i) => anEvent({ n: i }));
export const numbers = (events: readonly StoredEvent[]): unknown[] =>
  events.map(({ data }) => (data as { n: unknown }).n);

/** All events in small batches, once `count` of them are visible: an unrelated open transaction may hold some back. */
export async function everything(
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
export async function tail(
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
