/** Compiles libs and apps to `dist` (only what changed) and bundles the portal. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const isSource = (path) => /\.ts$/.test(path) && !/\.(spec|d)\.ts$/.test(path);
const isAsset = (path) => !/\.(ts|tsx|snap|md)$/.test(path);

const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('__snapshots__'));
}

function projects() {
  return ['libs', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .filter((folder) => existsSync(join(folder, 'src')) && !folder.endsWith('portal'));
}

const newer = (from, to) => !existsSync(to) || statSync(from).mtimeMs > statSync(to).mtimeMs;

async function compile() {
  const { transformFile } = await import('@swc/core');
  let count = 0;
  for (const folder of projects()) {
    const expected = new Set();
    for (const file of filesBelow(join(folder, 'src'))) {
      const inside = relative(join(folder, 'src'), file);
      const target = join(folder, 'dist', inside.replace(/\.ts$/, '.js'));
      if (isSource(file)) {
        expected.add(target);
        if (!newer(file, target)) continue;
        const { code } = await transformFile(file, { ...options, filename: file });
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, code);
        count++;
      } else if (isAsset(file)) {
        expected.add(target);
        if (newer(file, target)) cpSync(file, target);
      }
    }
    const dist = join(folder, 'dist');
    if (existsSync(dist)) for (const file of filesBelow(dist)) if (!expected.has(file)) rmSync(file);
  }
  return count;
}

/** The portal is bundled again when anything that goes into it has changed. */
async function bundle() {
  const portal = join(root, 'apps/portal');
  const inputs = [
    ...filesBelow(join(portal, 'src')),
    ...filesBelow(join(root, 'libs/charts/src')),
    ...['index.html', 'vite.config.ts'].map((name) => join(portal, name)),
    join(root, 'package-lock.json'),
  ].sort();
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(relative(root, file)).update(readFileSync(file));
  const digest = hash.digest('hex');
  const stamp = join(portal, 'dist', '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  const { build } = await import('vite');
  await build({ root: portal, configFile: join(portal, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, digest);
  return true;
}

export async function buildAll() {
  const compiled = await compile();
  const bundled = await bundle();
  return { compiled, bundled };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { compiled, bundled } = await buildAll();
  console.log(`${compiled} modules compiled, portal ${bundled ? 'bundled' : 'unchanged'}`);
}
