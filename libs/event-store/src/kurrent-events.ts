import type { EventMeta, TenantId } from '@rapport/domain';
import type { JSONEventData, JSONType, RecordedEvent } from '@kurrent/kurrentdb-client';
import { ownPosition, type StreamNames } from './kurrent-live.js';
import type { ExpectedRevision, ReadFilter, StoredEvent } from './port.js';
import type { WrittenAppend, WrittenEvent } from './written-event.js';

export const stateOf = (expected: ExpectedRevision): 'any' | 'no_stream' | 'stream_exists' | bigint => {
  if (typeof expected === 'number') return BigInt(expected);
  return expected === 'no-stream' ? 'no_stream' : expected === 'exists' ? 'stream_exists' : 'any';
};

/** Streams of a tenant, of all categories or of those asked for. */
export const namesOf = (tenant: TenantId, { categories }: ReadFilter): StreamNames =>
  categories
    ? { prefixes: categories.map((category) => `${category}-${tenant}_`) }
    : { regex: `^[A-Za-z]+-${tenant}_` };

export const bytesOf = (appends: readonly WrittenAppend[]): number =>
  appends.reduce(
    (sum, { events }) => events.reduce((n, { data, meta }) => n + data.length + meta.length, sum),
    0,
  );

/** When an event that moved here was recorded first; the server stamps its own time. */
const RECORDED_AT = 'recordedAt';

/** The server takes texts as metadata only, so what is null is left out and comes back as null. */
export const toServer = (event: WrittenEvent, recordedAt?: string): JSONEventData => ({
  id: event.id,
  contentType: 'application/json',
  type: event.type,
  data: JSON.parse(event.data) as JSONType,
  metadata: {
    ...Object.fromEntries(
      Object.entries(JSON.parse(event.meta) as EventMeta).filter(([, value]) => value !== null),
    ),
    ...(recordedAt === undefined ? {} : { [RECORDED_AT]: recordedAt }),
  },
});

export function storedEvent(event: RecordedEvent): StoredEvent {
  if (!event.position)
    throw new Error('this server does not tell positions: KurrentDB 25.1 or later is needed');
  const { tenantId, actorId, commandId, $correlationId, $causationId, at, recordedAt } =
    event.metadata as unknown as EventMeta & { readonly [RECORDED_AT]?: string };
  return {
    stream: event.streamId,
    revision: Number(event.revision),
    eventId: event.id,
    type: event.type,
    data: event.data,
    meta: { tenantId, actorId, commandId, $correlationId, $causationId: $causationId ?? null, at },
    position: ownPosition(event.position),
    recordedAt: recordedAt ?? event.created.toISOString(),
  };
}
