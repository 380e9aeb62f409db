/**
 * `npm run mutants [area ...]`: puts each planned mistake of libs/psychometrics/fixtures/mutants.json into a copy of the
 * library and runs the specs of its area. A mistake that no test notices survives; below 90 % killed the run fails.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runCLI } from 'jest';
import jestConfig from '../jest.config.js';
import { root } from './install.mjs';

const LEAST = 0.9;
const SPECS = {
  scoring: ['scoring', 'profile'],
  norms: ['norms'],
  change: ['change', 'team'],
  anonymity: ['anonymity-audit'],
};

/** Past the streams, which Jest takes for itself. */
const say = (line) => writeSync(1, `${line}\n`);

const library = join(root, 'libs/psychometrics');
const copy = join(root, '.cache/mutants');
const wanted = process.argv.slice(2);
const mutants = JSON.parse(readFileSync(join(library, 'fixtures/mutants.json'), 'utf8')).filter(
  ({ area }) => wanted.length === 0 || wanted.includes(area),
);
const [{ displayName: _, ...unit }] = jestConfig.projects;

/** Whether the specs of an area pass on the copy. */
async function passes(area) {
  const config = {
    ...unit,
    rootDir: copy,
    testMatch: SPECS[area].map((name) => `<rootDir>/src/${name}.spec.ts`),
    modulePathIgnorePatterns: [],
    testPathIgnorePatterns: [],
  };
  const write = process.stderr.write;
  process.stderr.write = () => true;
  try {
    const argv = { config: JSON.stringify(config), runInBand: true, silent: true, reporters: [] };
    const { results } = await runCLI(argv, [copy]);
    if (results.numTotalTests === 0 && results.numRuntimeErrorTestSuites === 0)
      throw new Error(`no specs for ${area}`);
    return results.success;
  } finally {
    process.stderr.write = write;
  }
}

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const part of ['src', 'fixtures', 'package.json'])
  cpSync(join(library, part), join(copy, part), { recursive: true });

const areas = new Map();
for (const { area } of mutants) areas.set(area, { killed: 0, survived: [] });
for (const area of areas.keys())
  if (!(await passes(area))) throw new Error(`the specs of ${area} fail before anything is changed`);
for (const { area, file, find, replace, why } of mutants) {
  const path = join(copy, 'src', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file} does not have this text once: ${find}`);
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  const survived = await passes(area);
  writeFileSync(path, source);
  const tally = areas.get(area);
  if (survived) tally.survived.push(`${file}: ${why}: ${find} -> ${replace}`);
  else tally.killed += 1;
  say(`${survived ? 'SURVIVED' : 'killed  '}  ${area}: ${why}`);
}
rmSync(copy, { recursive: true, force: true });

say('\n| area | mutants | killed | survived | share |\n| --- | --- | --- | --- | --- |');
let failed = false;
for (const [area, { killed, survived }] of areas) {
  const share = killed / (killed + survived.length);
  failed ||= share < LEAST;
  say(
    `| ${area} | ${killed + survived.length} | ${killed} | ${survived.length} | ${(100 * share).toFixed(0)} % |`,
  );
  for (const each of survived) say(`survived: ${each}`);
}
process.exit(failed ? 1 : 0);
