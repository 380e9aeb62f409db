/** One group label a respondent; a respondent with null belongs to none. */
export type GroupLabels = ArrayLike<string | number | null>;

/**
 * Rows by group, in the order in which the groups first appear.
 *
 * @throws RangeError when there is not one label a row.
 */
export function groupRows(groups: GroupLabels, rows: number): { group: string; rows: number[] }[] {
  if (groups.length !== rows) throw new RangeError(`${groups.length} group labels for ${rows} rows`);
  const found = new Map<string, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const label = groups[row];
    if (label === null || label === undefined) continue;
    const group = String(label);
    const members = found.get(group);
    if (members === undefined) found.set(group, [row]);
    else members.push(row);
  }
  return Array.from(found, ([group, members]) => ({ group, rows: members }));
}
