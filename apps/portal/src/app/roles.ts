import type { Role } from '../api/generated.js';

const STAFF: readonly Role[] = ['CONSULTANT', 'COACH', 'FIRM_ADMIN'];
const CLIENT: readonly Role[] = ['CLIENT_ADMIN', 'CLIENT_VIEWER', 'WORKS_COUNCIL_OBSERVER'];

const hasOne = (roles: readonly Role[], wanted: readonly Role[]) =>
  roles.some((role) => wanted.includes(role));

export const isStaff = (roles: readonly Role[]) => hasOne(roles, STAFF);
export const isAdministrator = (roles: readonly Role[]) => roles.includes('FIRM_ADMIN');
export const isClient = (roles: readonly Role[]) => hasOne(roles, CLIENT);
/** Released reports are for the client itself; its works council reads rules, counts and released figures. */
export const readsReports = (roles: readonly Role[]) => hasOne(roles, ['CLIENT_ADMIN', 'CLIENT_VIEWER']);
export const isParticipant = (roles: readonly Role[]) => roles.includes('PARTICIPANT');

/** Where a caller starts: staff at their engagements, clients at their reports, their works council at the counts, participants at their questionnaires. */
export function homeOf(roles: readonly Role[]): '/engagements' | '/client' | '/client/participation' | '/q' {
  if (isStaff(roles)) return '/engagements';
  if (readsReports(roles)) return '/client';
  return isClient(roles) ? '/client/participation' : '/q';
}
