import type { Caller, Recipient, ReportFormat } from '@rapport/domain';
import type pg from 'pg';
import { actorName, recordAudit } from '../audit/entries.js';
import { readOf } from '../audit/receipts.js';
import type { ReportFile } from '../report-files.js';
import type { ReportRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { pageOf, pagesOf, type Listing, type Page, type PageRequest } from './paging.js';
import { recipientsNow, reportInReach, withheldFrom } from './reach.js';
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
  inTenant(pool, caller.tenantId, (client) => found(client, caller, id));

async function found(client: pg.PoolClient, caller: Caller, id: string): Promise<Stored<FoundReport> | null> {
  const values = new Values();
  const text = `select r.id, ${docOf(caller, values)} as doc from read.reports r where r.id = ${values.add(id)} and ${reportInReach(caller, values)}`;
  const [row] = await rowsOf<{ id: string; doc: FoundReport }>(client, text, values);
  return row ? stored(row) : null;
}

export interface Download {
  readonly report: Stored<FoundReport>;
  readonly file: ReportFile;
}

/**
 * A file of a report, for whoever may have it; recorded as a download, as a reading of every profile in it by name, and
 * as refused where there is such a report. `known`: the hash of a file the caller holds already, which is given to nobody
 * anew and so not recorded.
 */
export const downloadReport = (
  pool: pg.Pool,
  caller: Caller,
  id: string,
  format: ReportFormat,
  isKnown: (sha256: string) => boolean = () => false,
): Promise<Download | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const files = await client.query<ReportFile>(
      'select format, sha256, content from files.report_files where report_id = $1 and format = $2',
      [id, format],
    );
    const [file] = files.rows;
    if (!file) return null;
    const row = await found(client, caller, id);
    const permitted = row?.status === 'issued' && !row.withheld;
    if (permitted && isKnown(file.sha256)) return { report: row, file };
    const object = `Report/${id}/${format}`;
    const { rows } = await client.query<{ subject: string; releases: readonly Recipient[] }>(
      `select a.person_id as subject, ${recipientsNow('a')} as releases from files.report_contents c
       cross join unnest(c.individuals) i join read.participants a on a.id = i where c.report_id = $1
       order by a.person_id`,
      [id],
    );
    await recordAudit(
      client,
      {
        tenantId: caller.tenantId,
        actor: actorName(caller),
        action: 'report.download',
        object,
        decision: permitted ? 'allow' : 'deny',
      },
      ...rows.map((each) => readOf(caller, { object, permitted, ...each })),
    );
    return permitted ? { report: row, file } : null;
  });
