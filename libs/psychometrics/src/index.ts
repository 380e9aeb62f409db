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
export {
  localNorms,
  NORM_SAMPLE_NEEDED,
  normDrift,
  type NormDescription,
  type NormDrift,
} from './local-norms.js';
export { blindSpots, SHARED_FROM, teamPersonality } from './team.js';
export { compareTeams, MARKED_FROM } from './team-comparison.js';
export { changeDecomposition, personChange, teamChange } from './team-change.js';

export { cronbachAlpha, type Alpha } from './reliability.js';
export { evenOddConsistency, intraIndividualVariability, longString } from './careless.js';
export {
  detectableDifference,
  hedgesCorrection,
  hedgesG,
  type StandardisedDifference,
} from './effect-size.js';
export { averageSilhouetteFaultline, faultlinePermutation, type Faultline } from './faultline.js';
export { benjaminiHochberg } from './multiple-comparisons.js';
export {
  permutationTest,
  signFlipTest,
  type PermutationOptions,
  type PermutationTest,
} from './permutation.js';
