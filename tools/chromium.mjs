/** Where Chromium is; installed from the system's packages when asked and allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = () => [process.env.CHROMIUM_PATH, ...known].find((path) => path && existsSync(path));

export function chromiumPath({ install }) {
  const here = found();
  if (here || !install || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return here;
  console.log('Installing Chromium for the journeys');
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--no-install-recommends', 'chromium');
  return found();
}
