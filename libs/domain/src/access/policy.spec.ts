import { describe, expect, it } from '@jest/globals';
import type { Recipient } from '../assessment/assessment.js';
import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';
import {
  CAPABILITIES,
  CONSENT,
  CONSENT_STATES,
  MATRIX,
  VIEWERS,
  type Capability,
  type ConsentState,
  type ConsentViewer,
  type Viewer,
} from './policy.js';
import { may, SMALLEST_GROUP, type AccessObject } from './may.js';
import { CLIENT_ROLES, ROLES, type Caller, type Role } from './roles.js';

const tenantId = '10000000-0000-4000-8000-000000000000' as TenantId;
const otherTenant = '20000000-0000-4000-8000-000000000000' as TenantId;
const engagement = 'd1' as EngagementId;
const otherEngagement = 'd2' as EngagementId;
const clientId = 'c1' as ClientId;
const personId = 'e1' as PersonId;
const userId = 'a1' as UserId;

const user = (...roles: Role[]): Caller => ({
  kind: 'user',
  tenantId,
  userId,
  roles,
  clientId: roles.some((role) => CLIENT_ROLES.includes(role)) ? clientId : null,
  engagements: [engagement],
});
const callers = {
  ...Object.fromEntries(ROLES.map((role) => [role, user(role)])),
  participant: { kind: 'participant', tenantId, personId },
  'api-key': { kind: 'api-key', tenantId, keyId: 'k1', scopes: CAPABILITIES, clientId: null },
  operator: { kind: 'operator', tenantId, operatorId: 'o1' },
  service: { kind: 'service', tenantId, service: 'reporting' },
} as Readonly<Record<Viewer, Caller>>;
const known = VIEWERS;
const to = (kind: Recipient['kind'], named: UserId | null = null): Recipient => ({ kind, userId: named });

/** An object of which every fact speaks for the caller. */
const open: AccessObject = {
  tenantId,
  clientId,
  engagements: [otherEngagement, engagement],
  personId,
  userId,
  releasedTo: [to('coach'), to('consultant'), to('team'), to('client', userId)],
  releasesOfEach: [],
  n: SMALLEST_GROUP,
  frozen: true,
  detail: 'counts',
  released: true,
  raises: true,
  sharedByParticipant: true,
};
const { releasedTo: _1, ...unreleased } = open;

/** The page, as it was agreed: the matrix is held against it cell by cell. */
const PAGE = `
| Create/suspend tenant | ✔ | – | – | – | – | – | – | – | – | – |
| Tenant settings, SSO, branding | B | ✔ | – | – | – | – | – | – | – | – |
| Firm users and roles | B | ✔ | – | – | – | – | – | – | – | – |
| Client users | – | ✔ | E | – | ✔ own org | – | – | – | scope | – |
| Client org / engagement / team | – | ✔ | E | – | propose | – | – | – | scope | – |
| Import participants | – | ✔ | E | – | ✔ own org | – | – | – | scope | – |
| Trigger invitations/reminders (system chooses who) | – | ✔ | E | – | ✔ | – | – | – | scope | ✔ |
| Participation status | – | # | E | assigned | # | # | # | S | # | ✔ |
| Raw item answers | – | – | – | C (separate item) | – | – | – | S | – | ✔ scoring |
| Individual profile / report | – | **–** (admin right is not content right) | C | C | C | C | – | S | C | ✔ render |
| Coach notes | – | – | – | ✔ own | – | – | – | via access request | – | – |
| Team aggregate | – | A | A,E | A,E | A | A assigned units | A | A if agreed | A scope | ✔ |
| Named team map | – | – | C,E | C,E | – | – | – | C among consenters | – | ✔ |
| Ad-hoc filters on people | – | – | – | – | – | – | – | – | – | – |
| Lower k / change cuts after launch | – | k ↑ | – | – | k ↑ | – | request ↑ | – | – | – |
| Publish a release (audit gate) | – | ✔ | E | – | – | – | – | – | – | ✔ gate |
| Give / withdraw consent | – | – | – | – | – | – | – | **S only** | – | – |
| Export individual data | – | – | C | – | – | – | – | S | C | ✔ |
| Request erasure | – | ✔ | E | – | ✔ own org | – | – | S | event | – |
| Execute erasure | – | ✔ confirm | – | – | – | – | – | – | – | ✔ |
| Audit log | platform part | tenant | own | own | own org, no content | – | settings + counts | **who saw me** | – | append |
| "View as user" | B, content masked | – | – | – | – | – | – | – | – | – |
| API keys | – | ✔ | – | – | – | – | – | – | – | – |
| Data keys | rotate, not read | – | – | – | – | – | – | – | – | use |
`;
const rows = PAGE.trim()
  .replaceAll('**', '')
  .split('\n')
  .map((line) => line.slice(2, -2).split(' | '));

