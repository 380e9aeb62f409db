import { describe, it } from '@jest/globals';
import type { ClientId, TeamId, UserId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { engagementDecider } from './engagement.decider.js';
import type { EngagementCommand, EngagementEvent } from './engagement.js';

const given = scenariosOf(engagementDecider);
const clientId = '00000000-0000-4000-8000-0000000000c1' as ClientId;
const userId = '00000000-0000-4000-8000-0000000000a1' as UserId;
const teamId = '00000000-0000-4000-8000-0000000000b1' as TeamId;

const about = {
  clientId,
  title: 'Marketing & Vertrieb',
  goal: 'Work as one',
  locale: 'de',
  invented: true,
} as const;
const opened: EngagementEvent = { type: 'EngagementOpened', ...about };
const closed: EngagementEvent = { type: 'EngagementClosed' };
const ground = {
  legalBasis: 'consent',
  worksCouncil: { kind: 'agreed', reference: 'BV 7' },
  retentionMonths: 24,
} as const;

describe('OpenEngagement', () => {
  const open: EngagementCommand = { type: 'OpenEngagement', ...about };
  it('opens the engagement', () => given().when(open).thenEvents(opened));
  it('is refused when another engagement was opened here', () =>
    given(opened)
      .when({ ...open, title: 'Another' })
      .thenRefused({ refusal: 'EngagementAlreadyOpened' }));
  it('is quiet when repeated, even after closing', () => given(opened, closed).when(open).thenNothing());
});

describe('RecordLegalGround', () => {
  const record: EngagementCommand = { type: 'RecordLegalGround', ...ground };
  const recorded: EngagementEvent = { type: 'LegalGroundRecorded', ...ground };
  it('records the ground', () => given(opened).when(record).thenEvents(recorded));
  it('records another ground later', () =>
    given(opened, recorded)
      .when({ ...record, retentionMonths: 12 })
      .thenEvents({ ...recorded, retentionMonths: 12 }));
  it('is refused for an unknown engagement', () =>
    given().when(record).thenRefused({ refusal: 'EngagementUnknown' }));
  it('is refused when the engagement is closed', () =>
    given(opened, closed).when(record).thenRefused({ refusal: 'EngagementIsClosed' }));
  it('is quiet when the same ground is on record', () => given(opened, recorded).when(record).thenNothing());
});

describe('AssignStaff', () => {
  const assign: EngagementCommand = { type: 'AssignStaff', userId, as: 'coach' };
  const assigned: EngagementEvent = { type: 'StaffAssigned', userId, as: 'coach' };
  it('assigns a coach', () => given(opened).when(assign).thenEvents(assigned));
  it('assigns the same person in another function too', () =>
    given(opened, assigned)
      .when({ ...assign, as: 'consultant' })
      .thenEvents({ ...assigned, as: 'consultant' }));
  it('is refused when the engagement is closed', () =>
    given(opened, closed).when(assign).thenRefused({ refusal: 'EngagementIsClosed' }));
  it('is quiet when already assigned', () => given(opened, assigned).when(assign).thenNothing());
});

describe('ReleaseStaff', () => {
  const release: EngagementCommand = { type: 'ReleaseStaff', userId, as: 'coach' };
  const assigned: EngagementEvent = { type: 'StaffAssigned', userId, as: 'coach' };
  const released: EngagementEvent = { type: 'StaffReleased', userId, as: 'coach' };
  it('ends the assignment', () => given(opened, assigned).when(release).thenEvents(released));
  it('ends it in a closed engagement too', () =>
    given(opened, assigned, closed).when(release).thenEvents(released));
  it('is refused for an unknown engagement', () =>
    given().when(release).thenRefused({ refusal: 'EngagementUnknown' }));
  it('is quiet when not assigned in that function', () =>
    given(opened, { ...assigned, as: 'consultant' })
      .when(release)
      .thenNothing());
  it('can be followed by a new assignment', () =>
    given(opened, assigned, released)
      .when({ type: 'AssignStaff', userId, as: 'coach' })
      .thenEvents(assigned));
});

describe('EnterTeam', () => {
  const enter: EngagementCommand = {
    type: 'EnterTeam',
    teamId,
    goals: 'More leads',
    indicators: 'Leads a week',
  };
  const entered: EngagementEvent = { ...enter, type: 'TeamEntered' };
  it('enters a team', () => given(opened).when(enter).thenEvents(entered));
  it('corrects goals and indicators', () =>
    given(opened, entered)
      .when({ ...enter, goals: 'Better leads' })
      .thenEvents({ ...entered, goals: 'Better leads' }));
  it('is refused when the engagement is closed', () =>
    given(opened, closed).when(enter).thenRefused({ refusal: 'EngagementIsClosed' }));
  it('is quiet when repeated', () => given(opened, entered, closed).when(enter).thenNothing());
});

describe('CloseEngagement', () => {
  const close: EngagementCommand = { type: 'CloseEngagement' };
  it('closes the engagement', () => given(opened).when(close).thenEvents(closed));
  it('is refused for an unknown engagement', () =>
    given().when(close).thenRefused({ refusal: 'EngagementUnknown' }));
  it('is quiet when closed', () => given(opened, closed).when(close).thenNothing());
});
