import { createHash } from 'node:crypto';
import { SMALLEST_GROUP, type Caller, type Recipient } from '@rapport/domain';
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

/** A document whose member ids are to be shown as `refs` says. */
export interface Shown<Document> {
  readonly document: Document;
  readonly refs: ReadonlyMap<string, MemberRef>;
  readonly view: 'map' | 'aggregate';
}

export interface ShownPersonality extends Shown<TeamPersonalityDocument> {
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

interface PersonalityRow extends WithPeople {
  readonly personality: TeamPersonalityDocument;
  readonly invited: number;
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
    return { waveId, teamId, invited, document: personality, refs: new Map(), view: 'aggregate' };
  }
  const row = await inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const wave = values.add(waveId);
    const team = values.add(teamId);
    const reach = engagementInReach(caller, values);
    const { rows } = await client.query<PersonalityRow>({
      name: `team-personality-${values.list.length}`,
      text: `select tp.doc->'personality' as personality, ${ACCESS_CONTEXT},
          (select count(*)::int from read.participants a where a.wave_id = ${wave} and a.team_id = ${team}) as invited,
          (select jsonb_object_agg(a.person_id, jsonb_build_object('name', p.name, 'releases', ${recipientsNow('a')}))
             from read.participants a join read.persons p on p.id = a.person_id
             where a.wave_id = ${wave} and a.team_id = ${team} and a.status = 'submitted'
               and ${recipientsNow('a')} <> '[]'::jsonb) as people
        from read.team_personalities tp join read.engagements e on e.id = tp.engagement_id
        where tp.id = ${wave} || ':' || ${team} and ${reach}`,
      values: values.list,
    });
    return rows[0];
  });
  if (!row) return null;
  const members = membersIn(row.personality);
  if (!maySeeTeam(caller, row, members)) return null;
  const view = mayMap(caller, row) ? 'map' : 'aggregate';
  const refs = refsOf(caller, row, members);
  const document =
    view === 'map'
      ? mapOf(row.personality, refs)
      : aggregateOf(row.personality, { k: row.smallestGroup, whole: false });
  if (view === 'map') await recordReads(pool, caller, named(waveId, [teamId], [...refs.keys()], row.people));
  return { waveId, teamId, invited: row.invited, document, refs, view };
}

/** Five members or more; fewer only for someone to whom every one of them released the profile. */
function maySeeTeam(caller: Caller, row: WithPeople, members: readonly string[]): boolean {
  const releasesOfEach = members.map((id) => row.people?.[id]?.releases ?? []);
  return mayIn(caller, row, 'team-aggregate', { n: members.length, releasesOfEach });
}

/** Members whose own figures are shown by name, for the audit log. */
const named = (
  waveId: string,
  teams: readonly string[],
  members: readonly string[],
  people: WithPeople['people'],
) =>
  members.map((subject) => ({
    object: `Wave/${waveId}/Team/${teams.join('+')}`,
    subject,
    permitted: true,
    releases: people?.[subject]?.releases ?? [],
  }));

const membersIn = (document: TeamPersonalityDocument): readonly string[] => [
  ...new Set(document.motives.flatMap((motive) => motive.members.map((m) => m.member))),
];

/** Those whose profile is released to the caller, by function in this engagement or by name. */
function refsOf(caller: Caller, row: WithPeople, members: readonly string[]): ReadonlyMap<string, MemberRef> {
  return new Map(
    members.flatMap((id): [string, MemberRef][] => {
      const person = row.people?.[id];
      return person && mayIn(caller, row, 'named-team-map', { releasedTo: person.releases })
        ? [[id, { member: id, name: person.name }]]
        : [];
    }),
  );
}

/**
 * The figures of the whole team, and single members only where they released their profile: of the others there is
 * neither a dot nor a pair, and they are no extreme. Dots stand in the order of their values, because the stored order
 * is that of assessments, which have names elsewhere.
 */
function mapOf(
  document: TeamPersonalityDocument,
  refs: ReadonlyMap<string, MemberRef>,
): TeamPersonalityDocument {
  const { faultline } = document;
  return {
    ...document,
    motives: document.motives.map((motive) => {
      const members = motive.members
        .filter(({ member }) => refs.has(member))
        .toSorted((a, b) => a.value - b.value);
      return { ...motive, members, min: members.at(0)?.value ?? null, max: members.at(-1)?.value ?? null };
    }),
    blindSpots: document.blindSpots.filter(({ red, blue }) => refs.has(red) && refs.has(blue)),
    faultline:
      'kind' in faultline
        ? faultline
        : { ...faultline, groups: faultline.groups.map((group) => group.filter((id) => refs.has(id))) },
  };
}

interface StoredTeam extends WithPeople {
  readonly wave: string;
  readonly team: string;
  readonly members: readonly MemberProfile[];
}

