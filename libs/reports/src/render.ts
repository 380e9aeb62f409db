import { createHash } from 'node:crypto';
import type { ReportFormat } from '@rapport/domain';
import { csvOf } from './csv.js';
import type { ReportDocument } from './document.js';
import { htmlOf } from './html.js';
import { canonicalJson } from './json.js';
import { xlsxOf } from './xlsx.js';
import { openTypstRenderer, type PdfRenderer } from './typst/pdf.js';

export interface RenderedReport {
  readonly content: Uint8Array;
  readonly sha256: string;
  /** PDF only. */
  readonly pages?: number;
}

let shared: PdfRenderer | undefined;

/**
 * One file of a report. The same document gives the same bytes, in every process. Without a renderer of one's own, one
 * that lives as long as the process is shared.
 */
export async function renderReport(
  document: ReportDocument,
  format: ReportFormat,
  renderer?: PdfRenderer,
): Promise<RenderedReport> {
  switch (format) {
    case 'pdf': {
      const { content, pages } = await (renderer ?? (shared ??= openTypstRenderer())).render(document);
      return { ...hashed(content), pages };
    }
    case 'html':
      return hashed(Buffer.from(htmlOf(document)));
    case 'json':
      return hashed(Buffer.from(canonicalJson(document)));
    case 'xlsx':
      return hashed(await xlsxOf(document));
    case 'csv':
      return hashed(Buffer.from(csvOf(document, document.locale === 'de' ? 'excel' : 'machine')));
  }
}

const hashed = (content: Uint8Array): RenderedReport => ({
  content,
  sha256: createHash('sha256').update(content).digest('hex'),
});
