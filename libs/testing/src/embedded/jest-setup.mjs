import { importFromSources } from './sources.mjs';

/** One PostgreSQL for all suites of this run; another run has its own. */
export default async function setup() {
  const { startTestServer } = await importFromSources('test-server');
  globalThis.rapportTestServer = await startTestServer();
}
