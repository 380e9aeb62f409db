import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { asUnavailable } from './kurrent-errors.js';
import { Unavailable } from './port.js';

const silence = (): Unavailable => new Unavailable('the log does not answer in time');

/**
 * The client with a limit on every wait. A server that is gone refuses; one that hangs, or a network that
 * swallows packets, says nothing, and parts of the client wait for it without a deadline and remember the
 * attempt. So after a silence the client is replaced by a fresh one.
 */
export class LimitedClient {
  #client: KurrentDBClient;

  constructor(
    private readonly url: string,
    readonly limitMs: number,
  ) {
    this.#client = KurrentDBClient.connectionString(url);
  }

  get now(): KurrentDBClient {
    return this.#client;
  }

  /** One call. Throws Unavailable when the server is away or silent; other errors as they come. */
  async call<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      return await within(this.limitMs, work(client));
    } catch (error) {
      throw this.#judged(client, error);
    }
  }

  /** A reading of many; the limit holds between two of them. Ending it early ends it at the server, too. */
  async *read<T>(open: (client: KurrentDBClient) => AsyncIterable<T>): AsyncGenerator<T> {
    const client = this.#client;
    const iterator = open(client)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { value, done } = await within(this.limitMs, iterator.next());
        if (done) return;
        yield value;
      }
    } catch (error) {
      throw this.#judged(client, error);
    } finally {
      void iterator.return?.().catch(() => {});
    }
  }

  async dispose(): Promise<void> {
    await within(this.limitMs, this.#client.dispose()).catch(() => {});
  }

  #judged(client: KurrentDBClient, error: unknown): unknown {
    if (error instanceof Silence && client === this.#client) {
      this.#client = KurrentDBClient.connectionString(this.url);
      void client.dispose().catch(() => {});
    }
    return error instanceof Silence ? silence() : asUnavailable(error);
  }
}

class Silence extends Error {}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence()), limitMs);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
