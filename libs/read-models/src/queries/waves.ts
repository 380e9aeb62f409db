import { SMALLEST_GROUP, type Caller, type Recipient } from '@rapport/domain';
import type pg from 'pg';
import type { AssessmentStatus, ParticipantRow, PersonRow, TeamRow, WaveRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { emptyPage, pagesOf, type Listing, type Page, type PageRequest } from './paging.js';
import {
  ACCESS_CONTEXT,
  engagementInReach,
  isClient,
  mayIn,
  recipientsNow,
  type AccessContext,
} from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

/** Waves by id, those in reach only. */
export const wavesById = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<WaveRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select w.id, w.doc from read.waves w join read.engagements e on e.id = w.engagement_id
      where w.id = any(${values.add(ids)}) and ${engagementInReach(caller, values)}`;
    return (await rowsOf<{ id: string; doc: WaveRow }>(client, text, values)).map(stored);
  });

export interface WaveProgress {
  readonly waveId: string;
  readonly invited: number;
  readonly notStarted: number;
  readonly inProgress: number;
  readonly submitted: number;
  readonly withdrawn: number;
  readonly teams: readonly {
    readonly teamId: string;
    readonly name: string;
    readonly invited: number;
    readonly submitted: number;
  }[];
}

/**
 * For a client there is who submitted, once for all, and who did not: refusing, not having decided, having begun and
 * having withdrawn look the same, and a withdrawal changes no number.
 */
const STATUS_FOR_CLIENTS = `case when p.status is null then null
  when p.doc->>'submittedAt' is not null then 'submitted' else 'not-started' end`;

/** Counts of several waves; waves out of reach are missing. Numbers only, so that clients may see them as well. */
export async function progressOfWaves(
  pool: pg.Pool,
  caller: Caller,
  waveIds: readonly string[],
): Promise<ReadonlyMap<string, WaveProgress>> {
  const rows = await inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const status = isClient(caller) ? STATUS_FOR_CLIENTS : 'p.status';
    return rowsOf<{
      wave: string;
      team: string | null;
      name: string | null;
      status: AssessmentStatus | null;
      n: number;
      smallestGroup: number;
    }>(
      client,
      `select w.id as wave, p.team_id as team, t.name, ${status} as status, count(p.id)::int as n,
         coalesce((e.doc->>'smallestGroup')::int, ${SMALLEST_GROUP}) as "smallestGroup"
       from read.waves w join read.engagements e on e.id = w.engagement_id
       left join read.participants p on p.wave_id = w.id left join read.teams t on t.id = p.team_id
       where w.id = any(${values.add(waveIds)}) and ${engagementInReach(caller, values)}
       group by w.id, p.team_id, t.name, ${status}, e.doc order by t.name, p.team_id`,
      values,
    );
  });
  const progress = new Map<string, WaveProgress>();
  for (const wave of new Set(rows.map((row) => row.wave)))
    progress.set(
      wave,
      counted(
        wave,
        rows.filter((row) => row.wave === wave),
        isClient(caller),
      ),
    );
  return progress;
}

type Counts = readonly {
  readonly team: string | null;
  readonly name: string | null;
  readonly status: AssessmentStatus | null;
  readonly n: number;
  readonly smallestGroup: number;
}[];

/** Of teams that are too small a client is told nothing: everyone or nobody would be somebody. */
function counted(waveId: string, rows: Counts, forClient: boolean): WaveProgress {
  const sum = (some: Counts, ...statuses: readonly AssessmentStatus[]) =>
    some.reduce((n, row) => (row.status !== null && statuses.includes(row.status) ? n + row.n : n), 0);
  const all = (some: Counts) => some.reduce((n, row) => n + row.n, 0);
  const teams = [...new Set(rows.flatMap((row) => (row.team === null ? [] : [row.team])))];
  return {
    waveId,
    invited: all(rows),
    notStarted: sum(rows, 'not-started'),
    inProgress: sum(rows, 'in-progress'),
    submitted: sum(rows, 'submitted'),
    withdrawn: sum(rows, 'withdrawn'),
    teams: teams.flatMap((teamId) => {
      const own = rows.filter((row) => row.team === teamId);
      const invited = all(own);
      if (forClient && invited < own[0]!.smallestGroup) return [];
      return [{ teamId, name: own[0]?.name ?? '', invited, submitted: sum(own, 'submitted') }];
    }),
  };
}

export interface Participant {
  readonly assessmentId: string;
  readonly person: Stored<PersonRow>;
  readonly team: Stored<Omit<TeamRow, 'members'>>;
  readonly status: AssessmentStatus;
  readonly submittedAt: string | null;
  readonly profileReleased: boolean;
}

interface ParticipantDoc {
  readonly participant: ParticipantRow;
  readonly recipients: readonly Recipient[];
  readonly person: Stored<PersonRow>;
  readonly team: Stored<Omit<TeamRow, 'members'>>;
}

/** The engagement of a wave; `null` when it is out of reach. */
async function engagementOfWave(
  client: pg.PoolClient,
  caller: Caller,
  waveId: string,
): Promise<AccessContext | null> {
  const values = new Values();
  const [row] = await rowsOf<AccessContext & pg.QueryResultRow>(
    client,
    `select ${ACCESS_CONTEXT} from read.waves w join read.engagements e on e.id = w.engagement_id
     where w.id = ${values.add(waveId)} and ${engagementInReach(caller, values)}`,
    values,
  );
  return row ?? null;
}

/**
 * Who was invited and how far they are, by name: for staff assigned to the engagement. Clients and administrators who
 * are not assigned know numbers only.
 */
export const participantsOfWave = (
  pool: pg.Pool,
  caller: Caller,
  waveId: string,
  teamId: string | null,
  request: PageRequest,
): Promise<Page<Participant>> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const context = await engagementOfWave(client, caller, waveId);
    if (!context || !mayIn(caller, context, 'participation-status', { detail: 'persons' }))
      return emptyPage();
    const values = new Values();
    const ofTeam = teamId === null ? '' : ` and a.team_id = ${values.add(teamId)}`;
    const listing: Listing = {
      from: `read.participants a join read.persons p on p.id = a.person_id join read.teams t on t.id = a.team_id`,
      where: `a.wave_id = parent.id${ofTeam}`,
      id: 'a.id',
      doc: `jsonb_build_object('participant', a.doc, 'recipients', ${recipientsNow('a')}, 'person', p.doc || jsonb_build_object('id', p.id),
        'team', (t.doc - 'members') || jsonb_build_object('id', t.id))`,
      sort: { by: 'p.name', type: 'text' },
    };
    const pages = await pagesOf<ParticipantDoc, Participant>(
      client,
      [waveId],
      listing,
      request,
      values,
      ({ id, doc: { participant, recipients, person, team } }) => ({
        assessmentId: id,
        person,
        team,
        status: participant.status,
        submittedAt: participant.submittedAt,
        profileReleased:
          participant.status === 'submitted' &&
          mayIn(caller, context, 'individual-profile', { releasedTo: recipients }),
      }),
    );
    return pages.get(waveId)!;
  });