describe('the matrix', () => {
  it.each(rows)('says of "%s" what the page says, for each viewer', (title, ...cells) => {
    const row = Object.values(MATRIX).find((r) => r.title === title);
    expect(VIEWERS.map((viewer) => row && row.cells[viewer].written)).toEqual(cells);
  });
  it('has a cell for each capability and viewer', () => {
    expect(rows).toHaveLength(24);
    for (const capability of CAPABILITIES)
      expect(Object.keys(MATRIX[capability].cells)).toEqual([...VIEWERS]);
  });
});

/** How each code and word is denied: the one fact that, taken away or turned, must close the cell. */
const closing: Readonly<Record<string, readonly AccessObject[]>> = {
  E: [
    { ...open, engagements: [otherEngagement] },
    { ...open, engagements: [] },
  ],
  S: [{ ...open, personId: 'e2' as PersonId }],
  A: [
    { ...open, n: SMALLEST_GROUP - 1 },
    { ...open, n: 0 },
    { ...open, smallestGroup: SMALLEST_GROUP + 1 },
  ],
  C: [unreleased, { ...open, releasedTo: [] }],
  '#': [{ ...open, detail: 'persons' }],
  '↑': [{ ...open, raises: false }],
  'own org, no content': [{ ...open, detail: 'persons' }],
  own: [{ ...open, userId: 'a2' as UserId }],
  released: [{ ...open, released: false }],
  'if agreed': [{ ...open, sharedByParticipant: false }],
  'among consenters': [{ ...open, sharedByParticipant: false }],
};
/** Cells that hold a code but that no fact can open: the release they ask for does not exist yet. */
const shut = new Set([
  'raw-answers coach',
  // A key cannot be named in a release yet.
  'individual-profile api-key',
  'export-individual-data api-key',
  // The observer asks for a higher limit; others raise it.
  'change-cuts works-council-observer',
]);
const cells = CAPABILITIES.flatMap((capability) =>
  known.map((viewer): [Capability, Viewer] => [capability, viewer]),
);

describe.each(cells)('%s by %s', (capability, viewer) => {
  const caller = callers[viewer];
  const { codes, words } = MATRIX[capability].cells[viewer];
  const granted =
    codes.length > 0 && !codes.some((c) => c === '–' || c === 'B') && !shut.has(`${capability} ${viewer}`);

  it(granted ? 'is allowed when every condition holds' : 'is denied, whatever holds', () =>
    expect(may(caller, capability, open)).toBe(granted),
  );
  it('is denied in another tenant', () =>
    expect(may(caller, capability, { ...open, tenantId: otherTenant })).toBe(false));
  if (!granted) return;

  const conditions = [...codes, words].flatMap((condition) => closing[condition] ?? []);
  for (const object of conditions)
    it(`is denied when a condition fails: ${JSON.stringify(object)}`, () =>
      expect(may(caller, capability, object)).toBe(false));
  if (caller.kind === 'api-key')
    it('is denied to a key without that scope', () => {
      const scopes = CAPABILITIES.filter((each) => each !== capability);
      expect(may({ ...caller, scopes }, capability, open)).toBe(false);
    });
  if (codes.includes('A') && (viewer === 'api-key' || CLIENT_ROLES.some((role) => role === viewer)))
    it('is denied while it is not released', () => {
      const { frozen: _, ...live } = open;
      expect(may(caller, capability, live)).toBe(false);
    });
  if (caller.kind === 'user' && caller.clientId !== null)
    it('is denied in another client organisation', () => {
      expect(may(caller, capability, { ...open, clientId: 'c2' as ClientId })).toBe(false);
      expect(may(caller, capability, { ...open, clientId: null })).toBe(false);
    });
  if (codes.some((code) => code !== '✔') || words === 'released' || words === 'own')
    it('is denied when nothing is known of the object but whose it is', () =>
      expect(may(caller, capability, { tenantId, clientId })).toBe(false));
});

