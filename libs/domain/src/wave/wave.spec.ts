import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../kernel/decider.js';
import type { AssessmentId, EngagementId, PersonId, TeamId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { waveDecider } from './wave.decider.js';
import type { WaveCommand, WaveEvent, WaveState } from './wave.js';

const given = scenariosOf(waveDecider);
const engagementId = '00000000-0000-4000-8000-0000000000d1' as EngagementId;
const teamId = '00000000-0000-4000-8000-0000000000b1' as TeamId;
const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonId;
const assessment = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}` as AssessmentId;

const about = {
  engagementId,
  title: 'Spring',
  instrument: { id: 'rapport-motives', version: '1.0' },
  norm: null,
  bandRule: { id: 'standard', version: '1', cut: 1 },
  opensOn: '2026-03-01',
  closesOn: '2026-03-21',
};
const opened: WaveEvent = { type: 'WaveOpened', ...about };
const closed: WaveEvent = { type: 'WaveClosed', engagementId };
const invite = (p: number, a: number): WaveCommand => ({
  type: 'InviteParticipant',
  personId: person(p),
  teamId,
  assessmentId: assessment(a),
});
const invited = (p: number, a: number): WaveEvent => ({
  type: 'ParticipantInvited',
  engagementId,
  personId: person(p),
  teamId,
  assessmentId: assessment(a),
});

describe('OpenWave', () => {
  const open: WaveCommand = { type: 'OpenWave', ...about, legalGroundRecorded: true };
  it('opens the wave', () => given().when(open).thenEvents(opened));
  it('may open and close on one day', () =>
    given()
      .when({ ...open, closesOn: '2026-03-01' })
      .thenEvents({ ...opened, closesOn: '2026-03-01' }));
  it('is refused while the legal ground is not on record', () =>
    given()
      .when({ ...open, legalGroundRecorded: false })
      .thenRefused({ refusal: 'LegalGroundMissing' }));
  it('is refused when it would close before it opens', () =>
    given()
      .when({ ...open, closesOn: '2026-02-28' })
      .thenRefused({ refusal: 'WaveEndsBeforeItOpens', opensOn: '2026-03-01', closesOn: '2026-02-28' }));
  it('is refused when another wave was opened here', () =>
    given(opened)
      .when({ ...open, title: 'Autumn' })
      .thenRefused({ refusal: 'WaveAlreadyOpened' }));
  it('is quiet when repeated', () => given(opened, closed).when(open).thenNothing());
});

describe('InviteParticipant', () => {
  it('invites a participant', () => given(opened).when(invite(1, 1)).thenEvents(invited(1, 1)));
  it('invites another one', () => given(opened, invited(1, 1)).when(invite(2, 2)).thenEvents(invited(2, 2)));
  it('is refused for an unknown wave', () =>
    given().when(invite(1, 1)).thenRefused({ refusal: 'WaveUnknown' }));
  it('is refused when the wave is closed', () =>
    given(opened, closed).when(invite(1, 1)).thenRefused({ refusal: 'WaveIsClosed' }));
  it('is refused when the person has another assessment in this wave', () =>
    given(opened, invited(1, 1))
      .when(invite(1, 2))
      .thenRefused({
        refusal: 'ParticipantAlreadyInvited',
        personId: person(1),
        assessmentId: assessment(1),
      }));
  it('is refused when the assessment is somebody else’s', () =>
    given(opened, invited(1, 1))
      .when(invite(2, 1))
      .thenRefused({
        refusal: 'ParticipantAlreadyInvited',
        personId: person(1),
        assessmentId: assessment(1),
      }));
  it('is quiet when repeated', () =>
    given(opened, invited(1, 1), invited(2, 2), closed).when(invite(1, 1)).thenNothing());
  it('takes thousands of participants without slowing down with the square of their number', () => {
    let state: WaveState = waveDecider.evolve(waveDecider.initialState, opened);
    for (let n = 1; n <= 20_000; n++) state = waveDecider.evolve(state, invited(n, n));
    expect(waveDecider.decide(invite(1, 1), state)).toEqual([]);
    expect(isRefusal(waveDecider.decide(invite(1, 2), state))).toBe(true);
  });
});

describe('RemindParticipants', () => {
  const remind: WaveCommand = { type: 'RemindParticipants', count: 4 };
  it('reminds, and reminds again when told again', () =>
    given(opened).when(remind).thenEventsEachTime({ type: 'ParticipantsReminded', engagementId, count: 4 }));
  it('is refused for an unknown wave', () => given().when(remind).thenRefused({ refusal: 'WaveUnknown' }));
  it('is refused when the wave is closed', () =>
    given(opened, closed).when(remind).thenRefused({ refusal: 'WaveIsClosed' }));
  it('is quiet when nobody is left to remind', () =>
    given(opened)
      .when({ ...remind, count: 0 })
      .thenNothing());
});

describe('CloseWave', () => {
  const close: WaveCommand = { type: 'CloseWave' };
  it('closes the wave', () => given(opened, invited(1, 1)).when(close).thenEvents(closed));
  it('is refused for an unknown wave', () => given().when(close).thenRefused({ refusal: 'WaveUnknown' }));
  it('is quiet when closed', () => given(opened, closed).when(close).thenNothing());
});
