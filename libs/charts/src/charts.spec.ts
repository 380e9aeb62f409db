import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { altText, drawChart, tableOf } from './chart.js';
import type { ChartModel, MotiveLabel } from './models.js';
import { nodesOf } from './scene.js';
import {
  allModels,
  bandFor,
  blindSpots,
  normed,
  profile,
  progress,
  raw,
  teamDots,
} from './sample-models.fixture.js';
import { marksOnText, outside, overlaps, textsOf, xmlDefect } from './scene-check.fixture.js';
import { toSvg } from './to-svg.js';

const WIDTHS = [320, 360, 479, 520, 760, 1100];
const LANGS = ['de', 'en'] as const;

const cases = LANGS.flatMap((lang) =>
  allModels(lang).flatMap((model, index) =>
    WIDTHS.map((width) => ({
      name: `${String(index)} ${model.kind}, ${lang}, ${String(width)} px`,
      model,
      lang,
      width,
    })),
  ),
);

/** The same model with names as long as nobody should choose them. */
const stretched = (model: ChartModel): ChartModel =>
  JSON.parse(JSON.stringify(model), (key, value: unknown) =>
    typeof value === 'string' &&
    ['name', 'low', 'high', 'a', 'b', 'first', 'second', 'code', 'label'].includes(key)
      ? `${value} Verantwortungsübernahmebereitschaft, Zusammengehörigkeitsgefühl und WWWW`
      : value,
  ) as ChartModel;

const motive: MotiveLabel = { id: 'm', name: 'Einfluss', low: 'führt aus', high: 'führt' };

/** Nothing at all, one row without a figure, one person: what a first day looks like. */
const bare: readonly ChartModel[] = [
  { kind: 'profile', title: '', scale: raw, rows: [] },
  {
    kind: 'profile',
    title: 'x',
    scale: raw,
    rows: [{ motive, value: null, band: null, interval: null, bandOverlaps: false }],
  },
  {
    kind: 'profile',
    title: 'x',
    scale: raw,
    rows: [
      {
        motive,
        value: Number.NaN,
        band: 'red',
        interval: { low: Number.NaN, high: 1, level: 0.95 },
        bandOverlaps: false,
      },
    ],
  },
  {
    kind: 'profile',
    title: 'x',
    scale: normed,
    rows: [
      { motive, value: 9, band: 'red', interval: { low: -9, high: 12, level: 0.95 }, bandOverlaps: true },
    ],
  },
  { kind: 'team-dots', title: 'x', scale: raw, rows: [] },
  {
    kind: 'team-dots',
    title: 'x',
    scale: raw,
    rows: [{ motive, members: [], mean: null, interval: null, quartiles: null, counts: null }],
  },
  {
    kind: 'team-dots',
    title: 'x',
    scale: raw,
    rows: [
      {
        motive,
        members: [{ value: 1.2, band: 'red' }],
        mean: 1.2,
        interval: null,
        quartiles: null,
        counts: { blue: 0, balanced: 0, red: 1 },
      },
    ],
  },
  { kind: 'band-shares', title: 'x', rows: [] },
  {
    kind: 'band-shares',
    title: 'x',
    rows: [
      { motive, counts: null },
      { motive, counts: { blue: 0, balanced: 0, red: 0 } },
    ],
  },
  { kind: 'comparison', title: 'x', scale: raw, teams: { a: 'A', b: 'B' }, rows: [] },
  {
    kind: 'comparison',
    title: 'x',
    scale: raw,
    teams: { a: 'A', b: 'B' },
    rows: [
      {
        motive,
        a: { mean: 1, interval: null },
        b: { mean: null, interval: null },
        difference: null,
        finding: 'too-little-data',
      },
    ],
  },
  { kind: 'blind-spots', title: 'x', rows: [], columns: [], counts: [] },
  { kind: 'blind-spots', title: 'x', rows: [{ code: 'A1' }], columns: [{ code: 'A1' }], counts: [[null]] },
  {
    kind: 'blind-spots',
    title: 'x',
    rows: [{ code: 'A1' }],
    columns: [{ code: 'B1' }, { code: 'B2' }],
    counts: [],
  },
  { kind: 'change', title: 'x', scale: raw, waves: { first: '1', second: '2' }, rows: [] },
  {
    kind: 'change',
    title: 'x',
    scale: raw,
    waves: { first: '1', second: '2' },
    rows: [
      { motive, first: null, second: null, finding: 'too-little-data' },
      { motive, first: 1, second: 1, finding: 'no-reliable-change' },
    ],
  },
  { kind: 'progress', title: 'x', submitted: 0, inProgress: 0, notStarted: 0, withdrawn: 0 },
  { kind: 'timeline', title: 'x', scale: raw, waves: [], motives: [] },
  {
    kind: 'timeline',
    title: 'x',
    scale: raw,
    waves: ['1'],
    motives: [
      { motive, points: [{ mean: 1, sd: null, n: 1 }] },
      { motive, points: [] },
    ],
  },
];

