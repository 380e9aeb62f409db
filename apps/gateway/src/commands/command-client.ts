import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressedCommand, Caller } from '@rapport/domain';
import { signServiceToken } from '@rapport/platform';
import { z } from 'zod';

/** What came of a batch of commands. */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), position: z.string() }),
  z.object({
    kind: z.literal('refused'),
    refusals: z.array(z.object({ index: z.int(), refusal: z.looseObject({ refusal: z.string() }) })).min(1),
  }),
  z.object({ kind: z.literal('conflict') }),
]);
export type Outcome = z.infer<typeof outcome>;

/** The assessment service cannot be reached or does not answer in time; what was asked may or may not have happened. */
export class CommandsUnavailable extends Error {
  constructor(options?: { cause: unknown }) {
    super('the assessment service cannot be reached', options);
    this.name = 'CommandsUnavailable';
  }
}

export interface CommandClient {
  /**
   * Sends commands that happen together or not at all. The same command id again is the same batch, so one lost
   * connection is answered by one more try, and a caller may repeat the rest.
   */
  send(caller: Caller, commandId: string, commands: readonly AddressedCommand[]): Promise<Outcome>;
}

const TIMEOUT_MS = 10_000;
const BEFORE_SECOND_TRY_MS = 150;

export function createCommandClient(options: {
  readonly assessmentUrl: string;
  readonly secret: string;
}): CommandClient {
  const url = new URL('/commands', options.assessmentUrl);
  const post = async (token: string, body: string): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });

  return {
    async send(caller, commandId, commands) {
      const token = await signServiceToken(options.secret, {
        service: 'gateway',
        tenantId: caller.tenantId,
        actorId: actorOf(caller),
        commandId,
      });
      const body = JSON.stringify({
        commands,
        now: new Date().toISOString(),
        correlationId: randomUUID(),
        causationId: null,
      });
      let response: Response;
      try {
        response = await post(token, body);
      } catch (error) {
        if (timedOut(error)) throw new CommandsUnavailable({ cause: error });
        await pause(BEFORE_SECOND_TRY_MS);
        response = await post(token, body).catch((cause: unknown) => {
          throw new CommandsUnavailable({ cause });
        });
      }
      if (response.status === 502 || response.status === 503 || response.status === 504)
        throw new CommandsUnavailable({ cause: new Error(`HTTP ${response.status}`) });
      if (!response.ok)
        throw new Error(`the assessment service answered HTTP ${response.status} to well-formed commands`);
      return outcome.parse(await response.json());
    },
  };
}

const timedOut = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

function actorOf(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
      return caller.userId;
    case 'participant':
      return caller.personId;
    case 'api-key':
      return `api-key:${caller.keyId}`;
    case 'service':
      return `system:${caller.service}`;
    case 'operator':
      return `operator:${caller.operatorId}`;
  }
}
