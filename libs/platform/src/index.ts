export { createLogger, nestLogger, type Logger } from './logging.js';
export { signServiceToken, verifyServiceToken, type ServiceClaims } from './service-token.js';
export { ConfigurationError, readSettings, settings, type ServiceName, type Settings } from './settings.js';
export {
  createMetrics,
  createService,
  PortTaken,
  refuseTakenPort,
  runAsProcess,
  type Listening,
  type RunningService,
} from './service.js';
export {
  CommandsUnavailable,
  sendCommands,
  type CommandBatch,
  type CommandOutcome,
  type CommandSender,
} from './send-commands.js';
