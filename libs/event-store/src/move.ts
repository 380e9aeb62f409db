import { open, stat, type FileHandle } from 'node:fs/promises';
import type { TenantId } from '@rapport/domain';
import { BrokenFile, linesOf, Sum, type Line, type SectionEnd } from './move-file.js';
import { START, type EventStore, type Position, type StoredEvent } from './port.js';

export { BrokenFile } from './move-file.js';

export interface Moving {
  readonly store: EventStore;
  readonly file: string;
  /** `of` is in bytes of the file and null where the end is not known. */
  readonly onProgress?: (progress: { events: number; bytes: number; of: number | null }) => void;
  readonly signal?: AbortSignal;
}

export interface Moved {
  readonly tenants: number;
  readonly events: number;
}

const BATCH = 500;

/**
 * Writes the log to a file, tenant by tenant, in the order of reading. An export that was stopped or killed goes
 * on in the same file; what is there already is read and counted in, not fetched again. Nobody should append
 * meanwhile: what is appended to a tenant after its turn is not in the file.
 */
export async function exportLog({ store, file, onProgress, signal }: Moving): Promise<Moved> {
  const begun = await whatIsThere(file);
  if (begun.complete) return begun.complete;
  const output = await open(file, 'a+');
  try {
    await output.truncate(begun.bytes);
    const writer = new Writer(output, begun.bytes);
    if (begun.bytes === 0) await writer.write({ rapport: 'log', version: 1 });
    let { events } = begun;
    const tenants = await store.tenants();
    for (const tenant of tenants) {
      if (begun.ended.has(tenant)) continue;
      let after: Position = START;
      let sum = new Sum();
      if (begun.section?.tenant === tenant) ({ after, sum } = begun.section);
      else await writer.write({ tenant });
      for (;;) {
        signal?.throwIfAborted();
        const batch = await store.readAll(tenant, after, {}, BATCH);
        if (batch.length === 0) break;
        for (const event of batch) {
          sum.add(event);
          await writer.write({ event });
        }
        after = batch.at(-1)!.position;
        events += batch.length;
        onProgress?.({ events, bytes: writer.bytes, of: null });
      }
      await writer.write({
        end: tenant,
        events: sum.events,
        sha256: sum.sha256,
        hidden: await store.hidden(tenant),
      });
      await writer.flush();
    }
    const moved = { tenants: tenants.length, events };
    await writer.write({ complete: true, ...moved });
    await writer.flush();
    await output.sync();
    return moved;
  } finally {
    await output.close();
  }
}

interface Begun {
  readonly bytes: number;
  readonly events: number;
  readonly ended: ReadonlySet<TenantId>;
  readonly section?: { readonly tenant: TenantId; readonly after: Position; readonly sum: Sum };
  readonly complete?: Moved;
}

async function whatIsThere(file: string): Promise<Begun> {
  const ended = new Set<TenantId>();
  let [bytes, events] = [0, 0];
  let section: { tenant: TenantId; after: Position; sum: Sum } | undefined;
  if (!(await stat(file).catch(() => undefined))) return { bytes, events, ended };
  for await (const { line, until } of linesOf(file)) {
    bytes = until;
    if ('tenant' in line) section = { tenant: line.tenant, after: START, sum: new Sum() };
    else if ('event' in line && section) {
      events++;
      section.after = line.event.position;
      section.sum.add(line.event);
    } else if ('end' in line) {
      ended.add(line.end);
      section = undefined;
    } else if ('complete' in line)
      return { bytes, events, ended, complete: { tenants: line.tenants, events: line.events } };
  }
  return { bytes, events, ended, ...(section ? { section } : {}) };
}

const CHUNK = 1024 * 1024;

class Writer {
  #pending: string[] = [];
  #size = 0;

  constructor(
    private readonly output: FileHandle,
    public bytes: number,
  ) {}

  async write(line: Line): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.#pending.push(text);
    this.#size += text.length;
    if (this.#size >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    const text = Buffer.from(this.#pending.join(''));
    this.#pending = [];
    this.#size = 0;
    await this.output.appendFile(text);
    this.bytes += text.length;
  }
}

