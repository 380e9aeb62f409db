import { setTimeout as pause } from 'node:timers/promises';
import {
  isRefusal,
  streamOf,
  type Category,
  type CommandMeta,
  type Decider,
  type DomainEvent,
  type DomainEventShape,
  type DomainRefusal,
  type EventCodec,
  type Recorded,
  type Refusal,
  type TenantId,
} from '@rapport/domain';
import {
  START,
  WrongExpectedVersion,
  type EventStore,
  type EventToAppend,
  type Position,
  type StoredEvent,
  type StreamAppend,
} from './port.js';
import { eventIdOf, fromStored, toStored, type UnknownEvent } from './stored-form.js';
import type { Vault } from './vault-port.js';

/** A command and the aggregate it is for. */
export interface Addressed {
  readonly category: Category;
  readonly id: string;
  readonly command: unknown;
}

export interface Accepted {
  readonly kind: 'accepted';
  /** Last revision of the stream; of the last command's stream in a batch. -1 when there is no stream. */
  readonly revision: number;
  /** Wait for this position to read what was written. */
  readonly position: Position;
  /** How many events the command caused. */
  readonly events: number;
}

export interface Refused<R extends Refusal = DomainRefusal> {
  readonly kind: 'refused';
  readonly refusals: readonly { readonly index: number; readonly refusal: R }[];
}

/** Others were faster every time: nothing happened, the caller may try again. */
export interface Conflict {
  readonly kind: 'conflict';
}

/** What the commands were made from has changed: nothing happened. Read up to the position and make them anew. */
export interface Stale {
  readonly kind: 'stale';
  readonly position: Position;
}

export type Execution<R extends Refusal = DomainRefusal> = Accepted | Refused<R> | Conflict | Stale;

export interface Journal<E extends DomainEventShape = DomainEvent, R extends Refusal = DomainRefusal> {
  /** Load, fold, decide, append at the revision read. The same command id again answers as the first time. */
  execute(addressed: Addressed, meta: CommandMeta): Promise<Execution<R>>;
  /**
   * All or nothing over many commands; those of one stream see each other's events, in order. Commands that were made
   * from what stood at a position say so with `asOf`: when one of their streams has grown since, nothing happens.
   */
  executeAll(addressed: readonly Addressed[], meta: CommandMeta, asOf?: Position): Promise<Execution<R>>;
  /** Stored events as readers meet them, one for one; what a newer writer stored keeps its name and place. */
  decode(stored: readonly StoredEvent[]): Promise<(Recorded<E> | UnknownEvent)[]>;
}

export interface JournalOptions<E extends DomainEventShape, R extends Refusal = Refusal> {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly codec: EventCodec<E>;
  readonly deciders: { readonly [C in Category]?: Decider<unknown, unknown, E, R> };
}

const ATTEMPTS = 5;
/** A large batch must not take every connection, nor queue for one until that counts as a failure. */
const LOADS_AT_ONCE = 4;

/** The door to the log: the only place where commands become events. */
export function createJournal<E extends DomainEventShape, R extends Refusal = Refusal>(
  options: JournalOptions<E, R>,
): Journal<E, R> {
  const executeAll = async (
    addressed: readonly Addressed[],
    meta: CommandMeta,
    asOf?: Position,
  ): Promise<Execution<R>> => {
    for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
      if (attempt > 0) await pause(Math.random() * 4 ** attempt);
      const outcome = await attemptAll(options, addressed, meta, asOf);
      if (outcome !== 'overtaken') return outcome;
    }
    return { kind: 'conflict' };
  };
  return {
    executeAll,
    execute: (addressed, meta) => executeAll([addressed], meta),
    decode: (stored) => fromStored(options, stored),
  };
}

interface Loaded {
  readonly stream: string;
  state: unknown;
  /** Last revision read; -1 when there is no stream. */
  readonly revision: number;
  readonly position: Position;
  /** Events that this very command caused before. */
  readonly already: readonly { readonly revision: number; readonly position: Position }[];
}

