import { randomBytes } from 'node:crypto';
import type { Caller, TenantId, UserId } from '@rapport/domain';
import { openVault, type SealedGroup } from '@rapport/event-store';
import type { Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import {
  closeSession,
  issueOnce,
  openSession,
  rememberDevice,
  secondFactorOf,
  type Sealer,
  type SignedInBy,
  type Source,
} from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Ports } from '../ports.js';
import type { SingleSignOn } from './single-sign-on.js';
import { callerByCookie, sessionCookie, type SessionCookie } from './session.js';

export const SIGN_IN = Symbol('sign-in');

const YEAR_SECONDS = 365 * 24 * 3600;
const STEP_SECONDS = 600;

/** What signing in works with. */
export interface SignIn {
  readonly ports: Ports;
  readonly cookie: SessionCookie;
  /** Who sent a request, by its cookies; null when nobody is signed in. */
  readonly callerFrom: (cookies: string | undefined) => Promise<Caller | null>;
  /** Marks a browser in which somebody has signed in before. */
  readonly device: SessionCookie;
  /** A sign-in that waits for its second factor, or has gone to the identity provider. */
  readonly step: SessionCookie;
  readonly sealer: Sealer;
  readonly sso: SingleSignOn;
  /** Told when a session ends, so that what hangs on it ends as well. */
  readonly ended: (secret: string) => void;
}

export const signInCookies = (pool: pg.Pool, publicUrl: string) => {
  const cookie = sessionCookie(publicUrl);
  return {
    cookie,
    callerFrom: callerByCookie(pool, cookie),
    device: sessionCookie(publicUrl, '-device', YEAR_SECONDS),
    step: sessionCookie(publicUrl, '-step', STEP_SECONDS),
  };
};

/** The vault, for what sign-in must read again: second factors and secrets of identity providers. */
export function openSealer(
  settings: Settings<'gateway'>,
  onError: (error: unknown) => void,
): { readonly sealer: Sealer; close(): Promise<void> } {
  const url = appUrl(settings.KEYS_DATABASE_URL ?? settings.DATABASE_URL);
  const pool = createPool(url, {
    name: 'rapport gateway keys',
    max: 2,
    onError,
    statementTimeout: 3500,
    connectTimeout: 3000,
  });
  const vault = openVault({
    pool,
    listenUrl: url,
    keyEncryptionKey: settings.KEY_ENCRYPTION_KEY,
    formerKeys: settings.FORMER_KEY_ENCRYPTION_KEYS?.split(',').filter(Boolean) ?? [],
  });
  const context = (tenant: TenantId, subject: string, place: string) => ({
    ...{ tenant, subject, stream: 'access', type: place, eventId: subject },
  });
  return {
    sealer: {
      seal: (tenant, subject, place, text) => vault.seal(context(tenant, subject, place), text),
      async open(tenant, subject, place, sealed) {
        const opened = await vault.open(context(tenant, subject, place), sealed as SealedGroup);
        return opened === 'forgotten' ? null : String(opened.plain);
      },
    },
    async close() {
      await vault.close();
      await pool.end();
    },
  };
}

export const sourceOf = ({ device }: SignIn, request: FastifyRequest): Source => ({
  address: request.ip,
  device: device.read(request.headers.cookie),
});

/** What comes after the first factor: the session, or the second factor, which may have to be set up first. */
export type Next = 'signed-in' | 'second-factor' | 'enrol-second-factor';

/** A password was right: opens the session, or has the browser wait for the second factor. */
export async function afterPassword(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  tenant: TenantId,
  userId: UserId,
): Promise<Next> {
  const { ports, step } = signIn;
  const { enrolled, required } = await secondFactorOf(ports.pool, tenant, userId);
  if (!enrolled && !required) {
    await enter(signIn, request, reply, tenant, userId, 'password');
    return 'signed-in';
  }
  const waiting = await issueOnce(ports.pool, tenant, 'second-factor', userId, { enrolled });
  addCookie(reply, step.set(waiting));
  return enrolled ? 'second-factor' : 'enrol-second-factor';
}

/** Opens a session for a user: a new secret, while an older one of the same browser ends. */
export async function enter(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  tenant: TenantId,
  userId: UserId,
  method: SignedInBy['method'],
): Promise<void> {
  const { ports, cookie, device } = signIn;
  await endOld(signIn, request);
  const by = { method, browser: browserOf(request.headers['user-agent']) };
  addCookie(reply, cookie.set(await openSession(ports.pool, tenant, { kind: 'user', id: userId }, by)));
  const mark = device.read(request.headers.cookie) ?? randomBytes(32).toString('base64url');
  await rememberDevice(ports.pool, tenant, userId, mark);
  addCookie(reply, device.set(mark));
}

export async function endOld({ ports, cookie, ended }: SignIn, request: FastifyRequest): Promise<void> {
  const secret = cookie.read(request.headers.cookie);
  if (secret === null) return;
  await closeSession(ports.pool, secret);
  ended(secret);
}

export function addCookie(reply: FastifyReply, cookie: string): void {
  // Fastify adds to this header and replaces every other.
  void reply.header('set-cookie', cookie);
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Enough to recognise one's own browser, and no more. */
export function browserOf(userAgent: string | undefined): string {
  const first = (names: typeof NAMES) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [first(NAMES), first(SYSTEMS)].filter((part) => part !== undefined).join(', ');
}
