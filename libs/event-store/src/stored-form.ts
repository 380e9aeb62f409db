import { createHash } from 'node:crypto';
import {
  isUnknown,
  partsOf,
  type CommandMeta,
  type DomainEventShape,
  type EventCodec,
  type EventMeta,
  type Recorded,
  type TenantId,
} from '@rapport/domain';
import type { EventToAppend, StoredEvent } from './port.js';
import type { SealedGroup, Vault } from './vault-port.js';

/** How events get into the log and back: the codec names and splits them, the vault seals. */
export interface StoredForm<E extends DomainEventShape> {
  readonly codec: EventCodec<E>;
  readonly vault: Vault;
}

/** What lies in the log: fields in clear, and boxes. */
interface StoredData {
  readonly clear: object;
  readonly sealed?: readonly SealedGroup[];
}

/** One event, ready to append: named, split, sealed. */
export async function toStored<E extends DomainEventShape>(
  { codec, vault }: StoredForm<E>,
  stream: string,
  eventId: string,
  event: E,
  meta: CommandMeta,
): Promise<EventToAppend> {
  const type = codec.storedName(event);
  const { clear, sealed } = codec.encode(event, partsOf(stream).id);
  const groups: SealedGroup[] = [];
  for (const { subject, fields } of sealed)
    groups.push(await vault.seal({ tenant: meta.tenantId, stream, type, eventId, subject }, fields));
  const data: StoredData = groups.length === 0 ? { clear } : { clear, sealed: groups };
  return { eventId, type, data, meta: storedMeta(meta) };
}

const storedMeta = (meta: CommandMeta): EventMeta => ({
  tenantId: meta.tenantId,
  actorId: meta.actorId,
  commandId: meta.commandId,
  $correlationId: meta.correlationId,
  $causationId: meta.causationId,
  at: meta.now,
});

/** An event of a name that only a newer version knows. */
export interface UnknownEvent {
  readonly unknown: string;
  readonly stream: string;
  readonly position: string;
}

/** Decoded events, one for one in the order given. */
export async function fromStored<E extends DomainEventShape>(
  { codec, vault }: StoredForm<E>,
  stored: readonly StoredEvent[],
): Promise<(Recorded<E> | UnknownEvent)[]> {
  const subjects = new Map<TenantId, Set<string>>();
  for (const { data, meta } of stored)
    for (const { subject } of (data as StoredData).sealed ?? [])
      subjects.set(meta.tenantId, (subjects.get(meta.tenantId) ?? new Set()).add(subject));
  for (const [tenant, needed] of subjects) await vault.prefetch(tenant, [...needed]);

  const decoded: (Recorded<E> | UnknownEvent)[] = [];
  for (const { stream, revision, eventId, position, type, data, meta } of stored) {
    const { clear, sealed = [] } = data as StoredData;
    const opened: (object | 'forgotten')[] = [];
    for (const group of sealed) {
      const context = { tenant: meta.tenantId, stream, type, eventId, subject: group.subject };
      const content = vault.openKnown(context, group) ?? (await vault.open(context, group));
      opened.push(content === 'forgotten' ? content : (content.plain as object));
    }
    const event = codec.decode(type, clear, opened);
    decoded.push(
      isUnknown(event)
        ? { unknown: type, stream, position }
        : { event, meta, stream, revision, eventId, position },
    );
  }
  return decoded;
}

/** The n-th event of a command has the same id at every attempt: a UUID made from the command id. */
export function eventIdOf(commandId: string, n: number): string {
  const hash = createHash('sha256').update(`${commandId}/${n}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
