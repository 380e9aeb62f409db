import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigurationError, readSettings, type Settings } from '@rapport/platform';
import { NoEnvironment, readEnvironment } from './environment.js';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly says: string;
}

/** What a command is given; it writes its answer to `print` and throws CommandFailed for everything expected. */
export interface Given {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly operands: readonly string[];
  readonly settings: () => Settings<'cli'>;
  readonly print: (line: string) => void;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/** One command; help is made from these tables. */
export interface Command {
  /** For example `projections status`. */
  readonly words: string;
  /** Operands as help shows them, for example `[name|all]`. */
  readonly operands?: string;
  readonly says: string;
  readonly options?: Readonly<Record<string, Option>>;
  run(given: Given): Promise<void>;
}

/** Something the user can act upon, in one line. */
export class CommandFailed extends Error {}

const common: Readonly<Record<string, Option>> = {
  'env-file': {
    type: 'string',
    says: 'variables to use when DATABASE_URL is not set; default: those of the running npm start',
  },
  help: { type: 'boolean', says: 'show this' },
};
const FAILED = 1;
const MISUSED = 2;

/** Runs one command; answers the exit status: 0 done, 1 failed, 2 misused. */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  out: Pick<Console, 'log' | 'error'> = console,
): Promise<number> {
  const command = commands.find(({ words }) => words.split(' ').every((word, n) => args[n] === word));
  if (!command) {
    const wanted = args.find((arg) => !arg.startsWith('-'));
    const matching = commands.filter(({ words }) => words.startsWith(`${wanted} `));
    const asked = args.length === 0 || args.includes('--help') || args.includes('help');
    if (asked || matching.length > 0) {
      out.log(overview(matching.length > 0 ? matching : commands));
      return asked ? 0 : MISUSED;
    }
    out.error(`rapport: there is no command ${args.join(' ')}; rapport --help shows them all`);
    return MISUSED;
  }
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(command.words.split(' ').length),
      options: { ...command.options, ...common } as NonNullable<ParseArgsConfig['options']>,
      allowPositionals: command.operands !== undefined,
    });
    if (values['help']) {
      out.log(manual(command));
      return 0;
    }
    await command.run({
      options: values as Given['options'],
      operands: positionals,
      settings: () => readSettings('cli', readEnvironment(values['env-file'] as string | undefined)),
      print: (line) => out.log(line),
      signal: stopping.signal,
    });
    return 0;
  } catch (error) {
    const { line, status } = explained(error);
    out.error(`rapport: ${line}`);
    return status;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
  }
}

/** Whatever was thrown, in one line; a defect keeps its stack. */
function explained(error: unknown): { line: string; status: number } {
  const { code = '', message = String(error), stack } = error as NodeJS.ErrnoException;
  if (error instanceof CommandFailed) return { line: message, status: FAILED };
  if (error instanceof NoEnvironment || error instanceof ConfigurationError)
    return { line: message, status: MISUSED };
  if (code.startsWith('ERR_PARSE_ARGS')) return { line: message.split('\n')[0]!, status: MISUSED };
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '57P03'].includes(code))
    return { line: 'the database does not answer: is the platform running?', status: FAILED };
  if (['28P01', '28000', '3D000'].includes(code))
    return { line: `the database refuses: ${message}`, status: FAILED };
  if (['3F000', '42P01'].includes(code))
    return { line: 'the database has no tables of this release: run the migration first', status: FAILED };
  return { line: stack ?? message, status: FAILED };
}

const usage = ({ words, operands }: Command) => `rapport ${words}${operands ? ` ${operands}` : ''}`;

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

const overview = (commands: readonly Command[]): string =>
  `${table(commands.map((command) => [usage(command), command.says]))}\n\nrapport <command> --help says more.`;

const manual = (command: Command): string =>
  `${usage(command)}\n\n  ${command.says}\n\n${table(
    Object.entries({ ...command.options, ...common }).map(([name, { type, says }]) => [
      `--${name}${type === 'string' ? ' <value>' : ''}`,
      says,
    ]),
  )}`;
