import { streamOf, type TenantId } from '@rapport/domain';
import type { Log } from '@rapport/event-store';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type { EventSource } from '@rapport/read-models';

type Published = { documents: readonly InstrumentDocument[]; norms: readonly NormGroup[] };

/** The log as projections want it: decoded, with published instruments at hand. */
export function eventSourceOf(log: Log): EventSource {
  const published = new Map<string, Published & { revision: number }>();
  return {
    read: async (tenant, after, limit) =>
      log.journal.decode(await log.store.readAll(tenant, after, {}, limit)),
    woken: (tenant, timeoutMs, signal) => log.store.woken(tenant, timeoutMs, signal),
    async instrument(tenant: TenantId, id: string): Promise<Published> {
      const stream = streamOf('Instrument', tenant, id);
      const known = published.get(stream) ?? { documents: [], norms: [], revision: -1 };
      // Versions never change: only what was published since the last look is read.
      const since = await log.store.readStream(tenant, stream, known.revision + 1);
      const events = (await log.journal.decode(since)).flatMap((e) => ('event' in e ? [e.event] : []));
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
