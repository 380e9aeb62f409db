import { describe, expect, it } from '@jest/globals';
import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';
import { CAPABILITIES, MATRIX, VIEWERS, type Capability, type Cell, type Viewer } from './capabilities.js';
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
const callers: Partial<Record<Viewer, Caller>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, user(role)])),
  participant: { kind: 'participant', tenantId, personId },
  service: { kind: 'service', tenantId, service: 'reporting' },
};
const known = Object.keys(callers) as Viewer[];

/** An object of which every fact speaks for the caller. */
const open: AccessObject = {
  tenantId,
  clientId,
  engagements: [otherEngagement, engagement],
  personId,
  userId,
  releasedTo: ['coach', 'consultant', 'team'],
  n: SMALLEST_GROUP,
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

const spelled = ({ codes, words }: Cell): string => {
  if (codes.length === 0 || words === 'assigned' || words.endsWith('↑')) return words;
  const separator = codes.includes('B') ? ', ' : ' ';
  return codes.join(',') + (words && separator + words);
};

describe('the matrix', () => {
  it.each(rows)('says of "%s" what the page says, for each viewer', (title, ...cells) => {
    const row = Object.values(MATRIX).find((r) => r.title === title);
    expect(VIEWERS.map((viewer) => row && spelled(row.cells[viewer]))).toEqual(cells);
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
    { ...unreleased, n: SMALLEST_GROUP - 1 },
    { ...unreleased, n: 0 },
    { ...open, n: 0 },
  ],
  C: [unreleased, { ...open, releasedTo: [] }],
  '#': [{ ...open, detail: 'persons' }],
  '↑': [{ ...open, raises: false }],
  own: [{ ...open, userId: 'a2' as UserId }],
  released: [{ ...open, released: false }],
  'if agreed': [{ ...open, sharedByParticipant: false }],
  'among consenters': [{ ...open, sharedByParticipant: false }],
};
/** Cells that hold a code but that no fact can open: the release they ask for does not exist yet. */
const shut = new Set([
  'raw-answers coach',
  'individual-profile client-admin',
  'individual-profile client-viewer',
]);
const cells = CAPABILITIES.flatMap((capability) =>
  known.map((viewer): [Capability, Viewer] => [capability, viewer]),
);

describe.each(cells)('%s by %s', (capability, viewer) => {
  const caller = callers[viewer]!;
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
  if (caller.kind === 'user' && caller.clientId !== null)
    it('is denied in another client organisation', () => {
      expect(may(caller, capability, { ...open, clientId: 'c2' as ClientId })).toBe(false);
      expect(may(caller, capability, { ...open, clientId: null })).toBe(false);
    });
  if (codes.some((code) => code !== '✔') || words === 'released' || words === 'own')
    it('is denied when nothing is known of the object but whose it is', () =>
      expect(may(caller, capability, { tenantId, clientId })).toBe(false));
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
    expect(may(coach, 'individual-profile', { ...open, releasedTo: ['coach'] })).toBe(true);
    expect(may(consultant, 'individual-profile', { ...open, releasedTo: ['coach'] })).toBe(false);
    expect(may(consultant, 'individual-profile', { ...open, releasedTo: ['consultant'] })).toBe(true);
    expect(may(coach, 'individual-profile', { ...open, releasedTo: ['team', 'consultant'] })).toBe(false);
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
  it('a client sees a team of five and not of four', () => {
    expect(may(clientViewer, 'team-aggregate', { tenantId, clientId, n: 5 })).toBe(true);
    expect(may(clientViewer, 'team-aggregate', { tenantId, clientId, n: 4 })).toBe(false);
    expect(may(clientViewer, 'team-aggregate', { ...open, n: 4 })).toBe(false);
  });
  it('the smallest group can be raised and not lowered', () => {
    expect(may(clientAdmin, 'team-aggregate', { tenantId, clientId, n: 5, smallestGroup: 10 })).toBe(false);
    expect(may(clientAdmin, 'team-aggregate', { tenantId, clientId, n: 3, smallestGroup: 2 })).toBe(false);
  });
  it('a coach sees a team of three when all three released their profiles to the coach', () => {
    expect(may(coach, 'team-aggregate', { ...open, n: 3, releasedTo: ['coach'] })).toBe(true);
    expect(may(coach, 'team-aggregate', { ...open, n: 3, releasedTo: ['consultant'] })).toBe(false);
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
