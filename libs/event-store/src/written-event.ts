import { partsOf, type TenantId } from '@rapport/domain';
import {
  TooLarge,
  type EventToAppend,
  type ExpectedRevision,
  type StreamAppend,
  type StreamCheck,
} from './port.js';

/** Largest event that every adapter takes: data and metadata as JSON in UTF-8. */
export const MAX_EVENT_BYTES = 4 * 1024 * 1024;

/** An event as JSON text, checked to be storable everywhere. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

export interface WrittenAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly [WrittenEvent, ...WrittenEvent[]];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** JSON.stringify leaves whole surrogate pairs alone, so an escaped surrogate is a lone one. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * Checks an append before anything is sent. Throws TooLarge, and RangeError on what no caller should send: a
 * stream of another tenant, an empty append, ids that are no UUIDs, NUL or half a surrogate pair in a text.
 */
export function writtenAppend(tenant: TenantId, append: StreamAppend): WrittenAppend {
  const { stream, expected, events } = append;
  checkStream(tenant, stream);
  checkExpected(expected);
  const [first, ...rest] = events;
  if (!first) throw new RangeError(`an append to ${stream} without events`);
  return { stream, expected, events: [writtenEvent(first), ...rest.map(writtenEvent)] };
}

/** The same for several streams; each may be addressed once, be it written or only checked. */
export function writtenAppends(
  tenant: TenantId,
  appends: readonly StreamAppend[],
  checks: readonly StreamCheck[],
): readonly WrittenAppend[] {
  const streams = [...appends, ...checks].map(({ stream }) => stream);
  if (new Set(streams).size < streams.length)
    throw new RangeError('a stream is addressed twice in one append');
  for (const { stream, expected } of checks) {
    checkStream(tenant, stream);
    checkExpected(expected);
  }
  return appends.map((append) => writtenAppend(tenant, append));
}

function checkExpected(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !(Number.isInteger(expected) && expected >= 0))
    throw new RangeError(`not a revision: ${expected}`);
}

/** A stream carries its tenant in its name; a mix-up is an error, never another firm's data. */
export function checkStream(tenant: TenantId, stream: string): void {
  if (/[\u0000-\u001f\s"\\]/.test(stream) || !stream.isWellFormed())
    throw new RangeError('a stream name holds letters, digits and signs only');
  if (partsOf(stream).tenant !== tenant)
    throw new RangeError(`${stream} is not a stream of tenant ${tenant}`);
}

function writtenEvent(event: EventToAppend): WrittenEvent {
  if (!uuid.test(event.eventId)) throw new RangeError('an event id must be a lower-case UUID');
  if (!/^[A-Za-z][\w.-]*$/.test(event.type)) throw new RangeError(`not an event type: ${event.type}`);
  const data = JSON.stringify(event.data) ?? 'null';
  const meta = JSON.stringify(event.meta);
  const bytes =
    data.length + meta.length > MAX_EVENT_BYTES / 3 ? Buffer.byteLength(data) + Buffer.byteLength(meta) : 0;
  if (bytes > MAX_EVENT_BYTES) throw new TooLarge(bytes, MAX_EVENT_BYTES);
  if (holdsUnstorable(data) || holdsUnstorable(meta))
    throw new RangeError(`${event.type} holds a NUL character or half of a surrogate pair`);
  return { id: event.eventId, type: event.type, data, meta };
}

const holdsUnstorable = (json: string): boolean => json.includes('\\u') && unstorable.test(json);
