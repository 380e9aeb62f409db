import { createHash } from 'node:crypto';
import { SMALLEST_GROUP, type Caller, type CountedGroup, type Recipient } from '@rapport/domain';
import {
  compareTeams,
  teamChange as changeOfTeam,
  type MemberProfile,
  type TeamChangeDocument,
  type TeamComparisonDocument,
  type TeamPersonalityDocument,
} from '@rapport/psychometrics';
import type pg from 'pg';
import { recordReads } from '../audit/receipts.js';
import type { TeamTimelineRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import {
  ACCESS_CONTEXT,
  engagementInReach,
  isClient,
  mayIn,
  mayMap,
  recipientsNow,
  type AccessContext,
} from './reach.js';
import { releasedComparison, releasedTeam, releasedWaves } from './releases.js';
import { alike, speaksOfPersons, wholeTeamOnly } from './staff-change.js';
import {
  composedAnew,
  compositionOf,
  countedGroup,
  countedMembers,
  knownToStaff,
  shownGroups,
  type SeenTeam,
  type ShownGroups,
} from './staff-figures.js';
import { rowsOf, Values } from './statement.js';
import { aggregateOf } from '../releases.js';

/** The figures asked for come from different versions and cannot be laid side by side; the message says which. */
export class NotComparable extends Error {
  constructor(message: string, options: { cause: unknown }) {
    super(message, options);
    this.name = 'NotComparable';
  }
}

/** A member who released the profile to the caller. */
export interface MemberRef {
  readonly member: string;
  readonly name: string | null;
}

export type MemberRefs = ReadonlyMap<string, MemberRef>;

/** A document whose member ids are to be shown as `byName` says. */
export interface Shown<Document> {
  readonly document: Document;
  /** The members by name. Asking for them is a reading of their profiles and leaves its receipts first, once. */
  readonly byName: () => Promise<MemberRefs>;
  readonly view: 'map' | 'aggregate';
  /** Who submitted and counts in figures of groups, but is left out of these because the profile is not released. */
  readonly notCounted: number;
}

export interface ShownPersonality extends Shown<TeamPersonalityDocument> {
  /** Who counts in figures of groups but is not shown one by one. */
  readonly notShown: number;
  readonly waveId: string;
  readonly teamId: string;
  readonly invited: number;
}

interface MemberRow {
  readonly name: string;
  readonly releases: readonly Recipient[];
}

/** Those members who released their profile to anyone, by person id. */
interface WithPeople extends AccessContext {
  readonly people: Readonly<Record<string, MemberRow>> | null;
}

/** How a team of a wave is composed; `null` when it is out of reach or too small for this caller. */
export async function teamPersonality(
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamId: string,
): Promise<ShownPersonality | null> {
  if (isClient(caller)) {
    const frozen = await releasedTeam(pool, caller, waveId, teamId);
    if (!frozen) return null;
    const { invited, personality } = frozen;
    const whole = { byName: nobody, view: 'aggregate', notShown: personality.n, notCounted: 0 } as const;
    return { waveId, teamId, invited, document: personality, ...whole };
  }
  const found = await inTenant(pool, caller.tenantId, async (client) => {
    const [row] = await storedTeams(client, caller, [{ waveId, teamId }]);
    const look = row && (await lookAt(client, caller, row, row.shown));
    return look && { ...look, composed: await compositionIn(client, look) };
  });
  if (!found) return null;
  const { row, group, visible, composed } = found;
  const view = mayMap(caller, row) ? 'map' : 'aggregate';
  const document = view === 'map' ? composed : aggregateOf(composed, { k: row.smallestGroup, whole: false });
  const counted = new Set(group.members);
  const refs = refsOf(row, visible, (id) => counted.has(id));
  const byName = view === 'map' ? receipted(pool, caller, waveId, [teamId], refs, row.people) : nobody;
  return { waveId, teamId, invited: row.invited, document, byName, view, ...missing(group) };
}

const missing = ({ notShown, notCounted }: CountedGroup) => ({ notShown, notCounted });

/** Whose values count in a team for this caller, and whose are open to them one by one. */
interface LookedAt extends Pick<SeenTeam, 'group' | 'visible'> {
  readonly row: StoredTeam;
}

/** A team as this caller may read it. */
type Seen = LookedAt & SeenTeam;

/** `undefined` where too few would count for this caller. */
async function lookAt(
  client: pg.PoolClient,
  caller: Caller,
  row: StoredTeam,
  shown: ShownGroups | null = null,
): Promise<LookedAt | undefined> {
  const { contributors } = row;
  const releasesOf = (id: string) => row.people?.[id]?.releases ?? [];
  const visible = new Set(
    contributors.filter((id) => mayIn(caller, row, 'named-team-map', { releasedTo: releasesOf(id) })),
  );
  const known = new Set(contributors.filter((id) => knownToStaff(row, releasesOf(id))));
  const may = (ids: readonly string[]) =>
    mayIn(caller, row, 'team-aggregate', { n: ids.length, releasesOfEach: ids.map(releasesOf) });
  // To whom no group is open, however large, nothing is shown, and nothing remembered.
  if (contributors.length >= Math.max(SMALLEST_GROUP, row.smallestGroup) && !may(contributors))
    return undefined;
  const { wave: waveId, team: teamId, smallestGroup } = row;
  const look = { contributors, visible, known, smallestGroup, waveId, teamId };
  const group = await countedGroup(client, look, shown);
  return group.members.length === 0 || !may(group.members) ? undefined : { row, group, visible };
}

/** The stored composition, unless somebody is left out of it. */
async function compositionIn(
  client: pg.PoolClient,
  { row, group, visible }: LookedAt,
): Promise<TeamPersonalityDocument> {
  const document =
    group.members.length === row.contributors.length
      ? row.personality
      : composedAnew(countedMembers(await profilesIn(client, row), group));
  return compositionOf(document, group, visible);
}

async function seenIn(client: pg.PoolClient, caller: Caller, row: StoredTeam): Promise<Seen | undefined> {
  const look = await lookAt(client, caller, row);
  if (!look) return undefined;
  const all = await profilesIn(client, row);
  return { ...look, all, members: countedMembers(all, look.group) };
}

/** The profiles behind a composition: many times as large as itself. */
async function profilesIn(
  client: pg.PoolClient,
  { wave, team }: StoredTeam,
): Promise<readonly MemberProfile[]> {
  const values = new Values();
  const [row] = await rowsOf<{ members: readonly MemberProfile[] }>(
    client,
    `select doc->'members' as members from read.team_personalities where id = ${values.add(`${wave}:${team}`)}`,
    values,
  );
  return row?.members ?? [];
}

const nobody = (): Promise<MemberRefs> => Promise.resolve(new Map());

/** Members by name, whose own figures are shown; each of them finds it in the audit log. */
function receipted(
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teams: readonly string[],
  refs: MemberRefs,
  people: WithPeople['people'],
): () => Promise<MemberRefs> {
  const object = `Wave/${waveId}/Team/${teams.join('+')}`;
  const reads = [...refs.keys()].map((subject) => {
    const releases = people?.[subject]?.releases ?? [];
    return { object, subject, permitted: true, releases };
  });
  let recorded: Promise<MemberRefs> | undefined;
  return () => (recorded ??= recordReads(pool, caller, reads).then(() => refs));
}

const refsOf = (
  { people }: WithPeople,
  visible: ReadonlySet<string>,
  shown: (id: string) => boolean,
): MemberRefs =>
  new Map(
    Object.entries(people ?? {}).flatMap(([id, { name }]): [string, MemberRef][] =>
      visible.has(id) && shown(id) ? [[id, { member: id, name }]] : [],
    ),
  );

interface TeamKey {
  readonly waveId: string;
  readonly teamId: string;
}

interface StoredTeam extends WithPeople {
  readonly wave: string;
  readonly team: string;
  /** Whose profiles stand behind the composition. */
  readonly contributors: readonly string[];
  readonly personality: TeamPersonalityDocument;
  readonly invited: number;
  readonly shown: ShownGroups;
}

/** Compositions of teams in waves, in reach only. */
function storedTeams(
  client: pg.PoolClient,
  caller: Caller,
  keys: readonly TeamKey[],
): Promise<readonly StoredTeam[]> {
  const values = new Values();
  const ids = values.add(keys.map((key) => `${key.waveId}:${key.teamId}`));
  return rowsOf<StoredTeam>(
    client,
    `select tp.wave_id as wave, tp.team_id as team,
         jsonb_path_query_array(tp.doc, '$.members[*].member') as contributors,
         tp.doc->'personality' as personality, ${ACCESS_CONTEXT}, ${shownGroups('tp.wave_id')} as shown,
         (select count(*)::int from read.participants a
            where a.wave_id = tp.wave_id and a.team_id = tp.team_id) as invited,
         (select jsonb_object_agg(a.person_id, jsonb_build_object('name', p.name, 'releases', ${recipientsNow('a')}))
            from read.participants a join read.persons p on p.id = a.person_id
            where a.wave_id = tp.wave_id and a.team_id = tp.team_id and a.status = 'submitted'
              and ${recipientsNow('a')} <> '[]'::jsonb) as people
       from read.team_personalities tp join read.engagements e on e.id = tp.engagement_id
       where tp.id = any(${ids}) and ${engagementInReach(caller, values)}`,
    values,
  );
}

/** Two teams or two waves as this caller may read them; `null` when either is out of reach or too small. */
const seenPair = (
  pool: pg.Pool,
  caller: Caller,
  keys: readonly [TeamKey, TeamKey],
): Promise<readonly [Seen, Seen] | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const rows = await storedTeams(client, caller, keys);
    // Waves are taken in one order, so that no two readings wait for each other.
    const seen: (Seen | undefined)[] = [];
    for (const row of rows.toSorted((x, y) => (x.wave < y.wave ? -1 : 1)))
      seen.push(await seenIn(client, caller, row));
    const [first, second] = keys.map(({ waveId, teamId }) =>
      seen.find((each) => each?.row.wave === waveId && each.row.team === teamId),
    );
    return first && second ? [first, second] : null;
  });