describe('every chart', () => {
  it.each(cases)('keeps its texts apart and its marks inside: $name', ({ model, lang, width }) => {
    const scene = drawChart(model, { lang, width });
    expect(overlaps(scene)).toEqual([]);
    expect(marksOnText(scene)).toEqual([]);
    expect(outside(scene)).toEqual([]);
  });

  it.each(cases.filter(({ width }) => width === 520))(
    'is well-formed SVG and the same bytes twice: $name',
    ({ model, lang, width }) => {
      const svg = toSvg(drawChart(model, { lang, width }));
      expect(xmlDefect(svg)).toBeNull();
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/u);
      expect(toSvg(drawChart(structuredClone(model), { lang, width }))).toBe(svg);
    },
  );

  it.each(bare.map((model, index) => ({ name: `${String(index)} ${model.kind}`, model })))(
    'says so instead of failing where there is little or nothing: $name',
    ({ model }) => {
      for (const lang of LANGS)
        for (const width of [340, 520, 760]) {
          const scene = drawChart(model, { lang, width });
          expect(toSvg(scene)).not.toMatch(/NaN|Infinity|undefined|null/u);
          expect(textsOf(scene).length).toBeGreaterThan(0);
          expect([...overlaps(scene), ...outside(scene)]).toEqual([]);
          const { columns, rows } = tableOf(model, { lang });
          expect(rows.every((row) => row.length === columns.length && row.every((cell) => cell !== ''))).toBe(
            true,
          );
          expect(`${JSON.stringify(rows)}${altText(model, { lang })}`).not.toMatch(/NaN|Infinity|undefined/u);
        }
    },
  );

  it.each(allModels('de').map((model) => ({ kind: model.kind, model })))(
    'keeps the longest names in their places: $kind',
    ({ model }) => {
      for (const width of [320, 520, 760]) {
        const scene = drawChart(stretched(model), { lang: 'de', width });
        expect([...overlaps(scene), ...marksOnText(scene), ...outside(scene)]).toEqual([]);
      }
    },
  );

  it('carries title, description and language for readers who do not see it', () => {
    const svg = toSvg(drawChart(profile('de'), { lang: 'de', width: 760 }));
    expect(svg).toMatch(/^<svg [^>]*lang="de" role="img" aria-label="Profil Anna Berger"/u);
    expect(svg).toContain(`<desc>${altText(profile('de'), { lang: 'de' })}</desc>`);
  });

  it('takes the phone layout below 480 px and whenever asked', () => {
    const texts = (width: number, compact?: boolean) =>
      textsOf(drawChart(profile('de'), { lang: 'de', width, ...(compact === undefined ? {} : { compact }) }));
    const nameAt = (width: number, compact?: boolean) => {
      const name = texts(width, compact).find((node) => node.text === 'Einfluss');
      const pole = texts(width, compact).find((node) => node.text.startsWith('führt,'));
      return { name: name?.y ?? 0, pole: pole?.y ?? 0 };
    };
    expect(nameAt(340).pole).toBeGreaterThan(nameAt(340).name);
    expect(nameAt(700).pole).toBeLessThanOrEqual(nameAt(700).name);
    expect(nameAt(700, true).pole).toBeGreaterThan(nameAt(700, true).name);
  });

  it('survives any text and any number', () => {
    const label = fc.string({ unit: 'binary', maxLength: 60 });
    const anyNumber = fc.oneof(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -99),
    );
    const row = fc.record({
      name: label,
      low: label,
      high: label,
      value: fc.option(anyNumber),
      half: anyNumber,
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        label,
        fc.integer({ min: 320, max: 1200 }),
        (rows, title, width) => {
          const model: ChartModel = {
            kind: 'profile',
            title,
            scale: raw,
            rows: rows.map(({ name, low, high, value, half }, index) => ({
              motive: { id: String(index), name, low, high },
              value,
              band: value === null ? null : bandFor(value),
              interval: value === null ? null : { low: value - half, high: value + half, level: 0.95 },
              bandOverlaps: false,
            })),
          };
          const scene = drawChart(model, { lang: 'de', width });
          expect(xmlDefect(toSvg(scene))).toBeNull();
          expect([...overlaps(scene), ...outside(scene)]).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 16 },
    );
  });
});

