import type { AddressedCommand, TenantId } from '@rapport/domain';
import { signServiceToken } from '@rapport/platform';

/** Sends commands through the same door as everyone else; throws on anything but acceptance. */
export function commandSender(assessmentUrl: string, secret: string) {
  return async (
    tenantId: TenantId,
    commandId: string,
    now: string,
    commands: readonly AddressedCommand[],
  ): Promise<string> => {
    const token = await signServiceToken(secret, {
      service: 'solo',
      tenantId,
      actorId: 'system:demo',
      commandId,
    });
    const response = await fetch(`${assessmentUrl}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commands, now, correlationId: commandId, causationId: null }),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = (await response.json()) as { kind?: string; position?: string };
    if (answer.kind !== 'accepted')
      throw new Error(`the demo was not accepted: ${JSON.stringify(answer).slice(0, 2000)}`);
    return answer.position ?? '';
  };
}
