import { partsOf, type DomainEvent, type Recorded } from '@rapport/domain';
import { putJob } from '@rapport/jobs';
import type { Reactor } from '@rapport/read-models';

/** What must be done outside because of an event. The name is a checkpoint and never changes. */
export const jobRequests: Reactor = {
  name: 'report-requests',
  categories: ['Report', 'Wave'],
  async react(client, { event, stream, meta }: Recorded<DomainEvent>) {
    const { tenantId } = meta;
    const { id } = partsOf(stream);
    if (event.type === 'ReportRequested') await putJob(client, 'render-report', { tenantId, reportId: id });
    // One request is one command: its id tells a second round of mails from the same one delivered twice.
    if (event.type === 'ParticipantsReminded' && event.count > 0)
      await putJob(client, 'send-invitations', { tenantId, waveId: id, requestId: meta.commandId });
  },
};
