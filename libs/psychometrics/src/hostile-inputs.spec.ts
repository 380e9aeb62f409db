import { describe, expect, it } from '@jest/globals';
import { sampleInstrument, sampleMember, sampleNorm, sampleRule } from '../fixtures/sample.js';
import * as library from './index.js';
import type { MatrixLike } from './index.js';

type Row = (number | null)[];

/** Answers on a scale from 1 to 5 that a real firm hands in sooner or later. */
const matrices: Record<string, Row[]> = {
  nobody: [],
  'people without items': [[], [], []],
  'one person': [[1, 2, 3, 4, 5]],
  'two people': [
    [1, 2, 3],
    [3, 2, 1],
  ],
  'one item': [[1], [2], [2], [5], [4], [3]],
  'one item, one person': [[3]],
  'all missing': [
    [null, null, null],
    [null, null, null],
    [null, null, null],
  ],
  'one missing person': [
    [1, 2, 3],
    [null, null, null],
    [2, 2, 4],
    [5, 4, 1],
    [3, 3, 2],
  ],
  'one missing item': [
    [1, null, 3],
    [2, null, 2],
    [4, null, 5],
    [3, null, 1],
  ],
  'everybody alike': Array.from({ length: 6 }, () => [3, 3, 3, 3]),
  'one constant item': [
    [1, 4, 2, 5],
    [2, 4, 2, 4],
    [5, 4, 4, 1],
    [3, 4, 3, 3],
    [4, 4, 5, 2],
    [1, 4, 1, 5],
  ],
  'a repeated item': [
    [1, 1, 2],
    [2, 2, 5],
    [4, 4, 3],
    [5, 5, 1],
    [3, 3, 3],
  ],
  'opposite items': [
    [1, 5, 1],
    [2, 4, 5],
    [4, 2, 1],
    [5, 1, 5],
  ],
  'more items than people': [
    [1, 2, 3, 4, 5, 1],
    [2, 1, 4, 3, 5, 5],
    [5, 5, 1, 2, 3, 4],
  ],
  'pairs nobody answered together': [
    [1, null, 2],
    [2, null, 3],
    [null, 4, 1],
    [null, 2, 5],
  ],
  'ties everywhere': [
    [1, 1, 5],
    [1, 5, 5],
    [5, 5, 1],
    [5, 1, 1],
    [1, 1, 5],
    [5, 5, 1],
    [1, 5, 1],
  ],
  'an infinite answer': [
    [1, 2, 3],
    [2, Infinity, 4],
    [3, 1, -Infinity],
    [Infinity, 2, 2],
  ],
  'flat people': [
    [1, 1, 1, 1],
    [2, 2, 2, 2],
    [5, 5, 5, 5],
    [5, 5, 5, 5],
  ],
  'nine good items': Array.from({ length: 24 }, (_, row) =>
    Array.from(
      { length: 9 },
      (_each, item) => 1 + (((row * 7919 + item * 104729 + row * item * 31 + row * row * 17) % 97) % 5),
    ),
  ),
};

/** Team of each person: a lone member, a pair, unequal teams, people without a team. */
const teamOf = (row: number): string | null =>
  [null, 'lone', 'pair', 'pair', ...new Array<string>(5).fill('five')][row % 9]!;
const column = (rows: Row[]): Row => rows.map((row) => row[0] ?? null);
const last = (rows: Row[]): Row => rows.map((row) => row.at(-1) ?? null);
const labels = (rows: Row[]) => rows.map((_, row) => teamOf(row));
const flat = (rows: Row[]): Row => rows.flat();
const complete = (rows: Row[]): number[][] => rows.map((row) => row.map((x) => x ?? 3));
const counts = (rows: Row[]): number[] =>
  [1, 2, 3, 4, 5].map((option) => flat(rows).filter((x) => x === option).length);
