import type {
  AgreementTerms,
  Assignment,
  Audience,
  BandRuleValue,
  CheckInState,
  ClientId,
  EngagementId,
  ErasureCertificate,
  FindingReference,
  IssuedFile,
  LegalGround,
  Locale,
  Outcome,
  PersonId,
  Inclusion,
  Release,
  ReleasedCell,
  Role,
  TeamId,
  Versioned,
  WaveId,
} from '@rapport/domain';
import type { MemberProfile, ProfileDocument, TeamPersonalityDocument } from '@rapport/psychometrics';

/** One row a key, stored as `doc`; what queries filter or sort by is repeated in columns. */
export interface FirmRow {
  readonly name: string;
  readonly slug: string;
  readonly locale: Locale;
}

export interface UserRow {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clientId: ClientId | null;
}

export interface ClientOrganisationRow {
  readonly name: string;
}

export interface EngagementRow {
  readonly clientId: ClientId;
  readonly title: string;
  readonly goal: string;
  readonly locale: Locale;
  readonly invented: boolean;
  readonly closed: boolean;
  readonly openedAt: string;
  readonly legalGround: LegalGround | null;
  /** Figures are shown of no smaller group. */
  readonly smallestGroup: number;
  readonly staff: readonly Assignment[];
  readonly teams: readonly { readonly teamId: TeamId; readonly goals: string; readonly indicators: string }[];
}

export interface TeamRow {
  readonly clientId: ClientId;
  readonly name: string;
  readonly function: string;
  readonly members: readonly {
    readonly personId: PersonId;
    readonly validFrom: string;
    readonly validTo: string | null;
    /** When we learnt it. */
    readonly recordedAt: string;
  }[];
}

export interface PersonRow {
  readonly clientId: ClientId;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
}

/** An erasure on its way or done; ids and counts only. */
export interface ErasureRow {
  readonly status: 'requested' | 'confirmed' | 'erased';
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
  readonly erasedAt: string | null;
  readonly certificate: ErasureCertificate | null;
}

export interface WaveRow {
  readonly engagementId: EngagementId;
  readonly title: string;
  readonly instrument: Versioned;
  readonly norm: Versioned | null;
  readonly bandRule: BandRuleValue;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closed: boolean;
}

export type AssessmentStatus = 'not-started' | 'in-progress' | 'submitted' | 'withdrawn';

/** Who was invited and how far they are; no answers. */
export interface ParticipantRow {
  readonly waveId: WaveId;
  readonly engagementId: EngagementId;
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly status: AssessmentStatus;
  readonly agreed: boolean;
  readonly openedAt: string;
  readonly submittedAt: string | null;
  /** When the person first opened the own result. */
  readonly viewedAt: string | null;
  /** Given and not revoked; some may have run out. */
  readonly releases: readonly Release[];
  /** Whether the values count in figures of groups. */
  readonly inclusion: Inclusion['kind'];
}

/** Answers saved so far; read by the person alone. */
export interface AnswerSheetRow {
  readonly personId: PersonId;
  readonly answers: Readonly<Record<string, number>>;
}

export interface IndividualProfileRow {
  readonly waveId: WaveId;
  readonly engagementId: EngagementId;
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly submittedAt: string;
  readonly profile: ProfileDocument;
}

/** Who counts in figures of a group. */
export interface Counted {
  /** Profiles by assessment id; `member` is the person id. */
  readonly members: readonly MemberProfile[];
  /** Submitted, and taken out of figures of groups: kept for the day they count again. */
  readonly excluded: readonly MemberProfile[];
  /** Assessments taken out, submitted or not. */
  readonly out: readonly string[];
}

export interface TeamPersonalityRow extends Counted {
  readonly waveId: WaveId;
  readonly engagementId: EngagementId;
  readonly teamId: TeamId;

  readonly personality: TeamPersonalityDocument;
}

export interface TeamTimelineRow {
  /** `Counted` is kept so that a withdrawal or a second delivery counts everyone once; it is never shown. */
  readonly points: readonly (Counted & {
    readonly waveId: WaveId;
    readonly n: number;
    readonly motives: readonly {
      readonly motive: string;
      readonly mean: number | null;
      readonly sd: number | null;
    }[];
  })[];
}

/** A release to a client organisation: what was released when, of how many; its figures are a file. */
export interface ReleaseRow {
  readonly clientId: ClientId;
  readonly engagementId: EngagementId;
  readonly waveId: WaveId;
  readonly version: number;
  readonly k: number;
  readonly contentHash: string;
  readonly publishedAt: string;
  readonly withdrawnAt: string | null;
  readonly reason: string | null;
  readonly groups: readonly {
    readonly cut: ReleasedCell['cut'];
    readonly id: string;
    readonly waveId: WaveId;
    readonly n: number;
  }[];
}

export interface AgreementRow extends AgreementTerms {
  readonly engagementId: EngagementId;
  readonly finding: FindingReference;
  readonly status: 'proposed' | 'agreed' | 'reviewed' | 'dropped';
  readonly acceptedOn: string | null;
  readonly outcome: Outcome | null;
  readonly reviewNote: string | null;
  readonly reviewedOn: string | null;
  readonly revision: number;
  readonly checkIns: readonly { readonly on: string; readonly state: CheckInState; readonly note: string }[];
}

export interface ReportRow {
  readonly engagementId: EngagementId;
  readonly clientId: ClientId;
  readonly waveId: WaveId;
  readonly comparedWithWaveId: WaveId | null;
  readonly teamIds: readonly TeamId[];
  readonly audience: Audience;
  readonly locale: Locale;
  readonly dated: string;
  readonly status: 'requested' | 'issued' | 'failed';
  readonly failure: string | null;
  readonly requestedAt: string;
  readonly issuedAt: string | null;
  readonly logPosition: string | null;
  readonly pages: number | null;
  readonly files: readonly IssuedFile[];
  readonly released: boolean;
}
