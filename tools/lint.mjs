/**
 * `npm run lint`: ESLint over the whole house. The rule on module boundaries reads Nx's stored project graph and says
 * nothing without one, so the graph is always written first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, stop } from './install.mjs';

/** Writes the graph and returns it; ends the program when the rooms cannot be read. */
export function writeProjectGraph() {
  const file = join(root, '.cache', 'project-graph.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(file, { force: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
  );
  if (status !== 0 || !existsSync(file))
    stop(`The project graph could not be written, so the module boundaries cannot be checked:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')).graph;
}

/** Every room is in the graph and carries a kind, or the boundaries would pass it over in silence. */
function checkTags(graph) {
  const bare = Object.values(graph.nodes).filter(
    ({ data }) => !data.tags?.some((tag) => tag.startsWith('kind:')),
  );
  if (bare.length > 0)
    stop(`No kind:… tag in the package.json of ${bare.map(({ name }) => name).join(', ')}: give it one.`);
}

async function lint() {
  checkTags(writeProjectGraph());
  const { ESLint } = await import('eslint');
  const eslint = new ESLint({ cwd: root, errorOnUnmatchedPattern: false });
  const results = await eslint.lintFiles(['libs', 'apps', 'tests', 'tools', '*.js']);
  const text = (await eslint.loadFormatter('stylish')).format(results);
  if (text) console.log(text);
  const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
  console.log(`${results.length} files, ${errors} errors`);
  process.exit(errors === 0 && results.length > 0 ? 0 : 1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await lint();