describe('the audit log', () => {
  const reads = (role: Role, detail: 'counts' | 'codes' | 'persons') =>
    may(user(role), 'read-audit-log', { tenantId, clientId, detail });
  it('tells the client’s administrator what happened in the own organisation, its works council counts, its viewers nothing', () => {
    const details = ['counts', 'codes', 'persons'] as const;
    expect(details.map((each) => reads('client-admin', each))).toEqual([true, true, false]);
    expect(details.map((each) => reads('works-council-observer', each))).toEqual([true, false, false]);
    expect(details.map((each) => reads('client-viewer', each))).toEqual([false, false, false]);
  });
});

describe('in the words of the job', () => {
  const [admin, consultant, coach] = [user('firm-admin'), user('consultant'), user('coach')];
  const [clientAdmin, clientViewer] = [user('client-admin'), user('client-viewer')];
  const participant = callers.participant!;

  it('an administrator sees the structure and no content', () => {
    expect(may(admin, 'see-structure', { tenantId })).toBe(true);
    expect(may(admin, 'individual-profile', open)).toBe(false);
    expect(may(admin, 'see-agreements', open)).toBe(false);
    expect(may(admin, 'see-coach-report', open)).toBe(false);
  });
  it('an administrator who is also an assigned coach sees what a coach sees', () => {
    expect(may(user('firm-admin', 'coach'), 'individual-profile', open)).toBe(true);
    expect(may(user('firm-admin', 'coach'), 'individual-profile', unreleased)).toBe(false);
  });
  it('a profile released to the coach is not released to the consultant, and the other way round', () => {
    expect(may(coach, 'individual-profile', { ...open, releasedTo: [to('coach')] })).toBe(true);
    expect(may(consultant, 'individual-profile', { ...open, releasedTo: [to('coach')] })).toBe(false);
    expect(may(consultant, 'individual-profile', { ...open, releasedTo: [to('consultant')] })).toBe(true);
    expect(may(coach, 'individual-profile', { ...open, releasedTo: [to('team'), to('consultant')] })).toBe(
      false,
    );
  });
  it('a profile released to a named coach is open to that coach and to no other', () => {
    expect(may(coach, 'individual-profile', { ...open, releasedTo: [to('coach', userId)] })).toBe(true);
    expect(may(coach, 'individual-profile', { ...open, releasedTo: [to('coach', 'a2' as UserId)] })).toBe(
      false,
    );
  });
  it('a profile is open to the named person of the client, to no other, and to no function there', () => {
    for (const caller of [clientAdmin, clientViewer]) {
      const sees = (releasedTo: Recipient[]) =>
        may(caller, 'individual-profile', { tenantId, clientId, releasedTo });
      expect(sees([to('client', userId)])).toBe(true);
      expect(sees([to('client', 'a2' as UserId)])).toBe(false);
      expect(sees([to('client')])).toBe(false);
      expect(sees([to('coach'), to('consultant'), to('team')])).toBe(false);
    }
  });
  it('a released profile stays closed to a coach who is not assigned', () =>
    expect(may(coach, 'individual-profile', { ...open, engagements: [otherEngagement] })).toBe(false));
  it('a participant sees the own profile, released or not, and nobody else’s', () => {
    expect(may(participant, 'individual-profile', unreleased)).toBe(true);
    expect(may(participant, 'individual-profile', { ...open, personId: 'e2' as PersonId })).toBe(false);
  });
  it('a client sees how many took part, never who', () => {
    for (const caller of [clientAdmin, clientViewer]) {
      expect(may(caller, 'participation-status', { tenantId, clientId, detail: 'counts' })).toBe(true);
      expect(may(caller, 'participation-status', { tenantId, clientId, detail: 'persons' })).toBe(false);
    }
  });
  it('a client sees a released team of five and not of four', () => {
    expect(may(clientViewer, 'team-aggregate', { tenantId, clientId, frozen: true, n: 5 })).toBe(true);
    expect(may(clientViewer, 'team-aggregate', { tenantId, clientId, frozen: true, n: 4 })).toBe(false);
    expect(may(clientViewer, 'team-aggregate', { ...open, n: 4 })).toBe(false);
  });
  it('a client sees no team that is not released, however large', () =>
    expect(may(clientAdmin, 'team-aggregate', { tenantId, clientId, n: 500 })).toBe(false));
  it('the smallest group can be raised and not lowered', () => {
    const team = { tenantId, clientId, frozen: true };
    expect(may(clientAdmin, 'team-aggregate', { ...team, n: 5, smallestGroup: 10 })).toBe(false);
    expect(may(clientAdmin, 'team-aggregate', { ...team, n: 3, smallestGroup: 2 })).toBe(false);
  });
  it('a coach sees a team of three when all three released their profiles to the coach', () => {
    const three = (...each: Recipient[][]) => ({ ...open, n: 3, releasesOfEach: each });
    const all = three([to('coach')], [to('coach', userId)], [to('team'), to('coach')]);
    expect(may(coach, 'team-aggregate', all)).toBe(true);
    expect(may(consultant, 'team-aggregate', all)).toBe(false);
    expect(may(coach, 'team-aggregate', three([to('coach')], [to('coach')], []))).toBe(false);
    expect(may(coach, 'team-aggregate', three([to('coach')], [to('coach')]))).toBe(false);
  });
  it('a coach finds on the team’s map whoever released to the team, without the profile', () => {
    const released = { ...open, releasedTo: [to('team')] };
    expect(may(coach, 'named-team-map', released)).toBe(true);
    expect(may(coach, 'individual-profile', released)).toBe(false);
    expect(may(coach, 'named-team-map', { ...released, engagements: [otherEngagement] })).toBe(false);
  });
  it('a works council’s observer sees settings and released figures, and nobody', () => {
    const observer = user('works-council-observer');
    expect(may(observer, 'see-structure', { tenantId, clientId })).toBe(true);
    expect(may(observer, 'team-aggregate', { tenantId, clientId, frozen: true, n: 5 })).toBe(true);
    for (const capability of [
      'individual-profile',
      'named-team-map',
      'see-agreements',
      'publish-release',
    ] as const)
      expect(may(observer, capability, open)).toBe(false);
  });
  it('an operator runs the installation and reads nothing in it', () => {
    for (const capability of CAPABILITIES)
      expect(may(callers.operator, capability, open)).toBe(capability === 'manage-tenants');
  });
  it('a client reads its own agreements and edits none', () => {
    expect(may(clientViewer, 'see-agreements', { tenantId, clientId })).toBe(true);
    expect(may(clientViewer, 'edit-agreements', open)).toBe(false);
  });
  it('a client reads the client’s copy once released, and never the coach’s', () => {
    expect(may(clientAdmin, 'see-client-report', { tenantId, clientId, released: true })).toBe(true);
    expect(may(clientAdmin, 'see-client-report', { tenantId, clientId, released: false })).toBe(false);
    expect(may(clientAdmin, 'see-coach-report', open)).toBe(false);
  });
  it('a client account that was given a role of the firm gains nothing by it', () => {
    const odd: Caller = { ...user('coach', 'firm-admin'), kind: 'user', clientId } as Caller;
    for (const capability of CAPABILITIES) expect(may(odd, capability, open)).toBe(false);
  });
  it('an account without a client organisation gains nothing by a client role', () => {
    const odd: Caller = { ...user('client-admin'), clientId: null } as Caller;
    for (const capability of CAPABILITIES)
      expect(may(odd, capability, { ...open, clientId: null })).toBe(false);
  });
  it('an account without roles may do nothing', () => {
    for (const capability of CAPABILITIES) expect(may(user(), capability, open)).toBe(false);
  });
});

