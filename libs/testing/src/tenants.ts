import type { TenantId } from '@rapport/domain';

/** Two firms that know nothing of each other; every suite that stores something uses both. */
export const TENANT_A = '0aaaaaaa-0000-4000-8000-00000000000a' as TenantId;
export const TENANT_B = '0bbbbbbb-0000-4000-8000-00000000000b' as TenantId;
