import type { Locale, Measurement } from '@rapport/domain';
import type { InstrumentDocument } from '@rapport/psychometrics';
import { mostRows, readTable, type Delimiter, type Table, type TableRow } from './csv.js';
import { folded, ProblemList, type ImportProblem } from './problems.js';

export type Metric = Extract<Measurement, { kind: 'scale-scores' }>['metric'];
export type MeasurementKind = 'none' | 'answers' | 'scale-scores';

/** One row of the file, read; nothing is known yet of who is there already. */
export interface ImportedParticipant {
  readonly row: number;
  readonly name: string;
  readonly email: string | null;
  readonly team: string;
  readonly function: string | null;
  readonly locale: Locale;
  readonly validFrom: string;
  readonly measurement: Measurement | null;
}

export interface ParticipantsFile {
  readonly kind: MeasurementKind;
  readonly participants: readonly ImportedParticipant[];
}

export interface ReadingOptions {
  readonly delimiter: Delimiter;
  readonly instrument: InstrumentDocument;
  /** Whether the wave is scored against a norm group. */
  readonly normed: boolean;
  readonly metric: Metric;
  /** For rows that name none. */
  readonly locale: Locale;
  readonly validFrom: string;
}

const ABOUT = ['name', 'email', 'team', 'function', 'locale', 'validFrom'];
const REQUIRED = ['name', 'team'];

/** Participants from CSV text, or every problem of it by row and column. */
export function readParticipants(
  text: string,
  options: ReadingOptions,
): { readonly file: ParticipantsFile; readonly problems: readonly ImportProblem[] } {
  const problems = new ProblemList();
  const table = readTable(text, options.delimiter, mostRows(options.instrument.items.length), problems);
  const none: ParticipantsFile = { kind: 'none', participants: [] };
  if (!table) return { file: none, problems: problems.found };
  const kind = kindOf(table, options, problems);
  const participants = table.rows.map((row) => participantOf(row, kind, table, options, problems));
  refuseRepeated(participants, problems);
  return { file: { kind, participants }, problems: problems.found };
}

/** Which kind of columns there are besides those about the person; other ones are named as unknown. */
function kindOf(table: Table, options: ReadingOptions, problems: ProblemList): MeasurementKind {
  const { instrument, normed, metric } = options;
  for (const name of REQUIRED)
    if (!table.columns.includes(name)) problems.add(1, name, 'Diese Spalte fehlt', 'this column is missing');
  const items = new Set(instrument.items.map((item) => item.id));
  const scales = new Set(instrument.scales.map((scale) => scale.id));
  const measured = table.columns.filter((name) => !ABOUT.includes(name));
  const asItems = measured.filter((name) => items.has(name));
  const asScales = measured.filter((name) => scales.has(name) && !items.has(name));
  for (const name of measured)
    if (!items.has(name) && !scales.has(name))
      problems.add(
        1,
        name,
        `Unbekannte Spalte: weder Angabe zur Person noch Item oder Skala von ${instrument.id}`,
        `unknown column: neither about the person nor an item or scale of ${instrument.id}`,
      );
  if (asItems.length > 0 && asScales.length > 0) {
    for (const name of asScales)
      problems.add(
        1,
        name,
        'Antworten und Skalenwerte lassen sich nicht in einer Datei mischen',
        'answers and scale scores cannot stand in one file',
      );
    return 'answers';
  }
  if (asItems.length > 0) {
    for (const id of items)
      if (!asItems.includes(id))
        problems.add(1, id, 'Die Spalte für dieses Item fehlt', 'the column for this item is missing');
    return 'answers';
  }
  if (asScales.length === 0) {
    if (!table.columns.includes('email'))
      problems.add(
        1,
        'email',
        'Diese Spalte fehlt: Ohne E-Mail-Adresse kann niemand eingeladen werden',
        'this column is missing: nobody can be invited without an e-mail address',
      );
    return 'none';
  }
  if (metric !== 'raw' && !normed)
    problems.add(
      0,
      null,
      'Diese Erhebung hat keine Norm; ohne Norm lassen sich nur Rohwerte importieren',
      'this wave has no norm group; without one only raw scores can be imported',
    );
  return 'scale-scores';
}

