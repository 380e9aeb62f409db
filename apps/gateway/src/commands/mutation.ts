import { createHmac, randomUUID } from 'node:crypto';
import {
  addressedCommandSchema,
  isRefusal,
  type AddressedCommand,
  type Caller,
  type Refusal,
} from '@rapport/domain';
import { CommandsUnavailable, sendCommands } from '@rapport/platform';
import { keyStandsFor } from '@rapport/read-models';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { problem } from '../graphql/errors.js';
import { idFrom } from './ids.js';
import { problemsOf } from './problems.js';
import { answered, invalidInput } from './refusals.js';

/** Commands of one mutation: together or not at all. */
export interface Batch {
  readonly commands: readonly AddressedCommand[];
  /** What the mutation answers: the thing made or addressed. */
  readonly id: string;
  /**
   * Up to where the read models stood before the commands were made from them. When their streams have grown since, they
   * are made again, so that two mutations at the same moment do not both bring in what each found missing.
   */
  readonly asOf?: string;
  /** Paths of command fields in the input, where they are called differently there. */
  readonly names?: Readonly<Record<string, string>>;
  /** What is answered instead of `Recorded`. */
  readonly answer?: (position: string) => object;
  /** Done once the commands are in the log; harmless when it is done again. */
  readonly afterwards?: () => Promise<void>;
}

/** Nothing to record: the answer as it is. */
export interface Answer {
  readonly answer: object;
}

type Prepared = Batch | Answer | Refusal;

/** One mutation on its way: the id that makes a repetition the same command, and who asks. */
export interface Intent {
  readonly commandId: string;
  readonly context: RequestContext;
}

/** How long somebody waits for commands: a whole import takes its time, everything else is done at once or not at all. */
const PATIENCE_MS = { few: 4500, many: 30_000 };
const MOST_QUICK = 500;

/** A position before everything: what was done is not in the log, so nobody has to wait for it. */
const NOWHERE = `${'0'.repeat(16)}-${'0'.repeat(16)}`;

/** Done, without a command: how people sign in is no part of the log. */
export const recorded = (id: string, more: object = { __typename: 'Recorded' }): Answer => ({
  answer: { id, position: NOWHERE, ...more },
});

export const notPermitted: Refusal = { refusal: 'NotPermitted' };

/** A resolver from the commands that a mutation means. */
export const mutation =
  <Arguments>(prepare: (args: Arguments, intent: Intent) => Promise<Prepared>) =>
  async (_: unknown, args: Arguments, asked: RequestContext, info: GraphQLResolveInfo): Promise<object> => {
    const commandId = commandIdOf(asked, info);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      // Mutations of one operation run one after the other, and each decides on what the ones before it wrote.
      const context = await asked.current();
      const prepared = await prepare(args, { commandId, context });
      const answer = await settle(prepared, args, commandId, context, info, asked);
      if (answer !== 'stale') return answer;
    }
    return answered({ refusal: 'Conflict' }, await asked.locale(), info);
  };

/** Others were faster every time: then the caller may try again. */
const MOST_ATTEMPTS = 4;

/** The header's key when the operation is this one mutation; several get one each that follows from it. */
function commandIdOf({ idempotencyKey }: RequestContext, { operation, path }: GraphQLResolveInfo): string {
  const key = idempotencyKey ?? randomUUID();
  const { selections } = operation.selectionSet;
  return selections.length === 1 && selections[0]?.kind === 'Field' ? key : idFrom(key, String(path.key));
}

/** The request behind a key, by a hash that nobody can try guesses on who has only the table. */
const requestOf = (args: unknown, context: RequestContext, info: GraphQLResolveInfo): Buffer =>
  createHmac('sha256', context.ports.commands.secret)
    .update(`${actorOf(context.caller)} ${info.fieldName} ${JSON.stringify(args)}`)
    .digest();

/** Checks, sends and answers; `stale` when the commands must be made anew. */
async function settle(
  prepared: Prepared,
  args: unknown,
  commandId: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
  asked: RequestContext,
): Promise<object | 'stale'> {
  const locale = await context.locale();
  const refuse = async (refusal: Refusal) => answered(await withGroups(refusal, context), locale, info);
  if (isRefusal(prepared)) return refuse(prepared);
  if (!('commands' in prepared)) return prepared.answer;
  const { id, names = {} } = prepared;
  const parsed = prepared.commands.map((command) => addressedCommandSchema.safeParse(command));
  const problems = parsed.flatMap((result) =>
    result.success ? [] : problemsOf(result.error, names, locale),
  );
  if (problems.length > 0) return refuse(invalidInput(problems));
  const commands = parsed.flatMap((result) => (result.success ? [result.data] : []));
  const { pool } = context.ports;
  const { tenantId } = context.caller;
  if (
    asked.idempotencyKey !== null &&
    !(await keyStandsFor(pool, tenantId, commandId, requestOf(args, context, info)))
  )
    return refuse({ refusal: 'IdempotencyKeyReused' });
  try {
    const timeoutMs = commands.length > MOST_QUICK ? PATIENCE_MS.many : PATIENCE_MS.few;
    const outcome = await sendCommands(
      { ...context.ports.commands, timeoutMs },
      {
        tenantId,
        actorId: actorOf(context.caller),
        commandId,
        now: new Date().toISOString(),
        asOf: prepared.asOf,
        commands,
      },
    );
    switch (outcome.kind) {
      case 'conflict':
        return refuse({ refusal: 'Conflict' });
      case 'stale':
        asked.wrote(outcome.position);
        return 'stale';
      case 'refused':
        return refuse(outcome.refusals[0]!.refusal);
      case 'accepted':
        asked.wrote(outcome.position);
        await prepared.afterwards?.();
        return (
          prepared.answer?.(outcome.position) ?? { __typename: 'Recorded', id, position: outcome.position }
        );
    }
  } catch (error) {
    if (!(error instanceof CommandsUnavailable)) throw error;
    context.ports.logger.warn({ err: error }, 'commands cannot be sent');
    throw problem('UNAVAILABLE', locale);
  }
}

/** The groups that a refusal speaks of, by the names under which the caller knows them: teams they may see. */
async function withGroups(refusal: Refusal, { loaders }: RequestContext): Promise<Refusal> {
  if (!('cells' in refusal)) return refusal;
  const teams = await Promise.all((refusal.cells as readonly string[]).map((id) => loaders.team.load(id)));
  const groups = teams.flatMap((team) => (team ? [team.name] : []));
  return { ...refusal, groups } as Refusal;
}

/** Who is named as the one who did it. */
export function actorOf(caller: Caller): string {
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
