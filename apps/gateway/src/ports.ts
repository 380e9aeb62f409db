import type { JobQueue } from '@rapport/jobs';
import type { Logger } from '@rapport/platform';
import type { ReadWake } from '@rapport/read-models';
import type pg from 'pg';
import type { CommandClient } from './commands/command-client.js';

/** What the gateway works with; opened once at the start. */
export interface Ports {
  readonly pool: pg.Pool;
  readonly commands: CommandClient;
  readonly jobs: JobQueue;
  readonly wake: ReadWake;
  readonly logger: Logger;
}
