import type { Audience, CheckInState, FindingReference, Locale, Outcome } from '@rapport/domain';
import type {
  InstrumentDocument,
  MemberProfile,
  NormGroup,
  TeamCompositionDocument,
  TeamPersonalityDocument,
} from '@rapport/psychometrics';

/** Everything a report is made of, as plain data: assembling reads no clock, no file and no database. */
export interface ReportInput {
  readonly reportId: string;
  readonly audience: Audience;
  readonly locale: Locale;
  /** Day printed on the report. */
  readonly dated: string;
  /** Log position up to which the data were read. */
  readonly logPosition: string;
  /** Name of the consulting firm. */
  readonly firm: string;
  readonly clientOrganisation: string;
  readonly engagement: {
    readonly title: string;
    readonly goal: string;
    /** A made-up example: said on the cover and on every page. */
    readonly invented: boolean;
  };
  readonly wave: ReportWave;
  /** An earlier wave to lay beside. */
  readonly comparedWave: ReportWave | null;
  readonly instrument: InstrumentDocument;
  readonly norm: NormGroup | null;
  /** In the order of the report. */
  readonly teams: readonly ReportTeam[];
  readonly agreements: readonly ReportAgreement[];
}

export interface ReportWave {
  readonly id: string;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closed: boolean;
}

export interface ReportTeam {
  readonly id: string;
  readonly name: string;
  readonly function: string;
  readonly goals: string;
  readonly indicators: string;
  readonly participation: Participation;
  readonly members: readonly MemberProfile[];
  /** `null` as long as nobody has submitted. */
  readonly personality: TeamPersonalityDocument | null;
  /** The same team in the earlier wave. */
  readonly earlier: {
    readonly participation: Participation;
    readonly members: readonly MemberProfile[];
    /** Computed from the members when it is not at hand. */
    readonly personality?: TeamCompositionDocument | null;
    /** Whose profiles the change is made of where that is not `members`; `null` where there is none to show. */
    readonly compared?: {
      readonly first: readonly MemberProfile[];
      readonly second: readonly MemberProfile[];
      /** What came by staying, coming and going would speak of few people. */
      readonly wholeTeamOnly: boolean;
    } | null;
  } | null;
  /** Who submitted and counts in figures of groups, but is left out of `members`: the rest would tell of so few. */
  readonly notCounted?: number;
  /** Members who released their profile to the coach; empty in a client's copy. `member` is their id in `members`. */
  readonly released: readonly { readonly member: string; readonly name: string }[];
}

/** Counts, never who. */
export interface Participation {
  readonly invited: number;
  readonly submitted: number;
  readonly withdrawn: number;
}

export interface ReportAgreement {
  readonly id: string;
  readonly text: string;
  readonly owner:
    { readonly kind: 'team'; readonly name: string } | { readonly kind: 'person'; readonly name: string };
  readonly dueOn: string;
  readonly reviewOn: string;
  readonly status: 'proposed' | 'agreed' | 'reviewed';
  readonly outcome: Outcome | null;
  readonly reviewNote: string | null;
  readonly reviewedOn: string | null;
  readonly revision: number;
  readonly checkIns: readonly { readonly on: string; readonly state: CheckInState; readonly note: string }[];
  readonly finding: FindingReference;
}
