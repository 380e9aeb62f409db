import { describe, expect, it } from '@jest/globals';
import type { ClientId, TeamId, UserId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { engagementDecider } from './engagement.decider.js';
import { isComplete, type EngagementCommand, type EngagementEvent } from './engagement.js';

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
  controller: 'joint',
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
  const assign: EngagementCommand = { type: 'AssignStaff', userId, as: 'coach', until: null };
  const assigned: EngagementEvent = { type: 'StaffAssigned', userId, as: 'coach', until: null };
  it('assigns a coach', () => given(opened).when(assign).thenEvents(assigned));
  it('assigns the same person in another function too', () =>
    given(opened, assigned)
      .when({ ...assign, as: 'consultant' })
      .thenEvents({ ...assigned, as: 'consultant' }));
  it('is refused when the engagement is closed', () =>
    given(opened, closed).when(assign).thenRefused({ refusal: 'EngagementIsClosed' }));
  it('sets and moves the last day of an assignment', () => {
    const boxed = { ...assigned, until: '2026-06-30' };
    given(opened, assigned)
      .when({ ...assign, until: '2026-06-30' })
      .thenEvents(boxed);
    given(opened, assigned, boxed)
      .when({ ...assign, until: '2026-06-30' })
      .thenNothing();
    given(opened, assigned, boxed).when(assign).thenEvents(assigned);
  });
  it('is quiet when already assigned', () => given(opened, assigned).when(assign).thenNothing());
});

describe('ReleaseStaff', () => {
  const release: EngagementCommand = { type: 'ReleaseStaff', userId, as: 'coach' };
  const assigned: EngagementEvent = { type: 'StaffAssigned', userId, as: 'coach', until: null };
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
      .when({ type: 'AssignStaff', userId, as: 'coach', until: null })
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

describe('RaiseSmallestGroup', () => {
  const raise = (smallestGroup: number): EngagementCommand => ({ type: 'RaiseSmallestGroup', smallestGroup });
  const raised = (smallestGroup: number): EngagementEvent => ({ type: 'SmallestGroupRaised', smallestGroup });
  it('raises it, also when the engagement is closed', () => {
    given(opened).when(raise(8)).thenEvents(raised(8));
    given(opened, closed).when(raise(8)).thenEvents(raised(8));
  });
  it('is never lowered', () => {
    given(opened, raised(8))
      .when(raise(7))
      .thenRefused({ refusal: 'SmallestGroupOnlyRaised', smallestGroup: 8 });
    given(opened).when(raise(4)).thenRefused({ refusal: 'SmallestGroupOnlyRaised', smallestGroup: 5 });
  });
  it('stays raised whatever order the log has', () =>
    given(opened, raised(8), raised(6))
      .when(raise(7))
      .thenRefused({ refusal: 'SmallestGroupOnlyRaised', smallestGroup: 8 }));
  it('is refused for an unknown engagement', () =>
    given().when(raise(8)).thenRefused({ refusal: 'EngagementUnknown' }));
  it('is quiet when it is that already', () => {
    given(opened, raised(8)).when(raise(8)).thenNothing();
    given(opened).when(raise(5)).thenNothing();
  });
});

describe('a legal ground', () => {
  it('is complete when it says who the controller is', () => {
    expect(isComplete(null)).toBe(false);
    expect(isComplete({ ...ground, controller: null })).toBe(false);
    expect(isComplete(ground)).toBe(true);
  });
});

describe('CloseEngagement', () => {
  const close: EngagementCommand = { type: 'CloseEngagement' };
  it('closes the engagement', () => given(opened).when(close).thenEvents(closed));
  it('is refused for an unknown engagement', () =>
    given().when(close).thenRefused({ refusal: 'EngagementUnknown' }));
  it('is quiet when closed', () => given(opened, closed).when(close).thenNothing());
});
