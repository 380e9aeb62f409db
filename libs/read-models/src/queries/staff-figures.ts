import {
  countedFor,
  DISTRIBUTION_FROM,
  type CountedGroup,
  type Recipient,
  type StaffLook,
} from '@rapport/domain';
import { teamFaultline, teamPersonality, type MemberProfile } from '@rapport/psychometrics';
import type { TeamPersonalityDocument } from '@rapport/psychometrics';
import type pg from 'pg';
import type { AccessContext } from './reach.js';

/** A team of a wave as one reader of the firm looks at it. */
export interface Look extends Omit<StaffLook, 'earlier'> {
  readonly waveId: string;
  readonly teamId: string;
}

/** A team as one reader of the firm may read it. */
export interface SeenTeam {
  readonly all: readonly MemberProfile[];
  readonly group: CountedGroup;
  /** Whose own values the reader may see. */
  readonly visible: ReadonlySet<string>;
  /** Who counts. */
  readonly members: readonly MemberProfile[];
}

export const idsOf = (members: readonly MemberProfile[]): readonly string[] => members.map((m) => m.member);

/**
 * Whose values count for one reader of the firm; a group that holds closed people is remembered before it is shown.
 * Runs in the transaction of the reading: whoever looks at the same moment waits.
 */
export async function countedGroup(
  client: pg.PoolClient,
  look: Look,
  /** What the transaction has read of it already. */
  known: ShownGroups | null = null,
): Promise<CountedGroup> {
  const { waveId, teamId } = look;
  const decide = async (before: ShownGroups | null) => {
    const earlier = before ?? (await shownBefore(client, waveId));
    const group = countedFor({ ...look, earlier });
    const members = group.remember && [...group.remember].sort();
    const isNew = members !== null && !earlier.some((shown) => shown.join() === members.join());
    return { group, seq: earlier.length, remember: isNew ? members : null };
  };
  const first = await decide(known);
  if (!first.remember) return first.group;
  await client.query(`select pg_advisory_xact_lock(hashtext(current_setting('app.tenant')), hashtext($1))`, [
    waveId,
  ]);
  const { group, seq, remember } = await decide(null);
  if (remember)
    await client.query(
      `insert into files.staff_figures (tenant_id, wave_id, seq, team_id, members)
       values (current_setting('app.tenant')::uuid, $1, $2, $3, $4)`,
      [waveId, seq, teamId, remember],
    );
  return group;
}

/** Groups with closed people that were shown of a wave, in the order of their showing. */
export type ShownGroups = readonly (readonly string[])[];

/** The same as a column beside one of the wave's id. */
export const shownGroups = (waveId: string): string =>
  `(select coalesce(jsonb_agg(f.members order by f.seq), '[]'::jsonb) from files.staff_figures f where f.wave_id = ${waveId})`;

async function shownBefore(client: pg.PoolClient, waveId: string): Promise<ShownGroups> {
  const { rows } = await client.query<{ members: readonly string[] }>(
    'select members from files.staff_figures where wave_id = $1 order by seq',
    [waveId],
  );
  return rows.map(({ members }) => members);
}

/** Whether anyone who works for the firm in an engagement may see a profile with these releases. */
export const knownToStaff = (
  { staff }: Pick<AccessContext, 'staff'>,
  releases: readonly Recipient[],
): boolean =>
  releases.some(({ kind, userId }) =>
    staff.some(
      (each) => (kind === 'team' || each.as === kind) && (userId === null || each.userId === userId),
    ),
  );

/** How those who count are composed, where they are not all. */
export function composedAnew(members: readonly MemberProfile[]): TeamPersonalityDocument {
  return { ...teamPersonality(members), faultline: teamFaultline(members) };
}

/**
 * The composition of those who count as one reader may see it, with single members only where the reader may see them: of the others there is
 * neither a dot nor a pair, and they are no extreme. Where some are closed, a motive that only a part of them answered
 * is left out, as are quartiles of fewer than ten and counts that put all closed members on the same side. Dots stand
 * in the order of their values, because the stored order is that of assessments, which have names elsewhere.
 */
export function compositionOf(
  document: TeamPersonalityDocument,
  { members }: CountedGroup,
  visible: ReadonlySet<string>,
): TeamPersonalityDocument {
  const closed = members.some((member) => !visible.has(member));
  const motives = document.motives.map((motive) => {
    const seen = motive.members
      .filter(({ member }) => visible.has(member))
      .toSorted((a, b) => a.value - b.value);
    const shown = {
      ...motive,
      members: seen,
      min: seen.at(0)?.value ?? null,
      max: seen.at(-1)?.value ?? null,
    };
    if (!closed) return shown;
    const sides = new Set(motive.members.flatMap(({ member, band }) => (visible.has(member) ? [] : [band])));
    if (motive.n !== document.n || !motive.sd)
      return { ...shown, ...NOTHING, mean: null, sd: null, interval: null, quartiles: null };
    return {
      ...shown,
      quartiles: motive.n < DISTRIBUTION_FROM ? null : motive.quartiles,
      ...(sides.size === 1 ? NOTHING : {}),
    };
  });
  const told = new Set(
    motives.flatMap(({ motive, pattern }) => (pattern === 'too-little-data' ? [] : [motive])),
  );
  const { faultline } = document;
  return {
    ...document,
    motives,
    blindSpots: document.blindSpots.filter(({ red, blue }) => visible.has(red) && visible.has(blue)),
    teamBlindSpots: document.teamBlindSpots.filter(({ motive }) => told.has(motive)),
    faultline:
      'kind' in faultline
        ? faultline
        : { ...faultline, groups: faultline.groups.map((each) => each.filter((id) => visible.has(id))) },
  };
}

const NOTHING = { counts: { red: 0, balanced: 0, blue: 0 }, pattern: 'too-little-data' } as const;

export const countedMembers = (
  all: readonly MemberProfile[],
  { members }: CountedGroup,
): readonly MemberProfile[] => {
  const ids = new Set(members);
  return all.filter(({ member }) => ids.has(member));
};
