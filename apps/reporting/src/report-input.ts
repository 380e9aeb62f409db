import {
  cellsOfReport,
  coachChange,
  freeze,
  type AgreementRow,
  type CoachTeams,
  type ReleaseContent,
  type ReportContents,
  type ReportSources,
} from '@rapport/read-models';
import type { Participation, ReportAgreement, ReportInput, ReportTeam, ReportWave } from '@rapport/reports';

/**
 * The rows of one report as the document wants them. A client's copy holds nobody's name; a coach's holds of the teams
 * what may be shown there, and nothing where that is not said.
 */
export function reportInput(
  reportId: string,
  sources: ReportSources,
  coach: CoachTeams = new Map(),
): ReportInput {
  const { report, waves, engagement } = sources;
  const wave = waves.get(report.waveId)!;
  const compared = report.comparedWithWaveId ? waves.get(report.comparedWithWaveId) : undefined;
  return {
    reportId,
    audience: report.audience,
    locale: report.locale,
    dated: report.dated,
    logPosition: sources.position,
    firm: sources.firm.name,
    clientOrganisation: sources.client.name,
    engagement: { title: engagement.title, goal: engagement.goal, invented: engagement.invented },
    wave: shownWave(report.waveId, wave),
    comparedWave:
      compared && report.comparedWithWaveId ? shownWave(report.comparedWithWaveId, compared) : null,
    instrument: sources.instrument,
    norm: sources.norm,
    teams: report.teamIds.map((teamId) => reportTeam(teamId, sources, coach)),
    agreements: [...sources.agreements].flatMap(([id, row]) => reportAgreement(id, row, sources)),
  };
}

const shownWave = (
  id: string,
  wave: { title: string; opensOn: string; closesOn: string; closed: boolean },
): ReportWave => ({
  id,
  title: wave.title,
  opensOn: wave.opensOn,
  closesOn: wave.closesOn,
  closed: wave.closed,
});

function reportTeam(teamId: string, sources: ReportSources, coach: CoachTeams): ReportTeam {
  const { report, engagement, participants, persons, personalities } = sources;
  const team = sources.teams.get(teamId);
  if (!team) throw new Error(`a report refers to team ${teamId}, which is not there`);
  const entered = engagement.teams.find((t) => t.teamId === teamId);
  const of = (waveId: string) => {
    const key = `${waveId}:${teamId}`;
    const shown = report.audience === 'coach' ? coach.get(key) : undefined;
    const row = report.audience === 'coach' ? shown?.row : personalities.get(key);
    return {
      participation: participation(
        [...participants.values()].filter((p) => p.waveId === waveId && p.teamId === teamId),
      ),
      members: row?.members ?? [],
      personality: row?.personality ?? null,
      notCounted: shown?.group.notCounted ?? 0,
    };
  };
  const released =
    report.audience === 'client'
      ? []
      : individuals(sources)
          .filter(([, participant]) => participant.teamId === teamId)
          .flatMap(([, { personId }]) => {
            const person = persons.get(personId);
            return person ? [{ member: personId, name: person.name }] : [];
          });
  return {
    id: teamId,
    name: team.name,
    function: team.function,
    goals: entered?.goals ?? '',
    indicators: entered?.indicators ?? '',
    ...of(report.waveId),
    earlier: report.comparedWithWaveId
      ? {
          ...of(report.comparedWithWaveId),
          ...(report.audience === 'coach' && {
            compared: coachChange(
              coach,
              `${report.comparedWithWaveId}:${teamId}`,
              `${report.waveId}:${teamId}`,
              engagement.smallestGroup,
            ),
          }),
        }
      : null,
    released,
  };
}

const participation = (of: readonly { readonly status: string }[]): Participation => ({
  invited: of.length,
  submitted: of.filter((p) => p.status === 'submitted').length,
  withdrawn: of.filter((p) => p.status === 'withdrawn').length,
});

/** Dropped agreements are not printed. */
function reportAgreement(
  id: string,
  row: AgreementRow,
  { teams, persons, report }: ReportSources,
): ReportAgreement[] {
  if (row.status === 'dropped') return [];
  const { owner, status } = row;
  const owned =
    owner.kind === 'team'
      ? ({ kind: 'team', name: teams.get(owner.teamId)?.name ?? '' } as const)
      : ({
          kind: 'person',
          name: report.audience === 'client' ? '' : (persons.get(owner.personId)?.name ?? ''),
        } as const);
  const { text, dueOn, reviewOn, outcome, reviewNote, reviewedOn, revision, checkIns, finding } = row;
  return [
    {
      id,
      text,
      owner: owned,
      dueOn,
      reviewOn,
      status,
      outcome,
      reviewNote,
      reviewedOn,
      revision,
      checkIns,
      finding,
    },
  ];
}

/** Whose own pages a coach's copy holds, by assessment: those who released the profile to the coach. */
const individuals = ({ report, participants }: ReportSources, waveId = report.waveId) =>
  [...participants].filter(
    ([, p]) =>
      p.waveId === waveId &&
      p.status === 'submitted' &&
      p.releases.some(({ recipient }) => recipient.kind === 'coach'),
  );

/** Whose figures and whose profiles are in a report; with a client's copy go the figures that its release freezes. */
export function contentsOf(
  sources: ReportSources,
  coach: CoachTeams = new Map(),
): {
  readonly contents: ReportContents;
  readonly frozen: ReleaseContent | null;
} {
  const { report, engagement, personalities, participants } = sources;
  if (report.audience === 'coach') {
    // Where figures of the earlier wave are made of those alone who released it, they hang on these releases too.
    const earlier = report.comparedWithWaveId;
    const hangs = [...coach.values()].some(
      ({ row, group }) => row.waveId === earlier && group.notCounted > 0,
    );
    const all = [...individuals(sources), ...(earlier && hangs ? individuals(sources, earlier) : [])];
    const own = all.map(([assessmentId]) => assessmentId);
    return { contents: { cells: [], contentHash: null, individuals: own }, frozen: null };
  }
  const rows = [...personalities.values()];
  const invited = ({ waveId, teamId }: { waveId: string; teamId: string }) =>
    [...participants.values()].filter((p) => p.waveId === waveId && p.teamId === teamId).length;
  const teams = rows.map((row) => ({ row, invited: invited(row) }));
  const frozen = freeze(report.engagementId, engagement.smallestGroup, teams);
  const contents = { cells: cellsOfReport(rows), contentHash: frozen.contentHash, individuals: [] };
  return { contents, frozen };
}
