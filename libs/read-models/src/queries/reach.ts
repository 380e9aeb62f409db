import { CLIENT_ROLES, type Caller, type Role, type StaffFunction } from '@rapport/domain';
import type { Values } from './statement.js';

/**
 * How far a caller sees: which engagements, organisations and teams exist for them at all. What lies beyond answers
 * like what does not exist. Inside the reach, `viewOf` says how much of the measurement they see.
 */

const has = (caller: Caller, ...roles: readonly Role[]): boolean =>
  caller.kind === 'user' && roles.some((role) => caller.roles.includes(role));

export const isStaff = (caller: Caller): boolean => has(caller, 'firm-admin', 'consultant', 'coach');
export const isClient = (caller: Caller): boolean => !isStaff(caller) && has(caller, ...CLIENT_ROLES);
export const isFirmAdmin = (caller: Caller): boolean => has(caller, 'firm-admin');

const clientOf = (caller: Caller): string | null =>
  isClient(caller) && caller.kind === 'user' ? caller.clientId : null;
const assignedTo = (caller: Caller): readonly string[] =>
  caller.kind === 'user' && isStaff(caller) ? caller.engagements : [];

/** Condition on `read.engagements`: administrators the whole firm, staff what they are assigned to, clients their own. */
export const engagementInReach = (caller: Caller, values: Values, alias = 'e'): string =>
  isFirmAdmin(caller)
    ? 'true'
    : `(${alias}.id = any(${values.add(assignedTo(caller))}::text[]) or ${alias}.client_id = ${values.add(clientOf(caller))}::text)`;

/** Condition on `read.client_organisations`: who may open an engagement sees with whom one could be opened. */
export const clientInReach = (caller: Caller, values: Values, alias = 'c'): string =>
  has(caller, 'firm-admin', 'consultant')
    ? 'true'
    : `(${alias}.id = ${values.add(clientOf(caller))}::text or ${alias}.id in (${clientsOfEngagements(caller, values)}))`;

/** Condition on `read.teams` and `read.persons`: the organisations the caller works with. */
export const organisationInReach = (caller: Caller, values: Values, alias: string): string =>
  isFirmAdmin(caller)
    ? 'true'
    : `(${alias}.client_id = ${values.add(clientOf(caller))}::text or ${alias}.client_id in (${clientsOfEngagements(caller, values)}))`;

const clientsOfEngagements = (caller: Caller, values: Values): string =>
  `select client_id from read.engagements where id = any(${values.add(assignedTo(caller))}::text[])`;

/** Functions in which the caller is assigned to an engagement and whose role they hold. */
export function functionsIn(
  caller: Caller,
  staff: readonly { readonly userId: string; readonly as: StaffFunction }[],
): readonly StaffFunction[] {
  if (caller.kind !== 'user') return [];
  const assigned = staff.filter((s) => s.userId === caller.userId).map((s) => s.as);
  return (['consultant', 'coach'] as const).filter((as) => assigned.includes(as) && has(caller, as));
}

/** Below this many people an aggregate is not shown to those who may see aggregates only. */
export const AGGREGATE_FROM = 5;
/** Below this many people neither is how they are distributed. */
export const DISTRIBUTION_FROM = 10;

/**
 * `map`: every member as a dot, with the name where the person released it; for staff assigned to the engagement.
 * `aggregate`: figures of the team only; an administrator's right is not a right to content.
 */
export function viewOf(functions: readonly StaffFunction[]): 'map' | 'aggregate' {
  return functions.length > 0 ? 'map' : 'aggregate';
}
