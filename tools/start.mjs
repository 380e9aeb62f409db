/** `npm start`: installs when needed, builds what changed, and starts the whole platform. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, install, root, stop } from './install.mjs';

checkNode();
const began = Date.now();
const step = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

step('packages');
if (install('run')) step('packages installed');
step('build');
try {
  const { buildAll } = await import('./build.mjs');
  const { compiled, bundled } = await buildAll();
  step(`built: ${compiled} modules compiled, portal ${bundled ? 'bundled' : 'unchanged'}`);
} catch (error) {
  if (error.code === 'ENOSPC') stop('The disk is full: free at least 1 GB and run npm start again.');
  if (error.code === 'EACCES')
    stop(`${error.path} cannot be written: run npm start as the user who owns this folder.`);
  throw error;
}

const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/solo/dist/main.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RAPPORT_STARTED_AT: String(began) },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  // Ctrl-C reaches the child by the terminal as well; it stops once, however often it is told.
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
);
