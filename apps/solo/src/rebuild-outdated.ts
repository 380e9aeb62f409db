import { deciders, eventCodec } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import type { Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { eventSourceOf, outdated, projections, rebuild } from '@rapport/read-models';

/** After an upgrade nobody is there to run the rebuild: read models of which the version changed are built anew. */
export async function rebuildOutdated(
  settings: Settings<'cli'>,
  onStep: (step: string) => void,
): Promise<void> {
  const pool = createPool(appUrl(settings.DATABASE_URL), {
    name: 'rapport solo rebuild',
    max: 3,
    pipeline: true,
  });
  const owner = createPool(settings.DATABASE_URL, {
    name: 'rapport solo owner',
    max: 3,
    statementTimeout: 120_000,
    idleInTransactionTimeout: 120_000,
  });
  try {
    const wanted = await outdated(pool, projections);
    if (wanted.length === 0) return;
    onStep(`rebuilding ${wanted.map((p) => p.name).join(', ')}`);
    const log = await openLog({ settings, codec: eventCodec, deciders, connections: 2 });
    try {
      const source = eventSourceOf(log);
      await rebuild({ owner, pool, source, projections: wanted, signal: new AbortController().signal });
    } finally {
      await log.close();
    }
  } finally {
    await Promise.all([pool.end(), owner.end()]);
  }
}
