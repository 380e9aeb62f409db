import * as queries from '@rapport/read-models';
import type { AuditFilter, PersonExport, ShownErasure } from '@rapport/read-models';
import { connection, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

export const rightsQueries: Fields<Nothing> = {
  myAccessReceipts: async (_, args: PageArguments, { ports, caller }) =>
    connection(await queries.myAccessReceipts(ports.pool, caller, pageRequest(args))),
  myExports: (_, __, { ports, caller }) => queries.myExports(ports.pool, caller),
  auditLog: async (_, args: PageArguments & AuditFilter, { ports, caller }) =>
    connection(await queries.auditView(ports.pool, caller, args, pageRequest(args))),
  auditCounts: (_, args: AuditFilter, { ports, caller }) => queries.auditCounts(ports.pool, caller, args),
  erasures: async (_, args: PageArguments, { ports, caller }) =>
    connection(await queries.erasuresInReach(ports.pool, caller, pageRequest(args))),
};

const personalExport: Fields<PersonExport> = {
  async progress({ id, status }, _, { ports, caller }) {
    if (status !== 'in-progress') return 100;
    const progress = await ports.jobs.progressOf('export-person', {
      tenantId: caller.tenantId,
      exportId: id,
    });
    return progress?.percent ?? 0;
  },
};

const certificate: Fields<NonNullable<ShownErasure['certificate']>> = {
  removed: ({ removed }) =>
    Object.entries(removed)
      .map(([kind, count]) => ({ kind, count }))
      .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
};

export const rightsTypes = { PersonalExport: personalExport, ErasureCertificate: certificate };
