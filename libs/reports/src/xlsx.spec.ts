import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import excel, { type Workbook, type Worksheet } from '@protobi/exceljs';
import { assembleReport } from './assemble.js';
import type { ReportDocument } from './document.js';
import { fingerprintOf } from './json.js';
import { renderReport } from './render.js';
import { sampleInput, texts, type SampleOptions } from './sample-input.fixture.js';
import { xlsxOf } from './xlsx.js';

const report = (options: SampleOptions = {}) => assembleReport(sampleInput(options), texts);
const german = report();
const HEADER = 5;

async function opened(document: ReportDocument): Promise<Workbook> {
  const workbook = new excel.Workbook();
  const content = await xlsxOf(document);
  await workbook.xlsx.load(content as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** Values of a row without the empty first place. */
const values = (sheet: Worksheet, row: number): readonly unknown[] =>
  Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value);
const words = (workbook: Workbook): readonly string[] =>
  workbook.worksheets.flatMap((sheet) =>
    Array.from({ length: sheet.rowCount }, (_, row) => values(sheet, row + 1))
      .flat()
      .map(String),
  );

const withTeam = (team: string): ReportDocument => ({
  ...german,
  figures: { ...german.figures, teams: [{ ...german.figures.teams[0]!, team, mean: -0.82 }] },
});

describe('the workbook of a report', () => {
  let workbook: Workbook;
  let teams: Worksheet;
  beforeAll(async () => {
    workbook = await opened(german);
    teams = workbook.getWorksheet('Teams')!;
  });

  it('has the figures of the teams, their comparison and what they rest on', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Teams', 'Vergleich', 'Herkunft']);
    expect(teams.rowCount).toBe(HEADER + german.figures.teams.length);
    expect(workbook.getWorksheet('Vergleich')!.rowCount).toBe(HEADER + german.figures.comparisons.length);
  });

  it('has numbers as numbers and says on every sheet that the norm is provisional', () => {
    const [first] = german.figures.teams;
    const { wave, team, name, motive, n, mean, sd, low, high, blue, balanced, red, source } = first!;
    expect(values(teams, HEADER + 1)).toEqual([
      wave,
      team,
      name,
      motive,
      n,
      mean,
      sd,
      low,
      high,
      blue,
      balanced,
      red,
      source,
    ]);
    expect(teams.getCell(HEADER + 1, 6).numFmt).toBe('0.00');
    expect(teams.getCell(HEADER + 1, 5).numFmt).toBe('0');
    for (const sheet of workbook.worksheets) {
      expect(sheet.getCell(2, 1).value).toContain('vorläufige Norm');
      expect(sheet.getCell(2, 1).value).toContain('Erfundene Daten');
    }
  });

  it('keeps its header in sight and lets the table be filtered', () => {
    for (const sheet of workbook.worksheets) {
      expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: HEADER })]);
      expect(String(sheet.autoFilter)).toMatch(/^A5:/u);
      expect(sheet.pageSetup.printTitlesRow).toBe('5:5');
    }
  });

  it('names fingerprint, log position and norm of the figures', () => {
    const provenance = workbook.getWorksheet('Herkunft')!;
    const said = values(provenance, HEADER + 1).join(' ');
    expect(said).toMatch(/n = \d+ \(vorläufige Norm\)/u);
    const facts = words(workbook);
    expect(facts).toEqual(expect.arrayContaining([fingerprintOf(german), german.logPosition, german.dated]));
  });

  it('speaks the language of the report', async () => {
    const english = await opened(report({ locale: 'en' }));
    expect(english.worksheets.map(({ name }) => name)).toEqual(['Teams', 'Comparison', 'Provenance']);
    expect(values(english.getWorksheet('Teams')!, HEADER)).toContain('Mean');
    expect(values(teams, HEADER)).toContain('Mittelwert');
    const comparison = english.getWorksheet('Comparison')!;
    for (let row = HEADER + 1; row <= comparison.rowCount; row++)
      expect(comparison.getCell(row, 8).value).toMatch(/^(?:marked|not established|too little data)$/u);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\u{FF1D}1'])(
    'has no formula for %j',
    async (team) => {
      const cell = (await opened(withTeam(team))).getWorksheet('Teams')!.getCell(HEADER + 1, 2);
      expect(cell.type).toBe(excel.ValueType.String);
      expect(String(cell.value).replaceAll('\n', '\r')).toBe(`'${team}`);
      expect((await opened(withTeam(team))).getWorksheet('Teams')!.getCell(HEADER + 1, 6).value).toBe(-0.82);
    },
  );

  it.each(['a\u0000b', 'a\uD800b', '<b>&"\u{1F600}', 'x'.repeat(40_000)])(
    'can be opened whatever a team is called (%#)',
    async (team) => {
      const { value } = (await opened(withTeam(team))).getWorksheet('Teams')!.getCell(HEADER + 1, 2);
      expect(value).toBe(team.toWellFormed().replace('\u0000', '').slice(0, 32_767));
    },
  );

  it('leaves what is hidden from a client empty, and holds nobody', async () => {
    const input = { audience: 'client', sizes: [6, 4], compared: false } as const;
    const document = report(input);
    const client = await opened(document);
    const sheet = client.getWorksheet('Teams')!;
    const small = document.figures.teams.findIndex(({ mean }) => mean === null);
    expect(small).toBeGreaterThanOrEqual(0);
    expect(values(sheet, HEADER + 1 + small).slice(4, 12)).toEqual(Array(8).fill(null));
    const names = sampleInput({ audience: 'coach', kept: 0 }).teams.flatMap(({ released }) =>
      released.map(({ name }) => name),
    );
    const cells = words(client).join('\n');
    expect(names.filter((name) => cells.includes(name))).toEqual([]);
  });

  it('has the same bytes again on another day', async () => {
    const on = async (now: string) => {
      jest.useFakeTimers({ now: new Date(now), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
      const { sha256 } = await renderReport(german, 'xlsx').finally(() => jest.useRealTimers());
      return sha256;
    };
    expect(await on('2031-05-06T07:08:09Z')).toBe(await on('2026-01-01T00:00:00Z'));
  });
});
