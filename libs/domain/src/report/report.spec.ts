import { describe, it } from '@jest/globals';
import type { ClientId, EngagementId, TeamId, WaveId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { reportDecider } from './report.decider.js';
import type { Audience, ReportCommand, ReportEvent } from './report.js';

const given = scenariosOf(reportDecider);
const engagementId = '00000000-0000-4000-8000-0000000000d1' as EngagementId;
const clientId = '00000000-0000-4000-8000-0000000000c1' as ClientId;

const order = (audience: Audience) =>
  ({
    engagementId,
    clientId,
    waveId: '00000000-0000-4000-8000-0000000000f1' as WaveId,
    comparedWithWaveId: null,
    teamIds: ['00000000-0000-4000-8000-0000000000b1' as TeamId],
    audience,
    locale: 'de',
    dated: '2026-04-01',
  }) as const;
const requested = (audience: Audience = 'client'): ReportEvent => ({
  type: 'ReportRequested',
  ...order(audience),
});
const rendered = {
  files: [{ format: 'pdf', sha256: 'a'.repeat(64), bytes: 1000 }],
  logPosition: '0001',
  pages: 12,
} as const;
const issued: ReportEvent = { type: 'ReportIssued', engagementId, ...rendered };
const failed: ReportEvent = { type: 'ReportFailed', engagementId, reason: 'no fonts' };
const released: ReportEvent = { type: 'ReportReleased', engagementId, clientId };
const withdrawn: ReportEvent = { type: 'ReportWithdrawn', engagementId, clientId };

describe('RequestReport', () => {
  const request: ReportCommand = { type: 'RequestReport', ...order('client') };
  it('requests a report', () => given().when(request).thenEvents(requested()));
  it('is refused when another report was requested here', () =>
    given(requested())
      .when({ ...request, audience: 'coach' })
      .thenRefused({ refusal: 'ReportAlreadyRequested' }));
  it('is quiet when repeated', () => given(requested(), issued, released).when(request).thenNothing());
});

describe('IssueReport', () => {
  const issue: ReportCommand = { type: 'IssueReport', ...rendered };
  it('issues what was requested', () => given(requested()).when(issue).thenEvents(issued));
  it('issues after a failure', () => given(requested(), failed).when(issue).thenEvents(issued));
  it('is refused for an unknown report', () => given().when(issue).thenRefused({ refusal: 'ReportUnknown' }));
  it('is quiet when issued, even with other files', () => {
    given(requested(), issued)
      .when({ ...issue, pages: 13, logPosition: '0002' })
      .thenNothing();
    given(requested(), issued, released).when(issue).thenNothing();
    given(requested(), issued, released, withdrawn).when(issue).thenNothing();
  });
});

describe('FailReport', () => {
  const fail: ReportCommand = { type: 'FailReport', reason: 'no fonts' };
  it('says why there is no report', () => given(requested()).when(fail).thenEvents(failed));
  it('says another reason later', () =>
    given(requested(), failed)
      .when({ ...fail, reason: 'no disk' })
      .thenEvents({ type: 'ReportFailed', engagementId, reason: 'no disk' }));
  it('is refused for an unknown report', () => given().when(fail).thenRefused({ refusal: 'ReportUnknown' }));
  it('is quiet for the same reason', () => given(requested(), failed).when(fail).thenNothing());
  it('is quiet when another worker has issued the report', () =>
    given(requested(), issued).when(fail).thenNothing());
});

describe('ReleaseReport', () => {
  const release: ReportCommand = { type: 'ReleaseReport' };
  it('releases an issued report to the client', () =>
    given(requested(), issued).when(release).thenEvents(released));
  it('releases a withdrawn report again', () =>
    given(requested(), issued, released, withdrawn).when(release).thenEvents(released));
  it('is refused for an unknown report', () =>
    given().when(release).thenRefused({ refusal: 'ReportUnknown' }));
  it('is refused before the report is issued', () => {
    given(requested()).when(release).thenRefused({ refusal: 'ReportNotIssued' });
    given(requested(), failed).when(release).thenRefused({ refusal: 'ReportNotIssued' });
  });
  it('is refused for the coach’s copy', () =>
    given(requested('coach'), issued).when(release).thenRefused({ refusal: 'ReportIsForTheCoach' }));
  it('is quiet when released', () => given(requested(), issued, released).when(release).thenNothing());
});

describe('WithdrawReport', () => {
  const withdraw: ReportCommand = { type: 'WithdrawReport' };
  it('takes a released report back', () =>
    given(requested(), issued, released).when(withdraw).thenEvents(withdrawn));
  it('is refused before the report is issued', () =>
    given(requested()).when(withdraw).thenRefused({ refusal: 'ReportNotIssued' }));
  it('is quiet when the client does not have it', () => {
    given(requested(), issued).when(withdraw).thenNothing();
    given(requested(), issued, released, withdrawn).when(withdraw).thenNothing();
  });
});
