import { CsvError, parse } from 'csv-parse/sync';
import { type ProblemList } from './problems.js';

/**
 * An import is one step in the log, all of it or nothing: what is larger would hold up everybody else for too long. Rows
 * of a long questionnaire carry more, so there may be fewer of them.
 */
const MOST_ROWS = 2000;
const MOST_VALUES = 200_000;
export const mostRows = (items: number): number => Math.min(MOST_ROWS, Math.floor(MOST_VALUES / items));
/** More characters are no list of participants. */
const MOST_CHARACTERS = 10_000_000;

export interface TableRow {
  /** As a spreadsheet counts them: the header is 1. */
  readonly row: number;
  /** By column name; every column is there. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export type Delimiter = 'auto' | 'comma' | 'semicolon';

/** Names that spreadsheets in German give to the columns of the format. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'e-mail': 'email',
  mail: 'email',
  'e-mail-adresse': 'email',
  funktion: 'function',
  sprache: 'locale',
  validfrom: 'validFrom',
  'gültig ab': 'validFrom',
};

const columnNamed = (header: string): string => {
  const name = header.normalize('NFC').trim().toLowerCase();
  return SYNONYMS[name] ?? name;
};

/**
 * CSV text as a table: either delimiter, with or without byte order mark, quoted cells with anything in them. Cells
 * that look like formulas are text like all others. Every problem of form is found; a row with one is left out.
 */
export function readTable(
  text: string,
  delimiter: Delimiter,
  most: number,
  problems: ProblemList,
): Table | null {
  if (text.length > MOST_CHARACTERS) {
    problems.add(
      0,
      null,
      'Die Datei ist zu groß für eine Teilnehmerliste',
      'the file is too large for a list of participants',
    );
    return null;
  }
  const records = recordsOf(text, delimiter, most, problems);
  if (GARBLED.test(text) || !text.isWellFormed()) {
    problems.add(
      0,
      null,
      'Die Datei ist nicht in UTF-8 gespeichert (vermutlich Windows-1252 oder UTF-16). Bitte speichern Sie sie als „CSV UTF-8“ und laden Sie sie noch einmal hoch',
      'the file is not saved in UTF-8 (probably Windows-1252 or UTF-16). Please save it as “CSV UTF-8” and upload it again',
    );
    nameGarbled(records ?? [], problems);
    return null;
  }
  const [header, ...body] = records ?? [];
  if (!header || header.every(isBlank)) {
    if (problems.found.length === 0)
      problems.add(
        0,
        null,
        'Die Datei ist leer: Die erste Zeile muss die Spalten nennen',
        'the file is empty: its first row must name the columns',
      );
    return null;
  }
  const columns = columnsOf(header, body, problems);
  const rows = body.flatMap((record, index) => rowOf(record, index + 2, columns, problems) ?? []);
  if (rows.length > most)
    problems.add(
      0,
      null,
      `Die Datei hat mehr Zeilen, als auf einmal gehen (${most}); bitte teilen Sie sie auf, zum Beispiel nach Teams, und importieren Sie die Teile nacheinander in dieselbe Erhebung`,
      `the file has more rows than go at once (${most}); please split it, for example by team, and import the parts one after the other into the same wave`,
    );
  else if (rows.length === 0 && problems.found.length === 0)
    problems.add(
      0,
      null,
      'Die Datei hat keine Zeilen unter der Kopfzeile',
      'the file has no rows below its header',
    );
  return { columns: columns.filter((name) => name !== ''), rows };
}

/**
 * What is left of letters when bytes were read in another encoding: a replacement sign, a zero byte, or "ü" as "Ã¼" (the
 * two bytes of UTF-8 read as Windows-1252).
 */
const GARBLED =
  /[\uFFFD\u0000]|[ÃÂ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/u;

function nameGarbled(records: readonly string[][], problems: ProblemList): void {
  const header = records[0] ?? [];
  records.forEach((record, index) =>
    record.forEach((cell, at) => {
      if (GARBLED.test(cell) || !cell.isWellFormed())
        problems.add(
          index + 1,
          header[at]?.trim() || String(at + 1),
          'Hier stehen Zeichen, die beim Speichern zerstört wurden',
          'this holds characters that were destroyed in saving',
        );
    }),
  );
}

const isBlank = (cell: string): boolean => cell.trim() === '';

function recordsOf(
  text: string,
  delimiter: Delimiter,
  most: number,
  problems: ProblemList,
): string[][] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter: characterOf(delimiter, text),
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      // One more than allowed says that there are too many; the rest need not be read.
      to: most + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    problems.add(
      row,
      null,
      'Anführungszeichen passen nicht: Eine Zelle wird geöffnet und nicht geschlossen, oder es steht Text nach dem Ende',
      'quotes do not match: a cell is opened and never closed, or text follows its end',
    );
    return null;
  }
}

/** Whichever delimiter the header uses more often, outside of quotes; tabs come from tables that were copied. */
function characterOf(delimiter: Delimiter, text: string): ',' | ';' | '\t' {
  if (delimiter !== 'auto') return delimiter === 'comma' ? ',' : ';';
  let quoted = false;
  const count = { ',': 0, ';': 0, '\t': 0 };
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character === ',' || character === ';' || character === '\t') count[character] += 1;
  }
  const most = Math.max(...Object.values(count));
  return count[','] === most ? ',' : count[';'] === most ? ';' : '\t';
}

/** Names of the columns; '' for one without a name and without a cell below, as spreadsheets leave them behind. */
function columnsOf(header: readonly string[], body: readonly string[][], problems: ProblemList): string[] {
  const columns = header.map(columnNamed);
  columns.forEach((name, index) => {
    if (name === '') {
      if (body.some((record) => !isBlank(record[index] ?? '')))
        problems.add(1, null, `Spalte ${index + 1} hat keinen Namen`, `column ${index + 1} has no name`);
    } else if (columns.indexOf(name) < index)
      problems.add(
        1,
        header[index]?.trim() ?? name,
        'Die Spalte kommt doppelt vor',
        'the column appears twice',
      );
  });
  return columns;
}

function rowOf(
  record: readonly string[],
  row: number,
  columns: readonly string[],
  problems: ProblemList,
): TableRow | null {
  if (record.every(isBlank)) return null;
  const surplus = record.slice(columns.length).some((cell) => !isBlank(cell));
  if (surplus || record.length < columns.length) {
    problems.add(
      row,
      null,
      `Die Zeile hat ${record.length} statt ${columns.length} Zellen`,
      `the row has ${record.length} cells instead of ${columns.length}`,
    );
    return null;
  }
  return { row, cells: new Map(columns.map((name, index) => [name, record[index] ?? ''])) };
}