const numbers = (rows: Row[]): number[] => flat(rows).filter((x): x is number => x !== null);
const scales = (rows: Row[]) => [
  {
    id: 'all',
    items: (rows[0] ?? []).map((_, at) => ({ column: at, key: at % 2 === 0 ? (1 as const) : (-1 as const) })),
  },
];
const members = (rows: Row[]) =>
  rows.map((row, at) =>
    sampleMember(
      `p${at}`,
      row.slice(0, 2).map((x) => (x === null ? null : x - 3)),
    ),
  );
const later = (rows: Row[]) =>
  rows.slice(1).map((row, at) =>
    sampleMember(
      `p${at + 1}`,
      row.slice(-2).map((x) => (x === null ? null : x - 3)),
    ),
  );
const answers = (row: Row): Record<string, number> =>
  Object.fromEntries(
    sampleInstrument.items.flatMap(({ id }, at) => (typeof row[at] === 'number' ? [[id, row[at]]] : [])),
  );
const seconds = Object.fromEntries(sampleInstrument.items.map(({ id }) => [id, 1.5]));
const score = (row: Row) =>
  library.scoreAssessment(answers(row), sampleInstrument, sampleNorm, sampleRule, {
    assessment: 'a',
    seconds,
  });
const description = {
  id: 'n',
  version: '1',
  title: { de: 'n', en: 'n' },
  population: { de: 'n', en: 'n' },
  collected: { from: '2026', to: '2026' },
};
const functionMembers = (rows: Row[]) =>
  Array.from({ length: 4 }, (_, firm) =>
    rows.map((row, at) => ({
      organisation: `o${firm}`,
      team: String(teamOf(at)),
      value: row[0] ?? 0,
      band: 'red' as const,
    })),
  ).flat();
const figures = (rows: Row[]) =>
  rows.map((row, at) => ({
    id: `f${at}`,
    measure: 'm',
    members: [...new Set(row.filter((x) => x !== null))].map(String),
  }));

