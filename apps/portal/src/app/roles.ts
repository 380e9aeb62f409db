import type { Role } from '../api/generated.js';

const STAFF: readonly Role[] = ['CONSULTANT', 'COACH', 'FIRM_ADMIN'];
const CLIENT: readonly Role[] = ['CLIENT_ADMIN', 'CLIENT_VIEWER', 'WORKS_COUNCIL_OBSERVER'];

const hasOne = (roles: readonly Role[], wanted: readonly Role[]) =>
  roles.some((role) => wanted.includes(role));

export const isStaff = (roles: readonly Role[]) => hasOne(roles, STAFF);
export const isClient = (roles: readonly Role[]) => hasOne(roles, CLIENT);
export const isParticipant = (roles: readonly Role[]) => roles.includes('PARTICIPANT');

/** Where a caller starts: staff at their engagements, clients at their reports, participants at their questionnaires. */
export function homeOf(roles: readonly Role[]): '/engagements' | '/client' | '/q' {
  if (isStaff(roles)) return '/engagements';
  return isClient(roles) ? '/client' : '/q';
}
