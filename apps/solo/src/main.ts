import { explain } from './explain.js';
import { dataFolder } from './home.js';
import { startSolo } from './start.js';

const began = Number(process.env['RAPPORT_STARTED_AT'] ?? Date.now());
const say = (text: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const said = async (error: unknown): Promise<string> =>
  explain(error, { data: await dataFolder(), ownDatabase: !process.env['DATABASE_URL'] });

/** Told to stop while still starting: what runs already is stopped, and nothing was wrong. */
class Stopped extends Error {}

let stopping = false;
let stop: (() => Promise<void>) | undefined;

async function end(): Promise<void> {
  try {
    await stop?.();
    process.exit(0);
  } catch (error) {
    console.error(await said(error));
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
  console.error(`\n${await said(error)}`);
  process.exit(1);
}
