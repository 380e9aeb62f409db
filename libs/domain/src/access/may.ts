import type { Recipient } from '../assessment/assessment.js';
import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';
import { MATRIX, type Capability, type Cell, type Code, type Viewer } from './capabilities.js';
import { CLIENT_ROLES, type Caller } from './roles.js';

/** Fewest people an aggregate may be made of; a firm may raise it, nobody may lower it. */
export const SMALLEST_GROUP = 5;

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
  /** To whom the profile, or of an aggregate every profile in it, is released now. */
  readonly releasedTo?: readonly Recipient[];
  /** How many people an aggregate is made of. */
  readonly n?: number;
  /** Whether persons are named or only counted. */
  readonly detail?: 'counts' | 'persons';
  /** A report's copy is open to the client. */
  readonly released?: boolean;
  /** A change that only makes the rules stricter. */
  readonly raises?: boolean;
  /** The asking participant belongs to the team, with the own profile released to it. */
  readonly sharedByParticipant?: boolean;
  /** The firm's own higher limit on the size of groups. */
  readonly smallestGroup?: number;
}

/**
 * Whether a caller may use a capability on an object, by the matrix alone. Pure; one allowing role is enough, and a
 * foreign tenant's object is never allowed. Roles of the firm count only for accounts without a client organisation,
 * client roles only for accounts with one.
 */
export function may(caller: Caller, capability: Capability, object: AccessObject): boolean {
  if (caller.tenantId !== object.tenantId) return false;
  const { cells } = MATRIX[capability];
  return viewersOf(caller).some((viewer) => grants(cells[viewer], viewer, caller, object));
}

function viewersOf(caller: Caller): readonly Viewer[] {
  switch (caller.kind) {
    case 'participant':
    case 'service':
      return [caller.kind];
    case 'user':
      return caller.roles.filter((role) => CLIENT_ROLES.includes(role) === (caller.clientId !== null));
  }
}

function grants(cell: Cell, viewer: Viewer, caller: Caller, object: AccessObject): boolean {
  return (
    cell.codes.length > 0 &&
    inOwnOrganisation(caller, object) &&
    cell.codes.every((code) => CODES[code](viewer, caller, object)) &&
    (WORDS[cell.words]?.(viewer, caller, object) ?? false)
  );
}

/** The scope of a client role is its own organisation, in every cell. */
const inOwnOrganisation = (caller: Caller, object: AccessObject): boolean =>
  caller.kind !== 'user' || caller.clientId === null || caller.clientId === object.clientId;

type Condition = (viewer: Viewer, caller: Caller, object: AccessObject) => boolean;
const always: Condition = () => true;
const never: Condition = () => false;

const assigned: Condition = (_, caller, object) =>
  caller.kind === 'user' && (object.engagements ?? []).some((id) => caller.engagements.includes(id));

/** A release names a kind of recipient of one engagement: those of that kind who are assigned to it. */
const releasedToViewer: Condition = (viewer, caller, object) =>
  (viewer === 'coach' || viewer === 'consultant') &&
  assigned(viewer, caller, object) &&
  (object.releasedTo ?? []).includes(viewer);

const sharedInTeam: Condition = (_, caller, object) =>
  caller.kind === 'participant' &&
  object.sharedByParticipant === true &&
  (object.releasedTo ?? []).includes('team');

/** A smaller group is open to those who may see each single profile in it: the aggregate tells them nothing new. */
const enoughPeople: Condition = (viewer, caller, object) =>
  (object.n ?? 0) >= Math.max(SMALLEST_GROUP, object.smallestGroup ?? 0) ||
  ((object.n ?? 0) > 0 && releasedToViewer(viewer, caller, object));

const CODES: Readonly<Record<Code, Condition>> = {
  '✔': always,
  E: assigned,
  S: (_, caller, object) => caller.kind === 'participant' && caller.personId === object.personId,
  A: enoughPeople,
  C: (...asked) => releasedToViewer(...asked) || sharedInTeam(...asked),
  '#': (_, __, object) => object.detail === 'counts',
  '↑': (_, __, object) => object.raises === true,
  // Break-glass is opened for an hour by two people; no role holds it.
  B: never,
  '–': never,
};

/** What the words of a cell ask for besides its codes. Words that are not here grant nothing. */
const WORDS: Readonly<Record<string, Condition>> = {
  '': always,
  assigned: always,
  only: always,
  'own org': always,
  // Client viewers are not assigned to units yet: their unit is the organisation.
  'assigned units': always,
  scoring: always,
  render: always,
  gate: always,
  confirm: always,
  'k ↑': always,
  own: (_, caller, object) => caller.kind === 'user' && caller.userId === object.userId,
  released: (_, __, object) => object.released === true,
  'if agreed': (_, __, object) => object.sharedByParticipant === true,
  'among consenters': sharedInTeam,
};
