import {
  StreamDeleted,
  TooLarge,
  Unavailable,
  Unsupported,
  WrongExpectedVersion,
  type ExpectedRevision,
} from './port.js';

/** What the client throws: command errors with a `type`, raw gRPC errors with a `code`, bare discovery errors. */
interface ClientError {
  readonly type?: string;
  readonly code?: number | string;
  readonly message?: string;
  readonly streamName?: string;
  readonly stream?: string;
  readonly actualState?: bigint | string;
  readonly size?: number;
  readonly maxSize?: number;
  readonly maxAppendSize?: number;
  readonly violations?: readonly { readonly streamName: string; readonly actualState: bigint | string }[];
}

export const clientError = (error: unknown): ClientError =>
  typeof error === 'object' && error !== null ? error : {};

const away = new Set(['unavailable', 'timeout', 'deadline-exceeded', 'cancelled', 'not-leader']);
/** gRPC: cancelled, deadline exceeded, aborted, unavailable. */
const awayCodes = new Set<unknown>([1, 4, 10, 14]);
const awayTexts =
  /failed to discover|no connection established|ECONNREFUSED|ECONNRESET|ENOTFOUND|channel has been (closed|shut)/i;

/** A server that is away shows itself in several shapes; all become Unavailable. */
export function asUnavailable(error: unknown): unknown {
  const { type = '', code, message = '' } = clientError(error);
  return away.has(type) || awayCodes.has(code) || awayTexts.test(message)
    ? new Unavailable('the log does not answer', { cause: error })
    : error;
}

export const isMissing = (error: unknown): boolean =>
  ['stream-not-found', 'no-stream'].includes(clientError(error).type ?? '');

export const isDeleted = (error: unknown): boolean =>
  ['stream-deleted', 'stream-tombstoned'].includes(clientError(error).type ?? '');

/** A server older than the call, or a client that knows it is. gRPC 12 is "unimplemented". */
export const isUnsupported = (error: unknown): boolean =>
  clientError(error).type === 'unsupported' || clientError(error).code === 12;

/** States a server may report of a stream that was closed for ever, and of one deleted softly. */
const TOMBSTONED = -100n;
const NONE = -1;

interface Expectation {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** An error of an append in the words of the port; `named` are the streams it was about. */
export function appendError(error: unknown, named: readonly Expectation[], bytes: number): unknown {
  const { type, streamName, stream, actualState, size, maxSize, maxAppendSize, violations } =
    clientError(error);
  const [violation] = violations ?? [];
  const wanted = violation?.streamName ?? streamName ?? stream;
  const about = named.find((each) => each.stream === wanted) ?? named[0]!;
  if (type === 'append-consistency-violation' && violation)
    return violation.actualState === TOMBSTONED
      ? new StreamDeleted(about.stream)
      : new WrongExpectedVersion(about.stream, about.expected, revisionIn(violation.actualState));
  if (type === 'wrong-expected-version')
    return actualState === TOMBSTONED
      ? new StreamDeleted(about.stream)
      : new WrongExpectedVersion(about.stream, about.expected, revisionIn(actualState));
  if (isDeleted(error)) return new StreamDeleted(about.stream);
  if (type?.endsWith('size-exceeded')) return new TooLarge(size ?? bytes, maxSize ?? maxAppendSize ?? 0);
  if (isUnsupported(error))
    return new Unsupported('this KurrentDB is too old for what was asked', { cause: error });
  return asUnavailable(error);
}

const revisionIn = (state: bigint | string | undefined): number =>
  typeof state === 'bigint' && state >= 0n ? Number(state) : NONE;
