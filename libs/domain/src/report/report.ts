import type { ClientId, EngagementId, TeamId, WaveId } from '../kernel/ids.js';
import type { Locale } from '../firm/firm.js';

/** `coach`: with individual pages of those who released them; `client`: team level only. */
export type Audience = 'coach' | 'client';
export type ReportFormat = 'pdf' | 'json' | 'csv';

export interface IssuedFile {
  readonly format: ReportFormat;
  readonly sha256: string;
  readonly bytes: number;
}

/** A rendered release or coach document. Files are stored beside the log and named by their hash. */
export type ReportEvent =
  | {
      readonly type: 'ReportRequested';
      readonly engagementId: EngagementId;
      readonly clientId: ClientId;
      readonly waveId: WaveId;
      /** An earlier wave to lay beside; `null` for none. */
      readonly comparedWithWaveId: WaveId | null;
      readonly teamIds: readonly TeamId[];
      readonly audience: Audience;
      readonly locale: Locale;
      /** Day printed on the report. */
      readonly dated: string;
    }
  | {
      readonly type: 'ReportIssued';
      readonly engagementId: EngagementId;
      readonly files: readonly IssuedFile[];
      /** Log position the models had reached when they were read. */
      readonly logPosition: string;
      readonly pages: number;
    }
  | { readonly type: 'ReportFailed'; readonly engagementId: EngagementId; readonly reason: string }
  | { readonly type: 'ReportReleased'; readonly engagementId: EngagementId; readonly clientId: ClientId }
  | { readonly type: 'ReportWithdrawn'; readonly engagementId: EngagementId; readonly clientId: ClientId };

export type ReportCommand =
  | {
      readonly type: 'RequestReport';
      readonly engagementId: EngagementId;
      readonly clientId: ClientId;
      readonly waveId: WaveId;
      readonly comparedWithWaveId: WaveId | null;
      readonly teamIds: readonly TeamId[];
      readonly audience: Audience;
      readonly locale: Locale;
      readonly dated: string;
    }
  | {
      readonly type: 'IssueReport';
      readonly files: readonly IssuedFile[];
      readonly logPosition: string;
      readonly pages: number;
    }
  | { readonly type: 'FailReport'; readonly reason: string }
  | { readonly type: 'ReleaseReport' }
  | { readonly type: 'WithdrawReport' };

export type ReportRefusal =
  | { readonly refusal: 'ReportUnknown' }
  | { readonly refusal: 'ReportAlreadyRequested' }
  | { readonly refusal: 'ReportNotIssued' }
  | { readonly refusal: 'ReportIsForTheCoach' };
