import type { AddressedCommand, DomainRefusal } from '@rapport/domain';
import { signServiceToken } from './service-token.js';

export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly position: string }
  | {
      readonly kind: 'refused';
      readonly refusals: readonly { readonly index: number; readonly refusal: DomainRefusal }[];
    }
  | { readonly kind: 'conflict' };

/** How a service that is not a person reaches the command door. */
export interface CommandSender {
  readonly assessmentUrl: string;
  readonly secret: string;
  /** Who asks: `system:{service}` in the log. */
  readonly service: string;
  readonly timeoutMs?: number;
}

/**
 * Posts commands that happen together or not at all. The same command id again is the same batch; anything but an
 * outcome throws, and whoever sent it may send it again.
 */
export async function sendCommands(
  sender: CommandSender,
  batch: {
    readonly tenantId: string;
    readonly commandId: string;
    readonly now: string;
    readonly commands: readonly AddressedCommand[];
  },
): Promise<CommandOutcome> {
  const { tenantId, commandId, now, commands } = batch;
  const { assessmentUrl, secret, service, timeoutMs = 30_000 } = sender;
  const token = await signServiceToken(secret, {
    service,
    tenantId,
    actorId: `system:${service}`,
    commandId,
  });
  const response = await fetch(new URL('/commands', assessmentUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commands, now, correlationId: commandId, causationId: null }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok)
    throw new Error(
      `the assessment service answered HTTP ${response.status}: ${(await response.text()).slice(0, 2000)}`,
    );
  return (await response.json()) as CommandOutcome;
}
