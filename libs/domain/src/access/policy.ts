/**
 * The policy of the product as data: who may do what (`MATRIX`), and what of one person is seen in which state of
 * consent (`CONSENT`). Guards, tests, the access guide and the annex for the works council are made from this file.
 */

/** Columns of the matrix. */
export const VIEWERS = [
  'operator',
  'firm-admin',
  'consultant',
  'coach',
  'client-admin',
  'client-viewer',
  'works-council-observer',
  'participant',
  'api-key',
  'service',
] as const;
export type Viewer = (typeof VIEWERS)[number];

/**
 * ✔ in own scope · E assigned engagements only · S self only · A aggregate of enough people · C only by that person's
 * release to this recipient · # counts only · ↑ raise only · B break-glass · – never
 */
export type Code = '✔' | 'E' | 'S' | 'A' | 'C' | '#' | '↑' | 'B' | '–';

/** All codes must hold; `words` narrow them further, or stand alone and then grant nothing by themselves. An API key also needs the capability in its scopes. */
export interface Cell {
  readonly codes: readonly Code[];
  readonly words: string;
  /** The cell as the table has it. */
  readonly written: string;
}

export interface CapabilityRow {
  readonly title: string;
  readonly cells: Readonly<Record<Viewer, Cell>>;
}

/**
 * Who may do what, and under which condition: the one table from which guards, tests and documents are made.
 * Cells in the order of VIEWERS: operator, firm admin, consultant, coach, client admin, client viewer, works-council
 * observer, participant, API key, service.
 */
const TABLE = {
  'manage-tenants': ['Create/suspend tenant', '✔ | – | – | – | – | – | – | – | – | –'],
  'change-tenant-settings': ['Tenant settings, SSO, branding', 'B | ✔ | – | – | – | – | – | – | – | –'],
  'manage-users': ['Firm users and roles', 'B | ✔ | – | – | – | – | – | – | – | –'],
  'manage-client-users': ['Client users', '– | ✔ | E | – | ✔ own org | – | – | – | scope | –'],
  'manage-structure': ['Client org / engagement / team', '– | ✔ | E | – | propose | – | – | – | scope | –'],
  'import-participants': ['Import participants', '– | ✔ | E | – | ✔ own org | – | – | – | scope | –'],
  'invite-participants': [
    'Trigger invitations/reminders (system chooses who)',
    '– | ✔ | E | – | ✔ | – | – | – | scope | ✔',
  ],
  'participation-status': ['Participation status', '– | # | E | assigned | # | # | # | S | # | ✔'],
  'raw-answers': ['Raw item answers', '– | – | – | C (separate item) | – | – | – | S | – | ✔ scoring'],
  'individual-profile': [
    'Individual profile / report',
    '– | – (admin right is not content right) | C | C | C | C | – | S | C | ✔ render',
  ],
  'coach-notes': ['Coach notes', '– | – | – | ✔ own | – | – | – | via access request | – | –'],
  'team-aggregate': [
    'Team aggregate',
    '– | A | A,E | A,E | A | A assigned units | A | A if agreed | A scope | ✔',
  ],
  'named-team-map': ['Named team map', '– | – | C,E | C,E | – | – | – | C among consenters | – | ✔'],
  'filter-people': ['Ad-hoc filters on people', '– | – | – | – | – | – | – | – | – | –'],
  'change-cuts': ['Lower k / change cuts after launch', '– | k ↑ | – | – | k ↑ | – | request ↑ | – | – | –'],
  'publish-release': ['Publish a release (audit gate)', '– | ✔ | E | – | – | – | – | – | – | ✔ gate'],
  'give-consent': ['Give / withdraw consent', '– | – | – | – | – | – | – | S only | – | –'],
  'export-individual-data': ['Export individual data', '– | – | C | – | – | – | – | S | C | ✔'],
  'request-erasure': ['Request erasure', '– | ✔ | E | – | ✔ own org | – | – | S | event | –'],
  'execute-erasure': ['Execute erasure', '– | ✔ confirm | – | – | – | – | – | – | – | ✔'],
  'read-audit-log': [
    'Audit log',
    'platform part | tenant | own | own | own org, no content | – | settings + counts | who saw me | – | append',
  ],
  'view-as-user': ['"View as user"', 'B, content masked | – | – | – | – | – | – | – | – | –'],
  'manage-api-keys': ['API keys', '– | ✔ | – | – | – | – | – | – | – | –'],
  'use-data-keys': ['Data keys', 'rotate, not read | – | – | – | – | – | – | – | – | use'],

  // Capabilities of the product's own screens, by the same codes.
  'see-structure': [
    'See client organisations, engagements, teams and waves',
    '– | ✔ | E | E | ✔ own org | ✔ own org | ✔ own org | – | scope | ✔',
  ],
  'see-agreements': ['See agreements', '– | – | E | E | ✔ own org | ✔ own org | – | – | – | ✔'],
  'edit-agreements': ['Propose, edit, agree, check in on, review', '– | – | E | E | – | – | – | – | – | –'],
  'request-report': ['Request a report', '– | – | E | E | – | – | – | – | – | –'],
  'see-coach-report': ['Coach’s copy of a report', '– | – | E | E | – | – | – | – | – | ✔ render'],
  'see-client-report': [
    'Client’s copy of a report',
    '– | – | E | E | ✔ released | ✔ released | – | – | – | ✔ render',
  ],
  'export-evidence': ['Evidence pack of an engagement', '– | ✔ | E | – | – | – | – | – | – | ✔'],
  'see-instruments': ['See instruments and norm groups', '– | ✔ | ✔ | ✔ | – | – | – | – | – | ✔'],
  'manage-instruments': ['Publish instruments and norm groups', '– | ✔ | – | – | – | – | – | – | – | ✔'],
} as const satisfies Readonly<Record<string, readonly [title: string, cells: string]>>;

