/**
 * The results other rooms read, print and draw. Plain JSON: every figure says how many people stand behind it
 * and which versions it came from. `null` in a document means "does not exist" (no norm group, say), never "failed".
 */

/** Side of a motive: red is the high pole, blue the low one. */
export type Band = 'red' | 'balanced' | 'blue';

/**
 * What the number on the drawn axis (-2..+2) is: `norm` is a z score against a norm group; `response-scale` is the
 * position of the mean answer between the ends of the response scale (-2 = lowest option, 0 = middle, +2 = highest),
 * to be shown with the words "not normed".
 */
export type Basis = 'norm' | 'response-scale';

export interface BandRule {
  readonly id: string;
  readonly version: string;
  /** Red at value >= cut, blue at value <= -cut; the default is 1.0. */
  readonly cut: number;
}

export interface NormGroup {
  readonly id: string;
  readonly version: string;
  readonly instrument: { readonly id: string; readonly version: string };
  readonly title: { readonly de: string; readonly en: string };
  /** Whom the sample stands for and when and how it was collected. */
  readonly population: { readonly de: string; readonly en: string };
  readonly collected: { readonly from: string; readonly to: string };
  readonly n: number;
  readonly provisional: boolean;
  /** Mean and SD (n - 1) of the scale's mean score, and its reliability (alpha) in the sample. */
  readonly scales: readonly {
    readonly scale: string;
    readonly mean: number;
    readonly sd: number;
    readonly reliability: number;
    readonly n: number;
  }[];
}

/** Which facts and versions a document was computed from. */
export interface Provenance {
  readonly instrument: { readonly id: string; readonly version: string };
  readonly norm: {
    readonly id: string;
    readonly version: string;
    readonly n: number;
    readonly provisional: boolean;
  } | null;
  readonly bandRule: BandRule;
  /** Ids of the assessments behind the figures, sorted. */
  readonly assessments: readonly string[];
  /** Version of the scoring code: a change of a formula changes it. */
  readonly scoring: string;
  /** `answers`: scored from single answers; else the kind of the scale scores that were brought in. */
  readonly source?: 'answers' | 'raw' | 'z' | 't' | 'sten' | 'mixed';
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Coverage, for example 0.95. */
  readonly level: number;
}

export interface TooLittleData {
  readonly kind: 'too-little-data';
  /** How many there are, and how many it needs. */
  readonly n: number;
  readonly needed: number;
}

export interface MotiveScore {
  readonly motive: string;
  readonly answered: number;
  readonly of: number;
  /** Mean on the response scale after reversing; `null` when too few items were answered. */
  readonly raw: number | null;
  readonly basis: Basis;
  /** The number shown on the axis (z or position), rounded as shown; `null` as `raw`. */
  readonly value: number | null;
  /** Only with a norm group. */
  readonly z: number | null;
  readonly t: number | null;
  readonly sten: number | null;
  readonly percentile: number | null;
  readonly band: Band | null;
  /** 95 % observed-score interval on the axis; `null` where no reliability is known. */
  readonly interval: Interval | null;
  /** The error band crosses a cut: the band could also be the neighbouring one. */
  readonly bandOverlaps: boolean;
}

export interface QualityFlag {
  readonly flag: 'long-string' | 'low-variability' | 'even-odd' | 'fast' | 'missing';
  readonly value: number;
  readonly limit: number;
}

/** One submitted assessment, scored. */
export interface ProfileDocument {
  readonly motives: readonly MotiveScore[];
  readonly quality: {
    readonly answered: number;
    readonly of: number;
    readonly flags: readonly QualityFlag[];
  };
  readonly provenance: Provenance;
}

/** What a team is computed from: one line a member. `member` is an id the caller may show or not. */
export interface MemberProfile {
  readonly member: string;
  readonly assessment: string;
  readonly profile: ProfileDocument;
}

/** Whose assessment stands behind a document. Kept once a document; figures name members, this leads on to answers. */
export interface Contributor {
  readonly member: string;
  readonly assessment: string;
}

export interface TeamMotive {
  readonly motive: string;
  readonly n: number;
  readonly mean: number | null;
  /** n - 1 standard deviation; `null` below two members. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly quartiles: { readonly q1: number; readonly median: number; readonly q3: number } | null;
  readonly counts: { readonly red: number; readonly balanced: number; readonly blue: number };
  /** 95 % band of the team mean from measurement error alone (descriptive: everyone answered). */
  readonly interval: Interval | null;
  /** One dot a member, in the order of the members. */
  readonly members: readonly { readonly member: string; readonly value: number; readonly band: Band }[];
  /** shared: at least 75 % in one band and nobody in the opposite one; split: red and blue both present. */
  readonly pattern: 'shared-red' | 'shared-blue' | 'shared-balanced' | 'split' | 'mixed' | 'too-little-data';
}

