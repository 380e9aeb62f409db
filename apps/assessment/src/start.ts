import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { deciders, eventCodec } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { createService, type Logger, type RunningService, type Settings } from '@rapport/platform';
import {
  CommandDoor,
  ExecuteCommandsHandler,
  JOURNAL,
  TOKEN_SECRET,
  type CommandJournal,
} from './command-door.js';

/** What the gateway makes of the largest file of participants, with the longest ids and names. */
const LARGEST_IMPORT_BYTES = 36 * 1024 * 1024;

@Module({})
class AssessmentModule {
  static with(journal: CommandJournal, secret: string): DynamicModule {
    return {
      module: AssessmentModule,
      imports: [CqrsModule],
      controllers: [CommandDoor],
      providers: [
        ExecuteCommandsHandler,
        { provide: JOURNAL, useValue: journal },
        { provide: TOKEN_SECRET, useValue: secret },
      ],
    };
  }
}

/** The write side: commands in, decisions made, events appended. Any number may run. */
export async function startAssessment(
  settings: Settings<'assessment'>,
  logger: Logger,
): Promise<RunningService> {
  const onError = (err: unknown) => logger.error({ err }, 'connection');
  const log = await openLog({ settings, codec: eventCodec, deciders, onError });
  const { app, url } = await createService({
    service: 'assessment',
    module: AssessmentModule.with(log.journal, settings.SERVICE_TOKEN_SECRET),
    logger,
    host: settings.HOST,
    port: settings.PORT,
    mostBodyBytes: LARGEST_IMPORT_BYTES,
    ready: () => log.ping(),
  });
  return {
    url,
    async close() {
      await app.close();
      await log.close();
    },
  };
}
