import type { ReportFormat, TenantId } from '@rapport/domain';
import type pg from 'pg';
import { inTenant } from './tenancy.js';

export interface ReportFile {
  readonly format: ReportFormat;
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** Stores the files of a report; written twice, the first ones stay, because an issued report never changes. */
export async function storeReportFiles(
  pool: pg.Pool,
  tenant: TenantId,
  reportId: string,
  files: readonly ReportFile[],
): Promise<void> {
  await inTenant(pool, tenant, async (client) => {
    for (const { format, sha256, content } of files)
      await client.query(
        `insert into files.report_files (tenant_id, report_id, format, sha256, content) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, report_id, format) do nothing`,
        [tenant, reportId, format, sha256, content],
      );
  });
}

export async function readReportFile(
  pool: pg.Pool,
  tenant: TenantId,
  reportId: string,
  format: ReportFormat,
): Promise<ReportFile | null> {
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<ReportFile>(
      'select format, sha256, content from files.report_files where report_id = $1 and format = $2',
      [reportId, format],
    );
    return rows[0] ?? null;
  });
}

/** Reports that were requested this long ago and have neither been issued nor failed. */
export async function openReports(
  pool: pg.Pool,
  tenant: TenantId,
  olderThanSeconds: number,
): Promise<readonly string[]> {
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from read.reports where status = 'requested' and requested_at < now() - make_interval(secs => $1)`,
      [olderThanSeconds],
    );
    return rows.map((row) => row.id);
  });
}
