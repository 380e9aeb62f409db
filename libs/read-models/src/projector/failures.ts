import { isPassing } from './event-source.js';

/** A projection cannot take an event: it is tried again, then the event's stream is parked. */
export class EventFailed extends Error {
  constructor(
    readonly projection: string,
    readonly stream: string,
    readonly position: string,
    readonly type: string,
    cause: unknown,
  ) {
    super(`${projection} cannot take ${type} of ${stream}: ${(cause as Error)?.message ?? String(cause)}`, {
      cause,
    });
    this.name = 'EventFailed';
  }
}

/** A projection's rows cannot be written, and it is not known yet which event is to blame. */
export class ProjectionFailed extends Error {
  constructor(
    readonly projection: string,
    cause: unknown,
  ) {
    super(`${projection} cannot be written: ${(cause as Error)?.message ?? String(cause)}`, { cause });
    this.name = 'ProjectionFailed';
  }
}

/** What a failed fold means; what passes by itself stays what it is. `only` is the one event of the batch. */
export function failureOf(
  error: unknown,
  projection: string,
  only: { readonly position: string } | undefined,
): unknown {
  if (error instanceof EventFailed || isPassing(error)) return error;
  if (only !== undefined && 'stream' in only) {
    const { stream, position } = only as { stream: string; position: string };
    const { event, type } = only as { event?: { type: string }; type?: string };
    return new EventFailed(projection, stream, position, event?.type ?? type ?? '', error);
  }
  return new ProjectionFailed(projection, error);
}
