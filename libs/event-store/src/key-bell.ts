import pg from 'pg';
import { KEYS_CHANNEL } from './key-store.js';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

interface Heard {
  readonly destroyed: (tenant: string, subject: string) => void;
  /** Messages may have been missed from here on, or until here. */
  readonly deaf: () => void;
}

/** Hears of destroyed keys over one connection of its own, and says when it cannot hear. */
export class KeyBell {
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;
  #closed = false;
  #listening = false;

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
  ) {
    this.#open();
  }

  get listening(): boolean {
    return this.#listening;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listening = false;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  #open(): void {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'rapport key bell',
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload = '' }) => {
      const [tenant = '', ...subject] = payload.split(' ');
      this.heard.destroyed(tenant, subject.join(' '));
    });
    client
      .connect()
      .then(() => client.query(`listen ${KEYS_CHANNEL}`))
      .then(() => {
        if (this.#closed) return;
        this.heard.deaf();
        this.#listening = true;
        this.#retryMs = FIRST_RETRY_MS;
      })
      .catch(() => {
        this.#lose(client);
        client.end().catch(() => {});
      });
  }

  #lose(client: pg.Client): void {
    if (client !== this.#client || this.#closed) return;
    this.#client = undefined;
    this.#listening = false;
    this.heard.deaf();
    this.#retry = setTimeout(() => this.#open(), this.#retryMs).unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }
}
