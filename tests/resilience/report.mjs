import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './place.mjs';

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const grouped = (number) => number.toLocaleString('en');

/** What the runs without a planted mistake add up to, beside what we promise. */
export function figures(runs) {
  const right = runs
    .filter(({ mistake, verdict }) => !mistake && verdict !== 'skipped')
    .map(({ result }) => result);
  const jobs = right.filter((result) => 'started more than once' in result);
  const sum = (key, of = right) =>
    of.reduce((total, result) => total + (result[key]?.length ?? result[key] ?? 0), 0);
  const all = {};
  for (const { recoveries = {} } of right)
    for (const [fault, times] of Object.entries(recoveries)) all[fault] = [...(all[fault] ?? []), ...times];
  const killed = {};
  for (const { counts = {} } of right)
    for (const [what, times] of Object.entries(counts)) killed[what] = (killed[what] ?? 0) + times;
  const schedule = Object.entries(killed).map(([what, times]) => `${what} ${times}`);
  const longest = Math.max(0, ...right.map((result) => result['longest answer ms'] ?? 0));
  const has = (key) => right.some((result) => key in result);
  return [
    ['faults injected', 'PostgreSQL 100, door 50, relay 50', schedule.join(', ')],
    ['G1 acknowledged and lost', '0', `${sum('lost')} of ${grouped(sum('acknowledged'))}`],
    ['G2 effects twice', '0', String(sum('effectTwice') + sum('duplicated'))],
    ['G3 events skipped by a reader or a read model', '0', String(sum('skipped'))],
    has('started more than once') && [
      'G4 jobs lost, on both queues',
      '0',
      `${sum('lost', jobs)} of ${grouped(sum('acknowledged', jobs))}; ${sum('started more than once', jobs)} started more than once, ${sum('effectTwice', jobs)} with two results`,
    ],
    has('lostUpdate') && [
      'G5 gaps and lost updates, 50 writers a stream',
      '0',
      `${sum('gaps') + sum('lostUpdate')} (${grouped(sum('conflicts answered'))} conflicts answered)`,
    ],
    ...Object.entries(all).map(([fault, times]) => {
      const sorted = times.map((ms) => Math.round(ms)).sort((a, b) => a - b);
      const [p50, p95] = [0.5, 0.95].map((share) => grouped(percentile(sorted, share)));
      return [
        fault,
        targetOf(fault),
        `p50 ${p50} ms, p95 ${p95} ms, longest ${grouped(sorted.at(-1))} ms, ${sorted.length} times`,
      ];
    }),
    longest > 0 && [
      'G8 longest answer while the database is silent',
      '5,000 ms',
      `${grouped(longest)} ms, ${sum('hung')} hung`,
    ],
    has('tables compared') && [
      'G9 tables rebuilt that differ from live ones',
      '0',
      `${sum('differs')} of ${grouped(sum('tables compared'))}`,
    ],
  ]
    .filter(Boolean)
    .map(([figure, target, seen]) => ({ figure, target, seen }));
}

const TARGETS = { G6: 'p95 10,000 ms', G7: '15,000 ms' };
const targetOf = (fault) => TARGETS[fault.slice(0, 2)] ?? '-';

const tableOf = (columns, rows) =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export async function writeGuide({ kills, seed, runs, numbers, minutes }) {
  const scenarios = [...new Set(runs.map(({ scenario }) => scenario))];
  const rows = scenarios.map((scenario) => {
    const own = runs.filter((run) => run.scenario === scenario);
    const [{ result, found, verdict }, ...planted] = own;
    const seen = `${verdict}: found ${found}${result.acknowledged ? `, ${grouped(result.acknowledged)} acknowledged` : ''}`;
    const mistakes = planted.map((run) => `${run.mistake.name}: ${run.verdict} (${run.found})`).join('; ');
    return [scenario.faults.join(' '), scenario.injected, scenario.expected, seen, mistakes || '-'];
  });
  const path = join(root, 'docs/guide/resilience.md');
  const text = page({ kills, seed, rows, numbers, minutes });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

const page = ({ kills, seed, rows, numbers, minutes }) => `# Resilience

What happens to acknowledged work when parts of the platform die, freeze, fill up or fall silent. Every scenario runs the
built services, or the libraries they are made of, on a real PostgreSQL (and Redis) in processes of their own. Clients keep
a history of what they asked and what they were told; afterwards a checker compares it with the log and the read models.
Nothing that the system counts itself is believed. Each checker is shown a planted mistake that it must find.

Written by \`npm run test:resilience -- --kills ${kills} --seed ${seed} --write\` on ${new Date().toISOString().slice(0, 10)}: ${minutes} minutes,
${cpus().length} processors (${cpus()[0].model}) under a load of ${Math.round(loadavg()[2])}, Node ${process.versions.node}, PostgreSQL with \`fsync\` on. The same seed repeats the schedule of faults;
\`--only F4,F26\` runs single ones, \`--short\` is what \`npm test\` runs.

## Figures

${tableOf(
  ['figure', 'target', 'seen'],
  numbers.map(({ figure, target, seen }) => [figure, target, seen]),
)}

Recovery is the time from the fault to the next success and includes starting the killed process again. Times are those of
the machine named above, as busy as it was.

## Faults

${tableOf(['fault', 'injected', 'expected', 'seen', 'planted mistakes'], rows)}

## Proved elsewhere

${tableOf(['fault', 'expected', 'test'], elsewhere)}
`;

const elsewhere = [
  [
    'F4 a transaction that is forgotten and holds every reader',
    'an alarm says which one',
    '`apps/profiling/src/watch.int.spec.ts`',
  ],
  [
    'F7 a rebuild meets an event it cannot take',
    'it stops, the old rows serve on',
    '`libs/read-models/src/projector/rebuild.int.spec.ts`',
  ],
  [
    'F13 a worker killed while it renders',
    'one report, issued once',
    '`tests/e2e/four-processes.e2e.spec.ts`',
  ],
  ['F22 tenants mixed up', 'a foreign id answers as a missing one', '`tests/security`'],
  [
    'F23 replay after keys were destroyed',
    'forgotten, no error, others untouched',
    '`tests/security/erasure.int.spec.ts`, `libs/event-store/src/journal.spec.ts`',
  ],
  [
    'F24 old versions of events',
    'every version ever written is read as the present one',
    '`libs/domain/src/event-codec.spec.ts` with its stored samples',
  ],
  [
    'F25 events of a newer release',
    'passed over and recorded, nothing parked',
    '`libs/read-models/src/projector/run.int.spec.ts`',
  ],
  [
    'F27 restore of an old backup',
    'who was erased is erased again before anything is served',
    '`tests/security/erasure.int.spec.ts`, `libs/event-store/src/rebase.int.spec.ts`',
  ],
];
