import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { assembleReport } from './assemble.js';
import { csvOf } from './csv.js';
import type { ReportDocument } from './document.js';
import { renderReport } from './render.js';
import { sampleInput, texts } from './sample-input.fixture.js';

const document = assembleReport(sampleInput(), texts);
const withTeam = (team: string, mean = -0.82): ReportDocument => ({
  ...document,
  figures: { ...document.figures, teams: [{ ...document.figures.teams[0]!, team, mean }] },
});

describe('the CSV of a report', () => {
  it('has one line a wave, team and motive', () => {
    const rows = parse(csvOf(document, 'machine'), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2 * 2 * 16);
    expect(rows[0]).toMatchObject({ wave: 'Erste Messung', team: 'Marketing', motive: 'influence', n: '9' });
    expect(Number(rows[0]!['mean'])).toBe(document.figures.teams[0]!.mean);
  });

  it('has commas, points and LF for machines', () => {
    const [, line] = csvOf(withTeam('Marketing'), 'machine').split('\n');
    expect(line).toContain('"Marketing"');
    expect(line).toContain(',-0.82,');
    expect(csvOf(document, 'machine')).not.toContain('\r');
  });

  it('has semicolons, decimal commas, CRLF and a byte order mark for a German Excel', () => {
    const csv = csvOf(withTeam('Vertrieb'), 'excel');
    expect(csv.startsWith('\uFEFF"wave";')).toBe(true);
    expect(csv).toContain(';-0,82;');
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\u{FF1D}1'])('disarms the cell %j', (team) => {
    for (const profile of ['machine', 'excel'] as const) {
      const [row] = parse(csvOf(withTeam(team), profile), {
        columns: true,
        bom: true,
        delimiter: profile === 'excel' ? ';' : ',',
      }) as Record<string, string>[];
      expect(row!['team']).toBe(`'${team}`);
    }
  });

  it('keeps a line end inside a cell inside the cell', () => {
    const [row] = parse(csvOf(withTeam('a\nb;"c"'), 'excel'), {
      columns: true,
      bom: true,
      delimiter: ';',
    }) as Record<string, string>[];
    expect(row!['team']).toBe('a\nb;"c"');
  });

  it('follows the language of the report', async () => {
    const german = await renderReport(document, 'csv');
    const english = await renderReport({ ...document, locale: 'en' }, 'csv');
    expect(Buffer.from(german.content).toString()).toContain(';');
    expect(Buffer.from(english.content).toString()).not.toContain(';');
  });
});
