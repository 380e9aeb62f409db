import type { Band, Basis, ChangeFinding, Finding, Interval } from '@rapport/psychometrics';

/**
 * What the charts draw: plain JSON with texts already in the reader's language. `null` is "not known" or "not shown";
 * the charts then say so and draw nothing. The order of the rows is the order on the page.
 */

/** A motive with the words of both poles: `low` is blue and stands left, `high` is red and stands right. */
export interface MotiveLabel {
  readonly id: string;
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

/** What the axis from -2 to +2 measures. */
export interface ScoreScale {
  readonly basis: Basis;
  /** Half the width of the shaded, balanced part. */
  readonly cut: number;
  /** The norm group is provisional: said on the axis. */
  readonly provisional?: boolean;
  /** Size of the norm group, said on the axis when given. */
  readonly normSize?: number;
}

export interface ProfileChartModel {
  readonly kind: 'profile';
  readonly title: string;
  readonly scale: ScoreScale;
  readonly rows: readonly {
    readonly motive: MotiveLabel;
    readonly value: number | null;
    readonly band: Band | null;
    readonly interval: Interval | null;
    readonly bandOverlaps: boolean;
  }[];
}

export interface BandCounts {
  readonly blue: number;
  readonly balanced: number;
  readonly red: number;
}

export interface TeamDotsModel {
  readonly kind: 'team-dots';
  readonly title: string;
  readonly scale: ScoreScale;
  readonly rows: readonly {
    readonly motive: MotiveLabel;
    /** One dot each; `label` only where the reader may know who it is. */
    readonly members: readonly { readonly label?: string; readonly value: number; readonly band: Band }[];
    readonly mean: number | null;
    readonly interval: Interval | null;
    readonly quartiles: { readonly q1: number; readonly median: number; readonly q3: number } | null;
    /** `null` when suppressed (group too small). */
    readonly counts: BandCounts | null;
  }[];
}

export interface BandSharesModel {
  readonly kind: 'band-shares';
  readonly title: string;
  readonly rows: readonly { readonly motive: MotiveLabel; readonly counts: BandCounts | null }[];
}

export interface ComparisonModel {
  readonly kind: 'comparison';
  readonly title: string;
  readonly scale: ScoreScale;
  /** Names of the two teams: `a` is the circle, `b` the square. */
  readonly teams: { readonly a: string; readonly b: string };
  readonly rows: readonly {
    readonly motive: MotiveLabel;
    readonly a: { readonly mean: number | null; readonly interval: Interval | null };
    readonly b: { readonly mean: number | null; readonly interval: Interval | null };
    /** a minus b. */
    readonly difference: number | null;
    readonly finding: Finding;
  }[];
}

/** A person in a matrix: `code` is short (`A1`); `name` only where the reader may know it. */
export interface MatrixMember {
  readonly code: string;
  readonly name?: string;
}

export interface BlindSpotMatrixModel {
  readonly kind: 'blind-spots';
  readonly title: string;
  readonly rows: readonly MatrixMember[];
  readonly columns: readonly MatrixMember[];
  /** One line a row: how many motives the two stand opposite in; `null` for a person with himself or not shown. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Names of those motives, for tooltips; same shape as `counts`. */
  readonly motives?: readonly (readonly (readonly string[])[])[];
}

export interface ChangeModel {
  readonly kind: 'change';
  readonly title: string;
  readonly scale: ScoreScale;
  /** Names of the two waves. */
  readonly waves: { readonly first: string; readonly second: string };
  readonly rows: readonly {
    readonly motive: MotiveLabel;
    readonly first: number | null;
    readonly second: number | null;
    readonly finding: ChangeFinding;
  }[];
}

export interface ProgressModel {
  readonly kind: 'progress';
  readonly title: string;
  readonly submitted: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly withdrawn: number;
}

export interface TimelineModel {
  readonly kind: 'timeline';
  readonly title: string;
  readonly scale: ScoreScale;
  readonly waves: readonly string[];
  readonly motives: readonly {
    readonly motive: MotiveLabel;
    /** One a wave, in the order of `waves`. */
    readonly points: readonly {
      readonly mean: number | null;
      readonly sd: number | null;
      readonly n: number;
    }[];
  }[];
}

export type ChartModel =
  | ProfileChartModel
  | TeamDotsModel
  | BandSharesModel
  | ComparisonModel
  | BlindSpotMatrixModel
  | ChangeModel
  | ProgressModel
  | TimelineModel;

export interface ChartOptions {
  readonly lang: 'de' | 'en';
  /** Width of the drawing in px, at least 320. */
  readonly width: number;
  /** CSS font list; the layout is measured for Inter and for Helvetica metrics. */
  readonly font?: string;
  /** The phone layout; without it, drawings narrower than 480 px take it. */
  readonly compact?: boolean;
}

/** The figures of a chart as a table: cells are text in the reader's language. */
export interface DataTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
