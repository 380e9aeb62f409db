import type { Locale } from '@rapport/domain';

/** One thing that stands in the way of an import, and where. */
export interface ImportProblem {
  /** Row of the file, the header is 1; 0 for the file as a whole. */
  readonly row: number;
  /** Null for the row as a whole. */
  readonly column: string | null;
  readonly reason: Readonly<Record<Locale, string>>;
}

/** Names of teams and people are the same in any case and spacing. */
export const folded = (name: string): string =>
  name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Collects problems: a file is read to its end, so that one pass shows everything there is to correct. */
export class ProblemList {
  readonly found: ImportProblem[] = [];
  readonly #cells = new Set<string>();

  /** One problem a cell: what follows from the first is not said. */
  add(row: number, column: string | null, de: string, en: string): void {
    const cell = `${row} ${column}`;
    if (column !== null && this.#cells.has(cell)) return;
    this.#cells.add(cell);
    this.found.push({ row, column, reason: { de, en } });
  }
}

/** Problems of several steps without those that a step before named for the same cell, or for the same row as a whole. */
export const together = (
  first: readonly ImportProblem[],
  then: readonly ImportProblem[],
): readonly ImportProblem[] => {
  const named = new Set(first.map(({ row, column }) => `${row} ${column}`));
  const rows = new Set(first.map(({ row }) => row));
  return [
    ...first,
    ...then.filter(({ row, column }) => !(column === null ? rows.has(row) : named.has(`${row} ${column}`))),
  ];
};

const MOST_SHOWN = 1000;

/** Problems in the caller's language and the file's order; a file that is wrong throughout shows its first thousand. */
export function listed(problems: readonly ImportProblem[], locale: Locale) {
  const sorted = problems.toSorted((a, b) => a.row - b.row);
  const shown = sorted
    .slice(0, MOST_SHOWN)
    .map(({ row, column, reason }) => ({ row, column, reason: reason[locale] }));
  const rest = sorted.length - shown.length;
  if (rest === 0) return shown;
  const more = locale === 'de' ? `und ${rest} weitere Probleme` : `and ${rest} more problems`;
  return [...shown, { row: 0, column: null, reason: more }];
}
