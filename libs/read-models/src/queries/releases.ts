import type { Caller, ClientId, EngagementId, FindingReference, Recipient } from '@rapport/domain';
import type pg from 'pg';
import type { FrozenFigures, FrozenTeam, TeamToRelease } from '../releases.js';
import type { ReleaseRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { pageOf, type Listing, type Page, type PageRequest } from './paging.js';
import {
  ACCESS_OBJECT,
  engagementInReach,
  isClient,
  mayIn,
  recipientsNow,
  type AccessContext,
} from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

const listed = (where: string): Listing => ({
  from: 'read.releases x join read.engagements e on e.id = x.engagement_id',
  where,
  id: 'x.id',
  doc: 'x.doc',
  sort: { by: 'x.published_at', type: 'timestamptz', down: true },
});

/** What the client organisation holds is its own; of what was withdrawn it reads nothing any more. */
const inReach = (caller: Caller, values: Values): string =>
  `${engagementInReach(caller, values)}${isClient(caller) ? ' and not x.withdrawn' : ''}`;

/** Releases in reach, newest first. */
export const releases = (
  pool: pg.Pool,
  caller: Caller,
  engagementId: string | null,
  request: PageRequest,
): Promise<Page<Stored<ReleaseRow>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const ofEngagement = engagementId === null ? '' : ` and x.engagement_id = ${values.add(engagementId)}`;
    const listing = listed(`${inReach(caller, values)}${ofEngagement}`);
    return pageOf<ReleaseRow, Stored<ReleaseRow>>(client, listing, request, values, stored);
  });

