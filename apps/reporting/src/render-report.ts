import { createHash } from 'node:crypto';
import { motiveTexts, reportTexts } from '@rapport/content';
import type { ReportCommand, ReportFormat, TenantId } from '@rapport/domain';
import type { JobProgress } from '@rapport/jobs';
import { sendCommands, type CommandSender } from '@rapport/platform';
import {
  coachTeams,
  readReportSources,
  storeRelease,
  storeReportContents,
  storeReportFiles,
} from '@rapport/read-models';
import { assembleReport, renderReport, type PdfRenderer } from '@rapport/reports';
import type pg from 'pg';
import { contentsOf, reportInput } from './report-input.js';

export interface RenderPorts {
  readonly pool: pg.Pool;
  readonly renderer: PdfRenderer;
  readonly commands: CommandSender;
}

const formats: readonly ReportFormat[] = ['pdf', 'html', 'xlsx', 'json', 'csv'];

/**
 * Makes the files of a requested report and says so in the log. May run twice: the same rows give the same files, the
 * first stored ones stay, and the second `IssueReport` is silent.
 */
export async function renderReportJob(
  ports: RenderPorts,
  { tenantId, reportId }: { readonly tenantId: string; readonly reportId: string },
  report: (progress: JobProgress) => Promise<void>,
): Promise<void> {
  const tenant = tenantId as TenantId;
  await report({ percent: 10, step: 'reading' });
  const sources = await readReportSources(ports.pool, tenant, reportId);
  // The request is in the log before the job is; the read models follow within moments.
  if (!sources) throw new Error('the report is not in the read models yet');
  if (sources.report.status === 'issued') return;
  await report({ percent: 30, step: 'composing' });
  const coach =
    sources.report.audience === 'coach' ? await coachTeams(ports.pool, tenant, sources) : undefined;
  const document = assembleReport(reportInput(reportId, sources, coach), {
    report: reportTexts,
    motives: motiveTexts,
  });
  const files = [];
  let pages = 0;
  for (const [n, format] of formats.entries()) {
    await report({ percent: 50 + n * 8, step: 'rendering' });
    const rendered = await renderReport(document, format, ports.renderer);
    pages = rendered.pages ?? pages;
    files.push({ format, sha256: rendered.sha256, content: rendered.content });
  }
  await report({ percent: 90, step: 'storing' });
  const { contents, frozen } = contentsOf(sources, coach);
  if (frozen) await storeRelease(ports.pool, tenant, frozen);
  // Before the files: nobody finds a file of which it is not known whose figures are in it.
  await storeReportContents(ports.pool, tenant, reportId, contents);
  await storeReportFiles(ports.pool, tenant, reportId, files);
  await tell(ports.commands, tenantId, reportId, 'issue', {
    type: 'IssueReport',
    files: files.map(({ format, sha256, content }) => ({ format, sha256, bytes: content.byteLength })),
    logPosition: sources.position,
    pages,
  });
  await report({ percent: 100, step: 'done' });
}

/** After the last attempt: the request is answered, with a sentence for people. */
export async function failReportJob(
  ports: RenderPorts,
  { tenantId, reportId }: { readonly tenantId: string; readonly reportId: string },
): Promise<void> {
  const reason =
    'The report could not be made. Request it again; if it fails again, tell the operator of this installation.';
  await tell(ports.commands, tenantId, reportId, 'fail', { type: 'FailReport', reason });
}

async function tell(
  sender: CommandSender,
  tenantId: string,
  reportId: string,
  what: string,
  command: ReportCommand,
): Promise<void> {
  const outcome = await sendCommands(sender, {
    tenantId,
    commandId: commandIdOf(tenantId, reportId, what),
    now: new Date().toISOString(),
    commands: [{ category: 'Report', id: reportId, command }],
  });
  if (outcome.kind !== 'accepted') throw new Error(`the report was not accepted: ${JSON.stringify(outcome)}`);
}

/** The same step of the same report is the same command. */
export function commandIdOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
