import { useRouteContext } from '@tanstack/react-router';
import type { Role } from '../api/generated.js';

/** Roles that are offered an action. What is really permitted the server decides; this keeps dead ends off the page. */
const WHO = {
  registerClients: ['FIRM_ADMIN'],
  assignStaff: ['FIRM_ADMIN'],
  manageStructure: ['FIRM_ADMIN', 'CONSULTANT'],
  publishReports: ['FIRM_ADMIN', 'CONSULTANT'],
  requestReports: ['CONSULTANT', 'COACH'],
  editAgreements: ['CONSULTANT', 'COACH'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof WHO;

export const rolesMay = (roles: readonly Role[], action: Action): boolean =>
  WHO[action].some((role) => roles.includes(role));

/** Whether the page offers an action to who is signed in. */
export function useMay(action: Action): boolean {
  const { caller } = useRouteContext({ from: '/signed-in' });
  return rolesMay(caller.roles, action);
}
