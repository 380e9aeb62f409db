import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';

export const ROLES = ['firm-admin', 'consultant', 'coach', 'client-admin', 'client-viewer'] as const;
/** Roles of user accounts; a participant is not a user but a person with an invitation. */
export type Role = (typeof ROLES)[number];

/** Roles of the client organisation's own people; all others are staff of the firm. */
export const CLIENT_ROLES: readonly Role[] = ['client-admin', 'client-viewer'];

/** Who is asking, as the session says; tenant, person and roles come from nowhere else. */
export type Caller =
  | {
      readonly kind: 'user';
      readonly tenantId: TenantId;
      readonly userId: UserId;
      readonly roles: readonly Role[];
      /** The client organisation of a client role; `null` for staff of the firm. */
      readonly clientId: ClientId | null;
      /** Engagements a consultant or coach is assigned to. */
      readonly engagements: readonly EngagementId[];
    }
  | { readonly kind: 'participant'; readonly tenantId: TenantId; readonly personId: PersonId }
  | { readonly kind: 'service'; readonly tenantId: TenantId; readonly service: string };
