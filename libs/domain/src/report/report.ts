import type { Locale } from '../firm/firm.js';
import type { EventOf } from '../kernel/decider.js';
import type { ClientId, EngagementId, TeamId, WaveId } from '../kernel/ids.js';

/** `coach`: with individual pages of those who released them; `client`: team level only. */
export type Audience = 'coach' | 'client';
export type ReportFormat = 'pdf' | 'html' | 'xlsx' | 'json' | 'csv';

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

type Requested = EventOf<ReportEvent, 'ReportRequested'>;
type Issued = EventOf<ReportEvent, 'ReportIssued'>;

export type ReportState =
  | { readonly situation: 'NotRequested' }
  | { readonly situation: 'Requested'; readonly requested: Requested }
  | { readonly situation: 'Failed'; readonly requested: Requested; readonly reason: string }
  | {
      /** Issued: rendered and kept in the firm; Released: open to the client; Withdrawn: no longer so. */
      readonly situation: 'Issued' | 'Released' | 'Withdrawn';
      readonly requested: Requested;
      readonly issued: Issued;
    };

export const initialState: ReportState = { situation: 'NotRequested' };

export function evolve(state: ReportState, event: ReportEvent): ReportState {
  if (state.situation === 'NotRequested')
    return event.type === 'ReportRequested' ? { situation: 'Requested', requested: event } : state;
  const { requested } = state;
  switch (event.type) {
    case 'ReportRequested':
      return state;
    case 'ReportIssued':
      return { situation: 'Issued', requested, issued: event };
    case 'ReportFailed':
      return { situation: 'Failed', requested, reason: event.reason };
    case 'ReportReleased':
      return 'issued' in state ? { ...state, situation: 'Released' } : state;
    case 'ReportWithdrawn':
      return 'issued' in state ? { ...state, situation: 'Withdrawn' } : state;
  }
}
