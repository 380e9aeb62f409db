/** `npm run bench`: runs every bench under tests/bench and writes its tables to docs/guide/benchmarks.md. */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { checkNode, install, root } from './install.mjs';

checkNode();
install('all');
await buildAll();
const wanted = process.argv.slice(2);
const folder = join(root, 'tests/bench');
const names = readdirSync(folder).filter(
  (n) => n.endsWith('.mjs') && (wanted.length === 0 || wanted.includes(n.slice(0, -4))),
);
const parts = [];
for (const name of names.sort()) {
  console.log(`\n== ${name}`);
  const { run } = await import(join(folder, name));
  const { title, note, rows } = await run();
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
process.exit(0);
