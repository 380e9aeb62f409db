import { createHash } from 'node:crypto';
import {
  DISTRIBUTION_FROM,
  SMALLEST_GROUP,
  type EngagementId,
  type PersonId,
  type ReleasedCell,
  type TenantId,
  type WaveId,
} from '@rapport/domain';
import {
  compareTeams,
  type TeamComparisonDocument,
  type TeamPersonalityDocument,
} from '@rapport/psychometrics';
import type pg from 'pg';
import type { TeamPersonalityRow } from './rows.js';
import { inTenant } from './tenancy.js';

/** The figures of a release as they were when it was published: whatever happens later, these are what the client reads. */
export interface FrozenFigures {
  readonly schema: 'rapport-release/1';
  readonly engagementId: EngagementId;
  readonly teams: readonly FrozenTeam[];
  readonly comparisons: readonly {
    readonly waveId: string;
    readonly teamA: string;
    readonly teamB: string;
    readonly document: TeamComparisonDocument;
  }[];
}

export interface FrozenTeam {
  readonly waveId: string;
  readonly teamId: string;
  readonly invited: number;
  readonly personality: TeamPersonalityDocument;
}

/** A team of a wave on its way into a release. */
export interface TeamToRelease {
  readonly row: TeamPersonalityRow;
  readonly invited: number;
}

export interface ReleaseContent {
  readonly cells: readonly ReleasedCell[];
  /** The document as it is stored, and the hash of exactly these characters. */
  readonly content: string;
  readonly contentHash: string;
}

/**
 * Freezes what a client may read of teams: no member, no extreme, no distribution of fewer than ten, no motive that only
 * some of the team answered. Teams below the limit are left out; what is left is what the audit looks at.
 */
export function freeze(
  engagementId: EngagementId,
  k: number,
  teams: readonly TeamToRelease[],
): ReleaseContent {
  const shown = teams.filter(({ row }) => row.members.length >= Math.max(SMALLEST_GROUP, k));
  const figures: FrozenFigures = {
    schema: 'rapport-release/1',
    engagementId,
    teams: shown.map(({ row, invited }) => ({
      waveId: row.waveId,
      teamId: row.teamId,
      invited,
      personality: aggregateOf(row.personality, { k, whole: true }),
    })),
    comparisons: pairsOf(shown).flatMap(([a, b]) => comparisonOf(a, b)),
  };
  const content = JSON.stringify(figures);
  return {
    cells: shown.map(({ row }) => ({
      cut: 'team',
      id: row.teamId,
      waveId: row.waveId,
      contributors: sorted(row.members.map((member) => member.member)),
      distribution: row.members.length >= Math.max(DISTRIBUTION_FROM, k),
    })),
    content,
    contentHash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
  };
}

/**
 * The groups behind a rendered report, which also shows motives that only some of a team answered: each such part is a
 * group of its own.
 */
export function cellsOfReport(rows: readonly TeamPersonalityRow[]): readonly ReleasedCell[] {
  return rows
    .filter(({ members }) => members.length >= SMALLEST_GROUP)
    .flatMap((row) => {
      const whole = sorted(row.members.map((member) => member.member));
      const parts = new Map([[whole.join(), whole]]);
      for (const motive of row.personality.motives) {
        const part = sorted(motive.members.map((member) => member.member));
        if (part.length > 0) parts.set(part.join(), part);
      }
      return [...parts.values()].map((contributors): ReleasedCell => ({
        cut: 'team',
        id: row.teamId,
        waveId: row.waveId,
        contributors,
        distribution: whole.length >= DISTRIBUTION_FROM,
      }));
    });
}

const sorted = (ids: readonly string[]): readonly PersonId[] => [...new Set(ids)].sort() as PersonId[];

const pairsOf = (teams: readonly TeamToRelease[]): readonly (readonly [TeamToRelease, TeamToRelease])[] =>
  teams.flatMap((a, at) =>
    teams.slice(at + 1).flatMap((b) => (a.row.waveId === b.row.waveId ? [[a, b] as const] : [])),
  );