/** The page of consent, as it was agreed. */
const CONSENT_PAGE = `
| Participant (self) | progress | **full** | full + who viewed | full | full | full | full | confirmation only |
| Coach (named) | – | – | **profile** | if also named | team view | if named | none from now | none |
| Consultant (named) | status | status | status | **profile** | team view | if named | status none | none |
| Other staff of the firm, firm admin | count | aggregate ≥ k | aggregate | aggregate | aggregate | aggregate | frozen aggregate | frozen aggregate |
| Team members | – | – | – | – | **agreed excerpt**, only among those who also released | – | none | none |
| Client admin / viewer | count (thresholded) | aggregate ≥ k | aggregate | aggregate | aggregate | **profile if personally named**, else aggregate | frozen aggregate | frozen aggregate |
| Works-council observer | settings, counts | aggregate | aggregate | aggregate | aggregate | aggregate (knows that S6 is possible, not who) | – | – |
| API key | – | aggregate scope | – | – | – | only if the integration is the named recipient | revoke event | erase event |
| Platform operator | technical metadata | metadata | metadata | metadata | metadata | metadata | metadata | metadata |
`;
const columns: readonly (readonly ConsentState[])[] = [
  ...[['S0', 'S1'], ['S2'], ['S3'], ['S4'], ['S5'], ['S6'], ['W'], ['X', 'R']],
] as ConsentState[][];
const consentRows = CONSENT_PAGE.trim()
  .replaceAll('**', '')
  .split('\n')
  .map((line) => line.slice(2, -2).split(' | '));

