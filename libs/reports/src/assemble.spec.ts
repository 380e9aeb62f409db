import { describe, expect, it } from '@jest/globals';
import { assembleReport } from './assemble.js';
import type { Block, Chart, ReportDocument } from './document.js';
import { canonicalJson, fingerprintOf } from './json.js';
import { sampleInput, texts, type SampleOptions } from './sample-input.fixture.js';

const made = new Map<string, ReportDocument>();
/** Documents are data: every test may look at the same one. */
const report = (options: SampleOptions = {}): ReportDocument => {
  const key = JSON.stringify(options);
  const document = made.get(key) ?? assembleReport(sampleInput(options), texts);
  made.set(key, document);
  return document;
};
const blocksOf = (document: ReportDocument): readonly Block[] =>
  document.sections.flatMap((section) => section.blocks);
const chartsOf = (document: ReportDocument): readonly Chart[] =>
  blocksOf(document).filter((block) => block.kind === 'chart');
const section = (document: ReportDocument, id: string) =>
  document.sections.find((each) => each.id === id || each.id.startsWith(id));
const namesIn = (options: SampleOptions) =>
  sampleInput({ ...options, audience: 'coach', kept: 0 }).teams.flatMap(({ released, earlier, members }) => [
    ...released.map(({ name }) => name),
    ...[...members, ...(earlier?.members ?? [])].map(({ member }) => member.replace('person:', '')),
  ]);

