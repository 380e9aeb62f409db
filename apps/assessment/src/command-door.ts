import { Body, Controller, Headers, HttpCode, HttpException, Inject, Post } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  addressedCommandSchema,
  instant,
  type AddressedCommand,
  type CommandMeta,
  type DomainEvent,
  type DomainRefusal,
  type TenantId,
} from '@rapport/domain';
import { Unavailable, type Journal } from '@rapport/event-store';
import { verifyServiceToken } from '@rapport/platform';
import { z } from 'zod';

export type CommandJournal = Journal<DomainEvent, DomainRefusal>;
export type Outcome = Awaited<ReturnType<CommandJournal['executeAll']>>;
export const JOURNAL = Symbol('journal');
export const TOKEN_SECRET = Symbol('token secret');

/** A caller hears in this time that it was not done in time; large batches have a little more for each command. */
const ANSWER_WITHIN_MS = 4500;
const MORE_FOR_EACH_MS = 5;

/** What a caller posts; tenant, actor and command id come from the token alone. */
const envelope = z.strictObject({
  commands: z.array(addressedCommandSchema).min(1).max(20_000),
  now: instant,
  asOf: z.string().max(200).optional(),
  correlationId: z.string().min(1).max(100),
  causationId: z.string().min(1).max(100).nullable(),
});

/** Commands that happen together or not at all. */
export class ExecuteCommands {
  constructor(
    readonly commands: readonly AddressedCommand[],
    readonly meta: CommandMeta,
    readonly asOf?: string,
  ) {}
}

@CommandHandler(ExecuteCommands)
export class ExecuteCommandsHandler implements ICommandHandler<ExecuteCommands, Outcome> {
  constructor(@Inject(JOURNAL) private readonly journal: CommandJournal) {}

  async execute({ commands, meta, asOf }: ExecuteCommands): Promise<Outcome> {
    return this.journal.executeAll(commands, meta, asOf);
  }
}

/** A log that takes what comes and answers nothing must not hold callers; what they asked may still happen. */
async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`no answer within ${limitMs} ms`)), limitMs);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The only door through which domain events come into being. */
@Controller()
export class CommandDoor {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(TOKEN_SECRET) private readonly secret: string,
  ) {}

  @Post('commands')
  @HttpCode(200)
  async post(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<Outcome> {
    const claims = await verifyServiceToken(this.secret, authorization?.replace(/^Bearer /, '') ?? '');
    if (!claims) throw new HttpException({ error: 'a valid service token is needed' }, 401);
    const parsed = envelope.safeParse(body);
    if (!parsed.success) {
      const problems = parsed.error.issues.map((i) => ({ field: i.path.join('.'), reason: i.message }));
      throw new HttpException({ error: 'the commands are not well formed', problems }, 422);
    }
    const { commands, now, asOf, correlationId, causationId } = parsed.data;
    const meta: CommandMeta = {
      tenantId: claims.tenantId as TenantId,
      actorId: claims.actorId,
      commandId: claims.commandId,
      correlationId,
      causationId,
      now,
    };
    try {
      const asked = new ExecuteCommands(commands as readonly AddressedCommand[], meta, asOf);
      return await inTime(
        this.bus.execute<ExecuteCommands, Outcome>(asked),
        ANSWER_WITHIN_MS + commands.length * MORE_FOR_EACH_MS,
      );
    } catch (error) {
      if (error instanceof Unavailable)
        throw new HttpException({ error: 'the log cannot be reached; try again' }, 503);
      throw error;
    }
  }
}
