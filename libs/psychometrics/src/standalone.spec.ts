import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const room = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles in a process of its own, because the bundler is native code that knows only one realm. */
const BUNDLE = `
import { build } from 'vite';
const built = await build({ root: process.cwd(), configFile: false, logLevel: 'error',
  build: { write: false, target: 'es2022', lib: { entry: 'src/index.ts', formats: ['es'] } } });
const chunks = [built].flat().flatMap(({ output }) => output).filter(({ type }) => type === 'chunk');
const code = chunks[0].code;
const library = await import('data:text/javascript;base64,' + Buffer.from(code).toString('base64'));
process.stdout.write(JSON.stringify({ chunks: chunks.length, imports: chunks[0].imports, code, blau: library.blauIndex([4, 1, 1]) }));
`;

interface Bundled {
  readonly chunks: number;
  readonly imports: readonly string[];
  readonly code: string;
  readonly blau: number;
}

describe('the library on its own', () => {
  it('names no dependency', () => {
    const own = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(own['dependencies']).toBeUndefined();
    expect(own['type']).toBe('module');
  });

  it('bundles for a browser as one module that imports nothing, knows no clock and no chance', () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', BUNDLE], {
      cwd: room,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const { chunks, imports, code, blau } = JSON.parse(printed) as Bundled;
    expect({ chunks, imports, blau }).toEqual({ chunks: 1, imports: [], blau: 0.5 });
    expect(code).not.toMatch(/\brequire\(|\bprocess\.|\bBuffer\b|node:|Math\.random|Date\.now|new Date/);
  }, 60_000);
});
