import { describe, expect, it } from '@jest/globals';
import { watch, type Reading } from './watch.js';

/** A thing that is watched by hand. */
function watched(first: number) {
  let value: Reading<number> | null | Error = { value: first, last: false };
  let changed: () => void = () => undefined;
  let stopped = 0;
  const failures: unknown[] = [];
  const iterator = watch<number>({
    everyMs: 60_000,
    onError: (error) => failures.push(error),
    listen(callback) {
      changed = callback;
      return () => (stopped += 1);
    },
    read: () => (value instanceof Error ? Promise.reject(value) : Promise.resolve(value)),
  });
  return {
    iterator,
    failures,
    stopped: () => stopped,
    become(next: typeof value) {
      value = next;
      changed();
    },
  };
}
const at = (value: number, last = false): Reading<number> => ({ value, last });

describe('watching', () => {
  it('says at once how it is, then every change, and nothing twice', async () => {
    const { iterator, become } = watched(1);
    expect(await iterator.next()).toEqual({ done: false, value: 1 });
    const next = iterator.next();
    become(at(1));
    await Promise.resolve();
    become(at(2));
    expect(await next).toEqual({ done: false, value: 2 });
  });
  it('does not miss a change between two looks', async () => {
    const { iterator, become } = watched(1);
    await iterator.next();
    become(at(2));
    become(at(3));
    expect(await iterator.next()).toEqual({ done: false, value: 3 });
  });
  it('ends after the last value, and stops listening', async () => {
    const { iterator, become, stopped } = watched(1);
    await iterator.next();
    become(at(1, true));
    expect(await iterator.next()).toEqual({ done: false, value: 1 });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(stopped()).toBe(1);
  });
  it('ends without a word when there is nothing to see', async () => {
    const { iterator, become } = watched(1);
    become(null);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });
  it('ends at once when nobody watches any more, also while it waits', async () => {
    const { iterator, stopped } = watched(1);
    await iterator.next();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(stopped()).toBe(1);
  });
  it('goes on after a reading that failed', async () => {
    const { iterator, become, failures } = watched(1);
    await iterator.next();
    const next = iterator.next();
    become(new Error('no connection'));
    await new Promise((resolve) => setImmediate(resolve));
    become(at(5));
    expect(await next).toEqual({ done: false, value: 5 });
    expect(failures).toHaveLength(1);
  });
});