describe('a report', () => {
  it('stands in the order in which it is read', () => {
    expect(report().sections.map(({ id }) => id)).toEqual([
      'summary',
      'how-to-read',
      'individual',
      'team-team-marketing',
      'team-team-sales',
      'comparison-team-marketing-team-sales',
      'blind-spots',
      'change',
      'agreements',
      'data-quality',
      'limits',
      'values',
      'glossary',
    ]);
  });

  it('is the same document for the same input', () => {
    const input = sampleInput();
    const first = canonicalJson(assembleReport(input, texts));
    expect(canonicalJson(assembleReport(input, texts)) === first).toBe(true);
    expect(fingerprintOf(report())).not.toBe(fingerprintOf(report({ locale: 'en' })));
  });

  it.each(['de', 'en'] as const)('gives every chart an alternative text and a table (%s)', (locale) => {
    for (const audience of ['coach', 'client'] as const) {
      const charts = chartsOf(report({ locale, audience }));
      expect(charts.length).toBeGreaterThan(3);
      for (const { alt, caption, table, sources } of charts) {
        expect(alt).toMatch(/^\p{Lu}.{12,}\.$/u);
        expect(caption).toMatch(/\.$/u);
        expect(table.rows.length).toBeGreaterThan(0);
        // The invented example under "how to read" alone is computed from nothing.
        expect(sources.length > 0 || /erdacht|invented/u.test(caption)).toBe(true);
      }
    }
  });

  it('names a source for every figure, and what it was computed from', () => {
    const document = report();
    const keys = Object.keys(document.sources);
    const named = [
      ...document.figures.teams.map(({ source }) => source),
      ...document.figures.comparisons.flatMap(({ sources }) => sources),
      ...blocksOf(document).flatMap((block) => ('sources' in block ? block.sources : [])),
    ];
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(document.sources['wave-2/team-sales']).toMatchObject({
      n: 8,
      instrument: { id: 'rapport-motives', version: '1.0.0' },
      norm: { id: 'sample-norm', version: '1.0.0', n: 240, provisional: true },
      bandRule: { cut: 1 },
      scores: 'answers',
    });
    expect(document.sources['wave-2/team-sales']?.assessments).toHaveLength(8);
  });

  it('says on the cover and in the footer that the data are invented', () => {
    const { cover, furniture } = report();
    expect(cover.invented).toContain('Erfundene Daten');
    expect(furniture.footer).toContain('Erfundene Daten');
    expect(report({ locale: 'en' }).furniture.footer).toContain('Invented data');
  });

  it('speaks the language that was asked for', () => {
    expect(section(report(), 'how-to-read')?.heading).toBe('So lesen Sie diesen Bericht');
    const english = report({ locale: 'en' });
    expect(section(english, 'how-to-read')?.heading).toBe('How to read this report');
    const german = /\b(und|nicht|Motiv|Fehlerband|Vereinbarung)\b/u;
    const said = english.sections
      .filter(({ id }) => id !== 'agreements')
      .flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap((b) => (b.kind === 'paragraph' || b.kind === 'heading' ? [b.text] : [])),
      ]);
    expect(said.filter((text) => german.test(text))).toEqual([]);
  });

  it.each(['coach', 'client'] as const)('has every section in both languages (%s)', (audience) => {
    const headings = (locale: 'de' | 'en') =>
      new Map(report({ audience, locale }).sections.map(({ id, heading }) => [id, heading]));
    const [german, english] = [headings('de'), headings('en')];
    expect([...english.keys()]).toEqual([...german.keys()]);
    for (const [id, heading] of german) {
      expect(heading).not.toBe('');
      expect(english.get(id)).not.toBe(heading);
    }
  });

  it('says on every page whether its values are normed', () => {
    expect(report().furniture.footer).toContain('vorläufige Norm');
    expect(report({ locale: 'en' }).furniture.footer).toContain('provisional norm');
    expect(report({ normed: false }).furniture.footer).toContain('nicht normiert');
    const input = sampleInput();
    const settled = assembleReport({ ...input, norm: { ...input.norm!, provisional: false } }, texts);
    expect(settled.furniture.footer).toContain('normiert');
    expect(settled.furniture.footer).not.toMatch(/vorläufig|nicht normiert/u);
  });

  it('names questionnaire, norm group and band rule with their versions, and how precise the norm is', () => {
    const quality = JSON.stringify(section(report(), 'data-quality'));
    expect(quality).toContain('Rapport Motive, Version 1.0.0');
    expect(quality).toContain('Erfundene Vergleichsgruppe, Version 1.0.0, n = 240');
    expect(quality).toContain('standard, Version 1.0.0, Grenze bei ±1,0');
    expect(quality).toMatch(/Zuverlässigkeit \(Alpha\) der Motive 0,7\d bis 0,8\d/u);
    expect(quality).toContain('Eigene Arbeit des Projekts Rapport');
    expect(JSON.stringify(section(report({ locale: 'en' }), 'data-quality'))).toContain(
      'Rapport project, own work',
    );
    expect(JSON.stringify(section(report({ normed: false }), 'data-quality'))).not.toContain(
      'Zuverlässigkeit',
    );
  });

  it('says of a marked difference where both teams stand and which pole each is nearer to', () => {
    const { blocks } = section(report(), 'summary')!;
    const said = JSON.stringify(blocks);
    expect(said).toMatch(
      /Autonomie: Marketing −\d,\d+ \(\w+\), Vertrieb \+\d,\d+ \(\w+\); Abstand \d,\d \(Fehlerband \d,\d bis \d,\d\)/u,
    );
    expect(said).toContain(
      'Marketing liegt näher bei „gemeinsam Wege finden“, Vertrieb bei „eigenständig handeln“',
    );
  });

  it('says "not normed" where there is no norm group, and draws no error band', () => {
    const document = report({ normed: false });
    expect(JSON.stringify(section(document, 'how-to-read'))).toContain('Nicht normiert');
    expect(document.figures.teams.every(({ low }) => low === null)).toBe(true);
  });

  it('works for an instrument whose scales have no texts of their own', () => {
    const document = report({ instrument: 'bfi', agreed: false });
    expect(chartsOf(document).length).toBeGreaterThan(15);
    expect(JSON.stringify(document).includes('undefined')).toBe(false);
  });

  it('does not lay waves of different versions side by side', () => {
    const input = sampleInput();
    const other = input.teams.map((team) => ({
      ...team,
      earlier: {
        ...team.earlier!,
        members: team.earlier!.members.map((each) => ({
          ...each,
          profile: {
            ...each.profile,
            provenance: { ...each.profile.provenance, bandRule: { id: 'other', version: '2', cut: 1 } },
          },
        })),
      },
    }));
    const document = assembleReport({ ...input, teams: other }, texts);
    expect(JSON.stringify(section(document, 'change'))).toContain('verschiedenen Versionen');
    expect(section(document, 'change')?.blocks.some(({ kind }) => kind === 'chart')).toBe(false);
  });
});

describe("a coach's copy", () => {
  it('has a page for everyone who released their profile, and for nobody else', () => {
    const document = report();
    const profiles = chartsOf(document).filter(({ model }) => model.kind === 'profile');
    expect(profiles).toHaveLength(15);
    const said = JSON.stringify(document);
    expect(said.includes('Clara Eßer')).toBe(true);
    expect(JSON.stringify(section(document, 'individual'))).not.toContain('Miriam Adler');
    expect(said.includes('Markus Ahrens')).toBe(false);
  });

  it('shows dots and pairs of those who released only', () => {
    const document = report({ kept: 3 });
    for (const { model } of chartsOf(document)) {
      if (model.kind === 'team-dots')
        for (const { members } of model.rows) expect(members.length).toBeLessThanOrEqual(6);
      if (model.kind === 'blind-spots') expect(model.rows.length).toBeLessThanOrEqual(6);
    }
  });

  it('writes each marked difference with a leaning side out on both levels', () => {
    const comparison = section(report(), 'comparison')!;
    const levels = comparison.blocks.filter((block) => block.kind === 'levels');
    expect(levels.length).toBeGreaterThan(3);
    for (const { levels: both } of levels) {
      expect(both.map(({ heading }) => heading)).toEqual(['Zwischen den Teams', 'Zwischen zwei Personen']);
      for (const { parts } of both) expect(parts.map((part) => part.texts.length)).toEqual([1, 1, 1, 2]);
    }
  });

  it('gives a team below five members no figures, unless everyone in it released', () => {
    const keeps = report({ sizes: [4, 8] });
    expect(JSON.stringify(section(keeps, 'team-team-marketing'))).toContain('erst ab 5 Personen');
    const all = report({ sizes: [4, 8], kept: 0, compared: false });
    expect(section(all, 'team-team-marketing')?.blocks.some(({ kind }) => kind === 'chart')).toBe(true);
  });
});

