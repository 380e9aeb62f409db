import { createHash } from 'node:crypto';
import type { ReportDocument } from './document.js';

/** JSON with sorted keys and without blanks: one document, one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** What stands in the footer of the PDF: the SHA-256 of the JSON file. */
export const fingerprintOf = (document: ReportDocument): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');
