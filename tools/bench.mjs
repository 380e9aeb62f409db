/**
 * `npm run bench [name ...]`: runs the benches under tests/bench, all or those named, and writes their tables to
 * docs/guide/benchmarks.md. Tables of benches that did not run stay as they are.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { checkNode, install, root, stop } from './install.mjs';

checkNode();
install('all');
await buildAll();
const folder = join(root, 'tests/bench');
const page = join(root, 'docs/guide/benchmarks.md');
// A bench is a file, or a folder with an index.
const known = readdirSync(folder)
  .map((entry) => (entry.endsWith('.mjs') ? entry.slice(0, -4) : entry))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) stop(`There is no bench "${unknown}": choose from ${known.join(', ')}.`);

const HEAD = `# Benchmarks

Written by \`npm run bench\`. Ratios to the baseline of the same run are what counts; absolute times hold for that machine
only.
`;
const MARK = /^<!-- bench: (\S+) -->\n/m;

/** Sections of the page by the name of their bench. */
function sectionsOf(text) {
  const [, ...parts] = text.split(MARK);
  return new Map(parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1].trim()]] : [])));
}

const tableOf = (rows) => {
  const columns = Object.keys(rows[0]);
  return [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((name) => row[name]))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

const missed = [];
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n== ${name}`);
  try {
    const file = join(folder, `${name}.mjs`);
    const { run } = await import(existsSync(file) ? file : join(folder, name, 'index.mjs'));
    const result = await run();
    const table = tableOf(result.rows);
    console.log(table);
    missed.push(...(result.missed ?? []));
    const measured = `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores.`;
    // Read again for each: a bench that fails later takes nothing with it.
    const sections = existsSync(page) ? sectionsOf(readFileSync(page, 'utf8')) : new Map();
    sections.set(name, `## ${result.title}\n\n${result.note} ${measured}\n\n${table}`);
    const written = known.flatMap((each) =>
      sections.has(each) ? [`<!-- bench: ${each} -->\n\n${sections.get(each)}\n`] : [],
    );
    writeFileSync(page, `${HEAD}\n${written.join('\n')}`);
  } catch (error) {
    console.error(error);
    missed.push(`${name} did not run to its end`);
  }
}
for (const goal of missed) console.error(`goal missed: ${goal}`);
process.exit(missed.length === 0 ? 0 : 1);
