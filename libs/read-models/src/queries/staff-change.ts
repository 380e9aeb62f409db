import { SMALLEST_GROUP } from '@rapport/domain';
import type { TeamChangeDocument } from '@rapport/psychometrics';
import { idsOf, type SeenTeam } from './staff-figures.js';

/**
 * Whoever is left out of one wave for being closed has neither come nor gone: where anyone is, only those count in both
 * waves who are open to the reader, and nobody who is left out of the other one.
 */
export function alike<Seen extends SeenTeam>([first, second]: readonly [Seen, Seen]): readonly [Seen, Seen] {
  if (first.group.notCounted + second.group.notCounted === 0) return [first, second];
  const open = (seen: Seen, other: Seen): Seen => {
    const out = idsOf(other.all).filter((id) => !other.visible.has(id));
    return {
      ...seen,
      members: seen.members.filter(({ member }) => seen.visible.has(member) && !out.includes(member)),
    };
  };
  return [open(first, second), open(second, first)];
}

/** How much few closed people moved the mean by coming, staying or going is their own figure. */
export function speaksOfPersons(
  [first, second]: readonly [SeenTeam, SeenTeam],
  smallestGroup: number,
): boolean {
  const [before, after] = [idsOf(first.members), idsOf(second.members)];
  const smallest = Math.max(SMALLEST_GROUP, smallestGroup);
  const few = (ids: readonly string[], seen: readonly SeenTeam[]) => {
    const closed = ids.filter((id) => !seen.every(({ visible }) => visible.has(id))).length;
    return closed > 0 && closed < smallest;
  };
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  const here = before.filter((id) => after.includes(id));
  return few(gone, [first]) || few(come, [second]) || few(here, [first, second]);
}

/** Without what came by staying, coming and going. */
export const wholeTeamOnly = (document: TeamChangeDocument): TeamChangeDocument => ({
  ...document,
  motives: document.motives.map((motive) => ({
    ...motive,
    ...{ within: null, entry: null, exit: null, interval: null, p: null, pAdjusted: null },
  })),
});
