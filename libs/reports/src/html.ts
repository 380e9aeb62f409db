import { color, drawChart, toSvg, type DataTable } from '@rapport/charts';
import type { Block, Fact, ReportDocument, Section } from './document.js';
import { fingerprintOf } from './json.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');
const joined = <T>(all: readonly T[], html: (each: T) => string): string => all.map(html).join('');

/** Width for which charts are drawn, in px; they scale with the page. */
const CHART_WIDTH = 830;

/** Nothing is fetched and nothing runs: the file holds all it needs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root{color-scheme:light}
body{overflow-wrap:anywhere;font:16px/1.5 Inter,system-ui,sans-serif;color:${color.ink};background:${color.paper};max-width:56rem;margin:0 auto;padding:1.5rem}
h1,h2,h3{color:#21404e;line-height:1.2}h2{margin-top:3rem;border-top:1px solid #d5dbe2;padding-top:1.5rem}
.lead,.note,footer,dt,figcaption,caption{color:#4b5563}.lead{font-size:1.1rem}.note,footer,figcaption,caption{font-size:.875rem}
.box,.agreement{background:#eef3f5;padding:.75rem 1rem;border-radius:.4rem;margin:1rem 0}.warning{border:2px solid #21404e;padding:.5rem .75rem;font-weight:600}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.35rem 1rem}dd{margin:0;overflow-wrap:anywhere}
figure{margin:1.5rem 0}.wide{overflow-x:auto}svg{max-width:100%;height:auto;min-width:34rem}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}caption{text-align:left;padding:.25rem 0}
th,td{overflow-wrap:normal;padding:.2rem .6rem;border-bottom:1px solid #d5dbe2;text-align:left;font-weight:400;vertical-align:top}thead th{font-weight:600}.number{text-align:right}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 2rem}summary{cursor:pointer;padding:.5rem 0}
:focus-visible{outline:3px solid #21404e;outline-offset:2px}
@media print{details>*{display:block}h2{break-before:page}}`;

/**
 * The report as one HTML file that needs nothing else: the same words, charts and numbers as the PDF, the numbers of
 * every chart as a table below it. Holds what the document holds, so a client's copy holds nobody here either.
 */
export function htmlOf(document: ReportDocument): string {
  const { cover, furniture, sections, locale } = document;
  const title = `${cover.title}, ${cover.subtitle}`;
  const contents = joined(
    sections,
    ({ id, heading }) => `<li><a href="#${escaped(id)}">${escaped(heading)}</a></li>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<header><p>${escaped(cover.firm)}</p><h1>${escaped(cover.title)}</h1><p class="lead">${escaped(cover.subtitle)}<br>${escaped(cover.copy)}</p>`,
    cover.invented === null ? '' : `<p class="warning">${escaped(cover.invented)}</p>`,
    `${factsOf(cover.facts)}<p class="note">${escaped(cover.confidentiality)}</p></header>`,
    `<nav aria-labelledby="contents"><h2 id="contents">${escaped(furniture.contents)}</h2><ul>${contents}</ul></nav><main>`,
    joined(sections, (section) => sectionOf(section, document)),
    `</main><footer><p>${escaped(furniture.footer)}</p>`,
    `<p>${escaped(furniture.position)} ${escaped(document.logPosition)}<br>${escaped(furniture.fingerprint)}: ${escaped(furniture.wholeFingerprint)} ${fingerprintOf(document)}</p></footer></body></html>\n`,
  ].join('');
}

const sectionOf = ({ id, heading, blocks }: Section, document: ReportDocument): string =>
  `<section aria-labelledby="${escaped(id)}"><h2 id="${escaped(id)}">${escaped(heading)}</h2>${joined(blocks, (block) => blockOf(block, document))}</section>`;

const factsOf = (facts: readonly Fact[]): string =>
  `<dl>${joined(facts, ({ term, text }) => `<dt>${escaped(term)}</dt><dd>${lines(text)}</dd>`)}</dl>`;

const itemsOf = (items: readonly string[]): string =>
  `<ul>${joined(items, (item) => `<li>${escaped(item)}</li>`)}</ul>`;

/** A table that can be scrolled by keyboard where the screen is narrow. */
function tableOf({ columns, rows }: DataTable, caption: string): string {
  const side = (index: number) => (columns[index]?.numeric ? ' class="number"' : '');
  const head = columns
    .map(({ label }, index) => `<th scope="col"${side(index)}>${lines(label)}</th>`)
    .join('');
  const body = joined(rows, (row) => {
    const cells = row.map((cell, index) =>
      index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td${side(index)}>${escaped(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function blockOf(block: Block, { locale, furniture }: ReportDocument): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${escaped(block.text)}</p>`;
    case 'list':
      return `${block.heading ? `<p><strong>${escaped(block.heading)}</strong></p>` : ''}${itemsOf(block.items)}`;
    case 'facts':
      return factsOf(block.facts);
    case 'questions':
      return `<div class="box"><p><strong>${escaped(block.heading)}</strong></p>${itemsOf(block.items)}</div>`;
    case 'table':
      return tableOf(block, block.caption);
    case 'chart': {
      const svg = toSvg(
        drawChart(block.model, { lang: locale, width: CHART_WIDTH, font: 'Inter, sans-serif' }),
      );
      const caption = `<figcaption>${escaped(block.caption)} ${escaped(block.alt)}</figcaption>`;
      const label = `${furniture.table}: ${block.model.title}`;
      return `<figure><div class="wide" tabindex="0" role="region" aria-label="${escaped(block.caption)}">${svg}</div>${caption}</figure><details><summary>${escaped(label)}</summary>${tableOf(block.table, `${furniture.table}: ${block.caption}`)}</details>`;
    }
    case 'levels':
      return `<div class="columns">${joined(
        block.levels,
        ({ heading, parts }) =>
          `<div><h4>${escaped(heading)}</h4>${joined(parts, (part) => `<p><strong>${escaped(part.heading)}</strong></p>${part.texts.length === 1 ? `<p>${escaped(part.texts[0] ?? '')}</p>` : itemsOf(part.texts)}`)}</div>`,
      )}</div>`;
    case 'text-grid':
      return joined(
        block.rows,
        ({ title, cells }) =>
          `<h4>${escaped(title)}</h4>${factsOf(cells.map((text, index) => ({ term: block.headings[index] ?? '', text })))}`,
      );
    case 'agreement': {
      const checks = block.checkIns.map(({ on, state, note }) => ({
        term: on,
        text: note ? `${state}. ${note}` : state,
      }));
      return `<div class="agreement"><p><strong>${escaped(block.status)}</strong></p><p>${escaped(block.text)}</p>${factsOf([...block.facts, ...checks])}</div>`;
    }
  }
}