/** How each exported function is asked about a matrix of answers. A new export must be asked too. */
const asked: Record<string, (rows: Row[]) => unknown> = {
  toMatrix: (rows) => library.toMatrix(rows),
  cronbachAlpha: (rows) => [
    library.cronbachAlpha(rows),
    library.cronbachAlpha(rows, { missing: 'listwise' }),
  ],
  oneFactorOmega: (rows) => library.oneFactorOmega(rows),
  hierarchicalOmega: (rows) => [
    library.hierarchicalOmega(rows),
    library.hierarchicalOmega(rows, { factors: 2 }),
  ],
  referenceSample: (rows) => library.referenceSample(rows),
  itemPairs: (rows) => [library.itemPairs(rows, 'synonyms', 0), library.itemPairs(rows, 'antonyms', 0)],
  allPairsSimilarity: (rows) => library.allPairsSimilarity(complete(rows)),
  scaleScores: (rows) =>
    (['none', 'mean', 'median'] as const).map((impute) =>
      library.scaleScores(rows, scales(rows), { min: 1, max: 5, impute }),
    ),
  reverseAnswers: (rows) => library.reverseAnswers(numbers(rows), 1, 5),
  withoutFlagged: (rows) =>
    library.withoutFlagged(
      rows,
      rows.map((_, at) => at === 0),
      (m: MatrixLike) => library.cronbachAlpha(m),
    ),
  standardise: (rows) => library.standardise(column(rows)),
  percentileRanks: (rows) => library.percentileRanks(column(rows)),
  percentileRank: (rows) => library.percentileRank(3, column(rows)),
  blomScores: (rows) => library.blomScores(column(rows)),
  normTable: (rows) => library.normTable(column(rows), library.SCALES.sten),
  linearScore: (rows) => column(rows).map((x) => library.linearScore(x ?? 0, library.SCALES.t)),
  stanineBand: (rows) => column(rows).map((x) => library.stanineBand(x ?? 0)),
  stenBand: (rows) => column(rows).map((x) => library.stenBand(x ?? 0)),
  longString: (rows) => rows.map((row) => library.longString(row)),
  intraIndividualVariability: (rows) => rows.map((row) => library.intraIndividualVariability(row)),
  variabilityByPart: (rows) => rows.map((row) => library.variabilityByPart(row, 2)),
  evenOddConsistency: (rows) => library.evenOddConsistency(rows),
  secondsPerItem: (rows) => library.secondsPerItem(column(rows)),
  pairConsistency: (rows) =>
    rows.map((row) => library.pairConsistency(row, library.itemPairs(rows, 'synonyms', 0))),
  mahalanobisDistance: (rows) => {
    const sample = library.referenceSample(matrices['nine good items']!);
    if (library.isInsufficient(sample)) throw new Error('enough data');
    return rows.map((row) =>
      library.mahalanobisDistance(
        Array.from({ length: 9 }, (_, at) => row[at] ?? null),
        sample,
      ),
    );
  },
  rwg: (rows) => library.rwg(column(rows), labels(rows), 2),
  rwgJ: (rows) => [library.rwgJ(rows, labels(rows), 2), library.rwgJ(rows, labels(rows), 2, 'listwise')],
  rwgJLindell: (rows) => library.rwgJLindell(rows, labels(rows), 2),
  awg: (rows) => library.awg(rows, labels(rows), { min: 1, max: 5 }),
  averageDeviation: (rows) => [
    library.averageDeviation(rows, labels(rows)),
    library.averageDeviation(rows, labels(rows), 'median'),
  ],
  uniformVariance: () => library.uniformVariance(5),
  iccAnova: (rows) => library.iccAnova(column(rows), labels(rows)),
  iccReml: (rows) => library.iccReml(column(rows), labels(rows)),
  blauIndex: (rows) => library.blauIndex(counts(rows)),
  qualitativeVariation: (rows) => library.qualitativeVariation(counts(rows)),
  shannonEntropy: (rows) => library.shannonEntropy(counts(rows)),
  deviationFromMode: (rows) => library.deviationFromMode(counts(rows)),
  coefficientOfVariation: (rows) => library.coefficientOfVariation(column(rows)),
  giniCoefficient: (rows) => library.giniCoefficient(column(rows)),
  meanPairwiseDistance: (rows) => library.meanPairwiseDistance(column(rows)),
  averageSilhouetteFaultline: (rows) => library.averageSilhouetteFaultline(complete(rows).slice(0, 8)),
  faultlinePermutation: (rows) => library.faultlinePermutation(complete(rows).slice(0, 8), { draws: 9 }),
  twoGroupFaultline: (rows) => library.twoGroupFaultline(complete(rows).slice(0, 8)),
  attributeColumns: (rows) =>
    library.attributeColumns([{ kind: 'numeric', values: complete(rows).map(([x]) => x ?? 0) }]),
  profileSimilarity: (rows) => library.profileSimilarity(column(rows), last(rows)),
  distinctiveSimilarity: (rows) => library.distinctiveSimilarity(column(rows), last(rows), column(rows)),
  midRanks: (rows) => library.midRanks(numbers(rows)),
  pearson: (rows) => library.pearson(column(rows), last(rows)),
  welchTest: (rows) => library.welchTest(column(rows), last(rows)),
  studentTest: (rows) => [
    library.studentTest(column(rows), last(rows)),
    library.studentTest(column(rows).slice(0, 1), last(rows)),
  ],
  pairedTest: (rows) => library.pairedTest(column(rows), last(rows)),
  mannWhitney: (rows) => library.mannWhitney(column(rows), last(rows)),
  hedgesG: (rows) => library.hedgesG(column(rows), last(rows)),
  pairedHedgesG: (rows) => library.pairedHedgesG(column(rows), last(rows)),
  permutationTest: (rows) => library.permutationTest(column(rows), last(rows), { draws: 99 }),
  signFlipTest: (rows) => library.signFlipTest(column(rows), { draws: 99 }),
  detectableDifference: (rows) => library.detectableDifference(rows.length, rows.length),
  functionPattern: (rows) => library.functionPattern(functionMembers(rows)),
  localNorms: (rows) => library.localNorms(rows.map(answers), sampleInstrument, description),
  normDrift: (rows) => {
    const next = library.localNorms(rows.map(answers), sampleInstrument, description);
    return library.isInsufficient(next) ? next : library.normDrift(sampleNorm, next);
  },
  answerQuality: (rows) => rows.map((row) => library.answerQuality(answers(row), sampleInstrument, seconds)),
  scoreAssessment: (rows) => rows.map(score),
  explainScore: (rows) =>
    rows.map((row) =>
      library.explainScore('autonomy', answers(row), sampleInstrument, sampleNorm, sampleRule, {
        assessment: 'a',
      }),
    ),
  explainFigure: (rows) => {
    const document = library.teamPersonality(members(rows));
    return document.motives.map(({ motive }) => library.explainFigure(document, motive, 'mean'));
  },
  profileFromScores: (rows) => members(rows),
  teamPersonality: (rows) => library.teamPersonality(members(rows)),
  teamFaultline: (rows) => library.teamFaultline(members(rows).slice(0, 8)),
  blindSpots: (rows) => library.blindSpots(members(rows), sampleRule),
  compareTeams: (rows) => library.compareTeams(members(rows), later(rows)),
  teamChange: (rows) => library.teamChange(members(rows), later(rows)),
  personChange: (rows) => rows.map((row) => library.personChange(score(row), score([...row].reverse()))),
  changeDecomposition: (rows) => library.changeDecomposition(numbers(rows), numbers(rows.slice(1)), []),
  auditRelease: (rows) =>
    library.auditRelease(
      figures(rows),
      figures(rows.slice(1)).map((each) => ({ ...each, id: `${each.id}r` })),
    ),
  benjaminiHochberg: (rows) =>
    library.benjaminiHochberg(column(rows).map((x) => (x === null ? null : x / 5))),
  validateInstrument: (rows) => library.validateInstrument(rows),
  validateNormGroup: (rows) => library.validateNormGroup(rows),
  mean: (rows) => library.mean(numbers(rows)),
  median: (rows) => library.median(numbers(rows)),
  quantile: (rows) => [library.quantile(numbers(rows), 0.1, 6), library.quantile(numbers(rows), 1)],
  standardDeviation: (rows) => library.standardDeviation(numbers(rows)),
  variance: (rows) => library.variance(numbers(rows)),
  sum: (rows) => library.sum(numbers(rows)),
  isInsufficient: (rows) => library.isInsufficient(rows),
  insufficient: (rows) => library.insufficient('no-variance', rows.length, 2),
};

