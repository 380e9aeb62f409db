import { stringify } from 'csv-stringify/sync';
import type { ReportDocument } from './document.js';

/**
 * `machine`: comma, decimal point, LF. `excel`: what a German Excel opens by a double click: semicolon, decimal comma,
 * CRLF, byte order mark.
 */
export type CsvProfile = 'machine' | 'excel';

const COLUMNS = [
  'wave',
  'team',
  'motive',
  'name',
  'n',
  'mean',
  'sd',
  'low',
  'high',
  'blue',
  'balanced',
  'red',
] as const;

/** The figures of the teams, one line a wave, team and motive; cells that a spreadsheet might run are text. */
export function csvOf({ figures }: ReportDocument, profile: CsvProfile): string {
  const excel = profile === 'excel';
  const rows = figures.teams.map((figure) => COLUMNS.map((column) => figure[column]));
  return stringify(rows, {
    header: true,
    columns: [...COLUMNS],
    delimiter: excel ? ';' : ',',
    record_delimiter: excel ? 'windows' : 'unix',
    bom: excel,
    quoted_string: true,
    escape_formulas: true,
    cast: {
      // Written after the formula check, or a negative number with a comma would be taken for a formula.
      number: (value) => ({
        value: excel ? String(value).replace('.', ',') : String(value),
        quoted: false,
        escape_formulas: false,
      }),
    },
  });
}
