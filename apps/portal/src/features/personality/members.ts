import type { Personality } from '../../api/insight.js';

export interface MemberName {
  readonly id: string;
  /** Short, for a matrix: `P3`. */
  readonly code: string;
  /** Only where the person has released the profile. */
  readonly name: string | null;
}

/** The members of a team in the order of the document; whoever has not released the profile stays a number. */
export function membersOf(personality: Pick<Personality, 'motives'>): readonly MemberName[] {
  const longest = [...personality.motives].sort((a, b) => b.members.length - a.members.length)[0];
  return (longest?.members ?? []).map(({ member, name }, index) => ({
    id: member,
    code: `P${String(index + 1)}`,
    name,
  }));
}
