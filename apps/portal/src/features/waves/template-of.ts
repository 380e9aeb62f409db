import type { ImportColumnsQuery, Locale } from '../../api/generated.js';

type Instrument = NonNullable<ImportColumnsQuery['wave']>['instrument'];
export type TemplateKind = 'invite' | 'answers' | 'scores';

/** What stands about the person, before any answers: the first three in every file. */
export const ABOUT = ['name', 'email', 'team', 'function', 'locale', 'validFrom'] as const;

const measured = (kind: TemplateKind, { items, scales }: Instrument): readonly string[] => {
  switch (kind) {
    case 'invite':
      return [];
    case 'answers':
      return items.map(({ id }) => id);
    case 'scores':
      return scales.map(({ id }) => id);
  }
};

/** A CSV file with the header of an import, as a spreadsheet in that language opens it. */
export function templateOf(kind: TemplateKind, instrument: Instrument, lang: Locale): string {
  const delimiter = lang === 'de' ? ';' : ',';
  return `\uFEFF${[...ABOUT, ...measured(kind, instrument)].join(delimiter)}\r\n`;
}