/** One red, one blue, and the gap exceeds the difference limit: likely friction, ask each other. */
export interface BlindSpot {
  readonly motive: string;
  readonly red: string;
  readonly blue: string;
  readonly gap: number;
  readonly limit: number;
  /** gap / limit, at least 1. */
  readonly strength: number;
}

/** How clearly a team falls into subgroups: average silhouette width, the members of each group, p by chance. */
export type TeamFaultline =
  | { readonly asw: number; readonly groups: readonly (readonly string[])[]; readonly p: number }
  | TooLittleData
  /** The search is for teams, not for departments: it grows with the fourth power of the members. */
  | { readonly kind: 'too-many-members'; readonly n: number; readonly most: number };

/** Composition of a team, without the faultline, which costs a search over partitions. */
export interface TeamCompositionDocument {
  readonly n: number;
  readonly motives: readonly TeamMotive[];
  /** Pairs inside the team, strongest first. */
  readonly blindSpots: readonly BlindSpot[];
  /** Motives in which the whole team stands on one side: what nobody here sees from within. */
  readonly teamBlindSpots: readonly {
    readonly motive: string;
    readonly side: 'red' | 'blue';
    readonly share: number;
    readonly n: number;
  }[];
  /** In the order of the members; documents of earlier releases have none. */
  readonly contributors?: readonly Contributor[];
  readonly provenance: Provenance;
}

/** A team personality as it is kept and shown: composition and faultline. */
export interface TeamPersonalityDocument extends TeamCompositionDocument {
  readonly faultline: TeamFaultline;
}

export type Finding = 'marked-difference' | 'no-reliable-difference' | 'too-little-data';
export type Constellation = 'red-red' | 'blue-blue' | 'red-blue';

export interface MotiveComparison {
  readonly motive: string;
  readonly a: { readonly n: number; readonly mean: number | null; readonly interval: Interval | null };
  readonly b: { readonly n: number; readonly mean: number | null; readonly interval: Interval | null };
  /** Mean of a minus mean of b, with the interval from measurement error (descriptive mode). */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Hedges g with its noncentral-t interval and the exact permutation p, adjusted over the motives shown (inferential mode). */
  readonly g: number | null;
  readonly gInterval: Interval | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly finding: Finding;
  /** What the finding rests on; `permutation` where no reliability is known, `null` with too little data. */
  readonly rule?: 'measurement-error' | 'permutation' | null;
  /** How the two team expressions meet; `null` when neither leans to a side. `redSide` says who is the redder one. */
  readonly constellation: Constellation | null;
  readonly redSide: 'a' | 'b' | null;
  /** Members without a score on this motive; absent when everybody has one. */
  readonly unscored?: { readonly a: readonly string[]; readonly b: readonly string[] };
}

export interface TeamComparisonDocument {
  readonly n: { readonly a: number; readonly b: number };
  readonly motives: readonly MotiveComparison[];
  /** Members whose profile lies nearest to the other team. */
  readonly translators: readonly {
    readonly team: 'a' | 'b';
    readonly member: string;
    readonly distance: number;
  }[];
  /** Smallest standardised difference two teams of these sizes can show with 80 % power. */
  readonly detectable: number | TooLittleData;
  readonly contributors?: { readonly a: readonly Contributor[]; readonly b: readonly Contributor[] };
  readonly provenance: Provenance;
}

export type ChangeFinding = 'reliable-change' | 'no-reliable-change' | 'too-little-data';

export interface MotiveChange {
  readonly motive: string;
  readonly first: number | null;
  readonly second: number | null;
  /** Difference of team means = within + entry + exit, exactly. */
  readonly difference: number | null;
  readonly within: number | null;
  readonly entry: number | null;
  readonly exit: number | null;
  readonly stayed: number;
  readonly interval: Interval | null;
  /** Exact sign-flip p over those who stayed. */
  readonly p: number | null;
  /** The same after Benjamini-Hochberg over the motives; the finding rests on it. */
  readonly pAdjusted?: number | null;
  readonly finding: ChangeFinding;
  /** Members without a score on this motive; absent when everybody has one. */
  readonly unscored?: { readonly first: readonly string[]; readonly second: readonly string[] };
}

/** First and second wave of one team, side by side. */
export interface TeamChangeDocument {
  readonly n: {
    readonly first: number;
    readonly second: number;
    readonly stayed: number;
    readonly joined: number;
    readonly left: number;
  };
  readonly motives: readonly MotiveChange[];
  readonly contributors?: { readonly first: readonly Contributor[]; readonly second: readonly Contributor[] };
  readonly provenance: { readonly first: Provenance; readonly second: Provenance };
}

/** One person, two assessments. */
export interface PersonChangeDocument {
  readonly motives: readonly {
    readonly motive: string;
    readonly first: number | null;
    readonly second: number | null;
    /** Jacobson-Truax index; `null` without reliability. */
    readonly rci: number | null;
    readonly finding: ChangeFinding;
  }[];
  readonly provenance: { readonly first: Provenance; readonly second: Provenance };
}
