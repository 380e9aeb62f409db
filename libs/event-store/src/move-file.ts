import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TenantId } from '@rapport/domain';
import type { HiddenStream, StoredEvent } from './port.js';

/**
 * A log as lines of JSON: a header, then tenant by tenant its name, its events in order and a line that closes the
 * section with count, hash and hidden streams, and at the end a line that says that nothing is missing.
 */
export type Line =
  | { readonly rapport: 'log'; readonly version: 1 }
  | { readonly tenant: TenantId }
  | { readonly event: StoredEvent }
  | SectionEnd
  | { readonly complete: true; readonly tenants: number; readonly events: number };

export interface SectionEnd {
  readonly end: TenantId;
  readonly events: number;
  /** Of the events as every engine gives them back: without positions, keys in order. */
  readonly sha256: string;
  readonly hidden: readonly HiddenStream[];
}

/** Not a log, not a whole one, or not as it was written. */
export class BrokenFile extends Error {}

export interface Placed {
  readonly line: Line;
  /** Where the line ends in the file, in bytes. */
  readonly until: number;
}

/** The lines of a file; one that was cut off in the middle is left out. */
export async function* linesOf(file: string): AsyncGenerator<Placed> {
  let until = 0;
  let number = 0;
  const size = { read: 0 };
  const input = createReadStream(file, 'utf8');
  input.on('data', (chunk) => (size.read += Buffer.byteLength(chunk as string)));
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    until += Buffer.byteLength(text) + 1;
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch (error) {
      // The last line of an export that was killed has no end.
      if (input.readableEnded && until > size.read) return;
      throw new BrokenFile(`line ${number} is not JSON`, { cause: error });
    }
    if (number === 1 && !('rapport' in line && line.rapport === 'log' && line.version === 1))
      throw new BrokenFile('this is not an exported log of a version this release reads');
    if (until <= size.read) yield { line, until };
  }
}

/** Counts and hashes the events of one section. */
export class Sum {
  readonly #hash: Hash = createHash('sha256');
  events = 0;

  add({ stream, revision, eventId, type, data, meta, recordedAt }: StoredEvent): void {
    this.events++;
    this.#hash.update(
      `${JSON.stringify(ordered([stream, revision, eventId, type, data, meta, recordedAt]))}\n`,
    );
  }

  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
}
