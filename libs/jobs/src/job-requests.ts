import { partsOf, type Category, type DomainEvent, type Recorded } from '@rapport/domain';
import type pg from 'pg';
import { putJob } from './outbox.js';

const categories: readonly Category[] = ['Report', 'Wave', 'Person'];

/** What must be done outside because of an event. The name is a checkpoint and never changes. */
export const jobRequests = {
  name: 'report-requests',
  categories,
  async react(
    client: Pick<pg.ClientBase, 'query'>,
    { event, stream, meta }: Recorded<DomainEvent>,
  ): Promise<void> {
    const { tenantId } = meta;
    const { id } = partsOf(stream);
    if (event.type === 'ReportRequested') await putJob(client, 'render-report', { tenantId, reportId: id });
    if (event.type === 'ErasureConfirmed') await putJob(client, 'erase-person', { tenantId, personId: id });
    // One request is one command: its id tells a second round of mails from the same one delivered twice.
    if (event.type === 'ParticipantsReminded' && event.count > 0)
      await putJob(client, 'send-invitations', { tenantId, waveId: id, requestId: meta.commandId });
  },
} as const;