export type Capability = keyof typeof TABLE;
export const CAPABILITIES = Object.keys(TABLE) as readonly Capability[];

/** Cells of words alone that grant what a code grants, under the condition the words name. */
const MEANT: Readonly<Record<string, Code>> = {
  assigned: 'E',
  scope: '✔',
  tenant: '✔',
  own: '✔',
  'who saw me': 'S',
  'own org, no content': '✔',
  'settings + counts': '#',
};

/** The matrix: every capability by every viewer. */
export const MATRIX: Readonly<Record<Capability, CapabilityRow>> = Object.fromEntries(
  CAPABILITIES.map((capability) => {
    const [title, cells] = TABLE[capability];
    return [capability, { title, cells: cellsOf(cells.split(' | ')) }];
  }),
) as Record<Capability, CapabilityRow>;

function cellsOf(written: readonly string[]): Record<Viewer, Cell> {
  if (written.length !== VIEWERS.length) throw new RangeError(`a row needs ${VIEWERS.length} cells`);
  return Object.fromEntries(VIEWERS.map((viewer, i) => [viewer, cellOf(written[i]!)])) as Record<
    Viewer,
    Cell
  >;
}

/** `A,E` · `✔ own org` · `k ↑` · `assigned` (another word for E) · `scope` (of an API key) · words alone. */
function cellOf(written: string): Cell {
  const meant = written.endsWith(' ↑') ? '↑' : MEANT[written];
  if (meant !== undefined) return { codes: [meant], words: written, written };
  const [, codes, words] = /^([✔ESACB#–](?:,[ESACB#])*),?(?: (.*))?$/u.exec(written) ?? [];
  if (codes === undefined) return { codes: [], words: written, written };
  return { codes: codes.split(',') as Code[], words: words ?? '', written };
}

/**
 * S0 invited, nothing given · S1 agreed to take part · S2 own result viewed, nothing released · S3 released to the coach ·
 * S4 to the consultant · S5 to the team · S6 to a named person of the client · W withdrawn · X erased · R retention run
 * out. Releases add up: a person may be in several of S3 to S6 at once, and a viewer sees the most of them.
 */
export const CONSENT_STATES = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'W', 'X', 'R'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const CONSENT_VIEWERS = [
  'self',
  'coach',
  'consultant',
  'other-staff',
  'team-member',
  'client',
  'works-council-observer',
  'api-key',
  'operator',
] as const;
export type ConsentViewer = (typeof CONSENT_VIEWERS)[number];

/**
 * What is seen of one person. `team-view`: by name among the members of the team, without the profile · `excerpt`: the
 * team's view for members who released theirs too · `frozen-aggregate`: only what was released before · `event`: that it
 * happened.
 */
export type View =
  | 'full'
  | 'profile'
  | 'team-view'
  | 'excerpt'
  | 'aggregate'
  | 'frozen-aggregate'
  | 'progress'
  | 'confirmation'
  | 'status'
  | 'count'
  | 'settings'
  | 'event'
  | 'metadata'
  | 'none';

export interface ConsentCell {
  readonly view: View;
  /** The release must name this viewer in person; a function is not enough. */
  readonly inPerson: boolean;
  readonly words: string;
}

export interface ConsentRow {
  readonly title: string;
  readonly cells: Readonly<Record<ConsentState, ConsentCell>>;
}

/** Viewers by state of consent. Columns: S0 and S1, S2, S3, S4, S5, S6, W, X and R. */
const CONSENT_TABLE = {
  self: [
    'Participant (self)',
    'progress | full | full + who viewed | full | full | full | full | confirmation only',
  ],
  coach: ['Coach (named)', '– | – | profile | if also named | team view | if named | none from now | none'],
  consultant: [
    'Consultant (named)',
    'status | status | status | profile | team view | if named | status none | none',
  ],
  'other-staff': [
    'Other staff of the firm, firm admin',
    'count | aggregate ≥ k | aggregate | aggregate | aggregate | aggregate | frozen aggregate | frozen aggregate',
  ],
  'team-member': [
    'Team members',
    '– | – | – | – | agreed excerpt, only among those who also released | – | none | none',
  ],
  client: [
    'Client admin / viewer',
    'count (thresholded) | aggregate ≥ k | aggregate | aggregate | aggregate | profile if personally named, else aggregate | frozen aggregate | frozen aggregate',
  ],
  'works-council-observer': [
    'Works-council observer',
    'settings, counts | aggregate | aggregate | aggregate | aggregate | aggregate (knows that S6 is possible, not who) | – | –',
  ],
  'api-key': [
    'API key',
    '– | aggregate scope | – | – | – | only if the integration is the named recipient | revoke event | erase event',
  ],
  operator: [
    'Platform operator',
    'technical metadata | metadata | metadata | metadata | metadata | metadata | metadata | metadata',
  ],
} as const satisfies Readonly<Record<ConsentViewer, readonly [title: string, cells: string]>>;

/** The view behind the words of a cell; `if named` adds to the other releases and gives nothing by itself. */
const VIEW_OF: Readonly<Record<string, View>> = {
  '–': 'none',
  none: 'none',
  'none from now': 'none',
  'status none': 'none',
  'if named': 'none',
  'if also named': 'none',
  progress: 'progress',
  full: 'full',
  'full + who viewed': 'full',
  'confirmation only': 'confirmation',
  profile: 'profile',
  'profile if personally named, else aggregate': 'profile',
  'only if the integration is the named recipient': 'profile',
  'team view': 'team-view',
  'agreed excerpt, only among those who also released': 'excerpt',
  status: 'status',
  count: 'count',
  'count (thresholded)': 'count',
  'aggregate ≥ k': 'aggregate',
  aggregate: 'aggregate',
  'aggregate scope': 'aggregate',
  'aggregate (knows that S6 is possible, not who)': 'aggregate',
  'frozen aggregate': 'frozen-aggregate',
  'settings, counts': 'settings',
  'revoke event': 'event',
  'erase event': 'event',
  'technical metadata': 'metadata',
  metadata: 'metadata',
};
const COLUMN_OF: Readonly<Record<ConsentState, number>> = {
  ...{ S0: 0, S1: 0, S2: 1, S3: 2, S4: 3, S5: 4, S6: 5, W: 6, X: 7, R: 7 },
};

/** What every viewer sees of one person in every state of consent. */
export const CONSENT: Readonly<Record<ConsentViewer, ConsentRow>> = Object.fromEntries(
  CONSENT_VIEWERS.map((viewer) => {
    const [title, written] = CONSENT_TABLE[viewer];
    const cells = written.split(' | ').map(consentCellOf);
    if (cells.length !== 8) throw new RangeError('a row of consent needs 8 cells');
    return [
      viewer,
      { title, cells: Object.fromEntries(CONSENT_STATES.map((s) => [s, cells[COLUMN_OF[s]]!])) },
    ];
  }),
) as Record<ConsentViewer, ConsentRow>;

function consentCellOf(words: string): ConsentCell {
  const view = VIEW_OF[words];
  if (view === undefined) throw new RangeError(`no view is called "${words}"`);
  return { view, words, inPerson: words.startsWith('profile if personally') || words.startsWith('only if') };
}