/** Stored members of teams in waves, in reach only. */
const storedTeams = (
  pool: pg.Pool,
  caller: Caller,
  keys: readonly { readonly waveId: string; readonly teamId: string }[],
): Promise<readonly StoredTeam[]> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const ids = values.add(keys.map((key) => `${key.waveId}:${key.teamId}`));
    return rowsOf<StoredTeam>(
      client,
      `select tp.wave_id as wave, tp.team_id as team, tp.doc->'members' as members, ${ACCESS_CONTEXT},
         (select jsonb_object_agg(a.person_id, jsonb_build_object('name', p.name, 'releases', ${recipientsNow('a')}))
            from read.participants a join read.persons p on p.id = a.person_id
            where a.wave_id = tp.wave_id and a.team_id = tp.team_id and a.status = 'submitted'
              and ${recipientsNow('a')} <> '[]'::jsonb) as people
       from read.team_personalities tp join read.engagements e on e.id = tp.engagement_id
       where tp.id = any(${ids}) and ${engagementInReach(caller, values)}`,
      values,
    );
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
    return frozen && { ...frozen, refs: new Map(), view: 'aggregate' };
  }
  const rows = await storedTeams(pool, caller, [
    { waveId, teamId: teamA },
    { waveId, teamId: teamB },
  ]);
  const a = rows.find((row) => row.team === teamA);
  const b = rows.find((row) => row.team === teamB);
  if (!a || !b) return null;
  if ([a, b].some((row) => !maySeeTeam(caller, row, idsOf(row.members)))) return null;
  const view = mayMap(caller, a) ? 'map' : 'aggregate';
  const document = remembered(caller.tenantId, [a, b], compareTeams);
  // Whoever is in both teams is the same person in both.
  const refs = refsOf(
    caller,
    { ...a, people: { ...a.people, ...b.people } },
    document.translators.map((each) => each.member),
  );
  const translators = view === 'map' ? document.translators.filter((each) => refs.has(each.member)) : [];
  const shown = translators.map((each) => each.member);
  await recordReads(pool, caller, named(waveId, [teamA, teamB], shown, { ...a.people, ...b.people }));
  return { waveId, teamA, teamB, document: { ...document, translators }, refs, view };
}

const idsOf = (members: readonly MemberProfile[]): readonly string[] => members.map((m) => m.member);

export interface ShownChange {
  readonly teamId: string;
  readonly firstWaveId: string;
  readonly secondWaveId: string;
  readonly document: TeamChangeDocument;
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
  const rows = await storedTeams(pool, caller, [
    { waveId: firstWaveId, teamId },
    { waveId: secondWaveId, teamId },
  ]);
  const first = rows.find((row) => row.wave === firstWaveId);
  const second = rows.find((row) => row.wave === secondWaveId);
  if (!first || !second) return null;
  if ([first, second].some((row) => !maySeeTeam(caller, row, idsOf(row.members)))) return null;
  const document = remembered(caller.tenantId, [first, second], changeOfTeam);
  if (!speaksOfPersons(caller, first, second)) return { teamId, firstWaveId, secondWaveId, document };
  if ([first, second].some((row) => !mayMap(caller, row))) return null;
  return { teamId, firstWaveId, secondWaveId, document: wholeTeamOnly(document) };
}

/** How much few people moved the mean by coming, staying or going is their own figure; unless they all released it. */
function speaksOfPersons(caller: Caller, first: StoredTeam, second: StoredTeam): boolean {
  const [before, after] = [idsOf(first.members), idsOf(second.members)];
  const open = (row: StoredTeam, id: string) =>
    mayIn(caller, row, 'individual-profile', { releasedTo: row.people?.[id]?.releases ?? [] });
  const few = (ids: readonly string[], rows: readonly StoredTeam[]) =>
    ids.length > 0 &&
    ids.length < Math.max(SMALLEST_GROUP, first.smallestGroup) &&
    !ids.every((id) => rows.every((row) => open(row, id)));
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  const here = before.filter((id) => after.includes(id));
  return few(gone, [first]) || few(come, [second]) || few(here, [first, second]);
}

const wholeTeamOnly = (document: TeamChangeDocument): TeamChangeDocument => ({
  ...document,
  motives: document.motives.map((motive) => ({
    ...motive,
    ...{ within: null, entry: null, exit: null, interval: null, p: null, pAdjusted: null },
  })),
});

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
  [a, b]: readonly [StoredTeam, StoredTeam],
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
  const rows = await inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    return rowsOf<TimelinePoint & AccessContext>(
      client,
      `select w.id as "waveId", w.doc->>'title' as "waveTitle", w.doc->>'opensOn' as "on",
         (point->>'n')::int as n, point->'motives' as motives, ${ACCESS_CONTEXT}
       from read.team_timelines tl cross join lateral jsonb_array_elements(tl.doc->'points') point
       join read.waves w on w.id = point->>'waveId' join read.engagements e on e.id = w.engagement_id
       where tl.id = ${values.add(teamId)} and ${engagementInReach(caller, values)}
       order by w.opens_on, w.id`,
      values,
    );
  });
  if (!isClient(caller)) return rows.filter((row) => mayIn(caller, row, 'team-aggregate', { n: row.n }));
  const released = new Map((await releasedWaves(pool, caller, teamId)).map((team) => [team.waveId, team]));
  return rows.flatMap((row) => {
    const frozen = released.get(row.waveId);
    return frozen
      ? [{ ...row, n: frozen.personality.n, motives: frozen.personality.motives.map(meanOf) }]
      : [];
  });
}

const meanOf = ({ motive, mean, sd }: TimelinePoint['motives'][number]) => ({ motive, mean, sd });