function participantOf(
  row: TableRow,
  kind: MeasurementKind,
  table: Table,
  options: ReadingOptions,
  problems: ProblemList,
): ImportedParticipant {
  const cell = (name: string) => (row.cells.get(name) ?? '').replaceAll(/\s+/g, ' ').trim();
  for (const name of REQUIRED)
    if (table.columns.includes(name) && cell(name) === '')
      problems.add(row.row, name, 'Hier fehlt eine Angabe', 'a value is missing here');
  const email = cell('email');
  if (kind === 'none' && table.columns.includes('email') && email === '')
    problems.add(
      row.row,
      'email',
      'Ohne E-Mail-Adresse kann niemand eingeladen werden',
      'nobody can be invited without an e-mail address',
    );
  return {
    row: row.row,
    name: cell('name'),
    email: email === '' ? null : email,
    team: cell('team'),
    function: cell('function') || null,
    locale: localeOf(cell('locale'), row.row, options.locale, problems),
    validFrom: dayOf(cell('validFrom'), row.row, options.validFrom, problems),
    measurement:
      kind === 'answers'
        ? answersOf(row, options, problems)
        : kind === 'scale-scores'
          ? scoresOf(row, options, problems)
          : null,
  };
}

function localeOf(text: string, row: number, otherwise: Locale, problems: ProblemList): Locale {
  const locale = text.toLowerCase();
  if (locale === '') return otherwise;
  if (locale === 'de' || locale === 'en') return locale;
  problems.add(row, 'locale', 'muss de oder en sein', 'must be de or en');
  return otherwise;
}

/** `2026-03-01`, or `1.3.2026` as German spreadsheets write it. */
function dayOf(text: string, row: number, otherwise: string, problems: ProblemList): string {
  if (text === '') return otherwise;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : text;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return iso;
  problems.add(
    row,
    'validFrom',
    'muss ein Tag sein, zum Beispiel 2026-03-01 oder 1.3.2026',
    'must be a day such as 2026-03-01',
  );
  return otherwise;
}

const NUMBER = /^[+-]?\d{1,9}(?:[.,]\d{1,9})?$/;

/** A number with decimal point or comma; undefined for an empty cell, null for anything else. */
function numberOf(cell: string): number | undefined | null {
  const text = cell.trim();
  if (text === '') return undefined;
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : null;
}

function answersOf(row: TableRow, { instrument }: ReadingOptions, problems: ProblemList): Measurement {
  const { min, max } = instrument.response;
  const answers: Record<string, number> = {};
  let present = 0;
  for (const { id } of instrument.items) {
    const value = numberOf(row.cells.get(id) ?? '');
    if (value === undefined) continue;
    present += 1;
    if (value === null || !Number.isInteger(value) || value < min || value > max)
      problems.add(
        row.row,
        id,
        `muss eine ganze Zahl von ${min} bis ${max} sein`,
        `must be a whole number from ${min} to ${max}`,
      );
    else answers[id] = value;
  }
  const of = instrument.items.length;
  const needed = Math.max(1, Math.ceil(instrument.minimumAnswered * of - 1e-9));
  if (present < needed)
    problems.add(
      row.row,
      null,
      `nur ${present} von ${of} Items sind beantwortet; nötig sind ${needed}`,
      `only ${present} of ${of} items are answered; ${needed} are needed`,
    );
  return { kind: 'answers', answers, seconds: {} };
}

function scoresOf(row: TableRow, { instrument, metric }: ReadingOptions, problems: ProblemList): Measurement {
  const [min, max] = boundsOf(metric, instrument);
  const scores: Record<string, number> = {};
  let present = 0;
  for (const { id } of instrument.scales) {
    const value = numberOf(row.cells.get(id) ?? '');
    if (value === undefined) continue;
    present += 1;
    if (value === null || value < min || value > max)
      problems.add(
        row.row,
        id,
        `muss eine Zahl von ${min} bis ${max} sein`,
        `must be a number from ${min} to ${max}`,
      );
    else scores[id] = value;
  }
  if (present === 0)
    problems.add(
      row.row,
      null,
      'die Zeile hat keinen einzigen Skalenwert',
      'the row has no scale score at all',
    );
  return { kind: 'scale-scores', metric, scores };
}

/** Beyond these a score has surely been given in another metric. */
function boundsOf(metric: Metric, { response }: InstrumentDocument): readonly [number, number] {
  switch (metric) {
    case 'raw':
      return [response.min, response.max];
    case 'z':
      return [-6, 6];
    case 't':
      return [0, 100];
    case 'sten':
      return [1, 10];
  }
}

function refuseRepeated(participants: readonly ImportedParticipant[], problems: ProblemList): void {
  const seen = new Map<string, number>();
  for (const { row, email, name, team } of participants) {
    const key = email === null ? `${folded(team)}\n${folded(name)}` : folded(email);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else if (email === null)
      problems.add(
        row,
        'name',
        `Dieser Name steht für dieses Team schon in Zeile ${first}; sind es zwei Personen, geben Sie E-Mail-Adressen an, oder machen Sie die Namen unterscheidbar`,
        `this name stands in row ${first} with this team already; if these are two people, give e-mail addresses or make the names differ`,
      );
    else
      problems.add(
        row,
        'email',
        `Diese Adresse steht schon in Zeile ${first}`,
        `this address stands in row ${first} already`,
      );
  }
}
