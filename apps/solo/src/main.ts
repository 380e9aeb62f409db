import { ConfigurationError, PortTaken } from '@rapport/platform';
import { EmbeddedStartError } from '@rapport/testing/embedded';
import { startSolo } from './start.js';

const began = Number(process.env['RAPPORT_STARTED_AT'] ?? Date.now());
const say = (text: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

/** One line that says what to do; anything else is a defect and keeps its stack. */
function explain(error: unknown): string {
  if (
    error instanceof EmbeddedStartError ||
    error instanceof PortTaken ||
    error instanceof ConfigurationError
  )
    return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full: free at least 1 GB and run npm start again.';
  if (code === 'EACCES' || code === 'EROFS')
    return `${(error as NodeJS.ErrnoException).path ?? 'The data folder'} cannot be written: give yourself the right to it, or name another folder with RAPPORT_DATA.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database of DATABASE_URL does not answer: check the address and that it runs.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Told to stop while still starting: what runs already is stopped, and nothing was wrong. */
class Stopped extends Error {}

let stopping = false;
let stop: (() => Promise<void>) | undefined;

async function end(): Promise<void> {
  try {
    await stop?.();
    process.exit(0);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    say('stopping');
    if (stop) void end();
  });

try {
  const solo = await startSolo((step) => {
    if (stopping) throw new Stopped();
    say(step);
  });
  stop = () => solo.close();
  if (stopping) await end();
  say('ready');
  console.log(`\nRapport    ${solo.url}`);
  if (solo.mailUrl) console.log(`Sent mail  ${solo.mailUrl}`);
  console.log(`Data       ${solo.data}`);
  if (solo.signIns.length > 0) {
    console.log('\nDemo firm (all people and answers are invented):');
    for (const { as, how } of solo.signIns) console.log(`  ${as}\n    ${how}`);
  }
  console.log('\nCtrl-C stops everything.');
} catch (error) {
  if (error instanceof Stopped) process.exit(0);
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
