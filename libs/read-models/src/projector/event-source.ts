import { streamOf, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type { EventSource, LogSource, ReadEvent } from '../projection.js';

/** A stored event as far as it concerns who reads it again when it cannot be decoded. */
interface Stored {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly recordedAt: string;
}

/** The parts of the log that projections read through. */
export interface ReadableLog<S extends Stored> {
  readonly store: {
    readAll(tenant: TenantId, after: string, filter: object, batch: number): Promise<readonly S[]>;
    readStream(tenant: TenantId, stream: string, fromRevision?: number): Promise<readonly S[]>;
    woken(tenant: TenantId, timeoutMs: number, signal: AbortSignal, after?: string): Promise<void>;
    head(tenant: TenantId): Promise<string>;
    tenants(): Promise<readonly TenantId[]>;
  };
  readonly journal: {
    decode(
      stored: readonly S[],
    ): Promise<readonly (Recorded<DomainEvent> | { readonly unknown: string; readonly position: string })[]>;
  };
}

type Published = { documents: readonly InstrumentDocument[]; norms: readonly NormGroup[] };

const PAGE = 1000;

/** The log as projections want it: decoded, with published instruments at hand. */
export function eventSourceOf<S extends Stored>({ store, journal }: ReadableLog<S>): LogSource {
  const published = new Map<string, Published & { revision: number }>();

  /** One bad event must not take the others of its batch along: when a batch fails, each is read alone. */
  const decode = async (stored: readonly S[]): Promise<readonly ReadEvent[]> => {
    try {
      return await journal.decode(stored);
    } catch (error) {
      if (isPassing(error)) throw error;
      const events: ReadEvent[] = [];
      for (const one of stored)
        try {
          events.push(...(await journal.decode([one])));
        } catch (reason) {
          if (isPassing(reason)) throw reason;
          const { type, stream, position } = one;
          events.push({ unreadable: reason, type, stream, position });
        }
      return events;
    }
  };
  return {
    read: async (tenant, after, limit) => decode(await store.readAll(tenant, after, {}, limit)),
    stream: async (tenant, stream) => decode(await store.readStream(tenant, stream)),
    woken: (...wait) => store.woken(...wait),
    head: (tenant) => store.head(tenant),
    tenants: () => store.tenants(),
    async behind(tenant, after, most) {
      let events = 0;
      let since: string | null = null;
      for (let from = after; events < most;) {
        const page = await store.readAll(tenant, from, {}, Math.min(PAGE, most - events));
        since ??= page[0]?.recordedAt ?? null;
        events += page.length;
        if (page.length < PAGE) break;
        from = page.at(-1)!.position;
      }
      return { events, since };
    },
    async instrument(tenant: TenantId, id: string): Promise<Published> {
      const stream = streamOf('Instrument', tenant, id);
      const known = published.get(stream) ?? { documents: [], norms: [], revision: -1 };
      // Versions never change: only what was published since the last look is read.
      const since = await store.readStream(tenant, stream, known.revision + 1);
      const events = (await decode(since)).flatMap((e) => ('event' in e ? [e.event] : []));
      const now = {
        documents: [
          ...known.documents,
          ...events.flatMap((e) => (e.type === 'InstrumentPublished' ? [e.document] : [])),
        ],
        norms: [...known.norms, ...events.flatMap((e) => (e.type === 'NormGroupPublished' ? [e.norm] : []))],
        revision: known.revision + since.length,
      };
      published.set(stream, now);
      return now;
    },
  };
}

/** Behind a full batch there is another: it is read while this one is folded. */
export function readingAhead(source: EventSource): EventSource {
  let next: { tenant: TenantId; after: string; events: Promise<readonly ReadEvent[]> } | undefined;
  return {
    instrument: (tenant, id) => source.instrument(tenant, id),
    woken: (...wait) => source.woken(...wait),
    async read(tenant, after, limit) {
      const mine = next?.tenant === tenant && next.after === after ? next : undefined;
      if (mine) next = undefined;
      const ready = (await mine?.events) ?? [];
      // Nothing behind it was true a moment ago: it is asked again.
      const events = ready.length > 0 ? ready : await source.read(tenant, after, limit);
      const last = events.at(-1);
      if (last && events.length === limit) {
        next = { tenant, after: last.position, events: source.read(tenant, last.position, limit) };
        next.events.catch(() => undefined);
      }
      return events;
    },
  };
}

const CONNECTION = /^(08|53|55|57|58|40|25)|^E[A-Z]+$/;

/** True for what goes away by itself (a lost connection, a full server), false for what is wrong with an event. */
export function isPassing(error: unknown): boolean {
  const { name = '', code = '', message = '' } = error as { name?: string; code?: unknown; message?: string };
  if (name === 'Unavailable') return true;
  if (typeof code === 'string' && code !== '') return CONNECTION.test(code);
  return /timeout|terminat|connection/i.test(message) && !(error instanceof TypeError);
}
