import { recipientsAt, type TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { TeamPersonalityRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import type { ReportSources } from './report-sources.js';
import { alike, speaksOfPersons } from './staff-change.js';
import {
  composedAnew,
  compositionOf,
  countedGroup,
  countedMembers,
  idsOf,
  knownToStaff,
  type SeenTeam,
} from './staff-figures.js';

/** What the coach's copy of a report may hold of one team in one wave. */
export interface CoachTeam extends SeenTeam {
  readonly row: TeamPersonalityRow;
}

/** By `wave:team`; a team of which nothing may be shown is not there. */
export type CoachTeams = ReadonlyMap<string, CoachTeam>;

/**
 * The teams of a coach's copy as those read it to whom every profile in it is released: the copy is closed to everyone
 * else. The same rule as on the screen, and what is shown is remembered like there.
 */
export const coachTeams = (pool: pg.Pool, tenant: TenantId, sources: ReportSources): Promise<CoachTeams> =>
  inTenant(pool, tenant, async (client) => {
    const { engagement, participants, personalities } = sources;
    const today = new Date().toISOString();
    const staff = engagement.staff.filter(({ until }) => until === null || until >= today.slice(0, 10));
    const { smallestGroup } = engagement;
    const teams = new Map<string, CoachTeam>();
    for (const [key, row] of [...personalities].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { waveId, teamId, members: all } = row;
      const contributors = idsOf(all);
      const releases = new Map(
        [...participants.values()].flatMap((each) =>
          each.waveId === waveId && each.teamId === teamId && each.status === 'submitted'
            ? [[each.personId as string, recipientsAt(each.releases, today)] as const]
            : [],
        ),
      );
      const of = (id: string) => releases.get(id) ?? [];
      const visible = new Set(contributors.filter((id) => of(id).some(({ kind }) => kind === 'coach')));
      const known = new Set(contributors.filter((id) => knownToStaff({ staff } as never, of(id))));
      const group = await countedGroup(client, {
        contributors,
        visible,
        known,
        smallestGroup,
        waveId,
        teamId,
      });
      if (group.members.length === 0) continue;
      const members = countedMembers(all, group);
      const whole = members.length === all.length ? row.personality : composedAnew(members);
      const personality = compositionOf(whole, group, visible);
      teams.set(key, { row: { ...row, members, personality }, all, group, visible, members });
    }
    return teams;
  });

/** The two waves of a team as a coach's copy lays them side by side; `null` where either has nothing to show. */
export function coachChange(teams: CoachTeams, first: string, second: string, smallestGroup: number) {
  const [before, after] = [teams.get(first), teams.get(second)];
  if (!before || !after) return null;
  const pair = alike([before, after]);
  return {
    first: pair[0].members,
    second: pair[1].members,
    wholeTeamOnly: speaksOfPersons(pair, smallestGroup),
  };
}
