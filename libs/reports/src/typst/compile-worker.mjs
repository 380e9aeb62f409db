/** Compiles one report after the other to tagged PDF in a thread of its own. Plain JavaScript: threads load no TypeScript. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf } from './font-coverage.mjs';

const workspace = dirname(fileURLToPath(import.meta.url));
const template = join(workspace, 'report.typ');
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
const weights = ['400Regular', '600SemiBold', '700Bold'];
const STANDARD = 'ua-1';
/** Results of this many compiles ago are forgotten. */
const CACHE_AGE = 3;

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: weights.map((weight) => join(fonts, weight)) }],
});
const printable = coverageOf(readFileSync(join(fonts, '400Regular', 'Inter_400Regular.ttf')));

/** What the compiler complains about, without what the report says. */
const complaint = (diagnostics) =>
  (diagnostics?.shortDiagnostics ?? [])
    .map(({ message, path }) => `${path ? `${path}: ` : ''}${message}`)
    .join('; ');

function compile(json) {
  compiler.mapShadow(join(workspace, 'report.json'), Buffer.from(printable(json)));
  const result = compiler.compile({ mainFilePath: template, resetRead: true });
  const failed = result.hasError() ? result.takeError() : null;
  if (failed) throw new Error(`the report does not compile: ${complaint(failed)}`);
  // A font that is missing is only a warning to the compiler; the page would be set in another one.
  const warned = result.takeWarnings();
  if (warned) throw new Error(`the report compiles with warnings: ${complaint(warned)}`);
  const document = result.result;
  return { content: compiler.pdf(document, { pdfStandard: STANDARD }), pages: document.numOfPages };
}

parentPort.on('message', ({ id, json }) => {
  try {
    const { content, pages } = compile(json);
    const bytes = new Uint8Array(content);
    parentPort.postMessage({ id, content: bytes, pages }, [bytes.buffer]);
  } catch (error) {
    const message = Array.isArray(error) || !(error instanceof Error) ? String(error) : error.message;
    parentPort.postMessage({ id, failure: message });
  }
  compiler.evictCache(CACHE_AGE);
});
