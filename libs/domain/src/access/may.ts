import type { Recipient } from '../assessment/assessment.js';
import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';
import {
  CONSENT,
  MATRIX,
  type Capability,
  type Cell,
  type Code,
  type ConsentState,
  type ConsentViewer,
  type View,
  type Viewer,
} from './policy.js';
import { CLIENT_ROLES, type Caller } from './roles.js';

/** Fewest people an aggregate may be made of; a firm may raise it, nobody may lower it. */
export const SMALLEST_GROUP = 5;

/** Below this many people it is not shown how they are distributed, nor what they wrote freely. */
export const DISTRIBUTION_FROM = 10;

/** What is known of the thing asked for. A fact that is not given counts against the caller. */
export interface AccessObject {
  readonly tenantId: TenantId;
  readonly clientId?: ClientId | null;
  /** Engagements it belongs to; being assigned to one of them is enough. */
  readonly engagements?: readonly EngagementId[];
  /** The person it is about. */
  readonly personId?: PersonId;
  /** The user who made it, for example of a coach's note. */
  readonly userId?: UserId;
  /** To whom the person's profile is released now: neither revoked nor run out. */
  readonly releasedTo?: readonly Recipient[];
  /** The same of every person in an aggregate, one list each. */
  readonly releasesOfEach?: readonly (readonly Recipient[])[];
  /** How many people an aggregate is made of. */
  readonly n?: number;
  /** An aggregate that stands in a release; client roles read no other. */
  readonly frozen?: boolean;
  /** Whether persons are named, only what happened is told, or it is only counted. */
  readonly detail?: 'counts' | 'codes' | 'persons';
  /** A report's copy is open to the client. */
  readonly released?: boolean;
  /** A change that only makes the rules stricter. */
  readonly raises?: boolean;
  /** The asking participant belongs to the team, with the own profile released to it. */
  readonly sharedByParticipant?: boolean;
  /** The higher limit on the size of groups that was agreed for it. */
  readonly smallestGroup?: number;
}

/**
 * Whether a caller may use a capability on an object, by the policy alone. Pure; one allowing role is enough, and a
 * foreign tenant's object is never allowed. Roles of the firm count only for accounts without a client organisation,
 * client roles only for accounts with one.
 */
export function may(caller: Caller, capability: Capability, object: AccessObject): boolean {
  if (caller.tenantId !== object.tenantId) return false;
  if (caller.kind === 'api-key' && !caller.scopes.includes(capability)) return false;
  const { cells } = MATRIX[capability];
  const asked = { capability, caller, object };
  return viewersOf(caller).some((viewer) => grants(cells[viewer], { ...asked, viewer }));
}

function viewersOf(caller: Caller): readonly Viewer[] {
  if (caller.kind !== 'user') return [caller.kind];
  return caller.roles.filter((role) => CLIENT_ROLES.includes(role) === (caller.clientId !== null));
}

interface Asked {
  readonly viewer: Viewer;
  readonly capability: Capability;
  readonly caller: Caller;
  readonly object: AccessObject;
}

const grants = (cell: Cell, asked: Asked): boolean =>
  cell.codes.length > 0 &&
  inOwnOrganisation(asked) &&
  cell.codes.every((code) => CODES[code](asked)) &&
  (WORDS[cell.words]?.(asked) ?? false);

/** The scope of a client role is its own organisation, in every cell; so is that of a client's API key. */
const inOwnOrganisation = ({ caller, object }: Asked): boolean =>
  (caller.kind !== 'user' && caller.kind !== 'api-key') ||
  caller.clientId === null ||
  caller.clientId === object.clientId;

type Condition = (asked: Asked) => boolean;
const always: Condition = () => true;
const never: Condition = () => false;

const assigned: Condition = ({ caller, object }) =>
  caller.kind === 'user' && (object.engagements ?? []).some((id) => caller.engagements.includes(id));

/** Which row of the table of consent speaks of a viewer. */
const ROW_OF: Partial<Record<Viewer, ConsentViewer>> = {
  coach: 'coach',
  consultant: 'consultant',
  participant: 'team-member',
  'client-admin': 'client',
  'client-viewer': 'client',
};
const STATE_OF: Readonly<Record<Recipient['kind'], ConsentState>> = {
  ...{ coach: 'S3', consultant: 'S4', team: 'S5', client: 'S6' },
};

/** What of one person a viewer sees: one view for each release in force, by the table of consent. */
function viewsOf(asked: Asked, releasedTo: readonly Recipient[]): readonly View[] {
  const { viewer, caller, object } = asked;
  const row = ROW_OF[viewer];
  if (row === undefined) return [];
  if ((viewer === 'coach' || viewer === 'consultant') && !assigned(asked)) return [];
  if (viewer === 'participant' && object.sharedByParticipant !== true) return [];
  const userId = caller.kind === 'user' ? caller.userId : null;
  return releasedTo.flatMap((recipient): View[] => {
    const { view, inPerson } = CONSENT[row].cells[STATE_OF[recipient.kind]];
    // A release to the team opens the team's view to those who work with it; every other one names its reader.
    const named =
      recipient.kind === 'team' || (recipient.userId === null ? !inPerson : recipient.userId === userId);
    return named ? [view] : [];
  });
}
/** What a cell with C opens; anything less than that view does not. */
const VIEWS: Partial<Record<Capability, readonly View[]>> = {
  'named-team-map': ['profile', 'team-view', 'excerpt'],
};
const consented: Condition = (asked) =>
  viewsOf(asked, asked.object.releasedTo ?? []).some((view) =>
    (VIEWS[asked.capability] ?? ['profile']).includes(view),
  );

const isClients = (viewer: Viewer): boolean => CLIENT_ROLES.some((role) => role === viewer);

/** A smaller group is open to those who may see each single profile in it: the aggregate tells them nothing new. */
const enoughPeople: Condition = (asked) => {
  const { n = 0, smallestGroup = 0, releasesOfEach = [], frozen } = asked.object;
  if ((isClients(asked.viewer) || asked.viewer === 'api-key') && frozen !== true) return false;
  if (n >= Math.max(SMALLEST_GROUP, smallestGroup)) return true;
  return (
    n > 0 &&
    releasesOfEach.length === n &&
    releasesOfEach.every((each) => viewsOf(asked, each).includes('profile'))
  );
};

const CODES: Readonly<Record<Code, Condition>> = {
  '✔': always,
  E: assigned,
  S: ({ caller, object }) => caller.kind === 'participant' && caller.personId === object.personId,
  A: enoughPeople,
  C: consented,
  '#': ({ object }) => object.detail === 'counts',
  '↑': ({ object }) => object.raises === true,
  // Break-glass is opened for an hour by two people; no role holds it.
  B: never,
  '–': never,
};

/** What the words of a cell ask for besides its codes. Words that are not here grant nothing. */
const WORDS: Readonly<Record<string, Condition>> = {
  '': always,
  assigned: always,
  only: always,
  scope: always,
  tenant: always,
  'who saw me': always,
  'own org': always,
  'own org, no content': ({ object }) => object.detail === 'codes' || object.detail === 'counts',
  'settings + counts': always,
  // Client viewers are not assigned to units yet: their unit is the organisation.
  'assigned units': always,
  scoring: always,
  render: always,
  gate: always,
  confirm: always,
  'k ↑': always,
  own: ({ caller, object }) => caller.kind === 'user' && caller.userId === object.userId,
  released: ({ object }) => object.released === true,
  'if agreed': ({ object }) => object.sharedByParticipant === true,
  'among consenters': ({ viewer }) => viewer === 'participant',
};
