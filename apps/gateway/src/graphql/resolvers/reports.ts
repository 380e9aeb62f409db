import * as queries from '@rapport/read-models';
import type { ReportRow, Stored } from '@rapport/read-models';
import { connection, named, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

export const reportQueries: Fields<Nothing> = {
  async reports(_, args: PageArguments & { engagementId?: string | null }, { ports, caller }) {
    const engagementId = args.engagementId ?? null;
    return connection(await queries.reports(ports.pool, caller, engagementId, pageRequest(args)));
  },
  report: (_, { id }: { id: string }, { ports, caller }) =>
    named(id, (known) => queries.report(ports.pool, caller, known)),
};

const report: Fields<Stored<ReportRow>> = {
  engagement: ({ engagementId }, _, { loaders }) => loaders.engagement.load(engagementId),
  async progress({ id, status }, _, { ports, caller }) {
    if (status !== 'requested') return 100;
    const progress = await ports.jobs.progressOf('render-report', {
      tenantId: caller.tenantId,
      reportId: id,
    });
    return progress?.percent ?? 0;
  },
  files: ({ id, files }) => files.map((file) => ({ ...file, url: `/api/reports/${id}/${file.format}` })),
};

export const reportTypes = { Report: report };
