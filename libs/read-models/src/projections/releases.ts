import { partsOf, type ClientId } from '@rapport/domain';
import type { ReleaseRow } from '../rows.js';
import { changed, defineProjection } from './define.js';

/** Releases to client organisations by their id; who contributed stays in the ledger. */
export const releases = defineProjection<ReleaseRow>({
  name: 'releases',
  categories: ['ReleaseLedger'],
  columns: {
    client_id: 'text',
    engagement_id: 'text',
    wave_id: 'text',
    withdrawn: 'boolean',
    published_at: 'timestamptz',
  },
  columnsOf: (row) => ({
    client_id: row.clientId,
    engagement_id: row.engagementId,
    wave_id: row.waveId,
    withdrawn: row.withdrawnAt !== null,
    published_at: row.publishedAt,
  }),
  keysOf: (event) => ('releaseId' in event ? [event.releaseId] : []),
  on: {
    ReleasePublished: (row, event, { stream }) => ({
      clientId: partsOf(stream).id as ClientId,
      engagementId: event.engagementId,
      waveId: event.waveId,
      version: event.version,
      k: event.k,
      contentHash: event.contentHash,
      // Published again after it was withdrawn, it is the same release from the same day.
      publishedAt: row?.publishedAt ?? event.publishedAt,
      withdrawnAt: null,
      reason: null,
      groups: event.cells.map(({ cut, id, waveId, contributors }) => ({
        ...{ cut, id, waveId },
        n: contributors.length,
      })),
    }),
    ReleaseWithdrawn: (row, { reason, withdrawnAt }) => changed(row, { reason, withdrawnAt }),
  },
});
