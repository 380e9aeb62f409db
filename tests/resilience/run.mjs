/**
 * `npm run test:resilience -- [--kills 200] [--seed n] [--only F4,F26] [--short] [--write]`: kills, freezes and cuts off
 * the built product while clients write, compares what they were told with what is there, and plants mistakes that the
 * comparison must find. The seed is printed; given again it repeats the schedule of faults.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf, violations } from './history.mjs';
import { openPlace, root } from './place.mjs';
import { figures, writeGuide } from './report.mjs';
import { scenarios } from './scenarios.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
const file = join(root, '.cache/resilience/history.jsonl');
mkdirSync(join(root, '.cache/resilience'), { recursive: true });
rmSync(file, { force: true });
console.log(`seed ${seed}, ${kills} kills; history in ${file}`);
const began = performance.now();
const seconds = (since) => Math.round((performance.now() - since) / 1000);

const only = values.only?.split(',');
const wanted = scenarios({ kills, file }).filter(({ faults, long }) =>
  only ? faults.some((fault) => only.includes(fault)) : !(values.short && long),
);
const place = await openPlace();
const runs = [];
const OCCASIONS = 3;

/** A scenario is right when nothing is found; a planted mistake is caught when it shows as it must, not otherwise. */
async function one(scenario, mistake) {
  const since = performance.now();
  const attempt = (occasion) =>
    (mistake ?? scenario).run(place, chanceOf(seed + occasion)).catch((error) => ({
      broken: [error],
      said: String(error.stack ?? error).slice(0, 2000),
    }));
  const shows = (result) => result[mistake.shows]?.length > 0;
  let found = await attempt(0);
  // A mistake needs an occasion to show; a scenario that is right needs to be so at every one.
  for (let n = 1; mistake && !found.missing && !shows(found) && n < OCCASIONS; n++) found = await attempt(n);
  const { missing, ...result } = found;
  const wrong = violations(result);
  const good = mistake ? shows(result) : wrong.length === 0;
  const verdict = missing ? 'skipped' : good ? (mistake ? 'caught' : 'right') : mistake ? 'MISSED' : 'WRONG';
  const run = { scenario, mistake, result, found: missing ?? (wrong.join(', ') || 'nothing'), verdict };
  runs.push(run);
  const { acknowledged = 0, said } = result;
  const planted = mistake ? ` with planted mistake "${mistake.name}"` : '';
  console.log(
    `${scenario.faults.join(' ')} ${scenario.name}${planted}: ${acknowledged} acknowledged, found ${run.found}: ${verdict} (${seconds(since)} s)`,
  );
  if (said) console.log(said);
  if (verdict === 'WRONG') console.log(JSON.stringify(result).slice(0, 4000));
}

try {
  for (const scenario of wanted) {
    await one(scenario);
    for (const mistake of scenario.mistakes ?? [])
      if (!(values.short && mistake.long)) await one(scenario, mistake);
  }
} finally {
  await place.close();
}
const numbers = figures(runs);
for (const { figure, target, seen } of numbers) console.log(`${figure}: ${seen} (target ${target})`);
if (values.write) await writeGuide({ kills, seed, runs, numbers, minutes: Math.round(seconds(began) / 60) });

const count = (...verdicts) => runs.filter((run) => verdicts.includes(run.verdict)).length;
const skipped = count('skipped');
console.log(
  `${count('caught')} of ${count('caught', 'MISSED')} planted mistakes caught; ${count('WRONG')} wrong`,
);
console.log(
  `${count('right', 'caught')} passed, ${count('WRONG', 'MISSED')} failed${skipped ? `, ${skipped} skipped` : ''} in ${seconds(began)} s`,
);
process.exit(count('WRONG', 'MISSED') === 0 && runs.length > 0 ? 0 : 1);
