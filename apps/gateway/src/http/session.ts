import { callerOf } from '@rapport/read-models';
import type { Caller } from '@rapport/domain';
import type pg from 'pg';

/** A cookie that scripts cannot read: bound to the host and to HTTPS wherever the portal is reached by HTTPS. */
export interface SessionCookie {
  /** What a browser sent; null when there is none. */
  read(header: string | undefined): string | null;
  set(secret: string): string;
  clear(): string;
}

/** The session's cookie, or one beside it that stays for some seconds. */
export function sessionCookie(publicUrl: string, suffix = '', seconds?: number): SessionCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = (secure ? '__Host-rapport' : 'rapport') + suffix;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read(header) {
      for (const part of (header ?? '').split(';')) {
        const [key, value] = part.trim().split('=', 2);
        if (key === name && value) return value;
      }
      return null;
    },
    set: (secret) =>
      `${name}=${secret}; ${attributes}${seconds === undefined ? '' : `; Max-Age=${String(seconds)}`}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}

/**
 * Who sent a request, by its cookie; null when nobody is signed in. A page asks for several things at once: whoever
 * comes while a look-up of the same session is under way shares the next one, which begins after all of them, so that
 * nobody is answered by what was true before they asked.
 */
export function callerByCookie(
  pool: pg.Pool,
  cookie: SessionCookie,
): (header: string | undefined) => Promise<Caller | null> {
  const find = inTurns((secret: string) => callerOf(pool, secret));
  return async (header) => {
    const secret = cookie.read(header);
    return secret === null ? null : find(secret);
  };
}

/** At most one call for a key at a time; those that wait share the one after it. */
export function inTurns<T>(call: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const turns = new Map<string, { readonly running: Promise<unknown>; next: Promise<T> | null }>();
  const start = (key: string): Promise<T> => {
    const result = call(key);
    const turn = { running: result, next: null };
    turns.set(key, turn);
    const over = () => {
      if (turns.get(key) === turn && turn.next === null) turns.delete(key);
    };
    result.then(over, over);
    return result;
  };
  return (key) => {
    const turn = turns.get(key);
    if (!turn) return start(key);
    turn.next ??= turn.running.then(
      () => start(key),
      () => start(key),
    );
    return turn.next;
  };
}
