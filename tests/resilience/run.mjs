/**
 * `npm run test:resilience -- [--kills 200] [--seed n] [--short] [--write]`: kills, freezes and cuts off the built product
 * while clients write, compares what they were told with what is there, and plants mistakes that the comparison must
 * find. The seed is printed; given again it repeats the schedule of faults.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consumers } from './consumers.mjs';
import { chanceOf, violations } from './history.mjs';
import { openPlace, root } from './place.mjs';
import { product } from './product.mjs';
import { readers } from './readers.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    short: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
const file = join(root, '.cache/resilience/history.jsonl');
mkdirSync(join(root, '.cache/resilience'), { recursive: true });
rmSync(file, { force: true });
console.log(`seed ${seed}, ${kills} kills; history in ${file}`);

const place = await openPlace();
/** One of its own for each scenario: how often another one asked depends on the machine. */
const fresh = () => chanceOf(seed);
const rows = [];
let failed = 0;
const KINDS = [
  'lost',
  'refusedYetThere',
  'duplicated',
  'invented',
  'skipped',
  'effectTwice',
  'effectOfNothing',
];

/** How a planted mistake must show; caught for another reason is not caught. */
const SHOWS = {
  'sequence as order': 'skipped',
  'no compare-and-set': 'effectTwice',
  'checkpoint after': 'effectTwice',
  'checkpoint before': 'skipped',
};

async function scenario(name, mutant, work) {
  const result = await work();
  const wrong = violations(Object.fromEntries(KINDS.map((kind) => [kind, result[kind]])));
  const good = mutant ? result[SHOWS[mutant]].length > 0 : wrong.length === 0;
  if (!good) failed++;
  rows.push({
    scenario: name,
    'planted mistake': mutant ?? '-',
    acknowledged: result.acknowledged,
    found: wrong.join(', ') || 'nothing',
    verdict: good ? (mutant ? 'caught' : 'right') : mutant ? 'MISSED' : 'WRONG',
  });
  console.log(JSON.stringify(rows.at(-1)));
  return result;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

try {
  const ms = values.short ? 3000 : 15_000;
  const race = 'F4 readers among slow writers';
  await scenario(race, undefined, () => readers(place, fresh(), { ms }));
  await scenario(race, 'sequence as order', () => readers(place, fresh(), { ms: 3000, mutant: true }));
  const rotation = 'F3 F5 F6 consumers killed and frozen';
  const share = Math.ceil(kills / 2);
  await scenario(rotation, undefined, () => consumers(place, fresh(), { kills: share, events: share * 150 }));
  for (const mutant of ['no compare-and-set', 'checkpoint after', 'checkpoint before'])
    await scenario(rotation, mutant, () => consumers(place, fresh(), { kills: 6, events: 900, mutant }));
  const services = 'F1 F2 F15 services and PostgreSQL';
  const { counts, recoveries } = await scenario(services, undefined, () =>
    product(place, fresh(), { kills: share, file }),
  );
  const recovery = Object.entries(recoveries).map(([fault, times]) => {
    const sorted = times.sort((a, b) => a - b).map((t) => Math.round(t));
    return {
      fault,
      times: counts[fault],
      'p50 ms': percentile(sorted, 0.5),
      'p95 ms': percentile(sorted, 0.95),
      'max ms': sorted.at(-1),
    };
  });
  for (const row of recovery) console.log(JSON.stringify(row));
  if (values.write) write(recovery);
} finally {
  await place.close();
}
const planted = rows.filter((row) => row['planted mistake'] !== '-');
console.log(
  `${planted.filter((row) => row.verdict === 'caught').length} of ${planted.length} planted mistakes caught; ${failed} wrong`,
);
process.exit(failed === 0 ? 0 : 1);

function write(recovery) {
  const table = (list) => {
    const columns = Object.keys(list[0]);
    const lines = [columns, columns.map(() => '---'), ...list.map((row) => columns.map((c) => row[c]))];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  };
  writeFileSync(
    join(root, 'docs/guide/resilience.md'),
    `# Resilience\n\nWritten by \`npm run test:resilience -- --kills ${kills} --seed ${seed} --write\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.\nRecovery is the time from the fault to the next acknowledged command and includes starting the process again.\n\n${table(rows)}\n\n${table(recovery)}\n`,
  );
}
