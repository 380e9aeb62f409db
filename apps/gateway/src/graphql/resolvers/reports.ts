import * as queries from '@rapport/read-models';
import type { FoundReport, ReleaseRow, Stored } from '@rapport/read-models';
import { connection, named, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

export const reportQueries: Fields<Nothing> = {
  async reports(_, args: PageArguments & { engagementId?: string | null }, { ports, caller }) {
    const engagementId = args.engagementId ?? null;
    return connection(await queries.reports(ports.pool, caller, engagementId, pageRequest(args)));
  },
  async releases(_, args: PageArguments & { engagementId?: string | null }, { ports, caller }) {
    const engagementId = args.engagementId ?? null;
    return connection(await queries.releases(ports.pool, caller, engagementId, pageRequest(args)));
  },
  release: (_, { id }: { id: string }, { ports, caller }) =>
    named(id, (known) => queries.release(ports.pool, caller, known)),
  report: (_, { id }: { id: string }, { ports, caller }) =>
    named(id, (known) => queries.report(ports.pool, caller, known)),
};

const report: Fields<Stored<FoundReport>> = {
  engagement: ({ engagementId }, _, { loaders }) => loaders.engagement.load(engagementId),
  async progress({ id, status }, _, { ports, caller }) {
    if (status !== 'requested') return 100;
    const progress = await ports.jobs.progressOf('render-report', {
      tenantId: caller.tenantId,
      reportId: id,
    });
    return progress?.percent ?? 0;
  },
  files: ({ id, files, withheld }) =>
    withheld ? [] : files.map((file) => ({ ...file, url: `/api/reports/${id}/${file.format}` })),
};

const release: Fields<Stored<ReleaseRow>> = {
  engagement: ({ engagementId }, _, { loaders }) => loaders.engagement.load(engagementId),
  wave: ({ waveId }, _, { loaders }) => loaders.wave.load(waveId),
  smallestGroup: ({ k }) => k,
  // Said for those who published it; a client does not see it any more.
  reason: ({ reason }, _, { caller }) => (queries.isStaff(caller) ? reason : null),
  async teams({ groups }, _, { loaders }) {
    const teams = new Map(groups.map(({ id, waveId, n }) => [`${waveId}/${id}`, { id, waveId, n }]));
    const known = await Promise.all(
      [...teams.values()].map(async ({ id, waveId, n }) => ({
        waveId,
        n,
        team: await loaders.team.load(id),
      })),
    );
    return known.filter(({ team }) => team !== null);
  },
};

export const reportTypes = { Report: report, Release: release };
