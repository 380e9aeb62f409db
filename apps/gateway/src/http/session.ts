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

/** Who sent a request, by its cookie; null when nobody is signed in. */
export async function callerFrom(
  pool: pg.Pool,
  cookie: SessionCookie,
  header: string | undefined,
): Promise<Caller | null> {
  const secret = cookie.read(header);
  return secret === null ? null : callerOf(pool, secret);
}