/** Functions of single numbers: they have no data that could be too few. What is no number is a `RangeError`. */
const ofNumbers: Record<string, (x: number) => unknown> = {
  bandOf: (x) => library.bandOf(x, sampleRule),
  bandsOverlap: (x) => library.bandsOverlap({ low: x, high: x + 1 }, sampleRule),
  roundAsShown: (x) => library.roundAsShown(x),
  feldtInterval: (x) => library.feldtInterval(x / 100, 20, 5),
  spearmanBrown: (x) => library.spearmanBrown(x / 10, 2),
  spearmanBrownLength: (x) => library.spearmanBrownLength(x / 10, 0.9),
  standardErrorOfMeasurement: (x) => library.standardErrorOfMeasurement(x, 0.8),
  standardErrorOfEstimation: (x) => library.standardErrorOfEstimation(x, 0.8),
  standardErrorOfPrediction: (x) => library.standardErrorOfPrediction(x, 0.8),
  estimatedTrueScore: (x) => library.estimatedTrueScore(x, 3, 0.8),
  observedScoreInterval: (x) => library.observedScoreInterval(x, 1, 0.8),
  trueScoreInterval: (x) => library.trueScoreInterval(x, 3, 1, 0.8),
  differenceLimit: (x) => library.differenceLimit(x, 1),
  wilsonInterval: (x) => library.wilsonInterval(x, 10),
  designEffect: (x) => library.designEffect(x, 0.1),
  overlap: (x) => library.overlap(x),
  commonLanguageEffect: (x) => library.commonLanguageEffect(x),
  hedgesCorrection: (x) => library.hedgesCorrection(x),
  reliableChangeIndex: (x) => library.reliableChangeIndex(1, x, 1, 0.8),
  smallestReliableChange: (x) => library.smallestReliableChange(x, 0.8),
  classifyChange: (x) => library.classifyChange(x),
  clinicalCutoffs: (x) => library.clinicalCutoffs({ mean: x, sd: 1 }, { mean: 0.5, sd: 2 }),
  normalDensity: (x) => library.normalDensity(x),
  normalQuantile: (x) => library.normalQuantile(x),
  normalTails: (x) => library.normalTails(x),
  fQuantile: (x) => library.fQuantile(x, 3, 4),
  fTails: (x) => library.fTails(x, 3, 4),
  studentQuantile: (x) => library.studentQuantile(x, 4),
  studentTails: (x) => library.studentTails(x, 4),
  noncentralityAt: (x) => library.noncentralityAt(x, 8, 0.975),
  noncentralTProbability: (x) => library.noncentralTProbability(x, 8, 1),
  tTestPower: (x) => library.tTestPower(x, 8, 0.05),
  seededUniform: (x) => library.seededUniform(x)(),
};