async function attemptAll<E extends DomainEventShape, R extends Refusal>(
  options: JournalOptions<E, R>,
  addressed: readonly Addressed[],
  meta: CommandMeta,
  asOf: Position | undefined,
): Promise<Execution<R> | 'overtaken'> {
  const streams = addressed.map(({ category, id }) => streamOf(category, meta.tenantId, id));
  const loaded = new Map<string, Loaded>();
  const waiting = new Map(streams.map((stream, index) => [stream, addressed[index]!.category])).entries();
  const loadOneByOne = async (): Promise<void> => {
    for (const [stream, category] of waiting)
      loaded.set(stream, await load(options, deciderOf(options, category), stream, meta));
  };
  await Promise.all(Array.from({ length: LOADS_AT_ONCE }, loadOneByOne));
  const before = [...loaded.values()];
  const already = before.flatMap((each) => each.already);
  const last = loaded.get(streams.at(-1) ?? '');
  if (already.length > 0)
    return {
      kind: 'accepted',
      revision: last?.already.at(-1)?.revision ?? last?.revision ?? -1,
      position: latest(already),
      events: already.length,
    };

  const stands = latest(before);
  if (asOf !== undefined && stands > asOf) return { kind: 'stale', position: stands };

  const decided = new Map<string, EventToAppend[]>();
  const refusals: { index: number; refusal: R }[] = [];
  let count = 0;
  for (const [index, { category, command }] of addressed.entries()) {
    const decider = deciderOf(options, category);
    const target = loaded.get(streams[index]!)!;
    const decision = decider.decide(command, target.state);
    if (isRefusal(decision)) {
      refusals.push({ index, refusal: decision });
      continue;
    }
    for (const event of decision) {
      target.state = decider.evolve(target.state, event);
      const encoded = await toStored(options, target.stream, eventIdOf(meta.commandId, count++), event, meta);
      decided.set(target.stream, [...(decided.get(target.stream) ?? []), encoded]);
    }
  }
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (count === 0) return { kind: 'accepted', revision: last?.revision ?? -1, position: stands, events: 0 };
  return append(options.store, meta.tenantId, decided, loaded, last, count);
}

async function append(
  store: EventStore,
  tenant: TenantId,
  decided: ReadonlyMap<string, readonly EventToAppend[]>,
  loaded: ReadonlyMap<string, Loaded>,
  last: Loaded | undefined,
  count: number,
): Promise<Accepted | 'overtaken'> {
  const appends: StreamAppend[] = [...decided].map(([stream, events]) => {
    const { revision } = loaded.get(stream)!;
    return { stream, expected: revision === -1 ? 'no-stream' : revision, events };
  });
  const [first] = appends;
  try {
    const appended =
      appends.length === 1
        ? [await store.append(tenant, first!.stream, first!.expected, first!.events)]
        : await store.appendMany(tenant, appends);
    const ofLast = appended[appends.findIndex(({ stream }) => stream === last?.stream)];
    return {
      kind: 'accepted',
      revision: ofLast?.revision ?? last?.revision ?? -1,
      position: latest(appended),
      events: count,
    };
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return 'overtaken';
    throw error;
  }
}

async function load<E extends DomainEventShape, R extends Refusal>(
  options: JournalOptions<E, R>,
  decider: Decider<unknown, unknown, E, R>,
  stream: string,
  meta: CommandMeta,
): Promise<Loaded> {
  const stored = await options.store.readStream(meta.tenantId, stream);
  let state = decider.initialState;
  for (const recorded of await fromStored(options, stored)) {
    if ('unknown' in recorded)
      throw new Error(
        `${stream} holds ${recorded.unknown}, which this version does not know: it must not decide`,
      );
    state = decider.evolve(state, recorded.event);
  }
  return {
    stream,
    state,
    revision: stored.at(-1)?.revision ?? -1,
    position: stored.at(-1)?.position ?? START,
    already: stored.filter((event) => event.meta.commandId === meta.commandId),
  };
}

const latest = (places: readonly { readonly position: Position }[]): Position =>
  places.reduce((last, { position }) => (position > last ? position : last), START);

function deciderOf<E extends DomainEventShape, R extends Refusal>(
  { deciders }: JournalOptions<E, R>,
  category: Category,
): Decider<unknown, unknown, E, R> {
  const decider = deciders[category];
  if (!decider) throw new RangeError(`no decider for ${category}`);
  return decider;
}
