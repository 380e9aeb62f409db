import type { Caller } from '@rapport/domain';
import type pg from 'pg';
import type { ReportRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { pageOf, pagesOf, type Listing, type Page, type PageRequest } from './paging.js';
import { reportInReach } from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

const listed = (where: string): Listing => ({
  from: 'read.reports r',
  where,
  id: 'r.id',
  doc: 'r.doc',
  sort: { by: 'r.requested_at', type: 'timestamptz', down: true },
});

/** Reports in reach, newest first. */
export const reports = (
  pool: pg.Pool,
  caller: Caller,
  engagementId: string | null,
  request: PageRequest,
): Promise<Page<Stored<ReportRow>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const ofEngagement = engagementId === null ? '' : ` and r.engagement_id = ${values.add(engagementId)}`;
    const listing = listed(`${reportInReach(caller, values)}${ofEngagement}`);
    return pageOf<ReportRow, Stored<ReportRow>>(client, listing, request, values, stored);
  });

export const reportsOfEngagements = (
  pool: pg.Pool,
  caller: Caller,
  engagementIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<ReportRow>>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing = listed(`r.engagement_id = parent.id and ${reportInReach(caller, values)}`);
    return pagesOf<ReportRow, Stored<ReportRow>>(client, engagementIds, listing, request, values, stored);
  });

/** One report; `null` when there is none in reach. */
export const report = (pool: pg.Pool, caller: Caller, id: string): Promise<Stored<ReportRow> | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select r.id, r.doc from read.reports r where r.id = ${values.add(id)} and ${reportInReach(caller, values)}`;
    const [row] = await rowsOf<{ id: string; doc: ReportRow }>(client, text, values);
    return row ? stored(row) : null;
  });
