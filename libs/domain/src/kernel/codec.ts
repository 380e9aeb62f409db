import { type z } from 'zod';
import type { DomainEventShape } from './envelope.js';

/**
 * The door between the log and the domain: stored names with version on one side, today's events on the other.
 * `streamId` is the id part of the stream (`partsOf(stream).id`).
 */
export interface EventCodec<E> {
  /** For example `AssessmentSubmitted.v1`; always the latest version. */
  storedName(event: E): string;
  /** Splits an event into what may stand in clear and groups of fields sealed under one subject each. */
  encode(event: E, streamId: string): EncodedEvent;
  /**
   * Raises a stored event to today's shape. `opened` holds the sealed groups in the order of `encode`, or
   * `forgotten` where the subject's key is gone: those fields become fixed placeholders. A name this code does not know
   * (a newer writer) is answered as `unknown`; a known name whose data do not fit is a defect and throws.
   */
  decode(
    storedName: string,
    clear: object,
    opened: readonly (object | 'forgotten')[],
  ): E | { unknown: string };
}

export interface EncodedEvent {
  readonly clear: object;
  readonly sealed: readonly { readonly subject: string; readonly fields: object }[];
}

export const isUnknown = <E extends object>(
  decoded: E | { unknown: string },
): decoded is { unknown: string } => 'unknown' in decoded;

/** What text fields say once their subject's key is destroyed. */
export const FORGOTTEN = 'forgotten';

type Values = Readonly<Record<string, unknown>>;

/** Fields of an event that are sealed together, under whose key, and what stands in their place when it is gone. */
interface SealedFields {
  readonly fields: readonly string[];
  readonly subject: (event: never, streamId: string) => string;
  readonly forgotten: (clear: never) => object;
}

/** One version of one event type as it stands in the log. */
export interface StoredVersion {
  readonly type: string;
  readonly version: number;
  /** Every field of the version but `type`, sealed ones included. */
  readonly schema: z.ZodType<object>;
  readonly sealed: readonly SealedFields[];
  /** Raises the fields of this version to those of the next; pure, and content with placeholders. Absent: latest. */
  readonly raise?: (fields: never) => object;
}

type Fields<E extends DomainEventShape, T extends E['type']> = Omit<Extract<E, { readonly type: T }>, 'type'>;

/** Declares the latest version of events of one union; the compiler checks schema and sealed fields against it. */
export const storedEvents = <E extends DomainEventShape>() => ({
  /** An event without personal data or free text. */
  clear: <T extends E['type']>(type: T, version: number, schema: z.ZodType<Fields<E, T>>): StoredVersion => ({
    type,
    version,
    schema,
    sealed: [],
  }),
  /** An event of which some fields are sealed under one subject. */
  sealed: <T extends E['type'], const K extends keyof Fields<E, T> & string>(
    type: T,
    version: number,
    schema: z.ZodType<Fields<E, T>>,
    sealed: {
      readonly fields: readonly K[];
      readonly subject: (event: Fields<E, T>, streamId: string) => string;
      readonly forgotten: (clear: Omit<Fields<E, T>, K>) => Pick<Fields<E, T>, K>;
    },
  ): StoredVersion => ({ type, version, schema, sealed: [sealed] }),
});

/** One codec over all versions of all events. Throws a RangeError when two versions
 * claim one name, or one that must be raised has no next. */
export function eventCodecOf<E extends DomainEventShape>(
  versions: readonly StoredVersion[],
): EventCodec<E> & { readonly storedNames: readonly string[] } {
  const byName = new Map<string, StoredVersion>();
  const latest = new Map<string, StoredVersion>();
  for (const version of versions) {
    const name = nameOf(version);
    if (byName.has(name)) throw new RangeError(`${name} is declared twice`);
    byName.set(name, version);
    if (version.raise === undefined) latest.set(version.type, version);
  }
  for (const version of versions)
    if (version.raise && !byName.has(nameOfNext(version)))
      throw new RangeError(`${nameOf(version)} has no next version to be raised to`);
  const latestOf = (event: E): StoredVersion => {
    const version = latest.get(event.type);
    if (!version) throw new RangeError(`no stored name for ${event.type}`);
    return version;
  };

  return {
    storedNames: [...byName.keys()],
    storedName: (event) => nameOf(latestOf(event)),
    encode: (event, streamId) => split(latestOf(event), event, streamId),
    decode(storedName, clear, opened) {
      let version = byName.get(storedName);
      if (!version) return { unknown: storedName };
      let fields = parsed(version, merged(version, clear, opened));
      while (version.raise) {
        fields = version.raise(fields as never);
        version = byName.get(nameOfNext(version))!;
      }
      return { type: version.type, ...fields } as unknown as E;
    },
  };
}

const nameOf = (version: StoredVersion): string => `${version.type}.v${version.version}`;
const nameOfNext = (version: StoredVersion): string => `${version.type}.v${version.version + 1}`;

/** A fact that could not be read back must not be written: the schema guards both ways. */
function parsed(version: StoredVersion, fields: object): object {
  const result = version.schema.safeParse(fields);
  if (!result.success)
    throw new TypeError(`${nameOf(version)} has an unexpected shape at ${pathsOf(result.error)}`, {
      cause: result.error,
    });
  return result.data;
}

/** Paths only: values may be personal and errors end in logs. */
const pathsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => issue.path.join('.') || '(root)').join(', ');

function split(version: StoredVersion, event: DomainEventShape, streamId: string): EncodedEvent {
  const { type: _, ...fields } = event;
  const clear: Record<string, unknown> = { ...parsed(version, fields) };
  const whole: Values = { ...clear };
  const sealed = version.sealed.map((group) => {
    const own: Record<string, unknown> = {};
    for (const field of group.fields) {
      own[field] = whole[field];
      delete clear[field];
    }
    return { subject: group.subject(whole as never, streamId), fields: own };
  });
  return { clear, sealed };
}

function merged(version: StoredVersion, clear: object, opened: readonly (object | 'forgotten')[]): object {
  if (opened.length !== version.sealed.length)
    throw new TypeError(
      `${nameOf(version)} has ${version.sealed.length} sealed groups, got ${opened.length}`,
    );
  return version.sealed.reduce<object>((fields, group, i) => {
    const own = opened[i];
    return { ...fields, ...(own === 'forgotten' ? group.forgotten(clear as never) : own) };
  }, clear);
}
