/** What a subscription sends next, and whether that is the end of it; null ends it without a word. */
export interface Reading<T> {
  readonly value: T;
  readonly last: boolean;
}

/**
 * Sends what `read` answers now, and again whenever it has changed: after a word from `listen`, and every
 * `everyMs` in case a word was lost. Many words while one reading is under way make one more reading.
 */
export function watch<T>(options: {
  readonly read: () => Promise<Reading<T> | null>;
  /** Calls back at every word; answers how to stop. */
  readonly listen: (changed: () => void) => () => void;
  readonly everyMs: number;
  /** Told when a reading failed; the next word or look reads again. */
  readonly onError: (error: unknown) => void;
}): AsyncIterableIterator<T> {
  let changed = true;
  let ended = false;
  let sent: string | undefined;
  let wake: () => void = () => undefined;
  const word = () => {
    changed = true;
    wake();
  };
  const stop = options.listen(word);
  const timer = setInterval(word, options.everyMs);
  timer.unref();
  const end = () => {
    ended = true;
    clearInterval(timer);
    stop();
    wake();
  };
  const done: IteratorResult<T> = { done: true, value: undefined };

  async function next(): Promise<IteratorResult<T>> {
    while (!ended) {
      if (!changed) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      changed = false;
      let reading: Reading<T> | null;
      try {
        reading = await options.read();
      } catch (error) {
        options.onError(error);
        continue;
      }
      if (ended) break;
      if (!reading) {
        end();
        break;
      }
      if (reading.last) end();
      const text = JSON.stringify(reading.value);
      if (text === sent && !reading.last) continue;
      sent = text;
      return { done: false, value: reading.value };
    }
    return done;
  }

  return {
    next,
    return: () => {
      end();
      return Promise.resolve(done);
    },
    throw: (error: unknown) => {
      end();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