/** One release; `null` when there is none in reach. */
export const release = (pool: pg.Pool, caller: Caller, id: string): Promise<Stored<ReleaseRow> | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select x.id, x.doc from read.releases x join read.engagements e on e.id = x.engagement_id
      where x.id = ${values.add(id)} and ${inReach(caller, values)}`;
    const [row] = await rowsOf<{ id: string; doc: ReleaseRow }>(client, text, values);
    return row ? stored(row) : null;
  });

/** Where a release is addressed: regardless of reach, for commands that ask the matrix themselves. */
export const releaseTarget = (
  pool: pg.Pool,
  caller: Caller,
  id: string,
): Promise<{ readonly clientId: ClientId; readonly engagementId: EngagementId } | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ clientId: ClientId; engagementId: EngagementId }>(
      'select client_id as "clientId", engagement_id as "engagementId" from read.releases where id = $1',
      [id],
    );
    return rows[0] ?? null;
  });

const MOST_PARSED = 50;
const parsed = new Map<string, FrozenFigures>();

/** Frozen figures never change, so they are read into memory once a hash and tenant. */
function figuresOf(key: string, content: string): FrozenFigures {
  const known = parsed.get(key);
  if (known) return known;
  const [oldest] = parsed.keys();
  if (parsed.size >= MOST_PARSED && oldest !== undefined) parsed.delete(oldest);
  const figures = JSON.parse(content) as FrozenFigures;
  parsed.set(key, figures);
  return figures;
}

interface Frozen {
  readonly figures: FrozenFigures;
  readonly access: AccessContext;
}

/** The figures that a client role may read, newest first; nothing for anyone else, who reads what is live. */
async function frozenFor(pool: pg.Pool, caller: Caller): Promise<readonly Frozen[]> {
  if (!isClient(caller)) return [];
  const rows = await inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    return rowsOf<{ hash: string; content: string; access: AccessContext }>(
      client,
      `select f.content_hash as hash, f.content, ${ACCESS_OBJECT} as access
       from read.releases x join read.engagements e on e.id = x.engagement_id
       join files.releases f on f.content_hash = x.doc->>'contentHash'
       where ${inReach(caller, values)} order by x.published_at desc, x.id limit 100`,
      values,
    );
  });
  return rows.map(({ hash, content, access }) => ({
    figures: figuresOf(`${caller.tenantId}/${hash}`, content),
    access,
  }));
}

const permitted = (caller: Caller, access: AccessContext, n: number): boolean =>
  mayIn(caller, access, 'team-aggregate', { n, frozen: true });

/** A team as it was last released to the caller’s organisation. */
export const releasedTeam = async (
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamId: string,
): Promise<FrozenTeam | null> => teamIn(await frozenFor(pool, caller), caller, waveId, teamId);

function teamIn(
  released: readonly Frozen[],
  caller: Caller,
  waveId: string,
  teamId: string,
): FrozenTeam | null {
  for (const { figures, access } of released) {
    const team = figures.teams.find((each) => each.waveId === waveId && each.teamId === teamId);
    if (team) return permitted(caller, access, team.personality.n) ? team : null;
  }
  return null;
}

/** Two teams as they were last released side by side. */
export const releasedComparison = async (
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamA: string,
  teamB: string,
): Promise<ReleasedComparison | null> =>
  comparisonIn(await frozenFor(pool, caller), caller, waveId, teamA, teamB);

type ReleasedComparison = FrozenFigures['comparisons'][number];

function comparisonIn(
  released: readonly Frozen[],
  caller: Caller,
  waveId: string,
  teamA: string,
  teamB: string,
): ReleasedComparison | null {
  for (const { figures, access } of released) {
    const found = figures.comparisons.find(
      (each) => each.waveId === waveId && each.teamA === teamA && each.teamB === teamB,
    );
    if (found)
      return permitted(caller, access, Math.min(found.document.n.a, found.document.n.b)) ? found : null;
  }
  return null;
}

type Measured = Pick<FindingReference, 'constellation' | 'evidence'>;
const NOTHING_MEASURED: Measured = { constellation: null, evidence: null };

/**
 * What a client role may read of what agreements rest on: the figure as it stands in the last release of these teams,
 * and nothing where none was released. What was measured when the agreement was proposed is another group’s, and two
 * people’s gap is nobody’s at the client. In the order of the findings.
 */
export async function releasedEvidence(
  pool: pg.Pool,
  caller: Caller,
  findings: readonly FindingReference[],
): Promise<readonly Measured[]> {
  const released = await frozenFor(pool, caller);
  return findings.map((finding) => {
    const { kind, waveId, teamA, teamB, motive } = finding;
    if (kind === 'team-pattern') {
      const team = teamIn(released, caller, waveId, teamA);
      const found = team?.personality.motives.find((each) => each.motive === motive);
      if (!found || found.mean === null) return NOTHING_MEASURED;
      const { mean, interval } = found;
      const evidence = { difference: mean, low: interval?.low ?? null, high: interval?.high ?? null };
      return { constellation: null, evidence };
    }
    if (kind !== 'team-comparison' || teamB === null) return NOTHING_MEASURED;
    const straight = comparisonIn(released, caller, waveId, teamA, teamB);
    const turned = straight ? null : comparisonIn(released, caller, waveId, teamB, teamA);
    const found = (straight ?? turned)?.document.motives.find((each) => each.motive === motive);
    if (!found || found.difference === null) return NOTHING_MEASURED;
    const { difference, interval, constellation } = found;
    const [low, high] = [interval?.low ?? null, interval?.high ?? null];
    const minus = (value: number | null) => (value === null ? null : -value);
    return straight
      ? { constellation, evidence: { difference, low, high } }
      : { constellation, evidence: { difference: -difference, low: minus(high), high: minus(low) } };
  });
}

/** Every wave of a team that was released, in the figures it was last released with. */
export async function releasedWaves(
  pool: pg.Pool,
  caller: Caller,
  teamId: string,
): Promise<readonly FrozenTeam[]> {
  const waves = new Map<string, FrozenTeam>();
  for (const { figures, access } of await frozenFor(pool, caller))
    for (const team of figures.teams)
      if (team.teamId === teamId && !waves.has(team.waveId) && permitted(caller, access, team.personality.n))
        waves.set(team.waveId, team);
  return [...waves.values()];
}

/** Teams of a wave with who counts now, for a release that is being made. */
export const teamsToRelease = (
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamIds: readonly string[],
): Promise<readonly TeamToRelease[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<TeamToRelease>(
      `select tp.doc as row, (select count(*)::int from read.participants a
         where a.wave_id = tp.wave_id and a.team_id = tp.team_id) as invited
       from read.team_personalities tp where tp.wave_id = $1 and tp.team_id = any($2) order by tp.team_id`,
      [waveId, teamIds],
    );
    return rows;
  });

export interface SharedProfile {
  readonly assessmentId: string;
  readonly waveTitle: string;
  readonly engagementTitle: string;
  readonly personName: string;
  /** `null`: until it is revoked. */
  readonly expiresAt: string | null;
}

/** Profiles that people released to this account by name or by its function, newest first. */
export async function profilesReleasedTo(pool: pg.Pool, caller: Caller): Promise<readonly SharedProfile[]> {
  if (caller.kind !== 'user') return [];
  const rows = await inTenant(pool, caller.tenantId, async (client) => {
    const { rows: found } = await client.query<
      SharedProfile & { readonly access: AccessContext; readonly recipients: readonly Recipient[] }
    >(
      `select a.id as "assessmentId", w.doc->>'title' as "waveTitle", e.doc->>'title' as "engagementTitle",
         p.name as "personName", ${ACCESS_OBJECT} as access, ${recipientsNow('a')} as recipients,
         (select min(r->>'expiresAt') from jsonb_array_elements(a.doc->'releases') r
           where r->'recipient'->>'userId' = $1) as "expiresAt"
       from read.participants a join read.engagements e on e.id = a.engagement_id
       join read.waves w on w.id = a.wave_id join read.persons p on p.id = a.person_id
       where a.status = 'submitted' and a.doc->'releases' <> '[]'::jsonb
         and (e.id = any($2) or e.client_id = $3)
       order by a.opened_at desc, a.id limit 500`,
      [caller.userId, caller.engagements, caller.clientId],
    );
    return found;
  });
  return rows.filter(({ access, recipients }) =>
    mayIn(caller, access, 'individual-profile', { releasedTo: recipients }),
  );
}
