import { auditRelease } from '@rapport/psychometrics';
import { SMALLEST_GROUP } from './may.js';

/** What one person of the firm is about to read of a team, and what people of the firm have read before. */
export interface StaffLook {
  /** Everyone whose values could count. */
  readonly contributors: readonly string[];
  /** Of them, whose own values this reader may see now. */
  readonly visible: ReadonlySet<string>;
  /** Of them, whose own values anyone of the firm in this engagement may see now. */
  readonly known: ReadonlySet<string>;
  /** The groups behind figures of this wave that people of the firm were shown before, oldest first. */
  readonly earlier: readonly (readonly string[])[];
  /** The smallest group agreed; never less than five. */
  readonly smallestGroup?: number;
}

export interface CountedGroup {
  /** Whose values the figures are made of; empty when there can be none. */
  readonly members: readonly string[];
  /** Contributors that are not shown one by one. */
  readonly notShown: number;
  /** Contributors that the figures leave out. */
  readonly notCounted: number;
  /** The group to be remembered as shown, because it holds people who released nothing to this reader. */
  readonly remember: readonly string[] | null;
}

/**
 * Whose values the figures of a group may be made of for one reader of the firm. A mean minus the members one can see
 * is the mean of the others, so the others decide.
 *
 * All contributors count when nobody is closed to the reader, or when those closed to the reader, and those closed to
 * the whole staff of the engagement, are at least `smallestGroup`. Otherwise only those count who released their
 * profile to the reader: of them the figures tell nothing new.
 *
 * Two looks must not open by difference what neither opens alone. Figures of people who all released hold nothing of
 * the others, so only groups with closed people matter, and these are remembered: a new one must pass the exact linear
 * audit beside all earlier ones of the wave, with everyone the staff can see taken as known. When it does not pass
 * because few have joined, the last group shown that is still complete counts on, and the new ones wait until enough
 * have come. When somebody left it, only those who released count. What cannot be prevented: if people release after
 * a figure was shown, the rest of that figure is about fewer people than before; no further figure is made of them.
 *
 * @returns members in the order of `contributors`; never a group that holds one to four closed people.
 * @example
 * countedFor({ contributors: ['a', 'b', 'c'], visible: new Set(['a', 'b']), known: new Set(), earlier: [] })
 * // => { members: ['a', 'b'], notShown: 1, notCounted: 1, remember: null }
 */
export function countedFor(look: StaffLook): CountedGroup {
  const { contributors, visible, earlier } = look;
  const smallest = Math.max(SMALLEST_GROUP, look.smallestGroup ?? 0);
  const isKnown = (id: string) => visible.has(id) || look.known.has(id);
  const notShown = contributors.filter((id) => !visible.has(id)).length;
  const group = (members: readonly string[], remember: readonly string[] | null): CountedGroup => ({
    members,
    notShown,
    notCounted: contributors.length - members.length,
    remember,
  });
  const hides = (members: readonly string[]) => {
    const hidden = members.filter((id) => !isKnown(id)).length;
    return (
      members.filter((id) => !visible.has(id)).length >= smallest && (hidden === 0 || hidden >= smallest)
    );
  };

  if (notShown === 0) return group(contributors, null);
  if (hides(contributors) && permitted(contributors, earlier, isKnown, smallest))
    return group(contributors, contributors);
  const here = new Set(contributors);
  const last = earlier.findLast((shown) => shown.every((id) => here.has(id)) && hides(shown));
  if (last) {
    const counts = new Set(last);
    return group(
      contributors.filter((id) => counts.has(id) || visible.has(id)),
      null,
    );
  }
  return group(
    contributors.filter((id) => visible.has(id)),
    null,
  );
}

/** Whether figures of this group, beside all earlier ones, leave everybody unknown in a group that is large enough. */
function permitted(
  group: readonly string[],
  earlier: StaffLook['earlier'],
  isKnown: (id: string) => boolean,
  threshold: number,
): boolean {
  const unknown = (ids: readonly string[]) => ids.filter((id) => !isKnown(id));
  const figure = (ids: readonly string[], n: number) => ({
    id: `${n}`,
    measure: 'wave',
    members: unknown(ids),
  });
  const candidate = figure(group, -1);
  if (candidate.members.length === 0) return true;
  const released = earlier.map(figure).filter(({ members }) => members.length > 0);
  return auditRelease([candidate], released, { threshold }).permitted;
}
