/**
 * `npm test`: installs when needed, then checks types, lint and formatting, runs every jest suite on a throw-away
 * PostgreSQL, kills and cuts off services, and walks the portal's journeys in Chromium. Closes with one line that sums
 * all runners.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { checkNode, install, root } from './install.mjs';

checkNode();
install('all');

const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();
const elapsed = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A check without tests of its own counts as one. */
function check(name, ...command) {
  console.log(`\n== ${name} (${elapsed()})`);
  const ok = run(...command);
  totals[ok ? 'passed' : 'failed']++;
  if (!ok) console.error(`${name}: failed`);
}

function jest(name, args) {
  console.log(`\n== ${name} (${elapsed()})`);
  const report = join(cache, `jest-${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  run(process.execPath, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...args,
  ]);
  if (!existsSync(report)) return void totals.failed++;
  const result = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  totals.skipped += result.numPendingTests;
}

function journeys() {
  const browser = chromiumPath({ install: process.env.CI === 'true' });
  if (!browser) {
    console.log(
      '\n== journeys: skipped, no Chromium found (install the package chromium, or set CHROMIUM_PATH)',
    );
    totals.skipped++;
    return;
  }
  console.log(`\n== journeys in ${browser} (${elapsed()})`);
  const report = join(cache, 'journeys.json');
  rmSync(report, { force: true });
  run(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config',
      'tests/e2e/journeys/playwright.config.ts',
    ],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  if (!existsSync(report)) return void totals.failed++;
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  totals.skipped += stats.skipped;
}

/** The short run under kills and cuts; its last line counts scenarios and planted mistakes. */
function resilience() {
  console.log(`\n== resilience (${elapsed()})`);
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'tests/resilience/run.mjs'), '--short', '--kills', '4'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  process.stdout.write(stdout);
  const counted = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)? in \d+ s\s*$/.exec(stdout);
  if (!counted) return void totals.failed++;
  const [passed, failed, skipped = 0] = counted.slice(1).map((n) => Number(n ?? 0));
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

const node = process.execPath;
check('build', node, [join(root, 'tools/build.mjs')]);
check('types', node, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']);
check('types of the portal', node, [
  join(root, 'node_modules/typescript/bin/tsc'),
  '--noEmit',
  '-p',
  'apps/portal/tsconfig.json',
]);
check('lint', node, [join(root, 'tools/lint.mjs')]);
check('format', node, [
  join(root, 'node_modules/prettier/bin/prettier.cjs'),
  '--check',
  '--log-level',
  'warn',
  '.',
]);
jest('unit', ['--selectProjects=unit']);
jest('integration', ['--selectProjects=int']);
jest('end to end', ['--selectProjects=e2e', '--runInBand']);
resilience();
journeys();

console.log(
  `\n${elapsed()}\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
