import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
/** Workers read this file again: port and folder of the first reading hold for all. */
const port = (process.env['JOURNEYS_PORT'] ??= String(20_000 + (process.pid % 10_000)));
const data = (process.env['JOURNEYS_DATA'] ??= join(folder(), 'data'));
const url = `http://localhost:${port}`;
const browser = process.env['CHROMIUM_PATH'];

/** A folder of this run alone; root's PostgreSQL runs as another account, which a private folder would keep out. */
function folder(): string {
  const made = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'rapport-journeys-'));
  chmodSync(made, 0o711);
  return made;
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: join(checkout, 'test-results'),
  workers: 1,
  // A machine that builds and measures at the same time gets a second try, which the report calls flaky.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  globalTeardown: './remove-data.ts',
  use: {
    baseURL: url,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // Every journey once: German on the desktop, English on the phone, participants on the phone.
    {
      name: 'desktop',
      use: { viewport: { width: 1280, height: 900 } },
      grep: /\(de\)|client/,
      testIgnore: 'participant.journey.ts',
    },
    {
      name: 'phone',
      // A page that is still gliding to the next statement is not where a finger aims at.
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        contextOptions: { reducedMotion: 'reduce' },
      },
      grep: /\(en\)|participant/,
    },
  ],
  webServer: {
    command: `"${process.execPath}" --enable-source-maps apps/solo/dist/main.js`,
    cwd: checkout,
    // The last line of the start: the demo firm is there.
    wait: { stdout: /Ctrl-C stops everything/ },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: { RAPPORT_DATA: data, PORT: port, GRAPHQL_DOCUMENTS: 'portal' },
  },
});
