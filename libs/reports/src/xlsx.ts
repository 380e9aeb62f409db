import { reportTexts } from '@rapport/content';
import type { Worksheet } from '@protobi/exceljs';
import type { ComparisonFigure, Fact, FigureSource, ReportDocument, TeamFigure } from './document.js';
import { fingerprintOf } from './json.js';
import { undated } from './zip.js';

type Cell = string | number | null;

interface Column<T> {
  readonly label: string;
  readonly width: number;
  /** Decimals of a number; text without. */
  readonly decimals?: 0 | 2;
  readonly cell: (row: T) => Cell;
}

const words = {
  de: {
    teams: 'Teams',
    comparison: 'Vergleich',
    provenance: 'Herkunft',
    wave: 'Welle',
    id: 'Kennung',
    low: 'Fehlerband von',
    high: 'Fehlerband bis',
    teamA: 'Team A',
    teamB: 'Team B',
    difference: 'Unterschied (A minus B)',
    source: 'Herkunft',
    key: 'Schlüssel',
    instrument: 'Fragebogen',
    norm: 'Norm',
    noNorm: 'keine: nicht normiert',
    bandRule: 'Bereichsregel',
    scoring: 'Auswertung',
    scores: 'Werte aus',
    report: 'Bericht',
    dated: 'Stand vom',
    copy: 'Exemplar',
    note: 'Hinweis',
    empty:
      'Eine leere Zelle heißt: Diesen Wert gibt es nicht, oder er wird zum Schutz der Personen nicht gezeigt.',
  },
  en: {
    teams: 'Teams',
    comparison: 'Comparison',
    provenance: 'Provenance',
    wave: 'Wave',
    id: 'Identifier',
    low: 'Error band from',
    high: 'Error band to',
    teamA: 'Team A',
    teamB: 'Team B',
    difference: 'Difference (A minus B)',
    source: 'Provenance',
    key: 'Key',
    instrument: 'Questionnaire',
    norm: 'Norm group',
    noNorm: 'none: not normed',
    bandRule: 'Band rule',
    scoring: 'Scoring',
    scores: 'Scores from',
    report: 'Report',
    dated: 'Dated',
    copy: 'Copy',
    note: 'Note',
    empty: 'An empty cell means: there is no such value, or it is not shown to protect people.',
  },
};

const PAPER_A4 = 9;
const ACCENT = 'FF21404E';
const TINT = 'FFEEF3F5';
/** Above the table: title, what the values are, what an empty cell means, a gap. */
const HEADER_ROW = 5;

/**
 * The figures of the teams and their comparison as a workbook, with what they rest on. It holds what the document holds,
 * no more. Same document, same bytes.
 */
export async function xlsxOf(document: ReportDocument): Promise<Uint8Array> {
  // Loaded by those who render only: it is large.
  const { default: excel } = await import('@protobi/exceljs');
  const { locale, figures, cover, sources } = document;
  const word = words[locale];
  const workbook = new excel.Workbook();
  const day = new Date(`${document.dated}T00:00:00Z`);
  workbook.created = day;
  workbook.modified = day;
  workbook.creator = plain(cover.firm);
  workbook.title = plain(`${cover.title}, ${cover.subtitle}`);

  fill(workbook.addWorksheet(word.teams), document, teamColumns(document), figures.teams);
  if (figures.comparisons.length > 0)
    fill(workbook.addWorksheet(word.comparison), document, comparisonColumns(document), figures.comparisons);
  const provenance = workbook.addWorksheet(word.provenance);
  fill(provenance, document, sourceColumns(document), Object.entries(sources));
  provenance.addRow([]);
  for (const { term, text } of aboutReport(document)) {
    const row = provenance.addRow([safe(term), safe(text)]);
    row.getCell(1).font = { bold: true };
  }
  return undated(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A table under its header, which stays in sight, can be filtered and is repeated on every printed page. */
function fill<T>(
  sheet: Worksheet,
  { locale, cover, furniture }: ReportDocument,
  columns: readonly Column<T>[],
  rows: readonly T[],
): void {
  sheet.addRow([safe(`${cover.title}, ${cover.subtitle}`)]).font = { bold: true, size: 14 };
  sheet.addRow([safe(furniture.footer)]);
  sheet.addRow([words[locale].empty]).font = { italic: true };
  sheet.addRow([]);
  const header = sheet.addRow(columns.map(({ label }) => label));
  header.alignment = { wrapText: true, vertical: 'top' };
  for (const row of rows) sheet.addRow(columns.map(({ cell }) => safe(cell(row))));
  columns.forEach(({ width, decimals }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    const top = header.getCell(index + 1);
    top.font = { bold: true, color: { argb: ACCENT } };
    top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TINT } };
    if (decimals !== undefined)
      for (let row = HEADER_ROW + 1; row <= HEADER_ROW + rows.length; row++)
        sheet.getCell(row, index + 1).numFmt = decimals === 0 ? '0' : '0.00';
  });
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: HEADER_ROW }];
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + rows.length, column: columns.length },
  };
  sheet.pageSetup = {
    paperSize: PAPER_A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
  };
}

