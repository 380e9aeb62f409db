import { describe, expect, it } from '@jest/globals';
import { nextStepOf } from './next-step-of.js';
import { stationAfter } from './station-after.js';

const wave = (submitted: number, invited: number) => ({ progress: { submitted, invited } });
const ground = {
  legalBasis: 'consent',
  worksCouncil: 'NONE',
  controller: 'JOINT',
  worksCouncilNote: null,
  retentionMonths: 24,
} as const;
const staff = [{ as: 'CONSULTANT' }] as const;
const team = { goals: '', indicators: '', team: { id: 't', name: 'Sales', function: 'sales' } };

describe('the next step of an engagement', () => {
  it('begins with who accompanies it, then the legal ground, teams, and a wave', () => {
    const waves = { nodes: [] };
    expect(nextStepOf({ staff: [], legalGround: null, teams: [], waves })).toBe('staff');
    expect(nextStepOf({ staff: [{ as: 'COACH' }], legalGround: ground, teams: [], waves })).toBe('staff');
    expect(nextStepOf({ staff, legalGround: null, teams: [], waves })).toBe('ground');
    expect(nextStepOf({ staff, legalGround: ground, teams: [], waves })).toBe('teams');
    expect(nextStepOf({ staff, legalGround: ground, teams: [team], waves })).toBe('wave');
  });

  it('waits for the answers of the latest wave and goes on to the comparison', () => {
    const nodes = [wave(9, 9), wave(3, 9)];
    const begun = { staff, legalGround: ground, teams: [team] };
    expect(nextStepOf({ ...begun, waves: { nodes } })).toBe('answers');
    expect(nextStepOf({ ...begun, waves: { nodes: nodes.slice(0, 1) } })).toBe('compare');
  });

  it('does not take a wave without anyone in it for answered', () => {
    const waves = { nodes: [wave(0, 0)] };
    expect(nextStepOf({ staff, legalGround: ground, teams: [team], waves })).toBe('answers');
  });
});

describe('the way through an engagement', () => {
  it('goes from the teams to the reports', () => {
    expect(stationAfter('teams', true)).toBe('waves');
    expect(stationAfter('waves', true)).toBe('profiles');
    expect(stationAfter('comparison', true)).toBe('agreements');
    expect(stationAfter('change', true)).toBe('agreements');
    expect(stationAfter('reports', true)).toBeNull();
    expect(stationAfter('', true)).toBeNull();
  });

  it('leaves out what names persons for those who accompany nobody', () => {
    expect(stationAfter('waves', false)).toBe('personality');
    expect(stationAfter('comparison', false)).toBeNull();
  });
});
