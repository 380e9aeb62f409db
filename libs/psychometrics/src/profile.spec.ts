import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainScore } from './explanation.js';
import { profileFromScores, scoreAssessment } from './profile.js';
import { sampleInstrument, sampleNorm, sampleRule } from '../fixtures/sample.js';

const answers = {
  'autonomy-1': 5,
  'autonomy-2': 1,
  'autonomy-3': 4,
  'autonomy-4': 2,
  'structure-1': 3,
  'structure-2': 3,
  'structure-3': 3,
};
const context = { assessment: 'a1' };
const score = (given: Record<string, number>, norm: typeof sampleNorm | null = sampleNorm) =>
  scoreAssessment(given, sampleInstrument, norm, sampleRule, context);

describe('scoring an assessment', () => {
  it('takes the mean after reversing and places it in the norm group', () => {
    const [autonomy, structure] = score(answers).motives;
    expect(autonomy).toMatchObject({
      raw: 4.5,
      z: 3,
      t: 80,
      sten: 11.5,
      value: 3,
      band: 'red',
      answered: 4,
      of: 4,
    });
    expect(autonomy?.percentile).toBeCloseTo(99.865, 3);
    expect(autonomy?.interval).toEqual({ low: 3 - 1.96 * 0.4, high: 3 + 1.96 * 0.4, level: 0.95 });
    expect(structure).toMatchObject({ raw: 3, z: 0, value: 0, band: 'balanced', answered: 3, of: 4 });
  });

  it('shows the position on the response scale where there is no norm group', () => {
    const [autonomy] = score(answers, null).motives;
    expect(autonomy).toMatchObject({
      basis: 'response-scale',
      raw: 4.5,
      value: 1.5,
      z: null,
      t: null,
      interval: null,
      band: 'red',
      bandOverlaps: false,
    });
  });

  it('gives no score when too few items are answered', () => {
    const [autonomy, structure] = score({ 'autonomy-1': 5, 'autonomy-2': 1 }).motives;
    expect(autonomy).toMatchObject({ raw: null, value: null, band: null, answered: 2, of: 4 });
    expect(structure).toMatchObject({ raw: null, value: null, answered: 0 });
  });

  it('classifies the number shown', () => {
    const norm = {
      ...sampleNorm,
      scales: sampleNorm.scales.map((each) => ({ ...each, mean: 3.5, sd: 1.004 })),
    };
    const [autonomy] = score(answers, norm).motives;
    expect(autonomy?.z).toBeCloseTo(0.99602, 5);
    expect(autonomy).toMatchObject({ value: 1, band: 'red', bandOverlaps: true });
  });

  it('names the versions behind the figures', () => {
    expect(score(answers).provenance).toEqual({
      instrument: { id: 'sample', version: '1' },
      norm: { id: 'sample-norm', version: '1', n: 200, provisional: false },
      bandRule: sampleRule,
      assessments: ['a1'],
      scoring: '1',
      source: 'answers',
    });
  });

  it.each([
    ['an unknown item', { other: 3 }],
    ['an answer above the scale', { 'autonomy-1': 6 }],
    ['an answer that is not a number', { 'autonomy-1': NaN }],
  ])('refuses %s', (_, given) => {
    expect(() => score(given)).toThrow(RangeError);
  });

  it('refuses the norm group of another version', () => {
    const norm = { ...sampleNorm, instrument: { id: 'sample', version: '2' } };
    expect(() => score(answers, norm)).toThrow(/sample 2/);
  });
});

describe('a profile of scale scores computed elsewhere', () => {
  const from = (kind: 'raw' | 'z' | 't' | 'sten', autonomy: number, norm: typeof sampleNorm | null) =>
    profileFromScores({ autonomy }, kind, sampleInstrument, norm, sampleRule, context);

  it.each([
    ['z', 1.2],
    ['t', 62],
    ['sten', 7.9],
    ['raw', 3.6],
  ] as const)('reads %s scores', (kind, given) => {
    const [autonomy, structure] = from(kind, given, sampleNorm).motives;
    expect(autonomy).toMatchObject({ value: 1.2, band: 'red', basis: 'norm' });
    expect(autonomy?.raw).toBeCloseTo(3.6, 12);
    expect(structure).toMatchObject({ value: null, band: null });
  });

  it('keeps normed scores without a norm group, but knows no error and no raw score', () => {
    const { motives, provenance } = from('t', 62, null);
    expect(motives[0]).toMatchObject({ value: 1.2, basis: 'norm', raw: null, interval: null });
    expect(provenance).toMatchObject({ norm: null, source: 't' });
  });

  it('refuses an unknown scale', () => {
    expect(() => profileFromScores({ other: 1 }, 'z', sampleInstrument, null, sampleRule, context)).toThrow(
      RangeError,
    );
  });
});

describe('the explanation of a number', () => {
  it('leads from the answers to the score by hand, for any answers', () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 4, maxLength: 4 }), (given) => {
        const answers = Object.fromEntries(
          given.flatMap((each, at) => (each === undefined ? [] : [[`autonomy-${at + 1}`, each]])),
        );
        const found = explainScore('autonomy', answers, sampleInstrument, sampleNorm, sampleRule, {
          assessment: 'a-1',
        });
        const n = found.answers.filter(({ counted }) => counted !== null).length;
        expect(found.score.raw).toBe(n < found.needed ? null : found.sum / n);
        if (found.score.raw === null) return;
        expect(found.score.z).toBe((found.score.raw - found.norm!.mean) / found.norm!.sd);
      }),
    );
  });

  it('names the versions and the assessment, and refuses a motive that is not there', () => {
    const context = { assessment: 'a-1' };
    const found = explainScore('structure', {}, sampleInstrument, null, sampleRule, context);
    expect(found).toMatchObject({
      norm: null,
      score: { raw: null },
      provenance: {
        assessments: ['a-1'],
        instrument: { id: 'sample', version: '1' },
        bandRule: { version: '1' },
      },
    });
    expect(() => explainScore('luck', {}, sampleInstrument, null, sampleRule, context)).toThrow(
      'no scale luck',
    );
  });
});
