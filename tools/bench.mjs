/** `npm run bench`: runs every bench under tests/bench and writes its tables to docs/guide/benchmarks.md. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { checkNode, install, root } from './install.mjs';

checkNode();
install('all');
await buildAll();
const wanted = process.argv.slice(2);
const folder = join(root, 'tests/bench');
// A bench is a file, or a folder with an index.
const names = readdirSync(folder)
  .map((entry) => (entry.endsWith('.mjs') ? entry.slice(0, -4) : entry))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const parts = [];
const missedGoals = [];
for (const name of names.sort()) {
  console.log(`\n== ${name}`);
  const file = join(folder, `${name}.mjs`);
  const { run } = await import(existsSync(file) ? file : join(folder, name, 'index.mjs'));
  const { title, note, rows, missed = [] } = await run();
  missedGoals.push(...missed);
  const columns = Object.keys(rows[0]);
  const table = [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${columns.map((c) => row[c]).join(' | ')} |`),
  ].join('\n');
  console.log(table);
  parts.push(`## ${title}\n\n${note}\n\n${table}\n`);
}
if (wanted.length === 0) {
  const head = `# Benchmarks\n\nWritten by \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores. Ratios are what counts; absolute times hold for that machine only.\n`;
  writeFileSync(join(root, 'docs/guide/benchmarks.md'), `${head}\n${parts.join('\n')}`);
}
for (const goal of missedGoals) console.error(`goal missed: ${goal}`);
process.exit(missedGoals.length === 0 ? 0 : 1);