describe('every function that the library exports', () => {
  const exported = Object.entries(library).flatMap(([name, value]) =>
    typeof value === 'function' ? [name] : [],
  );

  it('is asked below', () => {
    expect([...Object.keys(asked), ...Object.keys(ofNumbers)].sort()).toEqual(
      [...exported, 'answerQuality'].filter((name, at, all) => all.indexOf(name) === at).sort(),
    );
  });

  it.each(Object.entries(asked))(
    '%s answers hostile data with a value, a typed refusal or a RangeError',
    (_, ask) => {
      for (const [name, rows] of Object.entries(matrices)) {
        const before = JSON.stringify(rows);
        const answer = settle(() => ask(deepFrozen(rows)), name);
        expect({ name, strange: strange(answer) }).toEqual({ name, strange: undefined });
        expect(JSON.stringify(rows)).toBe(before);
      }
    },
  );

  it.each(Object.entries(ofNumbers))('%s answers any number with a value or a RangeError', (name, ask) => {
    for (const x of [0, 1, -1, 0.5, 5, 1e-12, 1e6, NaN, Infinity, -Infinity]) {
      expect({ name, x, strange: strange(settle(() => ask(x), `${name} ${x}`)) }).toEqual({
        name,
        x,
        strange: undefined,
      });
    }
  });

  it('answers a matrix and plain rows alike', () => {
    for (const [name, rows] of Object.entries(matrices)) {
      if (name === 'an infinite answer') continue;
      const matrix = library.toMatrix(rows);
      for (const figure of [library.cronbachAlpha, library.oneFactorOmega, library.referenceSample]) {
        expect(figure(matrix)).toEqual(figure(rows));
      }
    }
  });

  it('an infinite value is refused by its place, in rows and in a matrix', () => {
    expect(() => library.cronbachAlpha(matrices['an infinite answer']!)).toThrow(
      'row 2, column 2 is infinite',
    );
    const values = Float64Array.from([1, 2, 3, Infinity]);
    expect(() => library.cronbachAlpha({ rows: 2, columns: 2, values })).toThrow(
      'row 2, column 2 is infinite',
    );
    expect(() => library.welchTest([1, Infinity], [1, 2])).toThrow('value 2 is infinite');
    expect(() => library.toMatrix({ rows: 1.5, columns: 2, values })).toThrow(RangeError);
  });
});

function settle(ask: () => unknown, name: string): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return 'refused';
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  }
}

/** Where a result says something by NaN, Infinity or undefined; NaN is allowed in matrices and vectors of scores. */
function strange(value: unknown, path = 'result'): string | undefined {
  if (value === undefined) return `${path} is undefined`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is ${value}`;
  if (value instanceof Float64Array)
    return value.some((x) => Math.abs(x) === Infinity) ? `${path} is infinite` : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = strange(inner, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function deepFrozen<T extends readonly (readonly unknown[])[]>(rows: T): T {
  rows.forEach((row) => Object.freeze(row));
  return Object.freeze(rows);
}
