/** Projections of one firm in a process of their own, sound or with one of the planted mistakes. */
import { deciders, eventCodec } from '../../libs/domain/dist/index.js';
import { openLog } from '../../libs/event-store/dist/index.js';
import { appUrl, createPool } from '../../libs/platform/dist/database.js';
import { eventSourceOf, runProjections } from '../../libs/read-models/dist/index.js';
import { projectionsWith } from './planted.mjs';

const { tenant, mutant } = JSON.parse(process.argv[2]);
const log = await openLog({ settings: process.env, codec: eventCodec, deciders, connections: 2 });
const say = (level) => (data, message) => console.log(`${level}: ${message}`);
await runProjections({
  pool: createPool(appUrl(process.env.DATABASE_URL), { max: 2 }),
  tenant,
  source: eventSourceOf(log),
  projections: projectionsWith(mutant),
  signal: new AbortController().signal,
  log: { info: say('info'), error: say('error') },
  retryMs: [20, 50],
});
