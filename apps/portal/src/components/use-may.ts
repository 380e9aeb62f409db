import { useRouteContext } from '@tanstack/react-router';
import type { EngagementDetail } from '../api/engagement.js';
import type { Role } from '../api/generated.js';

/** Roles that are offered an action. What is really permitted the server decides; this keeps dead ends off the page. */
const WHO = {
  registerClients: ['FIRM_ADMIN'],
  openEngagements: ['FIRM_ADMIN'],
  assignStaff: ['FIRM_ADMIN'],
  manageAccounts: ['FIRM_ADMIN'],
  exportEvidence: ['FIRM_ADMIN', 'CONSULTANT'],
  requestErasures: ['FIRM_ADMIN', 'CONSULTANT', 'CLIENT_ADMIN'],
  confirmErasures: ['FIRM_ADMIN'],
  readAuditLog: ['FIRM_ADMIN', 'CONSULTANT', 'COACH', 'CLIENT_ADMIN', 'WORKS_COUNCIL_OBSERVER'],
  raiseSmallestGroup: ['FIRM_ADMIN', 'CLIENT_ADMIN'],
  manageStructure: ['FIRM_ADMIN', 'CONSULTANT'],
  publishReports: ['FIRM_ADMIN', 'CONSULTANT'],
  requestReports: ['CONSULTANT', 'COACH'],
  editAgreements: ['CONSULTANT', 'COACH'],
  /** Who takes part by name, profiles, agreements and reports: only for those who accompany the engagement. */
  seePersons: ['CONSULTANT', 'COACH'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof WHO;

export const rolesMay = (roles: readonly Role[], action: Action): boolean =>
  WHO[action].some((role) => roles.includes(role));

/**
 * Whether the page offers an action to who is signed in. In an engagement, consultants and coaches count as such only
 * when they are assigned to it.
 */
export function useMay(action: Action, staff?: EngagementDetail['staff']): boolean {
  const { caller } = useRouteContext({ from: '/signed-in' });
  const assigned = (role: Role) =>
    staff?.some(({ userId, as }) => userId === caller.id && as === role) ?? true;
  return rolesMay(
    caller.roles.filter((role) => role === 'FIRM_ADMIN' || assigned(role)),
    action,
  );
}
