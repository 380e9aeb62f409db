import { createHash } from 'node:crypto';
import type { TenantId } from '@rapport/domain';
import { jsonEvent } from '@kurrent/kurrentdb-client';
import type { LimitedClient } from './kurrent-client.js';
import { isMissing } from './kurrent-errors.js';

/**
 * What the server knows only scattered over the whole log is kept in small streams beside it: who there is, and
 * which streams of a tenant were cut or closed. Their names are none of an aggregate's, so no reader meets them.
 */
export const TENANTS = 'rapport.tenants';
export const hiddenStreamsOf = (tenant: TenantId): string => `rapport.hidden-${tenant}`;

/** Adds a note; the same note again is the same event, and a repetition that slips through does no harm. */
export async function note(
  client: LimitedClient,
  list: string,
  data: Record<string, string | number>,
): Promise<void> {
  const id = uuidOf(`${list} ${JSON.stringify(data)}`);
  await client.call((now) => now.appendToStream(list, jsonEvent({ id, type: 'Noted', data })));
}

/** The notes of a list from one of them on. */
export async function notesOf<T>(client: LimitedClient, list: string, from: number): Promise<T[]> {
  const found: T[] = [];
  try {
    for await (const { event } of client.read((now) => now.readStream(list, { fromRevision: BigInt(from) })))
      if (event) found.push(event.data as T);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return found;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
