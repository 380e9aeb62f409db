import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured logs without personal data: what could carry some is cut out by name. */
export function createLogger(service: string, level: string): Logger {
  return pino({
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
    base: { service },
  });
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