/**
 * Puts an exported log into this store: same streams, revisions, ids, metadata and times, same order. May be stopped
 * or killed and run again. Throws BrokenFile on a file that is not whole, RangeError when a tenant has a log of its
 * own here. Every section is read back and compared by count and hash before it counts as moved.
 */
export async function importLog({ store, file, onProgress, signal }: Moving): Promise<Moved> {
  const { size } = await stat(file);
  let [tenants, events] = [0, 0];
  let section: Section | undefined;
  let complete: Moved | undefined;
  for await (const { line, until } of linesOf(file)) {
    if ('tenant' in line) section = new Section(store, line.tenant);
    else if ('event' in line) {
      if (!section) throw new BrokenFile('an event stands outside of a tenant');
      if (await section.add(line.event)) {
        signal?.throwIfAborted();
        onProgress?.({ events: events + section.sum.events, bytes: until, of: size });
      }
    } else if ('end' in line) {
      if (section?.tenant !== line.end) throw new BrokenFile(`the section of ${line.end} has no beginning`);
      await section.finish(line, signal);
      tenants++;
      events += line.events;
      section = undefined;
      onProgress?.({ events, bytes: until, of: size });
    } else if ('complete' in line) complete = line;
  }
  if (!complete) throw new BrokenFile('the file ends too early: let the export finish first');
  if (complete.tenants !== tenants || complete.events !== events)
    throw new BrokenFile(
      `the file holds ${events} events of ${tenants} tenants, not ${complete.events} of ${complete.tenants}`,
    );
  return { tenants, events };
}

class Section {
  readonly sum = new Sum();
  #batch: StoredEvent[] = [];
  #first: StoredEvent | undefined;

  constructor(
    private readonly store: EventStore,
    readonly tenant: TenantId,
  ) {}

  /** Answers whether a batch was put away with this event. */
  async add(event: StoredEvent): Promise<boolean> {
    if (!this.#first) await this.#begin(event);
    this.sum.add(event);
    this.#batch.push(event);
    if (this.#batch.length < BATCH) return false;
    await this.#put();
    return true;
  }

  async finish(end: SectionEnd, signal: AbortSignal | undefined): Promise<void> {
    if (end.events !== this.sum.events || end.sha256 !== this.sum.sha256)
      throw new BrokenFile(`the events of tenant ${this.tenant} are not those that were exported`);
    await this.#put();
    for (const { stream, before } of end.hidden)
      if (before === 'closed') await this.store.tombstone(this.tenant, stream);
      else await this.store.truncate(this.tenant, stream, before);
    const there = new Sum();
    for (let after: Position = START; ;) {
      signal?.throwIfAborted();
      const batch = await this.store.readAll(this.tenant, after, {}, BATCH);
      if (batch.length === 0 && there.events >= end.events) break;
      // What was written a moment ago may still wait behind an older transaction.
      if (batch.length === 0)
        await this.store.woken(this.tenant, 100, signal ?? new AbortController().signal);
      for (const event of batch) there.add(event);
      after = batch.at(-1)?.position ?? after;
    }
    if (there.sha256 !== end.sha256)
      throw new RangeError(
        `tenant ${this.tenant} has ${there.events} events here that do not equal the ${end.events} of the file`,
      );
  }

  async #begin(event: StoredEvent): Promise<void> {
    this.#first = event;
    const [there] = await this.store.readAll(this.tenant, START, {}, 1);
    if (there && there.eventId !== event.eventId)
      throw new RangeError(`tenant ${this.tenant} has a log of its own here`);
  }

  /** A batch is put away whole and in order: when its last event is there, all are. */
  async #put(): Promise<void> {
    const last = this.#batch.at(-1);
    if (!last) return;
    const [there] = await this.store.readStream(this.tenant, last.stream, last.revision);
    if (there?.eventId !== last.eventId) await this.store.restore(this.tenant, this.#batch);
    this.#batch = [];
  }
}
