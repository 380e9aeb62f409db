import type { Caller, Locale } from '@rapport/domain';
import { waitForPosition } from '@rapport/read-models';
import type { SignIn } from '../http/sign-in.js';
import type { Ports } from '../ports.js';
import { problem } from './errors.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What every resolver is given: who asks, and the doors they may use. */
export interface RequestContext {
  readonly ports: Ports;
  readonly caller: Caller;
  /** How people and programs of the firm sign in; only for requests, not for subscriptions. */
  readonly signIn: Pick<SignIn, 'sealer' | 'sso'> | null;
  readonly loaders: Loaders;
  /** `Idempotency-Key` of the request; the same key again is the same command. */
  readonly idempotencyKey: string | null;
  /** By `Accept-Language`, else by the firm. */
  locale(): Promise<Locale>;
  /** Notes what this request has written, for whatever comes after it in the same request. */
  wrote(position: string): void;
  /** This context, or a fresh one that sees what this request has written so far. */
  current(): Promise<RequestContext>;
}

/** How long a request waits for the read models to reach what it wants to see. */
const WAIT_MS = 5000;

/** Waits until what stands at a position can be read; `NOT_YET` when that takes too long. */
export async function seen(
  { pool, wake }: Pick<Ports, 'pool' | 'wake'>,
  tenantId: Caller['tenantId'],
  position: string,
  locale: () => Promise<Locale>,
): Promise<void> {
  if (!(await waitForPosition(pool, tenantId, position, WAIT_MS, wake)))
    throw problem('NOT_YET', await locale());
}

export function createContext(
  ports: Ports,
  caller: Caller,
  headers: {
    readonly acceptLanguage: string | undefined;
    readonly idempotencyKey: string | null;
  },
  /** The caller as the read models say now: a write may have changed what they may do. */
  callerNow: () => Promise<Caller | null> = async () => caller,
  signIn: RequestContext['signIn'] = null,
): RequestContext {
  const loaders = createLoaders(ports.pool, caller);
  const asked = preferredLocale(headers.acceptLanguage);
  const locale = async () => asked ?? (await loaders.firmLocale());
  let written: string | null = null;
  let next: RequestContext | null = null;
  return {
    ports,
    caller,
    signIn,
    loaders,
    idempotencyKey: headers.idempotencyKey,
    locale,
    wrote(position) {
      written = position;
      next = null;
    },
    async current() {
      if (written === null) return this;
      await seen(ports, caller.tenantId, written, locale);
      const now = await callerNow();
      if (!now) throw problem('UNAUTHENTICATED', await locale());
      return (next ??= createContext(ports, now, headers, callerNow, signIn));
    },
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
