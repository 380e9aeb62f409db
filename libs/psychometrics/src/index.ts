export type * from './instrument.js';
export type * from './documents.js';

export { insufficient, isInsufficient, type InsufficientData, type InsufficientReason } from './outcome.js';
export { toMatrix, type Matrix, type MatrixLike } from './matrix.js';

export { validateInstrument } from './instrument-validation.js';
export { validateNormGroup } from './norm-validation.js';
export { type Problem, type Validation } from './validation.js';

export { bandOf, bandsOverlap, DEFAULT_BAND_RULE, roundAsShown, SHOWN_DECIMALS } from './band.js';
export {
  profileFromScores,
  scoreAssessment,
  SCORING_VERSION,
  type ScoreKind,
  type ScoringContext,
} from './profile.js';
export { explainScore, type CountedAnswer, type ScoreExplanation } from './explanation.js';
export { explainFigure, type FigureExplanation, type FigureSource } from './figure-explanation.js';
export {
  localNorms,
  NORM_SAMPLE_NEEDED,
  normDrift,
  type NormDescription,
  type NormDrift,
} from './local-norms.js';
export { blindSpots, SHARED_FROM, teamFaultline, teamPersonality } from './team.js';
export { compareTeams, MARKED_FROM } from './team-comparison.js';
export { changeDecomposition, personChange, teamChange } from './team-change.js';

export {
  reverseAnswers,
  scaleScores,
  type ScaleColumns,
  type ScaleScores,
  type ScoringOptions,
} from './scoring.js';
export {
  blomScores,
  linearScore,
  normTable,
  percentileRank,
  percentileRanks,
  SCALES,
  standardise,
  stanineBand,
  stenBand,
  type NormTableRow,
  type PercentileRule,
  type Sample,
  type Standardised,
} from './norms.js';

export {
  cronbachAlpha,
  feldtInterval,
  spearmanBrown,
  spearmanBrownLength,
  type Alpha,
  type ItemStatistics,
} from './reliability.js';
export { hierarchicalOmega, type HierarchicalOmega } from './hierarchical-omega.js';
export { oneFactorOmega, type OneFactorOmega } from './omega.js';
export {
  differenceLimit,
  estimatedTrueScore,
  observedScoreInterval,
  standardErrorOfEstimation,
  standardErrorOfMeasurement,
  standardErrorOfPrediction,
  trueScoreInterval,
} from './measurement-error.js';
export {
  evenOddConsistency,
  intraIndividualVariability,
  longString,
  secondsPerItem,
  variabilityByPart,
  type Answers,
} from './careless.js';
export {
  itemPairs,
  mahalanobisDistance,
  pairConsistency,
  referenceSample,
  withoutFlagged,
  type ItemPair,
  type ReferenceSample,
} from './careless-multivariate.js';
export { answerQuality } from './answer-quality.js';

export {
  averageDeviation,
  awg,
  rwg,
  rwgJ,
  rwgJLindell,
  uniformVariance,
  type GroupAgreement,
  type MissingRule,
} from './agreement.js';
export { type GroupLabels } from './groups.js';
export { iccAnova, iccReml, type IccAnova, type IccReml } from './intraclass-correlation.js';
export {
  blauIndex,
  coefficientOfVariation,
  deviationFromMode,
  giniCoefficient,
  meanPairwiseDistance,
  qualitativeVariation,
  shannonEntropy,
} from './diversity.js';
export {
  attributeColumns,
  averageSilhouetteFaultline,
  faultlinePermutation,
  twoGroupFaultline,
  type Attribute,
  type Attributes,
  type Faultline,
  type TwoGroupFaultline,
} from './faultline.js';
export {
  allPairsSimilarity,
  distinctiveSimilarity,
  midRanks,
  profileSimilarity,
  type AllPairs,
  type Profile,
  type ProfileSimilarity,
} from './similarity.js';
export {
  designEffect,
  functionPattern,
  PATTERN_NEEDS,
  wilsonInterval,
  type FunctionMember,
  type FunctionPattern,
} from './function-pattern.js';

export {
  commonLanguageEffect,
  mannWhitney,
  overlap,
  pairedTest,
  studentTest,
  welchTest,
  type Group,
  type MannWhitney,
  type PairedTest,
  type TTest,
} from './group-comparison.js';
export {
  detectableDifference,
  hedgesCorrection,
  hedgesG,
  pairedHedgesG,
  type PairedDifference,
  type StandardisedDifference,
} from './effect-size.js';
export {
  permutationTest,
  signFlipTest,
  type PermutationOptions,
  type PermutationTest,
} from './permutation.js';
export { benjaminiHochberg } from './multiple-comparisons.js';
export {
  classifyChange,
  clinicalCutoffs,
  reliableChangeIndex,
  smallestReliableChange,
  type Cutoffs,
  type Reference,
} from './reliable-change.js';

export { mean, median, quantile, standardDeviation, sum, variance } from './numeric/moments.js';
export { pearson } from './numeric/correlation.js';
export { normalDensity, normalQuantile, normalTails } from './numeric/normal.js';
export { fQuantile, fTails, studentQuantile, studentTails } from './numeric/student.js';
export { noncentralityAt, noncentralTProbability, tTestPower } from './numeric/noncentral-t.js';
export { type Tails } from './numeric/incomplete-beta.js';
export { seededUniform } from './numeric/random.js';

export {
  auditRelease,
  type AuditFinding,
  type AuditOptions,
  type AuditResult,
  type GroupFigure,
} from './anonymity-audit.js';
