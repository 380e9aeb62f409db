import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { assembleReport } from '../assemble.js';
import type { ReportDocument } from '../document.js';
import { fingerprintOf } from '../json.js';
import { renderReport } from '../render.js';
import { sampleInput, texts, type SampleOptions } from '../sample-input.fixture.js';
import { openTypstRenderer, type PdfRenderer } from './pdf.js';

jest.setTimeout(60_000);

const made = new Map<string, ReportDocument>();
const report = (options: SampleOptions = {}): ReportDocument => {
  const key = JSON.stringify(options);
  const document = made.get(key) ?? assembleReport(sampleInput(options), texts);
  made.set(key, document);
  return document;
};

/** The objects of a PDF in clear: what stands outside and inside of its compressed streams. */
function clear(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    const end = raw.indexOf('\nendstream', at);
    if (end < 0) break;
    try {
      parts.push(inflateSync(raw.subarray(at + 7, end)).toString('latin1'));
    } catch {
      continue;
    }
  }
  return parts.join('\n');
}

describe('the PDF of a report', () => {
  let renderer: PdfRenderer;
  beforeAll(() => {
    renderer = openTypstRenderer();
  });
  afterAll(() => renderer.close());
  const render = (options: SampleOptions) => renderReport(report(options), 'pdf', renderer);

  it.each(['de', 'en'] as const)('is tagged PDF/UA-1 with title and language (%s)', async (locale) => {
    const { content, pages } = await render({ locale, kept: 7 });
    const said = clear(content);
    expect(said).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(said).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/u);
    expect(said).toContain(`/Lang (${locale})`);
    expect(said).toContain('Marketing &amp; ');
    expect(pages).toBeGreaterThanOrEqual(12);
    expect(pages).toBeLessThanOrEqual(30);
  });

  it('embeds its fonts, and Inter alone', async () => {
    const said = clear((await render({ audience: 'client' })).content);
    const fonts = new Set([...said.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/gu)].map((match) => match[1]));
    expect(fonts.size).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/^Inter-(Regular|SemiBold|Bold)$/u);
    expect(said).toContain('/FontFile2');
  });

  it('gives one page to every profile that was released', async () => {
    const some = await render({ kept: 5 });
    const more = await render({ kept: 4 });
    expect(more.pages! - some.pages!).toBe(2);
  });

  it('has the same bytes again, also in another thread', async () => {
    const first = await render({ audience: 'client' });
    const again = await render({ audience: 'client' });
    const other = openTypstRenderer();
    const elsewhere = await renderReport(report({ audience: 'client' }), 'pdf', other);
    await other.close();
    expect(again.sha256).toBe(first.sha256);
    expect(elsewhere.sha256).toBe(first.sha256);
  });

  it.each<SampleOptions>([
    { instrument: 'bfi', agreed: false },
    { instrument: 'business', normed: false, compared: false },
    { audience: 'client', sizes: [12, 3] },
    { sizes: [0, 1], compared: false },
  ])('is made of %j without a warning', async (options) => {
    expect((await render(options)).pages).toBeGreaterThan(5);
  });

  it('prints names in other scripts and what looks like markup without failing', async () => {
    const input = sampleInput({ kept: 0 });
    const [team] = input.teams;
    const names = [
      '王芳',
      'Ελένη Παπαδοπούλου',
      '#read("/etc/passwd")',
      'A <b>&amp;</b> "B"',
      'Zoë 👩‍💻',
      '*x* _y_ $z$',
    ];
    const released = team!.released.slice(0, 6).map(({ member }, index) => ({ member, name: names[index]! }));
    const document = assembleReport({ ...input, teams: [{ ...team!, released }] }, texts);
    expect((await renderReport(document, 'pdf', renderer)).pages).toBeGreaterThan(10);
  });

  it('says what is wrong with a document that it cannot print', async () => {
    const broken = { ...report({ audience: 'client' }), dated: 'yesterday' };
    await expect(renderer.render(broken)).rejects.toThrow(/does not compile/u);
    expect((await render({ audience: 'client' })).pages).toBeGreaterThan(5);
  });

  it('fails what is under way when it is closed', async () => {
    const brief = openTypstRenderer();
    const pending = brief.render(report({ audience: 'client' }));
    const failed = expect(pending).rejects.toThrow(/has ended/u);
    await brief.close();
    await failed;
  });
});

describe('the template', () => {
  it('imports nothing and reads nothing but the report', () => {
    const source = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');
    expect(source).not.toMatch(/#import|#include|@preview|plugin\(/u);
    expect(source.match(/\b(read|json|csv|yaml|toml|xml|cbor)\(/gu)).toEqual(['json(']);
  });

  it('prints a fingerprint that is the hash of the JSON file', async () => {
    const document = report({ audience: 'client' });
    const json = await renderReport(document, 'json');
    expect(json.sha256).toBe(fingerprintOf(document));
  });
});
