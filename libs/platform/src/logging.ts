import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/** Structured logs without personal data: what could carry some is cut out by name. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    name: service,
    level,
    redact: {
      paths: [
        '*.password',
        '*.token',
        '*.email',
        '*.name',
        '*.answers',
        'req.headers.cookie',
        'req.headers.authorization',
      ],
      censor: '[removed]',
    },
    serializers: { err: loggedError },
    base: { service },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What of an error is logged: errors of drivers carry their connection, its secrets and values of rows with them. */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, code, constraint, cause } = error as Error &
    Partial<Record<'code' | 'constraint', unknown>>;
  return {
    ...{ type: name, message, stack },
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(cause === undefined ? {} : { cause: loggedError(cause) }),
  };
}

/** Nest speaks through the same logger. */
export function nestLogger(logger: Logger): LoggerService {
  const bind =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      logger[level]({ context: typeof context === 'string' ? context : undefined }, String(message));
    };
  return {
    log: bind('debug'),
    error: bind('error'),
    warn: bind('warn'),
    debug: bind('debug'),
    verbose: bind('debug'),
  };
}
