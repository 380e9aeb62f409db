import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Imports a module of this folder from its TypeScript source: Jest's global hooks run in plain Node, before any build.
 * The compiled copy lies under the checkout's cache, named by the content it was made from.
 */
export async function importFromSources(module) {
  const names = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const sources = names.map((name) => [name, readFileSync(path.join(here, name), 'utf8')]);
  const digest = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
  const target = path.resolve(here, '../../../../.cache/embedded', digest);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    for (const [name, source] of sources) {
      const { code } = transformSync(source, {
        filename: name,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(path.join(draft, name.replace(/\.ts$/, '.js')), code);
    }
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(target)) throw error;
    }
  }
  return import(pathToFileURL(path.join(target, `${module}.js`)).href);
}
