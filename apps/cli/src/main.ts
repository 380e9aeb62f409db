import { auditCommands } from './audit.js';
import { runCommandLine } from './command-line.js';
import { erasureCommands } from './erasures.js';
import { evidenceCommands } from './evidence.js';
import { firmsCommands } from './firms.js';
import { logCommands } from './log.js';
import { projectionCommands } from './projections.js';

process.exitCode = await runCommandLine(process.argv.slice(2), [
  ...projectionCommands,
  ...logCommands,
  ...auditCommands,
  ...erasureCommands,
  ...firmsCommands,
  ...evidenceCommands,
]);