export interface ShownComparison extends Shown<TeamComparisonDocument> {
  readonly waveId: string;
  readonly teamA: string;
  readonly teamB: string;
}

/** Two teams of a wave laid side by side; `null` when either is out of reach or too small for this caller. */
export async function teamComparison(
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamA: string,
  teamB: string,
): Promise<ShownComparison | null> {
  if (teamA === teamB) return null;
  if (isClient(caller)) {
    const frozen = await releasedComparison(pool, caller, waveId, teamA, teamB);
    return frozen && { ...frozen, byName: nobody, view: 'aggregate', notCounted: 0 };
  }
  const pair = await seenPair(pool, caller, [
    { waveId, teamId: teamA },
    { waveId, teamId: teamB },
  ]);
  if (!pair) return null;
  const [a, b] = pair;
  const view = mayMap(caller, a.row) ? 'map' : 'aggregate';
  const document = withoutPartial(pair, remembered(caller.tenantId, pair, compareTeams));
  // Whoever is in both teams is the same person in both.
  const people = { ...a.row.people, ...b.row.people };
  const visible = new Set([...a.visible, ...b.visible]);
  const bridges = view === 'map' ? document.translators.map((each) => each.member) : [];
  const refs = refsOf({ ...a.row, people }, visible, (id) => bridges.includes(id));
  const translators = document.translators.filter((each) => refs.has(each.member));
  const byName = receipted(pool, caller, waveId, [teamA, teamB], refs, people);
  const shownAs = { byName, view, notCounted: sum(pair) } as const;
  return { waveId, teamA, teamB, document: { ...document, translators }, ...shownAs };
}