function comparisonOf({ row: a }: TeamToRelease, { row: b }: TeamToRelease): FrozenFigures['comparisons'] {
  const incomplete = new Set(
    [a, b].flatMap(({ members, personality }) =>
      personality.motives.flatMap((m) => (m.n === members.length ? [] : [m.motive])),
    ),
  );
  try {
    const { contributors: _, ...document } = compareTeams(a.members, b.members);
    return [
      {
        waveId: a.waveId,
        teamA: a.teamId,
        teamB: b.teamId,
        document: {
          ...document,
          motives: document.motives.filter(({ motive }) => !incomplete.has(motive)),
          translators: [],
        },
      },
    ];
  } catch (error) {
    // Profiles of different versions cannot be laid side by side; each team is still shown.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/**
 * What is left of a composition when no member may be recognised: extremes are persons, quartiles of a few are too, and
 * without any spread the mean is everyone's own figure. `whole` also leaves out motives that only some answered and
 * every distribution of fewer than ten.
 */
export function aggregateOf(
  document: TeamPersonalityDocument,
  { k, whole }: { readonly k: number; readonly whole: boolean },
): TeamPersonalityDocument {
  const smallest = Math.max(SMALLEST_GROUP, k);
  const distributed = document.n >= Math.max(DISTRIBUTION_FROM, k);
  const { contributors: _, ...anonymous } = document;
  const counts = { red: 0, balanced: 0, blue: 0 };
  return {
    ...anonymous,
    motives: document.motives.map((motive) => {
      const shown = { ...motive, members: [], min: null, max: null };
      const hidden = motive.n < smallest || (whole && motive.n !== document.n) || !motive.sd;
      if (hidden)
        return {
          ...shown,
          ...{ mean: null, sd: null, quartiles: null, interval: null, counts },
          pattern: 'too-little-data' as const,
        };
      if (distributed) return shown;
      if (!whole) return { ...shown, quartiles: null };
      return { ...shown, quartiles: null, counts, pattern: 'too-little-data' as const };
    }),
    blindSpots: [],
    teamBlindSpots: whole && !distributed ? [] : document.teamBlindSpots,
    faultline: { kind: 'too-little-data', n: document.n, needed: smallest },
  };
}

/** Keeps frozen figures under their hash; the same content again is the same document. */
export async function storeRelease(
  pool: pg.Pool,
  tenant: TenantId,
  { content, contentHash }: Pick<ReleaseContent, 'content' | 'contentHash'>,
): Promise<void> {
  await inTenant(pool, tenant, (client) =>
    client.query(
      `insert into files.releases (tenant_id, content_hash, content) values ($1, $2, $3)
       on conflict (tenant_id, content_hash) do nothing`,
      [tenant, contentHash, content],
    ),
  );
}

/** What stands in a report's files beyond the request: whose figures, and whose own pages. */
export interface ReportContents {
  /** Groups whose figures are in a client's copy; none in a coach's, which is never released. */
  readonly cells: readonly ReleasedCell[];
  /** Of the frozen figures that go with a client's copy. */
  readonly contentHash: string | null;
  /** Assessments whose profiles are in it by name. */
  readonly individuals: readonly string[];
}

/** Said once a report, before it is issued; a second worker's contents are those of the same rows. */
export async function storeReportContents(
  pool: pg.Pool,
  tenant: TenantId,
  reportId: string,
  contents: ReportContents,
): Promise<void> {
  await inTenant(pool, tenant, (client) =>
    client.query(
      `insert into files.report_contents (tenant_id, report_id, individuals, contents) values ($1, $2, $3, $4)
       on conflict (tenant_id, report_id) do nothing`,
      [tenant, reportId, contents.individuals, JSON.stringify(contents)],
    ),
  );
}

/** `null` for reports from before contents were kept, which nobody can vouch for. */
export async function readReportContents(
  pool: pg.Pool,
  tenant: TenantId,
  reportId: string,
): Promise<ReportContents | null> {
  return inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ contents: ReportContents }>(
      'select contents from files.report_contents where report_id = $1',
      [reportId],
    );
    return rows[0]?.contents ?? null;
  });
}

/** Whether everyone behind these groups still takes part and counts in figures of groups. */
export async function stillCount(
  pool: pg.Pool,
  tenant: TenantId,
  cells: readonly ReleasedCell[],
): Promise<boolean> {
  return inTenant(pool, tenant, async (client) => {
    for (const waveId of new Set(cells.map((cell) => cell.waveId as WaveId))) {
      const persons = new Set(
        cells.flatMap((cell) => (cell.waveId === waveId ? cell.contributors : ([] as readonly PersonId[]))),
      );
      const { rows } = await client.query<{ n: number }>(
        `select count(distinct person_id)::int as n from read.participants
         where wave_id = $1 and person_id = any($2) and status = 'submitted' and doc->>'inclusion' <> 'withdrawn'`,
        [waveId, [...persons]],
      );
      if (rows[0]?.n !== persons.size) return false;
    }
    return true;
  });
}