function teamColumns({ locale }: ReportDocument): readonly Column<TeamFigure>[] {
  const word = words[locale];
  const { table } = reportTexts[locale];
  return [
    { label: word.wave, width: 18, cell: ({ wave }) => wave },
    { label: table.team, width: 22, cell: ({ team }) => team },
    { label: table.motive, width: 24, cell: ({ name }) => name },
    { label: word.id, width: 20, cell: ({ motive }) => motive },
    { label: table.n, width: 8, decimals: 0, cell: ({ n }) => n },
    { label: table.mean, width: 12, decimals: 2, cell: ({ mean }) => mean },
    { label: table.sd, width: 14, decimals: 2, cell: ({ sd }) => sd },
    { label: word.low, width: 12, decimals: 2, cell: ({ low }) => low },
    { label: word.high, width: 12, decimals: 2, cell: ({ high }) => high },
    { label: table.blue, width: 10, decimals: 0, cell: ({ blue }) => blue },
    { label: table.balanced, width: 13, decimals: 0, cell: ({ balanced }) => balanced },
    { label: table.red, width: 10, decimals: 0, cell: ({ red }) => red },
    { label: word.source, width: 30, cell: ({ source }) => source },
  ];
}

function comparisonColumns({ locale }: ReportDocument): readonly Column<ComparisonFigure>[] {
  const word = words[locale];
  const { table, words: said } = reportTexts[locale];
  const findings: Readonly<Record<string, string>> = said.finding;
  const side: Readonly<Record<string, string>> = { red: table.red, blue: table.blue };
  return [
    { label: word.teamA, width: 22, cell: ({ teamA }) => teamA },
    { label: word.teamB, width: 22, cell: ({ teamB }) => teamB },
    { label: table.motive, width: 24, cell: ({ name }) => name },
    { label: word.id, width: 20, cell: ({ motive }) => motive },
    { label: word.difference, width: 14, decimals: 2, cell: ({ difference }) => difference },
    { label: word.low, width: 12, decimals: 2, cell: ({ low }) => low },
    { label: word.high, width: 12, decimals: 2, cell: ({ high }) => high },
    { label: table.finding, width: 20, cell: ({ finding }) => findings[finding] ?? finding },
    {
      label: table.constellation,
      width: 16,
      cell: ({ constellation }) =>
        constellation
          ?.split('-')
          .map((each) => side[each] ?? each)
          .join(' – ') ?? null,
    },
    { label: word.source, width: 40, cell: (row) => row.sources.join(', ') },
  ];
}

function sourceColumns({ locale }: ReportDocument): readonly Column<[string, FigureSource]>[] {
  const word = words[locale];
  const { table, words: said } = reportTexts[locale];
  const named = ({ id, version }: { id: string; version: string }) => `${id} ${version}`;
  return [
    { label: word.key, width: 34, cell: ([key]) => key },
    { label: word.wave, width: 22, cell: ([, { wave }]) => wave.title },
    { label: table.team, width: 22, cell: ([, { team }]) => team.name },
    { label: table.n, width: 8, decimals: 0, cell: ([, { n }]) => n },
    { label: word.instrument, width: 28, cell: ([, { instrument }]) => named(instrument) },
    {
      label: word.norm,
      width: 36,
      cell: ([, { norm }]) =>
        norm
          ? `${named(norm)}, n = ${norm.n}${norm.provisional ? ` (${said.provisional})` : ''}`
          : word.noNorm,
    },
    { label: word.bandRule, width: 24, cell: ([, { bandRule }]) => `${named(bandRule)}, ±${bandRule.cut}` },
    { label: word.scoring, width: 12, cell: ([, { scoring }]) => scoring },
    { label: word.scores, width: 14, cell: ([, { scores }]) => scores },
  ];
}

function aboutReport(document: ReportDocument): readonly Fact[] {
  const { locale, cover, furniture, dated, logPosition, id } = document;
  const word = words[locale];
  return [
    { term: word.report, text: id },
    { term: word.dated, text: dated },
    ...cover.facts,
    ...(cover.invented === null ? [] : [{ term: word.note, text: cover.invented }]),
    { term: word.copy, text: cover.copy },
    { term: furniture.position, text: logPosition },
    { term: furniture.fingerprint, text: fingerprintOf(document) },
  ];
}

/** What no XML may hold. */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const LONGEST_CELL = 32_767;
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

const plain = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, '');

/**
 * Numbers and text, nothing else: an object would be taken for a formula. Text that a spreadsheet would run after the
 * next export begins with an apostrophe, as in the CSV.
 */
function safe(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = plain(cell);
  return (FORMULA.test(text) ? `'${text}` : text).slice(0, LONGEST_CELL);
}
