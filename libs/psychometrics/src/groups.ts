/** One group label a respondent; a respondent with null belongs to none. */
export type GroupLabels = ArrayLike<string | number | null>;

/** Which group each row belongs to, as a number below `count`. Not every number need occur. */
export interface GroupIndex {
  readonly count: number;
  /** Group of each row, -1 for none. It may be the caller's own array: do not write to it. */
  readonly of: Int32Array;
  /** Whether every row has a group. */
  readonly everyRow: boolean;
}

/**
 * Numbers the groups of the rows.
 *
 * @throws RangeError when there is not one label a row.
 */
export function groupIndex(groups: GroupLabels, rows: number): GroupIndex {
  if (groups.length !== rows) throw new RangeError(`${groups.length} group labels for ${rows} rows`);
  return (groups instanceof Int32Array ? numberedAlready(groups) : undefined) ?? numberedByName(groups);
}

/** Small whole numbers are taken as they are. */
function numberedAlready(groups: Int32Array): GroupIndex | undefined {
  let least = 0;
  let most = -1;
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row]!;
    if (group > most) most = group;
    if (group < least) least = group;
  }
  if (least < 0 || most > 4 * groups.length + 1024) return undefined;
  return { count: most + 1, of: groups, everyRow: true };
}

function numberedByName(groups: GroupLabels): GroupIndex {
  const of = new Int32Array(groups.length);
  const found = new Map<string, number>();
  let previous: string | number | null | undefined = null;
  let group = -1;
  let everyRow = true;
  for (let row = 0; row < of.length; row += 1) {
    const label = groups[row];
    if (label !== previous) {
      previous = label;
      group = -1;
      if (label !== null && label !== undefined) {
        const name = String(label);
        group = found.get(name) ?? found.size;
        found.set(name, group);
      }
    }
    of[row] = group;
    if (group < 0) everyRow = false;
  }
  return { count: found.size, of, everyRow };
}

/** First row of each group, in the order in which the groups first appear. */
export function firstRows({ count, of }: GroupIndex): number[] {
  const seen = new Uint8Array(count);
  const first: number[] = [];
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row]!;
    if (group < 0 || seen[group] === 1) continue;
    seen[group] = 1;
    first.push(row);
  }
  return first;
}

/** Rows by group, in the order in which the groups first appear. */
export function groupRows(groups: GroupLabels, rows: number): { group: string; rows: number[] }[] {
  const index = groupIndex(groups, rows);
  const members = Array.from({ length: index.count }, (): number[] => []);
  index.of.forEach((group, row) => members[group]?.push(row));
  return firstRows(index).map((row) => ({ group: String(groups[row]), rows: members[index.of[row]!]! }));
}