describe("a client's copy", () => {
  /** Every key that could hold something about one person. */
  const personal = (value: unknown, path = ''): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => {
      const here = `${path}/${key}`;
      const empty = each === null || (Array.isArray(each) && each.length === 0);
      const about = /^(members?|person|min|max|quartiles|assessments|assessment|released|values)$/u.test(key);
      return [...(about && !empty ? [here] : []), ...personal(each, here)];
    });
  };

  it.each(['de', 'en'] as const)('contains no name and no id of a person (%s)', (locale) => {
    const said = JSON.stringify(report({ audience: 'client', locale }));
    for (const name of namesIn({ locale })) expect(said.includes(name) && name).toBe(false);
    expect(said.includes('person:')).toBe(false);
  });

  it('keeps names out even where the input brings them along', () => {
    const input = { ...sampleInput({ kept: 0 }), audience: 'client' as const };
    const said = JSON.stringify(assembleReport(input, texts));
    for (const name of namesIn({})) expect(said.includes(name) && name).toBe(false);
  });

  it('contains no value of a single person', () => {
    const document = report({ audience: 'client' });
    expect(personal(document)).toEqual([]);
    const kinds = new Set(chartsOf(document).map(({ model }) => model.kind));
    expect([...kinds].sort()).toEqual(['change', 'comparison', 'team-dots']);
    expect(section(document, 'individual')).toBeUndefined();
  });

  it('says how many stand in which band only from ten members on', () => {
    const counted = ({ figures }: ReportDocument) =>
      figures.teams.filter(({ red, blue, balanced }) => red !== null || blue !== null || balanced !== null);
    expect(counted(report({ audience: 'client' }))).toEqual([]);
    const grown = counted(report({ audience: 'client', sizes: [10, 8] }));
    expect(new Set(grown.map(({ team }) => team))).toEqual(new Set(['Marketing']));
  });

  it('shows nothing of a team below five members but a sentence that says so', () => {
    const document = report({ audience: 'client', sizes: [9, 4] });
    const team = section(document, 'team-team-sales')!;
    expect(team.blocks.some(({ kind }) => kind === 'chart' || kind === 'table')).toBe(false);
    expect(JSON.stringify(team)).toContain('Werte werden erst ab 5 Personen gezeigt.');
    expect(section(document, 'comparison')).toBeUndefined();
    const figures = document.figures.teams.filter((figure) => figure.team === 'Vertrieb');
    expect(figures.filter(({ n, mean, sd }) => n !== null || mean !== null || sd !== null)).toEqual([]);
    expect(Object.keys(document.sources)).not.toContain('wave-2/team-sales');
  });

  it('does not take a change apart into those who stayed, joined and left', () => {
    const values = section(report({ audience: 'client' }), 'values')!;
    const changes = values.blocks.filter(
      (block) => block.kind === 'table' && block.caption.includes('Erste Messung'),
    );
    expect(changes).toHaveLength(2);
    for (const block of changes)
      if (block.kind === 'table')
        expect(block.columns.map(({ label }) => label)).toEqual([
          'Motiv',
          'Erste Welle',
          'Zweite Welle',
          'Unterschied',
          'Befund',
        ]);
  });

  it('keeps notes of check-ins and the name of an owner inside the firm', () => {
    const cards = blocksOf(report({ audience: 'client' })).filter((block) => block.kind === 'agreement');
    expect(cards).toHaveLength(5);
    const said = JSON.stringify(cards);
    expect(said).toContain('eine benannte Person');
    expect(said).not.toContain('Zwei Termine wurden verschoben');
  });

  it('gives the client no figure of an agreement but what the same report shows, whatever was measured before', () => {
    const input = sampleInput();
    const measured = (difference: number) => ({
      ...input,
      audience: 'client' as const,
      agreements: input.agreements.map((each) => ({
        ...each,
        finding: { ...each.finding, evidence: { difference, low: difference - 1, high: difference + 1 } },
      })),
    });
    const causes = (of: typeof input) =>
      blocksOf(assembleReport(of, texts)).filter((block) => block.kind === 'agreement');
    expect(causes(measured(1))).toEqual(causes(measured(-7)));
    expect(JSON.stringify(causes(measured(1)))).toMatch(/Unterschied/);
  });
});
