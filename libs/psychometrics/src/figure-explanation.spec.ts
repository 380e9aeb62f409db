import { describe, expect, it } from '@jest/globals';
import { sampleInstrument, sampleMember, sampleNorm, sampleRule } from '../fixtures/sample.js';
import { explainScore } from './explanation.js';
import { explainFigure, type FigureExplanation } from './figure-explanation.js';
import { scoreAssessment } from './profile.js';
import { teamChange } from './team-change.js';
import { compareTeams } from './team-comparison.js';
import { teamPersonality } from './team.js';

const who = ({ sources }: FigureExplanation): string[] =>
  sources.map(({ side, member, part }) => [side, member, part].filter(Boolean).join(' '));

describe('the explanation of a figure of a team', () => {
  it('leads from the mean through every score to the answers, and the answers give the mean', () => {
    const given: Readonly<Record<string, Record<string, number>>> = {
      'a-1': { 'autonomy-1': 5, 'autonomy-2': 2, 'autonomy-3': 4 },
      'a-2': { 'autonomy-1': 2, 'autonomy-2': 4, 'autonomy-3': 3, 'autonomy-4': 3 },
      'a-3': { 'structure-1': 1, 'structure-2': 2, 'structure-3': 3 },
    };
    const members = Object.entries(given).map(([assessment, answers]) => ({
      member: `m${assessment}`,
      assessment,
      profile: scoreAssessment(answers, sampleInstrument, sampleNorm, sampleRule, { assessment }),
    }));
    const document = teamPersonality(members);
    const found = explainFigure(document, 'autonomy', 'mean', (assessment, motive) =>
      explainScore(motive, given[assessment]!, sampleInstrument, sampleNorm, sampleRule, { assessment }),
    );
    expect(found.sources.map(({ assessment }) => assessment)).toEqual(['a-1', 'a-2']);
    const byHand = found.sources.map(({ score }) => {
      const counted = score!.answers.flatMap((each) => each.counted ?? []);
      const raw = counted.reduce((t, each) => t + each, 0) / counted.length;
      return Math.round(((raw - score!.norm!.mean) / score!.norm!.sd) * 100) / 100;
    });
    expect(found.value).toBeCloseTo((byHand[0]! + byHand[1]!) / 2, 12);
    expect(found.derivation.by).toBe('mean');
    expect(found.versions).toEqual({
      instrument: { id: 'sample', version: '1' },
      norm: { id: 'sample-norm', version: '1', n: 200, provisional: false },
      bandRule: sampleRule,
      scoring: '1',
      source: 'answers',
    });
  });

  it('names both sides of a comparison without those who have no score', () => {
    const document = compareTeams(
      [sampleMember('p', [1]), sampleMember('q', [null, 1])],
      [sampleMember('r', [0])],
    );
    expect(who(explainFigure(document, 'autonomy', 'difference'))).toEqual(['a p', 'b r']);
    expect(who(explainFigure(document, 'autonomy', 'b'))).toEqual(['b r']);
    expect(who(explainFigure(document, 'structure', 'a'))).toEqual(['a q']);
  });

  it('says of a change who stayed, entered and left', () => {
    const document = teamChange(
      [sampleMember('p', [1]), sampleMember('q', [0]), sampleMember('x', [0])],
      [sampleMember('p', [0.4]), sampleMember('r', [0.2]), sampleMember('x', [null, 1])],
    );
    expect(who(explainFigure(document, 'autonomy', 'difference'))).toEqual([
      'first p stayed',
      'first q left',
      'first x left',
      'second p stayed',
      'second r entered',
    ]);
    expect(who(explainFigure(document, 'autonomy', 'within'))).toEqual(['first p stayed', 'second p stayed']);
    expect(who(explainFigure(document, 'autonomy', 'entry'))).toEqual([
      'second p stayed',
      'second r entered',
    ]);
    expect(who(explainFigure(document, 'autonomy', 'exit'))).toEqual([
      'first p stayed',
      'first q left',
      'first x left',
    ]);
  });

  it('has an explanation for every figure of every document', () => {
    const [one, other] = [[sampleMember('p', [1])], [sampleMember('p', [0])]];
    for (const document of [teamPersonality(one), compareTeams(one, other), teamChange(one, other)]) {
      for (const figure of Object.keys(document.motives[0]!)) {
        if (figure === 'motive' || figure === 'rule') continue;
        expect(explainFigure(document, 'autonomy', figure).sources.length).toBeGreaterThan(0);
      }
    }
  });

  it('refuses what the document does not have', () => {
    const document = teamPersonality([sampleMember('p', [1])]);
    expect(() => explainFigure(document, 'luck', 'mean')).toThrow('no motive luck');
    expect(() => explainFigure(document, 'autonomy', 'toString')).toThrow('no figure toString');
    const { contributors: _, ...earlier } = document;
    expect(() => explainFigure(earlier, 'autonomy', 'mean')).toThrow('does not name its contributors');
  });
});