describe('marks and words', () => {
  it('tells the three bands apart by shape, so that a greyscale print still reads', () => {
    const shapes = new Map<string, Set<string>>();
    for (const model of [profile('de'), teamDots('de')])
      for (const node of nodesOf(drawChart(model, { lang: 'de', width: 760 })))
        if (node.part?.startsWith('mark-') === true)
          shapes.set(node.part, (shapes.get(node.part) ?? new Set()).add(node.tag));
    expect(Object.fromEntries([...shapes].map(([part, tags]) => [part, [...tags]]))).toEqual({
      'mark-red': ['path'],
      'mark-balanced': ['circle'],
      'mark-blue': ['rect'],
    });
  });

  it('draws one mark a member', () => {
    const scene = drawChart(teamDots('de', 24), { lang: 'de', width: 760 });
    const tips = nodesOf(scene).filter(
      (node) => node.part?.startsWith('mark-') === true && node.tip !== undefined,
    );
    expect(tips).toHaveLength(16 * 24);
  });

  it('shows the mean in the middle of its row, and names no mark that is not drawn, where people are not shown', () => {
    const { rows, ...model } = teamDots('de');
    const hidden = rows.map((row) => ({ ...row, members: [], quartiles: null, counts: null }));
    const scene = drawChart({ ...model, rows: hidden }, { lang: 'de', width: 760 });
    const said = textsOf(scene).map((node) => node.text);
    expect(said).toEqual(expect.arrayContaining(['Mittelwert', 'Mittelwert mit Fehlerband']));
    expect(said.filter((text) => /Personen|eine Person|mittlere Hälfte/u.test(text))).toEqual([]);
    const shown = textsOf(drawChart({ ...model, rows }, { lang: 'de', width: 760 })).map((node) => node.text);
    expect(shown).toEqual(expect.arrayContaining(['Personen', 'eine Person']));
  });

  it('does not name a member the model does not name', () => {
    const { rows, ...model } = teamDots('de');
    const unnamed = {
      ...model,
      rows: rows.map((row) => ({ ...row, members: row.members.map(({ value, band }) => ({ value, band })) })),
    };
    expect(toSvg(drawChart(unnamed, { lang: 'de', width: 760 }))).not.toContain('A1');
  });

  it('says on the axis that raw positions are not normed and that a norm is provisional', () => {
    const note = (model: ChartModel, lang: 'de' | 'en') =>
      textsOf(drawChart(model, { lang, width: 760 })).find((node) => node.part === 'scale-note')?.text;
    expect(note(profile('de', raw), 'de')).toBe('nicht normiert: Lage auf der Antwortskala');
    expect(note(profile('en', raw), 'en')).toContain('not normed');
    expect(note(profile('de'), 'de')).toBe('Normwert (z), vorläufige Norm, n\u00a0=\u00a0412');
  });

  it('uses no pole colour for change', () => {
    const scene = drawChart(allModels('de').find((model) => model.kind === 'change') ?? progress(), {
      lang: 'de',
      width: 760,
    });
    const inked = nodesOf(scene).filter((node) =>
      ['first', 'second', 'arrow', 'arrow-head'].includes(node.part ?? ''),
    );
    expect(inked.length).toBeGreaterThan(16);
    expect(JSON.stringify(inked)).not.toMatch(/#A50F20|#2B7BBA/u);
  });

  it('brackets marked differences only', () => {
    const model = allModels('de').find((each) => each.kind === 'comparison');
    if (model?.kind !== 'comparison') throw new Error('no comparison among the samples');
    const marked = model.rows.filter((row) => row.finding === 'marked-difference').length;
    const brackets = nodesOf(drawChart(model, { lang: 'de', width: 760 })).filter(
      (node) => node.part === 'bracket',
    );
    expect(brackets).toHaveLength(marked);
  });

  it('continues the columns of a large team in a second panel instead of shrinking them away', () => {
    const codes = (width: number) =>
      textsOf(drawChart(blindSpots(24, false), { lang: 'de', width })).filter((node) => node.text === 'A1')
        .length;
    expect(codes(760)).toBe(2);
    expect(codes(340)).toBe(3);
  });
});

describe('tables and sentences', () => {
  it('give the figures of a profile in the language of the reader', () => {
    const { columns, rows } = tableOf(profile('de'), { lang: 'de' });
    expect(columns.map(({ label }) => label).slice(0, 5)).toEqual([
      'Motiv',
      'blauer Pol',
      'roter Pol',
      'Wert',
      'Bereich',
    ]);
    expect(rows[4]).toEqual([
      'Struktur',
      'bleibt flexibel und spontan',
      'plant und ordnet Details',
      '−1,6',
      'blau',
      '−1,9 bis −1,0',
      'ja',
    ]);
    expect(tableOf(profile('en'), { lang: 'en' }).rows[4]?.slice(3, 6)).toEqual([
      '−1.6',
      'blue',
      '−1.9 to −1.0',
    ]);
  });

  it('say in one sentence what to see', () => {
    expect(altText(profile('de'), { lang: 'de' })).toBe(
      'Rot sind Einfluss, Soziale Anerkennung, Sozialkontakte und Status, blau Struktur, Prinzipien, Bewegung und Sicherheit, ausgewogen 7 von 15 Motiven.',
    );
    expect(altText(progress(), { lang: 'en' })).toBe(
      '7 of 12 submitted (58%), 2 in progress, 3 not started.',
    );
    for (const lang of LANGS)
      for (const model of allModels(lang)) expect(altText(model, { lang })).toMatch(/^[^\n]+\.$/u);
  });
});

describe('SVG strings', () => {
  it('of a wave in progress', () => {
    expect(toSvg(drawChart(progress(), { lang: 'de', width: 400, font: 'Inter' }))).toMatchSnapshot();
  });

  it('of a profile with one motive', () => {
    const { rows, ...model } = profile('de');
    expect(
      toSvg(drawChart({ ...model, rows: rows.slice(0, 1) }, { lang: 'de', width: 520, font: 'Inter' })),
    ).toMatchSnapshot();
  });
});
