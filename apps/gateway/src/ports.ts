import type { JobQueue } from '@rapport/jobs';
import type { CommandSender, Logger } from '@rapport/platform';
import type { ReadWake } from '@rapport/read-models';
import type pg from 'pg';

/** What the gateway works with; opened once at the start. */
export interface Ports {
  readonly pool: pg.Pool;
  readonly commands: CommandSender;
  readonly jobs: JobQueue;
  readonly wake: ReadWake;
  readonly logger: Logger;
}
