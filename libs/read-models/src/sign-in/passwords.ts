import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const MOST_AT_ONCE = 4;
const MOST_WAITING = 100;

/** More passwords are to be hashed than this process has memory for; trying again in a moment helps. */
export class TooManyHashes extends Error {
  override readonly name = 'TooManyHashes';
}

/** Runs few at once and lets some wait, so that a flood of sign-ins cannot take the memory. */
export function bounded(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new TooManyHashes('too many passwords at once');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, never given up in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

const inTurn = bounded(MOST_AT_ONCE, MOST_WAITING);

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, argon));

let decoy: Promise<string> | undefined;

/** Without a hash it takes as long as with one, and is false. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  decoy ??= hash('nobody has this password', argon);
  const against = stored ?? (await decoy);
  const right = await inTurn(() => verify(against, password));
  return right && stored !== undefined;
}
