import { altText, tableOf, type ChartModel } from '@rapport/charts';
import type { Assembly } from '../assembly.js';
import type { Block, Chart, Fact, Heading, List, Paragraph, Questions, Table } from '../document.js';

export const heading = (level: 2 | 3, text: string, options: { newPage?: boolean } = {}): Heading => ({
  kind: 'heading',
  level,
  text,
  ...options,
});
export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text });
/** A paragraph that introduces what follows. */
export const opening = (text: string): Paragraph => ({ kind: 'paragraph', text, withNext: true });
export const lead = (text: string): Paragraph => ({ kind: 'paragraph', tone: 'lead', text });
export const note = (text: string): Paragraph => ({ kind: 'paragraph', tone: 'note', text });
export const list = (items: readonly string[], title?: string): List => ({
  kind: 'list',
  items,
  ...(title === undefined ? {} : { heading: title }),
});
export const facts = (entries: readonly Fact[]): Block => ({ kind: 'facts', facts: entries });

export const table = (
  caption: string,
  columns: Table['columns'],
  rows: Table['rows'],
  sources: readonly string[],
  widths?: readonly number[],
): Table => ({
  kind: 'table',
  caption,
  columns,
  rows,
  sources,
  ...(widths === undefined ? {} : { widths }),
});

export const words = (label: string) => ({ label, numeric: false });
export const figures = (label: string) => ({ label, numeric: true });

/** A chart with all that a reader needs who cannot see it. */
export const chart = (
  { lang }: Assembly,
  model: ChartModel,
  caption: string,
  sources: readonly string[],
): Chart => ({
  kind: 'chart',
  model,
  caption,
  alt: altText(model, { lang }),
  table: tableOf(model, { lang }),
  sources,
});

/** The questions that close a section; nothing where there are none. */
export const questions = (assembly: Assembly, items: readonly string[]): readonly Questions[] =>
  items.length === 0 ? [] : [{ kind: 'questions', heading: assembly.words.questions, items }];

export const intervalText = (
  { number, lang }: Assembly,
  interval: { readonly low: number; readonly high: number } | null,
): string =>
  interval === null
    ? '–'
    : `${number(interval.low)} ${lang === 'de' ? 'bis' : 'to'} ${number(interval.high)}`;
