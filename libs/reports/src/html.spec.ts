import { describe, expect, it } from '@jest/globals';
import { assembleReport } from './assemble.js';
import { htmlOf } from './html.js';
import { fingerprintOf } from './json.js';
import { renderReport } from './render.js';
import { sampleInput, texts, type SampleOptions } from './sample-input.fixture.js';

const report = (options: SampleOptions) => assembleReport(sampleInput(options), texts);
const english = report({ audience: 'client', locale: 'en' });
const page = htmlOf(english);

const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

/** Elements left open or closed out of turn. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag = '', end, name = '', alone] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/giu)) {
    if (alone || /^(?:meta|br)$/u.test(name)) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...wrong, ...open];
}

describe('the HTML of a report', () => {
  it('is one well-formed page in the language of the report', () => {
    expect(page.startsWith('<!doctype html><html lang="en">')).toBe(true);
    expect(unbalanced(page.slice(page.indexOf('<html')))).toEqual([]);
    expect(htmlOf(report({ audience: 'client' }))).toContain('<html lang="de">');
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|@import/iu);
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith('#'))).toEqual([]);
  });

  it('has every section as a heading and a link to it', () => {
    const ids = [...page.matchAll(/<h2 id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.slice(1)).toEqual(english.sections.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of english.sections) expect(page).toContain(`href="#${id}"`);
    const levels = [...page.matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('shows every chart with what is to be seen in words and its numbers as a table', () => {
    const charts = english.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
    expect(count(page, /<svg[^>]* role="img"/gu)).toBe(charts.length);
    expect(count(page, /<details>/gu)).toBe(charts.length);
  });

  it('names log position and fingerprint, and has the same bytes again', async () => {
    expect(page).toContain(fingerprintOf(english));
    expect(page).toContain(english.logPosition);
    expect(page).toContain('provisional norm');
    const [first, second] = [await renderReport(english, 'html'), await renderReport(english, 'html')];
    expect(first.sha256).toBe(second.sha256);
  });

  it('takes what people wrote as text', () => {
    const attack = '<img src=x onerror="alert(1)">\'&';
    const input = sampleInput({ audience: 'coach' });
    const [team] = input.teams;
    const released = team!.released.map((each, index) => (index === 0 ? { ...each, name: attack } : each));
    const html = htmlOf(
      assembleReport(
        {
          ...input,
          firm: attack,
          engagement: { ...input.engagement, title: attack, goal: attack },
          teams: [{ ...team!, name: attack, goals: attack, released }],
          agreements: input.agreements.map((each) => ({ ...each, text: attack, reviewNote: attack })),
        },
        texts,
      ),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;');
    expect(unbalanced(html.slice(html.indexOf('<html')))).toEqual([]);
  });

  it("holds nobody in a client's copy", () => {
    const names = sampleInput({ audience: 'coach', kept: 0 }).teams.flatMap(({ released }) =>
      released.map(({ name }) => name),
    );
    expect(names.length).toBeGreaterThan(10);
    const coached = htmlOf(report({ audience: 'coach', kept: 0 }));
    for (const name of names) expect([coached.includes(name), page.includes(name)]).toEqual([true, false]);
  });
});
