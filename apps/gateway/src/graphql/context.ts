import type { Caller, Locale } from '@rapport/domain';
import type { Ports } from '../ports.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What every resolver is given: who asks, and the doors they may use. */
export interface RequestContext {
  readonly ports: Ports;
  readonly caller: Caller;
  readonly loaders: Loaders;
  /** `Idempotency-Key` of the request; the same key again is the same command. */
  readonly idempotencyKey: string | null;
  /** What the caller has written already and wants to see. */
  readonly afterPosition: string | null;
  /** By `Accept-Language`, else by the firm. */
  locale(): Promise<Locale>;
}

export function createContext(
  ports: Ports,
  caller: Caller,
  headers: {
    readonly acceptLanguage: string | undefined;
    readonly idempotencyKey: string | null;
    readonly afterPosition: string | null;
  },
): RequestContext {
  const loaders = createLoaders(ports.pool, caller);
  const asked = preferredLocale(headers.acceptLanguage);
  return {
    ports,
    caller,
    loaders,
    idempotencyKey: headers.idempotencyKey,
    afterPosition: headers.afterPosition,
    locale: async () => asked ?? (await loaders.firmLocale()),
  };
}

/** The first of the product's languages in the order of preference; null when none is asked for. */
export function preferredLocale(acceptLanguage: string | undefined): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { language } of wanted) if (language === 'de' || language === 'en') return language;
  return null;
}