const sum = (pair: readonly Seen[]): number => pair.reduce((total, { group }) => total + group.notCounted, 0);

/** Without motives that only a part of a group with closed members answered: that part is another group. */
function withoutPartial<Document extends { readonly motives: readonly { readonly motive: string }[] }>(
  pair: readonly Seen[],
  document: Document,
): Document {
  const partial = new Set(
    pair.flatMap(({ members, visible }) => {
      if (members.every(({ member }) => visible.has(member))) return [];
      return members.flatMap(({ profile }) =>
        profile.motives.flatMap(({ motive, value }) => (value === null ? [motive] : [])),
      );
    }),
  );
  return { ...document, motives: document.motives.filter(({ motive }) => !partial.has(motive)) };
}

export interface ShownChange {
  readonly teamId: string;
  readonly firstWaveId: string;
  readonly secondWaveId: string;
  readonly document: TeamChangeDocument;
  readonly notCounted: number;
}

/** One team in two waves; no member is shown, but small numbers of who stayed or left speak of persons. */
export async function teamChange(
  pool: pg.Pool,
  caller: Caller,
  teamId: string,
  firstWaveId: string,
  secondWaveId: string,
): Promise<ShownChange | null> {
  if (firstWaveId === secondWaveId) return null;
  const pair = await seenPair(pool, caller, [
    { waveId: firstWaveId, teamId },
    { waveId: secondWaveId, teamId },
  ]);
  if (!pair) return null;
  const compared = alike(pair);
  if (compared.some(({ members }) => members.length === 0)) return null;
  const document = withoutPartial(compared, remembered(caller.tenantId, compared, changeOfTeam));
  const shown = { teamId, firstWaveId, secondWaveId, notCounted: sum(pair) };
  if (!speaksOfPersons(compared, pair[0].row.smallestGroup)) return { ...shown, document };
  if (pair.some(({ row }) => !mayMap(caller, row))) return null;
  return { ...shown, document: wholeTeamOnly(document) };
}

