import { runCommandLine } from './command-line.js';
import { projectionCommands } from './projections.js';

process.exitCode = await runCommandLine(process.argv.slice(2), [...projectionCommands]);
