import type { ClientId, EngagementId, PersonId, TenantId, UserId } from '../kernel/ids.js';
import type { Capability } from './policy.js';

export const ROLES = [
  'firm-admin',
  'consultant',
  'coach',
  'client-admin',
  'client-viewer',
  'works-council-observer',
] as const;
/** Roles of user accounts; a participant is not a user but a person with an invitation. */
export type Role = (typeof ROLES)[number];

/** Roles of the client organisation's own people; all others are staff of the firm. */
export const CLIENT_ROLES: readonly Role[] = ['client-admin', 'client-viewer', 'works-council-observer'];

/** Who is asking, as the session says; tenant, person and roles come from nowhere else. */
export type Caller =
  | {
      readonly kind: 'user';
      readonly tenantId: TenantId;
      readonly userId: UserId;
      readonly roles: readonly Role[];
      /** The client organisation of a client role; `null` for staff of the firm. */
      readonly clientId: ClientId | null;
      /** Engagements a consultant or coach is assigned to today. */
      readonly engagements: readonly EngagementId[];
    }
  | { readonly kind: 'participant'; readonly tenantId: TenantId; readonly personId: PersonId }
  | {
      readonly kind: 'api-key';
      readonly tenantId: TenantId;
      readonly keyId: string;
      readonly scopes: readonly Capability[];
      /** The client organisation a key is limited to; `null` for a key of the firm. */
      readonly clientId: ClientId | null;
    }
  | { readonly kind: 'service'; readonly tenantId: TenantId; readonly service: string }
  /** Runs the installation; `tenantId` is the firm acted upon. No session opens it yet. */
  | { readonly kind: 'operator'; readonly tenantId: TenantId; readonly operatorId: string };
