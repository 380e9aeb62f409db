import pg from 'pg';
import type { Position } from './port.js';

const CHANNEL = 'rapport_log';
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;
/** How soon a reader looks again for what it has heard of: an open transaction may have hidden it. */
const LOOK_AGAIN_MS = 1;
/** Least time between two messages: more would cost the database more than they tell. */
const BETWEEN_MESSAGES_MS = 4;

/**
 * Tells readers that something was appended, over one connection of its own. Nothing depends on it but speed:
 * a lost message costs a reader one polling interval. While one message is on its way, the next ones of the
 * same tenant become one.
 */
export class Bell {
  readonly #latest = new Map<string, { readonly position: Position; readonly at: number }>();
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #unsent = new Map<string, Position>();
  #client: pg.Client | undefined;
  #opening = false;
  #sending = false;
  #closed = false;
  /** Who only appends needs not hear. */
  #listening = false;
  #retryMs = FIRST_RETRY_MS;
  #retry: NodeJS.Timeout | undefined;

  constructor(private readonly url: string) {}

  /** Last position heard of; the empty text when none was. */
  latest(tenant: string): Position {
    return this.#latest.get(tenant)?.position ?? '';
  }

  /** Called after a commit. Readers in this process hear it at once, the others by NOTIFY. */
  ring(tenant: string, position: Position): void {
    if (this.#closed) return;
    this.#hear(tenant, position);
    if (position > (this.#unsent.get(tenant) ?? '')) this.#unsent.set(tenant, position);
    this.#open();
    void this.#send();
  }

  /**
   * Resolves when something is heard of the tenant, when the time is over, or when the signal aborts; soon, when more
   * was heard of than the reader has read, `after`, then less and less often.
   */
  wait(tenant: string, limitMs: number, signal: AbortSignal, after = this.latest(tenant)): Promise<void> {
    this.#listen();
    this.#open();
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(tenant) ?? new Set();
      this.#waiting.set(tenant, waiting);
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(limitMs, this.#patience(tenant, after)));
      signal.addEventListener('abort', wake);
      waiting.add(wake);
      if (signal.aborted || this.#closed) wake();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#wakeAll();
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #hear(tenant: string, position: Position): void {
    if (position > this.latest(tenant)) this.#latest.set(tenant, { position, at: performance.now() });
    this.#wake(tenant);
  }

  #patience(tenant: string, after: Position): number {
    const heard = this.#latest.get(tenant);
    if (!heard || heard.position <= after) return Infinity;
    return Math.max(LOOK_AGAIN_MS, (performance.now() - heard.at) / 2);
  }

  #wake(tenant: string): void {
    for (const wake of [...(this.#waiting.get(tenant) ?? [])]) wake();
  }

  #wakeAll(): void {
    for (const tenant of this.#waiting.keys()) this.#wake(tenant);
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    if (this.#client) this.#hearFrom(this.#client);
  }

  #hearFrom(client: pg.Client): void {
    client.query(`listen ${CHANNEL}`).then(
      () => this.#wakeAll(),
      () => this.#lose(client),
    );
  }

  #open(): void {
    if (this.#client || this.#opening || this.#retry || this.#closed) return;
    this.#opening = true;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'rapport log bell',
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    });
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload = '' }) => {
      const [tenant = '', position = ''] = payload.split(' ');
      this.#hear(tenant, position);
    });
    client
      .connect()
      // A message lost in a crash is found by polling: no need to wait for the disk.
      .then(() => client.query('set synchronous_commit = off'))
      .then(() => {
        this.#opening = false;
        if (this.#closed) return void client.end().catch(() => {});
        this.#client = client;
        this.#retryMs = FIRST_RETRY_MS;
        if (this.#listening) this.#hearFrom(client);
        void this.#send();
      })
      .catch(() => {
        this.#opening = false;
        this.#lose(client);
        client.end().catch(() => {});
      });
  }

  #lose(client: pg.Client): void {
    if (this.#client !== undefined && this.#client !== client) return;
    this.#client = undefined;
    if (this.#closed || this.#retry || this.#opening) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#open();
    }, this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#client && this.#unsent.size > 0) {
        const messages = [...this.#unsent].map(([tenant, position]) => `${tenant} ${position}`);
        this.#unsent.clear();
        await this.#client.query({
          name: 'ring',
          text: 'select pg_notify($1, message) from unnest($2::text[]) message',
          values: [CHANNEL, messages],
        });
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_MESSAGES_MS));
      }
    } catch {
      // The connection broke: polling finds what this message would have told.
    } finally {
      this.#sending = false;
    }
  }
}
