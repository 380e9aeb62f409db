import { describe, expect, it } from '@jest/globals';
import type { EngagementId, PersonId, TeamId, WaveId } from '@rapport/domain';
import {
  profileFromScores,
  teamFaultline,
  teamPersonality,
  type InstrumentDocument,
  type MemberProfile,
  type NormGroup,
} from '@rapport/psychometrics';
import { cellsOfReport, freeze, type TeamToRelease } from './releases.js';

const motives = ['influence', 'autonomy', 'curiosity'];
const instrument = {
  ...{ id: 'invented', version: '1', items: [] },
  scales: motives.map((id) => ({ id, keys: [] })),
} as unknown as InstrumentDocument;
const norm = {
  ...{ id: 'norm', version: '1', instrument: { id: 'invented', version: '1' }, n: 500, provisional: false },
  scales: motives.map((scale) => ({ scale, mean: 3, sd: 0.5, reliability: 0.84, n: 500 })),
} as unknown as NormGroup;
const rule = { id: 'default', version: '1', cut: 1 };

const member = (team: string, at: number): MemberProfile => {
  const scores = Object.fromEntries(motives.map((id, m) => [id, Math.sin(at * 7 + m * 3 + team.length)]));
  const assessment = `assessment-${team}-${at}`;
  const profile = profileFromScores(scores, 'z', instrument, norm, rule, { assessment });
  return { member: `person-${team}-${at}`, assessment, profile };
};

const team = (id: string, size: number): TeamToRelease => {
  const members = Array.from({ length: size }, (_, at) => member(id, at));
  const personality = { ...teamPersonality(members), faultline: teamFaultline(members) };
  const row = { engagementId: 'e' as EngagementId, waveId: 'w' as WaveId, teamId: id as TeamId };
  return { row: { ...row, members, personality }, invited: size } as unknown as TeamToRelease;
};

describe('what a client is given', () => {
  const teams = [team('marketing', 12), team('sales', 7), team('board', 4)];
  const { content, cells } = freeze('e' as EngagementId, 5, teams);

  it('holds the figures of groups that are large enough, and names nobody behind them', () => {
    const { teams: shown, comparisons } = JSON.parse(content) as Record<'teams' | 'comparisons', object[]>;
    expect(shown).toHaveLength(2);
    expect(comparisons).toHaveLength(1);
    expect(content).toContain('"mean":');
    expect(content).not.toMatch(/person-|contributors|unscored/);
    expect(content).not.toMatch(/board/);
  });

  it('is audited by who stands behind it, which is kept apart from the figures', () => {
    const behind = (id: string, size: number) =>
      Array.from({ length: size }, (_, at) => `person-${id}-${at}`).sort() as PersonId[];
    expect(cells.map(({ id, contributors }) => [id, contributors])).toEqual([
      ['marketing', behind('marketing', 12)],
      ['sales', behind('sales', 7)],
    ]);
    expect(cellsOfReport(teams.map(({ row }) => row)).map(({ id }) => id)).toEqual(['marketing', 'sales']);
  });

  it('shows no distribution of fewer than ten', () => {
    const { teams: shown } = JSON.parse(content) as {
      teams: { teamId: string; personality: { motives: { quartiles: object | null }[] } }[];
    };
    const quartiles = (id: string) =>
      shown.find(({ teamId }) => teamId === id)!.personality.motives.map((motive) => motive.quartiles);
    expect(quartiles('marketing')).not.toContain(null);
    expect(quartiles('sales')).toEqual([null, null, null]);
  });
});
