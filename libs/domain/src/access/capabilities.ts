/** Columns of the matrix. Operator, observer and API key have no sessions yet: their cells are data for the documents. */
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

/** All codes must hold; `words` narrow them further, or stand alone and then grant nothing by themselves. */
export interface Cell {
  readonly codes: readonly Code[];
  readonly words: string;
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
    '– | ✔ | E | E | ✔ own org | ✔ own org | – | – | scope | ✔',
  ],
  'see-agreements': ['See agreements', '– | – | E | E | ✔ own org | ✔ own org | – | – | – | ✔'],
  'edit-agreements': ['Propose, edit, agree, check in on, review', '– | – | E | E | – | – | – | – | – | –'],
  'request-report': ['Request a report', '– | – | E | E | – | – | – | – | – | –'],
  'see-coach-report': ['Coach’s copy of a report', '– | – | E | E | – | – | – | – | – | ✔ render'],
  'see-client-report': [
    'Client’s copy of a report',
    '– | – | E | E | ✔ released | ✔ released | – | – | – | ✔ render',
  ],
  'see-instruments': ['See instruments and norm groups', '– | ✔ | ✔ | ✔ | – | – | – | – | – | ✔'],
  'manage-instruments': ['Publish instruments and norm groups', '– | ✔ | – | – | – | – | – | – | – | ✔'],
} as const satisfies Readonly<Record<string, readonly [title: string, cells: string]>>;

export type Capability = keyof typeof TABLE;
export const CAPABILITIES = Object.keys(TABLE) as readonly Capability[];

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

/** `A,E` · `✔ own org` · `k ↑` · `assigned` (the page's other word for E) · words alone. */
function cellOf(written: string): Cell {
  if (written === 'assigned') return { codes: ['E'], words: written };
  if (written.endsWith(' ↑')) return { codes: ['↑'], words: written };
  const [, codes, words] = /^([✔ESACB#–](?:,[ESACB#])*),?(?: (.*))?$/u.exec(written) ?? [];
  if (codes === undefined) return { codes: [], words: written };
  return { codes: codes.split(',') as Code[], words: words ?? '' };
}
