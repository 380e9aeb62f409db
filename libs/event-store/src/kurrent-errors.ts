import { StreamDeleted, TooLarge, Unavailable, WrongExpectedVersion, type ExpectedRevision } from './port.js';

/** What the client throws: command errors with a `type`, raw gRPC errors with a `code`, bare discovery errors. */
interface ClientError {
  readonly type?: string;
  readonly code?: number;
  readonly message?: string;
  readonly streamName?: string;
  readonly stream?: string;
  readonly actualState?: bigint | string;
  readonly size?: number;
  readonly maxSize?: number;
  readonly maxAppendSize?: number;
}

export const clientError = (error: unknown): ClientError =>
  typeof error === 'object' && error !== null ? error : {};

const away = new Set(['unavailable', 'timeout', 'deadline-exceeded', 'cancelled', 'not-leader']);
/** gRPC: cancelled, deadline exceeded, aborted, unavailable. */
const awayCodes = new Set([1, 4, 10, 14]);
const awayTexts =
  /failed to discover|no connection established|ECONNREFUSED|ECONNRESET|ENOTFOUND|channel has been closed/i;

/** A server that is away shows itself in several shapes; all become Unavailable. */
export function asUnavailable(error: unknown): unknown {
  const { type = '', code = -1, message = '' } = clientError(error);
  return away.has(type) || awayCodes.has(code) || awayTexts.test(message)
    ? new Unavailable('the log does not answer', { cause: error })
    : error;
}

export const isMissing = (error: unknown): boolean =>
  ['stream-not-found', 'no-stream'].includes(clientError(error).type ?? '');

export const isDeleted = (error: unknown): boolean =>
  ['stream-deleted', 'stream-tombstoned'].includes(clientError(error).type ?? '');

/** An error of an append in the words of the port. */
export function appendError(
  error: unknown,
  appends: readonly { readonly stream: string; readonly expected: ExpectedRevision }[],
  bytes: number,
): unknown {
  const { type, streamName, stream, actualState, size, maxSize, maxAppendSize } = clientError(error);
  const named = appends.find((append) => append.stream === (streamName ?? stream)) ?? appends[0]!;
  if (type === 'wrong-expected-version')
    return new WrongExpectedVersion(
      named.stream,
      named.expected,
      typeof actualState === 'bigint' ? Number(actualState) : -1,
    );
  if (isDeleted(error)) return new StreamDeleted(named.stream);
  if (type?.endsWith('size-exceeded')) return new TooLarge(size ?? bytes, maxSize ?? maxAppendSize ?? 0);
  return asUnavailable(error);
}
