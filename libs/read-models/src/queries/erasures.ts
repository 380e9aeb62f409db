import { may, type Caller, type ClientId, type PersonId } from '@rapport/domain';
import type pg from 'pg';
import type { ErasureRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { noneFor, pageOf, type Page, type PageRequest } from './paging.js';
import { ACCESS_OBJECT, mayIn, organisationInReach, type AccessContext } from './reach.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

export interface ShownErasure extends ErasureRow {
  /** While the person is not erased: whom the confirmation is about. */
  readonly personName: string | null;
  /** The account that asked for it, while there is one. */
  readonly requestedByName: string | null;
  /** Confirmed by somebody else than who asked for it. */
  readonly ownRequest: boolean;
}

/**
 * Erasures of the firm, newest first: all of them for whoever confirms them, to others those that they asked for themselves,
 * and without the certificate, whose numbers tell what a person took part in. `personId` narrows to one.
 */
export async function erasuresInReach(
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
  personId: string | null = null,
): Promise<Page<Stored<ShownErasure>>> {
  const all = may(caller, 'execute-erasure', { tenantId: caller.tenantId });
  if (caller.kind !== 'user' && !all) return noneFor(request);
  return inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const me = `${values.add(caller.kind === 'user' ? caller.userId : null)}::text`;
    const whose = all ? 'true' : `x.doc->>'requestedBy' = ${me}`;
    const which = personId === null ? 'true' : `x.id = ${values.add(personId)}`;
    const named = organisationInReach(caller, values, 'p.client_id');
    const doc = all ? 'x.doc' : `x.doc || '{"certificate": null}'`;
    return pageOf<ShownErasure, Stored<ShownErasure>>(
      client,
      {
        from: `read.erasures x left join read.persons p on p.id = x.id
          left join read.users u on u.id = x.doc->>'requestedBy'`,
        where: `${whose} and ${which}`,
        id: 'x.id',
        doc: `${doc} || jsonb_build_object('personName', case when ${named} then p.name end,
          'requestedByName', u.name, 'ownRequest', coalesce(x.doc->>'requestedBy' = ${me}, false))`,
        sort: { by: 'x.requested_at', type: 'timestamptz', down: true },
      },
      request,
      values,
      stored,
    );
  });
}

/**
 * People by id or address whose erasure the caller may ask for: the firm's administrators, whoever serves one of their
 * engagements, and administrators of their organisation.
 */
export const erasableBy = (
  pool: pg.Pool,
  caller: Caller,
  by: { readonly personId: string } | { readonly email: string },
): Promise<readonly PersonId[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const which =
      'personId' in by
        ? `p.id = ${values.add(by.personId)}`
        : `p.email = ${values.add(by.email.trim().toLowerCase())}`;
    const found = await rowsOf<{ id: PersonId; clientId: ClientId; contexts: readonly AccessContext[] }>(
      client,
      `select p.id, p.client_id as "clientId", (select coalesce(jsonb_agg(${ACCESS_OBJECT}), '[]'::jsonb)
         from read.engagements e where e.client_id = p.client_id and (
           e.id in (select engagement_id from read.participants where person_id = p.id)
           or exists (select from jsonb_array_elements(e.doc->'teams') entered join read.teams t
             on t.id = entered->>'teamId'
             where t.doc->'members' @> jsonb_build_array(jsonb_build_object('personId', p.id))))) as contexts
       from read.persons p where ${which}`,
      values,
    );
    const { tenantId } = caller;
    return found
      .filter(
        ({ clientId, contexts }) =>
          may(caller, 'request-erasure', { tenantId, clientId }) ||
          contexts.some((each) => mayIn(caller, each, 'request-erasure', {})),
      )
      .map(({ id }) => id);
  });