describe('the table of consent', () => {
  it.each(consentRows)('says of "%s" what the page says, in each state', (title, ...cells) => {
    const row = Object.values(CONSENT).find((r) => r.title === title);
    for (const [n, states] of columns.entries())
      for (const state of states) expect(row?.cells[state].words).toBe(cells[n]);
  });
  it('has a row for each viewer of the page', () =>
    expect(Object.values(CONSENT).map(({ title }) => title)).toEqual(consentRows.map(([title]) => title)));

  /** What is released in a state, to the asking viewer by name. Withdrawn, erased and run out: nothing any more. */
  const releasesIn: Readonly<Record<ConsentState, readonly Recipient[]>> = {
    ...{ S0: [], S1: [], S2: [], W: [], X: [], R: [] },
    S3: [to('coach', userId)],
    S4: [to('consultant', userId)],
    S5: [to('team')],
    S6: [to('client', userId)],
  };
  const asViewer: Readonly<Record<ConsentViewer, readonly Caller[]>> = {
    self: [callers.participant],
    coach: [user('coach')],
    consultant: [user('consultant')],
    'other-staff': [
      user('firm-admin'),
      { ...user('coach', 'consultant'), engagements: [otherEngagement] } as Caller,
    ],
    'team-member': [{ kind: 'participant', tenantId, personId: 'e2' as PersonId }],
    client: [user('client-admin'), user('client-viewer')],
    'works-council-observer': [user('works-council-observer')],
    'api-key': [callers['api-key']],
    operator: [callers.operator],
  };
  const named = ['profile', 'team-view', 'excerpt'];
  const guarded = (Object.keys(asViewer) as ConsentViewer[])
    // The own result is the person's before anything is released; a key cannot be named yet.
    .filter((viewer) => viewer !== 'self' && viewer !== 'api-key')
    .flatMap((viewer) => CONSENT_STATES.map((state): [ConsentViewer, ConsentState] => [viewer, state]));

  it.each(guarded)('is what the guard does for %s in %s', (viewer, state) => {
    const { view } = CONSENT[viewer].cells[state];
    for (const caller of asViewer[viewer]) {
      const object = {
        ...{ tenantId, clientId, engagements: [engagement], personId },
        releasedTo: releasesIn[state],
        sharedByParticipant: true,
      };
      expect(may(caller, 'individual-profile', object)).toBe(view === 'profile');
      // A named person of the client reads the profile, and no map of the team.
      if (viewer !== 'client') expect(may(caller, 'named-team-map', object)).toBe(named.includes(view));
      expect(may(caller, 'raw-answers', object)).toBe(false);
    }
  });
});
