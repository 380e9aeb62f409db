import {
  may,
  SMALLEST_GROUP,
  type AccessObject,
  type Caller,
  type Capability,
  type ClientId,
  type EngagementId,
  type Recipient,
  type StaffFunction,
} from '@rapport/domain';
import type { Values } from './statement.js';

/**
 * How far a caller sees: which engagements, organisations and teams exist for them at all. What lies beyond answers
 * like what does not exist. Everything here asks the matrix; nothing names a role.
 */

/** People of the firm, as opposed to its clients' people and to participants. */
export const isStaff = (caller: Caller): boolean => caller.kind === 'user' && caller.clientId === null;
/** Who reads figures from releases only: people of a client, and programs. */
export const isClient = (caller: Caller): boolean =>
  caller.kind === 'api-key' || (caller.kind === 'user' && caller.clientId !== null);

/** Where a capability reaches: the whole firm, or certain engagements and the own organisation. */
interface Reach {
  readonly all: boolean;
  readonly engagements: readonly EngagementId[];
  readonly clientId: ClientId | null;
}

function reachOf(caller: Caller, capability: Capability, about: Partial<AccessObject> = {}): Reach {
  const asks = (object: Partial<AccessObject>) =>
    may(caller, capability, { tenantId: caller.tenantId, ...about, ...object });
  const assigned = caller.kind === 'user' ? caller.engagements : [];
  const own = caller.kind === 'user' || caller.kind === 'api-key' ? caller.clientId : null;
  return {
    all: asks({}),
    engagements: assigned.filter((id) => asks({ engagements: [id] })),
    clientId: own !== null && asks({ clientId: own }) ? own : null,
  };
}

/** Condition on rows that know their engagement and client; the two texts say by which columns. */
function within(reach: Reach, values: Values, engagement: string, client: string): string {
  if (reach.all) return 'true';
  const engagements = values.add(reach.engagements);
  return `(${engagement} = any(${engagements}::text[]) or ${client} = ${values.add(reach.clientId)}::text)`;
}

/** Condition on `read.engagements`. */
export const engagementInReach = (
  caller: Caller,
  values: Values,
  capability: Capability = 'see-structure',
): string => within(reachOf(caller, capability), values, 'e.id', 'e.client_id');

/** Condition on what belongs to an organisation: seen by all who see one of its engagements. */
export function organisationInReach(caller: Caller, values: Values, client: string): string {
  const { all, engagements, clientId } = reachOf(caller, 'see-structure');
  if (all) return 'true';
  return `(${client} = ${values.add(clientId)}::text or ${client} in (
    select client_id from read.engagements where id = any(${values.add(engagements)}::text[])))`;
}

/** Condition on `read.reports`: the coach's copy and the client's copy are open to different people. */
export function reportInReach(caller: Caller, values: Values): string {
  const coach = reachOf(caller, 'see-coach-report');
  const client = reachOf(caller, 'see-client-report');
  const released = reachOf(caller, 'see-client-report', { released: true });
  const [engagement, organisation] = ['r.engagement_id', 'r.client_id'] as const;
  return `((r.doc->>'audience' = 'coach' and ${within(coach, values, engagement, organisation)})
    or (r.doc->>'audience' = 'client' and ${within(client, values, engagement, organisation)})
    or (r.doc->>'audience' = 'client' and r.released and r.status = 'issued'
      and ${within(released, values, engagement, organisation)}))`;
}

/**
 * Whether a report, `read.reports r`, holds a profile by name that is not released to this caller now. Asked at every
 * reading, so that a revocation closes files that were made before it.
 */
export function withheldFrom(caller: Caller, values: Values): string {
  const user = values.add(caller.kind === 'user' ? caller.userId : null);
  return `exists (select from files.report_contents c cross join unnest(c.individuals) i where c.report_id = r.id
    and not exists (select from read.participants a join read.engagements e on e.id = a.engagement_id
      cross join jsonb_array_elements(a.doc->'releases') g
      cross join jsonb_array_elements(${STAFF_TODAY}) s
      where a.id = i and a.status = 'submitted' and s->>'userId' = ${user}::text
        and g->'recipient'->>'kind' = s->>'as'
        and coalesce(g->'recipient'->>'userId', ${user}::text) = ${user}::text
        and coalesce((g->>'expiresAt')::timestamptz > now(), true)))`;
}

/** The engagement something belongs to, as far as access to it depends on it. */
export interface AccessContext {
  readonly engagementId: EngagementId;
  readonly clientId: ClientId;
  readonly staff: readonly { readonly userId: string; readonly as: StaffFunction }[];
  /** The smallest group agreed for it. */
  readonly smallestGroup: number;
}

/** The same as columns of `read.engagements e`; assignments that have ended count as none. */
const STAFF_TODAY = `(select coalesce(jsonb_agg(s), '[]'::jsonb) from jsonb_array_elements(e.doc->'staff') s
  where coalesce(s->>'until', '9999-12-31') >= current_date::text)`;
const SMALLEST = `coalesce((e.doc->>'smallestGroup')::int, ${SMALLEST_GROUP})`;
export const ACCESS_CONTEXT = `e.id as "engagementId", e.client_id as "clientId", ${STAFF_TODAY} as staff,
  ${SMALLEST} as "smallestGroup"`;
export const ACCESS_OBJECT = `jsonb_build_object('engagementId', e.id, 'clientId', e.client_id, 'staff', ${STAFF_TODAY},
  'smallestGroup', ${SMALLEST})`;

/** To whom a profile is released at this moment, from `read.participants`: what has run out counts as none. */
export const recipientsNow = (participants: string): string =>
  `(select coalesce(jsonb_agg(r->'recipient'), '[]'::jsonb) from jsonb_array_elements(${participants}.doc->'releases') r
    where coalesce((r->>'expiresAt')::timestamptz > now(), true))`;

/**
 * Asks the matrix about something in an engagement. Consultants and coaches count as such only where they are assigned
 * as such: a release to the coach is one to those who coach in that engagement, whatever else they are in the firm.
 */
export function mayIn(
  caller: Caller,
  { engagementId, clientId, staff, smallestGroup }: AccessContext,
  capability: Capability,
  about: Partial<AccessObject>,
): boolean {
  const functions = staff
    .filter((s) => caller.kind === 'user' && s.userId === caller.userId)
    .map((s) => s.as);
  const there: Caller =
    caller.kind !== 'user'
      ? caller
      : {
          ...caller,
          roles: caller.roles.filter(
            (role) => (role !== 'consultant' && role !== 'coach') || functions.includes(role),
          ),
        };
  return may(there, capability, {
    tenantId: caller.tenantId,
    clientId,
    engagements: [engagementId],
    smallestGroup,
    ...about,
  });
}

const EVERYONE: readonly Recipient[] = (['coach', 'consultant', 'team'] as const).map((kind) => ({
  kind,
  userId: null,
}));

/** Whether the caller could be shown members of a team one by one, named where they released their profile. */
export const mayMap = (caller: Caller, context: AccessContext): boolean =>
  mayIn(caller, context, 'named-team-map', { releasedTo: EVERYONE });
