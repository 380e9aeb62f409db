import { setTimeout as pause } from 'node:timers/promises';
import type { AddressedCommand } from '@rapport/domain';
import { z } from 'zod';
import { signServiceToken } from './service-token.js';

/** What came of a batch of commands. */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), position: z.string() }),
  z.object({
    kind: z.literal('refused'),
    refusals: z.array(z.object({ index: z.int(), refusal: z.looseObject({ refusal: z.string() }) })).min(1),
  }),
  z.object({ kind: z.literal('conflict') }),
  z.object({ kind: z.literal('stale'), position: z.string() }),
]);
export type CommandOutcome = z.infer<typeof outcome>;

/** The assessment service cannot be reached or does not answer in time; what was asked may or may not have happened. */
export class CommandsUnavailable extends Error {
  constructor(options?: { cause: unknown }) {
    super('the assessment service cannot be reached', options);
    this.name = 'CommandsUnavailable';
  }
}

/** How a service reaches the command door. */
export interface CommandSender {
  readonly assessmentUrl: string;
  readonly secret: string;
  readonly service: string;
  /** For one try; default 30 s. */
  readonly timeoutMs?: number;
}

export interface CommandBatch {
  readonly tenantId: string;
  /** The same id again is the same batch. */
  readonly commandId: string;
  /** Who asks; `system:{service}` when nobody else does. */
  readonly actorId?: string;
  readonly now: string;
  /** The commands were made from what stood at this position: when their streams have grown since, nothing happens. */
  readonly asOf?: string | undefined;
  readonly commands: readonly AddressedCommand[];
}

const BEFORE_SECOND_TRY_MS = 150;

/**
 * Posts commands that happen together or not at all. A batch may be sent any number of times, so one lost connection
 * is answered by one more try, and a caller may repeat the rest. Throws CommandsUnavailable when it does not get
 * through, and anything else when the door finds the request itself wrong.
 */
export async function sendCommands(sender: CommandSender, batch: CommandBatch): Promise<CommandOutcome> {
  const { tenantId, commandId, now, asOf, commands } = batch;
  const { assessmentUrl, secret, service, timeoutMs = 30_000 } = sender;
  const actorId = batch.actorId ?? `system:${service}`;
  const token = await signServiceToken(secret, { service, tenantId, actorId, commandId });
  const body = JSON.stringify({ commands, now, asOf, correlationId: commandId, causationId: null });
  const post = () =>
    fetch(new URL('/commands', assessmentUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
  const response = await post().catch(async (error: unknown) => {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new CommandsUnavailable({ cause: error });
    await pause(BEFORE_SECOND_TRY_MS);
    return post().catch((cause: unknown) => {
      throw new CommandsUnavailable({ cause });
    });
  });
  if ([502, 503, 504].includes(response.status))
    throw new CommandsUnavailable({ cause: new Error(`HTTP ${response.status}`) });
  if (!response.ok)
    throw new Error(
      `the assessment service answered HTTP ${response.status}: ${(await response.text()).slice(0, 2000)}`,
    );
  return outcome.parse(await response.json());
}
