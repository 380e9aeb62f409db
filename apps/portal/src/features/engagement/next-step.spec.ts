import { describe, expect, it } from '@jest/globals';
import { nextStepOf } from './next-step-of.js';

const wave = (submitted: number, invited: number) => ({ progress: { submitted, invited } });
const ground = {
  legalBasis: 'consent',
  worksCouncil: 'NONE',
  controller: 'JOINT',
  worksCouncilNote: null,
  retentionMonths: 24,
} as const;
const team = { goals: '', indicators: '', team: { id: 't', name: 'Sales', function: 'sales' } };

describe('the next step of an engagement', () => {
  it('begins with the legal ground, then teams, then a wave', () => {
    expect(nextStepOf({ legalGround: null, teams: [], waves: { nodes: [] } })).toBe('ground');
    expect(nextStepOf({ legalGround: ground, teams: [], waves: { nodes: [] } })).toBe('teams');
    expect(nextStepOf({ legalGround: ground, teams: [team], waves: { nodes: [] } })).toBe('wave');
  });

  it('waits for the answers of the latest wave and goes on to the comparison', () => {
    const nodes = [wave(9, 9), wave(3, 9)];
    expect(nextStepOf({ legalGround: ground, teams: [team], waves: { nodes } })).toBe('answers');
    expect(nextStepOf({ legalGround: ground, teams: [team], waves: { nodes: nodes.slice(0, 1) } })).toBe(
      'compare',
    );
  });
});