type Laid = (a: readonly MemberProfile[], b: readonly MemberProfile[]) => object;

const MOST_REMEMBERED = 200;
/** What was computed holds values of members; whoever is erased is gone from every memory after this time. */
const REMEMBERED_MS = 60_000;
const computed = new Map<string, object>();

/**
 * Permutation tests cost time, and submitted answers never change: the same assessments in the same versions give the
 * same document, so it is computed once. What a caller may see of it is decided every time.
 */
function remembered<L extends Laid>(
  tenant: string,
  [a, b]: readonly [Seen, Seen],
  compute: L,
): ReturnType<L> {
  const behind = [a, b].map(({ members }) =>
    members.map(({ member, profile: { provenance } }) => [member, provenance]),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([tenant, compute.name, behind]))
    .digest('base64');
  const known = computed.get(key);
  if (known) return known as ReturnType<L>;
  const [oldest] = computed.keys();
  if (computed.size >= MOST_REMEMBERED && oldest !== undefined) computed.delete(oldest);
  try {
    const document = compute(a.members, b.members) as ReturnType<L>;
    computed.set(key, document);
    setTimeout(() => computed.delete(key), REMEMBERED_MS).unref();
    return document;
  } catch (error) {
    if (error instanceof RangeError) throw new NotComparable(error.message, { cause: error });
    throw error;
  }
}

export interface TimelinePoint {
  readonly waveId: string;
  readonly waveTitle: string;
  readonly on: string;
  readonly n: number;
  readonly motives: TeamTimelineRow['points'][number]['motives'];
}

/**
 * A team's means over the waves in reach, oldest first; empty where there is nothing this caller may see. A client reads
 * the means as they were released.
 */
export async function teamTimeline(
  pool: pg.Pool,
  caller: Caller,
  teamId: string,
): Promise<readonly TimelinePoint[]> {
  const released = isClient(caller)
    ? new Map((await releasedWaves(pool, caller, teamId)).map((team) => [team.waveId, team]))
    : null;
  return inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const waves = await rowsOf<Pick<TimelinePoint, 'waveId' | 'waveTitle' | 'on'>>(
      client,
      `select w.id as "waveId", w.doc->>'title' as "waveTitle", w.doc->>'opensOn' as "on"
       from read.team_personalities tp join read.waves w on w.id = tp.wave_id
       join read.engagements e on e.id = w.engagement_id
       where tp.team_id = ${values.add(teamId)} and ${engagementInReach(caller, values)}
       order by w.opens_on, w.id`,
      values,
    );
    if (released)
      return waves.flatMap((wave) => {
        const frozen = released.get(wave.waveId);
        const { n, motives } = frozen?.personality ?? { n: 0, motives: [] };
        return frozen ? [{ ...wave, n, motives: motives.map(meanOf) }] : [];
      });
    const rows = await storedTeams(
      client,
      caller,
      waves.map(({ waveId }) => ({ waveId, teamId })),
    );
    const points = new Map<string, TimelinePoint>();
    for (const wave of waves.toSorted((x, y) => (x.waveId < y.waveId ? -1 : 1))) {
      const row = rows.find((each) => each.wave === wave.waveId);
      const look = row && (await lookAt(client, caller, row));
      if (!look) continue;
      const { motives } = await compositionIn(client, look);
      points.set(wave.waveId, { ...wave, n: look.group.members.length, motives: motives.map(meanOf) });
    }
    return waves.flatMap(({ waveId }) => points.get(waveId) ?? []);
  });
}

const meanOf = ({ motive, mean, sd }: TimelinePoint['motives'][number]) => ({ motive, mean, sd });
