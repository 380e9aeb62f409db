import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './report.js';
import type { ReportCommand, ReportEvent, ReportRefusal, ReportState } from './report.js';

type Decided = Decision<ReportEvent, ReportRefusal>;
type Known = Exclude<ReportState, { situation: 'NotRequested' }>;
type Command<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

/** A rendered document: requested, issued once, and released to the client or not. */
export const reportDecider: Decider<ReportCommand, ReportState, ReportEvent, ReportRefusal> = {
  category: 'Report',
  initialState,
  decide,
  evolve,
};

function decide(command: ReportCommand, state: ReportState): Decided {
  if (command.type === 'RequestReport') return requestReport(command, state);
  if (state.situation === 'NotRequested') return { refusal: 'ReportUnknown' };
  switch (command.type) {
    case 'IssueReport':
      return issueReport(command, state);
    case 'FailReport':
      return failReport(command, state);
    case 'ReleaseReport':
      return releaseReport(state);
    case 'WithdrawReport':
      return withdrawReport(state);
  }
}

function requestReport(command: Command<'RequestReport'>, state: ReportState): Decided {
  const requested = { ...command, type: 'ReportRequested' } as const;
  if (state.situation === 'NotRequested') return [requested];
  return same(state.requested, requested) ? [] : { refusal: 'ReportAlreadyRequested' };
}

/** The guard against two workers on one job: the first document stays, a second one is not even looked at. */
function issueReport(command: Command<'IssueReport'>, state: Known): Decided {
  if ('issued' in state) return [];
  return [{ ...command, type: 'ReportIssued', engagementId: state.requested.engagementId }];
}

function failReport({ reason }: Command<'FailReport'>, state: Known): Decided {
  if ('issued' in state || (state.situation === 'Failed' && state.reason === reason)) return [];
  return [{ type: 'ReportFailed', engagementId: state.requested.engagementId, reason }];
}

function releaseReport(state: Known): Decided {
  const { engagementId, clientId, audience } = state.requested;
  if (audience === 'coach') return { refusal: 'ReportIsForTheCoach' };
  if (!('issued' in state)) return { refusal: 'ReportNotIssued' };
  if (state.situation === 'Released') return [];
  return [{ type: 'ReportReleased', engagementId, clientId }];
}

function withdrawReport(state: Known): Decided {
  if (!('issued' in state)) return { refusal: 'ReportNotIssued' };
  if (state.situation !== 'Released') return [];
  const { engagementId, clientId } = state.requested;
  return [{ type: 'ReportWithdrawn', engagementId, clientId }];
}
