import type { Caller } from '@rapport/domain';
import type pg from 'pg';
import type { ReportRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { pageOf, pagesOf, type Listing, type Page, type PageRequest } from './paging.js';
import { reportInReach, withheldFrom } from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

/** A report as a caller finds it. */
export interface FoundReport extends ReportRow {
  /** It holds profiles that are not, or no longer, released to the caller: its files are not given out. */
  readonly withheld: boolean;
}

const docOf = (caller: Caller, values: Values): string =>
  `r.doc || jsonb_build_object('withheld', ${withheldFrom(caller, values)})`;

const listed = (caller: Caller, values: Values, where: string): Listing => ({
  from: 'read.reports r',
  where,
  id: 'r.id',
  doc: docOf(caller, values),
  sort: { by: 'r.requested_at', type: 'timestamptz', down: true },
});

/** Reports in reach, newest first. */
export const reports = (
  pool: pg.Pool,
  caller: Caller,
  engagementId: string | null,
  request: PageRequest,
): Promise<Page<Stored<FoundReport>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const ofEngagement = engagementId === null ? '' : ` and r.engagement_id = ${values.add(engagementId)}`;
    const listing = listed(caller, values, `${reportInReach(caller, values)}${ofEngagement}`);
    return pageOf<FoundReport, Stored<FoundReport>>(client, listing, request, values, stored);
  });

export const reportsOfEngagements = (
  pool: pg.Pool,
  caller: Caller,
  engagementIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<FoundReport>>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing = listed(
      caller,
      values,
      `r.engagement_id = parent.id and ${reportInReach(caller, values)}`,
    );
    return pagesOf<FoundReport, Stored<FoundReport>>(client, engagementIds, listing, request, values, stored);
  });

/** One report; `null` when there is none in reach. */
export const report = (pool: pg.Pool, caller: Caller, id: string): Promise<Stored<FoundReport> | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select r.id, ${docOf(caller, values)} as doc from read.reports r where r.id = ${values.add(id)} and ${reportInReach(caller, values)}`;
    const [row] = await rowsOf<{ id: string; doc: FoundReport }>(client, text, values);
    return row ? stored(row) : null;
  });
